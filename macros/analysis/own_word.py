"""The one statement that stands for a party on a question, chosen by an order that is the same for all.

The nearer to the party itself, and the less somebody else's wording, the better:

1. its own channel: a page of an outlet that speaks for it, at first hand;
2. a quotation;
3. its words as reported by an outlet of its own country, which has the least reason to bend them against it;
4. by an outlet of a third country;
5. by an outlet of which the country is not known;
6. by an outlet of another side's country.

Whether a quotation was held against a saved copy of its page counts for nothing here: it says how the record was made.
Where sides contradict each other or differ in number, only what the party says on that is chosen from: a reader wants
the two readings face to face. Elsewhere a question on what was agreed or asked for is answered by what the party agrees
to, asks for or refuses, if it does; else what some other account contradicts comes first. Among equals the newest
stands, since it is what the party says now; what was surely said later still, but less near to it, comes with it.

One statement seldom says all that a side says on a question: those that tell something else stand below it, first those
that the other side contradicts, then those of the article, by the same order; none has more than one beyond the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Meaning, SoughtWord
from .disputes import between_two_sides, disputed
from .once import once
from .relations import WANTS
from .sides import said_by

Nearness = Literal[
    "own channel",
    "quoted",
    "reported by its own country's outlet",
    "reported by a third country's outlet",
    "reported by an outlet of unknown country",
    "reported by another side's outlet",
]
ORDER = get_args(Nearness)
# Questions on what parties want of each other, and the acts that answer them.
DEALS = ("agreement", "proposal", "demand", "refusal")
DOES: tuple[Meaning, ...] = ("agrees", *WANTS)


@dataclass(frozen=True)
class OwnWord:
    """A party's nearest word on a question, how near it is, and what the party said later, oldest first."""

    claim: Claim
    nearness: Nearness
    later: tuple[Claim, ...]


def own_word(dossier: Dossier, point: str, party: str) -> OwnWord | None:
    """The statement that stands for a party on a question; None where its speakers say nothing on it."""
    said = said_by(dossier, point).get(party, [])
    if not said:
        return None
    facing = between_two_sides(dossier, point)
    answers = [c for c in said if dossier.points[point].kind in DEALS and dossier.meaning(c) in DOES]
    contested = disputed(dossier)
    chosen = min(
        [c for c in said if c.id in facing] or answers or [c for c in said if c.id in contested] or said,
        key=lambda c: _near(dossier, c, party),
    )
    day = said_on(dossier, chosen)
    later = sorted((c for c in said if _not_before(c) > day), key=lambda c: said_on(dossier, c))
    return OwnWord(chosen, nearness(dossier, chosen, party), tuple(later))


@once
def more_words(dossier: Dossier, point: str) -> dict[str, tuple[Claim, ...]]:
    """What else each side says on a question, beside its own word and the newest after that.

    Up to `MORE` claims, none that says mostly what stands above it, and at most one more than another side has.
    """
    found = {side: _more(dossier, point, side) for side in dossier.sides}
    fewest = min(map(len, found.values()), default=0)
    return {side: claims[: fewest + 1] for side, claims in found.items()}


MORE = 2  # with its own word and the newest after that as many as fit on a screen of a desktop
NEW = 0.5  # of the words of a claim so many are in none above it


def _more(dossier: Dossier, point: str, side: str) -> tuple[Claim, ...]:
    """What else one side says on a question, whatever another does; nothing where it is silent."""
    own = own_word(dossier, point, side)
    if own is None:
        return ()
    facing = between_two_sides(dossier, point)
    shown = [own.claim, *own.later[-1:]]

    def rank(claim: Claim) -> tuple[bool, bool, tuple[int, int]]:
        return claim.id not in facing, not dossier.is_primary(claim), _near(dossier, claim, side)

    more: list[Claim] = []
    for claim in sorted((claim for claim in said_by(dossier, point)[side] if claim not in shown), key=rank):
        if len(more) < MORE and tells_more(claim, [*shown, *more]):
            more.append(claim)
    return tuple(more)


def tells_more(claim: Claim, shown: Iterable[Claim]) -> bool:
    """Whether a claim says mostly what those shown do not."""
    said = {word for other in shown for word in words_of(other)}
    words = words_of(claim)
    return len(words - said) >= NEW * len(words)


def words_of(claim: Claim) -> set[str]:
    """The words of some length and the figures of a claim."""
    values = {repr(figure) for figure in claim.figures.values()}
    return {*words_in(re.sub(r"\{[\w-]+\|", "{", claim.says)), *values}


def words_in(text: str) -> set[str]:
    """The words of some length in a text, in small letters."""
    return set(re.findall(r"[^\W\d_]{4,}", text.lower()))


def _near(dossier: Dossier, claim: Claim, party: str) -> tuple[int, int]:
    """By what the claims of a party are ordered: the nearest first, of equals the newest."""
    return ORDER.index(nearness(dossier, claim, party)), -said_on(dossier, claim).toordinal()


def nearness(dossier: Dossier, claim: Claim, party: str) -> Nearness:
    """How near a claim of a party's speaker is to the party itself."""
    outlet = dossier.outlets[dossier.sources[claim.source].outlet]
    if outlet.speaks_for == party and claim.chain == []:
        return "own channel"
    if dossier.quotations_of.get(claim.id):
        return "quoted"
    if outlet.country == UNKNOWN:
        return "reported by an outlet of unknown country"
    if outlet.country in dossier.parties[party].countries:
        return "reported by its own country's outlet"
    if any(outlet.country in dossier.parties[side].countries for side in dossier.sides):
        return "reported by another side's outlet"
    return "reported by a third country's outlet"


def sought(dossier: Dossier, point: str, side: str) -> SoughtWord | None:
    """Where a side's word on a question was looked for in vain; None where the record does not say."""
    return next((each for each in dossier.points[point].sought if each.side == side), None)


def _not_before(claim: Claim) -> date:
    """The first day on which a claim may have been made: a page may tell of what was said long before."""
    return claim.date.first if isinstance(claim.date, When) else date.min


def said_on(dossier: Dossier, claim: Claim) -> date:
    """The last day on which a claim may have been made: its own or else its page's; undated ones come before all."""
    dates = (claim.date, dossier.sources[claim.source].date)
    return next((when.last for when in dates if isinstance(when, When)), date.min)
