"""What happened when: the years to scale on the left, each event in a line of its own, crowded days fanned out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from ...model import Event
from ...when import When
from ..context import Context
from ..html import sentence_list, tag
from ..parts import number_of
from ..text import link, short_name
from ..text import when as when_words
from . import frame, shapes
from .frame import Drawing
from .shapes import words

KINDS = {
    "meeting": "meeting",
    "statement": "occasion of a statement",
    "attack": "attack",
    "incident": "incident",
    "exchange": "exchange",
    "document": "document",
    "decision": "decision",
}
SIZE = 12.5
LINE = 16
TOP = 30


def timeline(context: Context) -> Markup:
    """The picture of all dated events; empty where none is dated."""
    events = sorted(
        (e for e in context.dossier.events.values() if isinstance(e.when, When)),
        key=lambda e: (_when(e).first.toordinal() + _when(e).last.toordinal(), _when(e).text),
    )
    if not events:
        return Markup("")
    first, last = min(_when(e) for e in events), max((_when(e) for e in events), key=lambda when: when.last)
    return frame.picture(
        "timeline",
        title="What happened when",
        about=f"{number_of(len(events), 'dated event')}, the earliest of {first}, the latest of {last}. A scale of "
        "years stands on the left; a line leads from each event's day on it to its name on the right, so that days "
        "on which much happened are fanned out.",
        draw=lambda width: _draw(context, events, width),
        table=frame.table(
            ["When", "What", "Kind", "Who"],
            [
                [
                    when_words(_when(e)),
                    link(context, e.id),
                    KINDS[e.kind],
                    sentence_list(link(context, id_) for id_ in e.who) if e.who else "not recorded",
                ]
                for e in events
            ],
        ),
        notes=["The scale on the left is even; each line leads from the day to the event. ", _legend()],
    )


def _when(event: Event) -> When:
    """The date of a dated event."""
    assert isinstance(event.when, When)  # noqa: S101 (the undated are sorted out above)
    return event.when


def _legend() -> Markup:
    """What the shapes stand for, in a line."""
    return tag(
        "span",
        [
            tag(
                "span",
                tag(
                    "svg",
                    glyph(kind, 8, 8),
                    viewBox="0 0 16 16",
                    width=16,
                    height=16,
                    aria_hidden="true",
                    fill="currentColor",
                ),
                name,
            )
            for kind, name in KINDS.items()
        ],
        class_="legend",
    )


def _draw(context: Context, events: list[Event], width: float) -> Drawing:
    drawing = Drawing(width)
    axis, names = (34, 118) if drawing.narrow else (44, 178)
    room = width - names - 14
    # The names first: they decide how high the picture is, and so the scale.
    rows: list[tuple[Event, float]] = []
    y: float = TOP
    shown = ""
    for event in events:
        said = str(_when(event))
        if said != shown:
            y += 10
            drawing.ground.append(words(said, names, y, size=11.5, class_="soft"))
            y += LINE
            shown = said
        lines = shapes.wrap(event.title, room, SIZE)
        drawing.marks.append(_mark(context, event, lines, names, y))
        rows.append((event, y - 4))
        y += LINE * len(lines) + 3
    drawing.height = y + 4
    scale = _scale(events, TOP, drawing.height - 12)
    _axis(drawing, events, axis, scale)
    for event, row in rows:
        start, end = scale(_when(event).first), scale(_when(event).last)
        if end - start > 2:
            drawing.ground.append(shapes.line((axis, start), (axis, end), class_="span", stroke_width=5))
        fan = shapes.bend((axis + 3, (start + end) / 2), (names - 22, row))
        drawing.ground.append(tag("path", d=fan, class_="fan", fill="none", stroke="currentColor", stroke_width=0.6))
        drawing.ground.append(tag("circle", cx=axis, cy=shapes.number((start + end) / 2), r=2.2))
    return drawing


def _mark(context: Context, event: Event, lines: list[str], x: float, y: float) -> Markup:
    text = tag(
        "text",
        [tag("tspan", line, x=x, y=shapes.number(y + LINE * index)) for index, line in enumerate(lines)],
        font_size=SIZE,
    )
    who = ", ".join(short_name(context, id_) for id_ in event.who)
    name = f"{_when(event)}: {event.title} ({KINDS[event.kind]}{': ' + who if who else ''})"
    return frame.mark(context.link(event.id), name, glyph(event.kind, x - 13, y - 4), text)


def _scale(events: list[Event], top: float, bottom: float) -> Callable[[date], float]:
    """From days to heights: the first event's day is at the top, the last one's at the bottom."""
    first = min(_when(e).first for e in events).toordinal()
    days = max(max(_when(e).last for e in events).toordinal() - first, 1)
    return lambda day: top + (bottom - top) * (day.toordinal() - first) / days


def _axis(drawing: Drawing, events: list[Event], x: float, scale: Callable[[date], float]) -> None:
    """The line of the years with the first of each January, or of each month where one year holds all."""
    first, last = min(_when(e).first for e in events), max(_when(e).last for e in events)
    drawing.ground.append(
        shapes.line((x, scale(first)), (x, scale(last)), class_="axis", stroke="currentColor", stroke_width=1.2)
    )
    for year in range(first.year, last.year + 1):
        day = max(date(year, 1, 1), first)
        drawing.ground.append(
            shapes.line((x - 5, scale(day)), (x, scale(day)), class_="axis", stroke="currentColor", stroke_width=1.2)
        )
        drawing.ground.append(words(str(year), x - 8, scale(day) + 4, size=11, anchor="end", class_="soft"))


def glyph(kind: str, x: float, y: float) -> Markup:
    """The shape of a kind of event around a point."""
    outline = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.5}
    n = shapes.number
    match kind:
        case "meeting":
            return tag("circle", cx=n(x), cy=n(y), r=4.5)
        case "statement":  # a balloon
            return tag("path", d=f"M{n(x - 4.5)} {n(y - 4)}h9v6.5h-5l-2.5 2.7v-2.7h-1.5Z", **outline)
        case "attack":
            return tag("path", d=f"M{n(x - 4)} {n(y - 4)}l8 8m0 -8l-8 8", **(outline | {"stroke_width": 2}))
        case "incident":
            return tag("path", d=f"M{n(x - 4)} {n(y - 4)}l8 8m0 -8l-8 8", **outline)
        case "exchange":  # two arrows
            there = f"M{n(x - 5)} {n(y - 2)}h9l-2.6 -2.6"
            return tag("path", d=f"{there}M{n(x + 5)} {n(y + 2)}h-9l2.6 2.6", **outline)
        case "document":
            return tag("path", d=f"M{n(x - 3.5)} {n(y - 4.5)}h7v9h-7ZM{n(x - 1.5)} {n(y - 1)}h3m-3 2.6h3", **outline)
        case _:
            return shapes.sign("diamond", x, y, 4.2)
