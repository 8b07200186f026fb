"""What happened when: dates down a line, close together where much happened, with a break where nothing did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup

from ...record.dates import When
from ...record.model import Event
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
    "incident": "incident or dispute",
    "exchange": "exchange",
    "document": "document",
    "decision": "decision",
}
SIZE = 12.5
LINE = 16
# From how many days without an event the line is broken; a month is told by its name alone.
BREAK = 45
UNTIMED = "Time of day not known:"


@dataclass(frozen=True)
class Date:
    """Events of one date, those with a time of day first."""

    when: When
    events: tuple[Event, ...]


def dates(events: list[Event]) -> list[Date]:
    """The dates of events in order; an interval stands where it begins, a month or year in its middle."""
    ordered = sorted(events, key=lambda event: (_order(_date(event)), _date(event).text, _time(event) or "~"))
    return [Date(when, tuple(group)) for when, group in groupby(ordered, key=_date)]


def _date(event: Event) -> When:
    """The date of an event without its time of day."""
    when = _when(event)
    return When(when.text[:10]) if when.precision == "instant" else when


def _time(event: Event) -> str:
    """The time of day of an event; '' where it is not known."""
    return _when(event).text[11:16] if _when(event).precision == "instant" else ""


def _order(when: When) -> int:
    first, last = when.first.toordinal(), when.last.toordinal()
    return first if when.precision == "interval" else (first + last) // 2


def timeline(context: Context) -> Markup:
    """The picture of all dated events; empty where none is dated."""
    found = dates([e for e in context.dossier.events.values() if isinstance(e.when, When)])
    if not found:
        return Markup("")
    events = [event for date_ in found for event in date_.events]
    latest = max((d.when for d in found), key=lambda when: when.last)
    return frame.picture(
        "timeline",
        title="What happened when",
        about=f"{number_of(len(events), 'dated event')}, the earliest of {found[0].when}, the latest of {latest}, from "
        "top to bottom. A line on the left has a dot for each date, hollow where only the month or year is known, and "
        "a bar where the date is a period. It is not to scale: where nothing is told of for long it is broken, and "
        "the break says for how long.",
        draw=lambda width: _draw(context, found, width),
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
        key=_legend(),
        notes=[
            "Not to scale: where the line is dashed, nothing is told of for as long as stands beside it. Hollow dot: ",
            "only the month or year is known. Bar: a period. Events of a day are in order only where a time stands.",
        ],
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


def _draw(context: Context, found: list[Date], width: float) -> Drawing:
    drawing = Drawing(width)
    axis, names = 44, 88
    y = 4.0
    feet: list[float] = []
    ends: list[float] = []
    year = 0
    for before, date_, gap in zip([None, *found], found, _gaps(found), strict=False):
        y += 14 + min(gap, BREAK) / BREAK * 12
        if gap > BREAK:
            drawing.ground.append(
                words(f"{_length(gap, before)} later", names, y + 2, size=11, class_="soft", font_style="italic")
            )
            y += 26
        if date_.when.first.year != year:
            year = date_.when.first.year
            drawing.ground.append(words(str(year), axis - 9, y, size=11, anchor="end", font_weight="bold"))
        drawing.ground.append(words(str(date_.when), axis + 18, y, size=11.5, class_="soft"))
        feet.append(y - 4)
        y = _events(context, drawing, date_, names, y + LINE + 2)
        ends.append(y - LINE)
    drawing.height = y
    _axis(drawing, found, axis, feet, ends)
    return drawing


def _events(context: Context, drawing: Drawing, date_: Date, x: float, y: float) -> float:
    """The events of a date; gives where the next line begins."""
    timed = False
    for event in date_.events:
        time = _time(event)
        if timed and not time:
            drawing.ground.append(words(UNTIMED, x - 28, y, size=11, class_="soft", font_style="italic"))
            y += LINE
        timed = bool(time)
        lines = shapes.wrap(f"{time} {event.title}".strip(), drawing.width - x - 6, SIZE)
        drawing.marks.append(_mark(context, event, lines, x, y))
        y += LINE * len(lines) + 3
    return y


def _mark(context: Context, event: Event, lines: list[str], x: float, y: float) -> Markup:
    text = tag(
        "text",
        [tag("tspan", line, x=x, y=shapes.number(y + LINE * index)) for index, line in enumerate(lines)],
        font_size=SIZE,
    )
    who = ", ".join(short_name(context, id_) for id_ in event.who)
    name = f"{_when(event)}: {event.title} ({KINDS[event.kind]}{': ' + who if who else ''})"
    return frame.mark(context.link(event.id), name, glyph(event.kind, x - 13, y - 4), text)


def _gaps(found: list[Date]) -> Iterator[int]:
    """For each date, the days between it and all that was before."""
    yield 0
    reached = found[0].when.last
    for before, after in pairwise(found):
        reached = max(reached, before.when.last)
        yield max((after.when.first - reached).days, 0)


def _length(days: int, before: Date | None) -> str:
    """About how long some days are; at the least, where the day before them is not known."""
    months = days / 30.4
    loose = before is not None and before.when.precision in ("month", "year")
    count = int(months) if loose else round(months)
    length = number_of(count, "month") if count < 2 * 12 else number_of(round(months / 12), "year")
    return f"{'More than' if loose else 'About'} {length}"


def _axis(drawing: Drawing, found: list[Date], x: float, feet: list[float], ends: list[float]) -> None:
    """The line with a dot for each date, dashed where it is broken, and beside it the bars of periods."""
    look = {"class_": "axis", "stroke": "currentColor", "stroke_width": 1.4}
    for (start, end), gap in zip(pairwise(feet), list(_gaps(found))[1:], strict=True):
        dashes = {"stroke_dasharray": "2 5"} if gap > BREAK else {}
        drawing.ground.append(shapes.line((x, start), (x, end), **look, **dashes))
    lanes: list[float] = []
    for index, (date_, foot) in enumerate(zip(found, feet, strict=True)):
        if date_.when.precision == "interval":
            covered = [
                f for d, f in zip(found[index + 1 :], feet[index + 1 :], strict=True) if d.when.first <= date_.when.last
            ]
            end = max([ends[index], *covered])
            lane = next((i for i, taken in enumerate(lanes) if taken < foot), len(lanes))
            lanes[lane : lane + 1] = [end]
            at = x + 7 + 5 * lane
            drawing.ground.append(
                shapes.line((at, foot + 6), (at, end), class_="span", stroke="currentColor", stroke_width=3)
            )
        known = date_.when.precision in ("day", "interval")
        dot = {} if known else {"class_": "hollow", "fill": "#fff", "stroke": "currentColor", "stroke_width": 1.4}
        drawing.ground.append(tag("circle", cx=shapes.number(x), cy=shapes.number(foot), r=3.2, **dot))


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
        case "incident":  # a triangle on its tip: neither an attack's cross nor a party's sign
            return tag("path", d=f"M{n(x - 5)} {n(y - 4)}h10l-5 8.5Z", **outline)
        case "exchange":  # two arrows
            there = f"M{n(x - 5)} {n(y - 2)}h9l-2.6 -2.6"
            return tag("path", d=f"{there}M{n(x + 5)} {n(y + 2)}h-9l2.6 2.6", **outline)
        case "document":
            return tag("path", d=f"M{n(x - 3.5)} {n(y - 4.5)}h7v9h-7ZM{n(x - 1.5)} {n(y - 1)}h3m-3 2.6h3", **outline)
        case _:
            return shapes.sign("diamond", x, y, 4.2)
