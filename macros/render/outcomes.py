"""What came of it: each agreement, proposal and refusal, what was said then beside what was said later."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

from markupsafe import Markup

from ..analysis.course import as_of, then_and_later
from ..record.model import Point
from . import status as status_words
from .context import Context
from .html import join, tag
from .parts import claim_list, marks
from .text import link, prose, when

Outcome = Literal["agreements", "proposals", "refusals"]


def outcome_of(point: Point) -> Outcome | None:
    """The group a point belongs to: refused, agreed or proposed; None for matters of fact and opinion."""
    if point.kind == "refusal" or point.state == "declined":
        return "refusals"
    if point.kind == "agreement":
        return "agreements"
    return "proposals" if point.kind in ("proposal", "demand") else None


def outcomes(context: Context, group: Outcome, topics: Collection[str] = ()) -> Markup:
    """The points of a group in the order of the record; of the given topics only, where topics are given."""
    known = {topic.id for topic in context.dossier.about.topics}
    if group not in get_args(Outcome) or not known.issuperset(topics):
        raise ValueError(f"outcomes: no group {group!r}, or no topic among {', '.join(topics)}")
    found = [p for p in context.dossier.points.values() if outcome_of(p) == group and (not topics or p.topic in topics)]
    return join(outcome(context, point) for point in found)


def outcome(context: Context, point: Point) -> Markup:
    """A point: its state and date, who reports it, then and later side by side, and our note on where it stands."""
    dossier = context.dossier
    then, later = then_and_later(dossier, point.id)
    return tag(
        "article",
        tag("h3", link(context, point.id, point.title)),
        tag("p", _state(context, point), class_="standing-line"),
        tag("p", prose(context, point.state_note)) if point.state_note else None,
        tag(
            "div",
            tag("div", tag("p", "Said first", class_="label"), claim_list(context, then, shown=2)) if then else None,
            tag("div", tag("p", "Said later", class_="label"), claim_list(context, later, shown=2)) if later else None,
            class_="then-later",
        ),
        class_="entry outcome",
        data_state=point.state.replace(" ", "-"),
    )


def _state(context: Context, point: Point) -> Markup:
    latest = as_of(context.dossier, point.id)
    return join(
        [
            tag("b", point.state.capitalize(), class_="state"),
            [", as of ", when(latest)] if latest else None,
            ". ",
            ["Reported by: ", marks(context, point.state_from), ". "] if point.state_from else None,
            status_words.short(context, point.id),
            ".",
        ]
    )
