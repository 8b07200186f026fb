"""How words travelled: from who speaks, through the outlets named on the way, to the source."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from markupsafe import Markup

from ...analysis.routes import DIRECT, NO_SOURCE, NOT_SAID, UNCLEAR, Route, routes
from ...locale import listing, say, text
from ..context import Context
from ..html import join, tag
from ..text import link, short_name
from . import frame
from .frame import Drawing
from .shapes import number, text_width, words, wrap

SIZE = 11.5
HEAD = 24.0  # the room for the columns' heads
LABEL = 12.5  # a line of a name needs this much height, however few the claims


def chain(context: Context, source: str) -> Markup:
    """The picture of how the words of a source reached it; none of a source without claims, and none in print."""
    if context.paper:
        return Markup("")
    outlet = context.dossier.sources[source].outlet
    found = routes(context.dossier, source)
    if not found:
        return Markup("")
    name = short_name(context, outlet)
    total = sum(len(route.claims) for route in found)
    return frame.picture(
        "chain",
        paper=context.paper is not None,
        title=text("chain.title"),
        about=text("chain.about", count=total, outlet=name),
        of_time=True,
        draw=lambda width: _draw(context, source, found, width),
        table=frame.table(
            [say(f"chain.head.{head}") for head in ("speaker", "way", "claims", "which")],
            [
                [
                    _linked(context, route.speaker, outlet),
                    join((_linked(context, id_) for id_ in route.way), text("list.comma")),
                    len(route.claims),
                    join((link(context, claim.id, str(n)) for n, claim in enumerate(route.claims, 1)), " "),
                ]
                for route in found
            ],
        ),
        key=frame.key(
            frame.parties(context, (party for route in found if (party := context.dossier.party_of(route.speaker))))
        ),
        notes=[_largest(context, found, outlet, total), _ways(found, name), say("chain.note", outlet=name)],
    )


def _largest(context: Context, found: list[Route], outlet: str, total: int) -> Markup:
    """What the broadest band is, in a sentence."""
    route = max(found, key=lambda route: len(route.claims))
    of_itself = route.speaker in (outlet, UNCLEAR)
    way = route.way[0] if route.way[0] in (NO_SOURCE, DIRECT, NOT_SAID) else "through"
    return say(
        f"chain.largest.{'itself' if of_itself and way == NO_SOURCE else way}",
        count=len(route.claims),
        total=total,
        outlet=short_name(context, outlet),
        speaker=_named(context, route.speaker),
        through=text("list.comma").join(_named(context, stop) for stop in route.way),
    )


def _ways(found: list[Route], outlet: str) -> Markup:
    """How the outlet came by its words: how many claims took which kind of way."""
    counts = dict.fromkeys(("through", DIRECT, NOT_SAID, NO_SOURCE), 0)
    for route in found:
        counts[route.way[0] if route.way[0] in counts else "through"] += len(route.claims)
    return say(
        "chain.ways",
        outlet=outlet,
        ways=listing([say(f"chain.way.{way}", count=count) for way, count in counts.items() if count]),
    )


def _linked(context: Context, name: str, itself: str = "") -> object:
    named = _named(context, name, itself)
    return link(context, name, named) if name in context.dossier.entries else named


def _named(context: Context, name: str, itself: str = "") -> str:
    """What a stop is called; `itself` is the outlet at the end, which may stand at the beginning too."""
    if name == itself:
        return text("chain.itself", outlet=short_name(context, name))
    return short_name(context, name) if name in context.dossier.entries else text(f"chain.stop.{name}")


def _draw(context: Context, source: str, found: list[Route], width: float) -> Drawing:
    drawing = Drawing(width)
    unit = 2.0 if drawing.narrow else 3.0
    left, right = (104, 56) if drawing.narrow else (150, 90)
    stops = 1 + max(len(route.way) for route in found)
    step = (width - left - right) / stops
    outlet = context.dossier.sources[source].outlet
    columns = [_stack(context, [(r.speaker, len(r.claims)) for r in found], unit, left, outlet)]
    for stop in range(stops - 1):
        here = [(r.way[stop], len(r.claims)) for r in found if stop < len(r.way)]
        columns.append(_stack(context, here, unit, step))
    columns.append(_stack(context, [(outlet, sum(len(r.claims) for r in found))], unit, right))
    drawing.ground += _patterns(drawing)
    drawing.height = max(top + height for column in columns for top, height in column.values()) + 10
    for column in columns:  # each column in the middle of the height
        space = (drawing.height - max(top + height for top, height in column.values())) / 2
        column.update({name: (top + space, height) for name, (top, height) in column.items()})
    end, arrived = next(iter(columns[-1].values()))[0], 0.0
    filled: dict[tuple[int, str], float] = defaultdict(float)
    # In the order in which they leave the last outlet, so that bands do not cross where they arrive.
    for route in sorted(found, key=lambda r: columns[len(r.way)][r.way[-1]][0]):
        high = len(route.claims) * unit
        fill = _fill(context, drawing, route.speaker, outlet)
        corners = []
        for stop, name in enumerate([route.speaker, *route.way]):
            corners.append((left + step * stop, columns[stop][name][0] + filled[stop, name]))
            filled[stop, name] += high
        corners.append((left + step * stops, end + arrived))
        arrived += high
        drawing.marks.append(_band(context, route, corners, high, outlet=outlet, fill=fill))
    _heads(drawing, left, step if stops > 1 else 0)
    rooms = [left, *([step] * (stops - 1)), right]
    for stop, column in enumerate(columns):
        for name, (top, height) in column.items():
            _node(
                context,
                drawing,
                name,
                left + step * stop,
                (top, height),
                room=rooms[stop],
                first=stop == 0,
                last=stop == stops,
                itself=outlet if stop == 0 else "",
            )
    return drawing


def _heads(drawing: Drawing, left: float, step: float) -> None:
    """What the first two columns are."""
    drawing.ground.append(words(text("chain.head.speaker"), left + 2, 12, size=SIZE, anchor="end", class_="soft"))
    if step:
        drawing.ground.append(words(text("chain.head.way"), left + step - 2, 12, size=SIZE, class_="soft"))


def _stack(
    context: Context, parts: list[tuple[str, int]], unit: float, room: float, itself: str = ""
) -> dict[str, tuple[float, float]]:
    """The top and height of each name in a column, in the order in which they come, apart enough for their labels."""
    totals: dict[str, int] = defaultdict(int)
    for name, count in parts:
        totals[name] += count
    column = {}
    top = HEAD
    for name, count in totals.items():
        height = count * unit
        space = max(LABEL * len(wrap(_named(context, name, itself), room - 23, SIZE)) - height, 0) / 2
        column[name] = (top + space, height)
        top += height + 2 * space + 4
    return column


def _patterns(drawing: Drawing) -> list[Markup]:
    """What fills the bands of those who are of no party: stripes for who is not named, dots for others."""
    lines = tag("path", d="M0 0L6 6M-1 5L1 7M5 -1L7 1", stroke="currentColor", stroke_width=1.1)
    dots = tag("circle", cx=2.5, cy=2.5, r=1.5)
    return [
        tag("pattern", shape, id=_pattern(name, drawing), width=size, height=size, patternUnits="userSpaceOnUse")
        for name, shape, size in (("stripes", lines, 6), ("dots", dots, 5))
    ]


def _pattern(name: str, drawing: Drawing) -> str:
    """The id of a pattern: each size of the picture has its own, since one of the two is not shown."""
    return f"picture-chain-{'narrow' if drawing.narrow else 'wide'}-{name}"


def _fill(context: Context, drawing: Drawing, speaker: str, outlet: str) -> str:
    """What a speaker's bands are filled with: the party's colour, grey for the source itself, else a pattern."""
    if by := context.dossier.party_of(speaker):
        return context.dossier.parties[by].colour
    if speaker == outlet:
        return "currentColor"
    return f"url(#{_pattern('stripes' if speaker == UNCLEAR else 'dots', drawing)})"


def _band(
    context: Context, route: Route, corners: list[tuple[float, float]], high: float, *, outlet: str, fill: str
) -> Markup:
    """A band through corners (its upper edge), as a link to the entry of the one who speaks."""
    there = f"M{number(corners[0][0])} {number(corners[0][1])}"
    for (x1, y1), (x2, y2) in pairwise(corners):
        there += f"C{number((x1 + x2) / 2)} {number(y1)} {number((x1 + x2) / 2)} {number(y2)} {number(x2)} {number(y2)}"
    back = ""
    for (x1, y1), (x2, y2) in pairwise([(x, y + high) for x, y in reversed(corners)]):
        back += f"C{number((x1 + x2) / 2)} {number(y1)} {number((x1 + x2) / 2)} {number(y2)} {number(x2)} {number(y2)}"
    shape = tag("path", d=f"{there}v{number(high)}{back}Z")
    by = context.dossier.party_of(route.speaker)
    drawn = fill.startswith("url(")
    look = {"class_": "band patterned" if drawn else "band", "fill": fill, "fill_opacity": "0.9" if drawn else "0.4"}
    way = text("list.comma").join(_named(context, name) for name in route.way)
    href = context.link(route.speaker if route.speaker != UNCLEAR else route.claims[0].id)
    name = text("chain.band", count=len(route.claims), speaker=_named(context, route.speaker, outlet), way=way)
    return frame.mark(href, name, shape, data_party=by, tabindex="-1", **look)


def _node(
    context: Context,
    drawing: Drawing,
    name: str,
    x: float,
    span: tuple[float, float],
    *,
    room: float,
    first: bool,
    last: bool,
    itself: str,
) -> None:
    """A name in its column: a bar as high as its claims are many, its label beside it."""
    top, height = span
    drawing.labels.append(tag("rect", x=number(x - 2), y=number(top), width=4, height=number(height)))
    party = context.dossier.party_of(name) if first else None
    aside = 13 if party else 0
    if party:
        drawing.labels.append(frame.party_sign(context, party, x - 11, top + height / 2, 3.8))
    lines = wrap(_named(context, name, itself), room - 10 - aside, SIZE)
    if not (first or last):
        wide = max(text_width(each, SIZE) for each in lines) + 6
        high = 12 * len(lines) + 3
        drawing.labels.append(
            tag(
                "rect",
                x=number(x + 4),
                y=number(top + height / 2 - high / 2),
                width=number(wide),
                height=number(high),
                rx=2,
                class_="plate",
                fill="#fff",
            )
        )
    y = top + height / 2 + 4 - 6 * (len(lines) - 1)
    for index, each in enumerate(lines):
        at = {"x": x - 7 - aside, "anchor": "end"} if first else {"x": x + 7, "anchor": None}
        drawing.labels.append(
            words(each, y=y + 12 * index, size=SIZE, class_="name", font_weight="bold" if last else None, **at)
        )
