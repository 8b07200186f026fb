"""Capital and small letters, as each language has them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros import locale
from macros.locale.casing import begin, fold
from macros.locale.sorting import sort_key


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    locale.use("en")


@pytest.mark.parametrize(("language", "begun"), [("en", "Iki ada"), ("tr", "İki ada")])
def test_a_beginning_has_the_capital_of_the_language(language: str, begun: str) -> None:
    locale.use(language)
    assert begin("iki ada") == begun
    assert begin("") == ""


@pytest.mark.parametrize(("language", "folded"), [("en", "ilgaz"), ("tr", "ılgaz")])
def test_small_letters_are_those_of_the_language(language: str, folded: str) -> None:
    locale.use(language)
    assert fold("Ilgaz") == folded


def test_turkish_sorts_the_dotless_i_before_the_dotted() -> None:
    locale.use("tr")
    assert sorted(["İzmir", "Hopa", "Iğdır", "Çorum", "Cizre"], key=sort_key) == [
        "Cizre", "Çorum", "Hopa", "Iğdır", "İzmir"
    ]  # fmt: skip
