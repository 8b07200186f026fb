"""Whether accounts that agree are really more than one account.

Two pages that have a thing from one agency are one account of it, and two reports of one sentence bear out that it was
said, not that it is so. Of accounts that contradict each other none of this is said: it would mean nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim
from .once import once
from .relations import pairs

Independence = Literal["same utterance", "one account", "independent", "not known"]


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
    outlets had first; `not_known` the claims of which the first outlet is not known, so that nothing is said of them.
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

    One first outlet: one account. One speaker on one occasion: two witnesses that it was said, not that it is so. An
    unknown chain: not known, and independence is not claimed.
    """
    first, second = origin(dossier, a), origin(dossier, b)
    if first is not None and first == second:
        return "one account"
    if a.by == b.by != "unclear" and a.occasion == b.occasion != UNKNOWN:
        return "same utterance"
    return "not known" if first is None or second is None else "independent"


@once
def agreements(dossier: Dossier, point: str) -> tuple[Agreement, ...]:
    """The groups of two or more claims on a point that support each other, in reading order.

    A claim joins the first group in which one supports it and none differs from it.
    """
    related = {frozenset((p.first.id, p.second.id)): p.relation for p in pairs(dossier, point)}
    groups: list[list[Claim]] = []
    for claim in dossier.claims_on.get(point, []):
        for group in groups:
            relations = {related.get(frozenset((claim.id, other.id))) for other in group}
            if "supports" in relations and "differs" not in relations:
                group.append(claim)
                break
        else:
            groups.append([claim])
    return tuple(_agreement(dossier, group) for group in groups if len(group) > 1)


def _agreement(dossier: Dossier, claims: list[Claim]) -> Agreement:
    found = [_account(dossier, group) for group in _joined(dossier, claims)]
    known = tuple(account for account in found if account.known)
    return Agreement(
        tuple(claims),
        one=tuple(account for account in found if len(account.claims) > 1),
        independent=known if len(known) > 1 else (),
        not_known=tuple(claim for claim in claims if claim.chain == UNKNOWN),
    )


def _joined(dossier: Dossier, claims: list[Claim]) -> list[list[Claim]]:
    """The claims in groups: together are those that are one account or one utterance, also by way of a third."""
    leader = {claim.id: claim.id for claim in claims}
    for a, b in combinations(claims, 2):
        if independence(dossier, a, b) in ("one account", "same utterance"):
            leader = {id_: leader[a.id] if of == leader[b.id] else of for id_, of in leader.items()}
    return [[c for c in claims if leader[c.id] == first] for first in dict.fromkeys(leader.values())]


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
