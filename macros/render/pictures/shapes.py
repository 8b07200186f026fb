"""What pictures are made of: parties' signs, lines of text that fit, paths."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ...locale import current, direction
from ..html import tag

Point = tuple[float, float]

# Corners of the parties' signs around (0, 0), chosen so that all weigh about the same to the eye.
CORNERS: dict[str, Sequence[Point]] = {
    "triangle": [(0, -1.15), (1.1, 0.8), (-1.1, 0.8)],
    "square": [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
    "diamond": [(0, -1.2), (1.05, 0), (0, 1.2), (-1.05, 0)],
    "hexagon": [(math.cos(math.pi * k / 3) * 1.05, math.sin(math.pi * k / 3) * 1.05) for k in range(6)],
    "cross": [
        (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
        (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
    ],
}  # fmt: skip

# Widths of characters as shares of the size, near enough for a system's sans serif.
_NARROW = frozenset("iljtfrI.,:;'|!()[]‘’“” -")
_BROAD = frozenset("mwMWОШЩЖМЮ@%—")


def sign(shape: str, x: float, y: float, size: float = 5, **attributes: object) -> Markup:
    """A party's sign around a point."""
    if shape == "circle":
        return tag("circle", cx=number(x), cy=number(y), r=number(size), **attributes)
    corners = [(x + dx * size, y + dy * size) for dx, dy in CORNERS[shape]]
    return tag("path", d=polygon(corners), **attributes)


def polygon(corners: Iterable[Point]) -> str:
    """A closed path through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z"


def line(start: Point, end: Point, **attributes: object) -> Markup:
    """A straight line."""
    (x1, y1), (x2, y2) = start, end
    return tag("path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", **attributes)


def words(
    text: str, x: float, y: float, *, size: float = 12, anchor: str | None = None, **attributes: object
) -> Markup:
    """A line of text whose foot is at `y`; `anchor` is `middle` or `end` where it does not begin at `x`."""
    return tag(
        "text",
        text,
        x=number(x),
        y=number(y),
        font_size=number(size),
        text_anchor=anchor,
        unicode_bidi=None if direction(current()) == "ltr" else "plaintext",  # each line as its own words run
        **attributes,
    )


def text_width(text: str, size: float) -> float:
    """About how wide a line is; fonts differ, so this is rather too much than too little."""
    return size * sum(0.36 if c in _NARROW else 0.92 if c in _BROAD else 0.7 if c.isupper() else 0.575 for c in text)


def wrap(text: str, width: float, size: float) -> list[str]:
    """The text in lines that fit; a word that is too long has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def number(value: float) -> str:
    """A length as short as it can be written: one decimal, no trailing zero."""
    return f"{value:.1f}".removesuffix(".0")
