"""What happened when, beside what was said: days down a line, opened where something is told of, a scale between them.

The line is a scale of time wherever nothing is told of: a tick is a day. A day on which something is told of is opened
into a band as high as it needs to be; on it, hours that accounts give stand on a scale of hours. Where
nothing is told of for long, the line is broken and says for how long.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from ...analysis.blamed import blamed
from ...locale import say, text
from ...record.dates import When
from ...record.dossier import Dossier
from ...record.model import Event
from ..context import Context
from ..doers import doers
from ..html import tag
from ..text import link, plain
from ..text import when as when_words
from ..words import event_kind
from . import days, frame, hours, shapes
from .days import Day, time_of
from .frame import Drawing
from .kinds import glyph
from .shapes import number, words

SIZE = 12
LINE = 15
TICK = 3  # the length of a day on which nothing is told of
PART = 560  # a part of the drawing that is longer than this is followed by another
GUTTER = 92  # for dates, where there is room beside the line


def timeline(context: Context) -> Markup:
    """The picture of all dated events; empty where none is dated."""
    found = days.of(list(context.dossier.events.values()))
    if not found:
        return Markup("")
    events = [event for day in found for event in day.events]
    dossier = context.dossier
    signs = {event.kind: dossier.vocabularies.events[event.kind].sign for event in events}
    latest = max((day.when for day in found), key=lambda when: when.last)
    return frame.picture(
        "timeline",
        paper=context.paper is not None,
        title=text("timeline.title"),
        about=text("timeline.about", count=len(events), first=found[0].when, last=latest),
        of_time=True,
        draw=lambda width: _draw(context, found, width),
        table=frame.table(
            [say(f"timeline.head.{name}") for name in ("when", "what", "kind", "who")],
            [row for day in found for row in _rows(context, day)],
        ),
        key=frame.key(
            [
                *((glyph(sign, 8, 8), event_kind(dossier, kind)) for kind, sign in signs.items()),
                *frame.parties(context, (party for event in events for party in _parties(context, event))),
            ]
        ),
        notes=[
            say("timeline.note", days=days.BREAK),
            *([say("timeline.note.blamed")] if any(blamed(dossier, event) for event in events) else []),
        ],
    )


def _rows(context: Context, day: Day) -> list[list[object]]:
    """The events of a day as rows of the table, then the hours that are told."""
    rows: list[list[object]] = [
        [
            when_words(event.when) if isinstance(event.when, When) else None,
            link(context, event.id),
            event_kind(context.dossier, event.kind),
            doers(context, event),
        ]
        for event in day.events
    ]
    for time, claim in hours.told(context.dossier, day):
        said = link(context, claim.id, plain(context, claim.says, claim.figures))
        rows.append(
            [text("date.instant", day=day.when, time=time), said, say("timeline.time"), hours.speakers(context, claim)]
        )
    return rows


def _parties(context: Context, event: Event) -> list[str]:
    """The parties that take part in an event or speak at it."""
    return list(dict.fromkeys(party for id_ in event.who if (party := context.dossier.party_of(id_))))


@dataclass
class Sheet:
    """A part of the drawing that is filled from the top down; `y` is how far."""

    context: Context
    drawing: Drawing
    y: float = 22.0

    @property
    def axis(self) -> float:
        """Where the line stands."""
        return 8.0 if self.drawing.narrow else GUTTER + 12.0

    def lanes(self) -> list[Lane]:
        """What happened on the left, what was said on the right."""
        left, right = self.axis + 12, self.drawing.width
        middle = (left + right) / 2
        return [Lane("happened", left, middle - 4), Lane("said", middle + 4, right - 4)]


@dataclass(frozen=True)
class Lane:
    """A column of events."""

    name: str
    left: float
    right: float

    def holds(self, dossier: Dossier, event: Event) -> bool:
        """Whether an event stands in it."""
        return dossier.is_said(event) == (self.name == "said")


@dataclass(frozen=True)
class Spot:
    """Where a day stands: in which part, from where to where."""

    part: int
    top: float
    end: float


def _draw(context: Context, found: list[Day], width: float) -> list[Drawing]:
    """The days in parts, one below the other, so that each fits a sheet of paper."""
    sheets = [_sheet(context, width)]
    spots: list[Spot] = []
    year = 0
    for day, gap in zip(found, days.gaps(found), strict=True):
        if spots:
            _between(sheets[-1], gap)
        if sheets[-1].y > PART:
            sheets.append(_sheet(context, width, first=False))
        sheet = sheets[-1]
        if day.when.first.year != year:
            year = day.when.first.year
            sheet.y += 20
            sheet.drawing.labels.append(words(str(year), 0, sheet.y - 5, size=SIZE, font_weight="bold", class_="name"))
        top = sheet.y
        _day(sheet, day)
        spots.append(Spot(len(sheets) - 1, top, sheet.y))
    sheets[-1].y += 4
    for sheet in sheets:
        sheet.drawing.height = sheet.y
    _spans(sheets, found, spots)
    return [sheet.drawing for sheet in sheets]


def _sheet(context: Context, width: float, *, first: bool = True) -> Sheet:
    """An empty part, its lanes named; where it is not the first, the line goes on from the part before."""
    sheet = Sheet(context, Drawing(width))
    for lane in sheet.lanes():
        head = words(text(f"timeline.{lane.name}"), lane.left, 14, size=SIZE, font_weight="bold")
        sheet.drawing.ground.append(head)
    if not first:
        ends = (sheet.axis, 0.0), (sheet.axis, sheet.y)
        sheet.drawing.ground.append(shapes.line(*ends, class_="axis", stroke="currentColor", stroke_width=1.4))
    return sheet


def _between(sheet: Sheet, gap: days.Gap) -> None:
    """The line between two days: to scale, a tick a day, or broken."""
    look = {"class_": "axis", "stroke": "currentColor", "stroke_width": 1.4}
    axis, y, ground = sheet.axis, sheet.y, sheet.drawing.ground
    if gap.broken:
        ground.append(shapes.line((axis, y), (axis, y + 34), stroke_dasharray="2 5", **look))
        ground.append(words(gap.length(), axis + 12, y + 21, size=11, class_="soft", font_style="italic"))
        sheet.y += 34
        return
    sheet.y += max(min(gap.days, days.BREAK) * TICK, 5)
    ground.append(shapes.line((axis, y), (axis, sheet.y), **look))
    if 1 < gap.days <= days.BREAK:
        ticks = "".join(f"M{number(axis - 4)} {number(y + TICK * index)}h4" for index in range(1, gap.days))
        ground.append(tag("path", d=ticks, stroke="currentColor", stroke_width=0.8, class_="axis"))


def _day(sheet: Sheet, day: Day) -> None:
    """A day opened: its date, what happened and what was said in two lanes, the hours."""
    drawing, axis, top = sheet.drawing, sheet.axis, sheet.y
    under = len(drawing.ground)  # its ground lies under all that stands on it
    date = str(day.when)
    if day.when.precision != "year":
        date = date.removesuffix(f" {day.when.first.year}")
    y = top + LINE + 1
    lines = [date] if drawing.narrow else shapes.wrap(date, GUTTER - 4, 11)
    at: dict[str, Any] = {"x": axis + 14} if drawing.narrow else {"x": axis - 12, "anchor": "end"}
    for index, each in enumerate(lines):
        drawing.labels.append(words(each, y=y + 13 * index, size=11, class_="soft", **at))
    y += LINE + 1 if drawing.narrow else 0
    ends = [top + 13 * len(lines) + 6]
    happened, said = sheet.lanes()
    if not any(said.holds(sheet.context.dossier, event) for event in day.events):
        happened = replace(happened, right=said.right)  # nothing stands in the way
    for lane in (happened, said):
        foot = y
        for event in (each for each in day.events if lane.holds(sheet.context.dossier, each)):
            foot = _event(sheet, event, lane, foot)
        ends.append(foot - LINE + 1)
    sheet.y = max(ends) + 4
    if told := hours.told(sheet.context.dossier, day):
        sheet.y = hours.draw(sheet.context, drawing, told, start=axis + 16, end=drawing.width - 8, y=sheet.y)
    box = {"x": number(axis), "y": number(top), "height": number(sheet.y - top)}
    drawing.ground.insert(under, tag("rect", **box, width=number(drawing.width - axis), class_="day", fill="#f4f1ea"))
    known = day.when.precision in ("day", "interval")
    dot = {} if known else {"class_": "hollow", "fill": "#fff", "stroke": "currentColor", "stroke_width": 1.4}
    line = shapes.line((axis, top), (axis, sheet.y), class_="axis", stroke="currentColor", stroke_width=1.4)
    drawing.ground.append(line)
    drawing.labels.append(tag("circle", cx=number(axis), cy=number(top + 12), r=4, **dot))


def _event(sheet: Sheet, event: Event, lane: Lane, y: float) -> float:
    """An event in its lane, its parties' signs before or behind it; gives where the next line begins."""
    context = sheet.context
    signs = _parties(context, event)
    before = signs if context.dossier.is_said(event) else []
    left = lane.left + 4
    indent = 12 * max(len(before), 1) + 2
    lines = shapes.wrap(f"{time_of(event)} {event.title}".strip(), lane.right - left - indent - 4, SIZE)
    parts = [frame.party_sign(context, party, left + 5 + 12 * index, y - 4) for index, party in enumerate(before)]
    written = [tag("tspan", line, x=number(left + indent), y=number(y + LINE * i)) for i, line in enumerate(lines)]
    parts = [
        *(parts or [glyph(context.dossier.vocabularies.events[event.kind].sign, left + 5, y - 4)]),
        tag("text", written, font_size=number(SIZE)),
    ]
    foot = y + LINE * (len(lines) - 1)
    told = list(dict.fromkeys(each.side for each in blamed(context.dossier, event)))  # then nobody took part, by `who`
    if after := [] if before else signs or told:
        step = 22 if told else 12  # room for brackets
        at = left + indent + shapes.text_width(lines[-1], SIZE) * 1.05 + step - 3
        if at + step * len(after) > lane.right:
            at, foot = left + indent + step - 7, foot + LINE
        for index, party in enumerate(after):
            x = at + step * index
            parts.append(frame.party_sign(context, party, x, foot - 4))
            parts += [words(each, x + by, foot, size=SIZE) for each, by in (("(", -9), (")", 5)) if told]
    who = doers(context, event, links=False).unescape()
    name = text(
        "timeline.mark", when=event.when, what=event.title, kind=event_kind(context.dossier, event.kind), who=who
    )
    sheet.drawing.marks.append(frame.mark(context.link(event.id), name, *parts))
    return foot + LINE + 4


def _spans(sheets: list[Sheet], found: list[Day], spots: list[Spot]) -> None:
    """Beside the line, the bars of what lasted for days, each from the day it began to the last that it covers."""
    lanes: list[tuple[int, float]] = []
    for day, begun in zip(found, spots, strict=True):
        if day.when.precision != "interval":
            continue
        over = max(
            (spot for d, spot in zip(found, spots, strict=True) if d.when.first <= day.when.last),
            key=lambda spot: (spot.part, spot.end),
        )
        lane = next((i for i, taken in enumerate(lanes) if taken < (begun.part, begun.top)), len(lanes))
        lanes[lane : lane + 1] = [(over.part, over.end)]
        for part in range(begun.part, over.part + 1):
            sheet = sheets[part]
            x = sheet.axis + 5 + 4 * lane
            top = begun.top + 12 if part == begun.part else 0
            end = over.end - 2 if part == over.part else sheet.y
            bar = shapes.line((x, top), (x, end), class_="span", stroke="currentColor", stroke_width=2.4)
            sheet.drawing.labels.append(bar)
