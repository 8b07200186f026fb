"""Where it was: the places that are named and what is told of them, on the outline of the land, with no borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup

from ...analysis.once import once_for_all
from ...locale import say, text
from ...locale.sorting import sort_key
from ...record.dates import When
from ...record.dossier import Dossier
from ...record.model import Event
from ..context import Context
from ..html import join, tag
from ..places import degrees
from ..text import link, short_name
from ..text import when as when_words
from ..words import event_kind
from . import frame, shapes
from .earth import Box, Panel, Spot, coast, spots
from .frame import Drawing
from .kinds import glyph
from .labels import Labels, around
from .shapes import Point

# A gap between neighbouring places wider than this share of the whole opens a closer view of the larger group.
GAP = 0.4


def atlas(context: Context) -> Markup:
    """The picture of all places whose coordinates are known; empty where there are none."""
    found = sorted(spots(list(context.dossier.places.values())), key=lambda spot: sort_key(spot.place.name))
    if not found:
        return Markup("")
    told = {spot.place.id: happened(context.dossier)[spot.place.id] for spot in found}
    kinds = dict.fromkeys(event.kind for events in told.values() for event in events)
    events = context.dossier.vocabularies.events
    return frame.picture(
        "map",
        paper=context.paper is not None,
        title=text("map.title"),
        about=text("map.about", count=len(found), places=text("list.comma").join(spot.place.name for spot in found)),
        draw=lambda width: _draw(context, found, width),
        table=frame.table(
            [say(f"map.head.{name}") for name in ("place", "events", "by", "at", "point")],
            [
                [
                    link(context, spot.place.id),
                    join((_event(context, event) for event in told[spot.place.id]), "; ") or say("map.none"),
                    _by(context, spot, told[spot.place.id]),
                    text("list.comma").join(
                        [degrees(spot.lat, "north", "south"), degrees((spot.lon + 180) % 360 - 180, "east", "west")]
                    ),
                    text(f"place.precision.{spot.precision}"),
                ]
                for spot in found
            ],
        ),
        key=frame.key((glyph(events[kind].sign, 8, 8), event_kind(context.dossier, kind)) for kind in kinds),
        notes=[say("map.note"), say("map.closer") if len(nearest(found)) < len(found) else None],
    )


@once_for_all
def happened(dossier: Dossier) -> dict[str, list[Event]]:
    """By place, what is told to have happened at it or within it, occasions of speech left out.

    What was done to somebody, at a place that is not known or has no dot near it, stands where its claims name a place
    whose name stands for the place alone: those who tell of an exchange name also where people are from.
    """
    found: dict[str, list[Event]] = {id_: [] for id_ in dossier.places}
    for event in dossier.events.values():
        if dossier.is_said(event):
            continue
        at = _at(dossier, event)
        if not at:
            claims = event.claims if dossier.vocabularies.events[event.kind].done_to else []
            named = (id_ for claim in claims for id_ in dossier.mentioned_in(dossier.claims[claim]))
            at = [id_ for id_ in dict.fromkeys(named) if id_ in found and _is_spot(dossier, id_)]
        for place in at:
            found[place].append(event)
    return found


def _is_spot(dossier: Dossier, place: str) -> bool:
    """Whether a place's name stands for the place alone: a city's or a country's often stands for a government."""
    return dossier.vocabularies.places[dossier.places[place].kind].spot


def _at(dossier: Dossier, event: Event) -> list[str]:
    """The dot of the place an event is recorded at; none where that is not known or has none near it."""
    return _with_dot(dossier, event.where) if event.where in dossier.places else []


def _with_dot(dossier: Dossier, place: str) -> list[str]:
    """A place, or of one without coordinates the nearest around it that has them."""
    return [near.id for near in dossier.around(place) if spots([near])][:1]


def _event(context: Context, event: Event) -> Markup:
    return join(
        [
            link(context, event.id),
            [text("list.comma"), when_words(event.when)] if isinstance(event.when, When) else None,
        ]
    )


def _by(context: Context, spot: Spot, events: Iterable[Event]) -> Markup:
    """Who tells of what happened at a place; of an event that is told of several, those who name the place."""
    dossier = context.dossier
    who: dict[str, None] = {}
    for event in events:
        claims = [dossier.claims[id_] for id_ in event.claims]
        for claim in claims:
            if _at(dossier, event) or spot.place.id in dossier.mentioned_in(claim):
                outlet = dossier.sources[claim.source].outlet
                who |= dict.fromkeys([outlet] if claim.by == "unclear" else claim.by)
    return join((link(context, id_, short_name(context, id_)) for id_ in who), text("list.comma")) or join(["–"])


def nearest(found: Sequence[Spot]) -> list[Spot]:
    """The larger group of places, where a wide gap sets some far ones apart; else all."""
    kept = list(found)
    for axis in ("lon", "lat"):
        kept.sort(key=lambda spot: float(getattr(spot, axis)))
        values = [float(getattr(spot, axis)) for spot in kept]
        gaps = [(b - a, index) for index, (a, b) in enumerate(pairwise(values), 1)]
        if not gaps or max(gaps)[0] <= GAP * (values[-1] - values[0]):
            continue
        parts = kept[: max(gaps)[1]], kept[max(gaps)[1] :]
        larger = max(parts, key=len)
        if len(larger) * 3 >= len(kept) * 2:
            kept = larger
    return kept


def _draw(context: Context, found: list[Spot], width: float) -> Drawing:
    drawing = Drawing(width)
    near = nearest(found)
    if len(near) == len(found):
        drawing.height = width * (1.1 if drawing.narrow else 0.62)
        box = Box.around(found, width / drawing.height)
        _panel(context, drawing, Panel(box, 0, 0, width, drawing.height), found)
        return drawing
    far = [spot for spot in found if spot not in near]
    if drawing.narrow:
        close, whole = (0.0, 0.0, width, 440.0), (0.0, 452.0, width, 190.0)
    else:
        close, whole = (0.0, 0.0, width, 520.0), (0.0, 532.0, width, 300.0)
    box = Box.around(near, close[2] / close[3])
    _panel(context, drawing, Panel(box, *close), near)
    overview = Panel(Box.around(found, whole[2] / whole[3]), *whole)
    _panel(context, drawing, overview, far)
    _frame(drawing, overview, box)
    drawing.height = whole[1] + whole[3]
    return drawing


def _frame(drawing: Drawing, overview: Panel, box: Box) -> None:
    """In the view of the whole, the part that the closer view shows."""
    (x1, y1), (x2, y2) = overview.project(box.west, box.north), overview.project(box.east, box.south)
    y1, y2 = max(y1, overview.top), min(y2, overview.top + overview.height)
    look = {"fill": "none", "stroke": "currentColor", "stroke_width": 1, "stroke_dasharray": "3 2"}
    drawing.ground.append(tag("path", d=shapes.polygon([(x1, y1), (x2, y1), (x2, y2), (x1, y2)]), **look))


def _panel(context: Context, drawing: Drawing, panel: Panel, found: Sequence[Spot]) -> None:
    """Water, land, places, countries and seas of one view."""
    x, y, width, height = (shapes.number(v) for v in (panel.left, panel.top, panel.width, panel.height))
    drawing.ground.append(tag("rect", x=x, y=y, width=width, height=height, class_="water", fill="#e6ebee"))
    drawing.ground.append(tag("path", d=coast(panel), class_="land", fill="#fff", fill_rule="evenodd"))
    dots = {spot.place.id: panel.project(spot.lon, spot.lat) for spot in found}
    labels = Labels(panel, [(x - 5, y - 5, x + 5, y + 5) for x, y in dots.values()])
    for spot in found:
        drawing.marks.append(_spot(context, labels, spot, dots[spot.place.id]))
    shown = {spot.place.name.upper() for spot in found}
    drawing.ground += [label for name, label in around(labels, context.dossier.about.language) if name not in shown]


def _spot(context: Context, labels: Labels, spot: Spot, at: Point) -> Markup:
    """A place: its dot, its name, the kinds of what is told to have happened there."""
    events = happened(context.dossier)[spot.place.id]
    kinds = [context.dossier.vocabularies.events[kind] for kind in dict.fromkeys(event.kind for event in events)]
    ring = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.6}
    if spot.precision == "country":
        ring |= {"stroke_dasharray": "2 2"}
    look = ring if spot.precision in ("region", "country") else {}
    label, (x, foot) = labels.place(spot.place.name, at, extra=14 * len(kinds) + 6 if kinds else 0)
    signs = [glyph(kind.sign, x + 13 + 14 * index, foot - 4) for index, kind in enumerate(kinds)]
    dot = tag("circle", cx=shapes.number(at[0]), cy=shapes.number(at[1]), r=4, **look)
    told = "; ".join(event.title for event in events) or text("map.none")
    name = text("map.mark", place=spot.place.name, told=told)
    return frame.mark(context.link(spot.place.id), name, dot, label, *signs)
