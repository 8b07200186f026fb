"""What is computed over a point: who says so, whether accounts differ, whether two accounts are really one.

The one place that knows these rules. We show standing; nothing here says which account is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ..record import figures
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Act, Claim, Comparison, Difference, Point, Relation

Standing = Literal["agreed", "same", "one side", "differs", "others"]
Independence = Literal["same utterance", "one account", "independent", "not known"]

# The acts by which a side tells what it wants, and not what happened.
WANTS: tuple[Act, ...] = ("proposes", "demands", "declines")


@dataclass(frozen=True)
class Pair:
    """Two claims on a point, how they relate and differ, our sentence on it where there is one, and if independent."""

    first: Claim
    second: Claim
    relation: Relation
    differs: Difference | None
    comparison: Comparison | None
    independence: Independence


def figures_agree(a: Claim, b: Claim) -> bool | None:
    """Whether all figures that two claims share by name and unit can both hold; None where they share none."""
    results = [
        result
        for name in a.figures.keys() & b.figures.keys()
        if (result := figures.compatible(a.figures[name], b.figures[name])) is not None
    ]
    return all(results) if results else None


def relation(dossier: Dossier, a: Claim, b: Claim) -> Relation | None:
    """How two claims relate: as our comparison says; without one, as their figures do; else None.

    Figures can prove a difference and never disprove one: the same number may be of something else.
    """
    agree = figures_agree(a, b)
    comparison = comparison_of(dossier, a, b)
    if comparison and comparison.relation:
        return comparison.relation
    if agree is None:
        return None
    return "supports" if agree else "differs"


def comparison_of(dossier: Dossier, a: Claim, b: Claim) -> Comparison | None:
    """Our sentence on two claims, whichever of them it names first."""
    return next((c for c in dossier.comparisons_on.get(a.id, []) if b.id in c.claims and a.id != b.id), None)


def origin(dossier: Dossier, claim: Claim) -> str | None:
    """The first outlet that had the words: the nearest the speaker in the chain. None where the chain is unknown."""
    if claim.chain == UNKNOWN:
        return None
    return claim.chain[0] if claim.chain else dossier.sources[claim.source].outlet


def independence(dossier: Dossier, a: Claim, b: Claim) -> Independence:
    """Whether two accounts count as two.

    One first outlet: one account. One speaker on one occasion: two witnesses that it was said, not that it is so. An
    unknown chain: not known, and independence is not claimed.
    """
    first, second = origin(dossier, a), origin(dossier, b)
    if first is not None and first == second:
        return "one account"
    if a.by == b.by != "unclear" and a.occasion == b.occasion != UNKNOWN:
        return "same utterance"
    return "not known" if first is None or second is None else "independent"


def one_account(dossier: Dossier, point: str) -> dict[str, list[Claim]]:
    """Claims on a point that several sources have from one first outlet, by that outlet: together one account."""
    found: dict[str, list[Claim]] = {}
    for claim in dossier.claims_on.get(point, []):
        if (first := origin(dossier, claim)) is not None:
            found.setdefault(first, []).append(claim)
    return {first: claims for first, claims in found.items() if len({claim.source for claim in claims}) > 1}


def pairs(dossier: Dossier, point: str) -> list[Pair]:
    """All pairs of claims on a point whose relation is known, in reading order."""
    claims = dossier.claims_on.get(point, [])
    found = []
    for a, b in combinations(claims, 2):
        if (related := relation(dossier, a, b)) is not None:
            comparison = comparison_of(dossier, a, b)
            first, second = (b, a) if comparison and comparison.claims[0] == b.id else (a, b)
            found.append(
                Pair(first, second, related, _difference(related, comparison), comparison, independence(dossier, a, b))
            )
    return found


def _difference(related: Relation, comparison: Comparison | None) -> Difference | None:
    """How two claims that differ do so: as our comparison says; else it is their figures that differ."""
    if related != "differs":
        return None
    return comparison.differs or "number" if comparison else "number"


def differences(dossier: Dossier, point: str) -> list[Pair]:
    """The pairs of claims on a point that differ."""
    return [pair for pair in pairs(dossier, point) if pair.relation == "differs"]


def said_by(dossier: Dossier, point: str) -> dict[str, list[Claim]]:
    """Claims on a point by the party whose speakers make them, parties in order; only those that speak."""
    claims = dossier.claims_on.get(point, [])
    found = {party: [c for c in claims if party in dossier.parties_of(c)] for party in dossier.parties}
    return {party: said for party, said in found.items() if said}


def wanting(dossier: Dossier, claim: Claim) -> set[str]:
    """The sides that by their own word want something in a claim, or refuse it.

    What one side tells of the other's refusal is an account like any other: nobody's here.
    """
    if claim.act not in WANTS:
        return set()
    own = {party for party in dossier.parties_of(claim) if party in dossier.sides}
    return own & {dossier.party_of(id_) for id_ in claim.of} if claim.of else own


def rivals(dossier: Dossier, first: Claim, second: Claim) -> bool:
    """Whether two claims are of different sides that each want something: no two accounts of one thing."""
    one, two = wanting(dossier, first), wanting(dossier, second)
    return bool(one and two) and one.isdisjoint(two)


def agreeing(dossier: Dossier, point: str) -> dict[str, list[Claim]]:
    """For each side, the claims that report its agreement on a point: its own, or those of one who is no side.

    What the other side says of it does not count: that would be one side's word on a deal.
    """
    found: dict[str, list[Claim]] = {side: [] for side in dossier.sides}
    for claim in dossier.claims_on.get(point, []):
        speaking = [party for party in dossier.parties_of(claim) if party in dossier.sides]
        named = [party for id_ in claim.of if (party := dossier.party_of(id_))] or speaking
        for side in dossier.sides:
            if claim.act == "agrees" and side in named and (not speaking or side in speaking):
                found[side].append(claim)
    return found


def standing(dossier: Dossier, point: str) -> Standing:
    """Where a point stands between the sides, by what is said and nothing else.

    differs   two claims on it differ
    agreed    every side is itself reported as agreeing, and no claims differ
    same      every side speaks on it, and no claims differ
    one side  one side speaks on it
    others    no side does: an outlet, a host or another party
    """
    if differences(dossier, point):
        return "differs"
    speaking = [side for side in dossier.sides if side in said_by(dossier, point)]
    if all(agreeing(dossier, point).values()):
        return "agreed"
    if len(speaking) == len(dossier.sides):
        return "same"
    return "one side" if speaking else "others"


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


def as_of(dossier: Dossier, point: str) -> When | None:
    """The date of the latest account on a point; None where no account is dated."""
    dates = [
        date
        for claim in dossier.claims_on.get(point, [])
        for date in (claim.date, dossier.sources[claim.source].date)
        if isinstance(date, When)
    ]
    return max(dates, key=lambda when: when.last, default=None)
