"""The promises of "How to check us", attacked on the record itself: ten ways and more to break each, none unnoticed.

What readers are promised of texts of ours stands in test_ours.py; of what was published, in test_editions.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.record.model import UNKNOWN, Verification

from ..conftest import REAL
from ..mutations import GONE, Mutation, Record


@pytest.fixture(scope="module")
def record() -> Record:
    return Record(REAL)


def is_refused(record: Record, id_: str, *path: str, value: Any = GONE) -> bool:
    return record.result(Mutation(id_, path, "attack", value)).outcome == "refused"


QUOTED: dict[str, Callable[[str], str]] = {
    "a word left out": lambda text: " ".join([*text.split()[:2], *text.split()[3:]]),
    "a word put in": lambda text: text.replace(" ", " not ", 1),
    "two words exchanged": lambda text: " ".join([text.split()[1], text.split()[0], *text.split()[2:]]),
    "another case": lambda text: text.swapcase(),
    "an omission that is told": lambda text: " ".join([*text.split()[:2], "[...]", *text.split()[4:]]),
    "an omission of nothing": lambda text: text.replace(" ", " [...] ", 1),
    "another beginning": lambda text: text.split(" ", 1)[1],
    "another end": lambda text: text.rsplit(" ", 1)[0],
    "another mark at the end": lambda text: f"{text.rstrip('.,!?')}?!",
    "an accent": lambda text: text.replace("e", "é", 1),
    "a letter of another script": lambda text: text.replace("a", "а", 1),
    "a digit of another script": lambda text: f"{text} ٣",
    "a dash": lambda text: text.replace(" ", " – ", 1),
    "words after it": lambda text: f"{text} And more.",
    "a soft hyphen": lambda text: f"{text[:3]}\u00ad{text[3:]}",
    "a blank of no width": lambda text: f"{text[:3]}\u200b{text[3:]}",
}


@pytest.mark.parametrize("change", QUOTED)
def test_a_quotation_that_was_held_against_a_copy_changes_in_no_way(record: Record, change: str) -> None:
    stamped = [each for each in record.dossier.quotations.values() if isinstance(each.verified, Verification)]
    for each in [each for each in stamped if len(each.text.split()) > 8 and "a" in each.text][:5]:
        assert is_refused(record, each.id, "text", value=QUOTED[change](each.text))


WHOSE: dict[str, tuple[str, Any]] = {
    "nobody": ("by", GONE),
    "an empty list": ("by", []),
    "nothing": ("by", None),
    "an empty name": ("by", ""),
    "unknown, which is no speaker": ("by", "unknown"),
    "unclear, in a speaker's voice": ("by", "unclear"),
    "somebody who is not in the record": ("by", "nobody-at-all"),
    "a place": ("by", "istanbul"),
    "the same twice": ("by", ["zelensky", "zelensky"]),
    "a name as it is read": ("by", "Volodymyr Zelensky"),
    "the outlet's report": ("voice", "report"),
    "the outlet's opinion": ("voice", "opinion"),
    "an unclear voice": ("voice", "unclear"),
    "no voice": ("voice", GONE),
    "an act that nobody knows": ("act", "reveals"),
    "whose account it stands in": ("within", "putin"),
}


@pytest.mark.parametrize("change", WHOSE)
def test_every_claim_says_whose_word_it_is(record: Record, change: str) -> None:
    field, value = WHOSE[change]
    spoken = [each for each in record.dossier.claims.values() if each.voice == "speaker"]
    for each in spoken[:: len(spoken) // 5]:
        assert is_refused(record, each.id, field, value=value)


WAYS: dict[str, tuple[str, Any]] = {
    "no chain": ("chain", GONE),
    "nothing": ("chain", None),
    "an empty text": ("chain", ""),
    "a person": ("chain", ["putin"]),
    "an outlet that nobody knows": ("chain", ["the-paper"]),
    "an outlet by its name": ("chain", ["The Paper"]),
    "one outlet twice": ("chain", ["tass", "tass"]),
    "no source": ("source", GONE),
    "a source that nobody knows": ("source", "somewhere"),
    "an outlet for a source": ("source", "belta"),
    "a source of another kind": ("source", "putin"),
    "a paragraph that is none": ("place", "p9999"),
    "a time that is none": ("place", {"time": "25:99"}),
}


@pytest.mark.parametrize("change", WAYS)
def test_every_claim_leads_to_its_page_and_tells_its_way(record: Record, change: str) -> None:
    field, value = WAYS[change]
    claims = list(record.dossier.claims.values())
    for each in claims[:: len(claims) // 5]:
        assert is_refused(record, each.id, field, value=value)


@pytest.mark.parametrize(
    "change", ["publisher", "no place", "unknown place", "no passage", "other words", "other start"]
)
def test_a_claim_of_the_article_leads_to_its_very_passage(record: Record, change: str) -> None:
    dossier = record.dossier
    held = [each for each in dossier.claims.values() if dossier.is_primary(each) and each.passage]
    changes: dict[str, tuple[tuple[str, ...], Any]] = {
        "publisher": (("chain",), [dossier.sources[dossier.about.primary[0]].outlet]),
        "no place": (("place",), GONE),
        "unknown place": (("place",), UNKNOWN),
        "no passage": (("passage",), GONE),
        "other words": (("passage",), {"start": "Words of another page"}),
        "other start": (("passage", "start"), "Entirely"),
    }
    path, value = changes[change]
    for each in held[:: max(len(held) // 5, 1)]:
        assert is_refused(record, each.id, *path, value=value)


SENTENCES: dict[str, tuple[str, Any]] = {
    "its entry": ("", GONE),
    "its number of words": ("words", 7777),
    "its first words": ("opening", "Words of another sentence"),
    "its hash": ("sha256", "0" * 64),
    "its stamp": ("stamp", "0" * 64),
    "its paragraph": ("place", "p9999"),
    "its source": ("source", "nowhere"),
    "what takes it up, for words that it has not": ("spans", [{"of": "nobody", "first": 1, "last": 9999}]),
    "what takes it up, and why it is left aside": ("spans", []),
    "a field of another name": ("left_aside", "It is of no matter."),
}


@pytest.mark.parametrize("change", SENTENCES)
def test_no_sentence_of_the_article_is_passed_over(record: Record, change: str) -> None:
    field, value = SENTENCES[change]
    taken = [each for each in record.dossier.sentences.values() if each.spans]
    for each in taken[:: max(len(taken) // 5, 1)]:
        assert is_refused(record, each.id, *([field] if field else []), value=value)
