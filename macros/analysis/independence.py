"""Whether accounts that agree are really more than one account.

Two pages that have a thing from one agency are one account of it, and two reports of one sentence bear out that it was
said, not that it is so. Of accounts that contradict each other none of this is said: it would mean nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim
from .once import once
from .readings import Reading, neighbours, readings
from .relations import relation

Independence = Literal["same utterance", "one account", "one party", "independent", "not known"]


@dataclass(frozen=True)
class Account:
    """One account: a claim, or several that come from one outlet first or tell of one utterance.

    `outlet` is the one that had all of them first, `occasion` the one at which all of them were said; each None where
    that does not hold. `known` says whether it is known of every claim through whom it came.
    """

    claims: tuple[Claim, ...]
    outlet: str | None
    occasion: str | None
    known: bool


@dataclass(frozen=True)
class Agreement:
    """Claims on a point that support each other, by what they are worth as accounts.

    `one` are the accounts that several claims make together; `independent` the accounts, two or more, that different
    outlets had first, one of each party: those who speak for one are no two witnesses; `not_known` the claims of
    which the first outlet is not known, so that nothing is said of them.
    """

    claims: tuple[Claim, ...]
    one: tuple[Account, ...]
    independent: tuple[Account, ...]
    not_known: tuple[Claim, ...]


def origin(dossier: Dossier, claim: Claim) -> str | None:
    """The first outlet that had the words: the nearest the speaker in the chain. None where the chain is unknown."""
    if claim.chain == UNKNOWN:
        return None
    return claim.chain[0] if claim.chain else dossier.sources[claim.source].outlet


def independence(dossier: Dossier, a: Claim, b: Claim) -> Independence:
    """Whether two accounts count as two.

    One first outlet: one account. One speaker on one occasion: two witnesses that it was said, not that it is so. Two
    who speak for one party: one voice. An unknown chain: not known, and independence is not claimed.
    """
    first, second = origin(dossier, a), origin(dossier, b)
    if first is not None and first == second:
        return "one account"
    if a.by == b.by != "unclear" and a.occasion == b.occasion != UNKNOWN:
        return "same utterance"
    if (party := dossier.only_party_of(a)) is not None and party == dossier.only_party_of(b):
        return "one party"
    return "not known" if first is None or second is None else "independent"


@once
def agreements(dossier: Dossier, point: str) -> tuple[Agreement, ...]:
    """The groups of two or more claims on a point that support each other, in reading order.

    A claim joins the first group in which one supports it and none differs from it.
    """
    reading = {claim.id: each for each in readings(dossier, point) for claim in each.claims}
    near = neighbours(dossier, point)
    groups: list[list[Claim]] = []
    within: list[dict[Reading | None, list[Claim]]] = []  # the claims of each group by their reading
    of_reading: dict[Reading | None, dict[int, None]] = defaultdict(dict)
    of_claim: dict[str, int] = {}
    for claim in dossier.claims_on.get(point, []):
        ours = reading.get(claim.id)
        told = {id_ for c in dossier.comparisons_on.get(claim.id, []) for id_ in c.claims if id_ in of_claim}
        beside = {number for each in near(ours) for number in of_reading[each]} | {of_claim[id_] for id_ in told}
        joined = next((n for n in sorted(beside) if _fits(dossier, claim, told, within[n])), len(groups))
        if joined == len(groups):
            groups.append([])
            within.append(defaultdict(list))
        groups[joined].append(claim)
        within[joined][ours].append(claim)
        of_reading[ours][joined] = None
        of_claim[claim.id] = joined
    return tuple(_agreement(dossier, group) for group in groups if len(group) > 1)


def _fits(dossier: Dossier, claim: Claim, told: Set[str], group: Mapping[Reading | None, Sequence[Claim]]) -> bool:
    """Whether a claim of a group supports another and none differs; `told` are those compared with it in a sentence.

    Of those that are not, one speaks for all of its reading.
    """
    relations = set()
    for claims in group.values():
        compared = [each for each in claims if each.id in told] if told else []
        other = next((each for each in claims if each.id not in told), None)
        relations |= {relation(dossier, claim, each) for each in (*compared, *([other] if other else []))}
        if "differs" in relations:
            return False
    return "supports" in relations


def _agreement(dossier: Dossier, claims: list[Claim]) -> Agreement:
    found = [_account(dossier, group) for group in _joined(dossier, claims)]
    voices: dict[object, Account] = {}
    for number, account in enumerate(found):
        if account.known:
            voices.setdefault(dossier.only_party_of(account.claims[0]) or number, account)
    known = tuple(voices.values())
    return Agreement(
        tuple(claims),
        one=tuple(account for account in found if len(account.claims) > 1),
        independent=known if len(known) > 1 else (),
        not_known=tuple(claim for claim in claims if claim.chain == UNKNOWN),
    )


def _joined(dossier: Dossier, claims: list[Claim]) -> list[list[Claim]]:
    """The claims in groups: together are those that are one account or one utterance, also by way of a third."""
    leader: dict[object, object] = {}

    def lead(key: object) -> object:
        while (above := leader.setdefault(key, key)) != key:
            leader[key] = key = leader[above]
        return key

    for claim in claims:
        for key in _joining(dossier, claim):
            leader[lead(key)] = lead(claim.id)
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[lead(claim.id)].append(claim)
    return list(groups.values())


def _joining(dossier: Dossier, claim: Claim) -> list[tuple[str, ...]]:
    """What makes a claim one with another that has the same: the outlet that had it first, who spoke on an occasion."""
    outlet = origin(dossier, claim)
    said = claim.by != "unclear" and claim.occasion != UNKNOWN
    return [*([("had by", outlet)] if outlet else []), *([("said", *claim.by, claim.occasion)] if said else [])]


def _account(dossier: Dossier, claims: list[Claim]) -> Account:
    outlets = {origin(dossier, claim) for claim in claims}
    occasions = {(str(claim.by), claim.occasion) for claim in claims}
    occasion = claims[0].occasion if len(occasions) == 1 and claims[0].by != "unclear" else UNKNOWN
    return Account(
        tuple(claims),
        outlet=outlets.pop() if len(outlets) == 1 else None,
        occasion=None if occasion == UNKNOWN else occasion,
        known=all(claim.chain != UNKNOWN for claim in claims),
    )
