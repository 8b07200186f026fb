"""The shapes by which pictures show the kinds of event."""

from __future__ import annotations

from markupsafe import Markup

from ...record.vocabularies import EventSign
from ..html import tag
from . import shapes


def glyph(sign: EventSign, x: float, y: float) -> Markup:
    """The shape of a kind of event around a point."""
    outline = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.5}
    n = shapes.number
    match sign:
        case "facing":  # two that face each other: no dot of a place, no party's sign
            pair = [tag("circle", cx=n(x + dx), cy=n(y), r=2.7) for dx in (-2.8, 2.8)]
            return tag("g", pair)
        case "balloon":
            return tag("path", d=f"M{n(x - 4.5)} {n(y - 4)}h9v6.5h-5l-2.5 2.7v-2.7h-1.5Z", **outline)
        case "cross":
            return tag("path", d=f"M{n(x - 4)} {n(y - 4)}l8 8m0 -8l-8 8", **(outline | {"stroke_width": 2}))
        case "wedge":  # a triangle on its tip: neither a cross nor a party's sign
            return tag("path", d=f"M{n(x - 5)} {n(y - 4)}h10l-5 8.5Z", **outline)
        case "arrows":
            there = f"M{n(x - 5)} {n(y - 2)}h9l-2.6 -2.6"
            return tag("path", d=f"{there}M{n(x + 5)} {n(y + 2)}h-9l2.6 2.6", **outline)
        case "sheet":
            return tag("path", d=f"M{n(x - 3.5)} {n(y - 4.5)}h7v9h-7ZM{n(x - 1.5)} {n(y - 1)}h3m-3 2.6h3", **outline)
        case "scales":  # a beam on its post
            return tag("path", d=f"M{n(x - 5)} {n(y - 3)}h10M{n(x)} {n(y - 4.5)}v9m-3 0h6", **outline)
        case "ballot":  # a slip above its box
            return tag("path", d=f"M{n(x - 2)} {n(y - 5)}h4v4h-4ZM{n(x - 5)} {n(y)}h10v4.5h-10Z", **outline)
        case "banner":  # a sheet between two poles
            return tag("path", d=f"M{n(x - 5)} {n(y + 5)}v-10m10 10v-10M{n(x - 5)} {n(y - 4.5)}h10v4.5h-10", **outline)
        case "ring":
            return tag("circle", cx=n(x), cy=n(y), r=4, **outline)
