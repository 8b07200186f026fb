"""What came of it: the questions on what was agreed, proposed or refused, a line each."""

from __future__ import annotations

from typing import Literal, get_args

from markupsafe import Markup

from ..locale import say
from ..record.model import Point
from .context import Context
from .parts import fold
from .questions import lines

Outcome = Literal["agreements", "proposals", "refusals"]


def outcome_of(point: Point) -> Outcome | None:
    """The group a point belongs to: refused, agreed or proposed; None for matters of fact and opinion."""
    if point.kind == "refusal" or point.state == "declined":
        return "refusals"
    if point.kind == "agreement":
        return "agreements"
    return "proposals" if point.kind in ("proposal", "demand") else None


def outcomes(context: Context, group: Outcome) -> Markup:
    """The questions of a group, folded, the weightiest first."""
    if group not in get_args(Outcome):
        raise ValueError(f"outcomes: {group!r} is none of {', '.join(get_args(Outcome))}")
    found = [point for point in context.dossier.points.values() if outcome_of(point) == group]
    found.sort(key=lambda point: -point.weight)
    return fold(say(f"outcomes.{group}", count=len(found)), lines(context, found)) or Markup("")
