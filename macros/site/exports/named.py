"""The tables of whom and what is named: people, parties, outlets and their pages, events, places, terms."""

from __future__ import annotations

from ...analysis import balance
from ...record.model import UNKNOWN, Coordinates, Outlet, Owner
from ...render.context import Context
from ...render.text import plain
from .tables import Column, Table, field, ids, link, own_id


def _owner(outlet: Outlet) -> Owner | None:
    return outlet.owner if isinstance(outlet.owner, Owner) else None


def _coordinates(place: object) -> Coordinates | None:
    found = getattr(place, "coordinates", UNKNOWN)
    return found if isinstance(found, Coordinates) else None


PEOPLE = Table(
    "people",
    "A person or body that speaks, acts or is named.",
    lambda d: d.people.values(),
    (
        own_id(),
        link(),
        field("name", "The full name in our spelling."),
        field("kind", "A person, a body, or somebody who is not named."),
        field("party", "The party they speak or act for; `none` or `unknown`."),
        Column("office", "The office at the time of the event.", lambda d, p: plain(Context(d), p.office)),
        field("delegation", "The place in a delegation."),
        field("attendance", "Whether an account names them as attending the event."),
        Column("own_names", "The name in the bearer's own script.", lambda _, p: ids(n.text for n in p.own_names)),
    ),
)
OUTLETS = Table(
    "outlets",
    "An outlet: a publisher of accounts.",
    lambda d: d.outlets.values(),
    (
        own_id(),
        link(),
        field("name", "Its name."),
        field("kind", "What kind of outlet it is."),
        field("country", "Its country."),
        Column("side", "The side in whose country it is, which says nothing of what it writes; `other`; `unknown`.",
               lambda d, o: balance.side_of_outlet(d, o.id)),
        field("speaks_for", "The party whose own channel it is."),
        Column("owner", "Who owns or controls it, as somebody says.",
               lambda _, o: found.says if (found := _owner(o)) else UNKNOWN),
        Column("held_by", "The same in a word.", lambda _, o: found.held_by if (found := _owner(o)) else None),
        Column("owner_seen", "The page that says so.", lambda _, o: found.seen if (found := _owner(o)) else None),
        Column("owner_known", "Whether the owner is told, left unclear, was sought in vain, or not sought.",
               lambda _, o: balance.owner_known(o)),
        field("languages", "Languages of its pages."),
    ),
)  # fmt: skip
SOURCES = Table(
    "sources",
    "A source: one published page.",
    lambda d: d.sources.values(),
    (
        own_id(),
        link(),
        field("outlet", "Its outlet.", to="outlets"),
        Column("outlet_name", "The outlet by name.", lambda d, s: d.outlets[s.outlet].name),
        field("title", "Its title."),
        field("address", "Its address.", "url"),
        field("date", "The day of publication."),
        field("language", "Its language."),
        field("archived", "Where a copy is kept."),
        field("seen", "The day we last saw it."),
        Column("primary", "Whether the dossier takes it apart.", lambda d, s: s.id in d.about.primary, "boolean"),
    ),
)
EVENTS = Table(
    "events",
    "An event: something that happened, or is said to have happened, at a time.",
    lambda d: d.events.values(),
    (
        own_id(),
        link(),
        field("title", "What it is called."),
        field("kind", "What kind of event."),
        field("when", "When (ISO 8601, as precise as known)."),
        field("where", "The place."),
        field("who", "Who took part or spoke."),
        field("claims", "The claims that tell of it."),
        Column("done_to", "For what one side is said to have done to another: to which; `unknown` where that is open.",
               lambda d, e: (balance.done_to(d, e) or UNKNOWN) if e.kind in balance.kinds_done_to(d) else None),
    ),
)  # fmt: skip
PLACES = Table(
    "places",
    "A place that is named.",
    lambda d: d.places.values(),
    (
        own_id(),
        link(),
        field("name", "Its name."),
        field("kind", "Country, region, city, building or area."),
        field("within", "The place it lies in.", to="places"),
        Column("lat", "Degrees north (WGS 84).", lambda _, p: c.lat if (c := _coordinates(p)) else None, "number"),
        Column("lon", "Degrees east.", lambda _, p: c.lon if (c := _coordinates(p)) else None, "number"),
        Column("precision", "What the point stands for.", lambda _, p: c.precision if (c := _coordinates(p)) else None),
    ),
)
TERMS = Table(
    "terms",
    "A word that a reader may not know.",
    lambda d: d.terms.values(),
    (
        own_id(),
        link(),
        field("name", "The word."),
        field("abbreviation", "Its short form."),
        Column("meaning", "What it means, in our words.", lambda d, t: plain(Context(d), t.meaning)),
    ),
)
PARTIES = Table(
    "parties",
    "A party: a side in the event, its host, or another party to it.",
    lambda d: d.parties.values(),
    (
        own_id(),
        link(),
        field("name", "Its name."),
        field("short", "Its name in marks and columns."),
        field("role", "Its part in the event."),
        Column("side", "Whether it is a side.", lambda d, p: p.id in d.sides, "boolean"),
        field("countries", "Its countries: an outlet in one of them counts with it."),
    ),
)
