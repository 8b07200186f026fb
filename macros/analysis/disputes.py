"""What is in dispute: which claims themselves, and which questions most."""

from __future__ import annotations

from ..record.dossier import Dossier
from ..record.model import Point
from .once import once_for_all
from .relations import RANK, differences


@once_for_all
def disputed(dossier: Dossier) -> frozenset[str]:
    """Ids of the claims that another contradicts or differs from in a number."""
    return frozenset(
        claim.id
        for point in dossier.points
        for pair in differences(dossier, point)
        if pair.kind != "detail"
        for claim in pair.all
    )


@once_for_all
def ranked(dossier: Dossier) -> tuple[Point, ...]:
    """The points on which accounts differ: contradictions, then numbers, then details; in each by weight."""

    def rank(point: Point) -> tuple[int, int]:
        return RANK[differences(dossier, point.id)[0].kind or "detail"], -point.weight

    return tuple(sorted((point for point in dossier.points.values() if differences(dossier, point.id)), key=rank))
