from __future__ import annotations

from collections import Counter

import pytest

from macros.analysis.agreement import agreeing, own_agreement
from macros.analysis.sides import order, said_by, speaking

from .matter import POINT, SIDES, say, with_sides


def test_only_parties_that_speak_are_listed(untouched):
    dossier = untouched.dossier()
    assert list(said_by(dossier, "planks-number")) == ["ombra", "tessel"]
    assert said_by(dossier, "mood") == {}
    assert list(said_by(dossier, "hall")) == ["quill"]


def test_the_side_that_spoke_first_stands_first(project):
    with_sides(project, 3)
    for side, day in (("ombra", "2031-04-05"), ("tessel", "2031-04-04"), ("quill", "2031-04-03")):
        say(project, f"gate-{side}", side, date=day)
    assert order(project.loaded(), POINT) == ("quill", "tessel", "ombra")


def test_a_month_is_not_earlier_than_a_day_in_it(project):
    with_sides(project, 2)
    say(project, "a", "ombra", date="2031-04")
    say(project, "b", "tessel", date="2031-04-29")
    assert order(project.loaded(), POINT) == ("tessel", "ombra")


def test_who_is_silent_stands_last(project):
    with_sides(project, 3)
    say(project, "a", "quill", date="unknown")
    assert order(project.loaded(), POINT)[0] == "quill"
    assert speaking(project.loaded(), POINT) == ("quill",)


def test_where_none_was_first_they_take_turns(project):
    with_sides(project, 5)
    first = [order(project.loaded(), point)[0] for point in project.loaded().points if not _speak(project, point)]
    assert len(set(first)) > 1
    assert min(Counter(first).values()) >= len(first) // len(SIDES)


def test_the_weightiest_questions_on_which_none_was_first_take_turns_one_after_the_other(project):
    with_sides(project, 2)
    for point, weight in (("mood", 5), ("hall", 4)):
        project.set(point, "weight", weight)
        for side in SIDES[:2]:
            project.set(say(project, f"{point}-{side}", side, date="2031-04-29"), "point", point)
    dossier = project.loaded()
    assert {order(dossier, "mood")[0], order(dossier, "hall")[0]} == set(SIDES[:2])


def test_of_one_day_who_proposes_stands_before_who_answers(project):
    with_sides(project, 2)
    for side in SIDES[:2]:
        project.set(say(project, f"mood-{side}", side, date="2031-04-29"), "point", "mood")
    answering, proposing = order(project.loaded(), "mood")
    project.set(f"mood-{proposing}", "act", "proposes")
    assert order(project.loaded(), "mood") == (proposing, answering)


@pytest.mark.parametrize("act", ["denies", "declines"])
@pytest.mark.parametrize("answering", SIDES[:2])
def test_of_one_day_who_denies_or_declines_never_stands_before_whom_it_answers(project, act, answering):
    (charging,) = set(SIDES[:2]) - {answering}
    with_sides(project, 2)
    say(project, "answer", answering, act=act)
    say(project, "asked", answering, act="proposes")
    say(project, "charge", charging)
    assert order(project.loaded(), POINT) == (charging, answering)


def test_what_was_said_on_later_days_does_not_make_one_who_answers_of_it(project):
    with_sides(project, 2)
    say(project, "answer", "ombra", act="declines", date="2031-04-08")
    say(project, "asked-later", "ombra", act="proposes")
    say(project, "offer", "tessel", act="proposes", date="2031-04-08")
    say(project, "denied-later", "tessel", act="denies")
    assert order(project.loaded(), POINT) == ("tessel", "ombra")


def test_there_may_be_no_sides(project):
    with_sides(project, 0)
    assert order(project.loaded(), POINT) == ()


def test_one_side_that_says_the_other_agreed_reports_one_agreement(project):
    project.set("waiver-gazette", "of", ["tessel"])
    dossier = project.loaded()
    found = {side: [claim.id for claim in claims] for side, claims in agreeing(dossier, "toll-waiver").items()}
    assert found == {"ombra": [], "tessel": ["waiver-gazette"]}
    assert not own_agreement(dossier, "toll-waiver", "tessel")


def test_what_a_side_says_of_the_others_agreement_is_no_agreement(project):
    with_sides(project, 2)
    say(project, "a", "ombra", act="agrees", of=["ombra", "tessel"])
    dossier = project.loaded()
    assert {side: len(claims) for side, claims in agreeing(dossier, POINT).items()} == {"ombra": 1, "tessel": 0}
    assert own_agreement(dossier, POINT, "ombra")


def _speak(project, point):
    return speaking(project.loaded(), point)
