"""Which outlets are held against each other, on which questions, and in which order."""

from __future__ import annotations

from macros.analysis.against import ENOUGH, against, pairs_of_outlets


def found(dossier):
    return {(pair.first, pair.second): pair for pair in pairs_of_outlets(dossier)}


def test_the_outlet_of_the_source_meets_every_other_and_others_only_where_they_differ(untouched, project):
    pairs = found(untouched.dossier())
    assert set(pairs) == {
        ("quill-gazette", "ombra-herald"),
        ("quill-gazette", "ridge-wire"),
        ("quill-gazette", "tin-radio"),
    }
    project.set("planks-wire", "figures.planks", {"exact": 5000, "unit": "planks"})
    assert ("ombra-herald", "ridge-wire") in found(project.dossier())


def test_a_pair_has_what_each_of_the_two_says_and_how_they_differ(untouched):
    (shared,) = found(untouched.dossier())["quill-gazette", "ridge-wire"].questions
    assert shared.point.id == "planks-number"
    assert {claim.id for claim in shared.first} == {"planks-vane", "planks-orrin"}
    assert [claim.id for claim in shared.second] == ["planks-wire"]
    assert shared.kind == "number"
    assert {frozenset((p.first.id, p.second.id)) for p in shared.differing} == {
        frozenset(("planks-orrin", "planks-wire"))
    }


def test_a_difference_within_one_outlet_is_none_between_two(project):
    project.set("planks-wire", "figures.planks", {"about": 6500, "unit": "planks"})
    shared = found(project.dossier())["quill-gazette", "ombra-herald"].questions
    ids = [claim.id for each in shared for pair in each.differing for claim in (pair.first, pair.second)]
    assert "planks-vane" not in ids
    assert "planks-wire" not in ids


def test_those_that_differ_most_stand_first_and_few_questions_make_no_page(untouched):
    pairs = against(untouched.dossier(), "quill-gazette")
    assert pairs[0].other("quill-gazette") == "ridge-wire"
    assert [len(pair.differing) for pair in pairs] == sorted((len(pair.differing) for pair in pairs), reverse=True)
    assert all(pair.has_page == (len(pair.questions) >= ENOUGH) for pair in pairs)
