"""What a primary source has that no other account in the record tells of."""

from __future__ import annotations

from ..record.dossier import Dossier
from ..record.model import Claim
from .once import once_for_all


@once_for_all
def told_alone(dossier: Dossier) -> dict[str, Claim]:
    """The claims of primary sources on questions on which no other source is in the record, by id."""
    return {
        claim.id: claim
        for claims in dossier.claims_on.values()
        if claims and dossier.is_primary(claims[0]) and len({claim.source for claim in claims}) == 1
        for claim in claims
    }
