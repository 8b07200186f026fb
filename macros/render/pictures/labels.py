"""Names on a map: places beside their dots, then countries and seas wherever there is room left for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from babel import Locale
from markupsafe import Markup

from . import earth, shapes
from .earth import Panel
from .shapes import Point, words

NAMES = earth.LAND.with_name("names.json")
SIZE = 12
SMALL = 10.5
EDGE = 6  # labels keep this far from a panel's edge
Area = tuple[float, float, float, float]


@dataclass
class Labels:
    """What of a panel is taken by names and dots."""

    panel: Panel
    taken: list[Area] = field(default_factory=list)

    def place(self, name: str, at: Point, extra: float = 0) -> tuple[Markup, Point]:
        """A name beside its dot, where it hides no other name and least of a coast; on its right if need be.

        Gives also where `extra` room after the name, kept for signs, begins.
        """
        x, y = at
        wide = shapes.text_width(name, SIZE) + extra
        choices = [
            (x + 8, y + 4), (x - 8 - wide, y + 4), (x - wide / 2, y - 9), (x - wide / 2, y + 18),
            (x + 4 - wide, y + 18), (x - 4, y + 18), (x - 5 - wide, y - 7), (x + 5, y - 7),
            (x - wide / 2, y + 32), (x - wide / 2, y - 24),
        ]  # fmt: skip
        areas = [((left - 1, foot - 11, left + wide + 1, foot + 3), (left, foot)) for left, foot in choices]
        inside = [each for each in areas if self._inside(each[0])]
        free = [each for each in inside if not self._hits(each[0])]
        area, (left, foot) = min(free or inside or areas, key=lambda each: self._coast(each[0]))
        self.taken.append(area)
        return words(name, left, foot, size=SIZE, class_="name"), (left + wide - extra, foot)

    def somewhere(self, name: str, points: list[Point], **look: Any) -> Markup | None:
        """A name around the first of some points where it hides nothing; None where it would."""
        wide = shapes.text_width(name, SMALL)
        for x, y in points:
            area = (x - wide / 2 - 3, y - 12, x + wide / 2 + 3, y + 4)
            if self._inside(area) and not self._hits(area) and not self._coast(area):
                self.taken.append(area)
                return words(name, x, y, size=SMALL, anchor="middle", **look)
        return None

    def _inside(self, area: Area) -> bool:
        panel = self.panel
        return (
            panel.left + EDGE <= area[0]
            and area[2] <= panel.left + panel.width - EDGE
            and panel.top + EDGE <= area[1]
            and area[3] <= panel.top + panel.height - EDGE
        )

    def _hits(self, area: Area) -> bool:
        return any(area[0] < b[2] and b[0] < area[2] and area[1] < b[3] and b[1] < area[3] for b in self.taken)

    def _coast(self, area: Area) -> int:
        """How much of the coast lies in an area."""
        return sum(area[0] < x < area[2] and area[1] < y < area[3] for x, y in _along(self.panel))


@cache
def _along(panel: Panel) -> list[Point]:
    """Points along the coast of a panel: its corners and points between them, since some are far apart."""
    steps = [(a, b) for corners in earth.corners(panel) for a, b in pairwise(corners)]
    return [(a[0] + (b[0] - a[0]) * k / 4, a[1] + (b[1] - a[1]) * k / 4) for a, b in steps for k in range(4)]


def around(labels: Labels, language: str) -> Iterator[tuple[str, Markup]]:
    """The names of the countries and seas that a panel has room for, larger countries first, each with its look."""
    panel = labels.panel
    territories = Locale.parse(language, sep="-").territories
    countries = sorted(names()["countries"].items(), key=lambda each: -each[1][0][2])
    for code, points in countries:
        name = str(territories.get(code, code)).upper()
        half = shapes.text_width(name, SMALL) / 2
        # A name may reach beyond what is a country's own by as much again, and no farther.
        found = [at for lon, lat, room in points if room * panel.scale * 2 > half and (at := panel.inside(lon, lat))]
        if label := labels.somewhere(name, nearby(found), class_="name country"):
            yield name, label
    for name, points in names()["seas"].items():
        found = [at for lon, lat in points if (at := panel.inside(lon, lat))]
        if label := labels.somewhere(name, found, class_="sea", font_style="italic"):
            yield name, label


def nearby(points: list[Point]) -> list[Point]:
    """Points, and then others a little off them, for when a dot or a name is in the way."""
    return points + [(x, y + by) for by in (-16, 16, -30, 30) for x, y in points]


@cache
def names() -> dict[str, dict[str, list[list[float]]]]:
    """Where names may stand: of countries by code, of seas by name."""
    found: dict[str, dict[str, list[list[float]]]] = json.loads(NAMES.read_text("utf-8"))
    return found
