"""How much of a primary source the record accounts for, in sentences and in words, by the stamps of its sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, get_args

from ..record.dossier import Dossier
from ..record.model import Sentence

Share = Literal[
    "quoted",  # words in quotation marks that the record has letter by letter
    "claimed",  # what a passage of a claim takes up
    "opinion",  # the same, where every claim on it is the outlet's own opinion or choice of words
    "between",  # words of a sentence that is taken up which no passage takes up: 'he said', 'in addition'
    "aside",  # a sentence left aside, with the reason
    "nobody",  # a sentence that nobody claims
]
SHARES = get_args(Share)


@dataclass(frozen=True)
class Coverage:
    """The sentences and the words of a source by what the record does with them; each is counted once."""

    sentences: Counter[Share] = field(default_factory=Counter)
    words: Counter[Share] = field(default_factory=Counter)
    aside: tuple[Sentence, ...] = ()


def coverage(dossier: Dossier, source: str) -> Coverage | None:
    """The coverage of a source; None where its sentences are not stamped, so that it is not known."""
    stamped = [each for each in dossier.sentences.values() if each.source == source]
    if not stamped:
        return None
    found = Coverage(aside=tuple(each for each in stamped if each.aside))
    for sentence in stamped:
        shares = shares_of(dossier, sentence)
        found.words.update(shares)
        found.sentences[min(shares, key=SHARES.index)] += 1
    return found


def shares_of(dossier: Dossier, sentence: Sentence) -> list[Share]:
    """What the record does with each word of a sentence, in order; the first that holds of `Share`."""
    if not sentence.spans:
        return ["aside" if sentence.aside else "nobody"] * sentence.words
    shares: list[Share] = ["between"] * sentence.words
    for span in sentence.spans:
        share = _share(dossier, span.of)
        for index in range(span.first - 1, span.last):
            shares[index] = min(shares[index], share, key=SHARES.index)
    return shares


def _share(dossier: Dossier, id_: str) -> Share:
    if id_ in dossier.quotations:
        return "quoted"
    return "opinion" if dossier.claims[id_].voice == "opinion" else "claimed"
