"""Matters of which numbers are promised and counted, and who contradicts that there was such a promise or count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, get_args

from ..record import figures
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import Claim, Figure, Matter
from .once import once
from .relations import differences

Kind = Literal["promised", "counted"]


@dataclass(frozen=True)
class Row:
    """One number that somebody gives, and the claims in which they give it, the earliest first.

    Without a figure: what somebody says against a number of the kind without giving one.
    """

    kind: Kind
    figure: Figure | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Group:
    """The numbers of a matter in one unit: those promised first, then those counted, each in order of time."""

    matter: Matter
    rows: tuple[Row, ...]

    @property
    def disputed(self) -> bool:
        """Whether somebody contradicts that there was a promise, or that it was this one."""
        return any(row.kind == "promised" and not row.figure for row in self.rows)


def groups(dossier: Dossier) -> list[Group]:
    """The matters of which a number is promised and a number is counted, in the order of the record."""
    found = []
    for matter in dossier.about.matters:
        given = [row for kind in get_args(Kind) for row in _given(dossier, matter.id, kind)]
        for unit in dict.fromkeys(row.figure.unit for row in given if row.figure):
            of_unit = [row for row in given if row.figure and row.figure.unit == unit]
            if {row.kind for row in of_unit} == set(get_args(Kind)):
                rows = [row for kind in get_args(Kind) for row in _with_objections(dossier, kind, of_unit)]
                found.append(Group(matter, tuple(rows)))
    return found


def _given(dossier: Dossier, matter: str, kind: Kind) -> list[Row]:
    """The numbers of a kind, each once for all claims in which the same speakers give it."""
    given: dict[tuple[str, str], list[tuple[Figure, Claim]]] = {}
    for claim in dossier.claims.values():
        for figure in claim.figures.values():
            if getattr(figure, kind) == matter:
                given.setdefault((str(claim.by), figures.text_of(figure, {})), []).append((figure, claim))
    rows = [Row(kind, said[0][0], tuple(sorted((c for _, c in said), key=_day))) for said in given.values()]
    return sorted(rows, key=lambda row: _day(row.claims[0]))


def _with_objections(dossier: Dossier, kind: Kind, given: list[Row]) -> list[Row]:
    """The numbers of a kind, and then, once for each speaker, what contradicts one of them without a number."""
    rows = [row for row in given if row.kind == kind]
    numbers: dict[str, list[Row]] = {}
    for row in rows:
        numbers.setdefault(figures.text_of(row.figure, {}) if row.figure else "", []).append(row)
    against: dict[str, dict[str, Claim]] = {}
    for same in numbers.values():
        for speaker, claims in _objections(dossier, same).items():
            if all(speaker != str(row.claims[0].by) for row in rows):
                against.setdefault(speaker, {}).update(claims)
    # The fullest account first: it is the one whose words are shown.
    fullest = [sorted(claims.values(), key=lambda claim: -len(claim.says)) for claims in against.values()]
    return rows + [Row(kind, None, tuple(claims)) for claims in fullest]


def _objections(dossier: Dossier, same: list[Row]) -> dict[str, dict[str, Claim]]:
    """By speaker, the claims that contradict all who give a number.

    Who contradicts one of those that give it and leaves another alone contradicts something else.
    """
    found: dict[str, dict[str, Claim]] = {}
    contradicted: dict[str, set[int]] = {}
    for index, row in enumerate(same):
        for claim in row.claims:
            for other in _contradictions(dossier, claim.point).get(claim.id, []):
                found.setdefault(str(other.by), {})[other.id] = other
                contradicted.setdefault(str(other.by), set()).add(index)
    return {speaker: claims for speaker, claims in found.items() if len(contradicted[speaker]) == len(same)}


@once
def _contradictions(dossier: Dossier, point: str) -> dict[str, list[Claim]]:
    """By claim on a point, those that contradict it."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for pair in differences(dossier, point):
        if pair.kind == "contradicts":
            found[pair.first.id].append(pair.second)
            found[pair.second.id].append(pair.first)
    return found


def _day(claim: Claim) -> str:
    """For sorting by time: what is not dated comes last."""
    return claim.date.text if isinstance(claim.date, When) else "~"
