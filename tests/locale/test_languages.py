"""Every language there is a catalog of: what the site says by itself is said in it, with nothing in English beside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros import locale
from macros.locale.report import languages
from macros.render import card
from macros.render.counts import shares
from macros.render.pictures.timeline import timeline
from macros.render.places import degrees
from macros.site import downloads
from tests.conftest import Project


@pytest.fixture(params=languages())
def spoken(request: pytest.FixtureRequest, untouched: Project) -> Iterator[str]:
    untouched.dossier()  # opening it speaks its own language
    locale.use(request.param)
    yield str(request.param)
    locale.use("en")


def test_the_table_of_shares(spoken: str, untouched: Project) -> None:
    html = str(shares(untouched.context()))
    assert "Words" not in html
    assert "Party" not in html
    assert locale.text("shares.title") in html


def test_the_line_of_downloads(spoken: str) -> None:
    html = downloads.line(downloads.FILES, "points")
    assert "Take" not in html
    assert html.count("<a ") == len(downloads.FILES)


def test_degrees(spoken: str) -> None:
    assert degrees(-12.345, "north", "south") == locale.text("place.south", degrees=locale.numbers.number(12.35))


def test_who_took_part_in_an_event(spoken: str, untouched: Project) -> None:
    assert ", Tessel and " not in timeline(untouched.context()).striptags()


def test_the_foot_of_a_card(spoken: str, untouched: Project) -> None:
    script = card.scripts(untouched.dossier())["assets/cards/people/vane.js"]
    assert locale.text("card.entry") in script
    assert "Open" not in script
