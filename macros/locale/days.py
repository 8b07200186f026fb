"""Days, months and years as the language in use writes them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import dates

from . import current, locale_of, text

# The word behind a year. Babel cuts it short (`р.`), and its dot would stand before that of the sentence.
YEAR = {"uk": "року", "ru": "года"}


def day(value: date) -> str:
    """'2 June 2025'."""
    return _day(value, current())


def day_of_year(value: date) -> str:
    """'2 June', where the year is said anyway."""
    return dates.format_skeleton("MMMMd", value, locale=locale_of(current()))


def month(year: int, number: int) -> str:
    """'June 2025'."""
    return _in_full(dates.format_skeleton("yMMMM", date(year, number, 1), locale=locale_of(current())), current())


def month_name(number: int) -> str:
    """'June', by itself."""
    return str(dates.get_month_names("wide", context="stand-alone", locale=locale_of(current()))[number])


def year(value: int) -> str:
    """'1889'; of a year before the first (0 is the first before it): '44 BC'."""
    return str(value) if value > 0 else text("date.bc", year=1 - value)


@lru_cache(maxsize=4096)
def _day(value: date, language: str) -> str:
    return _in_full(dates.format_date(value, "long", locale=locale_of(language)), language)


def _in_full(words: str, language: str) -> str:
    """A date with the word behind its year written out."""
    return words[:-2] + YEAR[language] if language in YEAR and words.endswith(".") else words
