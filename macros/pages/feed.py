"""The feed of editions and corrections, for who wants to be told: Atom, made from the record alone.

Its dates are those of the editions and of the corrections, and its ids do not hang on where the site lies, so that a
site that moves tells nobody old things anew.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from feedgen.feed import FeedGenerator

from ..locale import text
from ..record.about import Edition
from ..record.addresses import address
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import Correction
from ..render.context import Context
from ..render.text import full_name, plain

PATH = "feed.xml"
NEWEST = 50  # entries: whoever was away longer reads the page


@dataclass(frozen=True)
class Item:
    """An entry: what tells it apart, its title, its words, the day, and the page it leads to."""

    key: str
    title: str
    words: str
    date: When
    page: str


def feed(dossier: Dossier) -> str:
    """The feed as the text of its file."""
    about = dossier.about
    found = sorted(items(dossier), key=lambda item: item.date.last, reverse=True)[:NEWEST]
    made = FeedGenerator()
    made.id(_id(dossier, "feed"))
    made.title(text("feed.title", title=about.title))
    made.language(about.language)
    made.author(name=text("about.authors"))
    made.generator("dossier")
    made.link(href=_at(dossier, PATH), rel="self", type="application/atom+xml")
    made.link(href=_at(dossier, ""), rel="alternate", type="text/html")
    made.updated(_moment(max((item.date for item in found), key=lambda date: date.last)))
    for item in found:
        entry = made.add_entry(order="append")
        entry.id(_id(dossier, item.key))
        entry.title(item.title)
        entry.content(item.words, type="text")
        entry.updated(_moment(item.date))
        entry.link(href=_at(dossier, item.page), rel="alternate", type="text/html")
    return str(made.atom_str(pretty=True).decode())


def items(dossier: Dossier) -> Iterator[Item]:
    """What there is to tell: every edition, every correction."""
    about = dossier.about
    for edition in (about.edition, *about.earlier):
        title = text("feed.edition", number=edition.number)
        yield Item(f"edition-{edition.number}", title, _edition(dossier, edition), edition.date, "")
    for correction in dossier.corrections.values():
        title = text("feed.correction", record=_called(dossier, correction.record))
        yield Item(
            correction.id,
            title,
            _correction(correction),
            correction.date,
            str(address(dossier, correction.id)),
        )


def _edition(dossier: Dossier, edition: Edition) -> str:
    """What came with an edition, in its own words; how much there is, of the one at hand."""
    parts = [plain(Context(dossier), edition.added)] if edition.added else []
    if edition == dossier.about.edition:
        parts.append(
            text(
                "feed.holds",
                claims=text("count.claims", count=len(dossier.claims)),
                pages=text("count.pages", count=len(dossier.sources)),
                questions=text("count.questions", count=len(dossier.points)),
            )
        )
    return " ".join(parts) or text("feed.edition", number=edition.number)


def _correction(item: Correction) -> str:
    """What a record said before, what it says now, why, and on whose word."""
    return text(
        "feed.corrected",
        head=text("corrections.head", date=item.date, record=item.record, field=item.field),
        change=text("corrections.change", was=item.was, now=item.now),
        why=text("corrections.why", why=item.why, source=item.source),
    )


def _called(dossier: Dossier, id_: str) -> str:
    """What a reader knows a record by: a claim and what hangs on it, by its question."""
    point = address(dossier, id_).page.removeprefix("points/").rstrip("/")
    return dossier.points[point].question if point in dossier.points else full_name(Context(dossier), id_)


def _at(dossier: Dossier, page: str) -> str:
    """The address of a page; where the site has none, as seen from the feed."""
    site = dossier.about.site_url
    return f"{site.rstrip('/')}/{page}" if site else page or "./"


def _id(dossier: Dossier, key: str) -> str:
    """A lasting id: of the event that the dossier is on, and of the entry."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"dossier:{dossier.about.event}/{key}").urn


def _moment(when: When) -> datetime:
    """The day as the feed has to say it: its first minute, UTC."""
    return datetime.combine(when.last, time.min, UTC)
