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

# The days of the calendar, so that model and published schema refuse the same: 31 June, and 29 February of most years.
_LEAP = r"([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_DAY = r"((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
_TIME = r"(T([01][0-9]|2[0-3]):[0-5][0-9]([+-]([01][0-9]|2[0-3]):[0-5][0-9]|Z)?)?"
_ONE = rf"(?!0000)([0-9]{{4}}(-(0[1-9]|1[0-2]))?|([0-9]{{4}}-{_DAY}|{_LEAP}-02-29){_TIME})"
PATTERN = rf"^{_ONE}(/{_ONE})?$"
FORM = "2025-06-02, 2025-06, 2025, 2025-06-02T14:43 or FROM/TO"
MONTHS = list(calendar.month_name)


@dataclass(frozen=True)
class When:
    """A year, month, day, instant, or an interval of two of them (`2025-06-20/2025-06-30`).

    `text` is the ISO 8601 form the record holds; everything else is derived from it.
    """

    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(PATTERN[1:-1], self.text):
            is_date = re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", self.text)
            wrong = "is no day of the calendar" if is_date else f"is no date: write {FORM}"
            raise ValueError(f"{self.text!r} {wrong}")

    @cached_property
    def ends(self) -> list[str]:
        """The one or two ISO texts it is made of."""
        return self.text.split("/")

    @cached_property
    def first(self) -> date:
        """The first day it covers."""
        return _day(self.ends[0], last=False)

    @cached_property
    def last(self) -> date:
        """The last day it covers."""
        return _day(self.ends[-1], last=True)

    @property
    def precision(self) -> str:
        """`year`, `month`, `day`, `instant` or `interval`."""
        if len(self.ends) == 2:
            return "interval"
        return {4: "year", 7: "month", 10: "day"}.get(len(self.text), "instant")

    def __str__(self) -> str:
        """As our prose writes it: 2 June 2025; 20 to 30 June 2025; May 2025."""
        if len(self.ends) == 1:
            return _words(self.text)
        start, end = (_words(part) for part in self.ends)
        a, b = self.ends
        if len(a) == len(b) == 10 and a[:7] == b[:7]:
            return f"{int(a[8:])} to {end}"
        return f"{start.removesuffix(' ' + a[:4]) if a[:4] == b[:4] and len(a) > 4 else start} to {end}"

    def __lt__(self, other: When) -> bool:
        return (self.first, self.text) < (other.first, other.text)

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


def _day(text: str, *, last: bool) -> date:
    if len(text) == 4:
        return date(int(text), 12 if last else 1, 31 if last else 1)
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    return datetime.fromisoformat(text).date()


def _words(text: str) -> str:
    if len(text) == 4:
        return text
    month = MONTHS[int(text[5:7])]
    if len(text) == 7:
        return f"{month} {text[:4]}"
    day = f"{int(text[8:10])} {month} {text[:4]}"
    return f"{day}, {text[11:16]}" if len(text) > 10 else day
