"""A quotation fits the claims it carries, and its stamp holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import Claim, Quotation, Verification
from .letters import words_hash
from .rule import Finding, rule

# Places for a line to break, and marks at a text's beginning. What joins letters in Persian or Hindi is none of them.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


@rule
def quotation_has_words(dossier: Dossier) -> Iterator[Finding]:
    """A quotation holds something that was said: more than marks and what is left out."""
    for quotation in dossier.quotations.values():
        said = quotation.text.replace("[...]", "")
        if all(unicodedata.category(letter)[0] in "PZC" for letter in said):
            yield Finding(quotation.id, ("text",), "holds no word", "write the words that were said")


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
def no_outer_marks(dossier: Dossier) -> Iterator[Finding]:
    """A quotation is stored without its outer quotation marks: the site sets them."""
    for quotation in dossier.quotations.values():
        if quotation.text[0] in '“"' and quotation.text[-1] in '”"':
            yield Finding(quotation.id, ("text",), "take the outer quotation marks off: the site sets them")


@rule
def quotations_hide_nothing(dossier: Dossier) -> Iterator[Finding]:
    """A quotation holds no sign that nobody sees: who searches the page for its words would not find them."""
    for quotation in dossier.quotations.values():
        if hidden := INVISIBLE.search(quotation.text):
            name = unicodedata.name(hidden[0], "").lower()
            yield Finding(quotation.id, ("text",), f"holds a sign that nobody sees ({name})", "take it out")


@rule
def translations_are_needed(dossier: Dossier) -> Iterator[Finding]:
    """A translation of ours is of words in another language than the site's."""
    for quotation in dossier.quotations.values():
        if quotation.translation and dossier.language_of(quotation) == dossier.about.language:
            message = "the words are already in the site's language: take the translation out, or give their `language`"
            yield Finding(quotation.id, ("translation",), message)


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


def _names(item: Claim | Quotation) -> str:
    return "unclear" if item.by == "unclear" else " and ".join(item.by)
