"""One outlet against another: the questions on which both have an account, and where their accounts differ.

A pair of outlets is worth a reader's time where the two differ anywhere, or where one of them published a source that
the dossier takes apart. Outlets are compared by what stands on their own pages, whoever is speaking there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from ..record.dossier import Dossier
from ..record.model import Claim, Difference, Point
from .once import once, once_for_all
from .relations import RANK, Pair, differences

# Two outlets that meet on fewer questions than this have no page: their own pages name the questions.
ENOUGH = 3


@dataclass(frozen=True)
class Shared:
    """A question on which both outlets have an account: what stands in each, and how the two differ, worst first."""

    point: Point
    first: tuple[Claim, ...]
    second: tuple[Claim, ...]
    differing: tuple[Pair, ...]

    @property
    def kind(self) -> Difference | None:
        """Of which kind the weightiest difference is; None where none is recorded."""
        return self.differing[0].kind if self.differing else None


@dataclass(frozen=True)
class Against:
    """Two outlets and the questions they share: those on which they differ first, in each kind by weight."""

    first: str
    second: str
    questions: tuple[Shared, ...]

    @property
    def differing(self) -> tuple[Shared, ...]:
        """The questions on which the two differ."""
        return tuple(shared for shared in self.questions if shared.kind)

    @property
    def has_page(self) -> bool:
        """Whether they meet on enough questions for a page of their own."""
        return len(self.questions) >= ENOUGH

    def other(self, outlet: str) -> str:
        """The other of the two."""
        return self.second if outlet == self.first else self.first


@once_for_all
def pairs_of_outlets(dossier: Dossier) -> tuple[Against, ...]:
    """All pairs worth a look; of each the outlet of a primary source is the first, else the one first by its id."""
    primary = {dossier.sources[id_].outlet for id_ in dossier.about.primary}
    shared: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for point in dossier.points.values():
        for (first, second), found in _on(dossier, point, primary).items():
            shared[first, second].append(found)
    return tuple(
        Against(first, second, tuple(sorted(questions, key=_rank)))
        for (first, second), questions in shared.items()
        if first in primary or any(each.kind for each in questions)
    )


@once
def against(dossier: Dossier, outlet: str) -> tuple[Against, ...]:
    """The pairs that an outlet is in: those that differ on most questions first, then those that share most."""
    found = (pair for pair in pairs_of_outlets(dossier) if outlet in (pair.first, pair.second))
    return tuple(sorted(found, key=lambda pair: (-len(pair.differing), -len(pair.questions))))


def _on(dossier: Dossier, point: Point, primary: set[str]) -> dict[tuple[str, str], Shared]:
    """The pairs of outlets that meet on a question."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in dossier.claims_on[point.id]:
        claims[dossier.sources[claim.source].outlet].append(claim)
    between: dict[frozenset[str], list[Pair]] = defaultdict(list)
    for pair in differences(dossier, point.id):
        for one, first in _by_outlet(dossier, pair.like_first or (pair.first,)).items():
            for two, second in _by_outlet(dossier, pair.like_second or (pair.second,)).items():
                between[frozenset((one, two))].append(replace(pair, first=first, second=second))
    ordered = sorted(claims, key=lambda id_: (id_ not in primary, id_))
    return {
        (one, two): Shared(point, tuple(claims[one]), tuple(claims[two]), tuple(between[frozenset((one, two))]))
        for one, two in combinations(ordered, 2)
    }


def _by_outlet(dossier: Dossier, claims: Iterable[Claim]) -> dict[str, Claim]:
    """The first of some claims that say the same in each outlet."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(dossier.sources[claim.source].outlet, claim)
    return found


def _rank(shared: Shared) -> tuple[int, int]:
    return RANK[shared.kind] if shared.kind else len(RANK), -shared.point.weight
