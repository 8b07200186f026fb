from __future__ import annotations

import pytest

from macros.analysis.own_word import ORDER, own_word, sought

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
    say(matter, "against", "tessel")
    compare(matter, "told", "against", "differs", differs="contradicts")
    assert own_word(matter.loaded(), POINT, "ombra").claim.id == "told"
