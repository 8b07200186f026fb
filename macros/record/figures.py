"""Figures: typed values, as text, and which of them can both hold."""

from __future__ import annotations

import math
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from .dates import When
from .fields import NAME, TIME, Line, MatterId, Maybe, Model, Number, Words


class Unit(Model):
    """How a unit is written after one and after many."""

    one: Words
    many: Words


NUMBERS = ("exact", "at_least", "up_to", "about", "almost", "just_over", "more_than", "between")
OTHERS = ("date", "time", "name")
VALUES = (*NUMBERS, *OTHERS)
# What `Figure._one_value` says, as the published schema says it.
ONE_VALUE: dict[str, Any] = {
    "oneOf": [{"required": [name]} for name in VALUES],
    "dependentRequired": {name: ["unit"] for name in NUMBERS},
    "dependentSchemas": {name: {"properties": {"unit": False, "promised": False, "counted": False}} for name in OTHERS},
    "not": {"required": ["promised", "counted"]},
}


def _as_pair(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Pair = Annotated[tuple[Number, Number], BeforeValidator(_as_pair)]


class Figure(Model):
    """A typed value. Exactly one of the value fields is given; `unit` goes with the numbers."""

    model_config = ConfigDict(json_schema_extra=ONE_VALUE)

    exact: Maybe[Number] = Field(default=None, description="The number itself.")
    at_least: Maybe[Number] = Field(default=None, description="This number or more.")
    up_to: Maybe[Number] = Field(default=None, description="This number or fewer.")
    about: Maybe[Number] = Field(default=None, description="Said to be approximate.")
    almost: Maybe[Number] = Field(default=None, description="A little under this number.")
    just_over: Maybe[Number] = Field(default=None, description="A little over this number.")
    more_than: Maybe[Number] = Field(default=None, description="Over this number, by how much is not said.")
    between: Maybe[Pair] = Field(default=None, description="From the first to the second.")
    date: Maybe[When] = Field(default=None, description="A day, month, year or interval, ISO 8601.")
    time: Maybe[Annotated[str, StringConstraints(pattern=TIME)]] = Field(
        default=None, description="A local time of day, 24 hours, in quotation marks."
    )
    name: Maybe[Line] = Field(default=None, description="A name that holds digits, such as a channel's; not a value.")
    unit: Maybe[Words] = Field(default=None, description="What is counted; one of the units in dossier.yml.")
    promised: Maybe[MatterId] = Field(
        default=None,
        description="The matter in dossier.yml of which this many were to be, by the claim: promised, agreed or "
        "proposed. Not for a base (a share of so many), a list, or what stood ready or was refused.",
    )
    counted: Maybe[MatterId] = Field(
        default=None,
        description="The matter in dossier.yml of which this many are said to have been done: handed over, received, "
        "exchanged. Goes by what the claim says, whatever its point is on. Not for a total that goes beyond what was "
        "promised, such as that of a year.",
    )

    @model_validator(mode="after")
    def _one_value(self) -> Figure:
        given = [name for name in VALUES if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a figure has exactly one value; this one has {', '.join(given) or 'none'}")
        is_number = given[0] in NUMBERS
        if is_number != (self.unit is not None):
            raise ValueError("a number names its unit" if is_number else f"a {given[0]} has no unit")
        if (self.promised or self.counted) and not is_number:
            raise ValueError(f"a {given[0]} is neither promised nor counted: only numbers are")
        if self.promised and self.counted:
            raise ValueError("a figure is promised or counted, not both")
        return self


Figures = dict[Annotated[str, StringConstraints(pattern=NAME, max_length=30)], Figure]


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
    return next(name for name in VALUES if getattr(figure, name) is not None)


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
            return _span(value * (1 - ABOUT), value * (1 + ABOUT))
        case "almost":
            return _span(value * (1 - NEAR), value)
        case "just_over":
            return _span(value, value * (1 + NEAR))
        case "between":
            return value[0], value[1]
        case _:
            return None


def _span(one: float, other: float) -> tuple[float, float]:
    """Two ends in order: below zero, what is nearer to it is the larger."""
    return min(one, other), max(one, other)


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
