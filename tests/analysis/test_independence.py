from __future__ import annotations

import pytest

from macros.analysis.independence import agreements, independence, origin


@pytest.fixture
def dossier(untouched):
    return untouched.dossier()


def ids(claims):
    return [claim.id for claim in claims]


def test_two_accounts_with_one_first_outlet_are_one(dossier):
    claims = dossier.claims
    assert independence(dossier, claims["planks-wire"], claims["planks-herald"]) == "one account"
    assert independence(dossier, claims["planks-orrin"], claims["planks-herald"]) == "one account"


def test_two_accounts_of_one_utterance_bear_out_that_it_was_said(dossier):
    assert independence(dossier, dossier.claims["planks-vane"], dossier.claims["planks-wire"]) == "same utterance"


def test_accounts_through_different_outlets_are_independent(dossier):
    assert independence(dossier, dossier.claims["length-gazette"], dossier.claims["length-radio"]) == "independent"


def test_where_a_chain_is_unknown_independence_is_not_claimed(dossier):
    claims = dossier.claims
    assert origin(dossier, claims["planks-vane"]) is None
    assert origin(dossier, claims["planks-orrin"]) == "ridge-wire"
    assert origin(dossier, claims["length-radio"]) == "tin-radio"
    assert independence(dossier, claims["planks-vane"], claims["planks-orrin"]) == "not known"


def test_an_unclear_speaker_is_not_the_same_as_another(project):
    project.set("damage-unclear", "occasion", "vane-briefing")
    claims = project.loaded().claims
    assert independence(project.loaded(), claims["damage-unclear"], claims["damage-unclear"]) == "not known"


def test_nothing_is_said_of_accounts_that_differ(project):
    """Two who contradict each other are in no group, however they had it."""
    for id_ in ("planks-wire", "planks-herald"):
        project.drop(id_)
    assert agreements(project.loaded(), "planks-number") == ()


def test_accounts_that_agree_are_grouped_once(dossier):
    (first, second) = (*agreements(dossier, "planks-number"), None)[:2]
    assert ids(first.claims) == ["planks-vane", "planks-wire", "planks-herald"]
    assert second is None
    (account,) = first.one
    assert ids(account.claims) == ["planks-vane", "planks-wire", "planks-herald"]
    assert (account.outlet, account.occasion, account.known) == (None, None, False)
    assert first.independent == ()
    assert ids(first.not_known) == ["planks-vane"]


def test_what_makes_several_claims_one_account_is_told(project):
    for id_ in ("planks-vane", "gate-words", "planks-orrin", "kidnapped-words", "planks-compared"):
        project.drop(id_)
    (found,) = agreements(project.loaded(), "planks-number")
    (account,) = found.one
    assert (ids(account.claims), account.outlet) == (["planks-wire", "planks-herald"], "ridge-wire")

    project.set("planks-herald", "chain", ["tin-radio"])
    project.set("planks-herald", "by", "vane")
    project.set("planks-herald", "occasion", "vane-briefing")
    (found,) = agreements(project.loaded(), "planks-number")
    (account,) = found.one
    assert (account.outlet, account.occasion) == (None, "vane-briefing")


def test_independent_accounts_are_two_or_more_with_a_known_way(project):
    project.set("length-compared", "relation", "supports")
    (found,) = agreements(project.loaded(), "talks-length")
    assert [ids(account.claims) for account in found.independent] == [["length-gazette"], ["length-radio"]]
    assert (found.one, found.not_known) == ((), ())

    project.set("length-radio", "chain", "unknown")
    (found,) = agreements(project.loaded(), "talks-length")
    assert found.independent == ()
    assert ids(found.not_known) == ["length-radio"]


def test_speakers_of_one_party_are_not_independent_of_each_other(project):
    project.set("length-compared", "relation", "supports")
    for id_, speaker in (("length-gazette", "vane"), ("length-radio", "vane")):
        project.set(id_, "by", speaker)
    dossier = project.loaded()
    assert independence(dossier, dossier.claims["length-gazette"], dossier.claims["length-radio"]) == "one party"
    assert all(found.independent == () for found in agreements(dossier, "talks-length"))
