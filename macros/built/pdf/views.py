"""Views of the record on paper: what an entry says in full is printed with the entry, and other pages refer to it.

On a screen each view repeats the way a claim took to us, since a reader comes to it from anywhere. In the book that
would print the record three times over. Works on chapters as they are read, before their links are rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement
from lxml.html.builder import DIV, A, P

from ...dossier import Dossier
from ...points import comparison_of
from ...render.context import HOMES
from .chapter import Chapter


def shorten(chapters: Iterable[Chapter], dossier: Dossier) -> None:
    """Leave to the entries what stands there in full."""
    cells: dict[str, str] = {}
    for chapter in chapters:
        if chapter.url == HOMES["claims"]:
            _shorten_neighbours(chapter, dossier)
        else:
            _print_cells_once(chapter, cells)
            _refer_in_cells(chapter.body)
            _refer_in_statements(chapter.body)
            _refer_in_folds(chapter.body)
            _run_in_lists(chapter.body)
            _drop_ways(chapter.body)


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
                cell.append(P(*_joined(_reference(mark) for mark in marks), {"class": "references"}))
        for line in section.cssselect(".question, .standing-line, .state-note"):
            line.drop_tree()


def _refer_in_statements(body: HtmlElement) -> None:
    """By speaker, the quotations and the reported statements are named apart, by id and page."""
    for statements in body.cssselect("ul.statements"):
        kinds: dict[str, list[HtmlElement]] = {}
        for item in statements.findall("li"):
            kind = item.find("span[@class='kind']")
            entry = item.find(".//a[@data-card]")
            if kind is not None and entry is not None:
                kinds.setdefault(kind.text_content(), []).append(_reference(entry))
        lines = [P(f"{kind}: ", *_joined(found), {"class": "references"}) for kind, found in kinds.items()]
        _replace(statements, *lines)


def _refer_in_folds(body: HtmlElement) -> None:
    """Claims that a page keeps folded are named by id and page."""
    for fold in body.cssselect(".opened ul.readings"):
        marks = [item.find(".//a[@class='mark']") for item in fold.findall("li")]
        found = [_reference(mark) for mark in marks if mark is not None]
        if len(found) == len(marks):
            _replace(fold, P(*_joined(found), {"class": "references"}))


def _run_in_lists(body: HtmlElement) -> None:
    """A folded list of names is set as a paragraph."""
    for names in body.cssselect(".opened ul, ul.index"):
        items = names.findall("li")
        links = [link for item in items if len(item) == 1 and (link := item.find("a")) is not None]
        if len(links) == len(items):
            several = len({link.text_content() for link in links}) < len(links)
            found = (_named_by_id(link) if several else link for link in links)
            _replace(names, P(*_joined(found), {"class": "references"}))


def _named_by_id(link: HtmlElement) -> HtmlElement:
    href = link.get("href", "")
    return A(href.partition("#")[2], {"href": href, "class": "paged"})


def _reference(mark: HtmlElement) -> HtmlElement:
    return A(mark.get("data-card", ""), {"href": mark.get("href", ""), "class": "paged"})


def _joined(parts: Iterable[HtmlElement]) -> Iterator[HtmlElement | str]:
    for number, part in enumerate(parts):
        if number:
            yield " · "
        yield part


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
        lines = []
        for others in fold.findall("ul"):
            for item in others.findall("li"):
                link, relation = item.find("a"), item.find("span[@class='relation']")
                other = dossier.claims.get((link.get("href") or "").lstrip("#")) if link is not None else None
                if other is None or relation is None:
                    continue
                comparison = comparison_of(dossier, claim, other)
                line = DIV(*_neighbour(link, relation, comparison.id if comparison else None))
                lines.append(line)
            before = others.getprevious()
            if before is not None and before.tag == "p" and before.find("a[@class='ref']") is not None:
                before.drop_tree()
            _replace(others, *lines)


def _neighbour(link: HtmlElement, relation: HtmlElement, comparison: str | None) -> Iterator[HtmlElement | str]:
    """'Differs: bodies-mutual p. 12. Why: p. 34', or with our words on it where they stand nowhere else."""
    label = relation.find("b")
    words = label.text_content().strip(" .:") if label is not None else ""
    yield f"{words}: " if words else ""
    yield A((link.get("href") or "").lstrip("#"), {"href": link.get("href", ""), "class": "paged"})
    if comparison:
        yield " · "
        yield A("compared", {"href": f"../{HOMES['comparisons']}#{comparison}", "class": "paged"})
    elif label is not None:
        yield f". {(label.tail or '').strip()}"


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
