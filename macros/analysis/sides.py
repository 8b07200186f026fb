"""The sides: which of them speak on a point, and in which order they stand.

The order is a rule that readers can be told in two sentences: **on each question the side that spoke first stands
first. Where they spoke on the same day, or it is not known, who denies or declines something on that day stands behind
who does not; then who proposes or demands something stands before who does not; else they take turns from question to
question, the weightiest first; a side that does not speak stands last.** What was said on later days does not count. No
side is first by its name or by its place in `dossier.yml`, and exchanging two sides in the record exchanges them on the
page.
"""

from __future__ import annotations

from datetime import date

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import Claim, Meaning
from .once import once, once_for_all

ASKS: tuple[Meaning, ...] = ("proposes", "demands")
ANSWERS: tuple[Meaning, ...] = ("denies", "declines")


@once
def said_by(dossier: Dossier, point: str) -> dict[str, list[Claim]]:
    """Claims on a point by the party whose speakers make them, parties in order; only those that speak."""
    claims = dossier.claims_on.get(point, [])
    found = {party: [c for c in claims if party in dossier.parties_of(c)] for party in dossier.parties}
    return {party: said for party, said in found.items() if said}


@once
def voices_on(dossier: Dossier, point: str) -> dict[frozenset[str], list[Claim]]:
    """Claims on a point by the parties that make them together, those first whose claim stands first."""
    found: dict[frozenset[str], list[Claim]] = {}
    for claim in dossier.claims_on.get(point, []):
        found.setdefault(frozenset(dossier.parties_of(claim)), []).append(claim)
    return found


@once
def order(dossier: Dossier, point: str) -> tuple[str, ...]:
    """All sides in the order in which they stand on a question, by the rule above."""
    sides = dossier.sides
    said = said_by(dossier, point)
    turn = _turns(dossier).get(point, 0) % max(len(sides), 1)
    turned = sides[turn:] + sides[:turn]
    return tuple(sorted(turned, key=lambda side: (side not in said, _came(dossier, said.get(side, [])))))


def speaking(dossier: Dossier, point: str) -> tuple[str, ...]:
    """The sides that speak on a point, in their order on it."""
    return tuple(side for side in order(dossier, point) if side in said_by(dossier, point))


@once_for_all
def _turns(dossier: Dossier) -> dict[str, int]:
    """Whose turn it is where sides spoke on the same day: counted by weight, and over these questions alone."""

    def tied(point: str) -> bool:
        said = said_by(dossier, point)
        came = [_came(dossier, said.get(side, [])) for side in dossier.sides]
        return len(set(came)) < len(came)

    def early(point: str) -> tuple[bool, int]:
        return not said_by(dossier, point).keys() & set(dossier.sides), -dossier.points[point].weight

    return {point: number for number, point in enumerate(sorted(filter(tied, dossier.points), key=early))}


def _came(dossier: Dossier, claims: list[Claim]) -> tuple[date, bool, bool]:
    """When a side came to speak: the day of its earliest claims, whether they answer somebody, whether none asks.

    'In June' may have been on the last day of it.
    """
    day = min(map(_day, claims), default=date.max)
    does = {dossier.meaning(claim) for claim in claims if _day(claim) == day}
    return day, not does.isdisjoint(ANSWERS), does.isdisjoint(ASKS)


def _day(claim: Claim) -> date:
    return claim.date.last if isinstance(claim.date, When) else date.max
