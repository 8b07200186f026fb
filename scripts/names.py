"""Make assets/map/names.json, where on a map the names of countries and seas may stand.

    pip install pycountry
    python scripts/names.py countries-50m.json      # of the npm package world-atlas, see assets/map/README.md

Of a country there is its ISO code with points inside it, the roomiest first, each with how far it is to the edge; what
the country is called is left to the site's language. Its outline is not kept: no borders are drawn. Seas are those of
the table below; each name stands at whole degrees in its water, set by hand.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

import pycountry
from land import OUT, Point, arcs, area, closed, simplified, unrolled

NAMES = OUT.with_name("names.json")
APART = 14  # degrees between two points of a large country
# Waters on whose name the world does not agree are left out.
SEAS: dict[str, list[Point]] = {
    "Arctic Ocean": [(0, 86), (-150, 80), (150, 81)],
    "Atlantic Ocean": [(-40, 35), (-15, -25), (-30, 50), (-20, 45)],
    "Indian Ocean": [(80, -20), (70, 0), (60, -30)],
    "Pacific Ocean": [(-150, 30), (170, 35), (-120, -30), (-160, 0), (-95, 5)],
    "Southern Ocean": [(0, -62), (120, -62), (-120, -65)],
    "Adriatic Sea": [(15, 43)],
    "Aegean Sea": [(25, 39)],
    "Andaman Sea": [(96, 11)],
    "Arabian Sea": [(64, 15)],
    "Baffin Bay": [(-68, 74)],
    "Baltic Sea": [(20, 57), (19, 56), (20, 58), (17, 56)],
    "Barents Sea": [(38, 73)],
    "Bay of Bengal": [(88, 15)],
    "Bay of Biscay": [(-5, 45)],
    "Bering Sea": [(-178, 58)],
    "Black Sea": [(34, 43), (31, 44), (37, 43)],
    "Caribbean Sea": [(-75, 15)],
    "Caspian Sea": [(51, 42), (50, 42), (50, 43), (51, 39)],
    "Coral Sea": [(155, -17)],
    "East Siberian Sea": [(160, 73)],
    "English Channel": [(-1, 50)],
    "Greenland Sea": [(-5, 75)],
    "Gulf of Aden": [(48, 12)],
    "Gulf of Alaska": [(-145, 57)],
    "Gulf of Bothnia": [(20, 62)],
    "Gulf of Guinea": [(3, 2)],
    "Hudson Bay": [(-85, 60)],
    "Ionian Sea": [(19, 38)],
    "Irish Sea": [(-5, 53)],
    "Java Sea": [(111, -5)],
    "Kara Sea": [(72, 76)],
    "Labrador Sea": [(-54, 58)],
    "Laptev Sea": [(125, 76)],
    "Mediterranean Sea": [(18, 35), (30, 34), (5, 39), (27, 34)],
    "Mozambique Channel": [(41, -18)],
    "North Sea": [(3, 56)],
    "Norwegian Sea": [(3, 67)],
    "Philippine Sea": [(134, 18)],
    "Red Sea": [(38, 20)],
    "Sea of Azov": [(37, 46)],
    "Sea of Okhotsk": [(150, 54)],
    "Tasman Sea": [(160, -38)],
    "Tyrrhenian Sea": [(12, 40)],
}


def outlines(topology: dict) -> dict[str, list[list[Point]]]:
    """The outer rings of each country that has an ISO code, simplified."""
    lines = arcs(topology)
    found: dict[str, list[list[Point]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        country = pycountry.countries.get(numeric=geometry.get("id", ""))
        if not country:
            continue
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            points: list[Point] = []
            for number in polygon[0]:
                line = lines[number] if number >= 0 else lines[~number][::-1]
                points += line[1:] if points else line
            found.setdefault(country.alpha_2, []).append(simplified(closed(unrolled(points))))
    return found


def inside(point: Point, ring: list[Point]) -> bool:
    """Whether a point is within a ring."""
    x, y = point
    return (
        sum((y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in pairwise(ring))
        % 2
        == 1
    )


def room(point: Point, ring: list[Point]) -> float:
    """How far a point is from a ring, in degrees of latitude."""
    shrink = math.cos(math.radians(point[1]))
    best = 360.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        ax, ay, bx, by = (x1 - point[0]) * shrink, y1 - point[1], (x2 - point[0]) * shrink, y2 - point[1]
        length = (bx - ax) ** 2 + (by - ay) ** 2
        share = min(max(-(ax * (bx - ax) + ay * (by - ay)) / length, 0), 1) if length else 0
        best = min(best, math.hypot(ax + share * (bx - ax), ay + share * (by - ay)))
    return best


def points(rings: list[list[Point]]) -> list[list[float]]:
    """The roomiest point of a country's largest ring and, if it is large, others apart: longitude, latitude, room."""
    ring = max(rings, key=area)
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    steps = [max((b - a) / 48, 0.02) for a, b in ((west, east), (south, north))]
    grid = [(west + steps[0] * i, south + steps[1] * k) for i in range(49) for k in range(49)]
    best = sorted(((room(p, ring), p) for p in grid if inside(p, ring)), reverse=True)
    kept: list[tuple[float, Point]] = []
    for free, (x, y) in best:
        shrink = math.cos(math.radians(y))
        if not kept or (free > 2 and all(math.hypot((x - a) * shrink, y - b) > APART for _, (a, b) in kept)):
            kept.append((free, (x, y)))
    return [[round((x + 180) % 360 - 180, 1), round(y, 1), round(free, 2)] for free, (x, y) in kept[:8]]


def main() -> None:
    """Write the file anew."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    countries = {code: points(rings) for code, rings in sorted(outlines(topology).items())}
    seas = {name: [list(point) for point in at] for name, at in SEAS.items()}
    entries = [
        f'"{kind}": {{\n' + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in found.items() if v) + "\n}"
        for kind, found in (("countries", countries), ("seas", seas))
    ]
    NAMES.write_text("{\n" + ",\n".join(entries) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
