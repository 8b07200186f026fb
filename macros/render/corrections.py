"""What the record said before, what it says now, and on whose word."""

from __future__ import annotations

from markupsafe import Markup

from ..record.model import Correction
from .context import Context
from .html import join, tag
from .text import link, when

NONE = "No published record has been corrected so far."


def corrections(context: Context) -> Markup:
    """All corrections, the newest first; a sentence where there is none."""
    found = sorted(context.dossier.corrections.values(), key=lambda c: c.date, reverse=True)
    return join(correction(context, c) for c in found) if found else tag("p", NONE)


def correction(context: Context, item: Correction) -> Markup:
    """A correction: when, which record and field, what it was and is, why, and on whose word."""
    what = link(context, item.record, item.record)
    return tag(
        "article",
        tag("p", when(item.date), ": ", what, ", ", tag("i", item.field), class_="circumstances"),
        tag("p", "It was “", item.was, "”, and is “", item.now, "”."),
        tag("p", item.why, " (", item.source, ")"),
        class_="entry correction",
        id=item.id,
    )
