from __future__ import annotations

from macros.analysis.disputes import disputed, ranked

from .matter import POINT, compare, say, with_sides


def test_only_a_claim_that_is_itself_in_dispute_is_listed(untouched):
    """Others on the same point agree with one of the two, or stand for themselves."""
    found = disputed(untouched.dossier())
    assert {"planks-vane", "planks-orrin"} <= found
    assert "planks-herald" not in found
    assert not {claim for claim in found if untouched.dossier().claims[claim].point != "planks-number"}


def test_a_detail_is_no_dispute(project):
    project.set("planks-compared", "differs", "detail")
    project.drop("planks-wire")
    project.drop("planks-herald")
    assert disputed(project.loaded()) == frozenset()
    assert [point.id for point in ranked(project.loaded())] == ["planks-number"]


def test_contradictions_come_first_and_the_weightier_of_equals(project):
    with_sides(project, 2)
    say(project, "a", "ombra")
    say(project, "b", "tessel")
    compare(project, "a", "b", "differs")
    project.set("length-compared", "relation", "differs")
    assert [point.id for point in ranked(project.loaded())] == ["talks-length", POINT, "planks-number"]
    project.set(POINT, "weight", 5)
    assert [point.id for point in ranked(project.loaded())] == [POINT, "talks-length", "planks-number"]
    project.set("a-b", "differs", "detail")
    assert [point.id for point in ranked(project.loaded())] == ["talks-length", "planks-number", POINT]
