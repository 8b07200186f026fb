"""A text that fits into a line but for the blank at its end."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from macros.book import lines

pytestmark = pytest.mark.pdf
TEXT = "One sent by <b>rail</b> word that they were ready to sail without a pilot. "
PAGE = (
    "<style>@page {{ size: 200mm }} p {{ font: 10pt serif; width: {}px }}</style><p>"
    + TEXT
    + "<i>Orrin said so</i></p>"
)
WIDTHS = range(120, 260)


def broken(html: str, how: Any) -> list[str]:
    """The lines of a page."""
    with how:
        page = weasyprint.HTML(string=html).render().pages[0]
    boxes = [box for box in page._page_box.descendants() if isinstance(box, LineBox)]
    return ["".join(each.text for each in box.descendants() if isinstance(each, TextBox)) for box in boxes]


def short(found: list[str]) -> bool:
    """Whether one of the lines between the first and the last has one word, though the next would have had room."""
    return any(" " not in line.strip() for line in found[1:-1])


def test_no_word_is_left_alone_on_a_line_that_has_room() -> None:
    assert not [width for width in WIDTHS if short(broken(PAGE.format(width), lines.mended()))]


def test_without_it_one_is() -> None:
    assert [width for width in WIDTHS if short(broken(PAGE.format(width), nullcontext()))]


@pytest.mark.parametrize("width", [60, 155, 201, 333])
def test_nothing_is_lost_or_said_twice(width: int) -> None:
    found = " ".join(line.strip() for line in broken(PAGE.format(width), lines.mended()))
    assert found == "One sent by rail word that they were ready to sail without a pilot. Orrin said so"
