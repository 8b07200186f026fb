"""The timeline in words: what happened when, and what was said on which occasion."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from ..record.dates import MONTHS, When
from ..record.model import UNKNOWN, Claim, Event
from .context import Context
from .html import join, sentence_list, tag
from .parts import aliases, claim_list, heading, spellings
from .text import link, when
from .used_on import place as used_on

# From how many events on a day is opened out under its own heading.
DENSE = 3
DAY_LEVEL = 3


def timeline(context: Context) -> Markup:
    """All events by date under a heading for each month, crowded days opened out; those of unknown date last."""
    events = list(context.dossier.events.values())
    dated = sorted((e for e in events if isinstance(e.when, When)), key=_order)
    undated = [e for e in events if not isinstance(e.when, When)]
    parts: list[Markup] = []
    for (id_, title), group in groupby(dated, key=_month):
        parts += [heading(2, title, id_), _month_body(context, list(group))]
    if undated:
        parts += [heading(2, "Date not known", "date-not-known"), join(event(context, e, 3) for e in undated)]
    return join(parts)


def _when(item: Event) -> When:
    """The date of a dated event."""
    assert isinstance(item.when, When)  # noqa: S101 (callers sort the undated out)
    return item.when


def _order(item: Event) -> tuple[object, ...]:
    """By first day, then by time of day where it is known; events of one time keep the order of the record.

    An event of which only the year is known stands at the end of that year.
    """
    at = _when(item)
    return (at.last if at.precision == "year" else at.first, at.ends[0] if at.precision == "instant" else "")


def _month(item: Event) -> tuple[str, str]:
    """The id and title of the heading an event stands under: its month, or its year where the month is not known."""
    at = _when(item)
    year, month = at.ends[0][:4], at.ends[0][5:7]
    return (f"time-{year}-{month}", f"{MONTHS[int(month)]} {year}") if month else (f"time-{year}", year)


def _month_body(context: Context, events: list[Event]) -> Markup:
    """The events of a month; a day with several of them gets a heading of its own."""
    parts: list[Markup] = []
    for day, group in groupby(events, key=_day):
        of_day = list(group)
        if day and len(of_day) >= DENSE:
            title = tag("h3", str(When(day)))
            parts.append(tag("section", title, [event(context, e, 4) for e in of_day], class_="day"))
        else:
            parts += [event(context, e, 3) for e in of_day]
    return join(parts)


def _day(item: Event) -> str:
    """The day an event was on, where it was on one day; else ''."""
    at = _when(item)
    return at.ends[0][:10] if at.precision in ("day", "instant") else ""


def event(context: Context, item: Event, level: int) -> Markup:
    """An event: what, when, where, who, and the claims that tell of it. An occasion of speech has its claims folded."""
    occasion = item.kind == "statement"
    circumstances = _circumstances(context, item, on_day=level > DAY_LEVEL)
    return tag(
        "article",
        aliases(item),
        tag(f"h{level}", item.title),
        tag("p", circumstances, class_="circumstances") if circumstances else None,
        claim_list(context, claims_of(context, item), shown=0 if occasion else 3),
        spellings(item.spellings, "Other names"),
        used_on(item.id),
        class_="entry event occasion" if occasion else "entry event",
        id=item.id,
        data_kind=item.kind,
    )


def claims_of(context: Context, item: Event) -> list[Claim]:
    """The claims that tell of an event, then those made on it, each once."""
    dossier = context.dossier
    told = [dossier.claims[id_] for id_ in item.claims]
    made = [c for claims in dossier.claims_on.values() for c in claims if c.occasion == item.id]
    return list({claim.id: claim for claim in [*told, *made]}.values())


def _date(item: Event, *, on_day: bool) -> Markup | str | None:
    """The date; of an event under the heading of its day, the time of day alone."""
    if not isinstance(item.when, When):
        return "Date not known"
    if on_day:
        time = item.when.text[11:16]
        return tag("time", time, datetime=item.when.text) if time else None
    return when(item.when)


def _circumstances(context: Context, item: Event, *, on_day: bool) -> Markup:
    parts: list[object] = [_date(item, on_day=on_day)]
    if item.where != UNKNOWN:
        parts.append(link(context, item.where))
    if item.who:
        parts.append(sentence_list(link(context, id_) for id_ in item.who))
    return join([part for part in parts if part], " · ")
