"""Every sentence of a primary source is accounted for: claimed, quoted, marked as opinion, or left aside with a reason.

The rules hold where a source's sentences are stamped; that none are is named by `python -m macros balance`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..record.dossier import Dossier
from .rule import Finding, rule, rule_of_whole
from .stamping import stamp_of

ANEW = "run `python -m macros stamp-sentences --against SAVED.txt` anew"


@rule
def sentences_are_as_stamped(dossier: Dossier) -> Iterator[Finding]:
    """A stamp of a sentence is as the command wrote it, and what it was made from has not changed since."""
    for sentence in dossier.sentences.values():
        if sentence.source not in dossier.about.primary:
            yield Finding(sentence.id, ("source",), f"{sentence.source!r} is no primary source", "take its stamps out")
        elif sentence.stamp != stamp_of(dossier, sentence):
            named = ", ".join(dict.fromkeys(span.of for span in sentence.spans))
            message = f"it, or the passage or words of one that stands in it ({named or 'none'}), changed since"
            yield Finding(sentence.id, ("stamp",), message, ANEW)


@rule_of_whole
def passages_have_sentences(dossier: Dossier) -> Iterator[Finding]:
    """Every passage and quotation of a source whose sentences are stamped stands in one of them."""
    stamped = {sentence.source for sentence in dossier.sentences.values()}
    placed = {span.of for sentence in dossier.sentences.values() for span in sentence.spans}
    for claim in dossier.claims.values():
        if claim.source in stamped and claim.passage and claim.id not in placed:
            yield Finding(claim.id, ("passage",), "stands in no stamped sentence", ANEW)
    for item in dossier.quotations.values():
        if item.source in stamped and item.id not in placed:
            yield Finding(item.id, ("text",), "stands in no stamped sentence", ANEW)


@rule_of_whole
def sentences_are_accounted_for(dossier: Dossier) -> Iterator[Finding]:
    """A claim takes a sentence up, or a reason says why none does."""
    for sentence in dossier.sentences.values():
        if not sentence.spans and not sentence.aside:
            message = f"nobody claims this sentence (“{sentence.opening} ...”, {sentence.words} words)"
            yield Finding(sentence.id, (), message, "make a claim of it, or say under `aside` why none is made")
        if sentence.spans and sentence.aside:
            yield Finding(sentence.id, ("aside",), f"{sentence.spans[0].of!r} takes it up", "take `aside` out")
