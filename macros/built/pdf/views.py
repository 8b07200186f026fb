"""Views of the record on paper: what an entry says in full is printed with the entry, and other pages refer to it.

On a screen each view repeats the way a claim took to us, since a reader comes to it from anywhere. In the book that
would print the record three times over. Works on chapters as they are read, before their links are rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml.html import HtmlElement
from lxml.html.builder import SPAN, A, P

from ...dossier import Dossier
from ...model import Claim
from ...points import comparison_of
from ...render.context import HOMES
from .chapter import Chapter

Piece: TypeAlias = HtmlElement | str


def shorten(chapters: Iterable[Chapter], dossier: Dossier) -> None:
    """Leave to the entries what stands there in full."""
    cells: dict[str, str] = {}
    for chapter in chapters:
        if chapter.url == HOMES["claims"]:
            _shorten_neighbours(chapter, dossier)
        else:
            _print_cells_once(chapter, cells)
            _refer_in_cells(chapter.body)
            _refer_in_summaries(chapter.body)
            _refer_in_statements(chapter.body)
            _refer_in_folds(chapter.body)
            _run_in_lists(chapter.body)
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
                element.tag = "span"
                element.attrib.pop("href", None)
            seen.add(name)


def _drop_ways(body: HtmlElement) -> None:
    """In a view, the mark leads to the entry, which tells through whom the claim reached us."""
    for item in body.cssselect("li, .reading"):
        if item.find(".//a[@class='mark']") is None or item.find(".//li") is not None:
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
    """Side by side, each party's claims on a point are named by id and page; the point itself has its entry."""
    for section in body.cssselect("section.compared:has(.cells)"):
        for cell in section.cssselect(".cells dd"):
            marks = cell.cssselect(".reading a.mark")
            for reading in cell.cssselect(".reading"):
                reading.drop_tree()
            if marks:
                cell.append(P(*_references(marks), {"class": "references"}))
        for line in section.cssselect(".question, .standing-line, .state-note, p.by"):
            line.drop_tree()
        for name in section.cssselect("dt a"):
            name.drop_tag()


def _refer_in_summaries(body: HtmlElement) -> None:
    """A point that is shown once more names its claims by their pages."""
    for point in body.cssselect(".point-summary"):
        for readings in point.cssselect("ul.readings"):
            _replace(readings, P("Claims on it: ", _pages(readings.cssselect("a.mark")), {"class": "references"}))
        for line in point.cssselect(".standing-line, .state-note, p.by"):
            line.drop_tree()


def _refer_in_statements(body: HtmlElement) -> None:
    """By speaker, the quotations and the reported statements are named apart, by their pages."""
    for statements in body.cssselect("ul.statements"):
        kinds: dict[str, list[HtmlElement]] = {}
        for item in statements.findall("li"):
            kind = item.find("span[@class='kind']")
            entry = item.find(".//a[@data-card]")
            if kind is not None and entry is not None:
                kinds.setdefault(kind.text_content(), []).append(entry)
        lines = [P(f"{kind}: ", _pages(found), {"class": "references"}) for kind, found in kinds.items()]
        _replace(statements, *lines)


def _refer_in_folds(body: HtmlElement) -> None:
    """Claims that a page keeps folded are named by their pages."""
    for fold in body.cssselect(".opened ul.readings"):
        marks = fold.cssselect("li a.mark")
        if len(marks) == len(fold.findall("li")):
            _replace(fold, P(_pages(marks), {"class": "references"}))


def _run_in_lists(body: HtmlElement) -> None:
    """A folded list of names is set as a paragraph; where the names tell nothing apart, by their pages."""
    for names in body.cssselect(".opened ul, ul.index"):
        items = names.findall("li")
        links = [link for item in items if len(item) == 1 and (link := item.find("a")) is not None]
        if links and len(links) == len(items):
            alike = len({link.text_content() for link in links}) < len(links)
            found = [_pages(links)] if alike else _run_in(links)
            _replace(names, P(*found, {"class": "references"}))


def _references(marks: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Links to claims by id and page."""
    found = [A(mark.get("data-card", ""), {"href": mark.get("href", ""), "class": "paged"}) for mark in marks]
    return _run_in(found)


def _run_in(links: list[HtmlElement]) -> list[HtmlElement]:
    """Links in a row; what stands between two is the second's, so that a row is no more than its links."""
    for link in links[1:]:
        link.text = f" · {link.text or ''}"
    return links


def _pages(links: Iterable[HtmlElement]) -> HtmlElement:
    """What holds the place of the page numbers of some entries."""
    return SPAN(*(A({"href": link.get("href", "")}) for link in links), {"class": "pages"})


def _joined(*parts: list[Piece]) -> Iterator[Piece]:
    for number, part in enumerate(parts):
        if number:
            yield " · "
        yield from part


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


def _shorten_neighbours(chapter: Chapter, dossier: Dossier) -> None:
    """A claim names the claims it was compared with; the others on the point stand beside it anyway."""
    for entry in chapter.body.cssselect("article.claim[id]"):
        claim = dossier.claims.get(entry.get("id", ""))
        fold = entry.find("div[@class='opened more']")
        if claim is None or fold is None:
            continue
        for label in fold.findall("p[@class='opened-label']"):
            label.drop_tree()
        for others in fold.findall("ul"):
            lines = [line for item in others.findall("li") if (line := _neighbour(item, claim, dossier))]
            before = others.getprevious()
            if before is not None and before.tag == "p" and before.find("a[@class='ref']") is not None:
                before.drop_tree()
            _replace(others, *([P(*_joined(*lines), {"class": "references"})] if lines else []))


def _neighbour(item: HtmlElement, claim: Claim, dossier: Dossier) -> list[Piece]:
    """'Differs: bodies-mutual p. 12', with our words on it where no entry of a comparison has them."""
    link, relation = item.find("a"), item.find("span[@class='relation']")
    other = dossier.claims.get(link.get("href", "").lstrip("#")) if link is not None else None
    label = relation.find("b") if relation is not None else None
    if other is None or label is None:
        return []
    reference = A(other.id, {"href": f"#{other.id}", "class": "paged"})
    told = not comparison_of(dossier, claim, other) and label.tail
    words = f". {label.tail.strip().rstrip('.')}" if told else ""
    return [f"{label.text_content().strip(' .:')}: ", reference, words]


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
