"""Sentences as an editor would print them: each is read aloud before it is written here."""

from __future__ import annotations

import pytest

from macros.render.cite import cite
from macros.render.context import Context

SOURCE = "Source: https://gazette.invalid/valleys-talk"
VANE = "Mira Vane, Bridge warden of Ombra,"
WAY = "as reported by Gazette on 3 April 2031, which does not say through whom it has the words."


def cited(project, id_):
    dossier = project.loaded()
    return cite(Context(dossier), dossier.entries[id_])


def gate(project, **fields):
    """A claim of the warden at the gazette, with other fields."""
    given = {
        "point": "night-closing",
        "says": "The gate should stay shut.",
        "by": "vane",
        "voice": "speaker",
        "act": "states",
        "chain": "unknown",
        "source": "gazette-article",
        "date": "2031-04-02",
    }
    project.add("claims/others", "gate", **given | fields)
    return cited(project, "gate")


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("states", "said on 2 April 2031"),
        ("proposes", "said on 2 April 2031, making a proposal"),
        ("demands", "said on 2 April 2031, making a demand"),
        ("agrees", "said on 2 April 2031, agreeing"),
        ("declines", "said on 2 April 2031, refusing"),
        ("denies", "said on 2 April 2031 in a denial"),
        ("opines", "said on 2 April 2031, giving an opinion"),
    ],
)
def test_every_act_of_a_speaker(project, act, said):
    assert gate(project, act=act) == f"The gate should stay shut (in paraphrase), {VANE} {said}, {WAY} {SOURCE}"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("states", "said"),
        ("proposes", "said, making a proposal"),
        ("demands", "said, making a demand"),
        ("agrees", "said, agreeing"),
        ("declines", "said, refusing"),
        ("denies", "said in a denial"),
        ("opines", "said, giving an opinion"),
    ],
)
def test_every_act_on_a_day_that_is_not_known(project, act, said):
    sentence = gate(project, act=act, date="unknown")
    assert sentence == f"The gate should stay shut (in paraphrase), {VANE} {said}, {WAY} {SOURCE}"


def test_what_a_speaker_tells_of_anothers_act_is_said(project):
    """The paraphrase tells the act; that the speaker did it would be wrong."""
    sentence = gate(project, act="declines", of=["tessel"], says="{tessel} would not shut the gate.")
    assert sentence.startswith(
        f"Tessel would not shut the gate (in paraphrase), {VANE} said on 2 April 2031, as reported"
    )


def test_an_agreement_is_told_as_one(project):
    sentence = gate(project, act="agrees", of=["ombra", "tessel"])
    assert f"{VANE} said on 2 April 2031, speaking of an agreement, as reported by" in sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"by": "quill-gazette", "voice": "report", "chain": []},
            "The gate should stay shut (in paraphrase), Gazette reported on 3 April 2031.",
        ),
        (
            {"by": "quill-gazette", "voice": "opinion", "act": "opines", "chain": []},
            "The gate should stay shut (in paraphrase), Gazette wrote on 3 April 2031 in its own voice.",
        ),
        (
            {"by": "ridge-wire", "voice": "report", "chain": ["ridge-wire"]},
            (
                "The gate should stay shut (in paraphrase), according to Ridge Wire, as reported by Gazette on "
                "3 April 2031."
            ),
        ),
        (
            {"by": "ridge-wire", "voice": "opinion", "act": "opines", "chain": ["ridge-wire"]},
            (
                "The gate should stay shut (in paraphrase), Ridge Wire wrote in its own voice, as reported by "
                "Gazette on 3 April 2031."
            ),
        ),
        (
            {"by": "unclear", "voice": "unclear"},
            "The gate should stay shut (in paraphrase), Gazette reported on 3 April 2031 without naming a speaker.",
        ),
        (
            {"by": "unclear", "voice": "unclear", "within": "orrin"},
            (
                "The gate should stay shut (in paraphrase), Gazette reported on 3 April 2031 without naming a speaker, "
                "in a passage on what Tomas Orrin said."
            ),
        ),
    ],
)
def test_every_other_voice(project, fields, sentence):
    assert gate(project, **fields) == f"{sentence} {SOURCE}"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"voice": "report"}, "The gate should stay shut (in paraphrase), Gazette reported."),
        ({"voice": "opinion"}, "The gate should stay shut (in paraphrase), Gazette wrote in its own voice."),
        (
            {"voice": "unclear", "by": "unclear"},
            "The gate should stay shut (in paraphrase), Gazette reported without naming a speaker.",
        ),
        (
            {"voice": "unclear", "by": "unclear", "within": "orrin"},
            (
                "The gate should stay shut (in paraphrase), Gazette reported without naming a speaker, in a passage on "
                "what Tomas Orrin said."
            ),
        ),
    ],
)
def test_an_undated_page(project, fields, sentence):
    project.set("gazette-article", "date", "unknown")
    assert gate(project, **{"by": "quill-gazette", "date": "unknown", **fields}) == f"{sentence} {SOURCE}"


@pytest.mark.parametrize(
    ("chain", "way"),
    [
        ([], "as reported by Gazette on 3 April 2031."),
        (["ridge-wire"], "as reported by Gazette on 3 April 2031, citing Ridge Wire."),
        (["tin-radio", "ridge-wire"], "as reported by Gazette on 3 April 2031, citing Ridge Wire and Tin Radio."),
        ("unknown", WAY),
    ],
)
def test_every_way(project, chain, way):
    assert gate(project, chain=chain).endswith(f"said on 2 April 2031, {way} {SOURCE}")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2031-04-03", "said on 3 April 2031, as reported by Gazette the same day."),
        ("2031-04-01/2031-04-02", "said in the period 1 to 2 April 2031, as reported by Gazette on 3 April 2031."),
        ("2031-04", "said in April 2031, as reported by Gazette on 3 April 2031."),
        ("2031", "said in 2031, as reported by Gazette on 3 April 2031."),
        ("2031-04-02T16:30", "said on 2 April 2031, 16:30, as reported by Gazette on 3 April 2031."),
    ],
)
def test_every_precision_of_a_date(project, when, said):
    assert gate(project, date=when, chain=[], by="bridge-source").endswith(f"a source at the bridge {said} {SOURCE}")


@pytest.mark.parametrize(
    ("by", "who"),
    [
        ("vane", VANE),
        ("lysk", "Ada Lysk"),
        ("ombra-council", "Valley Council of Ombra"),
        ("bridge-source", "a source at the bridge"),
        ("tessel", "Tessel"),
        (["vane", "ombra-council"], f"{VANE} and Valley Council of Ombra"),
        (["ombra", "tessel", "pell"], "Ombra, Tessel and Bruno Pell, Mayor of Quill,"),
    ],
)
def test_every_kind_of_speaker(project, by, who):
    assert f" (in paraphrase), {who} said on 2 April 2031, " in gate(project, by=by)


def test_an_office_that_may_have_changed_since_is_dated(project):
    sentence = gate(project, date="2031-06-09")
    assert " (in paraphrase), Mira Vane (on 2 April 2031 Bridge warden of Ombra) said on 9 June 2031, " in sentence


def test_two_offices_are_one_phrase(project):
    project.set("vane", "office", "Bridge warden; head of the delegation")
    assert "Mira Vane, Bridge warden and head of the delegation, said" in gate(project)


def test_a_sentence_begins_large(project):
    sentence = gate(project, says="{gates} gates should stay shut.", figures={"gates": {"about": 2, "unit": "planks"}})
    assert sentence.startswith("About two gates should stay shut (in paraphrase), ")


# Quotations


def test_a_quotation_stands_in_its_own_words(project):
    assert cited(project, "gate-words") == (
        "“The bridge is “not a gate”, it is a path [...] & no more”, translated from Greek, "
        f"{VANE} said on 2 April 2031, {WAY} {SOURCE}"
    )


def test_a_quotation_ends_with_the_sentence_and_not_before_it(project):
    project.set("kidnapped-words", "text", "They are gone.")
    assert cited(project, "kidnapped-words").startswith("“They are gone”, Tomas Orrin, ")
    project.set("kidnapped-words", "text", "Are they gone?")
    assert cited(project, "kidnapped-words").startswith("“Are they gone?”, Tomas Orrin, ")


def test_an_outlets_own_quoted_words_are_written(project):
    assert cited(project, "sunny-words") == f"“sunny”, Gazette wrote on 3 April 2031. {SOURCE}"


def test_a_quotation_without_a_speaker(project):
    project.set("kidnapped-words", "by", "unclear")
    assert cited(project, "kidnapped-words") == (
        f"“kidnapped”, Gazette quoted on 3 April 2031 without naming the speaker. {SOURCE}"
    )


def test_a_paraphrase_comes_with_the_words_quoted_for_it_alone(project):
    project.set("gate-words", "claims", ["planks-vane"])
    assert "which is 15% of all (in paraphrase; quoted as “The bridge is “not a gate”, " in cited(
        project, "planks-vane"
    )


def test_words_that_stand_in_the_paraphrase_are_not_said_twice(project):
    assert cited(project, "planks-orrin").startswith(
        'At least 7,000 planks had been "kidnapped" from the bridge and needed to be replaced (in paraphrase), Tomas'
    )


# Where it is found


def test_a_page_without_an_address(project):
    assert cited(project, "length-radio") == (
        "The talks lasted 70 minutes (in paraphrase), Tin Radio reported on 9 April 2031. The address of the page "
        "is not known."
    )


def test_the_entry_where_the_site_has_an_address(project):
    assert "Entry in" not in cited(project, "mood-gazette")
    project.set("", "site_url", "https://bridge.invalid/dossier/")
    sentence = cited(project, "mood-gazette")
    assert f" {SOURCE} Entry in “The Larch Bridge talks”: https://bridge.invalid/dossier/" in sentence
    assert sentence.endswith("#mood-gazette")
