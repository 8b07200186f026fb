"""Where a question stands, in words that need no legend."""

from __future__ import annotations

import pytest

from macros.analysis.sides import order
from macros.render.context import Context
from macros.render.status import long, short

from ..analysis.matter import POINT, SIDES, compare, say, with_sides


def words(project, point=POINT):
    context = Context(project.loaded())
    return short(context, point).unescape(), long(context, point).unescape()


def figure(value, **unit):
    return {"says": "It is {it}.", "figures": {"it": {**value, **unit}}}


@pytest.mark.parametrize(
    ("sides", "speaking", "few", "sentence"),
    [
        (0, 0, "", ""),
        (1, 0, "Ombra does not speak on it", "Ombra does not speak on it."),
        (1, 1, "Only Ombra says so", "Only Ombra says so."),
        (2, 0, "No side speaks on it", "No side speaks on it."),
        (2, 1, "Only Ombra says so", "Only Ombra says so."),
        (
            2,
            2,
            "Ombra and Tessel speak on it",
            "Ombra and Tessel speak on it; none of their accounts is set against another here.",
        ),
        (
            3,
            2,
            "Ombra and Tessel speak on it",
            (
                "Ombra and Tessel speak on it; none of their accounts is set against another here. "
                "Quill does not speak on it."
            ),
        ),
        (
            5,
            3,
            "Ombra, Tessel and Quill speak on it",
            (
                "Ombra, Tessel and Quill speak on it; none of their accounts is set against another here. "
                "Fen and Moor do not speak on it."
            ),
        ),
    ],
)
def test_who_speaks_of_any_number_of_sides(project, sides, speaking, few, sentence):
    with_sides(project, sides)
    for number, side in enumerate(SIDES[:speaking], 1):
        say(project, f"gate-{side}", side, date=f"2031-04-0{number}")
    assert words(project) == (few, sentence)


def test_of_the_sides_only_one_where_others_speak_too(project):
    with_sides(project, 2)
    say(project, "a", "ombra")
    say(project, "b", "quill")
    assert words(project) == ("Of the sides only Ombra speaks", "Of the sides only Ombra speaks on it.")


def test_agreement_and_by_whose_word(project):
    with_sides(project, 2)
    say(project, "a", "quill", act="agrees", of=["ombra", "tessel"], date="2031-04-01")
    first, second = (side.title() for side in order(project.loaded(), POINT))  # who is silent takes turns
    assert words(project) == (
        "Agreed, by others' account",
        f"Quill says that {first} and {second} agreed; their own word on it is not on record.",
    )
    say(project, "b", "ombra", act="agrees", date="2031-04-02")
    assert words(project)[1] == (
        "Ombra says it agreed; that Tessel agreed too is the account of Quill. Tessel does not speak on it."
    )
    say(project, "c", "tessel", act="agrees", date="2031-04-03")
    assert words(project) == ("Agreed, each side says", "Ombra and Tessel each say they agreed.")


def test_what_is_compared_and_fits(project):
    with_sides(project, 2)
    compare(
        project,
        say(project, "a", "ombra", date="2031-04-01"),
        say(project, "b", "tessel", date="2031-04-02"),
        "supports",
    )
    assert words(project) == ("Ombra and Tessel say much the same", "Ombra and Tessel say much the same.")


def test_rival_demands(project):
    with_sides(project, 2)
    say(project, "a", "ombra", act="demands", date="2031-04-01")
    say(project, "b", "tessel", act="declines", date="2031-04-02")
    assert words(project) == ("Rival demands", "Ombra and Tessel want different things.")


@pytest.mark.parametrize(
    ("first", "second", "few", "sentence"),
    [
        (100, 50, "Numbers differ", "Numbers differ, one being twice the other: 100 planks against 50 planks."),
        (40, 100, "Numbers differ", "Numbers differ, one being 2.5 times the other: 40 planks against 100 planks."),
        (100, 85, "Numbers differ", "Numbers differ by 15%: 100 planks against 85 planks."),
        (100, 99, "Details differ", "Accounts differ in a detail: 100 planks against 99 planks."),
        (10, -10, "Numbers differ", "Numbers differ: 10 planks against −10 planks."),
        (0, 12, "Numbers differ", "Numbers differ: zero planks against 12 planks."),
    ],
)
def test_by_how_much_numbers_differ(project, first, second, few, sentence):
    with_sides(project, 2)
    say(project, "a", "ombra", date="2031-04-01", **figure({"exact": first}, unit="planks"))
    say(project, "b", "tessel", date="2031-04-02", **figure({"exact": second}, unit="planks"))
    assert words(project) == (few, sentence)


@pytest.mark.parametrize(
    ("first", "second", "few", "sentence"),
    [
        ({"time": "14:43"}, {"time": "14:44"}, "Details differ", "Times differ by a minute: 14:43 against 14:44."),
        ({"time": "14:43"}, {"time": "15:43"}, "Numbers differ", "Times differ by 60 minutes: 14:43 against 15:43."),
        (
            {"date": "2031-04-02"},
            {"date": "2031-04-03"},
            "Numbers differ",
            "Dates differ by a day: 2 April 2031 against 3 April 2031.",
        ),
    ],
)
def test_by_how_much_times_and_dates_differ(project, first, second, few, sentence):
    with_sides(project, 2)
    say(project, "a", "ombra", date="2031-04-01", **figure(first))
    say(project, "b", "tessel", date="2031-04-02", **figure(second))
    assert words(project) == (few, sentence)


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        ("ombra", "tessel", "Ombra and Tessel contradict each other."),
        ("vane", "ombra-council", "Vane and Ombra's council contradict each other. Tessel does not speak on it."),
        ("vane", "vane", "Accounts of what Vane said contradict each other. Tessel does not speak on it."),
        ("orrin", "pell", "Orrin and Pell contradict each other. Ombra does not speak on it."),
        ("ridge-wire", "unclear", "Ridge Wire and Tin Radio contradict each other. No side speaks on it."),
    ],
)
def test_who_contradicts_whom(project, one, other, sentence):
    with_sides(project, 2)
    first = say(project, "a", one, date="2031-04-01")
    compare(project, first, say(project, "b", other, date="2031-04-02"), "differs", differs="contradicts")
    assert words(project) == ("Accounts contradict each other", sentence)


def test_that_both_agreed_is_told_where_accounts_differ(project):
    with_sides(project, 2)
    first = say(project, "a", "ombra", act="agrees", date="2031-04-01")
    compare(project, first, say(project, "b", "tessel", act="agrees", date="2031-04-02"), "differs", differs="detail")
    assert words(project) == (
        "Agreed, each side says",
        "Ombra and Tessel each say they agreed. Accounts differ in a detail.",
    )


def test_a_side_whose_name_is_a_plural(project):
    with_sides(project, 2)
    say(project, "gate-ombra", "ombra", date="2031-04-01")
    project.set("ombra", "plural", True)
    assert words(project) == ("Only Ombra say so", "Only Ombra say so.")


def test_what_contradicts_stands_before_what_is_agreed(project):
    with_sides(project, 2)
    first = say(project, "a", "ombra", act="agrees", date="2031-04-01")
    second = say(project, "b", "tessel", act="agrees", date="2031-04-02")
    compare(project, first, second, "differs", differs="contradicts")
    assert words(project)[1] == "Ombra and Tessel contradict each other. Ombra and Tessel each say they agreed."
