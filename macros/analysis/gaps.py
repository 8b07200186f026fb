"""By how much two figures differ that cannot both hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..record import figures
from ..record.model import Claim, Figure, Unit

# Up to here two figures differ in a detail. For numbers it is how far "about" reaches: said loosely, they were one.
DETAIL = figures.ABOUT
MINUTES = 5
DAY = 24 * 60


@dataclass(frozen=True)
class Gap:
    """Two figures of one name that cannot both hold.

    `apart` is the distance of what they say: in their unit, for times in minutes, for dates in days. `ratio` is the
    larger number as a multiple of the smaller; None for times and dates, and where they are not on one side of zero.
    """

    name: str
    first: Figure
    second: Figure
    measure: Literal["number", "minutes", "days"]
    apart: float
    ratio: float | None = None

    @property
    def share(self) -> float | None:
        """What part of the larger number the distance is: 0.5 where one is half the other. None like `ratio`."""
        return None if self.ratio is None else 1 - 1 / self.ratio

    @property
    def large(self) -> bool:
        """Whether it is more than a detail."""
        if self.measure == "minutes":
            return self.apart > MINUTES
        return self.share is None or self.share > DETAIL


def gap(a: Claim, b: Claim, units: Mapping[str, Unit]) -> Gap | None:
    """The widest gap between the figures that two claims share; None where none of them rule each other out."""
    found = [
        _between(name, a.figures[name], b.figures[name], units)
        for name in a.figures
        if name in b.figures and figures.compatible(a.figures[name], b.figures[name], units) is False
    ]
    return max(found, key=lambda each: (each.large, each.share or 0), default=None)


def _between(name: str, a: Figure, b: Figure, units: Mapping[str, Unit]) -> Gap:
    if a.date and b.date:
        days = max((a.date.first - b.date.last).days, (b.date.first - a.date.last).days)
        return Gap(name, a, b, "days", days)
    if a.time and b.time:
        minutes = abs(_minute(a.time) - _minute(b.time))
        return Gap(name, a, b, "minutes", min(minutes, DAY - minutes))
    one, other = min(
        ((x, y) for x in _said(a, units) for y in _said(b, units)), key=lambda both: abs(both[0] - both[1])
    )
    small, large = sorted((abs(one), abs(other)))
    return Gap(name, a, b, "number", abs(one - other), large / small if one * other > 0 else None)


def _said(figure: Figure, units: Mapping[str, Unit]) -> tuple[float, ...]:
    """The numbers that a figure names, however loosely: one, or the two ends; in the smallest unit."""
    figure = figures.in_smallest(figure, units)
    value = getattr(figure, figures.value_of(figure))
    return value if isinstance(value, tuple) else (value,)


def _minute(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])
