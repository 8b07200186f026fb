"""The one index: people, bodies, places, outlets, terms, events and questions, each with the pages it stands on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ..locale import text
from ..record.dossier import Dossier
from ..record.model import Event, Person, Point
from ..render.html import tag
from ..render.paper import Paper
from .chapter import Chapter, titled
from .sources import back_links

ID = "names"


def chapter(dossier: Dossier, paper: Paper, pages: Mapping[str, int]) -> Chapter:
    """All names by letter; every page number leads to the first place on that page."""
    rows: list[Markup] = []
    letter = ""
    for name, places in sorted(_entries(dossier, paper, pages), key=lambda entry: _key(entry[0])):
        first = _key(name)[:1].upper()
        if first != letter:
            letter = first
            rows.append(tag("p", letter, class_="letter"))
        rows.append(tag("p", name, "  ", back_links(places), class_="row"))
    return titled(ID, text("book.index"), tag("div", rows, class_="columns"))


def _entries(dossier: Dossier, paper: Paper, pages: Mapping[str, int]) -> Iterator[tuple[str, dict[int, str]]]:
    """Names, and for each the id of its first mention on each page."""
    for id_, anchors in paper.mentions.items():
        places: dict[int, str] = {}
        for anchor in anchors:
            if anchor in pages:
                places.setdefault(pages[anchor], anchor)
        if places:
            yield _name(dossier, id_), places
    for id_ in paper.questions:
        if (anchor := f"q-{id_}") in pages:
            yield dossier.points[id_].title, {pages[anchor]: anchor}


def _name(dossier: Dossier, id_: str) -> str:
    """A person by the name they are known by, with the rest after a comma; others as they are called."""
    entry = dossier.entries[id_]
    if isinstance(entry, (Event, Point)):
        return entry.title
    name = str(getattr(entry, "name", id_))
    if isinstance(entry, Person) and entry.kind == "person" and name.endswith(f" {entry.short}"):
        return f"{entry.short}, {name.removesuffix(entry.short).strip()}"
    return name


def _key(name: str) -> str:
    """Upper and lower case, and letters with and without marks, stand together; what is no letter is passed over."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in folded if letter.isalnum() or letter == " ").strip()
