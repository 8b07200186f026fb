"""The numbers under which things stand in the book: questions 1, 2, ...; claims 1.1, 1.2, ...; notes on sources."""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.course import by_time, then_and_later
from ..locale.sorting import sort_key
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import Claim, Outlet, Point, Source
from ..render.paper import Paper


def paper(dossier: Dossier, pages: Mapping[str, str]) -> Paper:
    """The medium of this book, in which everything has its number. `pages` are the site's, as parts of the book."""
    questions = {point.id: number for number, point in enumerate(order(dossier), 1)}
    claims = {
        claim.id: f"{number}.{place}"
        for id_, number in questions.items()
        for place, claim in enumerate(claims_on(dossier, id_), 1)
    }
    sources = [source.id for outlet in outlets(dossier) for source in sources_of(dossier, outlet)]
    return Paper(questions, claims, {id_: number for number, id_ in enumerate(sources, 1)}, pages)


def order(dossier: Dossier) -> list[Point]:
    """The questions topic by topic, the weightiest first."""
    return [point for points in dossier.points_on.values() for point in points]


def claims_on(dossier: Dossier, point: str) -> list[Claim]:
    """The claims on a question in order of time: those of the event's own time, then what came of it."""
    then, later = then_and_later(dossier, point)
    return [*by_time(dossier, then), *by_time(dossier, later)]


def outlets(dossier: Dossier) -> list[Outlet]:
    """The outlets by name."""
    return sorted(dossier.outlets.values(), key=lambda outlet: sort_key(outlet.name))


def sources_of(dossier: Dossier, outlet: Outlet) -> list[Source]:
    """The pages of an outlet by date, undated ones last."""
    found = [source for source in dossier.sources.values() if source.outlet == outlet.id]
    return sorted(found, key=lambda source: source.date.first.isoformat() if isinstance(source.date, When) else "9999")
