"""Who is reported as agreeing on a point, and by whom: an act, not a likeness of what two say."""

from __future__ import annotations

from ..record.dossier import Dossier
from ..record.model import Claim
from .once import once


@once
def agreeing(dossier: Dossier, point: str) -> dict[str, list[Claim]]:
    """For each side, the claims that report its agreement on a point: its own, or those of one who is no side.

    What the other side says of it does not count: that would be one side's word on a deal.
    """
    found: dict[str, list[Claim]] = {side: [] for side in dossier.sides}
    for claim in dossier.claims_on.get(point, []):
        speaking = [party for party in dossier.parties_of(claim) if party in dossier.sides]
        named = [party for id_ in claim.of if (party := dossier.party_of(id_))] or speaking
        for side in dossier.sides:
            if dossier.meaning(claim) == "agrees" and side in named and (not speaking or side in speaking):
                found[side].append(claim)
    return found


def own_agreement(dossier: Dossier, point: str, side: str) -> bool:
    """Whether a side says itself that it agreed."""
    return any(side in dossier.parties_of(claim) for claim in agreeing(dossier, point)[side])
