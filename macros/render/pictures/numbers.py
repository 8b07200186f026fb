"""What was promised beside what was counted: the numbers of each matter, one under the other on one scale.

Who promised, and whether anything was promised, may be the very dispute: each number stands under the name of the one
who gives it, and who contradicts it without a number stands beside it in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...analysis.matters import Group, Kind, Row, groups
from ...locale import say, text
from ...record import figures
from ...record.dates import When
from ...record.model import Claim, Figure
from ..context import Context
from ..html import join, tag
from ..text import link, plain, short_name
from ..text import when as when_words
from . import frame, shapes
from .frame import Drawing
from .shapes import Point, line, words, wrap

SIZE = 12
SMALL = 11


def numbers(context: Context) -> Markup:
    """The picture; empty where of no matter a number is both promised and counted."""
    found = groups(context.dossier)
    if not found:
        return Markup("")
    rows = [row for group in found for row in group.rows]
    return frame.picture(
        "numbers",
        paper=context.paper is not None,
        title=text("numbers.title"),
        about=text("numbers.about", matters="; ".join(group.matter.title for group in found)),
        draw=lambda width: _draw(context, found, width),
        table=frame.table(
            [say(f"numbers.head.{name}") for name in ("matter", "kind", "number", "who", "when")],
            [
                [
                    group.matter.title,
                    say(f"numbers.key.{row.kind}"),
                    join((link(context, claim.id, _said(context, row, claim)) for claim in _told(row)), "; "),
                    _speakers(context, row),
                    when_words(date) if isinstance(date := row.claims[0].date, When) else say("numbers.no-date"),
                ]
                for group in found
                for row in group.rows
            ],
        ),
        key=frame.key(
            [
                *frame.parties(context, (party for row in rows for party in _parties(context, row))),
                (_value_shape("promised", 8, 8), say("numbers.key.promised")),
                (_value_shape("counted", 8, 8), say("numbers.key.counted")),
            ]
        ),
        notes=[say("numbers.note")],
    )


def _told(row: Row) -> tuple[Claim, ...]:
    """The claims a row links: one for a number, all that contradict."""
    return row.claims[:1] if row.figure else row.claims


def _said(context: Context, row: Row, claim: Claim) -> str:
    """The number with its unit, or what is said in its place."""
    if row.figure:
        return figures.text_of(row.figure, context.dossier.about.units, with_unit=True)
    return plain(context, claim.says, claim.figures)


def _speakers(context: Context, row: Row) -> str:
    by = row.claims[0].by
    return (
        text("numbers.no-speaker")
        if by == "unclear"
        else text("list.comma").join(short_name(context, id_) for id_ in by)
    )


def _who(context: Context, row: Row) -> str:
    """Who gives the number, and on what day first."""
    date = row.claims[0].date
    return text("list.comma").join([_speakers(context, row), *([str(date)] if isinstance(date, When) else [])])


def _parties(context: Context, row: Row) -> list[str]:
    """The party whose word a number is, where it is one party's."""
    whose = context.dossier.parties_of(row.claims[0])
    return whose if len(whose) == 1 else []


@dataclass(frozen=True)
class Scale:
    """Values on a line from `start` to `end` of the drawing; nought is always on it, and room for an arrow."""

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def of(cls, rows: list[Figure], start: float, end: float) -> Scale:
        """The scale that holds all bounds there are, whatever their signs."""
        values = [b for figure in rows for b in figures.bounds(figure) or () if abs(b) != float("inf")]
        low, high = min(0.0, *values), max(0.0, *values)
        room = (high - low) * 0.15 or 1.0
        return cls(low - room if low < 0 else low, high + room if high > 0 or low == 0 else high, start, end)

    def at(self, value: float) -> float:
        """Where a value stands; what is open ends where the scale does."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + (self.end - self.start) * share

    def span(self, figure: Figure) -> tuple[float, float]:
        """Where a figure begins and ends."""
        bounds = figures.bounds(figure)
        assert bounds is not None  # noqa: S101 (the model lets only numbers be promised or counted)
        return self.at(bounds[0]), self.at(bounds[1])


def _draw(context: Context, found: list[Group], width: float) -> Drawing:
    drawing = Drawing(width)
    start, end = (14.0, width - 8) if drawing.narrow else (300.0, width - 8)
    y = 0.0
    for group in found:
        for each in wrap(group.matter.title, width * 0.8, 12.5):
            y += 18
            drawing.ground.append(words(each, 0, y, size=12.5, class_="topic", font_weight="bold"))
        if group.disputed:
            y += 17
            drawing.ground.append(words(text("numbers.disputed"), 0, y, size=SMALL, class_="warn"))
        y += 7
        drawing.ground.append(line((0, y), (width, y), class_="axis", stroke="currentColor", stroke_width=1))
        scale = Scale.of([row.figure for row in group.rows if row.figure], start, end)
        above = ""
        for row in group.rows:
            if row.kind != above:
                y += 4
                drawing.ground.append(words(text(f"numbers.{row.kind}"), 0, y + 14, size=SMALL, class_="soft"))
                y += 18
            above = row.kind
            y = _row(context, drawing, row, y, scale)
        y += 22
    drawing.height = y - 10
    return drawing


def _row(context: Context, drawing: Drawing, row: Row, top: float, scale: Scale) -> float:
    """Who speaks and, beside it or on a phone below it, the number's mark or the words; gives where the next begins."""
    left = 14.0
    room = (scale.end if drawing.narrow else scale.start - 12) - left - 14
    foot = top + 14
    who = wrap(_who(context, row), room, SMALL)
    parts = [words(each, left + 14, foot + 13 * index, size=SMALL, class_="soft") for index, each in enumerate(who)]
    beside = foot + 13 * (len(who) - 1) + 17 if drawing.narrow else foot
    if row.figure:
        shapes_, bottom = _number(drawing, row, row.figure, beside - 4, scale)
    else:
        at = left + 14 if drawing.narrow else scale.start
        lines = wrap(_said(context, row, row.claims[0]), scale.end - at, SMALL)
        shapes_ = [words(each, at, beside + 14 * index, size=SMALL) for index, each in enumerate(lines)]
        bottom = beside + 14 * (len(lines) - 1) + 8
    name = text("numbers.mark", kind=text(f"numbers.{row.kind}"), what=_said(context, row, row.claims[0]),
                   who=_who(context, row))  # fmt: skip
    for party in _parties(context, row):
        drawing.marks.append(frame.party_sign(context, party, left + 5, foot - 4))
    drawing.marks.append(frame.mark(context.link(row.claims[0].id), name, *parts, *shapes_))
    return max(bottom, foot + 13 * (len(who) - 1) + 7)


def _number(drawing: Drawing, row: Row, figure: Figure, y: float, scale: Scale) -> tuple[list[Markup], float]:
    """The mark of a number on the scale with the number in letters, and where it ends."""
    zero = scale.at(0)
    ground = [
        line((scale.start, y), (scale.end, y), class_="rule", stroke="currentColor", stroke_width=0.4),
        line((zero, y - 5), (zero, y + 5), class_="axis", stroke="currentColor", stroke_width=1),
    ]
    low, high = scale.span(figure)
    digits = figures.text_of(figure, {})
    at, anchor = _beside(shapes.text_width(digits, SIZE), (low, high), scale)
    if anchor == "middle":  # neither side has room: above the mark
        y += 12
        ground = [tag("g", ground, transform="translate(0 12)")]
    drawing.ground += ground
    letters = words(
        digits, at, y - 8 if anchor == "middle" else y + 4, size=SIZE, anchor=anchor, class_="name", font_weight="bold"
    )
    return [*_value(row.kind, figure, low, high, y), letters], y + 12


def _beside(wide: float, span: Point, scale: Scale) -> tuple[float, str | None]:
    """Where a number's letters stand: right of its mark where there is room, else left of it, else over its middle."""
    if span[1] + 10 + wide <= scale.end:
        return span[1] + 9, None
    if span[0] - 10 - wide >= scale.start:
        return span[0] - 9, "end"
    return min(max(sum(span) / 2, scale.start + wide / 2), scale.end - wide / 2), "middle"


def _value(kind: Kind, figure: Figure, low: float, high: float, y: float) -> list[Markup]:
    """The value's mark: a dot, a line for a range, an arrow on a side that is open."""
    hollow = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.6}
    below, above = figures.bounds(figure) or (0.0, 0.0)
    middle = low if above == float("inf") else high if below == -float("inf") else (low + high) / 2
    parts = []
    if high - low > 1:
        for a, b in ((low, middle - 4.5), (middle + 4.5, high)):  # not through a hollow dot
            if b > a:
                parts.append(line((a, y), (b, y), stroke="currentColor", stroke_width=1.6, class_="range"))
        for x, bound, way in ((low, below, 1), (high, above, -1)):
            n = shapes.number
            if abs(bound) == float("inf"):
                parts.append(tag("path", d=f"M{n(x + 5 * way)} {n(y - 4)}l{-5 * way} 4l{5 * way} 4", **hollow))
            elif x != middle:
                parts.append(line((x, y - 4), (x, y + 4), stroke="currentColor", stroke_width=1.6))
    return [*parts, _value_shape(kind, middle, y)]


def _value_shape(kind: Kind, x: float, y: float) -> Markup:
    """The dot of a number: hollow where promised, filled where counted."""
    look = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.6} if kind == "promised" else {}
    return tag("circle", cx=shapes.number(x), cy=shapes.number(y), r=4.5, class_="value", **look)
