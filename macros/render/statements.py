"""Every quotation, by speaker: speakers by party, each folded, with the way to all else that is reported of them."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis.speakers import quoted, said
from ..locale import say, text
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Quotation
from . import way
from .context import Context
from .html import join, tag
from .parts import heading
from .quoted import quotations, summary
from .text import full_name


def statements(context: Context) -> Markup:
    """The quotations of all speakers, parties in order; then of those of no party, and of no speaker named.

    Words that an outlet sets in quotation marks in its own voice are no speaker's.
    """
    dossier = context.dossier
    speakers = [id_ for id_ in (*dossier.parties, *dossier.people) if id_ in quoted(dossier)]
    parts: list[list[Markup]] = []
    for party in dossier.parties.values():
        ids = [id_ for id_ in speakers if dossier.party_of(id_) == party.id]
        items = {item.id: item for id_ in ids for item in quoted(dossier)[id_]}.values()
        words = tag("p", summary(items) if items else text("statements.none"), class_="by")
        parts.append([heading(2, party.short, f"party-{party.id}"), words, join(_speaker(context, id_) for id_ in ids)])
    if others := [id_ for id_ in speakers if dossier.party_of(id_) is None]:
        parts.append(
            [heading(2, text("statements.no-party"), "no-party"), join(_speaker(context, id_) for id_ in others)]
        )
    if unclear := [item for item in dossier.quotations.values() if item.by == "unclear"]:
        parts.append([heading(2, text("statements.unclear"), "unclear"), quotations(context, unclear)])
    return join(parts)


def _speaker(context: Context, id_: str) -> Markup:
    """A speaker, folded. The anchor stands inside, so that a link to it opens the fold."""
    items = sorted(quoted(context.dossier)[id_], key=lambda item: _order(context.dossier, item))
    return tag(
        "details",
        tag("summary", tag("b", full_name(context, id_)), " ", tag("span", summary(items), class_="count")),
        tag("div", _about(context, id_), quotations(context, items), id=f"by-{id_}"),
        class_="topic",
    )


def _about(context: Context, id_: str) -> Markup:
    """The office at the time, and the way to all that is reported of the speaker."""
    office = way.office_of(context, id_)
    number = len(said(context.dossier).get(id_, []))
    everything = tag("a", say("statements.everything", count=number), href=context.link(id_))
    return tag("p", join([part for part in (office, everything) if part], " · "), class_="by")


def _order(dossier: Dossier, item: Quotation) -> tuple[int, int, str]:
    """Primary sources by paragraph, then others by the date they were said."""
    if dossier.is_primary(item) and item.place != UNKNOWN:
        source = dossier.about.primary.index(item.source)
        return 0, source * 1000 + dossier.places_in(item.source).index(item.place), ""
    date = dossier.claims[item.claims[0]].date
    return 1, 0, date.first.isoformat() if isinstance(date, When) else "9999"
