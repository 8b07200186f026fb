"""What the record said before, what it says now, and on whose word."""

from __future__ import annotations

from markupsafe import Markup

from ..locale import say
from ..record.model import Correction
from .context import Context
from .html import join, tag
from .text import link, when


def corrections(context: Context) -> Markup:
    """All corrections, the newest first; a sentence where there is none."""
    found = sorted(context.dossier.corrections.values(), key=lambda c: c.date, reverse=True)
    return join(correction(context, c) for c in found) if found else tag("p", say("corrections.none"))


def correction(context: Context, item: Correction) -> Markup:
    """A correction: when, which record and field, what it was and is, why, and on whose word."""
    what = link(context, item.record, item.record)
    head = say("corrections.head", date=when(item.date), record=what, field=tag("i", item.field))
    return tag(
        "article",
        tag("p", head, class_="circumstances"),
        tag("p", say("corrections.change", was=item.was, now=item.now)),
        tag("p", say("corrections.why", why=item.why, source=item.source)),
        class_="entry correction",
        id=item.id,
    )
