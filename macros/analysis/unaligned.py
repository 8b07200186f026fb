"""Which of those who speak for no party are heard at the top of a question: a named speaker, the source, others.

Of the source stands there what another account disputes, else what the source says in its own voice and in the words
of the question. Where a side is silent, up to two more are heard, and of each what else it tells: first what differs
from what is told already, then what has a word of the question that nobody said yet, then what has another figure, then
what tells more; no opinions, and nobody of whom we do not know who it is. Where no party speaks, there is room for
nearly all.
"""

from __future__ import annotations

from ..record.dossier import Dossier
from ..record.model import Claim
from .disputes import disputed
from .own_word import MORE, own_word, tells_more, words_in, words_of
from .relations import differences

ALONE = 9  # more voices where no party speaks: a list, such as that of offices, is whole, and not any three of it
ASKED = 0.5  # of its words more are in the question, where a claim says itself what is asked

Heard = tuple[Claim, ...]  # what one voice says, its first statement first


def unaligned(dossier: Dossier, point: str) -> tuple[Heard, ...]:
    """What is shown of those of no party on a question, beside what parties say, in the order in which it is shown."""
    every = [claim for claim in dossier.claims_on[point] if not dossier.parties_of(claim)]
    claims = [claim for claim in every if claim.by != "unclear"]
    found = [claim for claim in claims if _is_named(dossier, claim)][:1]
    found += _of_source(dossier, point, [claim for claim in claims if claim not in found])[:1]
    words = {party: own_word(dossier, point, party) for party in dossier.parties}
    of_parties = [word.claim for word in words.values() if word]
    if (found or of_parties) and all(words[side] for side in dossier.sides):
        return tuple((claim,) for claim in found)
    if not found and not of_parties:
        found = (claims or every)[:1]
    return _with_more(dossier, point, claims, found, of_parties)


def _is_named(dossier: Dossier, claim: Claim) -> bool:
    """Whether a claim is by a person or body that has a name and no party."""
    people = [dossier.people[by] for by in claim.by if by in dossier.people]
    return any(one.party == "none" and one.kind != "unnamed" for one in people)


def _of_source(dossier: Dossier, point: str, claims: list[Claim]) -> list[Claim]:
    """What a primary source says, what is to be shown of it first."""
    asked = words_in(dossier.points[point].question)

    def rank(claim: Claim) -> tuple[bool, bool, bool]:
        words = words_of(claim)
        is_own = claim.by == [dossier.sources[claim.source].outlet]
        return claim.id not in disputed(dossier), not is_own, len(words & asked) <= ASKED * len(words)

    return sorted((claim for claim in claims if dossier.is_primary(claim)), key=rank)


def _with_more(
    dossier: Dossier, point: str, claims: list[Claim], found: list[Claim], of_parties: list[Claim]
) -> tuple[Heard, ...]:
    """Those found, and of some claims what differs from what is told or tells more than that, each with its voice."""
    told = [*found, *of_parties]
    facing = [c for pair in differences(dossier, point) if any(c in told for c in pair.all) for c in pair.all]

    unanswered = words_in(dossier.points[point].question).difference(*map(words_of, told))

    def rank(claim: Claim) -> tuple[int, bool, bool]:
        place = facing.index(claim) if claim in facing else len(facing)
        return place, not words_of(claim) & unanswered, not claim.figures

    def is_new(claim: Claim) -> bool:
        figures = {name for each in told for name in each.figures}
        return claim.voice != "opinion" and (bool(claim.figures.keys() - figures) or tells_more(claim, told))

    most = MORE if of_parties else ALONE
    heard = [[claim] for claim in found]
    for claim in sorted(claims, key=rank):
        if claim in told or not (claim in facing or is_new(claim)):
            continue
        voice = next((said for said in heard if said[0].by == claim.by), None)
        if voice is None and len(heard) < len(found) + most:
            heard.append(voice := [])
        if voice is not None and len(voice) <= most:
            voice.append(claim)
            told.append(claim)
    return tuple(map(tuple, heard))
