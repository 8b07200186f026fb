"""Which of those who speak for no party stand at the top of a question."""

from __future__ import annotations

import pytest

from macros.analysis.unaligned import unaligned

from .matter import POINT, compare, say, with_sides

SOURCE = {"source": "gazette-article", "voice": "report", "date": "2031-04-03"}


@pytest.fixture
def gate(project):
    """A question on which, of two sides, one speaks."""
    with_sides(project, 2)
    say(project, "side", "vane", "There was a gate.")
    return project


def heard(project):
    return [[claim.id for claim in said] for said in unaligned(project.loaded(), POINT)]


def test_where_all_sides_speak_the_source_is_heard_with_one_statement(gate):
    say(gate, "first", "quill-gazette", "Rain fell on planks.", **SOURCE)
    say(gate, "second", "quill-gazette", "Herdsmen asked for iron fences.", **SOURCE)
    say(gate, "radio", "tin-radio", "Weavers heard bells.", voice="report")
    assert len(heard(gate)) == 2
    say(gate, "other", "tessel", "There was no gate.")
    assert heard(gate) == [["first"]]


def test_of_the_source_what_is_disputed_comes_before_what_is_in_the_words_of_the_question(gate):
    gate.set(POINT, "question", "Was there an iron gate?")
    say(gate, "rain", "quill-gazette", "Rain fell on planks.", **SOURCE)
    assert heard(gate)[0][0] == "rain"
    say(gate, "iron", "quill-gazette", "There was an iron gate.", **SOURCE)
    assert heard(gate)[0][0] == "iron"
    say(gate, "bells", "quill-gazette", "Weavers heard bells.", **SOURCE)
    compare(gate, "bells", "side", "differs", differs="contradicts")
    assert heard(gate)[0][0] == "bells"


def test_what_differs_from_what_is_told_comes_before_what_tells_more(gate):
    say(gate, "rain", "quill-gazette", "Rain fell on planks.", **SOURCE)
    say(gate, "bells", "tin-radio", "Weavers heard bells.", voice="report", date="2031-04-08")
    say(gate, "again", "ridge-wire", "Rain fell upon planks.", voice="report")
    assert heard(gate) == [["rain"], ["bells"]]
    compare(gate, "rain", "again", "differs")
    assert heard(gate) == [["rain"], ["again"], ["bells"]]


def test_of_what_tells_more_that_comes_first_which_has_a_word_of_the_question_that_nobody_said(gate):
    gate.set(POINT, "question", "Was there a gate, and was it opened late?")
    say(gate, "rain", "quill-gazette", "Rain fell on planks.", **SOURCE)
    say(gate, "bells", "tin-radio", "Weavers heard bells.", voice="report")
    say(gate, "lateness", "ridge-wire", "Drovers complained: late again.", voice="report")
    assert heard(gate) == [["rain"], ["lateness"], ["bells"]]


def test_a_voice_that_tells_more_is_heard_with_all_it_tells_and_no_opinion(gate):
    say(gate, "rain", "quill-gazette", "Rain fell on planks.", **SOURCE)
    say(gate, "bells", "quill-gazette", "Weavers heard bells.", **SOURCE)
    say(gate, "fences", "tin-radio", "Herdsmen asked for iron fences.", voice="report")
    say(gate, "insult", "tin-radio", "Drovers never listen anyway.", voice="opinion")
    assert heard(gate) == [["rain", "bells"], ["fences"]]


def test_another_figure_is_something_new(gate):
    planks = {"figures": {"planks": {"exact": 3, "unit": "planks"}}, "voice": "report"}
    say(gate, "rain", "quill-gazette", "Rain fell on planks.", **SOURCE)
    say(gate, "three", "tin-radio", "Rain fell on {planks}.", **planks)
    assert heard(gate) == [["rain"], ["three"]]


def test_a_list_is_whole_where_no_party_speaks(project):
    with_sides(project, 2)
    for number, planks in enumerate(("Rain fell.", "Weavers heard bells.", "Herdsmen asked.", "Drovers slept well.")):
        say(project, f"said-{number}", "tin-radio" if number % 2 else "ridge-wire", planks, voice="report")
    say(project, "again", "quill-gazette", "Drovers slept very well.", voice="report")
    assert {id_ for said in heard(project) for id_ in said} == {f"said-{number}" for number in range(4)}


def test_nobody_is_heard_of_whom_we_do_not_know_who_it_is_unless_nobody_else_speaks(project):
    with_sides(project, 2)
    say(project, "rumour", "unclear", "Rain fell on planks.", voice="report")
    assert heard(project) == [["rumour"]]
    say(project, "bells", "tin-radio", "Weavers heard bells.", voice="report")
    assert heard(project) == [["bells"]]


def test_a_named_speaker_in_the_source_is_heard_once(gate):
    gate.add("people", "judge", name="Judge", short="Judge", kind="body", party="none", office="Body")
    say(gate, "ruling", "judge", "Rain fell on planks.", **SOURCE | {"voice": "speaker"})
    assert heard(gate) == [["ruling"]]
