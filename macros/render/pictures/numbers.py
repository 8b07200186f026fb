"""What was promised beside what was counted: the figures of a topic in one unit on one scale."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from ... import figures
from ...model import Claim, Figure
from ..context import Context
from ..html import join, tag
from ..parts import number_of
from ..text import link, short_name
from . import frame, shapes
from .frame import Drawing
from .shapes import line, words, wrap

# A figure given on one of these kinds of point is promised or asked for; on a matter of fact it is counted.
PROMISED = ("agreement", "proposal", "demand", "refusal")
NOT_COUNTED = ("percent", "minutes", "hours", "days", "weeks", "months", "years")
FEWEST = 3  # two figures need no picture
SIZE = 12


@dataclass(frozen=True)
class Row:
    """One figure on one point, and the claims that give it."""

    point: str
    name: str
    figure: Figure
    claims: tuple[Claim, ...]
    promised: bool


@dataclass(frozen=True)
class Group:
    """The figures of a topic in one unit, those promised first, by point, larger ones first."""

    topic: str
    unit: str
    rows: tuple[Row, ...]


def groups(context: Context) -> list[Group]:
    """The groups that hold both a promised and a counted figure, in the order of the topics."""
    dossier = context.dossier
    found = []
    for topic in dossier.about.topics:
        units: dict[str, dict[tuple[str, str, str], list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for point in dossier.points_on[topic.id]:
            for claim in dossier.claims_on[point.id]:
                for name, figure in claim.figures.items():
                    if figure.unit and figure.unit not in NOT_COUNTED and figures.bounds(figure):
                        units[figure.unit][point.id, name, figures.text_of(figure, {})].append(claim)
        for unit, said in units.items():
            rows = [
                Row(point, name, claims[0].figures[name], tuple(claims), dossier.points[point].kind in PROMISED)
                for (point, name, _), claims in said.items()
            ]
            if len(rows) >= FEWEST and {row.promised for row in rows} == {True, False}:
                order = list(dossier.points)
                ordered = sorted(
                    rows, key=lambda row: (not row.promised, order.index(row.point), -_span(row.figure, 0)[1])
                )
                found.append(Group(topic.id, unit, tuple(ordered)))
    return found


def numbers(context: Context) -> Markup:
    """The picture; empty where no topic has both a promised and a counted figure."""
    found = groups(context)
    if not found:
        return Markup("")
    topics = {topic.id: topic.title for topic in context.dossier.about.topics}
    return frame.picture(
        "numbers",
        title="Promised and counted",
        about=f"{number_of(sum(len(group.rows) for group in found), 'figure')} on the topics "
        f"{', '.join(dict.fromkeys(topics[group.topic] for group in found))}: above, hollow, those that were promised, "
        "proposed or asked for; below, filled, those that were counted. A line shows a range; an arrow says at least "
        "or more than.",
        draw=lambda width: _draw(context, found, width),
        table=frame.table(
            ["Topic", "Point", "Figure", "Kind", "Who says so"],
            [
                [
                    topics[group.topic],
                    link(context, row.point),
                    link(context, row.claims[0].id, _text(context, row.figure)),
                    "promised" if row.promised else "counted",
                    ", ".join(_speakers(context, row)),
                ]
                for group in found
                for row in group.rows
            ],
        ),
        notes=[
            "Hollow: promised, proposed or asked for. Filled: counted, as those named beside it say. A line is a ",
            "range, also where a figure is said to be about or almost so; an arrow says at least or more than.",
        ],
    )


def _text(context: Context, figure: Figure) -> str:
    return figures.text_of(figure, context.dossier.about.units, with_unit=True)


def _speakers(context: Context, row: Row) -> list[str]:
    """Those who give a figure, each once."""
    names = [
        "speaker unclear" if claim.by == "unclear" else short_name(context, by)
        for claim in row.claims
        for by in (claim.by if claim.by != "unclear" else [""])
    ]
    return list(dict.fromkeys(names))


def _span(figure: Figure, open_end: float) -> tuple[float, float]:
    """The figure's bounds on a scale: what has no upper bound reaches `open_end`, what has no lower one begins at 0."""
    bounds = figures.bounds(figure)
    assert bounds is not None  # noqa: S101 (figures without bounds are left out above)
    low, high = bounds
    return (low if low > float("-inf") else 0.0, high if high < float("inf") else max(open_end, low))


def _draw(context: Context, found: list[Group], width: float) -> Drawing:
    drawing = Drawing(width)
    titles = {topic.id: topic.title for topic in context.dossier.about.topics}
    y = 0.0
    for group in found:
        y += 18
        unit = context.dossier.about.units.get(group.unit)
        title = f"{titles[group.topic]}: {unit.many if unit else group.unit}"
        drawing.ground.append(words(title, 0, y, size=12.5, class_="topic", font_weight="bold"))
        y += 6
        drawing.ground.append(line((0, y), (width, y), class_="axis", stroke="currentColor", stroke_width=1))
        top = max(_span(row.figure, 0)[1] for row in group.rows) * 1.02
        above = ""
        for row in group.rows:
            y = _row(context, drawing, row, y, top, named=row.point != above)
            above = row.point
        y += 18
    drawing.height = y
    return drawing


def _row(context: Context, drawing: Drawing, row: Row, y: float, scale: float, *, named: bool) -> float:
    """A figure: its point where that is not the row's above, its speakers, its value; gives where the next begins.

    `scale` is the largest value that has to fit.
    """
    width = drawing.width
    start, end = (146.0, width - 112) if drawing.narrow else (300.0, width - 120)
    room = width if drawing.narrow else start - 16
    if named:
        title = wrap(context.dossier.points[row.point].title, room, SIZE)
        for index, text in enumerate(title):
            drawing.ground.append(words(text, 0, y + 18 + 15 * index, size=SIZE))
        y += 15 * len(title) + 5
    who = wrap(", ".join(_speakers(context, row)), start - 28, 11)
    parts = [words(text, 14, y + 13 + 13 * index, size=11, class_="soft") for index, text in enumerate(who)]
    drawing.ground.append(line((start, y + 9), (end, y + 9), class_="rule", stroke="currentColor", stroke_width=0.4))
    low, high = (start + (end - start) * value / scale for value in _span(row.figure, scale))
    parts += _value(row, low, high, y + 9)
    parts.append(words(_text(context, row.figure).rsplit(" ", 1)[0], end + 8, y + 13, size=SIZE, font_weight="bold"))
    name = f"{context.dossier.points[row.point].title}: {_text(context, row.figure)}"
    said = f"{name} ({', '.join(_speakers(context, row))})"
    drawing.marks.append(join([_signs(context, row, y + 9), frame.mark(context.link(row.claims[0].id), said, *parts)]))
    return y + 13 * len(who) + 6


def _signs(context: Context, row: Row, y: float) -> Markup | None:
    """The sign of the party whose word a figure is, where it is one party's."""
    parties = {tuple(context.dossier.parties_of(claim)) for claim in row.claims}
    whose = parties.pop()
    if parties or len(whose) != 1:
        return None
    party = context.dossier.parties[whose[0]]
    return shapes.sign(party.sign, 6, y, 4, data_party=party.id, fill=party.colour)


def _value(row: Row, low: float, high: float, y: float) -> list[Markup]:
    """The value's mark: a dot, a line for a range, an arrow where it is open upwards."""
    hollow = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.6}
    bounds = figures.bounds(row.figure)
    open_end = bounds is not None and bounds[1] == float("inf")
    look = hollow if row.promised else {}
    parts = []
    if high - low > 1:
        parts.append(line((low, y), (high, y), stroke="currentColor", stroke_width=1.6, class_="range"))
    if open_end:
        n = shapes.number
        parts.append(tag("path", d=f"M{n(high - 5)} {n(y - 4)}l5 4l-5 4", **hollow))
        parts.append(tag("circle", cx=n(low), cy=n(y), r=4.5, class_="value", **look))
    elif high - low > 1:
        parts.append(line((low, y - 4), (low, y + 4), stroke="currentColor", stroke_width=1.6))
        parts.append(line((high, y - 4), (high, y + 4), stroke="currentColor", stroke_width=1.6))
        parts.append(
            tag("circle", cx=shapes.number((low + high) / 2), cy=shapes.number(y), r=4.5, class_="value", **look)
        )
    else:
        parts.append(tag("circle", cx=shapes.number(low), cy=shapes.number(y), r=4.5, class_="value", **look))
    return [join(parts)]
