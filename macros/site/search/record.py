"""What the record gives a reader to find: its questions, and the people, parties, places, events, terms and outlets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypedDict

from markupsafe import Markup

from ...analysis import sides as analysis
from ...analysis.own_word import own_word
from ...analysis.relations import pairs
from ...locale import text
from ...locale.casing import without_marks
from ...record.accounts import Wording
from ...record.addresses import address
from ...record.dates import When
from ...record.dossier import Dossier
from ...record.model import UNKNOWN, Claim, Event, Outlet, OwnName, Party, Person, Place, Point, Term
from ...record.splitting import sentences
from ...render import way
from ...render.context import Context
from ...render.text import plain, short_name
from ...render.words import role
from .result import Result, Said, telling, words_once

ALIKE = 4
HYPHEN = re.compile("[-‐‑]")
SIDES = "sides"  # the anchor of a question's page at which its results open


def results(dossier: Dossier) -> Iterator[Result]:
    """A result for every question and every thing that has a name, questions by topic and weight."""
    context = Context(dossier)
    for topic in dossier.about.topics:
        yield from (_question(context, point) for point in dossier.points_on[topic.id])
    for kind, make in THINGS.items():
        yield from (make(context, each) for each in dossier.kinds[kind].values())


def _question(context: Context, point: Point) -> Result:
    """A question with all claims on it and, for the lines shown at once, each side's own word."""
    dossier = context.dossier
    claims = dossier.claims_on[point.id]
    order = analysis.order(dossier, point.id)
    own = {side: own_word(dossier, point.id, side) for side in order}
    lines = [(dossier.parties[side].short, claims.index(word.claim) if word else -1) for side, word in own.items()]
    against, on_it = _against(dossier, point.id), " ".join(claim.says for claim in claims)
    return Result(
        kind="question",
        address=f"{address(dossier, point.id)}#{SIDES}",
        title=point.question,
        heading=point.title if words_once(point.title, shown=point.question) else "",
        also=telling(point.spellings, shown=f"{point.question} {point.title}"),
        asked=(
            *((each.lang, each.text) for each in point.asked),
            *((each.lang, _asked(each, dossier), at) for at, claim in enumerate(claims) for each in claim.asked),
        ),
        sides=tuple(lines),
        claims=tuple(_said(context, claim, order, on_it, against[number]) for number, claim in enumerate(claims)),
        weight=point.weight,
    )


def _against(dossier: Dossier, point: str) -> list[tuple[int, ...]]:
    """For each claim on a question the numbers of those that it stands against: another account, or a rival demand.

    At most so many of those that say the same: a result has room for two.
    """
    numbers = {claim.id: number for number, claim in enumerate(dossier.claims_on[point])}
    found: list[set[int]] = [set() for _ in numbers]
    for pair in pairs(dossier, point):
        if pair.kind or pair.rival:
            firsts = [numbers[claim.id] for claim in pair.like_first or (pair.first,)]
            seconds = [numbers[claim.id] for claim in pair.like_second or (pair.second,)]
            for ours, theirs in ((firsts, seconds), (seconds, firsts)):
                for number in ours:
                    found[number].update(theirs[:ALIKE])
    return [tuple(sorted(others - {number})) for number, others in enumerate(found)]


def _said(context: Context, claim: Claim, order: Sequence[str], on_it: str, against: tuple[int, ...]) -> Said:
    """A claim; `on_it` is all that is said on its question."""
    says = plain(context, claim.says, claim.figures)
    quoted = " ".join(each.text for each in context.dossier.quotations_of.get(claim.id, []))
    party = context.dossier.only_party_of(claim)
    return (
        claim.id,
        words_of(way.line(context, claim)),
        says,
        words_once(quoted, shown=f"{says} {on_it}") if quoted else "",
        order.index(party) if party in order else -1,
        against,
    )


def _asked(wording: Wording, dossier: Dossier) -> str:
    """How a claim is said in another language, or the telling words in which readers ask for it in our own."""
    return " ".join(telling([wording.text])) if wording.lang == dossier.about.language else wording.text


def words_of(markup: Markup) -> str:
    """Markup as plain text."""
    return str(markup.striptags())


def _person(context: Context, item: Person) -> Result:
    office = plain(context, item.office) if item.office != UNKNOWN else text("search.office-unknown")
    return Result(
        kind=item.kind,
        address=_link(context, item.id),
        title=item.name,
        teaser=office,
        **(_names(item.short, item.name, item.spellings, item.own_names) if item.kind != "unnamed" else NO_NAME),
    )


def _party(context: Context, item: Party) -> Result:
    return Result(
        kind="party",
        address=_link(context, item.id),
        title=item.name,
        teaser=role(context.dossier, item, alone=True),
        **_names(item.short, item.name, item.spellings, item.own_names),
    )


def _place(context: Context, item: Place) -> Result:
    return Result(
        kind="place",
        address=_link(context, item.id),
        title=item.name,
        teaser=" · ".join([short_name(context, item.within)] if item.within else []),
        **_names(item.name, item.spellings, item.own_names),
    )


def _event(context: Context, item: Event) -> Result:
    when = str(item.when) if isinstance(item.when, When) else text("search.date-unknown")
    where = short_name(context, item.where) if item.where != UNKNOWN else None
    return Result(
        kind="event",
        address=_link(context, item.id),
        title=item.title,
        teaser=" · ".join(part for part in (when, where) if part),
        **_names(item.title, item.spellings),
    )


def _term(context: Context, item: Term) -> Result:
    return Result(
        kind="term",
        address=_link(context, item.id),
        title=item.name,
        teaser=_first_sentence(plain(context, item.meaning)),
        **_names(item.name, item.abbreviation or "", item.spellings),
    )


def _first_sentence(text_: str) -> str:
    return next((text_[start:end] for start, end in sentences(text_)), "")


def _outlet(context: Context, item: Outlet) -> Result:
    return Result(
        kind="outlet",
        address=_link(context, item.id),
        title=item.name,
        teaser=way.kind(context.dossier, item),
        **_names(item.short, item.name, item.spellings),
    )


THINGS: dict[str, Callable[[Context, Any], Result]] = {
    "people": _person,
    "parties": _party,
    "places": _place,
    "events": _event,
    "terms": _term,
    "outlets": _outlet,
}


def _link(context: Context, id_: str) -> str:
    return str(address(context.dossier, id_))


class Names(TypedDict):
    """What a thing is called, and in other scripts."""

    names: tuple[str, ...]
    asked: tuple[tuple[str, str], ...]


NO_NAME = Names(names=(), asked=())


def _names(called: str, *more: str | Iterable[str | OwnName]) -> Names:
    """Names each once, none empty: first what texts call the thing; those in another script than that one apart."""
    flat = [name for given in (called, *more) for name in ([given] if isinstance(given, str) else given)]
    texts: dict[str, str] = {}  # by what a browser tells apart: not marks, case or hyphens
    for text_ in (name if isinstance(name, str) else name.text for name in flat if name):
        texts.setdefault(without_marks(HYPHEN.sub(" ", text_).casefold()), text_)
    own = script(called)
    return Names(
        names=tuple(name for name in texts.values() if script(name) == own),
        asked=tuple(("", name) for name in texts.values() if script(name) != own),
    )


def script(text: str) -> str:
    """The script a text begins in, as Unicode names its letters: 'LATIN', 'CYRILLIC'; '' where it has none."""
    return next((unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha()), "")
