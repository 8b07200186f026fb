"""Links of the pages as links of the book: to a place in it, or to the note that prints an outside address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from ..record.dossier import Dossier
from . import runs
from .chapter import Chapter
from .notes import Notes
from .problem import BadBook

# How a file of the site is called while the book is made, so that no address of this machine gets into it.
SITE = "book:/"
OUTSIDE = ("http:", "https:", "mailto:")
# Links that say to which page of the book they lead: marks, references, and those to entries whose kinds follow.
PAGED = "a.mark, a.paged"
PAGED_KINDS = ("points", "comparisons", "quotations")
# A page number is known only once the book is laid out: until then its place is held by these characters.
OPEN, BETWEEN, CLOSE = "\ue000", "\ue001", "\ue002"
_PLACE = re.compile(f"{OPEN}(.*?){CLOSE}")
_ID = re.compile(r' id="([^"]+)"')
A_PAGE = 9000  # characters of HTML, more or less


def rewrite(chapters: Sequence[Chapter], notes: Notes, site: Path, dossier: Dossier) -> Iterator[str]:
    """Rewrite the links of all chapters in place. Gives a message for each that leads nowhere."""
    for chapter in chapters:
        chapter.prefix_ids()
    by_url = {chapter.url: chapter for chapter in chapters}
    ids = {id_ for chapter in chapters for id_ in chapter.ids}
    for chapter in chapters:
        paged, used_on = (set(chapter.body.cssselect(each)) for each in (PAGED, ".used-on a"))
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
                if link in used_on:
                    _append(link, f" p.\u00a0{OPEN}{anchor}{CLOSE}")
                    link.drop_tag()
                elif link in paged or dossier.kind_of.get(fragment) in PAGED_KINDS:
                    _append(link, f" p.\u00a0{OPEN}{anchor}{CLOSE}")
            elif (site / url).is_file() or (site / url / "index.html").is_file():
                _to_file(link, url, notes, dossier.about.site_url)
            else:
                yield f"/{chapter.url}: the link {href!r} leads nowhere"
        for group in chapter.body.cssselect("span.pages"):
            anchors = [link.get("href", "#")[1:] for link in group]
            group.clear(keep_tail=True)
            group.text = f"p.\u00a0{OPEN}{BETWEEN.join(anchors)}{CLOSE}"
            group.drop_tag()


def guess(html: str, after: int) -> dict[str, int]:
    """The likely page of each id, by how far into the text it is: a number as wide as the true one moves nothing."""
    return {match[1]: after + 1 + match.start() // A_PAGE for match in _ID.finditer(html)}


def numbers(html: str, pages: Mapping[str, int]) -> list[str]:
    """The page numbers that the text asks for, in its order. Raises BadBook for an id that is on no page."""
    asked = [unescape(match[1]).split(BETWEEN) for match in _PLACE.finditer(html)]
    if lost := sorted({id_ for ids in asked for id_ in ids if id_ not in pages}):
        raise BadBook(f"'{id_}' is referred to and is on no page" for id_ in lost)
    return [runs.text(pages[id_] for id_ in ids) for ids in asked]


def number(html: str, given: Iterable[str]) -> str:
    """The text with the page numbers in their places."""
    following = iter(given)
    return _PLACE.sub(lambda _: next(following), html)


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
