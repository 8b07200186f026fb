from __future__ import annotations

from macros.analysis.course import as_of, is_open, then_and_later


def test_a_point_is_as_of_the_latest_account_on_it(untouched):
    assert as_of(untouched.dossier(), "planks-number").text == "2031-04"
    assert as_of(untouched.dossier(), "repair-date").text == "2031-04-03"


def test_a_point_without_dates_has_none(project):
    project.set("gazette-article", "date", "unknown")
    project.set("damage-unclear", "date", "unknown")
    assert as_of(project.loaded(), "damage") is None


def test_what_is_open_is_told(untouched):
    assert [point.id for point in untouched.dossier().points.values() if is_open(point)] == ["repair-date"]


def test_what_a_comparison_calls_later_is_later(untouched):
    then, later = then_and_later(untouched.dossier(), "planks-bought")
    assert ([claim.id for claim in then], [claim.id for claim in later]) == (["bought-council"], ["bought-orrin"])
