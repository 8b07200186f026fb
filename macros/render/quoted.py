"""Quotations in a list: the words, the question they are on, where they were read, whether a copy was seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from ..analysis.balance import words
from ..locale import say
from ..record.model import Quotation, Verification
from . import way
from .account import DOT, below
from .context import Context
from .html import join, tag
from .text import in_language, short_name


def quotations(context: Context, items: Iterable[Quotation]) -> Markup:
    """Quotations of one speaker, each with the link to its question."""
    return tag("ul", [_item(context, item) for item in items], class_="quotations")


def summary(items: Collection[Quotation]) -> Markup:
    """How many quotations these are, of how many words, and how many were checked against a saved copy."""
    seen = sum(isinstance(item.verified, Verification) for item in items)
    counts = [
        say("count.quotations", count=len(items)),
        say("count.words", count=sum(map(words, items))),
        say("quoted.seen-of", count=seen) if seen else say("quoted.none-seen"),
    ]
    return join(counts, DOT)


def _item(context: Context, item: Quotation) -> Markup:
    claim = context.dossier.claims[item.claims[0]]
    outlet = short_name(context, context.dossier.sources[item.source].outlet)
    parts = [
        tag("a", context.dossier.points[claim.point].title, href=context.link(item.id)),
        way.through(context, item),
        say("way.line-outlet", outlet=outlet, date=way.date_of(context, claim).striptags()),
        say("quoted.seen") if isinstance(item.verified, Verification) else say("quoted.not-seen"),
    ]
    return tag(
        "li",
        tag(
            "blockquote",
            tag("p", say("quotation.words", words=in_language(item.text, context.dossier.language_of(item)))),
        ),
        below(context, item),
        tag("p", join([part for part in parts if part], DOT), class_="by"),
        id=item.id,
    )
