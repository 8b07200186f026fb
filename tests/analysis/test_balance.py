"""What a dossier is made of, by side."""

from __future__ import annotations

from typing import Any

import pytest

from macros.analysis import balance
from macros.analysis.balance import OTHER, Made
from macros.record.model import UNKNOWN

from ..conftest import Project


def test_the_country_of_an_outlet_gives_its_side(untouched: Project) -> None:
    dossier = untouched.dossier()
    assert {id_: balance.side_of_outlet(dossier, id_) for id_ in dossier.outlets} == {
        "quill-gazette": OTHER,
        "ridge-wire": UNKNOWN,
        "ombra-herald": "ombra",
        "tin-radio": "tessel",
    }


def test_other_accounts_are_counted_by_the_side_of_their_outlet(untouched: Project) -> None:
    made = balance.by_side_of_outlet(untouched.dossier())
    assert set(made) == {"ombra", "tessel", OTHER, UNKNOWN}
    others = [claim for claim in untouched.dossier().claims.values() if claim.source != "gazette-article"]
    assert sum(each.claims for each in made.values()) == len(others)
    assert made[OTHER] == Made(0, 0, 0, 0)  # the Gazette's article is the source, and counted apart
    assert (made["ombra"].outlets, made["ombra"].pages) == (1, 1)


def test_kinds_of_outlet_come_with_most_claims_first(untouched: Project) -> None:
    made = list(balance.by_kind_of_outlet(untouched.dossier()).values())
    assert [each.claims for each in made] == sorted((each.claims for each in made), reverse=True)


def test_an_omission_of_ours_is_no_quoted_word(untouched: Project) -> None:
    assert balance.words(untouched.dossier().quotations["gate-words"]) == 13


def test_words_count_for_each_side_that_speaks(untouched: Project) -> None:
    dossier = untouched.dossier()
    made = balance.by_speaker(dossier, primary=True)
    assert (made["ombra"].words, made["tessel"].words, made[OTHER].words) == (13, 1, 1)
    none = [c for c in dossier.claims.values() if c.source == "gazette-article" and not dossier.parties_of(c)]
    assert made[OTHER].claims == len(none)


def test_whose_page_a_sides_claims_stand_on(project: Project) -> None:
    before = balance.through(project.dossier())["tessel"]
    model = next(c for c in project.dossier().claims.values() if c.source == "ombra-herald-planks")
    fields = project.fields_of(model.id)
    project.add(
        "claims", "told-across", **{**fields, "by": "orrin", "voice": "speaker", "chain": "unknown", "says": "A word."}
    )
    after = balance.through(project.loaded())["tessel"]
    assert after - before == {"ombra": 1}


def test_owners_are_told_unclear_sought_or_neither(project: Project) -> None:
    found = balance.owners(project.dossier())
    assert {group: dict(counts) for group, counts in found.items()} == {
        "ombra": {"not sought": 1},
        "tessel": {"sought": 1},
        OTHER: {"told": 1},
        UNKNOWN: {"not sought": 1},
    }
    project.set("quill-gazette", "owner.held_by", "not clear")
    assert balance.owners(project.loaded())[OTHER] == {"unclear": 1}


@pytest.mark.parametrize(
    ("field", "value"),
    [("says", "{ombra} had broken off talks {times} times, last in {before}."), ("of", ["vane"])],
    ids=["its sentence begins with it", "its act"],
)
def test_a_side_that_is_told_of_and_has_no_word_is_named(project: Project, field: str, value: object) -> None:
    assert balance.told_of(project.dossier(), "ombra") == {}
    project.add("claims", "talks-told", **{**project.fields_of("first-talks-orrin"), field: value})
    assert list(balance.told_of(project.loaded(), "ombra")) == ["earlier-talks"]
    assert balance.told_of(project.loaded(), "tessel") == {}


def test_one_that_speaks_on_the_question_is_not_unanswered(project: Project) -> None:
    project.set("bought-orrin", "says", "{ombra} had bought {bought} planks.")
    assert balance.told_of(project.dossier(), "ombra") == {}


@pytest.mark.parametrize(
    ("fields", "side"),
    [
        ({"who": ["ombra"]}, "tessel"),
        ({"who": []}, None),
        ({"who": ["ombra", "tessel"]}, None),
        ({"who": [], "where": "larch-bridge"}, "tessel"),
        ({"who": ["tessel"], "where": "larch-bridge"}, "tessel"),
    ],
)
def test_to_whom_something_was_done(project: Project, fields: dict[str, Any], side: str | None) -> None:
    """By whose ground it was on; where that is not known, it was not the one who did it."""
    project.add("places", "tessel-land", name="Tessel", kind="country", coordinates="unknown")
    data = project.fields_of("larch-bridge")
    project.drop("larch-bridge")
    project.add("places", "larch-bridge", **{**data, "within": "tessel-land"})
    project.add("events", "hole", title="Attack on a plank", kind="attack", when="unknown", **fields)
    dossier = project.loaded()
    assert balance.done_to(dossier, dossier.events["hole"]) == side
    assert dossier.events["hole"] in balance.events_done_to(dossier)[side]


def test_with_three_sides_the_one_that_did_it_does_not_tell_to_whom(project: Project) -> None:
    project.set("quill", "role", "side")
    project.add("events", "hole", title="Attack on a plank", kind="attack", when="unknown", who=["ombra"])
    dossier = project.loaded()
    assert balance.done_to(dossier, dossier.events["hole"]) is None
    assert set(balance.through(dossier)) == {"ombra", "tessel", "quill"}


def test_loaded_words_are_counted_by_their_speakers_side(untouched: Project) -> None:
    assert balance.loaded(untouched.dossier()) == {"ombra": 0, "tessel": 1, OTHER: 0}


def test_every_question_has_for_each_side_a_nearest_word_or_none(untouched: Project) -> None:
    dossier = untouched.dossier()
    found = balance.nearest(dossier, dossier.points)
    assert {side: counts.total() for side, counts in found.items()} == dict.fromkeys(dossier.sides, len(dossier.points))
    assert found["ombra"][None] == sum("ombra" not in balance.said_by_sides(dossier, point) for point in dossier.points)
