"""What a dossier is made of, by side: whose pages, whose words, through whom, and in which order.

Numbers only: whether a difference between sides is ours or the world's is for an editor to say. A primary source is
counted apart from the other accounts, since the dossier takes it apart whole. An outlet counts with the side in one of
whose countries it stands, as far as its country is known; that says nothing of what it writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Event, Outlet, Owner, Quotation
from ..record.references import PLACEHOLDER
from .own_word import Nearness, own_word, sought
from .sides import order, said_by
from .status import status

OTHER = "other"
"""Stands in place of a side's id: of another country, or of a speaker who is of no side."""


@dataclass(frozen=True)
class Made:
    """How many outlets, pages and claims, and how many words in quotation marks."""

    outlets: int
    pages: int
    claims: int
    words: int


def made_of(claims: Iterable[Claim], quotations: Iterable[Quotation], dossier: Dossier) -> Made:
    """The numbers of some claims and quotations."""
    claims, quotations = list(claims), list(quotations)
    pages = {claim.source for claim in claims} | {quotation.source for quotation in quotations}
    outlets = {dossier.sources[page].outlet for page in pages}
    return Made(len(outlets), len(pages), len(claims), sum(map(words, quotations)))


def words(quotation: Quotation) -> int:
    """The words of a quotation: runs without white space; an omission of ours is none."""
    return len(quotation.text.replace("[...]", " ").split())


# Whose an outlet or a speaker is


def side_of_outlet(dossier: Dossier, outlet: str) -> str:
    """The side in one of whose countries an outlet stands; OTHER, or UNKNOWN where its country is not known."""
    country = dossier.outlets[outlet].country
    if country == UNKNOWN:
        return UNKNOWN
    return next((side for side in dossier.sides if country in dossier.parties[side].countries), OTHER)


def side_of_item(dossier: Dossier, item: Claim | Quotation) -> str:
    """The side of the outlet on whose page a claim or a quotation stands."""
    return side_of_outlet(dossier, dossier.sources[item.source].outlet)


def sides_speaking(dossier: Dossier, item: Claim | Quotation) -> list[str]:
    """The sides whose speakers' words a claim or a quotation is, each once."""
    speakers = [] if item.by == "unclear" else item.by
    parties = [dossier.party_of(id_) for id_ in speakers]
    return list(dict.fromkeys(party for party in parties if party in dossier.sides))


# Outlets, pages, claims and quoted words


def by_side_of_outlet(dossier: Dossier) -> dict[str, Made]:
    """Other accounts by the side of their outlet."""
    groups = [*dossier.sides, OTHER, UNKNOWN]
    return {
        group: made_of(
            (c for c in _others(dossier) if side_of_item(dossier, c) == group),
            (q for q in _other_quotations(dossier) if side_of_item(dossier, q) == group),
            dossier,
        )
        for group in groups
    }


def by_kind_of_outlet(dossier: Dossier) -> dict[str, Made]:
    """Other accounts by the kind of their outlet, the kinds with most claims first."""

    def kind(item: Claim | Quotation) -> str:
        return dossier.outlets[dossier.sources[item.source].outlet].kind

    found = {
        each: made_of(
            (c for c in _others(dossier) if kind(c) == each),
            (q for q in _other_quotations(dossier) if kind(q) == each),
            dossier,
        )
        for each in dict.fromkeys(kind(claim) for claim in _others(dossier))
    }
    return dict(sorted(found.items(), key=lambda item: -item[1].claims))


def by_speaker(dossier: Dossier, *, primary: bool) -> dict[str, Made]:
    """Claims and quoted words by the side that speaks, in primary sources or in others; OTHER where no side does."""

    def of(item: Claim | Quotation, side: str) -> bool:
        speaking = sides_speaking(dossier, item)
        return dossier.is_primary(item) == primary and (side in speaking or (side == OTHER and not speaking))

    return {
        side: made_of(
            (c for c in dossier.claims.values() if of(c, side)),
            (q for q in dossier.quotations.values() if of(q, side)),
            dossier,
        )
        for side in (*dossier.sides, OTHER)
    }


def through(dossier: Dossier) -> dict[str, Counter[str]]:
    """Of other accounts' claims by each side's speakers: on pages of whose outlets they stand, by the outlet's side."""
    return {
        side: Counter(side_of_item(dossier, c) for c in _others(dossier) if side in sides_speaking(dossier, c))
        for side in dossier.sides
    }


Known = Literal["told", "unclear", "sought", "not sought"]


def owner_known(outlet: Outlet) -> Known:
    """Whether somebody names who owns an outlet, or leaves it unclear, or it was looked for in vain, or not at all."""
    if isinstance(outlet.owner, Owner):
        return "unclear" if outlet.owner.held_by == "not clear" else "told"
    return "sought" if outlet.owner_sought else "not sought"


def owners(dossier: Dossier) -> dict[str, Counter[Known]]:
    """Of how many outlets the owner is known how, by the side of the outlet; those that only passed words on too."""
    return {
        group: Counter(owner_known(o) for id_, o in dossier.outlets.items() if side_of_outlet(dossier, id_) == group)
        for group in (*dossier.sides, OTHER, UNKNOWN)
    }


# Questions


def first(dossier: Dossier) -> Counter[str]:
    """On how many of the questions on which two sides or more speak each of them stands first."""
    return Counter(order(dossier, point)[0] for point in dossier.points if len(said_by_sides(dossier, point)) > 1)


def said_by_sides(dossier: Dossier, point: str) -> list[str]:
    """The sides that speak on a point."""
    return [side for side in dossier.sides if side in said_by(dossier, point)]


def silent(dossier: Dossier, side: str) -> tuple[list[str], list[str]]:
    """The contested questions without a word of a side's own: those where one was sought, and those where not."""
    points = [p for p in dossier.points if status(dossier, p).contested and side not in said_by(dossier, p)]
    looked = [point for point in points if sought(dossier, point, side)]
    return looked, [point for point in points if point not in looked]


def told_of(dossier: Dossier, side: str) -> dict[str, list[Claim]]:
    """What another side says of an act of this one where this one has no word: claims by point."""
    found: dict[str, list[Claim]] = {}
    for point in dossier.points:
        if side in said_by(dossier, point):
            continue
        claims = [
            claim
            for claim in dossier.claims_on[point]
            if sides_speaking(dossier, claim) and side in {dossier.party_of(id_) for id_ in acting(claim)}
        ]
        if claims:
            found[point] = claims
    return found


def acting(claim: Claim) -> list[str]:
    """Whose act a claim tells of: as it says; or whom its sentence begins with."""
    start = PLACEHOLDER.match(claim.says)
    return [*claim.of, *([start[1]] if start else [])]


def nearest(dossier: Dossier, points: Iterable[str]) -> dict[str, Counter[Nearness | None]]:
    """How near to each side the statement that stands for it is, over some points; None where it has none."""
    found: dict[str, Counter[Nearness | None]] = {side: Counter() for side in dossier.sides}
    for point in points:
        for side in dossier.sides:
            word = own_word(dossier, point, side)
            found[side][word.nearness if word else None] += 1
    return found


# Words and events


def loaded(dossier: Dossier) -> Counter[str]:
    """How many loaded words of each side's speakers stand in our sentences as theirs; OTHER for all others'."""
    found: Counter[str] = Counter(dict.fromkeys((*dossier.sides, OTHER), 0))
    for claim in dossier.claims.values():
        for side in sides_speaking(dossier, claim) or [OTHER]:
            found[side] += len(claim.speakers_words)
    return found


def done_to(dossier: Dossier, event: Event) -> str | None:
    """The side to which something was done: on whose ground, or else the one that did not do it; None if not known."""
    for place in filter(dossier.is_country, dossier.around(event.where)):
        for side in dossier.sides:
            if place.name in dossier.parties[side].countries:
                return side
    acting_ = {dossier.party_of(id_) for id_ in event.who}
    others = [side for side in dossier.sides if side not in acting_]
    return others[0] if len(others) == 1 and len(dossier.sides) > 1 else None


def kinds_done_to(dossier: Dossier) -> list[str]:
    """The kinds of event that one side does to another."""
    return [kind for kind, entry in dossier.vocabularies.events.items() if entry.done_to]


def events_done_to(dossier: Dossier) -> dict[str | None, list[Event]]:
    """The events that one side did, or is said to have done, to another, by that other; None: which is not known."""
    found: dict[str | None, list[Event]] = {side: [] for side in dossier.sides}
    for event in dossier.events.values():
        if event.kind in kinds_done_to(dossier):
            found.setdefault(done_to(dossier, event), []).append(event)
    return found


def _others(dossier: Dossier) -> list[Claim]:
    return [claim for claim in dossier.claims.values() if not dossier.is_primary(claim)]


def _other_quotations(dossier: Dossier) -> list[Quotation]:
    return [quotation for quotation in dossier.quotations.values() if not dossier.is_primary(quotation)]
