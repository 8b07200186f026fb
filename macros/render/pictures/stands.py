"""Who said what: each question in dispute a row, each party's stand on it a mark in the party's column."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ...analysis.disputes import ranked
from ...analysis.sides import said_by
from ...analysis.status import status
from ...locale import text
from ...record.dossier import Dossier
from ...record.model import Claim, Meaning, Party, Point
from .. import status as status_words
from ..context import Context
from ..differences import nothing
from ..html import join, tag
from ..text import link
from ..words import act_verb
from . import frame, shapes
from .frame import Drawing
from .shapes import words

# The acts, the most telling first: a mark shows the first of these that the party did.
ORDER: tuple[Meaning, ...] = ("declines", "denies", "agrees", "demands", "proposes", "states", "opines")
LOOKS = {"declines": "crossed", "denies": "crossed", "demands": "hollow", "proposes": "hollow", "opines": "small"}
SIZE = 12
OTHERS = "others"  # the key of the last column


def stands(context: Context, number: int) -> Markup:
    """The picture of the weightiest questions in dispute; where there are none, that in words."""
    points = shown(context.dossier, number)
    if not points:
        return nothing()
    return frame.picture(
        "stands",
        paper=context.paper is not None,
        title=text("stands.title"),
        about=text("stands.about", count=len(points)),
        draw=lambda width: _draw(context, points, width),
        table=_table(context, points),
        notes=[text("stands.key")],
    )


def shown(dossier: Dossier, number: int) -> list[Point]:
    """The weightiest questions on which accounts contradict each other or differ in number."""
    contested = (point for point in ranked(dossier) if status(dossier, point.id).contested)
    return sorted(contested, key=lambda point: -point.weight)[:number]


def _parties(context: Context, points: Sequence[Point]) -> list[Party]:
    """The parties that speak on any of the questions."""
    heard = {party for point in points for party in said_by(context.dossier, point.id)}
    return [party for party in context.dossier.parties.values() if party.id in heard]


def acts(dossier: Dossier, party: str, said: Sequence[Claim]) -> list[str]:
    """What a party does on a point, each act once, the most telling first."""
    meanings = dossier.vocabularies.acts
    done = {act(dossier, party, claim) for claim in said}
    return sorted(done, key=lambda each: (ORDER.index(meanings[each].means), each))


def act(dossier: Dossier, party: str, claim: Claim) -> str:
    """What a party does in a claim that it makes: a refusal or promise of somebody else's that it tells, it states."""
    if party in dossier.acting_in(claim):
        return claim.act
    return next((id_ for id_, each in dossier.vocabularies.acts.items() if each.means == "states"), claim.act)


def _others(context: Context, point: str) -> list[Claim]:
    return [c for c in context.dossier.claims_on[point] if not context.dossier.parties_of(c)]


def _table(context: Context, points: Sequence[Point]) -> Markup:
    dossier, parties, rows = context.dossier, _parties(context, points), []
    for point in points:
        said = said_by(dossier, point.id)
        cells = [
            text("list.comma").join(act_verb(dossier, each) for each in acts(dossier, party.id, said.get(party.id, [])))
            or "-"
            for party in parties
        ]
        others = text("count.claims", count=len(_others(context, point.id))) if _others(context, point.id) else "-"
        rows.append([link(context, point.id), *cells, others, status_words.short(context, point.id)])
    return frame.table(
        [text("stands.question"), *(p.short for p in parties), text("stands.others"), text("stands.status")], rows
    )


def _draw(context: Context, points: Sequence[Point], width: float) -> Drawing:
    drawing = Drawing(width)
    gap = 27 if drawing.narrow else 56
    parties = _parties(context, points)
    heads = [*(party.id for party in parties), OTHERS]
    columns = {head: width - gap * (len(heads) - 0.5 - index) for index, head in enumerate(heads)}
    y = _head(drawing, parties, columns, gap) + 10
    drawing.ground.append(shapes.line((0, y), (width, y), class_="axis", stroke="currentColor", stroke_width=1))
    for point in points:
        y = _row(context, drawing, point, columns, y)
    drawing.height = y + 4
    return drawing


def _head(drawing: Drawing, parties: Sequence[Party], columns: dict[str, float], gap: float) -> float:
    """The columns' heads: a party's sign and, where there is room, its name; otherwise the names in a key."""
    if drawing.narrow:
        y = 14.0
        for party in parties:
            drawing.ground.append(shapes.sign(party.sign, 6, y - 4, 4.5, data_party=party.id, fill=party.colour))
            drawing.ground.append(words(party.short, 18, y, size=11.5))
            y += 17
        drawing.ground.append(tag("circle", cx=6, cy=y - 4, r=4, fill="none", stroke="currentColor", stroke_width=1.4))
        drawing.ground.append(words(text("stands.others"), 18, y, size=11.5))
        return y
    for party in parties:
        _heading(drawing, shapes.wrap(party.short, gap, 10.8), columns[party.id])
    _heading(drawing, shapes.wrap(text("stands.others"), gap, 10.8), columns[OTHERS])
    return 34


def _heading(drawing: Drawing, lines: list[str], x: float) -> None:
    for index, line in enumerate(lines):
        y = 34 - 12 * (len(lines) - 1 - index)
        drawing.ground.append(words(line, x, y, size=10.8, anchor="middle", class_="soft"))


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
        name = text("stands.others-on", question=point.title, count=len(others))
        drawing.marks.append(frame.mark(context.link(others[0].id), name, shape, tabindex="-1"))
    drawing.ground.append(
        shapes.line((0, top + height), (drawing.width, top + height), class_="rule", stroke="currentColor",
                    stroke_width=0.3)
    )  # fmt: skip
    return top + height


def _stand(context: Context, party: str, said: list[Claim], x: float, y: float) -> Markup:
    """A party's mark on a point, linked to the claim that gives it its look."""
    who = context.dossier.parties[party]
    dossier = context.dossier
    done = acts(dossier, party, said)
    look = LOOKS.get(dossier.vocabularies.acts[done[0]].means, "filled")
    colour = {"fill": who.colour} if look in ("filled", "small") else {"fill": "none", "stroke": who.colour}
    parts = [shapes.sign(who.sign, x, y, 3.2 if look == "small" else 5.5, stroke_width=1.6, **colour)]
    if look == "crossed":
        parts.append(shapes.line((x - 7.5, y + 7.5), (x + 7.5, y - 7.5), stroke=who.colour, stroke_width=1.8))
    claim = next(c for c in said if act(dossier, party, c) == done[0])
    name = text(
        "stands.stand",
        party=who.short,
        acts=text("list.comma").join(act_verb(dossier, each) for each in done),
        claims=text("count.claims", count=len(said)),
    )
    return frame.mark(
        context.link(claim.id), name, join(parts), data_party=party, class_=f"stand {look}", tabindex="-1"
    )
