"""Where a point stands, for one side, two, three and five."""

from __future__ import annotations

import pytest

from macros.analysis.status import status

from .matter import POINT, SIDES, compare, say, with_sides


def found(project):
    return status(project.loaded(), POINT)


@pytest.mark.parametrize(
    ("point", "kind"),
    [
        ("toll-waiver", "agreed by account"),
        ("planks-number", "numbers differ"),
        ("planks-bought", "several"),
        ("night-closing", "rival demands"),
        ("repair-date", "one"),
        ("talks-length", "none"),
        ("damage", "none"),
        ("mood", "none"),
    ],
)
def test_where_a_point_stands(untouched, point, kind):
    assert status(untouched.dossier(), point).kind == kind


@pytest.mark.parametrize("count", range(6))
def test_how_many_of_how_many_sides_speak(project, count):
    with_sides(project, count)
    assert (found(project).kind, found(project).speaking) == ("none", ())
    assert set(found(project).silent) == set(SIDES[:count])
    for number, side in enumerate(SIDES[:count], 1):
        say(project, f"gate-{side}", side)
        assert set(found(project).speaking) == set(SIDES[:number])
        assert set(found(project).silent) == set(SIDES[number:count])
        assert found(project).kind == ("one" if number == 1 else "several")
        assert not found(project).others


def test_who_is_no_side_speaks_too(project):
    with_sides(project, 2)
    say(project, "gate-quill", "quill")
    assert (found(project).kind, found(project).others) == ("none", True)
    say(project, "gate-ombra", "ombra")
    assert (found(project).kind, found(project).others) == ("one", True)


def test_two_of_three_sides_that_say_the_same_are_in_line_and_the_third_is_silent(project):
    with_sides(project, 3)
    compare(project, say(project, "a", "ombra"), say(project, "b", "tessel"), "supports")
    assert (found(project).kind, set(found(project).speaking), found(project).silent) == (
        "in line",
        {"ombra", "tessel"},
        ("quill",),
    )


def test_all_that_speak_are_in_line_only_if_each_is_compared(project):
    with_sides(project, 5)
    for name, side in zip("abcde", SIDES, strict=True):
        say(project, name, side)
    for first, second in ("ab", "cd", "bc"):
        compare(project, first, second, "supports")
    assert found(project).kind == "several"
    compare(project, "d", "e", "supports")
    assert found(project).kind == "in line"


def test_what_is_not_compared_is_not_said_to_be_the_same(project):
    with_sides(project, 2)
    say(project, "a", "ombra")
    say(project, "b", "tessel")
    assert found(project).kind == "several"
    compare(project, "a", "b", "adds")
    assert found(project).kind == "several"


# Agreement


def test_two_that_each_say_they_agreed(project):
    with_sides(project, 3)
    say(project, "a", "ombra", act="agrees", of=["ombra", "tessel"])
    assert (found(project).kind, found(project).agreed_by) == ("one", ("ombra",))
    say(project, "b", "tessel", act="agrees", of=["ombra", "tessel"])
    assert found(project).kind == "agreed"
    assert set(found(project).agreed_by) == {"ombra", "tessel"}
    assert (found(project).agreed_per, found(project).accounts) == ((), ())


def test_agreed_by_somebody_elses_account(project):
    with_sides(project, 2)
    say(project, "a", "quill", act="agrees", of=["ombra", "tessel"])
    say(project, "b", "unclear", act="agrees", of=["ombra", "tessel"], voice="unclear")
    assert (found(project).kind, found(project).agreed_by) == ("agreed by account", ())
    assert set(found(project).agreed_per) == {"ombra", "tessel"}
    assert found(project).accounts == ("quill", "tin-radio")


def test_one_says_so_itself_and_of_the_other_it_is_told(project):
    with_sides(project, 2)
    say(project, "a", "ombra", act="agrees")
    say(project, "b", "tin-radio", act="agrees", of=["ombra", "tessel"], voice="report")
    assert found(project).kind == "agreed by account"
    assert (found(project).agreed_by, found(project).agreed_per) == (("ombra",), ("tessel",))
    assert found(project).accounts == ("tin-radio",)


def test_two_stories_that_match_are_no_deal(project):
    """Agreed is an act both are reported to have done, not a likeness of what they say."""
    with_sides(project, 2)
    compare(project, say(project, "a", "ombra"), say(project, "b", "tessel", act="agrees"), "supports")
    assert found(project).kind == "in line"


def test_no_deal_of_all_while_one_that_speaks_does_not_say_it_agreed(project):
    with_sides(project, 3)
    for name, side in (("a", "ombra"), ("b", "tessel")):
        say(project, name, side, act="agrees")
    say(project, "c", "quill")
    assert found(project).kind == "several"


def test_a_contradiction_is_stronger_than_an_agreement_and_a_detail_is_not(project):
    with_sides(project, 2)
    for name, side in (("a", "ombra"), ("b", "tessel")):
        say(project, name, side, act="agrees")
    compare(project, "a", "b", "differs", differs="detail")
    assert found(project).kind == "agreed"
    assert found(project).difference.kind == "detail"
    project.set("a-b", "differs", "contradicts")
    assert found(project).kind == "contradict"


# Demands


def test_two_that_want_different_things_are_rivals_and_their_accounts_do_not_differ(project):
    with_sides(project, 3)
    compare(project, say(project, "a", "ombra", act="demands"), say(project, "b", "tessel", act="proposes"), "differs")
    assert (found(project).kind, set(found(project).rivals)) == ("rival demands", {"ombra", "tessel"})
    assert not found(project).contested


def test_one_declines_what_the_other_asks(project):
    with_sides(project, 2)
    say(project, "a", "ombra", act="proposes")
    say(project, "b", "tessel", act="declines")
    assert found(project).kind == "rival demands"


def test_that_two_ask_for_something_does_not_show_that_they_ask_for_different_things(project):
    with_sides(project, 2)
    say(project, "a", "ombra", act="demands")
    say(project, "b", "tessel", act="demands")
    assert (found(project).kind, found(project).rivals) == ("several", ())


def test_what_one_side_says_that_the_other_wants_makes_no_rival_of_it(project):
    with_sides(project, 2)
    say(project, "a", "ombra", act="declines", of=["tessel"])
    say(project, "b", "ombra", act="demands")
    assert found(project).kind == "one"


# Differences


@pytest.mark.parametrize(
    ("second", "kind", "contested"),
    [(99, "details differ", False), (50, "numbers differ", True), (100, "several", False)],
)
def test_a_number_apart_by_a_hundredth_and_by_half(project, second, kind, contested):
    with_sides(project, 2)
    for name, side, value in (("a", "ombra", 100), ("b", "tessel", second)):
        figures = {"steps": {"exact": value, "unit": "planks"}}
        say(project, name, side, says="The gate has {steps} planks.", figures=figures)
    expected = "in line" if kind == "several" else kind
    assert (found(project).kind, found(project).contested) == (expected, contested)


def test_accounts_may_differ_where_no_side_speaks(project):
    with_sides(project, 2)
    compare(
        project,
        say(project, "a", "tin-radio", voice="report"),
        say(project, "b", "ridge-wire", voice="report", source="ridge-wire-planks"),
        "differs",
    )
    assert (found(project).kind, found(project).contested, found(project).speaking) == ("contradict", True, ())
    assert {found(project).difference.first.id, found(project).difference.second.id} == {"a", "b"}


def test_that_both_agreed_is_not_lost_where_accounts_of_it_differ(project):
    with_sides(project, 2)
    for name, side in (("a", "ombra"), ("b", "tessel")):
        say(project, name, side, act="agrees")
    compare(project, "a", "b", "differs", differs="contradicts")
    assert (found(project).kind, found(project).agreed) == ("contradict", True)
    say(project, "c", "ombra")
    assert found(project).agreed
    project.set("b", "act", "states")
    assert not found(project).agreed
