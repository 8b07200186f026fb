"""What an outlet has: its claims, its speakers, what it passed on."""

from __future__ import annotations

import pytest

from macros.analysis import outlets

from .matter import say


def test_pages_stand_by_date_and_claims_with_their_page(untouched):
    dossier = untouched.dossier()
    for id_ in dossier.outlets:
        pages = outlets.pages(dossier, id_)
        drawn = [claim for page in pages for claim in outlets.drawn(dossier, page.id)]
        assert sorted(claim.id for claim in drawn) == sorted(claim.id for claim in outlets.published(dossier, id_))


def test_what_an_outlet_passed_on_stands_by_who_published_it(untouched):
    carried = outlets.carried(untouched.dossier(), "ridge-wire")
    assert "planks-herald" in {claim.id for claim in carried["ombra-herald"]}
    assert "ridge-wire" not in carried


def test_speakers_stand_by_party_and_by_how_much_they_are_heard(untouched):
    dossier = untouched.dossier()
    found = outlets.speakers(dossier, outlets.published(dossier, "quill-gazette"))
    assert found["ombra"]["vane"] == sum(
        claim.by != "unclear" and "vane" in claim.by for claim in outlets.published(dossier, "quill-gazette")
    )
    heard = [counts.total() for party, counts in found.items() if party]
    assert heard == sorted(heard, reverse=True)
    assert "quill-gazette" in found[None]


@pytest.mark.parametrize(("one", "other"), [("vane", "orrin"), ("orrin", "vane")])
def test_outlets_of_no_known_country_that_carry_one_sides_speakers_alone(project, one, other):
    """A claim of nobody's changes nothing; one of another side's speaker, and it is so no more."""
    side, across = (project.fields_of(id_)["party"] for id_ in (one, other))
    before = outlets.carrying_alone(project.dossier())
    project.add("outlets", "hill-post", **project.fields_of("ridge-wire") | {"name": "Hill Post"})
    project.add("sources", "hill-page", **project.fields_of("ridge-wire-planks") | {"outlet": "hill-post"})
    for id_, by in (("first", one), ("again", one), ("nobody", "hill-post")):
        project.set(say(project, id_, by, source="hill-page"), "point", "mood")
    after = outlets.carrying_alone(project.loaded())
    assert after[side] - before[side] == {"hill-post": 2}
    assert after[across] == before[across]
    project.set(say(project, "second", other, source="hill-page"), "point", "mood")
    assert outlets.carrying_alone(project.loaded()) == before
