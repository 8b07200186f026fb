"""Kinds of event, as pictures show them: a shape and a name each."""

from __future__ import annotations

from markupsafe import Markup

from ...locale import text
from ..html import tag
from . import shapes


def kind_name(kind: str) -> str:
    """What a kind of event is called."""
    return text(f"event.kind.{kind}")


def glyph(kind: str, x: float, y: float) -> Markup:
    """The shape of a kind of event around a point."""
    outline = {"fill": "none", "stroke": "currentColor", "stroke_width": 1.5}
    n = shapes.number
    match kind:
        case "meeting":  # two that face each other: no dot of a place, no party's sign
            pair = [tag("circle", cx=n(x + dx), cy=n(y), r=2.7) for dx in (-2.8, 2.8)]
            return tag("g", pair)
        case "statement":  # a balloon
            return tag("path", d=f"M{n(x - 4.5)} {n(y - 4)}h9v6.5h-5l-2.5 2.7v-2.7h-1.5Z", **outline)
        case "attack":
            return tag("path", d=f"M{n(x - 4)} {n(y - 4)}l8 8m0 -8l-8 8", **(outline | {"stroke_width": 2}))
        case "incident":  # a triangle on its tip: neither an attack's cross nor a party's sign
            return tag("path", d=f"M{n(x - 5)} {n(y - 4)}h10l-5 8.5Z", **outline)
        case "exchange":  # two arrows
            there = f"M{n(x - 5)} {n(y - 2)}h9l-2.6 -2.6"
            return tag("path", d=f"{there}M{n(x + 5)} {n(y + 2)}h-9l2.6 2.6", **outline)
        case "document":
            return tag("path", d=f"M{n(x - 3.5)} {n(y - 4.5)}h7v9h-7ZM{n(x - 1.5)} {n(y - 1)}h3m-3 2.6h3", **outline)
        case _:
            return shapes.sign("diamond", x, y, 4.2)
