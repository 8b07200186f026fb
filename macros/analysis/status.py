"""Where a point stands between the sides, for any number of them, by what is said and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ..record.dossier import Dossier
from ..record.figures import text_of
from ..record.model import Claim, Difference
from .agreement import agreeing, own_agreement
from .once import once
from .relations import Pair, differences, pairs, wanting
from .sides import order, said_by

Kind = Literal[
    "contradict",  # two accounts contradict each other
    "numbers differ",  # two accounts differ in a number
    "agreed",  # two sides or more each say that they agreed, and none that speaks does not
    "agreed by account",  # the same, but of at least one of them it is somebody else's account, who is no side
    "rival demands",  # two sides want different things; their accounts do not differ
    "details differ",  # two accounts differ in a detail
    "in line",  # two sides or more say much the same: what they say is compared and fits
    "several",  # two sides or more speak, and what they say is not compared
    "one",  # one side speaks
    "none",  # no side speaks: an outlet, a host or another party does
]
OF_DIFFERENCE: dict[Difference | None, Kind] = {
    "contradicts": "contradict",
    "number": "numbers differ",
    "detail": "details differ",
}
CONTESTED: tuple[Kind, ...] = ("contradict", "numbers differ")


@dataclass(frozen=True)
class Status:
    """Where a point stands. `kind` is the weightiest thing that can be said of it; above they stand by weight.

    `speaking` and `silent` are the sides in their order on the point; `others` says whether anybody who is no side
    speaks on it too. `agreed` says whether two sides or more are reported as agreeing and none that speaks is not, also
    where accounts of it differ. `agreed_by` are the sides that say themselves that they agreed, `agreed_per` those of
    which `accounts` (speakers and outlets that are no side) say so. `rivals` are the sides that want different things.
    `difference` is the pair of accounts that differs most, whatever the kind.
    """

    kind: Kind
    speaking: tuple[str, ...]
    silent: tuple[str, ...]
    others: bool
    agreed: bool = False
    agreed_by: tuple[str, ...] = ()
    agreed_per: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    difference: Pair | None = None

    @property
    def contested(self) -> bool:
        """Whether accounts contradict each other or differ in a number."""
        return self.kind in CONTESTED


@once
def status(dossier: Dossier, point: str) -> Status:
    """The status of a point."""
    sides, said = order(dossier, point), said_by(dossier, point)
    own = tuple(side for side in sides if own_agreement(dossier, point, side))
    per = {side: claims for side, claims in agreeing(dossier, point).items() if claims and side not in own}
    found = Status(
        "none",
        speaking=tuple(side for side in sides if side in said),
        silent=tuple(side for side in sides if side not in said),
        others=any(not set(sides) & set(dossier.parties_of(claim)) for claim in dossier.claims_on.get(point, [])),
        agreed_by=own,
        agreed_per=tuple(side for side in sides if side in per),
        accounts=tuple(dict.fromkeys(who for claims in per.values() for c in claims for who in _who(dossier, c))),
        rivals=_rivals(dossier, point),
        difference=next(iter(differences(dossier, point)), None),
    )
    agreed = {*found.agreed_by, *found.agreed_per}
    found = replace(found, agreed=len(agreed) > 1 and agreed.issuperset(found.speaking))
    return replace(found, kind=_kind(dossier, point, found))


def _kind(dossier: Dossier, point: str, found: Status) -> Kind:
    of_difference = OF_DIFFERENCE.get(found.difference.kind) if found.difference else None
    if of_difference in CONTESTED:
        return of_difference
    if found.agreed:
        return "agreed by account" if found.agreed_per else "agreed"
    if found.rivals:
        return "rival demands"
    if of_difference:
        return of_difference
    if len(found.speaking) < 2:
        return "one" if found.speaking else "none"
    return "in line" if _in_line(dossier, point, found.speaking) else "several"


def _rivals(dossier: Dossier, point: str) -> tuple[str, ...]:
    """The sides that by their own words want different things: so compared, or one declines where the other asks."""
    wants: dict[str, set[bool]] = {}
    for claim in dossier.claims_on.get(point, []):
        for side in wanting(dossier, claim):
            wants.setdefault(side, set()).add(dossier.meaning(claim) == "declines")
    asked = {side for side, declines in wants.items() if False in declines}
    refused = {side for side, declines in wants.items() if declines == {True}}
    found = asked | refused if asked and refused else set()
    for pair in pairs(dossier, point):
        if pair.rival:
            found |= wanting(dossier, pair.first) | wanting(dossier, pair.second)
    rivals = tuple(side for side in order(dossier, point) if side in found)
    return rivals if len(rivals) > 1 else ()


def _in_line(dossier: Dossier, point: str, speaking: tuple[str, ...]) -> bool:
    """Whether what each of the sides says supports what another of them says, so that all hang together."""
    together = {speaking[0]}
    links = [
        {side for claim in (pair.first, pair.second) for side in dossier.parties_of(claim) if side in speaking}
        for pair in pairs(dossier, point)
        if pair.relation == "supports" and (pair.comparison or _same_figures(pair))
    ]
    for _ in speaking:
        for link in links:
            if link & together:
                together |= link
    return together == set(speaking)


def _same_figures(pair: Pair) -> bool:
    """Whether the figures that two claims share are the very same: that both can hold shows no likeness yet."""
    shared = pair.first.figures.keys() & pair.second.figures.keys()
    texts = [[text_of(c.figures[name], {}, with_unit=True) for name in shared] for c in (pair.first, pair.second)]
    return texts[0] == texts[1]


def _who(dossier: Dossier, claim: Claim) -> list[str]:
    return [dossier.sources[claim.source].outlet] if claim.by == "unclear" else claim.by
