"""Who said what: each point a row, each party's stand on it a mark in the party's column."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ...analysis.sides import said_by
from ...record.model import Claim, Point
from .. import status as status_words
from ..context import Context
from ..html import join, tag
from ..parts import number_of
from ..text import link
from . import frame, shapes
from .frame import Drawing
from .shapes import words

# What an act makes of a party's sign, and how the table says it. A mark shows the first of these that the party did.
ACTS = {
    "declines": "declines",
    "denies": "denies",
    "agrees": "agrees",
    "demands": "demands",
    "proposes": "proposes",
    "states": "states",
    "opines": "gives an opinion",
}
LOOKS = {"declines": "crossed", "denies": "crossed", "demands": "hollow", "proposes": "hollow", "opines": "small"}
SIZE = 12
OTHERS = "Outlets and others"


def stands(context: Context) -> Markup:
    """The picture of all points on which a party speaks."""
    dossier = context.dossier
    return frame.picture(
        "stands",
        title="Who said what",
        about=f"{number_of(len(dossier.points), 'point')} by topic, a row each, and a column for each party. A mark in "
        "its column says that the party speaks on the point: the party's filled sign where it states or agrees, "
        "hollow where it proposes or demands, crossed where it declines or denies, small where it gives an opinion. "
        "An empty place says that it is not on record on the point.",
        draw=lambda width: _draw(context, width),
        table=_table(context),
        notes=[
            "Filled sign: the party states or agrees. Hollow: it proposes or demands. Crossed: it declines or denies. ",
            "Small: it gives an opinion. Empty: nothing of it is on record. The last column has outlets' own words, ",
            "speakers of no party and those who are not named.",
        ],
    )


def acts(said: Sequence[Claim]) -> list[str]:
    """What a party does on a point, each act once, the most telling first."""
    done = {claim.act for claim in said}
    return [act for act in ACTS if act in done]


def _others(context: Context, point: str) -> list[Claim]:
    return [c for c in context.dossier.claims_on[point] if not context.dossier.parties_of(c)]


def _table(context: Context) -> Markup:
    dossier = context.dossier
    rows = []
    for topic_points in dossier.points_on.values():
        for point in topic_points:
            said = said_by(dossier, point.id)
            cells = [", ".join(ACTS[act] for act in acts(said.get(party, []))) or "-" for party in dossier.parties]
            others = number_of(len(_others(context, point.id)), "claim") if _others(context, point.id) else "-"
            words_of = str(status_words.short(context, point.id).unescape())
            rows.append([link(context, point.id), *cells, others, words_of])
    return frame.table(["Point", *(p.short for p in dossier.parties.values()), OTHERS, "Where it stands"], rows)


def _draw(context: Context, width: float) -> Drawing:
    drawing = Drawing(width)
    dossier = context.dossier
    gap = 27 if drawing.narrow else 56
    heads = [*dossier.parties, OTHERS]
    columns = {head: width - gap * (len(heads) - 0.5 - index) for index, head in enumerate(heads)}
    y = _head(context, drawing, columns, gap)
    for topic in dossier.about.topics:
        if not dossier.points_on[topic.id]:
            continue
        y += 26
        drawing.ground.append(words(topic.title, 0, y, size=12, class_="topic", font_weight="bold"))
        y += 8
        drawing.ground.append(shapes.line((0, y), (width, y), class_="axis", stroke="currentColor", stroke_width=1))
        for point in dossier.points_on[topic.id]:
            y = _row(context, drawing, point, columns, y)
    drawing.height = y + 4
    return drawing


def _head(context: Context, drawing: Drawing, columns: dict[str, float], gap: float) -> float:
    """The columns' heads: a party's sign and, where there is room, its name; otherwise the names in a key."""
    parties = context.dossier.parties
    if drawing.narrow:
        y = 14.0
        for party in parties.values():
            drawing.ground.append(shapes.sign(party.sign, 6, y - 4, 4.5, data_party=party.id, fill=party.colour))
            drawing.ground.append(words(party.short, 18, y, size=11.5))
            y += 17
        drawing.ground.append(tag("circle", cx=6, cy=y - 4, r=4, fill="none", stroke="currentColor", stroke_width=1.4))
        drawing.ground.append(words(OTHERS, 18, y, size=11.5))
        return y
    for party in parties.values():
        _heading(drawing, shapes.wrap(party.short, gap, 10.5), columns[party.id])
    _heading(drawing, shapes.wrap(OTHERS, gap, 10.5), columns[OTHERS])
    return 34


def _heading(drawing: Drawing, lines: list[str], x: float) -> None:
    for index, text in enumerate(lines):
        y = 34 - 12 * (len(lines) - 1 - index)
        drawing.ground.append(words(text, x, y, size=10.5, anchor="middle", class_="soft"))


def _row(context: Context, drawing: Drawing, point: Point, columns: dict[str, float], top: float) -> float:
    """A point: its title, a mark for each party that speaks; gives where the next row begins."""
    dossier = context.dossier
    lines = shapes.wrap(point.title, min(columns.values()) - 22, SIZE)
    height = 15 * len(lines) + 7
    middle = top + height / 2
    title = tag(
        "text",
        [tag("tspan", line, x=0, y=shapes.number(top + 15 * (i + 1))) for i, line in enumerate(lines)],
        font_size=SIZE,
    )
    words_of = str(status_words.short(context, point.id).unescape())
    drawing.marks.append(frame.mark(context.link(point.id), f"{point.question} {words_of}.", title))
    for party, said in said_by(dossier, point.id).items():
        drawing.marks.append(_stand(context, party, said, columns[party], middle))
    if others := _others(context, point.id):
        shape = tag(
            "circle", cx=shapes.number(columns[OTHERS]), cy=shapes.number(middle), r=4, fill="none",
            stroke="currentColor", stroke_width=1.4,
        )  # fmt: skip
        name = f"{point.title}: {number_of(len(others), 'claim')} of outlets and others"
        drawing.marks.append(frame.mark(context.link(others[0].id), name, shape, tabindex="-1"))
    drawing.ground.append(
        shapes.line((0, top + height), (drawing.width, top + height), class_="rule", stroke="currentColor",
                    stroke_width=0.3)
    )  # fmt: skip
    return top + height


def _stand(context: Context, party: str, said: list[Claim], x: float, y: float) -> Markup:
    """A party's mark on a point, linked to the claim that gives it its look."""
    who = context.dossier.parties[party]
    done = acts(said)
    look = LOOKS.get(done[0], "filled")
    colour = {"fill": who.colour} if look in ("filled", "small") else {"fill": "none", "stroke": who.colour}
    parts = [shapes.sign(who.sign, x, y, 3.2 if look == "small" else 5.5, stroke_width=1.6, **colour)]
    if look == "crossed":
        parts.append(shapes.line((x - 7.5, y + 7.5), (x + 7.5, y - 7.5), stroke=who.colour, stroke_width=1.8))
    claim = next(c for c in said if c.act == done[0])
    name = f"{who.short}: {', '.join(ACTS[act] for act in done)} ({number_of(len(said), 'claim')})"
    return frame.mark(
        context.link(claim.id), name, join(parts), data_party=party, class_=f"stand {look}", tabindex="-1"
    )
