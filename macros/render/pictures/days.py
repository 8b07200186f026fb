"""The days of a timeline: which events fall on which, and how much time lies between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ...locale import text
from ...record.dates import When
from ...record.model import Event

# From how many days without an event the line is broken.
BREAK = 31
LOOSE = ("month", "year")


@dataclass(frozen=True)
class Day:
    """Events of one date - or of a month, a year or a period -, those with a time of day first."""

    when: When
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Gap:
    """The days before a day on which nothing is told of; `loose` where it is not known from when they count."""

    days: int
    loose: bool
    broken: bool

    def length(self) -> str:
        """About how long it is; at the least, where the day it begins on is not known."""
        months = self.days / 30.4
        count = int(months) if self.loose else round(months)
        many = "months" if count < 2 * 12 else "years"
        count = count if many == "months" else round(months / 12)
        return text(f"timeline.later.{'more' if self.loose else 'about'}.{many}", count=count)


def of(events: list[Event]) -> list[Day]:
    """The days of dated events in order; a period stands where it begins, a month or year in its middle."""
    dated = [event for event in events if isinstance(event.when, When)]
    ordered = sorted(dated, key=lambda event: (_order(date_of(event)), date_of(event).text, time_of(event) or "~"))
    return [Day(when, tuple(group)) for when, group in groupby(ordered, key=date_of)]


def date_of(event: Event) -> When:
    """The date of a dated event without its time of day."""
    assert isinstance(event.when, When)  # noqa: S101 (the undated are sorted out above)
    return When(event.when.text[:10]) if event.when.precision == "instant" else event.when


def time_of(event: Event) -> str:
    """The time of day of an event; '' where it is not known."""
    return event.when.time if isinstance(event.when, When) else ""


def _order(when: When) -> int:
    first, last = when.first.toordinal(), when.last.toordinal()
    return first if when.precision == "interval" else (first + last) // 2


def gaps(found: list[Day]) -> list[Gap]:
    """For each day, what lies between it and all that is told of before it.

    A month in which an exact day falls tells nothing of the time around that day, so it is left out of account. While
    something goes on, the line is not broken.
    """
    return [_gap([d.when for d in found[:index]], day.when) for index, day in enumerate(found)]


def _gap(before: list[When], when: When) -> Gap:
    ends = [(each.first if each.precision == "interval" else each.last, each.precision in LOOSE) for each in before]
    if when.precision in LOOSE and any(last >= when.first for last, _ in ends):
        return Gap(0, loose=False, broken=False)
    reached, loose = max((end for end in ends if end[0] <= when.first), default=(when.first, False))
    going_on = any(each.precision == "interval" and each.last >= when.first for each in before)
    count = (when.first - reached).days
    return Gap(count, loose, broken=count > BREAK and not going_on)
