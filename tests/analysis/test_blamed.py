from __future__ import annotations

import pytest

from macros.analysis.blamed import Blamed, blamed

from .matter import SIDES, say, with_sides


@pytest.fixture(params=[(0, 1), (1, 0)])
def sides(request, project):
    """The two sides, either way round: whom the other blames, and the one that does."""
    with_sides(project, 2)
    return tuple(SIDES[number] for number in request.param)


def told(project, *claims, kind="attack", who=()):
    project.add("events", "hole", title="A hole", kind=kind, when="2031-04-05", claims=list(claims), who=list(who))
    dossier = project.loaded()
    return blamed(dossier, dossier.events["hole"])


def test_a_side_that_says_nothing_itself_is_named_by_the_word_of_the_other(project, sides):
    one, other = sides
    say(project, "a", other, "It was they.", of=[one])
    assert told(project, "a") == [Blamed(one, other, view=False)]


def test_whom_a_sentence_begins_with_is_whose_act_it_tells(project, sides):
    one, other = sides
    say(project, "a", other, f"{{{one}}} had made a hole.")
    assert told(project, "a") == [Blamed(one, other, view=False)]


def test_what_is_only_an_opinion_is_told_as_one(project, sides):
    one, other = sides
    say(project, "a", other, of=[one], act="opines")
    assert told(project, "a") == [Blamed(one, other, view=True)]
    say(project, "b", other, of=[one])
    project.set("hole", "claims", ["a", "b"])
    dossier = project.loaded()
    assert blamed(dossier, dossier.events["hole"]) == [Blamed(one, other, view=False)]


def test_where_each_blames_the_other_who_said_so_first_stands_first(project, sides):
    one, other = sides
    say(project, "late", one, of=[other], date="2031-04-08")
    say(project, "early", other, of=[one], date="2031-04-07")
    assert [each.teller for each in told(project, "late", "early")] == [other, one]


def test_what_is_stated_stands_before_what_is_only_an_opinion(project, sides):
    one, other = sides
    say(project, "stated", one, of=[other], date="2031-04-08")
    say(project, "view", other, of=[one], act="opines", date="2031-04-07")
    assert [each.teller for each in told(project, "view", "stated")] == [one, other]


def test_nobody_is_blamed_where_the_record_says_who_did_it_or_nobody_tells_of_another(project, sides):
    one, other = sides
    say(project, "a", other, of=[one])
    say(project, "own", one, of=[one])
    say(project, "outlet", "gazette", of=[one])
    assert told(project, "own", "outlet") == []
    project.drop("hole")
    assert told(project, "a", who=[one]) == []
    project.drop("hole")
    assert told(project, "a", kind="decision") == []
