"""What is in dispute: which claims themselves, and which questions most."""

from __future__ import annotations

from collections.abc import Iterable

from ..record.dossier import Dossier
from ..record.model import Point
from .once import once, once_for_all
from .relations import RANK, Pair, between_sides, differences


@once_for_all
def disputed(dossier: Dossier) -> frozenset[str]:
    """Ids of the claims that another contradicts or differs from in a number."""
    return _disputed(pair for point in dossier.points for pair in differences(dossier, point))


@once
def between_two_sides(dossier: Dossier, point: str) -> frozenset[str]:
    """Ids of the claims on a question that another side's contradicts or differs from in a number."""
    return _disputed(pair for pair in differences(dossier, point) if between_sides(dossier, pair))


def _disputed(pairs: Iterable[Pair]) -> frozenset[str]:
    return frozenset(claim.id for pair in pairs if pair.kind != "detail" for claim in pair.all)


@once_for_all
def ranked(dossier: Dossier) -> tuple[Point, ...]:
    """The points on which accounts differ: contradictions, then numbers, then details; in each by weight."""

    def rank(point: Point) -> tuple[int, int]:
        return RANK[differences(dossier, point.id)[0].kind or "detail"], -point.weight

    return tuple(sorted((point for point in dossier.points.values() if differences(dossier, point.id)), key=rank))
