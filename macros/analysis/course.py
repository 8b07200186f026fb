"""The course of a matter in time: what was said then and later, the latest account of it, whether it is open."""

from __future__ import annotations

from collections.abc import Iterable

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import Claim, Point
from .once import once
from .relations import pairs


@once
def then_and_later(dossier: Dossier, point: str) -> tuple[list[Claim], list[Claim]]:
    """The claims on a point in two: those up to the day of the dossier's event, and those of what came of it.

    Later is what other accounts date after that day, and what a comparison says is later. What a primary source tells,
    and a claim without a date, is of its time.
    """
    event = dossier.events[dossier.about.event].when
    claims = dossier.claims_on.get(point, [])
    later = {pair.second.id for pair in pairs(dossier, point) if pair.relation == "later"}
    if isinstance(event, When):
        others = [c for c in claims if not dossier.is_primary(c)]
        later |= {c.id for c in others if isinstance(c.date, When) and c.date.first > event.last}
    return [c for c in claims if c.id not in later], [c for c in claims if c.id in later]


def is_open(point: Point) -> bool:
    """Whether the matter is still open by the accounts on it."""
    return point.state == "open"


@once
def as_of(dossier: Dossier, point: str) -> When | None:
    """The date of the latest account on a point; None where no account is dated."""
    dates = [
        date
        for claim in dossier.claims_on.get(point, [])
        for date in (claim.date, dossier.sources[claim.source].date)
        if isinstance(date, When)
    ]
    return max(dates, key=lambda when: when.last, default=None)


def by_time(dossier: Dossier, claims: Iterable[Claim]) -> list[Claim]:
    """Claims in order of time, undated ones first; within a day those of primary sources first."""

    def moment(claim: Claim) -> tuple[str, bool]:
        dates = (claim.date, dossier.sources[claim.source].date)
        day = next((when.first.isoformat() for when in dates if isinstance(when, When)), "")
        return day, not dossier.is_primary(claim)

    return sorted(claims, key=moment)
