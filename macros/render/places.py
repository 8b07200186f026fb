"""The places that are named, by kind."""

from __future__ import annotations

from markupsafe import Markup

from ..locale import numbers, say, text
from ..locale.sorting import sort_key
from ..record.dates import When
from ..record.model import Coordinates, Event, Place
from .context import Context
from .html import join, tag
from .parts import aliases, heading, named_on, own_names, spellings
from .text import link, when
from .used_on import place as used_on
from .words import place_kinds


def places(context: Context) -> Markup:
    """Every place under a heading for its kind, each with an anchor."""
    by_kind = {
        kind: sorted((p for p in context.dossier.places.values() if p.kind == kind), key=lambda p: sort_key(p.name))
        for kind in context.dossier.vocabularies.places
    }
    return join(
        [heading(2, place_kinds(context.dossier, kind), f"kind-{kind}"), *(entry(context, place) for place in found)]
        for kind, found in by_kind.items()
        if found
    )


def entry(context: Context, place: Place) -> Markup:
    """A place: its names, what it lies in, where that is, what happened there, and where it is named."""
    happened = [_happened(context, event) for event in context.dossier.events.values() if event.where == place.id]
    return tag(
        "article",
        aliases(place),
        tag("h3", place.name),
        own_names(place.own_names),
        tag("p", say("place.within", place=link(context, place.within))) if place.within else None,
        tag("p", _position(place), class_="position"),
        tag("p", say("place.happened", events=join(happened, " · "))) if happened else None,
        named_on(context, place.id),
        spellings(place.spellings),
        used_on(place.id),
        class_="entry place",
        id=place.id,
    )


def _happened(context: Context, event: Event) -> Markup:
    """An event, linked, and its date."""
    return join(
        [link(context, event.id), [text("list.comma"), when(event.when)] if isinstance(event.when, When) else None]
    )


def _position(place: Place) -> str:
    at = place.coordinates
    if not isinstance(at, Coordinates):
        return text("place.no-coordinates")
    north, east = degrees(at.lat, "north", "south"), degrees(at.lon, "east", "west")
    return text(
        "place.position", north=north, east=east, precision=text(f"place.precision.{at.precision}"), origin=at.origin
    )


def degrees(value: float, positive: str, negative: str) -> str:
    """'41.01° N', to two decimals: about a kilometre."""
    number = numbers.number(round(abs(value), 2), decimals=2)
    return text(f"place.{positive if value >= 0 else negative}", degrees=number)
