"""The address of a passage: text fragments as browsers read them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from macros.record.model import Passage
from macros.render.way import passage_url

PAGE = "https://example.org/a"


@pytest.mark.parametrize(
    ("start", "end", "fragment"),
    [
        ("Mira Vane said", "of all planks", "Mira%20Vane%20said,of%20all%20planks"),
        ("a two-part rule", None, "a%20two%2Dpart%20rule"),
        ("planks, they said", "R&D", "planks%2C%20they%20said,R%26D"),
        ("100% of", "«Ομβρα»", "100%25%20of,%C2%ABΟμβρα%C2%BB"),
    ],
)
def test_what_means_something_in_a_fragment_is_encoded(start: str, end: str | None, fragment: str) -> None:
    address = passage_url(PAGE, Passage(start=start, **({"end": end} if end else {})))
    assert address == f"{PAGE}#:~:text={fragment}"
    assert [unquote(part) for part in fragment.split(",")] == [part for part in (start, end) if part]


def test_a_fragment_of_the_address_itself_stays() -> None:
    assert passage_url(f"{PAGE}#part", Passage(start="planks")) == f"{PAGE}#part:~:text=planks"


def test_without_a_passage_the_address_is_the_pages() -> None:
    assert passage_url(PAGE, None) == PAGE
