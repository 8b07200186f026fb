"""Numbers, dates and the order of names, as each language has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from macros import locale
from macros.locale import days, numbers
from macros.locale.sorting import sort_key
from macros.record.dates import When


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    locale.use("en")


def test_a_number_of_very_many_digits_is_written_whole() -> None:
    assert numbers.number(1.5e30, decimals=1) == f"1,500{',000' * 9}.0"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(6000, None, "6,000"), (12.5, 2, "12.50"), (-16.9, None, "\N{MINUS SIGN}16.9"), (1e-7, None, "0.0000001")],
)
def test_a_number_is_written_out(value: float, decimals: int | None, shown: str) -> None:
    assert numbers.number(value, decimals=decimals) == shown


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [
        ("en", "12,345.5", "2 June 2025"),
        ("uk", "12 345,5", "2 червня 2025 року"),
        ("ru", "12 345,5", "2 июня 2025 года"),
        ("tr", "12.345,5", "2 Haziran 2025"),
    ],
)
def test_each_language_writes_its_own(language: str, number: str, day: str) -> None:
    locale.use(language)
    assert blanks(numbers.number(12345.5)) == number
    assert blanks(days.day(date(2025, 6, 2))) == day


@pytest.mark.parametrize(("language", "month"), [("en", "June 2025"), ("uk", "червень 2025 року")])
def test_no_month_ends_in_a_dot_that_a_sentence_would_double(language: str, month: str) -> None:
    locale.use(language)
    assert blanks(days.month(2025, 6)) == month


@pytest.mark.parametrize(
    ("language", "near", "far"),
    [
        ("en", "4 to 6 May 2031", "30 May to 2 June 2031"),
        ("ru", "4–6 мая 2031 года", "30 мая – 2 июня 2031 года"),
        ("tr", "4–6 Mayıs 2031", "30 Mayıs – 2 Haziran 2031"),
    ],
)
def test_numbers_stand_closer_than_words_in_an_interval(language: str, near: str, far: str) -> None:
    locale.use(language)
    assert blanks(str(When("2031-05-04/2031-05-06"))) == near
    assert blanks(str(When("2031-05-30/2031-06-02"))) == far


def blanks(words: str) -> str:
    """With plain blanks: which kind a language takes changes from one release of the data to the next."""
    return re.sub(r"\s", " ", words)


@pytest.mark.parametrize(
    ("value", "shown"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (22, "22nd")]
)
def test_an_ordinal_has_its_ending(value: int, shown: str) -> None:
    assert numbers.ordinal(value) == shown


def test_a_small_ordinal_stands_in_words() -> None:
    assert [numbers.ordinal(value, in_words=True) for value in (1, 9, 10)] == ["first", "ninth", "10th"]


def test_names_are_sorted_as_a_reader_looks_for_them() -> None:
    names = ["Zeta", "Álava", "beta", "Cándido", "Alba", "ábaco", "Жук"]
    assert sorted(names, key=sort_key) == ["ábaco", "Álava", "Alba", "beta", "Cándido", "Zeta", "Жук"]
