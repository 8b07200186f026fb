from __future__ import annotations

import pytest

from macros.analysis import points


@pytest.fixture
def dossier(untouched):
    return untouched.dossier()


def related(dossier, point):
    return {(p.first.id, p.second.id): (p.relation, p.independence) for p in points.pairs(dossier, point)}


@pytest.mark.parametrize(
    ("point", "standing"),
    [
        ("toll-waiver", "agreed"),
        ("planks-number", "differs"),
        ("planks-bought", "same"),
        ("night-closing", "same"),
        ("repair-date", "one side"),
        ("talks-length", "others"),
        ("damage", "others"),
        ("mood", "others"),
    ],
)
def test_where_a_point_stands(dossier, point, standing):
    assert points.standing(dossier, point) == standing


def test_two_stories_that_match_are_no_deal(project):
    """Agreed is an act both are reported to have done, not a likeness of what they say."""
    project.set("toll-waiver", "state", "reported")
    project.set("waiver-gazette", "act", "states")
    assert points.standing(project.dossier(), "toll-waiver") == "others"


def test_one_side_that_says_the_other_agreed_reports_one_agreement(project):
    project.set("toll-waiver", "state", "reported")
    project.set("waiver-gazette", "of", ["tessel"])
    agreeing = points.agreeing(project.dossier(), "toll-waiver")
    assert {side: [claim.id for claim in claims] for side, claims in agreeing.items()} == {
        "ombra": [],
        "tessel": ["waiver-gazette"],
    }


def test_a_difference_is_stronger_than_an_agreement(project):
    project.set("planks-vane", "act", "agrees")
    project.set("planks-orrin", "act", "agrees")
    assert points.standing(project.dossier(), "planks-number") == "differs"


def test_conflicting_figures_differ_and_compatible_ones_support(dossier):
    found = related(dossier, "planks-number")
    assert found["planks-vane", "planks-orrin"] == ("differs", "not known")
    assert found["planks-vane", "planks-wire"][0] == "supports"


def differing(dossier, point):
    return {(pair.first.id, pair.second.id): pair.differs for pair in points.pairs(dossier, point)}


def test_figures_that_cannot_both_hold_differ_in_number(dossier):
    found = differing(dossier, "planks-number")
    assert found["planks-vane", "planks-orrin"] == "number"
    assert found["planks-vane", "planks-wire"] is None


def test_our_comparison_may_call_a_number_a_detail(project):
    project.set("planks-compared", "differs", "detail")
    assert differing(project.dossier(), "planks-number")["planks-vane", "planks-orrin"] == "detail"


def test_two_sides_that_each_want_something_are_rivals(dossier):
    asked, declined = dossier.claims["night-vane"], dossier.claims["night-declined-orrin"]
    assert points.rivals(dossier, asked, declined)
    assert not points.rivals(dossier, asked, dossier.claims["repair-vane"])
    assert not points.rivals(dossier, asked, dossier.claims["planks-orrin"])


def test_what_a_side_tells_of_the_others_refusal_is_an_account(project):
    project.set("night-declined-orrin", "of", ["ombra"])
    dossier = project.dossier()
    assert points.wanting(dossier, dossier.claims["night-declined-orrin"]) == set()
    assert not points.rivals(dossier, dossier.claims["night-vane"], dossier.claims["night-declined-orrin"])


def test_our_comparison_goes_before_the_figures(dossier):
    assert related(dossier, "planks-bought") == {("bought-council", "bought-orrin"): ("later", "not known")}


def test_a_comparison_may_name_the_later_claim_first(project):
    project.set("waiver-later", "claims", ["bought-orrin", "bought-council"])
    (pair,) = points.pairs(project.dossier(), "planks-bought")
    assert (pair.first.id, pair.second.id) == ("bought-orrin", "bought-council")


def test_figures_of_other_units_prove_nothing(project):
    project.drop("length-compared")
    assert points.pairs(project.dossier(), "talks-length") == []


def test_two_accounts_with_one_first_outlet_are_one(dossier):
    found = related(dossier, "planks-number")
    assert found["planks-wire", "planks-herald"] == ("supports", "one account")
    assert found["planks-orrin", "planks-herald"] == ("supports", "one account")


def test_two_accounts_of_one_utterance_confirm_that_it_was_said(dossier):
    assert related(dossier, "planks-number")["planks-vane", "planks-wire"] == ("supports", "same utterance")


def test_accounts_through_different_outlets_are_independent(dossier):
    assert related(dossier, "talks-length") == {("length-gazette", "length-radio"): ("adds", "independent")}


def test_where_a_chain_is_unknown_independence_is_not_claimed(dossier):
    claims = dossier.claims
    assert points.origin(dossier, claims["planks-vane"]) is None
    assert points.origin(dossier, claims["planks-orrin"]) == "ridge-wire"
    assert points.origin(dossier, claims["length-radio"]) == "tin-radio"
    assert points.independence(dossier, claims["planks-vane"], claims["planks-orrin"]) == "not known"


def test_an_unclear_speaker_is_not_the_same_as_another(project):
    project.set("damage-unclear", "occasion", "vane-briefing")
    claims = project.dossier().claims
    assert points.independence(project.dossier(), claims["damage-unclear"], claims["damage-unclear"]) == "not known"


def test_only_parties_that_speak_are_listed(dossier):
    assert list(points.said_by(dossier, "planks-number")) == ["ombra", "tessel"]
    assert points.said_by(dossier, "mood") == {}
    assert list(points.said_by(dossier, "hall")) == ["quill"]


def test_a_point_is_as_of_the_latest_account_on_it(dossier):
    assert points.as_of(dossier, "planks-number").text == "2031-04"
    assert points.as_of(dossier, "repair-date").text == "2031-04-03"


def test_a_point_without_dates_has_none(project):
    project.set("gazette-article", "date", "unknown")
    project.set("damage-unclear", "date", "unknown")
    assert points.as_of(project.dossier(), "damage") is None


def test_what_is_open_is_told(dossier):
    assert [point.id for point in dossier.points.values() if points.is_open(point)] == ["repair-date"]


def test_pages_that_have_it_from_one_first_outlet_are_one_account(project):
    for name, source in (("a", "tin-radio-late"), ("b", "ombra-herald-planks")):
        project.add(
            "claims",
            f"reprint-{name}",
            point="planks-number",
            says=f"The planks were counted ({name}).",
            by="vane",
            voice="speaker",
            act="states",
            chain=["ridge-wire"],
            source=source,
            date="2031-04-02",
        )
    found = points.one_account(project.dossier(), "planks-number")
    assert {claim.id for claim in found["ridge-wire"]} >= {"reprint-a", "reprint-b"}
    assert all(len({claim.source for claim in claims}) > 1 for claims in found.values())
