"""Claims by topic: a fold for each topic, and in it a line for each claim that leads to its place on its question.

Such a list is long, so a line is plain text: numbers and dates are marked up where the claim stands whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from ..analysis.disputes import disputed
from ..locale import say, text
from ..record.model import Claim
from . import way
from .account import DOT, sign
from .context import Context
from .html import join, tag
from .text import plain, short_name


def by_topic(
    context: Context, claims: Sequence[Claim], by: Callable[[Context, Claim], Markup], *, opened: bool
) -> Markup:
    """Claims in the order given under their topics; `by` says of each whose it is, `opened` shows all at once."""
    folds = []
    for topic in context.dossier.about.topics:
        of_topic = [claim for claim in claims if context.dossier.points[claim.point].topic == topic.id]
        if of_topic:
            count = tag("span", say("count.statements", count=len(of_topic)), class_="count")
            lines = tag("ul", [_line(context, claim, by) for claim in of_topic], class_="told")
            folds.append(tag("details", tag("summary", topic.title, " ", count), lines, class_="topic", open=opened))
    return join(folds)


def of_the_speaker(context: Context, claim: Claim) -> Markup:
    """Under the name of who says it: the outlet and the day, and whether it is quoted; with others, their names too."""
    outlet = short_name(context, context.dossier.sources[claim.source].outlet)
    read = (
        way.line(context, claim).striptags()
        if len(claim.by) > 1
        else say("way.line-outlet", outlet=outlet, date=way.date_of(context, claim).striptags())
    )
    quoted = text("told.quoted") if context.dossier.quotations_of.get(claim.id) else None
    return join([part for part in (read, quoted) if part], DOT)


def of_others(context: Context, claim: Claim) -> Markup:
    """Under the name of whom it is said: who says it, by sign and name, in which outlet and when."""
    return join([sign(context, claim), " ", way.line(context, claim).striptags()])


def _line(context: Context, claim: Claim, by: Callable[[Context, Claim], Markup]) -> Markup:
    in_dispute = tag("span", say("account.disputed"), class_="tag") if claim.id in disputed(context.dossier) else None
    return tag(
        "li",
        tag("a", plain(context, claim.says, claim.figures), href=context.link(claim.id)),
        " ",
        tag("span", by(context, claim), [" ", in_dispute] if in_dispute else None, class_="by"),
    )
