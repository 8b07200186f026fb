"""Figures: typed values, as text, and which of them can both hold."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from ..locale import numbers, text
from .dates import When
from .fields import AS_WHOLE, LARGEST, NAME, TIME, Line, MatterId, Maybe, Model, Number, Words
from .reader import Written

Factor = Annotated[Number, Field(gt=0)]


class Unit(Model):
    """How a unit is written after one and after many, and what it is measured in beside others of its kind."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"of": ["times"], "times": ["of"]}})

    one: Words = Field(description="After one.")
    few: Maybe[Words] = Field(default=None, description="After two to four, in languages that have a form for it.")
    many: Words = Field(description="After many.")
    other: Maybe[Words] = Field(default=None, description="After a fraction (Arabic: a hundred), where that differs.")
    of: Maybe[Words] = Field(default=None, description="The smaller unit it counts: `million-euros` counts `euros`.")
    times: Maybe[Factor] = Field(default=None, description="How many of these it is: 1000000.")

    @model_validator(mode="after")
    def _both(self) -> Unit:
        if (self.of is None) != (self.times is None):
            raise ValueError("`of` and `times` go together: the smaller unit, and how many of it this one is")
        return self


MOST_DECIMALS = 9
LOOSE = ("at_least", "up_to", "about", "almost", "just_over", "more_than", "fewer_than", "less_than")
NUMBERS = ("exact", *LOOSE, "between")
OTHERS = ("date", "time", "name", "ordinal")
VALUES = (*NUMBERS, *OTHERS)
# What `Figure._one_value` says, as the published schema says it.
ONE_VALUE: dict[str, Any] = {
    "oneOf": [{"required": [name]} for name in VALUES],
    "dependentRequired": {name: ["unit"] for name in NUMBERS},
    "dependentSchemas": {
        name: {"properties": {"unit": False, "decimals": False, "promised": False, "counted": False}} for name in OTHERS
    },
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
    fewer_than: Maybe[Number] = Field(
        default=None, description="Under this number, by how much is not said: of what is counted."
    )
    less_than: Maybe[Number] = Field(
        default=None, description="The same of what is measured: money, percent, lengths of time."
    )
    between: Maybe[Pair] = Field(default=None, description="From the first to the second.")
    date: Maybe[When] = Field(default=None, description="A day, month, year or interval, ISO 8601.")
    time: Maybe[Annotated[str, StringConstraints(pattern=TIME)]] = Field(
        default=None, description="A local time of day, 24 hours, in quotation marks."
    )
    name: Maybe[Line] = Field(default=None, description="A name that holds digits, such as a channel's; not a value.")
    ordinal: Maybe[Annotated[int, Field(ge=1, le=LARGEST), AS_WHOLE]] = Field(
        default=None, description="A place in an order: 3 is shown as 'third'."
    )
    unit: Maybe[Words] = Field(default=None, description="What is counted; one of the units in dossier.yml.")
    decimals: Maybe[Annotated[int, Field(ge=0, le=MOST_DECIMALS), AS_WHOLE]] = Field(
        default=None, description="How many decimals are shown, where that is not as the number is written."
    )
    as_of: Maybe[When] = Field(
        default=None,
        description="The time the figure holds for, where it is a stand of a day or hour; others are not compared.",
    )
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

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, given: object) -> object:
        """12.50 keeps its two decimals."""
        if not isinstance(given, dict) or given.get("decimals") is not None:
            return given
        numbers = [n for value in given.values() for n in (value if isinstance(value, list) else [value])]
        places = max((n.decimals for n in numbers if isinstance(n, Written)), default=0)
        if places > MOST_DECIMALS:
            raise ValueError(f"a number has {places} decimals; at most {MOST_DECIMALS} are shown")
        return {**given, "decimals": places} if places else given

    @model_validator(mode="after")
    def _one_value(self) -> Figure:
        given = [name for name in VALUES if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a figure has exactly one value; this one has {', '.join(given) or 'none'}")
        is_number = given[0] in NUMBERS
        if is_number != (self.unit is not None):
            raise ValueError("a number names its unit" if is_number else f"{_named(given[0])} has no unit")
        if self.decimals is not None and not is_number:
            raise ValueError(f"{_named(given[0])} has no decimals")
        if (self.promised or self.counted) and not is_number:
            raise ValueError(f"{_named(given[0])} is neither promised nor counted: only numbers are")
        if self.promised and self.counted:
            raise ValueError("a figure is promised or counted, not both")
        return self


def _named(value: str) -> str:
    return f"an {value}" if value == "ordinal" else f"a {value}"


Figures = dict[Annotated[str, StringConstraints(pattern=NAME, max_length=30)], Figure]


# How far a loose word reaches, as shares of the number. Our reading, stated on the method page: "about" and "just
# over"/"almost" name no bounds themselves.
ABOUT = 0.05
NEAR = 0.10


def value_of(figure: Figure) -> str:
    """The name of the field that holds the figure's value, such as `at_least`."""
    return next(name for name in VALUES if getattr(figure, name) is not None)


def text_of(figure: Figure, units: Mapping[str, Unit], *, with_unit: bool = False) -> str:
    """The figure in words: '6,000', 'at least 1,000 people', 'two to three', '20 to 30 June 2025', '14:43', 'third'.

    The unit is added where asked for; percent always carries its sign.
    """
    kind = value_of(figure)
    value = getattr(figure, kind)
    if kind == "ordinal":
        return numbers.ordinal(value, in_words=True)
    if kind in OTHERS:
        return str(value)
    percent = figure.unit == "percent"
    ends = value if kind == "between" else (value,)
    small = all(numbers.stands_in_words(each) for each in ends) and not percent and not figure.decimals
    written = [numbers.number(each, decimals=figure.decimals, in_words=small) for each in ends]
    amount = text("figure.between", first=written[0], last=written[1]) if kind == "between" else written[0]
    if percent:
        amount = text("figure.percent", number=amount)
    if kind in LOOSE:
        amount = text(f"figure.{kind.replace('_', '-')}", number=amount)
    if percent or not with_unit or not figure.unit:
        return amount
    return text("figure.with-unit", number=amount, unit=_unit(figure.unit, units, ends))


def _unit(name: str, units: Mapping[str, Unit], ends: Sequence[float]) -> str:
    """The word for a unit behind a number, or the second of two, in the form that the language has for it."""
    unit = units.get(name)
    if unit is None:
        return name
    one = unit.one if len(ends) == 1 else unit.many
    return {"one": one, "few": unit.few, "other": unit.other}.get(numbers.plural(ends[-1])) or unit.many


def in_smallest(figure: Figure, units: Mapping[str, Unit]) -> Figure:
    """The same figure in the unit that its own counts: 12.5 million euros as 12,500,000 euros."""
    unit = units.get(figure.unit or "")
    if unit is None or unit.of is None or unit.times is None:
        return figure
    kind = value_of(figure)
    value = getattr(figure, kind)
    scaled = tuple(v * unit.times for v in value) if isinstance(value, tuple) else value * unit.times
    return figure.model_copy(update={kind: scaled, "unit": unit.of})


def bounds(figure: Figure) -> tuple[float, float] | None:
    """The lowest and highest number the figure allows; None for dates, times and names."""
    kind = value_of(figure)
    value = getattr(figure, kind)
    match kind:
        case "exact":
            return value, value
        case "at_least" | "more_than":
            return value, math.inf
        case "up_to" | "fewer_than" | "less_than":
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


def compatible(a: Figure, b: Figure, units: Mapping[str, Unit]) -> bool | None:
    """Whether both can hold: None where that can't be known (other units or times, a date beside a number).

    Dates of which one is only about right hold together where they overlap, and else it is not known.
    """
    if a.as_of and b.as_of and not _overlap(a.as_of, b.as_of):
        return None
    if a.date and b.date:
        return _overlap(a.date, b.date) or (None if a.date.is_about or b.date.is_about else False)
    if a.time and b.time:
        return a.time == b.time
    if a.ordinal and b.ordinal:
        return a.ordinal == b.ordinal
    a, b = in_smallest(a, units), in_smallest(b, units)
    one, two = bounds(a), bounds(b)
    if one is None or two is None or a.unit != b.unit:
        return None
    return one[0] <= two[1] and two[0] <= one[1]


def _overlap(a: When, b: When) -> bool:
    if a.order[0] < 1 or b.order[0] < 1:  # before the calendar's first year only years are known
        return (a.is_open or b.is_open or a.precision == b.precision == "interval") or a.order[0] == b.order[0]
    return a.first <= b.last and b.first <= a.last
