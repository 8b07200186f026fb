"""People, places, terms and events as tables, each with the numbers of the claims or the pages that tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ..analysis.speakers import by_party, quoted, said
from ..locale import say, text
from ..locale.sorting import sort_key
from ..record.dossier import Dossier
from ..record.model import Claim, Coordinates, Event, Person, Place, Term
from ..render import mark, timeline
from ..render.context import Context
from ..render.html import join, tag
from ..render.mark import party_sign
from ..render.paper import Paper
from ..render.parts import own_names
from ..render.person import held
from ..render.places import degrees
from ..render.text import prose, when
from ..render.words import place_kinds
from .chapter import Chapter, entry, section, titled
from .numbers import order

PEOPLE, PLACES, TERMS, TIMELINE = "people", "places", "terms", "timeline"
MOST = 6  # of the marks of those who tell of an event


def all_of(context: Context, paper: Paper) -> list[Chapter]:
    """The parts for looking up, those that hold anything."""
    made = {
        "people": (people, context.dossier.people),
        "places": (places, context.dossier.places),
        "terms": (terms, context.dossier.terms),
        "events": (events, context.dossier.events),
    }
    return [make(context, paper) for make, found in made.values() if found]


def people(context: Context, paper: Paper) -> Chapter:
    """Everyone by party: who they are, the claims that quote them, and those that report their words."""
    groups = by_party(context.dossier, context.dossier.people.values())
    parts, sections = [], []
    for party, members in groups:
        id_, title = f"people-{party.id if party else ''}", party.short if party else text("book.people.no-party")
        sections.append((id_, title))
        sign = [party_sign(context, party.id), " "] if party else None
        parts.append(
            join(
                [
                    section(id_, join([sign, title])),
                    *(_person(context, paper, each) for each in sorted(members, key=lambda item: sort_key(item.name))),
                ]
            )
        )
    return titled(PEOPLE, text("book.people"), tag("p", say("book.people.about")), *parts, sections=tuple(sections))


def _person(context: Context, paper: Paper, item: Person) -> Markup:
    dossier = context.dossier
    carried = {id_ for each in quoted(dossier).get(item.id, []) for id_ in each.claims}
    theirs = _sorted(dossier, said(dossier).get(item.id, []))
    lines = {
        "quoted": [claim for claim in theirs if claim.id in carried],
        "reported": [claim for claim in theirs if claim.id not in carried],
    }
    office = held(context, item)
    return entry(
        paper.named(item.id, tag("b", item.name)),
        own_names(item.own_names),
        tag("p", office) if office else None,
        *(
            tag("p", say(f"book.people.{name}", claims=join((paper.claim(c.id) for c in found), ", ")), class_="by")
            for name, found in lines.items()
            if found
        ),
    )


def _sorted(dossier: Dossier, claims: Sequence[Claim]) -> list[Claim]:
    places = {point.id: number for number, point in enumerate(order(dossier))}
    return sorted(claims, key=lambda claim: places[claim.point])


def places(context: Context, paper: Paper) -> Chapter:
    """Every place, the nearest kinds first: what it lies in, and its coordinates."""
    found = context.dossier.places.values()
    vocabulary = context.dossier.vocabularies.places
    by_kind = {
        kind: sorted((p for p in found if p.kind == kind), key=lambda place: sort_key(place.name))
        for kind in vocabulary
    }
    parts = [
        join([tag("h2", place_kinds(context.dossier, kind)), [_place(context, paper, each) for each in of_kind]])
        for kind, of_kind in by_kind.items()
        if of_kind
    ]
    return titled(PLACES, text("book.places"), *parts)


def _place(context: Context, paper: Paper, item: Place) -> Markup:
    within = say("place.within", place=paper.named(item.within, _called(context, item.within))) if item.within else None
    lines = [part for part in (within, _position(item)) if part]
    return entry(paper.named(item.id, tag("b", item.name)), own_names(item.own_names), tag("p", join(lines, " ")))


def _called(context: Context, id_: str) -> str:
    return context.dossier.places[id_].name


def _position(item: Place) -> str:
    at = item.coordinates
    if not isinstance(at, Coordinates):
        return text("place.no-coordinates")
    north, east = degrees(at.lat, "north", "south"), degrees(at.lon, "east", "west")
    precision = text(f"place.precision.{at.precision}")
    return text("place.position", north=north, east=east, precision=precision, origin=at.origin)


def terms(context: Context, paper: Paper) -> Chapter:
    """Every term and what it means here."""
    found = sorted(context.dossier.terms.values(), key=lambda term: sort_key(term.name))
    return titled(TERMS, text("book.terms"), join(_term(context, paper, each) for each in found))


def _term(context: Context, paper: Paper, item: Term) -> Markup:
    short = [f" ({item.abbreviation})"] if item.abbreviation else None
    return entry([paper.named(item.id, tag("b", item.name)), short], tag("p", prose(context, item.meaning)))


def events(context: Context, paper: Paper) -> Chapter:
    """Every event by date, with the claims that tell of it."""
    found = sorted(context.dossier.events.values(), key=timeline.order)
    return titled(TIMELINE, text("book.timeline"), join(_event(context, paper, each) for each in found))


def _event(context: Context, paper: Paper, item: Event) -> Markup:
    day = text("timeline.no-date") if item.when == "unknown" else when(item.when)
    told: Iterable[Claim] = timeline.claims_of(context.dossier, item)[:MOST]
    where = (
        [text("list.comma"), paper.named(item.where, _called(context, item.where))] if item.where != "unknown" else None
    )
    return entry(day, tag("p", paper.named(item.id, item.title), where, " ", mark.marks(context, told)))
