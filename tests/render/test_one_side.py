"""A dossier of one side: it speaks or does not, beside others, and no sentence speaks of another side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from macros import book as pdf
from macros.pages import pages
from macros.render import handout, status
from macros.render.context import Context
from macros.render.differences import nothing
from macros.rules.looks import look_for
from tests.analysis.matter import POINT, say, with_sides
from tests.conftest import Project
from tests.everything import book, fragments

# What can be said only where several sides face each other.
SEVERAL = re.compile(
    r"\b(no side|one side|each side|both sides|two sides|(an)?other sides?|of the sides|sides are)\b", re.IGNORECASE
)


@pytest.fixture
def one(project: Project) -> Project:
    """The invented dossier with Ombra as its only side; the valley opposite is another party."""
    project.set("tessel", "role", "other")
    project.drop("hall", "sought")
    return project


@pytest.fixture
def quiet(one: Project) -> Project:
    """The same without the question on which accounts differ in a number."""
    one.set("planks-orrin", "figures.planks", {"at_least": 6000, "unit": "planks"})
    one.drop("planks-compared")
    return one


def words(markup: object) -> str:
    return html.fromstring(f"<div>{markup}</div>").text_content()


def test_it_passes_the_check(one: Project) -> None:
    assert one.problems() == []
    assert one.dossier().only_side == "ombra"


def test_without_any_side_it_does_not(one: Project) -> None:
    one.set("ombra", "role", "other")
    assert "no party has the role `side`" in "".join(problem.message for problem in one.problems())


def test_nothing_that_readers_see_speaks_of_another_side(one: Project) -> None:
    found = {name: SEVERAL.findall(words(text)) for name, text in fragments(one.dossier())}
    found |= {name: SEVERAL.findall(words(part)) for name, part in book(one.dossier())}
    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize(
    ("point", "short", "long"),
    [
        ("repair-date", "Only Ombra says so", "Only Ombra says so."),
        ("night-closing", "Ombra and others speak on it", "Ombra and others speak on it."),
        ("mood", "Ombra does not speak on it", "Ombra does not speak on it."),
        ("planks-number", "Numbers differ", "Numbers differ by 12%: 6,172 planks against at least 7,000 planks."),
    ],
)
def test_where_a_question_stands(one: Project, point: str, short: str, long: str) -> None:
    context = Context(one.dossier())
    assert (status.short(context, point), status.long(context, point)) == (short, long)


def test_a_side_whose_name_is_a_plural_says_and_does_not_speak_as_several(one: Project) -> None:
    one.set("ombra", "short", "The unions")
    one.set("ombra", "plural", True)
    context = Context(one.dossier())
    assert status.short(context, "mood") == "The unions do not speak on it"
    assert "## What The unions say {" in pages(one.dossier())["points/mood.md"]


def test_the_columns_the_hand_out_and_its_signs_name_the_side(one: Project) -> None:
    assert "## What Ombra says {" in pages(one.dossier())["points/mood.md"]
    shown = words(handout.handout(Context(one.dossier())))
    assert "What Ombra says" in shown
    assert "The sign of the side: ■ Ombra." in shown


def test_questions_are_narrowed_to_those_on_which_it_speaks(one: Project) -> None:
    options = html.fromstring(str(one.author("points/").questions())).xpath("//select[@name='status']/option")
    assert "Ombra speaks on it (3)" in [option.text for option in options]


def test_home_shows_what_it_says_beside_the_account_that_differs(one: Project) -> None:
    shown = words(one.author().disputes())
    assert "Vane in Gazette: Ombra would replace 6,172 planks" in shown
    assert "Orrin in Gazette: At least 7,000 planks" in shown


def test_that_nothing_is_contested_is_said(quiet: Project) -> None:
    author = quiet.author()
    for shown in (author.disputes(), author.differences(), author.picture_stands()):
        assert str(nothing()) in str(shown)
    assert "Nothing is contested here" in words(nothing())


def test_what_it_is_made_of_has_no_rows_of_other_sides(one: Project) -> None:
    shown = words(one.author().made_of())
    assert "Of 13 questions, the side speaks on 4 and not on 9." in shown
    assert "Stands first" not in shown


def test_a_card_has_its_word_where_another_speaks(one: Project) -> None:
    author = one.author()
    assert "Ombra: Ombra would replace 6,172 planks" in str(dict(fragments(one.dossier())))
    assert "The only side here" in words(author.participants())


def test_no_editor_is_asked_to_look_for_another_side(one: Project) -> None:
    assert [look for look in look_for(one.dossier()) if "another side" in look.message] == []


@pytest.mark.parametrize("count", [2, 3])
def test_of_several_sides_none_is_the_only_one(project: Project, count: int) -> None:
    with_sides(project, count)
    say(project, "a", "ombra")
    loaded = project.loaded()
    assert loaded.only_side is None
    assert status.short(Context(loaded), POINT) == "Only Ombra says so"


@pytest.mark.slow
@pytest.mark.pdf
def test_it_is_set_for_the_book(one: Project, tmp_path: Path) -> None:
    pdf.write(tmp_path / "book.pdf", one.dossier())
    assert (tmp_path / "book.pdf").stat().st_size > 10_000
