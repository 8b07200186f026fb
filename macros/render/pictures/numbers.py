"""What was promised beside what was counted: the numbers of each matter, one under the other on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from markupsafe import Markup

from ...record import figures
from ...record.dates import When
from ...record.model import Claim, Figure, Matter
from ..context import Context
from ..html import join, tag
from ..parts import number_of
from ..text import link, short_name
from ..text import when as when_words
from . import frame, shapes
from .frame import Drawing
from .shapes import line, words, wrap

Kind = Literal["promised", "counted"]
SIZE = 12
SMALL = 11


@dataclass(frozen=True)
class Row:
    """One number that somebody gives, and the claims in which they give it, the earliest first."""

    kind: Kind
    figure: Figure
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Group:
    """The numbers of a matter: those promised first, then those counted, each in order of time."""

    matter: Matter
    rows: tuple[Row, ...]


def groups(context: Context) -> list[Group]:
    """The matters of which a number is promised and a number is counted, in the order of the record."""
    found = []
    for matter in context.dossier.about.matters:
        rows = [row for kind in get_args(Kind) for row in _rows(context, matter.id, kind)]
        if {row.kind for row in rows} == set(get_args(Kind)):
            found.append(Group(matter, tuple(rows)))
    return found


def _rows(context: Context, matter: str, kind: Kind) -> list[Row]:
    """The numbers of a kind, each once for all claims in which the same speakers give it."""
    given: dict[tuple[str, str], list[tuple[Figure, Claim]]] = {}
    for claim in context.dossier.claims.values():
        for figure in claim.figures.values():
            if getattr(figure, kind) == matter:
                given.setdefault((str(claim.by), figures.text_of(figure, {})), []).append((figure, claim))
    rows = []
    for said in given.values():
        claims = tuple(sorted((claim for _, claim in said), key=_day))
        rows.append(Row(kind, said[0][0], claims))
    return sorted(rows, key=lambda row: _day(row.claims[0]))


def _day(claim: Claim) -> str:
    """For sorting by time: what is not dated comes last."""
    return claim.date.text if isinstance(claim.date, When) else "~"


def numbers(context: Context) -> Markup:
    """The picture; empty where of no matter a number is both promised and counted."""
    found = groups(context)
    if not found:
        return Markup("")
    return frame.picture(
        "numbers",
        title="Promised and counted",
        about=f"{number_of(sum(len(group.rows) for group in found), 'number')} on "
        f"{number_of(len(found), 'matter')}: {'; '.join(group.matter.title for group in found)}. Of each, above, with "
        "a hollow dot, the numbers that were promised, agreed or proposed; below, with a filled dot, those that are "
        "said to have been done. A line shows a range; an arrow says at least or more than.",
        draw=lambda width: _draw(context, found, width),
        table=frame.table(
            ["Matter", "Kind", "Number", "Who says so", "When"],
            [
                [
                    group.matter.title,
                    row.kind,
                    link(context, row.claims[0].id, _text(context, row.figure)),
                    _speakers(context, row),
                    when_words(date) if isinstance(date := row.claims[0].date, When) else "not known",
                ]
                for group in found
                for row in group.rows
            ],
        ),
        notes=[
            "Hollow: promised, agreed or proposed. Filled: said to have been done, by the one named beside it. A line ",
            "is a range, also where a number is said to be about or almost so; an arrow says at least or more than. ",
            "Each matter has a scale of its own, from zero. Left out are lists, what was refused, what only a share ",
            "is told of, and matters without numbers of both kinds.",
        ],
    )


def _text(context: Context, figure: Figure) -> str:
    return figures.text_of(figure, context.dossier.about.units, with_unit=True)


def _speakers(context: Context, row: Row) -> str:
    by = row.claims[0].by
    return "no speaker named" if by == "unclear" else ", ".join(short_name(context, id_) for id_ in by)


def _said(context: Context, row: Row) -> str:
    """Who gives the number, and on what day first."""
    date = row.claims[0].date
    return f"{_speakers(context, row)}, {date}" if isinstance(date, When) else _speakers(context, row)


def _span(figure: Figure, open_end: float) -> tuple[float, float]:
    """The figure's bounds on a scale: what has no upper bound reaches `open_end`, what has no lower one begins at 0."""
    bounds = figures.bounds(figure)
    assert bounds is not None  # noqa: S101 (the model lets only numbers be promised or counted)
    low, high = bounds
    return (low if low > float("-inf") else 0.0, high if high < float("inf") else max(open_end, low))


def _draw(context: Context, found: list[Group], width: float) -> Drawing:
    drawing = Drawing(width)
    y = 0.0
    for group in found:
        for text in wrap(group.matter.title, width, 15):
            y += 18
            drawing.ground.append(words(text, 0, y, size=12.5, class_="topic", font_weight="bold"))
        y += 6
        drawing.ground.append(line((0, y), (width, y), class_="axis", stroke="currentColor", stroke_width=1))
        # An arrow needs some room beyond the largest number.
        top = max(_span(row.figure, 0)[1] for row in group.rows) * 1.15
        above = ""
        for row in group.rows:
            if row.kind != above:
                y += 4
                drawing.ground.append(words(row.kind.capitalize(), 0, y + 14, size=SMALL, class_="soft"))
                y += 18 if drawing.narrow else 0
            above = row.kind
            y = _row(context, drawing, row, y, top)
        y += 18
    drawing.height = y
    return drawing


def _row(context: Context, drawing: Drawing, row: Row, top: float, scale: float) -> float:
    """A number: who gives it, its mark, its text beside the mark; gives where the next row begins.

    `scale` is the largest value that has to fit. On a phone the mark stands under the words.
    """
    left = 0.0 if drawing.narrow else 70.0
    start, end = (14.0, drawing.width - 8) if drawing.narrow else (330.0, drawing.width - 8)
    who = wrap(_said(context, row), (end if drawing.narrow else start - 12) - left - 14, SMALL)
    foot = top + 14
    parts = [words(text, left + 14, foot + 13 * index, size=SMALL, class_="soft") for index, text in enumerate(who)]
    y = foot + 13 * (len(who) - 1) + 14 if drawing.narrow else foot - 4
    drawing.ground.append(line((start, y), (end, y), class_="rule", stroke="currentColor", stroke_width=0.4))
    drawing.ground.append(line((start, y - 5), (start, y + 5), class_="axis", stroke="currentColor", stroke_width=1))
    low, high = (start + (end - start) * value / scale for value in _span(row.figure, scale))
    text = figures.text_of(row.figure, {})
    parts += _value(row, low, high, y)
    parts.append(_beside(text, (low, high), (start, end), y))
    name = f"{row.kind.capitalize()}: {_text(context, row.figure)} ({_said(context, row)})"
    sign = _sign(context, row, left + 5, foot - 4)
    drawing.marks.append(join([sign, frame.mark(context.link(row.claims[0].id), name, *parts)]))
    return max(y + 12, foot + 13 * (len(who) - 1) + 7)


def _beside(text: str, span: tuple[float, float], room: tuple[float, float], y: float) -> Markup:
    """The number in letters: right of its mark where there is room, else left of it."""
    fits = span[1] + 10 + shapes.text_width(text, SIZE) <= room[1]
    at, anchor = (span[1] + 9, None) if fits else (span[0] - 9, "end")
    return words(text, at, y + 4, size=SIZE, anchor=anchor, class_="name", font_weight="bold")


def _sign(context: Context, row: Row, x: float, y: float) -> Markup | None:
    """The sign of the party whose word a number is, where it is one party's."""
    whose = context.dossier.parties_of(row.claims[0])
    if len(whose) != 1:
        return None
    party = context.dossier.parties[whose[0]]
    return shapes.sign(party.sign, x, y, 4, data_party=party.id, fill=party.colour)


def _value(row: Row, low: float, high: float, y: float) -> list[Markup]:
    """The value's mark: a dot, a line for a range, an arrow where it is open upwards."""
    hollow = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.6}
    bounds = figures.bounds(row.figure)
    open_end = bounds is not None and bounds[1] == float("inf")
    look = hollow if row.kind == "promised" else {}
    n = shapes.number
    middle = low if open_end else (low + high) / 2
    parts = []
    if high - low > 1:
        # Not through a hollow dot.
        for a, b in ((low, middle - 4.5), (middle + 4.5, high)):
            if b > a:
                parts.append(line((a, y), (b, y), stroke="currentColor", stroke_width=1.6, class_="range"))
    if open_end:
        parts.append(tag("path", d=f"M{n(high - 5)} {n(y - 4)}l5 4l-5 4", **hollow))
    elif high - low > 1:
        parts += [line((x, y - 4), (x, y + 4), stroke="currentColor", stroke_width=1.6) for x in (low, high)]
    parts.append(tag("circle", cx=n(middle), cy=n(y), r=4.5, class_="value", **look))
    return parts
