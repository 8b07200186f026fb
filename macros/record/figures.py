"""Figures as text, and which of them can both hold."""

from __future__ import annotations

import math

from .model import Figure, Unit

SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

# How far a loose word reaches, as shares of the number. Our reading, stated on the method page: "about" and "just
# over"/"almost" name no bounds themselves.
ABOUT = 0.05
NEAR = 0.10

LEAD = {
    "at_least": "at least",
    "up_to": "up to",
    "about": "about",
    "almost": "almost",
    "just_over": "just over",
    "more_than": "more than",
}


def value_of(figure: Figure) -> str:
    """The name of the field that holds the figure's value, such as `at_least`."""
    return next(name for name in Figure.VALUES if getattr(figure, name) is not None)


def text_of(figure: Figure, units: dict[str, Unit], *, with_unit: bool = False) -> str:
    """The figure in words: '6,000', 'at least 1,000 people', 'two to three', '20 to 30 June 2025', '14:43'.

    The unit is added where asked for; percent always carries its sign.
    """
    kind = value_of(figure)
    value = getattr(figure, kind)
    if kind in ("date", "time", "name"):
        return str(value)
    percent = figure.unit == "percent"
    if kind == "between":
        words = all(_is_small(v) for v in value) and not percent
        number = " to ".join(_number(v, words=words) for v in value)
    else:
        number = _number(value, words=_is_small(value) and not percent)
    text = f"{LEAD[kind]} {number}" if kind in LEAD else number
    if percent:
        return text + "%"
    if with_unit and figure.unit:
        unit = units.get(figure.unit)
        singular = kind != "between" and value == 1
        text += f" {(unit.one if singular else unit.many) if unit else figure.unit}"
    return text


def bounds(figure: Figure) -> tuple[float, float] | None:
    """The lowest and highest number the figure allows; None for dates, times and names."""
    kind = value_of(figure)
    value = getattr(figure, kind)
    match kind:
        case "exact":
            return value, value
        case "at_least" | "more_than":
            return value, math.inf
        case "up_to":
            return -math.inf, value
        case "about":
            return value * (1 - ABOUT), value * (1 + ABOUT)
        case "almost":
            return value * (1 - NEAR), value
        case "just_over":
            return value, value * (1 + NEAR)
        case "between":
            return value[0], value[1]
        case _:
            return None


def compatible(a: Figure, b: Figure) -> bool | None:
    """Whether both can hold: None where they can't be compared (other units, a date beside a number)."""
    if a.date and b.date:
        return a.date.first <= b.date.last and b.date.first <= a.date.last
    if a.time and b.time:
        return a.time == b.time
    one, two = bounds(a), bounds(b)
    if one is None or two is None or a.unit != b.unit:
        return None
    return one[0] <= two[1] and two[0] <= one[1]


def _is_small(value: float) -> bool:
    return value == int(value) and 0 <= value < len(SMALL)


def _number(value: float, *, words: bool) -> str:
    if words:
        return SMALL[int(value)]
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
