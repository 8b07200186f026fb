"""Links of the pages as links of the book: to a place in it, or to the note that prints an outside address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from ...dossier import Dossier
from .chapter import Chapter
from .notes import Notes

# How a file of the site is called while the book is made, so that no address of this machine gets into it.
SITE = "book:/"
OUTSIDE = ("http:", "https:", "mailto:")
# Links that say on which page of the book they lead: marks, 'used on', and those to entries whose kinds follow.
PAGED = "a.mark, a.paged, .used-on a"
PAGED_KINDS = ("points", "comparisons", "quotations")
# A page number is known only once the book is laid out: until then its place is held between these two characters.
OPEN, CLOSE = "\ue000", "\ue001"
_PLACE = re.compile(f"{OPEN}(.*?){CLOSE}")


def rewrite(chapters: Sequence[Chapter], notes: Notes, site: Path, dossier: Dossier) -> Iterator[str]:
    """Rewrite the links of all chapters in place. Gives a message for each that leads nowhere."""
    for chapter in chapters:
        chapter.prefix_ids()
    by_url = {chapter.url: chapter for chapter in chapters}
    ids = {id_ for chapter in chapters for id_ in chapter.ids}
    for chapter in chapters:
        paged = set(chapter.body.cssselect(PAGED))
        for link in chapter.body.cssselect("a[href]"):
            href = link.get("href", "").strip()
            if href.startswith(OUTSIDE):
                notes.add(link, href)
                continue
            url, fragment = _target(chapter.url, href)
            if url in by_url:
                key = by_url[url].key
                anchor = f"{key}/{fragment}" if fragment else key
                if anchor not in ids:
                    yield f"/{chapter.url}: the link {href!r} leads to nothing on /{url}"
                link.set("href", f"#{anchor}")
                if link in paged or dossier.kind_of.get(fragment) in PAGED_KINDS:
                    _append(link, f" p.\u00a0{OPEN}{anchor}{CLOSE}")
            elif (site / url).is_file() or (site / url / "index.html").is_file():
                _to_file(link, url, notes, dossier.about.site_url)
            else:
                yield f"/{chapter.url}: the link {href!r} leads nowhere"


def number(html: str, pages: Mapping[str, int]) -> str:
    """The text with every page number in its place; with a number as wide as most where it is not known yet."""
    return _PLACE.sub(lambda match: str(pages.get(unescape(match[1]), 100)), html)


def _append(link: HtmlElement, words: str) -> None:
    if len(link):
        link[-1].tail = (link[-1].tail or "") + words
    else:
        link.text = (link.text or "") + words


def _target(page: str, href: str) -> tuple[str, str]:
    """The address from the site's root that a link of a page leads to, and its fragment."""
    path, _, fragment = href.partition("#")
    if not path:
        return page, unquote(fragment)
    path = unquote(urlsplit(path).path)
    joined = posixpath.normpath(posixpath.join("/", page, path)).lstrip("/")
    joined = joined.removesuffix("index.html").rstrip("/")
    return (f"{joined}/" if joined and not posixpath.splitext(joined)[1] else joined), unquote(fragment)


def _to_file(link: HtmlElement, url: str, notes: Notes, site_url: str | None) -> None:
    """A file beside the pages is not in the book: its address where the site has one, else its words alone."""
    if site_url:
        address = urljoin(f"{site_url.rstrip('/')}/", url)
        link.set("href", address)
        notes.add(link, address)
        return
    link.tag = "span"
    link.attrib.pop("href")


def broken(chapters: Iterable[Chapter], site: Path) -> Iterator[str]:
    """A message for each picture that is missing, or that says nothing to those who can't see it."""
    for chapter in chapters:
        for image in chapter.body.cssselect("img"):
            path = _target(chapter.url, image.get("src", ""))[0].rstrip("/")
            if not (site / path).is_file():
                yield f"/{chapter.url}: the picture {image.get('src')!r} is missing"
            if image.get("alt") is None:
                yield f"/{chapter.url}: the picture {image.get('src')!r} has no text alternative"
            image.set("src", f"{SITE}{path}")
        for drawing in chapter.body.xpath(".//svg[not(ancestor::svg) and not(title) and not(@aria-hidden)]"):
            yield f"/{chapter.url}: a drawing of class {drawing.get('class')!r} has no text alternative"
