"""In a language written from right to left, names of other scripts keep the signs beside them in place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from markupsafe import Markup

from macros import locale
from macros.locale import APART, TOGETHER, direction, say, text


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    locale.use("en")


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("he", "rtl"), ("tr", "ltr"), ("xx", "ltr")])
def test_a_language_has_its_direction(language: str, way: str) -> None:
    assert direction(language) == way


def test_a_name_of_another_script_is_kept_apart_in_arabic() -> None:
    locale.use("ar")
    assert text("way.account", who="Vane", outlet="أوان") == f"{APART}Vane{TOGETHER} في أوان"
    assert say("mark.opinion", outlet=Markup("<b>A &amp; B</b>")) == f"{APART}<b>A &amp; B</b>{TOGETHER}: رأي"


@pytest.mark.parametrize("words", ["أوان", Markup("<b>أوان</b>"), "12"])
def test_words_of_the_same_direction_and_numbers_stand_as_they_are(words: str) -> None:
    locale.use("ar")
    assert say("mark.opinion", outlet=words) == f"{words}: رأي"


def test_nothing_is_put_around_names_in_a_language_from_left_to_right() -> None:
    locale.use("tr")
    assert text("way.account", who="Vane", outlet="أوان") == "Vane (أوان)"
