"""What a primary source has that no other account in the record tells of."""

from __future__ import annotations

from ..record.dossier import Dossier
from ..record.model import Claim
from .once import once_for_all


@once_for_all
def told_alone(dossier: Dossier) -> dict[str, Claim]:
    """The claims of primary sources on questions on which nobody else is in the record, by id."""
    return {
        claim.id: claim
        for claims in dossier.claims_on.values()
        if all(dossier.is_primary(claim) for claim in claims)
        for claim in claims
    }
