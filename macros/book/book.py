"""The book, rendered for paper from the record and the pages of prose: one text, laid out once, then front and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from ..locale import direction, text
from ..pages.assets import stylesheet
from ..record.dossier import Dossier
from ..render.context import Context
from ..render.handout import SIZES, largest
from ..render.html import join, tag
from ..render.paper import Paper
from ..render.text import plain
from . import differ, front, index, numbers, prose, questions, sources, spoken, tables
from .chapter import Chapter
from .press import Press, page_numbers
from .problem import BadBook
from .typeset import typeset

MANY = 900  # pages before a page that is tried: no number of a page is longer than one after them


def make(dossier: Dossier) -> bytes:
    """The book as the bytes of a PDF. Raises BadBook and says what is in the way."""
    pages, paper = on_paper(dossier)
    context = Context(dossier, paper=paper)
    press = Press(dossier, [stylesheet(dossier), spoken.style()])
    parts = [on_a_page(press, dossier, part) if part.sheet else part for part in chapters(context, pages)]
    cover, how_to = front.cover(context), front.how_to(context)

    def begin(pages: dict[str, int]) -> str:
        return document(dossier, [cover, how_to, front.contents([*parts, *back(context, pages)], pages)])

    draft = press.lay_out(begin({}), after=0)
    body = press.lay_out(document(dossier, (each.html() for each in parts)), after=len(draft.pages))
    known = page_numbers([draft, body])
    after = len(draft.pages) + len(body.pages)
    end = press.lay_out(document(dossier, (each.html() for each in back(context, known))), after=after)
    start = press.lay_out(begin(page_numbers([draft, body, end])), after=0)
    if len(start.pages) != len(draft.pages):
        raise BadBook(["The contents took more pages than they were given."])
    everywhere = page_numbers([start, body, end])
    return press.bind([start, body, end], lambda name: _leads(paper, name, everywhere[name]))


def on_paper(dossier: Dossier) -> tuple[dict[str, str], Paper]:
    """The pages of prose that the book takes in, by part, and the numbers that everything has in it."""
    pages = prose.pages(dossier)
    return pages, numbers.paper(dossier, {prose.address(path): part for path, part in pages.items() if part})


def _leads(paper: Paper, name: str, page: int) -> str:
    """Where a link leads, for those who hear it."""
    kind, id_ = name[:2], name[2:]
    if kind == "c-" and id_ in paper.claims:
        return text("book.to-claim", number=paper.claims[id_], page=page)
    if kind == "n-" and id_ in paper.notes:
        return text("book.to-note", number=paper.notes[id_], page=page)
    return text("book.to-page", page=page)


def chapters(context: Context, pages: dict[str, str]) -> list[Chapter]:
    """The text in order: the hand-out, the prose up to the first list of the navigation, the lists, other prose."""
    paper = context.paper
    assert paper is not None  # noqa: S101 (a book is on paper)
    of_prose = {each.id: each for each in prose.chapters(context, pages)}
    sheet = [of_prose.pop(prose.SHEET)] if prose.SHEET in of_prose else []
    parts = list(pages.values())
    lists = [parts.index(part) for part in parts if part in (questions.ID, differ.DIFFER)]
    early = set(parts[: min(lists, default=len(parts))])
    dossier = context.dossier
    return (
        [
            *sheet,
            *(each for id_, each in of_prose.items() if id_ in early),
            differ.left_out(context, paper),
            differ.differ(context, paper),
            questions.chapter(context, paper),
            *tables.all_of(context, paper),
            *(each for id_, each in of_prose.items() if id_ not in early),
        ]
        if dossier.points
        else [*sheet, *of_prose.values()]
    )


def on_a_page(press: Press, dossier: Dossier, sheet: Chapter) -> Chapter:
    """A part in the largest letters in which it takes one page; in the smallest where it does so in none.

    What it leads to stands behind it on a page that is there for nothing else, so that it has all its words.
    """
    ids = sorted(set(re.findall(r'(?:data-at|href)="#([^"]+)"', sheet.body)))
    led_to = tag("section", [tag("p", id=id_) for id_ in ids], class_="chapter")

    def is_one(size: float) -> bool:
        html = document(dossier, [replace(sheet, size=size).html(), led_to])
        return len(press.lay_out(html, after=MANY).pages) == 1 + bool(ids)

    return replace(sheet, size=largest(is_one) or SIZES[-1])


def back(context: Context, pages: dict[str, int]) -> list[Chapter]:
    """What comes last: the sources and the index, which lead to `pages`, the page of everything named."""
    paper = context.paper
    assert paper is not None  # noqa: S101
    return [sources.chapter(context, paper, pages), index.chapter(context.dossier, paper, pages)]


def document(dossier: Dossier, pieces: Iterable[Markup]) -> str:
    """A part of the book as an HTML document, with the metadata that go into the PDF."""
    about = dossier.about
    day = f"{about.edition.date.first.isoformat()}T00:00:00Z"
    meta = {
        "description": plain(Context(dossier), about.summary),
        "author": text("about.authors"),
        "dcterms.created": day,
        "dcterms.modified": day,
    }
    head = tag(
        "head",
        Markup('<meta charset="utf-8">'),
        tag("title", about.title),
        [tag("meta", name=name, content=value) for name, value in meta.items()],
    )
    body = tag("body", Markup(typeset(join(pieces), about.language)), data_title=about.title)  # noqa: S704
    return f"<!doctype html>{tag('html', head, body, lang=about.language, dir=direction(about.language))}"
