"""The checks of balance: where the record treats one side otherwise than another, or cannot tell.

Each check is a function that gives looks: something an editor should look at, and mend or answer (`balance`). A check
knows no side by name, and any number of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..analysis import balance
from ..analysis.coverage import shares_of
from ..record.dossier import Dossier
from ..record.model import Outlet, Owner
from ..record.reader import Path_
from ..render import handout
from .answers import Check

# How far apart two sides may be: twice as much of the one is worth a look, if it is not a handful.
APART = 2
HANDFUL = 5
# From here on a side stands first too often to be by turns.
TOO_OFTEN = 2 / 3
SOUGHT = "look for one, and write under `sought` where"


@dataclass(frozen=True)
class Look:
    """Something to look at: which check says so, at which record ('' for the whole), of which side."""

    check: Check
    id: str
    path: Path_
    message: str
    side: str | None = None
    hint: str = ""


def look_for(dossier: Dossier) -> Iterator[Look]:
    """Everything there is to look at."""
    for check in CHECKS:
        yield from check(dossier)


# The checks


def _coverage(dossier: Dossier) -> Iterator[Look]:
    """A primary source is stamped, and of each of its sentences that is claimed most words are taken up."""
    for source in dossier.about.primary:
        if not any(sentence.source == source for sentence in dossier.sentences.values()):
            message = "its sentences are not stamped, so that what is left out of it is not known"
            yield Look("coverage", source, (), message)
    for sentence in dossier.sentences.values():
        left = sum(share == "between" for share in shares_of(dossier, sentence))
        if 2 * left > sentence.words:
            message = f"{left} of the {sentence.words} words of “{sentence.opening} ...” are in no passage"
            yield Look("coverage", sentence.id, (), message, hint="is there a claim in them?")


def _pages(dossier: Dossier) -> Iterator[Look]:
    made = balance.by_side_of_outlet(dossier)
    yield from _apart(dossier, "pages", {side: made[side].pages for side in dossier.sides}, "pages of its outlets")


def _words(dossier: Dossier) -> Iterator[Look]:
    made = balance.by_speaker(dossier, primary=False)
    yield from _apart(dossier, "words", {side: made[side].words for side in dossier.sides}, "words its speakers have")


def _loaded_words(dossier: Dossier) -> Iterator[Look]:
    found = balance.loaded(dossier)
    message = "loaded words of its speakers in quotation marks"
    yield from _apart(dossier, "loaded words", {side: found[side] for side in dossier.sides}, message)


def _through(dossier: Dossier) -> Iterator[Look]:
    """No side is told through the other sides' outlets much more than another."""
    found = balance.through(dossier)
    across = {side: sum(found[side][other] for other in dossier.sides if other != side) for side in found}
    shares = {side: across[side] / max(1, found[side].total()) for side in found}
    for side, share in shares.items():
        if across[side] >= HANDFUL and share > APART * min(shares.values()):
            message = (
                f"{across[side]} of its speakers' {found[side].total()} claims stand on pages of another side's outlets"
            )
            yield Look("through", "", ("parties",), message, side)


def _first(dossier: Dossier) -> Iterator[Look]:
    found = balance.first(dossier)
    for side, times in found.items():
        if found.total() >= HANDFUL and times > TOO_OFTEN * found.total():
            message = f"stands first on {times} of the {found.total()} questions on which more than one side speaks"
            yield Look("first", "", ("parties",), message, side)


def _like_events(dossier: Dossier) -> Iterator[Look]:
    """What was done to one side is called what it is called where it was done to another, in kind and in title."""
    done = balance.events_done_to(dossier)
    for event in done.pop(None, []):
        message = f"{event.title!r} ({event.kind}): to which side is not known"
        yield Look("like events", event.id, (), message, hint="say where it was, or who did it")
    for side, events in done.items():
        others = [event for other, some in done.items() if other != side for event in some]
        for event in events:
            alike = [other for other in others if other.kind == event.kind]
            named = event.kind in event.title.lower()
            if others and not alike:
                message = f"{event.title!r} is of the kind {event.kind!r}, and nothing done to another side is"
                yield Look("like events", event.id, ("kind",), message, side)
            elif not named and any(other.kind in other.title.lower() for other in alike):
                message = f"{event.title!r} does not say {event.kind!r}, and titles of what was done to another side do"
                yield Look("like events", event.id, ("title",), message, side)


def _unanswered(dossier: Dossier) -> Iterator[Look]:
    """A side that another tells of has its word on the question, or one was sought."""
    for side in dossier.sides:
        for point, claims in balance.told_of(dossier, side).items():
            if all(each.side != side for each in dossier.points[point].sought):
                named = ", ".join(claim.id for claim in claims)
                message = f"another side tells what it did ({named}), and no word of its own is here or was sought"
                yield Look("unanswered", point, (), message, side, SOUGHT)


def _no_word(dossier: Dossier) -> Iterator[Look]:
    """On a contested question every side has a word of its own, or one was sought."""
    for side in dossier.sides:
        for point in balance.silent(dossier, side)[1]:
            message = "contested, and no word of its own is here or was sought"
            yield Look("no word", point, (), message, side, SOUGHT)


def _handout(dossier: Dossier) -> Iterator[Look]:
    """No cell of the hand-out gives a side's word by another side's outlet."""
    for point in handout.choice(dossier):
        for side, found in balance.nearest(dossier, [point.id]).items():
            if found["reported by another side's outlet"]:
                message = "its cell on the hand-out rests on another side's outlet"
                yield Look("hand-out", point.id, (), message, side, "is there a nearer account?")


def _owner(dossier: Dossier) -> Iterator[Look]:
    """Who owns an outlet is told by somebody who is not of another side, or was looked for."""
    hosts = {host: source.outlet for source in dossier.sources.values() if (host := _host(source.url))}
    for id_, outlet in dossier.outlets.items():
        if balance.owner_known(outlet) == "not sought":
            hint = "find out, or write `owner_sought`"
            yield Look("owner", id_, ("owner",), "nobody looked who owns it", hint=hint)
        elif (teller := _teller(outlet, hosts)) and _of_other_side(dossier, id_, teller):
            message = f"who owns it is told by {dossier.outlets[teller].short}, an outlet of another side's country"
            yield Look("owner", id_, ("owner",), message)


CHECKS: tuple[Callable[[Dossier], Iterator[Look]], ...] = (
    _coverage,
    _pages,
    _words,
    _through,
    _first,
    _loaded_words,
    _like_events,
    _unanswered,
    _no_word,
    _handout,
    _owner,
)


def _apart(dossier: Dossier, check: Check, numbers: Mapping[str, int], what: str) -> Iterator[Look]:
    """A look at each side that has more than twice as much of something as another."""
    least = min(numbers.values(), default=0)
    for side, number in numbers.items():
        if number > APART * least and number - least >= HANDFUL:
            all_ = ", ".join(f"{dossier.parties[each].short} {numbers[each]}" for each in numbers)
            yield Look(check, "", ("parties",), f"more than twice as many as another side: {what}: {all_}", side)


def _teller(outlet: Outlet, hosts: Mapping[str, str]) -> str | None:
    return hosts.get(_host(outlet.owner.seen)) if isinstance(outlet.owner, Owner) else None


def _of_other_side(dossier: Dossier, outlet: str, teller: str) -> bool:
    one, other = (balance.side_of_outlet(dossier, id_) for id_ in (outlet, teller))
    return one in dossier.sides and other in dossier.sides and one != other


def _host(url: str) -> str:
    """The last two parts of an address's host: those of one outlet, whatever stands before them."""
    return ".".join((urlsplit(url).hostname or "").split(".")[-2:])
