"""Cards: what a reader sees of a record without leaving the sentence that names it.

A card holds no links but the one to the entry, which is that of the words it belongs to: the browser script adds it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from ..analysis.course import as_of
from ..analysis.sides import voices_on
from ..locale import say, text
from ..locale.casing import begin
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Event, Outlet, Owner, Party, Person, Place, Point, Quotation, Source, Term
from . import status as status_words
from .context import Context
from .html import join, tag
from .text import in_language, page_title, plain, short_name
from .words import outlet_kind, place_kind, role

FOLDER = "assets/cards/"
LONGEST = 220  # characters of a quotation or claim that a card shows


def scripts(dossier: Dossier) -> dict[str, str]:
    """All cards as scripts by their path, since a page read from a folder may load scripts and nothing else.

    One script holds the cards of the entries that stand on one page: so it grows with the page and not with the record,
    and the link that a card belongs to tells which script to load: `points/x/#y` that of `points/x/`.
    """
    context = Context(dossier)
    groups: dict[str, dict[str, str]] = {}
    for id_ in dossier.entries:
        if dossier.kind_of[id_] in MAKERS:
            page = context.link(id_).partition("#")[0]
            groups.setdefault(page, {})[id_] = str(card(context, id_))
    return {f"{FOLDER}{page.strip('/') or 'index'}.js": _script(cards) for page, cards in groups.items()}


def _script(cards: dict[str, str]) -> str:
    """The cards of a page, and what the link at their foot says."""
    texts = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    entry = json.dumps(text("card.entry"), ensure_ascii=False)
    return (
        f"window.dossierEntry = {entry};\nwindow.dossierCards = Object.assign(window.dossierCards || {{}}, {texts});\n"
    )


def card(context: Context, id_: str) -> Markup:
    """The card of a record: what it is, then a line or two on it."""
    kind = context.dossier.kind_of[id_]
    head, *lines = MAKERS[kind](context, context.dossier.entries[id_])
    return join([tag("p", head, class_="card-head"), [tag("p", line) for line in lines if line]])


def _claim(context: Context, item: Claim) -> list[object]:
    dossier = context.dossier
    own = set(dossier.parties_of(item))
    voices = voices_on(dossier, item.point).items()
    facing = [claims for parties, claims in voices if parties & {*dossier.sides} and not parties & own]
    number = sum(map(len, facing))
    rest = len(dossier.claims_on[item.point]) - 1 - number
    return [
        _cut(plain(context, item.says, item.figures)),
        join(
            [_speakers(context, item), _chain(context, item), _outlet(context, item), _day(item.date)],
            text("list.comma"),
        ),
        _facing(context, facing[0][0], number) if facing else _no_other(dossier, own),
        say("card.accounts", number=rest, status=status_words.short(context, item.point)),
    ]


def _no_other(dossier: Dossier, own: set[str]) -> str | None:
    """That no other side speaks, where a side does and there are others."""
    return text("card.no-other-side") if own & set(dossier.sides) and not dossier.only_side else None


def _facing(context: Context, first: Claim, number: int) -> Markup:
    """The other side's word: the first of its claims, and how many more there are."""
    if only := context.dossier.only_side:  # it is no other side to whoever is none
        return say("sides.line", party=short_name(context, only), says=_brief(context, first))
    if number == 1:
        return say("card.other-side", says=_brief(context, first))
    return say("card.other-side-more", says=_brief(context, first), more=number - 1)


def _quotation(context: Context, item: Quotation) -> list[object]:
    return [
        tag("q", in_language(_cut(item.text), context.dossier.language_of(item))),
        join([_speakers(context, item), _chain(context, item), _outlet(context, item)], text("list.comma")),
    ]


def _point(context: Context, item: Point) -> list[object]:
    claims = context.dossier.claims_on[item.id]
    latest = as_of(context.dossier, item.id)
    state = status_words.state(item) if item.state != "reported" else None
    last = text("question.last", date=latest) if latest else None
    count = text("count.claims", count=len(claims))
    return [
        item.question,
        status_words.short(context, item.id),
        join([part for part in (state, last, count) if part], " · "),
    ]


def _person(context: Context, item: Person) -> list[object]:
    dossier = context.dossier
    said = sum(1 for c in dossier.claims.values() if c.by != "unclear" and item.id in c.by)
    office = plain(context, item.office) if item.office != UNKNOWN else text("person.no-office")
    party = dossier.parties[item.party].name if item.party in dossier.parties else None
    name = join(
        [
            item.name,
            [" (", [tag("span", n.text, lang=n.lang) for n in item.own_names[:1]], ")"] if item.own_names else None,
        ]
    )
    return [
        name,
        office,
        join([part for part in (party, text("card.theirs", count=said)) if part], " · "),
    ]


def _party(context: Context, item: Party) -> list[object]:
    said = sum(1 for c in context.dossier.claims.values() if item.id in context.dossier.parties_of(c))
    return [item.name, join([role(context.dossier, item, alone=True), text("card.by-speakers", count=said)], " · ")]


def _place(context: Context, item: Place) -> list[object]:
    kind = place_kind(context.dossier, item.kind)
    within = text("card.within", kind=kind, place=short_name(context, item.within)) if item.within else kind
    named = [id_ for id_ in context.dossier.mentions.get(item.id, []) if id_ in context.dossier.claims]
    spelled = text("card.spelled", names=text("list.comma").join(item.spellings[:3])) if item.spellings else None
    return [item.name, within, spelled, text("card.named", count=len(named))]


def _term(context: Context, item: Term) -> list[object]:
    return [join([item.name, f" ({item.abbreviation})" if item.abbreviation else None]), plain(context, item.meaning)]


def _event(context: Context, item: Event) -> list[object]:
    when = str(item.when) if isinstance(item.when, When) else text("way.no-date")
    where = short_name(context, item.where) if item.where != UNKNOWN else None
    told = [c for c in context.dossier.claims.values() if c.occasion == item.id or c.id in item.claims]
    return [
        item.title,
        join([part for part in (when, where) if part], text("list.comma")),
        text("card.told", count=len(told)),
    ]


def _outlet_card(context: Context, item: Outlet) -> list[object]:
    country = item.country if item.country != UNKNOWN else text("outlet.country-unknown")
    if isinstance(item.owner, Owner):
        owner = f"{item.owner.publisher}: {plain(context, item.owner.says)}"
    else:
        owner = text("card.owner-sought" if item.owner_sought else "card.owner-unknown")
    kind = outlet_kind(context.dossier, item)
    return [item.name, text("outlet.kind", kind=begin(kind), country=country), owner]


def _source(context: Context, item: Source) -> list[object]:
    drawn = sum(1 for c in context.dossier.claims.values() if c.source == item.id)
    outlet = context.dossier.outlets[item.outlet].name
    return [
        page_title(context, item),
        join([outlet, _day(item.date)], text("list.comma")),
        text("card.drawn", count=drawn),
    ]


def _brief(context: Context, item: Claim) -> str:
    return _cut(plain(context, item.says, item.figures), 120)


def _speakers(context: Context, item: Claim | Quotation) -> str:
    if item.by == "unclear":
        return text("way.unclear")
    names = text("list.comma").join(short_name(context, id_) for id_ in item.by)
    return (
        names if isinstance(item, Quotation) or item.voice == "speaker" else f"{names} ({text(f'voice.{item.voice}')})"
    )


def _chain(context: Context, item: Claim | Quotation) -> str | None:
    if item.chain == UNKNOWN:
        return text("card.no-way")
    names = [short_name(context, id_) for id_ in item.chain]
    return text("way.through", outlets=text("list.comma").join(names)) if names else None


def _outlet(context: Context, item: Claim | Quotation) -> str:
    outlet = context.dossier.outlets[context.dossier.sources[item.source].outlet]
    kind = outlet_kind(context.dossier, outlet)
    return text("card.outlet", outlet=outlet.short, kind=kind)


def _day(date: object) -> str | None:
    return str(date) if isinstance(date, When) else None


def _cut(words: str, longest: int = LONGEST) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


MAKERS: dict[str, Callable[[Context, Any], list[object]]] = {
    "claims": _claim,
    "quotations": _quotation,
    "points": _point,
    "people": _person,
    "parties": _party,
    "places": _place,
    "terms": _term,
    "events": _event,
    "outlets": _outlet_card,
    "sources": _source,
}
