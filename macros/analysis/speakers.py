"""What somebody is quoted with and reported to have said, what others say of them, and who belongs to which party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..record.dossier import Dossier
from ..record.model import Claim, Party, Person, Quotation
from .once import once_for_all


@once_for_all
def claims(dossier: Dossier) -> list[Claim]:
    """All claims as readers meet them: by topic, the weightiest questions first, on a question in reading order."""
    return [claim for points in dossier.points_on.values() for point in points for claim in dossier.claims_on[point.id]]


@once_for_all
def said(dossier: Dossier) -> Mapping[str, list[Claim]]:
    """The claims that each speaker makes, quoted or not; who makes none is not in it."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims(dossier):
        for id_ in [] if claim.by == "unclear" else claim.by:
            found[id_].append(claim)
    return dict(found)


@once_for_all
def quoted(dossier: Dossier) -> Mapping[str, list[Quotation]]:
    """The quotations of each speaker, in the order of the claims they carry; who is not quoted is not in it."""
    found: dict[str, list[Quotation]] = defaultdict(list)
    of_claims = (item for claim in claims(dossier) for item in dossier.quotations_of.get(claim.id, []))
    for item in {item.id: item for item in of_claims}.values():
        for id_ in [] if item.by == "unclear" else item.by:
            found[id_].append(item)
    return dict(found)


def told_of(dossier: Dossier, id_: str) -> list[Claim]:
    """The claims that name a person, body or party and are not theirs."""
    names = set(dossier.mentions.get(id_, ()))
    return [claim for claim in claims(dossier) if claim.id in names and (claim.by == "unclear" or id_ not in claim.by)]


def by_party(dossier: Dossier, people: Iterable[Person]) -> list[tuple[Party | None, list[Person]]]:
    """People and bodies by party, parties in their order; last, under None, those of no party or of one not known."""
    members: dict[str | None, list[Person]] = defaultdict(list)
    for person in people:
        members[dossier.party_of(person.id)].append(person)
    groups = [(party, members[party.id]) for party in dossier.parties.values()]
    return [(party, group) for party, group in [*groups, (None, members[None])] if group]
