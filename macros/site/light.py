"""A light site: each page brings the styles it may need and nothing else, scripts wait for the reader.

The theme's style sheets hold rules for much that no page of ours has; what is left of them and of ours goes into the
pages, so that the first paint waits for one request. The theme's scripts are loaded at the first sign of a reader
(a pointer that moves, a key, a scroll): what they add - search, the drawer's focus, the colour switch - is for readers
who act, and until then the page is whole without them. A query in the address starts them at once.
"""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import tinycss2

# Parts of the theme that no page of ours has, though its script could make them.
PARTS = frozenset(
    {"annotation", "banner", "code", "consent", "feedback", "highlight", "mermaid", "source", "status", "tabs"}
    | {"tooltip", "tooltip2", "version"}
)
# The cards' texts, which a script puts into pages.
CARDS = "assets/cards.js"
# What the theme brings along for its own search and for those who debug it.
UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers", "**/*.map")

_SHEET = re.compile(r'[ \t]*<link rel="stylesheet" href="(?P<to>[^"]*?)(?P<name>assets/stylesheets/[^"]+\.css)">\n?')
_SCRIPT = re.compile(r'[ \t]*<script src="(?P<url>[^"]+\.js)"(?: defer)?></script>\n?')
# A card has the id that its link leads to: on a long page, once is enough.
_CARD = re.compile(r'(<a\b[^>]*\bhref="[^"#]*#([a-z0-9-]+)"[^>]*?) data-card="\2"')
_BODY = re.compile(r"<body\b[^>]*>")
_CLASSES = re.compile(r"\bclass=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
# Attributes whose values are all in the pages: direction of writing and the theme's colours.
_VALUES = re.compile(r"\b(dir|data-md-color-(?:scheme|primary|accent))=[\"']?([\w-]+)")
_URL = re.compile(r"url\((['\"]?)\.\./")
_ROOT = "{root}"  # no style sheet can hold it
_CUSTOM = re.compile(r"var\(\s*(--[\w-]+)")
_PROPERTY = re.compile(r"(?<=[{;])(--[\w-]+):((?:[^;{}\"']|\"[^\"]*\"|'[^']*')*)(?:;|(?=\}))")

# Before the first paint: scripts run, and the reader's scheme. Then, once: the scripts, in their order. The same text
# on every page, so that one hash in a policy allows it.
START = """\
(() => {
  const me = document.currentScript, root = document.documentElement, palette = __md_get("__palette");
  root.classList.replace("no-js", "js");
  if (!palette && matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate";
  addEventListener("DOMContentLoaded", () => {
    const options = document.querySelectorAll("[data-md-component=palette] input");
    const option = options[palette ? palette.index : 0];
    if (option) { option.checked = true; option.nextElementSibling.hidden = false; }
  });
  const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "scroll", "focusin"];
  const start = event => {
    signs.forEach(sign => removeEventListener(sign, start, true));
    const load = src => Object.assign(document.createElement("script"), { src, async: false });
    const late = me.dataset.late.split(" ").map(load);
    const box = document.querySelector("[data-md-component=search-query]");
    if (event && event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      event.preventDefault();
      document.querySelector("[data-md-toggle=search]").checked = true;
      box.focus();
    }
    late[late.length - 1].onload = () => document.activeElement === box && box.dispatchEvent(new Event("focus"));
    document.body.append(...late);
  };
  signs.forEach(sign => addEventListener(sign, start, { capture: true, passive: sign !== "keydown" }));
  if (location.search) addEventListener("DOMContentLoaded", () => start());
})();"""


def lighten(site: Path) -> None:
    """Make every page of a built site carry its styles and let its scripts wait; drop what nothing loads."""
    for pattern in UNUSED:
        for path in sorted(site.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    pages = {page: page.read_text("utf-8") for page in sorted(site.rglob("*.html"))}
    scripts = _names_in_scripts(site)

    @cache
    def sheet(name: str) -> list[tinycss2.ast.Node]:
        css = _URL.sub(lambda match: f"url({match[1]}{_ROOT}assets/", (site / name).read_text("utf-8"))
        return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))

    for page, text in pages.items():
        found = list(_SHEET.finditer(text))
        if found:
            names = scripts | _names_in_page(text)
            css = needed([rule for match in found for rule in sheet(match["name"])], names).replace(
                _ROOT, found[0]["to"]
            )
            light = f"{text[: found[0].start()]}<style>{css}</style>\n{_SHEET.sub('', text[found[0].start() :])}"
            page.write_text(_CARD.sub(r"\1 data-card", _unindented(_waiting(light))), "utf-8")


def needed(rules: list[tinycss2.ast.Node], names: set[str]) -> str:
    """The rules of style sheets that can match where only these names occur, written as short as they can be.

    Names are classes, elements as `<name`, `name=value` of a few attributes, and custom properties that scripts read.
    """
    kept = _rules(rules, names)
    while True:  # a custom property may be used by another one only
        used = {*_CUSTOM.findall(kept), *names}
        unused = [match[0] for match in _PROPERTY.finditer(kept) if match[1] not in used]
        if not unused:
            return re.sub(r"(?<=[{}])[^{}]+\{\}", "", kept)
        for declaration in unused:
            kept = kept.replace(declaration, "")


def _rules(rules: list[tinycss2.ast.Node], names: set[str]) -> str:
    parts = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [s for s in _split(tinycss2.serialize(rule.prelude)) if _may_match(s, names)]
            if selectors:
                parts.append(f"{','.join(selectors)}{{{_short(rule.content)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports", "layer") and rule.content:
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if text := _rules(inside, names):
                parts.append(f"@{rule.at_keyword} {_short(rule.prelude)}{{{text}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            block = f"{{{_short(rule.content)}}}" if rule.content is not None else ";"
            parts.append(f"@{rule.at_keyword} {_short(rule.prelude)}{block}")
    return "".join(parts)


def _may_match(selector: str, names: set[str]) -> bool:
    """Whether all that a selector asks for occurs; what is in :not() and in lists of choices is no demand."""
    without = selector
    while (shorter := re.sub(r":(?:not|is|where|has)\([^()]*\)", "", without)) != without:
        without = shorter
    classes = re.findall(r"\.(-?[A-Za-z_][\w-]*)", without)
    values = (f"{name}={value}" for name, value in _VALUES.findall(without))
    bare = re.sub(r"\[[^\]]*\]|::?[\w-]+(\([^()]*\))?", "", without)
    elements = (f"<{name}" for name in re.findall(r"(?:^|[\s>~+])([a-z][a-z0-9]*)", bare))
    return all(name in names for name in [*classes, *values, *elements])


def _split(selectors: str) -> list[str]:
    """The selectors of a list, cut at the commas that are not within brackets."""
    found, depth = [""], 0
    for character in re.sub(r"\s+", " ", selectors.strip()):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            found.append("")
        else:
            found[-1] += character
    return [re.sub(r" ?([>~+]) ?", r"\1", selector.strip()) for selector in found]


def _short(tokens: list[tinycss2.ast.Node]) -> str:
    """Declarations or a prelude without comments and without spaces that mean nothing."""
    text = tinycss2.serialize([token for token in tokens if token.type != "comment"])
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", text)  # quoted strings stay as they are
    parts[::2] = [re.sub(r" ?([;{},]) ?", r"\1", re.sub(r"\s+|/\*.*?\*/", " ", part)) for part in parts[::2]]
    return re.sub(r"(?<=[\w-]): ", ":", "".join(parts)).strip().rstrip(";")


def _names_in_page(text: str) -> set[str]:
    """Classes and elements that occur in a page, and `name=value` of the attributes that styles ask for."""
    names = {name for groups in _CLASSES.findall(text) for name in " ".join(groups).split()}
    names.update(f"{name}={value}" for name, value in _VALUES.findall(text))
    return names | set(re.findall(r"<[a-z][a-z0-9]*", text))


def _names_in_scripts(site: Path) -> set[str]:
    """What scripts may set: classes that are a word of ours, or look like the theme's in the theme's; elements."""
    names = {"js", "focus-visible", *(f"data-md-color-scheme={name}" for name in ("default", "slate"))}
    names |= {f"<{name}" for name in ("b", "button", "mark", "q", "small", "span", "time")}
    names |= {name for groups in _CLASSES.findall(_text_of(site / CARDS)) for name in " ".join(groups).split()}
    for path in sorted((site / "assets/javascripts").rglob("*.js")):
        words = set(re.findall(r"-{0,2}[A-Za-z_][\w-]*", path.read_text("utf-8")))
        if path.name.startswith("bundle."):
            words = {word for word in words if re.match(r"(--)?md-", word)}
        names |= words
    return {name for name in names if re.split("[-_]", name.lstrip("-").removeprefix("md-"))[0] not in PARTS}


def _text_of(script: Path) -> str:
    """A script's text with the quotation marks of the HTML it holds as HTML has them; '' where there is none."""
    return script.read_text("utf-8").replace('\\"', '"') if script.is_file() else ""


def _waiting(text: str) -> str:
    """A page whose scripts are loaded by the one that waits for the reader."""
    scripts = list(_SCRIPT.finditer(text))
    body = _BODY.search(text)
    if not scripts or not body:
        return text
    late = " ".join(match["url"] for match in scripts)
    text = _SCRIPT.sub("", text)
    return f'{text[: body.end()]}\n<script data-late="{late}">{START}</script>{text[body.end() :]}'


def _unindented(text: str) -> str:
    """A page without the blanks at the beginning of lines and without empty lines, other than in code."""
    parts = re.split(r"(<(pre|script|textarea)\b.*?</\2>)", text, flags=re.DOTALL)
    del parts[2::3]  # the names of the elements
    parts[::2] = [re.sub(r"\s*\n\s*", "\n", part) for part in parts[::2]]
    return "".join(parts)
