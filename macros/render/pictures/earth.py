"""Parts of the earth: a box in degrees, the land within it, a rectangle of the drawing that shows it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from ...record.model import Coordinates, Place
from .shapes import Point

LAND = Path(__file__).resolve().parents[3] / "assets/map/land.json"
LEAST = 5  # degrees of latitude that a box is high at the least
SHRINK = 0.2  # how narrow a degree of longitude may get: at a pole it is nothing


@dataclass(frozen=True)
class Spot:
    """A place where it is drawn: its longitude may go on beyond 180 degrees, so that near places are near."""

    place: Place
    lon: float
    lat: float

    @property
    def precision(self) -> str:
        """What the point stands for."""
        assert isinstance(self.place.coordinates, Coordinates)  # noqa: S101 (a spot has them)
        return self.place.coordinates.precision


def spots(places: Sequence[Place]) -> list[Spot]:
    """The places whose coordinates are known, counted eastwards from the widest gap between them."""
    known = [(place, place.coordinates) for place in places if isinstance(place.coordinates, Coordinates)]
    if not known:
        return []
    lons = sorted(at.lon for _, at in known)
    _, start = max((b - a, b) for a, b in zip([lons[-1] - 360, *lons], lons, strict=False))
    return [Spot(place, at.lon if at.lon >= start else at.lon + 360, at.lat) for place, at in known]


@dataclass(frozen=True)
class Box:
    """A part of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, found: Sequence[Spot], shape: float) -> Box:
        """The box of some places with room around them, `shape` times as wide as high on paper; never off the earth."""
        lons, lats = [spot.lon for spot in found], [spot.lat for spot in found]
        middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
        shrink = max(math.cos(math.radians(middle[1])), SHRINK)
        wanted = max((max(lats) - min(lats)) * 1.25, (max(lons) - min(lons)) * 1.2 * shrink / shape, LEAST)
        height = min(wanted, 180.0)
        width = min(height * shape / shrink, 360.0)
        south = min(max(middle[1] - height / 2, -90.0), 90.0 - height)
        return cls(middle[0] - width / 2, south, middle[0] + width / 2, south + height)


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

    def inside(self, lon: float, lat: float) -> Point | None:
        """Where a point is in the drawing, whichever turn of the earth it is counted in; None where it is not."""
        turned = next((x for x in (lon - 360, lon, lon + 360) if self.box.west <= x <= self.box.east), None)
        return self.project(turned, lat) if turned is not None and self.box.south <= lat <= self.box.north else None

    @property
    def scale(self) -> float:
        """How long a degree of latitude is."""
        return self.height / (self.box.north - self.box.south)


def coast(panel: Panel) -> str:
    """The land in a panel as a path."""
    return "".join(_steps(each) for each in corners(panel))


@cache
def corners(panel: Panel) -> list[list[Point]]:
    """The rings of the land in a panel, cut off at its edges, points closer than a pixel left out."""
    found = []
    for ring in clipped(panel.box):
        kept: list[Point] = []
        for lon, lat in ring:
            point = panel.project(lon, lat)
            if not kept or math.dist(point, kept[-1]) > 0.9:
                kept.append(point)
        if len(kept) > 3:
            found.append(kept)
    return found


def _steps(ring: Sequence[Point]) -> str:
    """A closed path in whole pixels and short steps, since a coast is long."""
    whole = [(round(x), round(y)) for x, y in ring]
    steps = [f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(whole) if (x1, y1) != (x2, y2)]
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z"


def clipped(box: Box) -> Iterator[list[Point]]:
    """The rings of the land within a box, cut off at its edges (Sutherland and Hodgman).

    A ring may go on beyond the date line, so each is looked for one turn of the earth to either side too.
    """
    edges = [(0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)]
    for ring in land():
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
def land() -> list[list[Point]]:
    """The rings of the whole earth's land, in degrees."""
    flat = json.loads(LAND.read_text("utf-8"))
    return [[(x / 100, y / 100) for x, y in zip(ring[::2], ring[1::2], strict=True)] for ring in flat]
