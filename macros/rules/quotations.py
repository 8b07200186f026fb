"""A quotation fits the claims it carries, and its stamp holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Quotation, Verification
from .letters import words_hash
from .rule import Finding, repeated, rule

# Places for a line to break, and marks at a text's beginning. What joins letters in Persian or Hindi is none of them.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


@rule
def quotation_has_words(dossier: Dossier) -> Iterator[Finding]:
    """A quotation holds something that was said: more than marks and what is left out."""
    for id_, path, words in _texts(dossier):
        said = words.replace("[...]", "")
        if all(unicodedata.category(letter)[0] in "PZC" for letter in said):
            yield Finding(id_, path, "holds no word", "write the words that were said")


@rule
def quotation_fits_claims(dossier: Dossier) -> Iterator[Finding]:
    """A quotation carries claims of the same speaker from the same source."""
    for quotation in dossier.quotations.values():
        for index, id_ in enumerate(quotation.claims):
            claim = dossier.claims[id_]
            if claim.source != quotation.source:
                message = f"{id_!r} is from {claim.source!r}, the quotation from {quotation.source!r}"
                yield Finding(quotation.id, ("claims", index), message)
            elif claim.by != quotation.by:
                message = f"{id_!r} is by {_names(claim)}, the quotation by {_names(quotation)}"
                yield Finding(quotation.id, ("claims", index), message)


@rule
def quotation_fits_occasion(dossier: Dossier) -> Iterator[Finding]:
    """A quotation was said when the claims it carries were: on one occasion."""
    for quotation in dossier.quotations.values():
        for id_ in quotation.claims:
            occasion = dossier.claims[id_].occasion
            if occasion != quotation.occasion:
                yield Finding(
                    quotation.id, ("occasion",), f"is {quotation.occasion!r}; that of {id_!r} is {occasion!r}"
                )
                break


@rule
def quotations_are_distinct(dossier: Dossier) -> Iterator[Finding]:
    """No words are quoted twice: of the same speaker, from the same place of one source."""

    def words(quotation: Quotation) -> tuple[object, ...] | None:
        if quotation.place == UNKNOWN:
            return None
        return words_hash(quotation.text), str(quotation.by), quotation.source, quotation.place, quotation.occasion

    for quotation, other in repeated(dossier.quotations.values(), words):
        yield Finding(quotation.id, ("text",), f"quotes the same as {other!r}", "name the claims of both in one")


@rule
def no_outer_marks(dossier: Dossier) -> Iterator[Finding]:
    """A quotation is stored without its outer quotation marks: the site sets them."""
    for id_, path, words in _texts(dossier):
        if words[0] in '“"«' and words[-1] in '”"»':
            yield Finding(id_, path, "take the outer quotation marks off: the site sets them")


@rule
def quotations_hide_nothing(dossier: Dossier) -> Iterator[Finding]:
    """A quotation holds no sign that nobody sees: who searches the page for its words would not find them."""
    for id_, path, words in _texts(dossier):
        if hidden := INVISIBLE.search(words):
            name = unicodedata.name(hidden[0], "").lower()
            yield Finding(id_, path, f"holds a sign that nobody sees ({name})", "take it out")


@rule
def translations_are_needed(dossier: Dossier) -> Iterator[Finding]:
    """A translation of ours is of words in another language than the site's."""
    for quotation in dossier.quotations.values():
        if quotation.translation and dossier.language_of(quotation) == dossier.about.language:
            message = "the words are already in the site's language: take the translation out, or give their `language`"
            yield Finding(quotation.id, ("translation",), message)


@rule
def originals_are_in_their_language(dossier: Dossier) -> Iterator[Finding]:
    """An original is in another language than the quotation: the one the words were spoken in, where that is known."""
    for quotation in dossier.quotations.values():
        if (original := quotation.original) is None:
            continue
        language = dossier.language_of(original)
        if language == dossier.language_of(quotation):
            message = "the quotation is in this language itself: take the original out, or give its `language`"
            yield Finding(quotation.id, ("original",), message)
        elif quotation.spoken not in (UNKNOWN, language):
            message = f"is in {language!r}; the words were spoken in {quotation.spoken!r}"
            yield Finding(quotation.id, ("original",), message)


@rule
def stamps_hold(dossier: Dossier) -> Iterator[Finding]:
    """A quotation that was held against a saved copy still has the words it had then."""
    for quotation in dossier.quotations.values():
        stamp = quotation.verified
        if isinstance(stamp, Verification) and stamp.words != words_hash(quotation.text):
            message = "the words changed after they were held against a saved copy: run `verify-quotes --stamp` anew"
            yield Finding(quotation.id, ("text",), message)
        published = dossier.sources[quotation.source].date
        if not isinstance(stamp, Verification) or not isinstance(published, When):
            continue
        # A stamp bears the day in UTC, a page that of its place: further east it is tomorrow already.
        if (published.first - stamp.date.last).days > 1:
            yield Finding(quotation.id, ("verified", "date"), "is before the source was published")


def _texts(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """All words that are quoted, originals among them, each with where it stands in the record."""
    for quotation in dossier.quotations.values():
        yield quotation.id, ("text",), quotation.text
        if quotation.original:
            yield quotation.id, ("original", "text"), quotation.original.text


def _names(item: Claim | Quotation) -> str:
    return "unclear" if item.by == "unclear" else " and ".join(item.by)
