from __future__ import annotations

import pytest

from macros.analysis.own_word import ORDER, more_words, own_word, sought

from .matter import POINT, compare, say, with_sides

COUNTRIES = {"ombra": "Ombra", "tessel": "Tessel"}


@pytest.fixture
def matter(project):
    with_sides(project, 2)
    for side, country in COUNTRIES.items():
        project.set(side, "countries", [country])
    return project


def word(project, side="ombra"):
    return own_word(project.loaded(), POINT, side)


def quote(project, claim, **fields):
    project.add("quotations", f"{claim}-words", text="A gate", by="ombra", claims=claim, chain=[], **fields)


def test_a_side_without_a_word_of_its_own_has_none(matter):
    assert word(matter) is None
    say(matter, "a", "tessel", of=["ombra"], act="declines")
    assert word(matter) is None


def test_the_order_is_kept_from_the_farthest_to_the_nearest(matter):
    """Each is nearer than those before it, and takes their place though all are of one day."""
    steps = []
    say(matter, "far", "ombra")
    steps.append(word(matter))
    say(matter, "nowhere", "ombra", source="ridge-wire-planks")
    steps.append(word(matter))
    say(matter, "third", "ombra", source="gazette-article")
    steps.append(word(matter))
    say(matter, "home", "ombra", source="ombra-herald-planks")
    steps.append(word(matter))
    say(matter, "quoted", "ombra")
    quote(matter, "quoted", source="tin-radio-late")
    steps.append(word(matter))
    matter.set("ombra-herald", "speaks_for", "ombra")
    steps.append(word(matter))
    assert [step.claim.id for step in steps] == ["far", "nowhere", "third", "home", "quoted", "home"]
    assert [step.nearness for step in steps] == list(reversed(ORDER))


def test_that_a_quotation_was_held_against_a_saved_copy_makes_it_no_nearer(matter):
    for id_, day in (("held", "2031-04-08"), ("read", "2031-04-09")):
        say(matter, id_, "ombra", date=day)
    quote(matter, "held", source="tin-radio-late", verified=matter.fields_of("kidnapped-words")["verified"])
    quote(matter, "read", source="tin-radio-late")
    assert word(matter).claim.id == "read"


def test_what_its_own_channel_has_from_others_is_not_at_first_hand(matter):
    matter.set("ombra-herald", "speaks_for", "ombra")
    say(matter, "a", "ombra", source="ombra-herald-planks", chain=["ridge-wire"])
    assert word(matter).nearness == "reported by its own country's outlet"


def test_the_newest_of_equals_stands(matter):
    say(matter, "old", "ombra", date="2031-04-03")
    say(matter, "new", "ombra", date="2031-04-07")
    assert (word(matter).claim.id, word(matter).later) == ("new", ())


def test_what_was_said_later_but_less_near_comes_with_it(matter):
    say(matter, "first", "ombra", source="ombra-herald-planks", date="2031-04-03")
    say(matter, "third", "ombra", date="2031-04-09")
    say(matter, "second", "ombra", date="2031-04-06")
    say(matter, "before", "ombra", date="2031-04-01")
    assert word(matter).claim.id == "first"
    assert [claim.id for claim in word(matter).later] == ["second", "third"]


@pytest.mark.parametrize("date", ["2031-04", "unknown"])
def test_what_may_have_been_said_before_is_not_called_later(matter, date):
    say(matter, "first", "ombra", source="ombra-herald-planks", date="2031-04-03")
    say(matter, "other", "ombra", date=date)
    assert (word(matter).claim.id, word(matter).later) == ("first", ())


def test_where_a_word_was_sought_in_vain(matter):
    assert sought(matter.loaded(), POINT, "ombra") is None
    matter.set(POINT, "sought", [{"side": "ombra", "where": "The valley's notices", "day": "2031-04-19"}])
    assert sought(matter.loaded(), POINT, "ombra").where == "The valley's notices"
    assert sought(matter.loaded(), POINT, "tessel") is None


def test_a_question_on_what_was_asked_for_is_answered_by_what_a_side_asks_for(matter):
    say(matter, "told", "ombra", date="2031-04-11")
    say(matter, "asked", "ombra", act="demands", date="2031-04-10")
    matter.set(POINT, "kind", "demand")
    assert own_word(matter.loaded(), POINT, "ombra").claim.id == "asked"
    matter.set(POINT, "kind", "fact")
    assert own_word(matter.loaded(), POINT, "ombra").claim.id == "told"


def test_what_an_agreement_is_comes_before_what_an_account_of_no_side_contradicts(matter):
    matter.set(POINT, "kind", "agreement")
    say(matter, "agreed", "ombra", act="agrees", date="2031-04-10")
    say(matter, "told", "ombra", date="2031-04-11")
    say(matter, "of-no-side", "unclear")
    compare(matter, "told", "of-no-side", "differs", differs="contradicts")
    assert own_word(matter.loaded(), POINT, "ombra").claim.id == "agreed"
    say(matter, "in-detail", "tessel")
    compare(matter, "told", "in-detail", "differs", differs="detail")
    assert own_word(matter.loaded(), POINT, "ombra").claim.id == "agreed"
    say(matter, "against", "tessel")
    compare(matter, "told", "against", "differs", differs="contradicts")
    assert own_word(matter.loaded(), POINT, "ombra").claim.id == "told"


def more(project, side="ombra"):
    return [claim.id for claim in more_words(project.loaded(), POINT).get(side, ())]


def test_what_else_a_side_says_is_what_is_not_told_yet(matter):
    say(matter, "newest", "ombra", "The gate stands open.", date="2031-04-12")
    say(matter, "same", "ombra", "The gate stood open.", date="2031-04-11")
    assert more(matter) == []
    say(matter, "else", "ombra", "Herdsmen asked for an iron fence.", date="2031-04-11")
    assert more(matter) == ["else"]
    say(matter, "third", "ombra", "Nobody ever paid for its hinges.", date="2031-04-10")
    assert more(matter) == ["else"], "a side has at most one more than another"
    say(matter, "of-the-other", "tessel", "Stones were carried there.", date="2031-04-12")
    say(matter, "more-of-it", "tessel", "Nothing whatsoever happened.", date="2031-04-11")
    assert more(matter) == ["else", "third"]
    assert more(matter, "tessel") == ["more-of-it"]


def test_what_the_other_side_contradicts_comes_first_of_what_else_is_said(matter):
    for number, says in enumerate(["The gate stands open.", "Herdsmen asked for iron.", "Nobody paid for hinges."]):
        say(matter, f"said-{number}", "ombra", says, date=f"2031-04-1{number}")
    say(matter, "against", "tessel", "Stones were carried there.")
    say(matter, "besides", "tessel", "Nothing whatsoever happened.")
    for number in (1, 2):
        compare(matter, f"said-{number}", "against", "differs", differs="contradicts")
    assert word(matter).claim.id == "said-2"
    assert more(matter)[0] == "said-1"
