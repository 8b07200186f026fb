"""Where it was: the places that are named, on the outline of the land, with no borders drawn."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markupsafe import Markup

from ...record.model import Coordinates, Place
from ..context import Context
from ..html import tag
from ..parts import number_of
from ..places import PRECISION, degrees
from ..text import link
from . import frame, shapes
from .frame import Drawing
from .shapes import Point, words

LAND = Path(__file__).resolve().parents[3] / "assets/map/land.json"
SIZE = 12
# A gap between neighbouring places wider than this share of the whole opens a closer view of the larger group.
GAP = 0.4
EDGE = 6  # labels keep this far from a panel's edge


@dataclass(frozen=True)
class Box:
    """A part of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, places: Sequence[Place], shape: float) -> Box:
        """The box of some places with room around them, `shape` times as wide as high on paper."""
        lons, lats = [_at(p).lon for p in places], [_at(p).lat for p in places]
        middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
        shrink = math.cos(math.radians(middle[1]))
        height = max((max(lats) - min(lats)) * 1.25, (max(lons) - min(lons)) * 1.2 * shrink / shape, 4)
        width = height * shape / shrink
        return cls(middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2)


@dataclass(frozen=True)
class Panel:
    """A box of the earth in a rectangle of the drawing: straight lines stay straight, true at the middle latitude."""

    box: Box
    left: float
    top: float
    width: float
    height: float

    def project(self, lon: float, lat: float) -> Point:
        """From degrees to the drawing."""
        box = self.box
        x = self.left + self.width * (lon - box.west) / (box.east - box.west)
        return x, self.top + self.height * (box.north - lat) / (box.north - box.south)


def atlas(context: Context) -> Markup:
    """The picture of all places whose coordinates are known; empty where there are none."""
    places = sorted(
        (p for p in context.dossier.places.values() if isinstance(p.coordinates, Coordinates)), key=lambda p: p.name
    )
    if not places:
        return Markup("")
    return frame.picture(
        "map",
        title="Where it was",
        about=f"A map with {number_of(len(places), 'place')} that the record names and whose coordinates are known: "
        f"{', '.join(p.name for p in places)}. It shows land and water and no borders.",
        draw=lambda width: _draw(context, places, width),
        table=frame.table(
            ["Place", "Latitude", "Longitude", "The point stands for"],
            [
                [
                    link(context, p.id),
                    degrees(_at(p).lat, "N", "S"),
                    degrees(_at(p).lon, "E", "W"),
                    PRECISION[_at(p).precision],
                ]
                for p in places
            ],
        ),
        notes=[
            "A filled dot is a city or building, a ring the centre of a region. No borders are drawn. Outline of the ",
            "land: Natural Earth, public domain.",
        ],
    )


def _at(place: Place) -> Coordinates:
    """The coordinates of a place that has them."""
    assert isinstance(place.coordinates, Coordinates)  # noqa: S101 (those without are sorted out above)
    return place.coordinates


def nearest(places: Sequence[Place]) -> list[Place]:
    """The larger group of places, where a wide gap sets some far ones apart; else all."""
    kept = list(places)
    for axis in ("lon", "lat"):
        kept.sort(key=lambda place: float(getattr(place.coordinates, axis)))
        values = [float(getattr(place.coordinates, axis)) for place in kept]
        gaps = [(b - a, index) for index, (a, b) in enumerate(pairwise(values), 1)]
        if not gaps or max(gaps)[0] <= GAP * (values[-1] - values[0]):
            continue
        parts = kept[: max(gaps)[1]], kept[max(gaps)[1] :]
        larger = max(parts, key=len)
        if len(larger) * 3 >= len(kept) * 2:
            kept = larger
    return kept


def _draw(context: Context, places: list[Place], width: float) -> Drawing:
    drawing = Drawing(width)
    near = nearest(places)
    if len(near) == len(places):
        height = width * 0.62
        _panel(context, drawing, Panel(Box.around(places, width / height), 0, 0, width, height), places)
        drawing.height = height
        return drawing
    far = [p for p in places if p not in near]
    if drawing.narrow:
        close, whole = (0.0, 0.0, width, 360.0), (0.0, 372.0, width, 180.0)
    else:
        close, whole = (0.0, 0.0, 396.0, 420.0), (408.0, 0.0, width - 408, 190.0)
    box = Box.around(near, close[2] / close[3])
    _panel(context, drawing, Panel(box, *close), near)
    overview = Panel(Box.around(places, whole[2] / whole[3]), *whole)
    _panel(context, drawing, overview, far)
    (x1, y1), (x2, y2) = overview.project(box.west, box.north), overview.project(box.east, box.south)
    y1, y2 = max(y1, overview.top), min(y2, overview.top + overview.height)
    drawing.ground.append(
        tag(
            "path",
            d=shapes.polygon([(x1, y1), (x2, y1), (x2, y2), (x1, y2)]),
            fill="none",
            stroke="currentColor",
            stroke_width=1,
            stroke_dasharray="3 2",
        )
    )
    drawing.height = max(close[1] + close[3], whole[1] + whole[3])
    return drawing


def _panel(context: Context, drawing: Drawing, panel: Panel, places: Sequence[Place]) -> None:
    """Water, land and places of one view."""
    x, y, width, height = (shapes.number(v) for v in (panel.left, panel.top, panel.width, panel.height))
    drawing.ground.append(tag("rect", x=x, y=y, width=width, height=height, class_="water", fill="#e6ebee"))
    drawing.ground.append(tag("path", d=_coast(panel), class_="land", fill="#fff", fill_rule="evenodd"))
    taken: list[tuple[float, float, float, float]] = []
    dots = {place.id: panel.project(_at(place).lon, _at(place).lat) for place in places}
    taken += [(x - 5, y - 5, x + 5, y + 5) for x, y in dots.values()]
    for place in places:
        at = dots[place.id]
        region = _at(place).precision in ("region", "country")
        look = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.6} if region else {}
        label = _label(place.name, at, panel, taken)
        dot = tag("circle", cx=shapes.number(at[0]), cy=shapes.number(at[1]), r=4, **look)
        drawing.marks.append(frame.mark(context.link(place.id), place.name, dot, label))


def _label(name: str, at: Point, panel: Panel, taken: list[tuple[float, float, float, float]]) -> Markup:
    """The name beside its dot, where it hides no other name and least of a coast; on its right if need be."""
    x, y = at
    wide = shapes.text_width(name, SIZE)
    choices = [
        (x + 8, y + 4, None, (x + 7, y - 7, x + 9 + wide, y + 7)),
        (x - 8, y + 4, "end", (x - 9 - wide, y - 7, x - 7, y + 7)),
        (x, y - 8, "middle", (x - wide / 2, y - 20, x + wide / 2, y - 7)),
        (x, y + 17, "middle", (x - wide / 2, y + 6, x + wide / 2, y + 20)),
        (x + 4, y + 18, "end", (x + 4 - wide, y + 7, x + 4, y + 21)),
        (x - 4, y + 18, None, (x - 4, y + 7, x - 4 + wide, y + 21)),
        (x - 5, y - 7, "end", (x - 5 - wide, y - 18, x - 5, y - 5)),
        (x + 5, y - 7, None, (x + 5, y - 18, x + 5 + wide, y - 5)),
    ]
    free = [c for c in choices if _inside(c[3], panel) and not any(_overlap(c[3], other) for other in taken)]
    left, foot, anchor, box = min(free or choices, key=lambda choice: _on_coast(choice[3], panel))
    taken.append(box)
    return words(name, left, foot, size=SIZE, anchor=anchor, class_="name")


def _inside(box: tuple[float, float, float, float], panel: Panel) -> bool:
    return (
        panel.left + EDGE <= box[0]
        and box[2] <= panel.left + panel.width - EDGE
        and panel.top + EDGE <= box[1]
        and box[3] <= panel.top + panel.height - EDGE
    )


def _on_coast(box: tuple[float, float, float, float], panel: Panel) -> int:
    """How much of the coast lies in a box: in corners and in points between them, since some are far apart."""
    steps = [(a, b) for corners in _corners(panel) for a, b in pairwise(corners)]
    between = ((a[0] + (b[0] - a[0]) * k / 4, a[1] + (b[1] - a[1]) * k / 4) for a, b in steps for k in range(4))
    return sum(box[0] < x < box[2] and box[1] < y < box[3] for x, y in between)


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _coast(panel: Panel) -> str:
    """The land in a panel as a path."""
    return "".join(_steps(corners) for corners in _corners(panel))


@cache
def _corners(panel: Panel) -> list[list[Point]]:
    """The rings of the land in a panel, cut off at its edges, points closer than a pixel left out."""
    found = []
    for ring in clipped(panel.box):
        corners: list[Point] = []
        for lon, lat in ring:
            point = panel.project(lon, lat)
            if not corners or math.dist(point, corners[-1]) > 0.9:
                corners.append(point)
        if len(corners) > 3:
            found.append(corners)
    return found


def _steps(corners: Sequence[Point]) -> str:
    """A closed path in whole pixels and short steps, since a coast is long."""
    whole = [(round(x), round(y)) for x, y in corners]
    steps = [f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(whole) if (x1, y1) != (x2, y2)]
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z"


def clipped(box: Box) -> Iterator[list[Point]]:
    """The rings of the land within a box, cut off at its edges (Sutherland and Hodgman).

    A ring may go on beyond the date line, so each is looked for one turn of the earth to either side too.
    """
    edges = [(0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)]
    for ring in _land():
        for turn in (-360, 0, 360):
            points = [(lon + turn, lat) for lon, lat in ring]
            for axis, limit, side in edges:
                points = _cut(points, axis, limit, side)
            if points:
                yield points


def _cut(points: list[Point], axis: int, limit: float, side: int) -> list[Point]:
    """What of a ring lies on one side of a line."""
    kept: list[Point] = []
    for a, b in zip(points, points[1:] + points[:1], strict=True):
        inside_a, inside_b = (side * (p[axis] - limit) >= 0 for p in (a, b))
        if inside_a:
            kept.append(a)
        if inside_a != inside_b:
            share = (limit - a[axis]) / (b[axis] - a[axis])
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return kept


@cache
def _land() -> list[list[Point]]:
    """The rings of the whole earth's land, in degrees."""
    flat = json.loads(LAND.read_text("utf-8"))
    return [[(x / 100, y / 100) for x, y in zip(ring[::2], ring[1::2], strict=True)] for ring in flat]
