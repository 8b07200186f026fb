import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from macros import locale
from macros.record import figures
from macros.record.model import Figure, Unit
from macros.record.reader import read

UNITS = {"planks": Unit(one="plank", many="planks"), "hours": Unit(one="hour", many="hours")}


def figure(**value):
    return Figure.model_validate({name: each for name, each in {"unit": "planks", **value}.items() if each is not None})


@pytest.mark.parametrize(
    ("value", "text", "with_unit"),
    [
        ({"exact": 6172}, "6,172", "6,172 planks"),
        ({"exact": 1}, "one", "one plank"),
        ({"exact": 9}, "nine", "nine planks"),
        ({"exact": 10}, "10", "10 planks"),
        ({"exact": 0}, "zero", "zero planks"),
        ({"exact": 2.5}, "2.5", "2.5 planks"),
        ({"at_least": 1000}, "at least 1,000", "at least 1,000 planks"),
        ({"up_to": 12}, "up to 12", "up to 12 planks"),
        ({"about": 20}, "about 20", "about 20 planks"),
        ({"about": 1}, "about one", "about one plank"),
        ({"almost": 400}, "almost 400", "almost 400 planks"),
        ({"just_over": 370}, "just over 370", "just over 370 planks"),
        ({"more_than": 6000}, "more than 6,000", "more than 6,000 planks"),
        ({"fewer_than": 60}, "fewer than 60", "fewer than 60 planks"),
        ({"less_than": 3}, "less than three", "less than three planks"),
        ({"between": [2, 3]}, "two to three", "two to three planks"),
        ({"between": [9, 12]}, "9 to 12", "9 to 12 planks"),
        ({"exact": 15, "unit": "percent"}, "15%", "15%"),
        ({"exact": 5, "unit": "percent"}, "5%", "5%"),
        ({"between": [2, 3], "unit": "percent"}, "2 to 3%", "2 to 3%"),
        ({"exact": 3, "unit": "undeclared"}, "three", "three undeclared"),
        ({"date": "2031-05", "unit": None}, "May 2031", "May 2031"),
        ({"time": "14:43", "unit": None}, "14:43", "14:43"),
        ({"name": "Channel 7", "unit": None}, "Channel 7", "Channel 7"),
    ],
)
def test_a_figure_in_words(value, text, with_unit):
    assert figures.text_of(figure(**value), UNITS) == text
    assert figures.text_of(figure(**value), UNITS, with_unit=True) == with_unit


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ({"exact": 6172}, {"exact": 6172}, True),
        ({"exact": 6172}, {"exact": 6173}, False),
        ({"exact": 6172}, {"at_least": 7000}, False),
        ({"exact": 7000}, {"at_least": 7000}, True),
        ({"exact": 22}, {"about": 20}, False),
        ({"exact": 21}, {"about": 20}, True),
        ({"exact": 339}, {"almost": 400}, False),
        ({"exact": 390}, {"almost": 400}, True),
        ({"exact": 410}, {"almost": 400}, False),
        ({"exact": 410}, {"just_over": 400}, True),
        ({"just_over": 370}, {"almost": 400}, True),
        ({"up_to": 12}, {"more_than": 12}, True),
        ({"up_to": 12}, {"at_least": 13}, False),
        ({"fewer_than": 60}, {"exact": 61}, False),
        ({"fewer_than": 60}, {"exact": 12}, True),
        ({"less_than": 60}, {"more_than": 50}, True),
        ({"less_than": 50}, {"at_least": 60}, False),
        ({"between": [2, 3]}, {"exact": 3}, True),
        ({"between": [2, 3]}, {"between": [4, 5]}, False),
        ({"exact": 1}, {"exact": 1, "unit": "hours"}, None),
        ({"date": "2031-05", "unit": None}, {"date": "2031-05-04", "unit": None}, True),
        ({"date": "2031-05", "unit": None}, {"date": "2031-06-04", "unit": None}, False),
        ({"date": "2031", "unit": None}, {"exact": 2031}, None),
        ({"time": "14:43", "unit": None}, {"time": "14:43", "unit": None}, True),
        ({"time": "14:43", "unit": None}, {"time": "14:44", "unit": None}, False),
        ({"name": "Channel 7", "unit": None}, {"name": "Channel 7", "unit": None}, None),
    ],
)
def test_which_figures_can_both_hold(a, b, both):
    assert figures.compatible(figure(**a), figure(**b), UNITS) is both
    assert figures.compatible(figure(**b), figure(**a), UNITS) is both


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({}, "exactly one value; this one has none"),
        ({"exact": 1, "about": 2}, "exactly one value; this one has exact, about"),
        ({"name": "Channel 7", "unit": None, "counted": "channels"}, "a name is neither promised nor counted"),
        ({"exact": 1, "unit": "planks", "promised": "a", "counted": "a"}, "promised or counted, not both"),
        ({"exact": 1, "unit": None}, "a number names its unit"),
        ({"time": "14:43"}, "a time has no unit"),
        ({"date": "2031"}, "a date has no unit"),
        ({"name": "Channel 7"}, "a name has no unit"),
        ({"time": "24:00", "unit": None}, "pattern"),
        ({"exact": "many"}, "valid"),
        ({"exact": 10**16}, "less than or equal"),
    ],
)
def test_what_is_no_figure_is_refused(value, says):
    with pytest.raises(ValidationError, match=says):
        figure(**value)


@pytest.mark.parametrize(
    ("loose", "exact", "agree"),
    [
        ({"about": -100}, -104, True),
        ({"about": -100}, -96, True),
        ({"about": -100}, -106, False),
        ({"about": -100}, 100, False),
        ({"almost": -25}, -24, True),
        ({"almost": -25}, -26, False),
        ({"just_over": -25}, -26, True),
        ({"just_over": -25}, -24, False),
    ],
)
def test_a_loose_word_reaches_as_far_below_zero_as_above(loose, exact, agree):
    assert figures.compatible(figure(**loose), figure(exact=exact), UNITS) is agree


NUMBERS = st.integers(-(10**7), 10**7)
KINDS = st.sampled_from(
    ["exact", "at_least", "up_to", "about", "almost", "just_over", "more_than", "fewer_than", "less_than"]
)


@given(KINDS, NUMBERS)
def test_a_figure_is_compatible_with_itself(kind, number):
    assert figures.compatible(figure(**{kind: number}), figure(**{kind: number}), UNITS) is True


@given(KINDS, NUMBERS, KINDS, NUMBERS)
def test_the_order_of_two_figures_does_not_matter(kind, number, other_kind, other):
    a, b = figure(**{kind: number}), figure(**{other_kind: other})
    assert figures.compatible(a, b, UNITS) is figures.compatible(b, a, UNITS)


SCALED = UNITS | {
    "euros": figures.Unit(one="euro", many="euros"),
    "million-euros": figures.Unit(one="million euros", many="million euros", of="euros", times=1_000_000),
}


def test_units_of_one_kind_are_compared_by_their_scale():
    small, large = figure(exact=12_500_000, unit="euros"), figure(exact=12.5, unit="million-euros")
    assert figures.compatible(small, large, SCALED) is True
    assert figures.compatible(figure(exact=12_000_000, unit="euros"), large, SCALED) is False


def test_stands_of_two_times_do_not_rule_each_other_out():
    morning = figure(exact=58, unit="planks", as_of="2031-04-02")
    evening = figure(exact=176, unit="planks", as_of="2031-04-03")
    assert figures.compatible(morning, evening, UNITS) is None
    assert figures.compatible(morning, figure(exact=60, unit="planks"), UNITS) is False


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ({"ordinal": 3, "unit": None}, {"ordinal": 3, "unit": None}, True),
        ({"ordinal": 3, "unit": None}, {"ordinal": 4, "unit": None}, False),
        ({"date": "1850~", "unit": None}, {"date": "1850", "unit": None}, True),
        ({"date": "1850~", "unit": None}, {"date": "1852", "unit": None}, None),
        ({"date": "-0043", "unit": None}, {"date": "-0099", "unit": None}, False),
        ({"date": "1914/..", "unit": None}, {"date": "1916", "unit": None}, True),
    ],
)
def test_ordinals_and_loose_dates(a, b, both):
    assert figures.compatible(figure(**a), figure(**b), UNITS) is both


def test_decimals_stand_as_they_were_written():
    written = read("exact: 12.50\nunit: planks\n").data
    assert figures.text_of(figures.Figure.model_validate(written), UNITS) == "12.50"
    assert figures.text_of(figure(exact=12.5, unit="planks", decimals=3), UNITS) == "12.500"
    assert figures.text_of(figure(ordinal=3, unit=None), UNITS) == "third"


@pytest.mark.parametrize(
    ("language", "value", "word"),
    [
        ("uk", {"exact": 3}, "дошки"),
        ("uk", {"exact": 21}, "дошка"),
        ("uk", {"between": [20, 23]}, "дошки"),
        ("uk", {"between": [20, 21]}, "дощок"),
        ("uk", {"exact": 2.5}, "дошки"),
        ("ar", {"exact": 50}, "لوحًا"),
        ("ar", {"exact": 4500}, "لوح"),
    ],
)
def test_a_unit_has_the_form_that_its_language_has_for_the_number(language, value, word):
    units = {
        "uk": figures.Unit(one="дошка", few="дошки", many="дощок", other="дошки"),
        "ar": figures.Unit(one="لوح", few="ألواح", many="لوحًا", other="لوح"),
    }
    locale.use(language)
    try:
        shown = figures.text_of(figure(**value), {"planks": units[language]}, with_unit=True)
        assert re.split(r"\s", shown)[-1].strip("\u2066\u2067\u2068\u2069") == word
    finally:
        locale.use("en")


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("more_than", "6.000 üzerinde plank"), ("fewer_than", "6.000 altında plank"), ("just_over", "6.000 küsur plank")],
)
def test_a_loose_word_behind_a_number_stands_before_the_unit(kind, shown):
    locale.use("tr")
    try:
        units = {"planks": figures.Unit(one="plank", many="plank")}
        assert figures.text_of(figure(**{kind: 6000}), units, with_unit=True) == shown
    finally:
        locale.use("en")
