"""How two claims on a point relate, and of which kind a difference is. Nothing here says which account is true."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from ..record import figures
from ..record.dossier import Dossier
from ..record.model import Claim, Comparison, Difference, Meaning, Relation
from .gaps import Gap, gap
from .once import once

# The weightiest kind of difference first.
RANK: dict[Difference, int] = {"contradicts": 0, "number": 1, "detail": 2}
# The acts by which a side tells what it wants, and not what happened.
WANTS: tuple[Meaning, ...] = ("proposes", "demands", "declines")


@dataclass(frozen=True)
class Pair:
    """Two claims on a point and how they relate, with our sentence on it where there is one.

    `kind` says how two accounts differ and is None where they do not; `gap` is by how much their figures do. Two sides
    of which each says what it wants are `rival`, whatever their figures: these are no two accounts of one thing.
    """

    first: Claim
    second: Claim
    relation: Relation
    comparison: Comparison | None = None
    kind: Difference | None = None
    gap: Gap | None = None
    rival: bool = False


def figures_agree(dossier: Dossier, a: Claim, b: Claim) -> bool | None:
    """Whether all figures that two claims share by name and unit can both hold; None where they share none."""
    results = [
        result
        for name in a.figures.keys() & b.figures.keys()
        if (result := figures.compatible(a.figures[name], b.figures[name], dossier.about.units)) is not None
    ]
    return all(results) if results else None


def relation(dossier: Dossier, a: Claim, b: Claim) -> Relation | None:
    """How two claims relate: as our comparison says; without one, as their figures do; else None.

    Figures can prove a difference and never disprove one: the same number may be of something else.
    """
    comparison = comparison_of(dossier, a, b)
    if comparison and comparison.relation:
        return comparison.relation
    agree = figures_agree(dossier, a, b)
    if agree is None:
        return None
    return "supports" if agree else "differs"


def comparison_of(dossier: Dossier, a: Claim, b: Claim) -> Comparison | None:
    """Our sentence on two claims, whichever of them it names first."""
    return next((c for c in dossier.comparisons_on.get(a.id, []) if b.id in c.claims and a.id != b.id), None)


@once
def pairs(dossier: Dossier, point: str) -> tuple[Pair, ...]:
    """All pairs of claims on a point whose relation is known, in reading order."""
    found = []
    for a, b in combinations(dossier.claims_on.get(point, []), 2):
        if (related := relation(dossier, a, b)) is not None:
            comparison = comparison_of(dossier, a, b)
            first, second = (b, a) if comparison and comparison.claims[0] == b.id else (a, b)
            found.append(_pair(dossier, first, second, related, comparison))
    return tuple(found)


@once
def differences(dossier: Dossier, point: str) -> tuple[Pair, ...]:
    """The pairs of claims on a point whose accounts differ, the most telling first.

    Contradictions stand before numbers and numbers before details; in each, those between sides before others, and of
    numbers those that are farther apart.
    """

    def rank(pair: Pair) -> tuple[int, bool, float]:
        share = pair.gap.share if pair.gap else None
        return RANK[pair.kind or "detail"], not between_sides(dossier, pair), -(share or 0)

    return tuple(sorted((pair for pair in pairs(dossier, point) if pair.kind), key=rank))


def between_sides(dossier: Dossier, pair: Pair) -> bool:
    """Whether the two claims are of different sides."""
    one, other = ({p for p in dossier.parties_of(c) if p in dossier.sides} for c in (pair.first, pair.second))
    return bool(one and other) and one.isdisjoint(other)


def wanting(dossier: Dossier, claim: Claim) -> set[str]:
    """The sides that by their own word want something in a claim, or refuse it.

    What one side tells of the other's refusal is an account like any other: nobody's here.
    """
    if dossier.meaning(claim) not in WANTS:
        return set()
    own = {party for party in dossier.parties_of(claim) if party in dossier.sides}
    return own & {dossier.party_of(id_) for id_ in claim.of} if claim.of else own


def rivals(dossier: Dossier, first: Claim, second: Claim) -> bool:
    """Whether two claims are of different sides that each want something: no two accounts of one thing."""
    one, two = wanting(dossier, first), wanting(dossier, second)
    return bool(one and two) and one.isdisjoint(two)


def _pair(dossier: Dossier, first: Claim, second: Claim, related: Relation, comparison: Comparison | None) -> Pair:
    rival = related in ("differs", "adds") and rivals(dossier, first, second)
    if rival or related != "differs":
        return Pair(first, second, related, comparison, rival=rival)
    apart = gap(first, second, dossier.about.units)
    computed: Difference = "contradicts" if apart is None else "number" if apart.large else "detail"
    return Pair(first, second, related, comparison, (comparison and comparison.differs) or computed, apart)
