"""Make assets/map/land.json, the outline of the land that maps are drawn on, from a file of Natural Earth's.

    python scripts/land.py land-50m.json        # of the npm package world-atlas, see assets/map/README.md

What comes out is a list of rings, each a flat list of whole numbers: longitude and latitude in hundredths of a degree.
It is the whole earth, so that it does not change with the places of a dossier.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]

OUT = Path(__file__).resolve().parent.parent / "assets/map/land.json"
TOLERANCE = 0.08  # degrees that a simplified line may be off
SMALLEST = 0.06  # square degrees: smaller islands are left out


def arcs(topology: dict) -> list[list[Point]]:
    """The lines of a TopoJSON file, their differences added up."""
    (scale_x, scale_y), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale_x + x0, y * scale_y + y0))
        found.append(line)
    return found


def rings(topology: dict) -> list[list[Point]]:
    """The rings of the land: lines joined end to end, those with a negative number backwards."""
    lines = arcs(topology)
    found = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points: list[Point] = []
                for number in ring:
                    line = lines[number] if number >= 0 else lines[~number][::-1]
                    points += line[1:] if points else line
                found.append(closed(unrolled(points)))
    return found


def unrolled(points: list[Point]) -> list[Point]:
    """A ring that crosses the date line goes on beyond 180 degrees, instead of back around the earth."""
    found = points[:1]
    for x, y in points[1:]:
        turns = round((found[-1][0] - x) / 360)
        found.append((x + 360 * turns, y))
    return found


def closed(points: list[Point]) -> list[Point]:
    """A ring around a pole is closed over the pole."""
    (x1, y1), (x2, _) = points[0], points[-1]
    pole = math.copysign(90, y1)
    return [*points, (x2, pole), (x1, pole), points[0]] if abs(x2 - x1) > 1 else points


def simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker: points that are not needed to stay within the tolerance are dropped."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, most = 0.0, 0
        for index in range(first + 1, last):
            distance = _distance(points[index], points[first], points[last])
            if distance > far:
                far, most = distance, index
        if far > TOLERANCE:
            keep.add(most)
            spans += [(first, most), (most, last)]
    return [points[index] for index in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def area(points: list[Point]) -> float:
    """The area of a ring in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))) / 2


def main() -> None:
    """Write the file anew."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    outlines = [simplified(ring) for ring in rings(topology) if area(ring) >= SMALLEST]
    flat = [[round(value * 100) for point in ring for value in point] for ring in outlines]
    OUT.write_text(json.dumps(flat, separators=(",", ":")).replace("],[", "],\n[") + "\n", "utf-8")


if __name__ == "__main__":
    main()
