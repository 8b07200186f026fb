"""A light site: one sheet of styles for all pages, scripts that wait for the reader, pages as short as they can be.

The theme's scripts are loaded at the first sign of a reader (a pointer that moves, a key, a scroll): what they add -
search, the drawer's focus, the colour switch - is for readers who act, and until then the page is whole without them.
A query in the address starts them at once.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import minify_html

from . import hashed, styles

# What the theme brings along for its own search and for those who debug it.
UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers", "**/*.map")
SHEETS = "assets/stylesheets/"
SHARED = f"{SHEETS}shared.css"  # what every page loads
START = Path(__file__).with_name("start.js").read_text("utf-8")

_SHEET = re.compile(rf'[ \t]*<link rel="stylesheet" href="(?P<to>[^"]*?)(?P<name>{SHEETS}[^"]+\.css)">\n?')
_SCRIPT = re.compile(r'[ \t]*<script src="(?P<url>[^"]+\.js)"(?: defer)?></script>\n?')
_ADDRESSED = re.compile(r"<(?:link|script)\b[^>]*>")
# A card has the id that its link leads to, or the name of the page: once is enough.
_CARD = re.compile(r'(<a\b[^>]*\bhref="(?:[^"#]*#|[^"#]*/(?=[a-z0-9-]+/"))([a-z0-9-]+)/?"[^>]*?) data-card="\2"')
_MARK = "dossier-page-text"  # stands for the mark of a page's text until that is known
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
_BODY = re.compile(r"<body\b[^>]*>")
# A space between two elements of a line means something wherever they stand; the minifier drops it in some places.
_INLINE = "a|abbr|b|bdi|button|cite|code|em|i|img|input|kbd|label|mark|q|s|select|small|span|strong|sub|sup|svg|time|u"
_BETWEEN = re.compile(rf"(</(?:{_INLINE})>|<(?:img|input)\b[^>]*>)([ \n])(?=\s*<(?:{_INLINE})\b)")
_KEPT = {" ": "\ue000", "\n": "\ue001"}  # characters for private use: no page has them


def lighten(site: Path, made_later: Iterable[str] = ()) -> None:
    """Make the pages of a built site share their styles and let their scripts wait; drop what nothing loads.

    `made_later` are downloads of which the pages know already.
    """
    for pattern in UNUSED:
        for path in sorted(site.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    texts = {page: page.read_text("utf-8") for page in sorted(site.rglob("*.html"))}
    pages = {page: text for page, text in texts.items() if _SHEET.search(text)}
    names = {page: styles.names_in(text) for page, text in pages.items()}
    apart = _write_sheets(site, pages.values(), set().union(*names.values()))
    of_sheets = {name: styles.all_selectors(css) for name, css in apart.items()}
    renamed, marks = hashed.rename(site), hashed.versions(site, made_later)
    start = minify_html.minify(f"<script>{_COMMENT.sub('', START)}</script>", minify_js=True)
    for page, text in pages.items():
        needed = {name: styles.is_styled_by(every, names[page]) for name, every in of_sheets.items()}
        styled, others = _styled(text, needed)
        light = _waiting(styled, start, others)
        light = _ADDRESSED.sub(lambda tag: hashed.readdressed(tag[0], renamed), light)
        light = _short(_CARD.sub(r"\1 data-card", light))
        light = hashed.versioned(light, page.relative_to(site).parent.as_posix(), marks)
        page.write_text(light.replace(_MARK, hashed.digest([light.encode()])), "utf-8")


def _write_sheets(site: Path, pages: Iterable[str], names: set[str]) -> dict[str, str]:
    """Write the shared sheet in place of what it is made of, and the others; their names and texts are returned."""
    scripts = "\n".join(path.read_text("utf-8") for path in sorted((site / "assets/javascripts").rglob("*.js")))
    order = dict.fromkeys(match["name"] for text in pages for match in _SHEET.finditer(text))
    texts = {name: (site / name).read_text("utf-8") for name in order}
    for path in sorted((site / SHEETS).glob("*.css")):
        path.unlink()
    names = names | styles.used_by(texts)
    apart = styles.apart(texts)
    for name, text in apart.items():
        (site / name).write_text(styles.joined({name: text}, names), "utf-8")
    shared = {name: text for name, text in texts.items() if styles.is_shared(name)}
    (site / SHARED).write_text(styles.joined(shared, names | styles.names_of_scripts(scripts)), "utf-8")
    return apart


def _styled(text: str, apart: dict[str, bool]) -> tuple[str, str]:
    """A page that links the shared sheet and those of the others that it needs; and the addresses of the rest."""
    first = next(_SHEET.finditer(text))
    now = [SHARED, *(name for name, is_needed in apart.items() if is_needed)]
    links = "".join(f'<link rel="stylesheet" href="{first["to"]}{name}">\n' for name in now)
    rest = " ".join(f"{first['to']}{name}" for name, is_needed in apart.items() if not is_needed)
    text = text[: first.start()] + links + _SHEET.sub("", text[first.start() :])
    return text, rest


def _waiting(text: str, start: str, sheets: str) -> str:
    """A page whose scripts are loaded by the element `start`, which waits for the reader; so are these sheets.

    Instant navigation shows the next page before its sheets are there, if they are not by then.
    """
    scripts = list(_SCRIPT.finditer(text))
    body = _BODY.search(text)
    if not scripts or not body:
        return text
    late = " ".join(match["url"] for match in scripts)
    text = _SCRIPT.sub("", text)
    waiting = start.replace("<script", f'<script data-late="{late}" data-sheets="{sheets}" data-text="{_MARK}"', 1)
    return f"{text[: body.end()]}\n{waiting}{text[body.end() :]}"


def _short(text: str) -> str:
    """A page without what a browser does not need; its text, spaces included, is what it was."""
    kept = _BETWEEN.sub(lambda match: match[1] + _KEPT[match[2]], text)
    # With all closing tags, so that programs that know less of HTML than a browser read it rightly.
    short = minify_html.minify(kept, keep_closing_tags=True, keep_html_and_head_opening_tags=True)
    for space, sign in _KEPT.items():
        short = short.replace(sign, space)
    return short
