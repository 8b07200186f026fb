"""Views of the record on paper: what an entry says in full is printed with the entry, and other pages refer to it.

On a screen each view repeats the way a claim took to us, since a reader comes to it from anywhere. In the book that
would print the record three times over. Works on chapters as they are read, before their links are rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml.html import HtmlElement
from lxml.html.builder import SPAN, A, B, P

from ..record.addresses import POINTS
from .chapter import Chapter

SIDE_BY_SIDE = "compare/"
Piece: TypeAlias = HtmlElement | str


def shorten(chapters: Iterable[Chapter]) -> None:
    """Leave to the entries what stands there in full."""
    cells: dict[str, str] = {}
    for chapter in chapters:
        if chapter.url.startswith(POINTS):
            _thin_record(chapter.body)
        else:
            _print_cells_once(chapter, cells)
            _refer_in_cells(chapter.body)
            _refer_in_summaries(chapter.body)
            _refer_in_readings(chapter.body)
            _run_in_lists(chapter.body)
            _refer_to_points(chapter.body)
            _drop_numbers_of_marks(chapter.body)
            _refer_in_pairs(chapter.body)
            _drop_ways(chapter.body)
        _link_first_mentions(chapter.body)


def _link_first_mentions(body: HtmlElement) -> None:
    """In a section the first mention of a name is a link; the index still leads to the others."""
    seen: set[str] = set()
    for element in body.iter("h1", "h2", "h3", "a"):
        if element.tag != "a":
            seen = set()
        elif element.get("class") == "ref" and (name := element.get("data-card")):
            if name in seen:
                _unlink(element)
            seen.add(name)


def _drop_ways(body: HtmlElement) -> None:
    """In a view, the mark leads to the entry, which tells through whom the claim reached us."""
    for item in body.cssselect("li, .reading"):
        if not item.cssselect("a.mark") or item.find(".//li") is not None:
            continue
        for way in item.cssselect(".by"):
            if way.find(".//*[@class='by']") is None:
                if (way.tail or "").startswith(" · "):
                    way.tail = (way.tail or "").removeprefix(" · ")
                way.drop_tree()
        for paragraph in item.findall(".//p"):
            if not paragraph.text_content().strip():
                paragraph.drop_tree()


def _refer_in_cells(body: HtmlElement) -> None:
    """Side by side, a point is a paragraph: each party's claims are named by their pages."""
    for section in body.cssselect("section.compared:has(.cells)"):
        parts: list[Piece] = [B(section.findtext("h3") or "")]
        for row in section.cssselect(".cells > div"):
            marks = row.cssselect("dd .reading a.mark")
            parts.append(f" · {' '.join(row.cssselect('dt')[0].text_content().split())}: ")
            parts.append(_pages(marks) if marks else "nothing in the record")
        _replace(section, P(*parts, {"id": section.get("id", ""), "class": "point-line"}))


def _refer_in_summaries(body: HtmlElement) -> None:
    """A point that is shown once more is a line, and names its claims by their pages."""
    for summary in body.cssselect(".point-summary"):
        heading = summary.getprevious()
        line = P({"class": "point-line"})
        if heading is not None and heading.tag == "h2":
            line.append(B(heading.text or ""))
            line.set("id", heading.get("id", ""))
            heading.drop_tree()
        for question in summary.cssselect(".question"):
            line.append(SPAN(f" {question.text_content()} "))
        line.append(_pages(summary.cssselect("a.mark")))
        _replace(summary, line)


def _drop_numbers_of_marks(body: HtmlElement) -> None:
    """Marks that are alike are told apart by their pages, and need no number."""
    for mark in body.cssselect("a.mark.also"):
        mark.text = ""


def _refer_to_points(body: HtmlElement) -> None:
    """Where an entry lists the points that it is named on, it gives their pages."""
    points = f"../{POINTS}"
    for paragraph in body.cssselect("article .opened p"):
        links = [link for link in paragraph.findall("a") if (link.get("href") or "").startswith(points)]
        if len(links) > 1 and links == list(paragraph):
            for link in links:
                paragraph.remove(link)
            paragraph.append(_pages(links))


def _refer_in_readings(body: HtmlElement) -> None:
    """Claims on an event or a paragraph are named by their pages."""
    for readings in body.cssselect(".opened ul.readings, .event ul.readings, .walked ul"):
        marks = readings.cssselect("li a.mark")
        if len(marks) == len(readings.findall("li")):
            _replace(readings, P(_pages(marks), {"class": "references"}))


def _refer_in_pairs(body: HtmlElement) -> None:
    """Two claims that were compared are named with the pages of their entries."""
    for line in body.cssselect(".pairs p.by"):
        links = line.cssselect("a.ref")
        if links:
            pages = _pages(links)
            for link in links:
                _unlink(link)
            links[-1].addnext(pages)
            pages.tail, links[-1].tail = f"{links[-1].tail or ''}{pages.tail or ''}", " "


def _run_in_lists(body: HtmlElement) -> None:
    """A folded list of names is set as a paragraph; in an entry, or where names are alike, by their pages."""
    for names in body.cssselect(".opened ul, ul.index"):
        items = names.findall("li")
        links = [link for item in items if len(item) == 1 and (link := item.find("a")) is not None]
        if links and len(links) == len(items):
            alike = len({link.text_content() for link in links}) < len(links)
            of_entry = any("entry" in (above.get("class") or "") for above in names.iterancestors("article"))
            found = [_pages(links)] if alike or of_entry else _run_in(links)
            _replace(names, P(*found, {"class": "references"}))


def _run_in(links: list[HtmlElement]) -> list[HtmlElement]:
    """Links in a row; what stands between two is the second's, so that a row is no more than its links."""
    for link in links[1:]:
        link.text = f" · {link.text or ''}"
    return links


def _pages(links: Iterable[HtmlElement]) -> HtmlElement:
    """What holds the place of the page numbers of some entries."""
    return SPAN(*(A({"href": link.get("href", "")}) for link in links), {"class": "pages"})


def _print_cells_once(chapter: Chapter, cells: dict[str, str]) -> None:
    """What each side says on a point is printed where it stands first."""
    for section in chapter.body.cssselect("section.compared[id]"):
        table = section.find("dl")
        if table is None:
            continue
        point = section.get("id", "")
        first = cells.setdefault(point, chapter.url)
        if first != chapter.url:
            depth = "../" * chapter.url.count("/")
            link = A("Who says what", {"href": f"{depth}{first}#{point}", "class": "paged"})
            _replace(table, P(link, {"class": "by"}))


def _thin_record(body: HtmlElement) -> None:
    """In the record itself names are no links: the index has them, and there would be thousands."""
    for fold in body.cssselect("article.claim .opened"):
        for label in fold.findall("p[@class='opened-label']"):
            label.drop_tree()
        for link in fold.cssselect("a:not([class])"):
            link.set("class", "paged")
        for plain in fold.cssselect("b, em"):
            plain.drop_tag()
        fold.drop_tag()
    for view in body.cssselect(f"article.point > p.by a[href^='../{SIDE_BY_SIDE}']"):
        following = view.getnext()
        view.drop_tree()
        if following is not None and following.getprevious() is None:
            following.getparent().text = ""
    for name in body.cssselect("a.ref"):
        _unlink(name)


def _unlink(link: HtmlElement) -> None:
    """The words of a link alone; `data-card` still tells the index who is named."""
    link.tag = "span"
    link.attrib.pop("href", None)


def _replace(element: HtmlElement, *by: HtmlElement) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    tail = element.tail
    parent.remove(element)
    for offset, new in enumerate(by):
        parent.insert(place + offset, new)
    if by:
        by[-1].tail = tail
