"""The book: the built pages in order, between a cover with contents and the notes and indexes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import html
from markupsafe import Markup

from ..locale import direction
from ..pages.assets import stylesheet
from ..record.dossier import Dossier
from ..render.context import Context
from ..render.html import join, tag
from ..render.text import plain
from . import chapter, contents, cover, index, links, views
from . import notes as notes_
from .chapter import Chapter
from .notes import Notes
from .press import Press, page_numbers
from .problem import BadBook

# How often the pages are laid out at most. A number that is printed may move what comes after it.
ROUNDS = 6


def make(site: Path, dossier: Dossier) -> bytes:
    """The book of a built site as the bytes of a PDF. Raises BadBook and says what is in the way."""
    chapters, notes = chapter.read(site, dossier), Notes()
    views.shorten(chapters)
    wrong = [*links.rewrite(chapters, notes, site, dossier), *links.broken(chapters, site)]
    if wrong:
        raise BadBook(wrong)
    contents.name_headings(chapters)
    mentions = index.anchor_mentions(chapters, dossier)
    back = [(notes_.ID, "Notes: outside addresses"), (index.NAMES_ID, index.NAMES), (index.CLAIMS_ID, index.CLAIMS)]

    def part(*pieces: Markup) -> str:
        return _document(dossier, pieces)

    def front(pages: dict[str, int]) -> str:
        return part(cover.page(dossier), contents.page(chapters, back, pages))

    press = Press(site, [stylesheet(dossier)])
    # The contents take the same room whatever numbers stand in them, so they can be laid out before those are known.
    draft = press.lay_out(front({}), after=0)
    text = part(*(_markup(each) for each in chapters))
    numbers = links.numbers(text, links.guess(text, after=len(draft.pages)))
    for _ in range(ROUNDS):
        body = press.lay_out(links.number(text, numbers), after=len(draft.pages))
        pages = page_numbers([draft, body])
        printed, numbers = numbers, links.numbers(text, pages)
        if numbers == printed:
            break
    else:
        raise BadBook([f"The page numbers did not come to rest in {ROUNDS} rounds."])
    after = len(draft.pages) + len(body.pages)
    end = press.lay_out(
        part(notes.page(), index.names(dossier, mentions, pages), index.claims(dossier, chapters, pages)), after=after
    )
    start = press.lay_out(front(page_numbers([draft, body, end])), after=0)
    if len(start.pages) != len(draft.pages):
        raise BadBook(["The contents took more pages than they were given."])
    return press.bind([start, body, end])


def _markup(each: Chapter) -> Markup:
    return Markup(html.tostring(each.body, encoding="unicode"))  # noqa: S704 (pages built from escaped records)


def _document(dossier: Dossier, pieces: Iterable[Markup]) -> str:
    """A part of the book as an HTML document, with the metadata that go into the PDF."""
    about = dossier.about
    day = f"{about.edition.date.first.isoformat()}T00:00:00Z"
    meta = {
        "description": plain(Context(dossier), about.summary),
        "author": "the dossier's contributors",
        "dcterms.created": day,
        "dcterms.modified": day,
    }
    head = tag(
        "head",
        Markup('<meta charset="utf-8">'),
        tag("title", about.title),
        [tag("meta", name=name, content=value) for name, value in meta.items()],
    )
    body = tag("body", join(pieces), data_title=about.title)
    return f"<!doctype html>{tag('html', head, body, lang=about.language, dir=direction(about.language))}"
