"""A site that is sent and found well: pictures for links, what pages tell programs, where everything is.

No address is made up. Where the site has none (`site_url` in data/dossier.yml), no picture is drawn and no page names
one, since the sites that show them take whole addresses only; all else works, by the ways from page to page.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from markupsafe import Markup

from ...record.addresses import POINTS
from ...record.dossier import Dossier
from ...render.context import Context
from ...render.html import join, tag
from . import crawl, picture
from .crawl import Head
from .linked import linked

FOLDER = "pictures"
CACHE = ".cache/pictures"  # of the project: what was drawn once need not be drawn again

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_NAME = re.compile(r'<meta property="og:title" content="(.*?)">', re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)">', re.DOTALL)
_SHOWN = re.compile(r'\s*<meta property="og:description" content="[^"]*">')
_REDIRECT = re.compile(r'<meta http-equiv="refresh"', re.IGNORECASE)
_HIDDEN = re.compile(r'<meta name="robots" content="[^"]*noindex')


def write(site: Path, dossier: Dossier) -> None:
    """Put into the head of every page what others show of it, and beside the pages what programs ask for."""
    texts = {url: text for url, text in _pages(site) if not _REDIRECT.search(text) and not _HIDDEN.search(text)}
    heads = {url: _head(text) for url, text in texts.items()}
    pictures = _draw(site, dossier) if dossier.about.site_url else {}
    for url, text in texts.items():
        drawn = pictures.get(url) or pictures.get("")
        data = linked(Context(dossier, url), heads[url].title)
        text = _described_once(text).replace("</head>", f"{join([_tags(drawn), _script(data)])}</head>", 1)
        (site / url / "index.html").write_text(text, "utf-8")
    crawl.write(site, dossier, heads)


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    """The pages by their addresses from the root, with their text."""
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        yield "" if folder == "." else f"{folder}/", path.read_text("utf-8")


def _head(text: str) -> Head:
    def found(pattern: re.Pattern[str]) -> str:
        match = pattern.search(text)
        return unescape(match[1]) if match else ""

    return Head(found(_NAME) or found(_TITLE), found(_DESCRIPTION))


def _described_once(text: str) -> str:
    """A page whose description is for search engines and for who shows its link: one element instead of two."""
    described = _SHOWN.sub("", text)
    return described.replace('<meta name="description"', '<meta name="description" property="og:description"', 1)


def _draw(site: Path, dossier: Dossier) -> dict[str, tuple[str, str]]:
    """Draw the pictures; for each page that has one its whole address, and its title: the description has its words.

    A picture whose words our fonts cannot write is left out. The name has a hash of the picture, so that a corrected
    answer is shown: sites keep pictures by their addresses.
    """
    cards = {f"{POINTS}{id_}/": (id_, picture.of_question(dossier, point)) for id_, point in dossier.points.items()}
    cards[""] = ("dossier", picture.of_dossier(dossier))
    (site / FOLDER).mkdir(exist_ok=True)
    found = {}
    for url, (name, card) in cards.items():
        if picture.can_write(card.alt):
            drawn = picture.cached(dossier.root / CACHE, card)
            path = f"{FOLDER}/{name}.{hashlib.sha256(drawn).hexdigest()[:8]}.png"
            (site / path).write_bytes(drawn)
            found[url] = (f"{str(dossier.about.site_url).rstrip('/')}/{path}", card.title)
    return found


def _tags(drawn: tuple[str, str] | None) -> Markup:
    """What sites show of a link that is sent, besides title and description."""
    if drawn is None:
        return tag("meta", name="twitter:card", content="summary")
    address, alt = drawn
    width, height = picture.SIZE
    properties: Mapping[str, object] = {"og:image": address, "og:image:width": width, "og:image:height": height}
    return join(
        [
            [tag("meta", property=name, content=content) for name, content in properties.items()],
            tag("meta", property="og:image:alt", content=alt),
            tag("meta", name="twitter:card", content="summary_large_image"),
        ]
    )


def _script(data: dict[str, object]) -> Markup:
    """Data in a page: no text of the record can end the element or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 (escaped right here)
