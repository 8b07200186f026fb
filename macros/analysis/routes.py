"""The ways that the words of a source took to it: from who speaks, through the outlets named on the way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim

UNCLEAR = "unclear"
# In place of an outlet on the way: the source asserts it and names nobody; it has it from the speaker; it does not say.
NO_SOURCE = "no-source"
DIRECT = "direct"
NOT_SAID = "not-said"


@dataclass(frozen=True)
class Route:
    """Claims of one speaker that took one way: outlets nearest the speaker first, or what is said in their place."""

    speaker: str
    way: tuple[str, ...]
    claims: tuple[Claim, ...]


def routes(dossier: Dossier, source: str) -> list[Route]:
    """The ways of a source's claims, speakers with most claims first."""
    claims = [c for c in dossier.claims.values() if c.source == source]
    outlet = dossier.sources[source].outlet
    speaker_of = {claim.id: UNCLEAR if claim.by == UNCLEAR else claim.by[0] for claim in claims}
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        counts[speaker_of[claim.id]] += 1
    grouped: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[speaker_of[claim.id], _way(claim, speaker_of[claim.id], outlet)].append(claim)
    found = [Route(speaker, way, tuple(said)) for (speaker, way), said in grouped.items()]
    return sorted(found, key=lambda r: (-counts[r.speaker], r.speaker, -len(r.claims), r.way))


def _way(claim: Claim, speaker: str, outlet: str) -> tuple[str, ...]:
    """The outlets on the way, or what stands in their place: what an outlet asserts itself has no source named."""
    if claim.chain == UNKNOWN:
        return (NOT_SAID,)
    return tuple(claim.chain) or (NO_SOURCE if speaker in (UNCLEAR, outlet) else DIRECT,)
