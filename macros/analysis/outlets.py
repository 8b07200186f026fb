"""What an outlet has: the claims on its pages, who speaks there, through whom it has them, what others have from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Source
from .balance import side_of_outlet, sides_speaking
from .once import once


@once
def pages(dossier: Dossier, outlet: str) -> tuple[Source, ...]:
    """An outlet's pages by date, undated ones last."""
    found = (source for source in dossier.sources.values() if source.outlet == outlet)
    return tuple(sorted(found, key=lambda s: s.date.first.isoformat() if isinstance(s.date, When) else "9999"))


@once
def drawn(dossier: Dossier, source: str) -> tuple[Claim, ...]:
    """The claims drawn from a page, in reading order."""
    return tuple(c for claims in dossier.claims_on.values() for c in claims if c.source == source)


@once
def published(dossier: Dossier, outlet: str) -> tuple[Claim, ...]:
    """The claims on an outlet's pages."""
    return tuple(c for c in dossier.claims.values() if dossier.sources[c.source].outlet == outlet)


@once
def carried(dossier: Dossier, outlet: str) -> dict[str, list[Claim]]:
    """The claims that reached another publisher through an outlet, by publisher, the one with most first."""
    found: dict[str, list[Claim]] = {}
    for claim in dossier.claims.values():
        publisher = dossier.sources[claim.source].outlet
        if claim.chain != UNKNOWN and outlet in claim.chain and publisher != outlet:
            found.setdefault(publisher, []).append(claim)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def speakers(dossier: Dossier, claims: Iterable[Claim]) -> dict[str | None, Counter[str]]:
    """How often each speaker is the one who asserts something, by party; None for those of no party.

    An outlet that asserts something itself is a speaker of no party. Parties stand by how much they are heard.
    """
    found: dict[str | None, Counter[str]] = {}
    for claim in claims:
        for by in [] if claim.by == "unclear" else claim.by:
            found.setdefault(dossier.party_of(by), Counter())[by] += 1
    return dict(sorted(found.items(), key=lambda item: (item[0] is None, -item[1].total())))


def through(claims: Iterable[Claim]) -> Counter[str]:
    """The outlets that passed claims on, by how many each."""
    return Counter(id_ for claim in claims if claim.chain != UNKNOWN for id_ in claim.chain)


def carrying_alone(dossier: Dossier) -> dict[str, Counter[str]]:
    """By side the outlets of a country not known whose pages carry no other side's speakers, with how many claims.

    Primary sources are not among them.
    """
    others = {
        outlet: [claim for claim in published(dossier, outlet) if not dossier.is_primary(claim)]
        for outlet in dossier.outlets
        if side_of_outlet(dossier, outlet) == UNKNOWN
    }
    carried = {
        outlet: Counter(side for claim in claims for side in sides_speaking(dossier, claim))
        for outlet, claims in others.items()
    }
    return {
        side: Counter({outlet: found[side] for outlet, found in carried.items() if list(found) == [side]})
        for side in dossier.sides
    }
