"""How two claims on a point relate, and of which kind a difference is. Nothing here says which account is true."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from ..record import figures
from ..record.dossier import Dossier
from ..record.model import Claim, Comparison, Difference, Meaning, Relation
from .gaps import Gap, gap
from .once import once
from .readings import Reading, met

# The weightiest kind of difference first.
RANK: dict[Difference, int] = {"contradicts": 0, "number": 1, "detail": 2}
# The acts by which a side tells what it wants, and not what happened.
WANTS: tuple[Meaning, ...] = ("proposes", "demands", "declines")


@dataclass(frozen=True)
class Pair:
    """Two claims on a point and how they relate, with our sentence on it where there is one.

    `kind` says how two accounts differ and is None where they do not; `gap` is by how much their figures do. Two sides
    of which each says what it wants are `rival`, whatever their figures: these are no two accounts of one thing.

    Where claims say the same, one pair stands for all of them: those that stand as `first` and as `second` does.
    """

    first: Claim
    second: Claim
    relation: Relation
    comparison: Comparison | None = None
    kind: Difference | None = None
    gap: Gap | None = None
    rival: bool = False
    like_first: tuple[Claim, ...] = ()
    like_second: tuple[Claim, ...] = ()

    @property
    def all(self) -> tuple[Claim, ...]:
        """The claims that the pair stands for."""
        return (self.first, self.second, *self.like_first, *self.like_second)


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
    """The pairs of claims on a point whose relation is known, in reading order: each that we have a sentence on.

    Of all others, that is of what their figures say, one pair for each two readings.
    """
    place = {claim.id: number for number, claim in enumerate(dossier.claims_on.get(point, []))}
    found = [*_compared(dossier, place), *_by_figures(dossier, point)]
    return tuple(sorted(found, key=lambda pair: sorted((place[pair.first.id], place[pair.second.id]))))


@once
def compared(dossier: Dossier, point: str) -> dict[str, Pair]:
    """The pairs of claims on a point that we have a sentence on, by its id."""
    return {pair.comparison.id: pair for pair in pairs(dossier, point) if pair.comparison}


def _compared(dossier: Dossier, on_point: Collection[str]) -> Iterator[Pair]:
    """The pairs that we have a sentence on."""
    for comparison in {c.id: c for id_ in on_point for c in dossier.comparisons_on.get(id_, [])}.values():
        first, second = (dossier.claims[id_] for id_ in comparison.claims)
        if {first.id, second.id} <= set(on_point) and comparison_of(dossier, first, second) == comparison:
            related = relation(dossier, first, second)
            if related is not None:
                yield _pair(dossier, first, second, related, comparison)


def _by_figures(dossier: Dossier, point: str) -> Iterator[Pair]:
    """For each two readings whose figures relate a pair of claims that we have no sentence on, with all like them."""
    for one, other in met(dossier, point):
        agree = figures_agree(dossier, one.claims[0], other.claims[0])
        if agree is None:
            continue
        firsts, seconds = _not_compared(dossier, one, other), _not_compared(dossier, other, one)
        for first in firsts[:1]:
            second = next(each for each in seconds if each.id != first.id and not comparison_of(dossier, first, each))
            pair = _pair(dossier, first, second, "supports" if agree else "differs", None)
            yield replace(pair, like_first=firsts, like_second=seconds)


def _not_compared(dossier: Dossier, one: Reading, other: Reading) -> tuple[Claim, ...]:
    """The claims of a reading that we have not compared with every claim of another, or of the same."""
    there, same = {claim.id for claim in other.claims}, one is other

    def compared(claim: Claim) -> int:
        return sum(not there.isdisjoint({*c.claims} - {claim.id}) for c in dossier.comparisons_on.get(claim.id, []))

    return tuple(claim for claim in one.claims if compared(claim) < len(there) - same)


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
    return {party for party in dossier.acting_in(claim) if party in dossier.sides}


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
