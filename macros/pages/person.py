"""The page of each person and body that speaks: `/people/<id>/`."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.speakers import by_party
from ..locale import apart
from ..record.addresses import PEOPLE
from ..record.dossier import Dossier
from ..record.model import Person
from ..render.context import Context
from ..render.html import escape
from ..render.person import description, person, way_back
from .front import front_matter


def paths(dossier: Dossier) -> Iterator[str]:
    """The paths of the pages, by party as in the list of people."""
    yield from (_path(item) for item in _speaking(dossier))


def pages(dossier: Dossier) -> dict[str, str]:
    """The pages by their path."""
    return {_path(item): _page(dossier, item) for item in _speaking(dossier)}


def _speaking(dossier: Dossier) -> Iterator[Person]:
    for _, members in by_party(dossier, dossier.people.values()):
        yield from (item for item in members if item.id in dossier.speakers)


def _path(item: Person) -> str:
    return f"{PEOPLE}{item.id}.md"


def _page(dossier: Dossier, item: Person) -> str:
    context = Context(dossier, f"{PEOPLE}{item.id}/", item.name)
    front = front_matter(item.name, description(context, item), "toc")
    return f"{front}{way_back(context, item)}\n\n# {apart(escape(item.name))}\n\n{person(context, item)}\n"
