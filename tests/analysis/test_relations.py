from __future__ import annotations

import pytest

from macros.analysis.relations import differences, pairs


@pytest.fixture
def dossier(untouched):
    return untouched.dossier()


def related(dossier, point):
    return {(p.first.id, p.second.id): (p.relation, p.kind) for p in pairs(dossier, point)}


def test_conflicting_figures_differ_and_compatible_ones_support(dossier):
    found = related(dossier, "planks-number")
    assert found["planks-vane", "planks-orrin"] == ("differs", "number")
    assert found["planks-vane", "planks-wire"] == ("supports", None)


def test_our_comparison_goes_before_the_figures(dossier):
    assert related(dossier, "planks-bought") == {("bought-council", "bought-orrin"): ("later", None)}


def test_a_comparison_may_name_the_later_claim_first(project):
    project.set("waiver-later", "claims", ["bought-orrin", "bought-council"])
    (pair,) = pairs(project.loaded(), "planks-bought")
    assert (pair.first.id, pair.second.id) == ("bought-orrin", "bought-council")


def test_figures_of_other_units_prove_nothing(project):
    project.drop("length-compared")
    assert pairs(project.loaded(), "talks-length") == ()


def test_a_number_apart_by_half_is_a_difference_in_number_with_by_how_much(project):
    project.set("planks-orrin", "figures.planks", {"exact": 3086, "unit": "planks"})
    pair = next(p for p in pairs(project.loaded(), "planks-number") if p.second.id == "planks-orrin")
    assert pair.kind == "number"
    assert (pair.gap.name, pair.gap.measure, pair.gap.apart) == ("planks", "number", 3086)
    assert pair.gap.ratio == 2
    assert pair.gap.share == 0.5
    assert (pair.gap.first.exact, pair.gap.second.exact) == (6172, 3086)


def test_a_number_apart_by_a_hundredth_is_a_detail(project):
    project.set("planks-orrin", "figures.planks", {"exact": 6234, "unit": "planks"})
    pair = next(p for p in pairs(project.loaded(), "planks-number") if p.second.id == "planks-orrin")
    assert pair.kind == "detail"
    assert pair.gap.share == pytest.approx(0.01, abs=0.001)


def test_numbers_on_two_sides_of_zero_have_no_ratio(project):
    project.set("planks-orrin", "figures.planks", {"exact": -10, "unit": "planks"})
    pair = next(p for p in pairs(project.loaded(), "planks-number") if p.second.id == "planks-orrin")
    assert (pair.kind, pair.gap.ratio, pair.gap.share) == ("number", None, None)


@pytest.mark.parametrize(("second", "kind"), [("14:44", "detail"), ("16:43", "number")])
def test_a_minute_is_a_detail_and_two_hours_are_not(project, second, kind):
    add_start(project, {"time": second})
    (pair,) = pairs(project.loaded(), "talks-start")
    assert (pair.kind, pair.gap.measure) == (kind, "minutes")


def test_minutes_are_counted_across_midnight(project):
    project.set("start-gazette", "figures.start", {"time": "23:58"})
    add_start(project, {"time": "00:01"})
    (pair,) = pairs(project.loaded(), "talks-start")
    assert pair.gap.apart == 3


def test_days_apart_are_a_difference_in_number(project):
    project.set("start-gazette", "figures.start", {"date": "2031-04-02"})
    add_start(project, {"date": "2031-04-05"})
    (pair,) = pairs(project.loaded(), "talks-start")
    assert (pair.kind, pair.gap.measure, pair.gap.apart) == ("number", "days", 3)


def test_the_record_may_say_of_which_kind_a_difference_is(project):
    project.set("planks-compared", "differs", "detail")
    pair = next(p for p in pairs(project.loaded(), "planks-number") if p.second.id == "planks-orrin")
    assert pair.kind == "detail"


def test_a_difference_without_figures_is_a_contradiction_unless_the_record_says_less(project):
    project.set("bought-council", "figures", {})
    project.set("bought-council", "says", "None had been bought.")
    project.set("waiver-later", "relation", "differs")
    assert related(project.loaded(), "planks-bought") == {
        ("bought-council", "bought-orrin"): ("differs", "contradicts")
    }
    project.set("waiver-later", "differs", "detail")
    (pair,) = pairs(project.loaded(), "planks-bought")
    assert (pair.kind, pair.gap) == ("detail", None)


def test_two_sides_that_want_different_things_do_not_tell_a_thing_differently(project):
    project.set("night-left-out", "relation", "differs")
    (pair,) = pairs(project.loaded(), "night-closing")
    assert pair.rival
    assert differences(project.loaded(), "night-closing") == ()


def test_two_who_tell_of_one_partys_wish_may_tell_it_differently(project):
    project.set("night-left-out", "relation", "differs")
    project.set("night-declined-orrin", "of", ["ombra"])
    (pair,) = pairs(project.loaded(), "night-closing")
    assert pair.kind == "contradicts"


def test_contradictions_stand_before_numbers(project):
    project.set("bought-council", "point", "planks-number")
    project.set("bought-orrin", "point", "planks-number")
    project.set("waiver-later", "relation", "differs")
    project.set("waiver-later", "differs", "contradicts")
    assert [pair.kind for pair in differences(project.loaded(), "planks-number")][:2] == ["contradicts", "number"]


def add_start(project, start):
    fields = project.fields_of("start-gazette") | {"by": "tin-radio", "source": "tin-radio-late", "inferred": []}
    fields = {name: value for name, value in fields.items() if name not in ("place", "passage")}
    fields["figures"] = {**fields["figures"], "start": start}
    project.add("claims/others", "start-radio", **fields)
