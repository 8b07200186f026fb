"""The timeline in words: every month folded, a line for each event, with the marks of those who tell of it."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from ..locale import days, say, text
from ..record.dates import BEFORE, OPEN, When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Event
from . import mark
from .context import Context
from .html import join, tag
from .parts import aliases
from .text import link, when

DATE_NOT_KNOWN = "date-not-known"
MARKS = 6  # of those who tell of an event; its questions have them all


def timeline(context: Context) -> Markup:
    """All events by date, every month folded; those of unknown date last."""
    events = sorted(context.dossier.events.values(), key=order)
    return join(_fold(context, id_, list(group)) for id_, group in groupby(events, key=_month))


def order(item: Event) -> tuple[object, ...]:
    """By first day, then by time of day where it is known; events of one time keep the order of the record.

    An event of which only the year is known stands at the end of that year, one of unknown date after all.
    """
    at = item.when
    if not isinstance(at, When):
        return (True,)
    return (False, at.last if at.precision == "year" else at.first, at.ends[0] if at.precision == "instant" else "")


def _month(item: Event) -> str:
    """The id of the fold an event stands in: its month, or its year where the month is not known."""
    if not isinstance(item.when, When):
        return DATE_NOT_KNOWN
    known = next(end for end in item.when.ends if end != OPEN)
    return f"time-{known[: 5 if BEFORE.fullmatch(known) else 7]}"


def _fold(context: Context, id_: str, events: list[Event]) -> Markup:
    return tag(
        "details",
        tag("summary", tag("b", _title(id_)), " ", tag("span", say("count.events", count=len(events)), class_="count")),
        tag("ul", [event(context, each) for each in events], class_="events", id=id_),
        class_="topic",
    )


def _title(id_: str) -> str:
    """The name of a fold: its month, its year, or that the date is not known."""
    if id_ == DATE_NOT_KNOWN:
        return text("timeline.no-date")
    known = id_.removeprefix("time-")
    return days.month(int(known[:4]), int(known[5:])) if len(known) == len("2025-06") else days.year(int(known))


def event(context: Context, item: Event) -> Markup:
    """An event in a line: when, what, where, and whose words tell of it."""
    where = link(context, item.where) if item.where != UNKNOWN else None
    told = claims_of(context.dossier, item)[:MARKS]
    return tag(
        "li",
        aliases(item),
        tag("span", when(item.when), class_="when") if isinstance(item.when, When) else None,
        " ",
        tag("b", item.title),
        [text("list.comma"), where] if where else None,
        " ",
        mark.marks(context, told),
        class_="said" if context.dossier.is_said(item) else None,
        id=item.id,
    )


def claims_of(dossier: Dossier, item: Event) -> list[Claim]:
    """The claims that tell of an event, then those made on it, each once."""
    told = [dossier.claims[id_] for id_ in item.claims]
    made = [c for claims in dossier.claims_on.values() for c in claims if c.occasion == item.id]
    return list({claim.id: claim for claim in [*told, *made]}.values())
