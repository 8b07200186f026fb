"""Dates as the record writes them: ISO 8601, as precise as what is known and no more."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ..locale import days, text

# The days of the calendar, so that model and published schema refuse the same: 31 June, and 29 February of most years.
_LEAP = r"([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_DAY = r"((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
_TIME = r"(T([01][0-9]|2[0-3]):[0-5][0-9]([+-]([01][0-9]|2[0-3]):[0-5][0-9]|Z)?)?"
_CALENDAR = rf"(?!0000)([0-9]{{4}}(-(0[1-9]|1[0-2]))?|([0-9]{{4}}-{_DAY}|{_LEAP}-02-29){_TIME})"
_ONE = rf"({_CALENDAR}|-(?!0000)[0-9]{{4}})~?"
PATTERN = rf"^({_ONE}(/{_ONE})?|{_ONE}/\.\.|\.\./{_ONE})$"
FORM = "2025-06-02, 2025-06, 2025, 2025-06-02T14:43 or FROM/TO"
OPEN = ".."
BEFORE = re.compile(r"-[0-9]{4}")  # a year before the first


@dataclass(frozen=True)
class When:
    """A year, month, day, instant, or an interval of two of them (`2025-06-20/2025-06-30`).

    As in ISO 8601-2 a year before the first is written with a minus (`-0043` is 44 BC), what is only about right with a
    tilde (`1850~`), and an end that is not known with two dots (`1914/..`). `text` is the form the record holds;
    everything else is derived from it.
    """

    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(PATTERN[1:-1], self.text):
            is_date = re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", self.text)
            wrong = "is no day of the calendar" if is_date else f"is no date: write {FORM}"
            raise ValueError(f"{self.text!r} {wrong}")

    @cached_property
    def ends(self) -> list[str]:
        """The one or two ISO texts it is made of, tildes off; `..` for an end that is not known."""
        return [end.removesuffix("~") for end in self.text.split("/")]

    @cached_property
    def first(self) -> date:
        """The first day it covers; the first that the calendar has, where it began before that or one does not know."""
        return _day(self.ends[0], last=False)

    @cached_property
    def last(self) -> date:
        """The last day it covers; the last that the calendar has, where the end is not known."""
        return _day(self.ends[-1], last=True)

    @cached_property
    def order(self) -> tuple[int, int, int]:
        """Year, month and day of the first day, the year below 1 before the first: dates sort by it."""
        if BEFORE.fullmatch(self.ends[0]):
            return int(self.ends[0]), 1, 1
        return self.first.year, self.first.month, self.first.day

    @property
    def is_about(self) -> bool:
        """Whether it is only about right."""
        return "~" in self.text

    @property
    def is_open(self) -> bool:
        """Whether one of its ends is not known."""
        return OPEN in self.ends

    @property
    def machine(self) -> str | None:
        """The form that HTML takes; None for intervals and for what HTML has no form for."""
        return None if self.precision == "interval" or self.is_about or BEFORE.fullmatch(self.text) else self.text

    @property
    def precision(self) -> str:
        """`year`, `month`, `day`, `instant` or `interval`."""
        if len(self.ends) == 2:
            return "interval"
        if BEFORE.fullmatch(self.ends[0]):
            return "year"
        return {4: "year", 7: "month", 10: "day"}.get(len(self.ends[0]), "instant")

    @property
    def time(self) -> str:
        """The time of day of an instant, such as `14:43`; '' of anything else."""
        return self.text[11:16] if self.precision == "instant" else ""

    def __str__(self) -> str:
        """As our prose writes it: 2 June 2025; 20 to 30 June 2025; May 2025; about 1850; from 1914."""
        if self.is_open:
            key, known = ("date.from", self.ends[0]) if self.ends[1] == OPEN else ("date.until", self.ends[1])
            words = text(key, date=_words(known))
        elif len(self.ends) == 1:
            words = _words(self.ends[0])
        else:
            first = _beginning(*self.ends)
            words = text(
                "date.numbers" if first.isdecimal() else "date.interval", first=first, last=_words(self.ends[1])
            )
        return text("date.about", date=words) if self.is_about else words

    def __lt__(self, other: When) -> bool:
        return (self.order, self.text) < (other.order, other.text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def parse(value: object) -> When:
            if isinstance(value, When):
                return value
            if isinstance(value, int | float) and value in range(1000, 10000):
                value = str(int(value))  # a year without quotation marks
            if not isinstance(value, str):
                raise ValueError(f"{value!r} is no date: write {FORM}")
            return cls(value)

        return core_schema.no_info_plain_validator_function(
            parse, serialization=core_schema.plain_serializer_function_ser_schema(lambda when: when.text)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> JsonSchemaValue:
        year = {"type": "integer", "minimum": 1000, "maximum": 9999}
        return {"anyOf": [{"type": "string", "pattern": PATTERN}, year], "description": "ISO 8601 date or interval."}


def _day(end: str, *, last: bool) -> date:
    if end == OPEN:
        return date.max if last else date.min
    if BEFORE.fullmatch(end):
        return date.min
    if len(end) == 4:
        return date(int(end), 12 if last else 1, 31 if last else 1)
    if len(end) == 7:
        year, month = int(end[:4]), int(end[5:])
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    return datetime.fromisoformat(end).date()


def _words(end: str) -> str:
    if BEFORE.fullmatch(end) or len(end) == 4:
        return days.year(int(end))
    if len(end) == 7:
        return days.month(int(end[:4]), int(end[5:]))
    words = days.day(_day(end, last=False))
    return text("date.instant", day=words, time=end[11:16]) if len(end) > 10 else words


def _beginning(first: str, last: str) -> str:
    """The first end of an interval, without what the last one says anyway."""
    if len(first) == len(last) == 10 and first[:4] == last[:4]:
        return str(int(first[8:])) if first[:7] == last[:7] else days.day_of_year(_day(first, last=False))
    if len(first) == len(last) == 7 and first[:4] == last[:4]:
        return days.month_name(int(first[5:]))
    return _words(first)
