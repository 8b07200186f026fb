from __future__ import annotations

import pytest

from macros.record.dossier import Dossier
from macros.record.load import Loaded
from macros.record.references import own_texts, placeholders, references


@pytest.fixture
def dossier(untouched):
    return untouched.dossier()


def test_a_dossier_needs_its_head(tmp_path):
    with pytest.raises(ValueError, match=r"data/dossier\.yml"):
        Dossier(Loaded(tmp_path))


def test_every_entry_is_known_by_its_id_and_kind(dossier):
    assert dossier.kind_of["vane"] == "people"
    assert dossier.entries["vane"] is dossier.people["vane"]
    kinds = {
        "outlets": dossier.outlets,
        "sources": dossier.sources,
        "parties": dossier.parties,
        "people": dossier.people,
        "places": dossier.places,
        "events": dossier.events,
        "terms": dossier.terms,
        "points": dossier.points,
        "claims": dossier.claims,
        "quotations": dossier.quotations,
        "comparisons": dossier.comparisons,
        "corrections": dossier.corrections,
        "sentences": dossier.sentences,
    }
    assert {kind: set(entries) for kind, entries in kinds.items()} == {
        kind: set(entries) for kind, entries in dossier.kinds.items()
    }


def test_parties_stand_in_the_order_of_the_dossier(project):
    project.set("", "parties", ["quill", "tessel", "ombra"])
    assert list(project.dossier().parties) == ["quill", "tessel", "ombra"]
    assert project.dossier().sides == ["tessel", "ombra"]


def test_claims_stand_in_reading_order(dossier):
    """Those of the primary source first, in its order; others by date, undated ones last."""
    assert [claim.id for claim in dossier.claims_on["planks-number"]] == [
        "planks-vane",
        "planks-orrin",
        "planks-wire",
        "planks-herald",
    ]


def test_points_stand_by_topic_in_the_order_of_the_record(dossier):
    assert list(dossier.points_on) == ["talks", "bridge", "wording"]
    assert [point.id for point in dossier.points_on["wording"]] == ["mood"]
    assert [point.id for point in dossier.points_on["bridge"]][:2] == ["planks-number", "planks-bought"]


def test_what_belongs_to_a_claim_is_found_from_it(dossier):
    assert [q.id for q in dossier.quotations_of["repair-vane"]] == ["gate-words"]
    assert [c.id for c in dossier.comparisons_on["planks-orrin"]] == ["planks-compared"]
    assert [c.id for c in dossier.corrections_of["planks-vane"]] == ["planks-corrected"]


def test_corrections_stand_oldest_first(project):
    project.add(
        "corrections",
        "earlier",
        **{**project.fields_of("planks-corrected"), "date": "2031-04-20", "was": "A", "now": "B"},
    )
    assert [c.id for c in project.dossier().corrections_of["planks-vane"]] == ["earlier", "planks-corrected"]


@pytest.mark.parametrize(
    ("id_", "party"),
    [
        ("ombra", "ombra"),
        ("vane", "ombra"),
        ("ombra-council", "ombra"),
        ("bridge-source", None),
        ("quill-gazette", None),
        ("nobody", None),
    ],
)
def test_the_party_somebody_speaks_for(dossier, id_, party):
    assert dossier.party_of(id_) == party


@pytest.mark.parametrize(
    ("claim", "parties"),
    [("planks-vane", ["ombra"]), ("night-vane", ["ombra"]), ("damage-unclear", []), ("mood-gazette", [])],
)
def test_the_parties_whose_words_a_claim_is(dossier, claim, parties):
    assert dossier.parties_of(dossier.claims[claim]) == parties


def test_paragraphs_are_counted_within_their_section(dossier):
    assert dossier.paragraphs("gazette-article") == ["g1", "g2", "g3", "g4"]
    assert dossier.place_in_words("gazette-article", "g1") == "Opening"
    assert dossier.place_in_words("gazette-article", "g2") == "What was said? 1st paragraph"
    assert dossier.place_in_words("gazette-article", "g4") == "What was said? 3rd paragraph"
    assert dossier.place_in_words("gazette-article", "g9") == ""


def test_ordinals_of_the_second_ten(project):
    project.set("gazette-article", "sections.1.paragraphs", [f"g{n}" for n in range(2, 40)])
    words = [project.dossier().place_in_words("gazette-article", f"g{n + 1}") for n in (1, 2, 3, 4, 11, 12, 13, 21, 22)]
    ordinals = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd"]
    assert words == [f"What was said? {ordinal} paragraph" for ordinal in ordinals]


def test_a_primary_source_is_told_from_others(dossier):
    assert dossier.is_primary(dossier.claims["planks-vane"])
    assert dossier.is_primary(dossier.quotations["gate-words"])
    assert not dossier.is_primary(dossier.claims["planks-wire"])


def test_references_are_found_wherever_a_model_marks_them(dossier):
    found = {(".".join(map(str, r.path)), r.id) for r in references(dossier.claims["planks-orrin"])}
    assert found == {
        ("point", "planks-number"),
        ("by.0", "orrin"),
        ("chain.0", "ridge-wire"),
        ("source", "gazette-article"),
    }
    assert {r.id for r in references(dossier.about)} == {"bridge-talks", "gazette-article", "ombra", "tessel", "quill"}


def test_set_words_are_no_references(dossier):
    assert "unknown" not in {r.id for entry in dossier.entries.values() for r in references(entry)}
    assert [r.id for r in references(dossier.people["bridge-source"])] == []


def test_our_own_texts_are_found_wherever_a_model_marks_them(dossier):
    texts = {".".join(map(str, t.path)): t.placeholders for t in own_texts(dossier.claims["start-gazette"])}
    assert texts == {"says": True, "inferred.0.what": True, "inferred.0.basis": True}
    texts = {".".join(map(str, t.path)): t.placeholders for t in own_texts(dossier.about)}
    assert texts["summary"]
    assert not texts["topics.0.title"]


def test_mentions_are_both_of_fields_and_of_placeholders(dossier):
    assert "toll" in dossier.mentions["larch-bridge"]
    assert "planks-compared" in dossier.mentions["planks-vane"]
    assert "gate-words" in dossier.mentions["planks-vane"]
    assert "first-talks" not in dossier.mentions
    assert all(len(set(ids)) == len(ids) for ids in dossier.mentions.values())


def test_an_entry_links_what_its_texts_name(dossier):
    assert dossier.mentioned_in(dossier.claims["damage-unclear"]) == ["plank-rule"]
    assert dossier.mentioned_in(dossier.claims["planks-vane"]) == ["ombra", "larch-bridge"]


def test_placeholders_are_read_in_order():
    assert placeholders("Of {a}, {b|other words} and {first.c}.") == ["a", "b", "first.c"]


def test_whose_words_a_claim_is_and_who_acts_in_it(project):
    dossier = project.dossier()
    claim = dossier.claims["planks-vane"]
    (party,) = dossier.parties_of(claim)
    assert dossier.only_party_of(claim) == party
    assert dossier.acting_in(claim) == [party]
    other = next(side for side in dossier.sides if side != party)
    project.set("planks-vane", "of", [other])
    assert project.loaded().acting_in(project.loaded().claims["planks-vane"]) == []
    project.set("planks-vane", "by", "unclear")
    assert project.loaded().only_party_of(project.loaded().claims["planks-vane"]) is None
