"""The steps of a build, in order: the record is read, pages are made of it, the built site is finished."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from . import book, progress
from . import pages as made
from .locale import text
from .pages import assets, front
from .record.dossier import Dossier
from .site import downloads, exports, handout, light, links, manifest, offline, policy, redirects, search, sharing

PDF = "dossier.pdf"
# The days that archives can name, from 1980 (ZIP) to 2106 (gzip).
EARLIEST, LATEST = 315532800, 2**32 - 1


@dataclass(frozen=True)
class Prepared:
    """What a site builder takes from the record before it reads a page: titles as HTML, files by path under `docs/`.

    `pages` are made of the record and stand outside the navigation; `neighbours` are those before and after each.
    """

    name: str
    description: str
    address: str | None
    language: str
    to_section: str
    pages: dict[str, str]
    assets: dict[str, str]
    neighbours: dict[str, tuple[str | None, str | None]]


def prepare(dossier: Dossier) -> Prepared:
    """The first step: all that is made from the record alone.

    From here on the day of the edition is the date in all that is built, whoever builds it and whenever.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(_day(dossier))
    return Prepared(
        name=front.for_theme(dossier.about.title),
        description=front.for_theme(front.description(dossier)),
        address=_as_folder(dossier.about.site_url),
        language=dossier.about.language,
        to_section=text("page.to-section"),
        pages=made.pages(dossier),
        assets=assets.assets(dossier),
        neighbours=made.neighbours(dossier),
    )


def _day(dossier: Dossier) -> int:
    """The start of the edition's day, in seconds as programs count them; archives know days from 1980 to 2106."""
    day = int(datetime.combine(dossier.about.edition.date.first, time(), UTC).timestamp())
    return min(max(day, EARLIEST), LATEST)


def _as_folder(address: str | None) -> str | None:
    """An address to which names of pages can be added."""
    return f"{address.rstrip('/')}/" if address else None


class StepFailed(Exception):
    """A step came to nothing, and so does the build; the message says why."""


def index(site: Path, dossier: Dossier) -> None:
    """Write what the pages need to work, while serving too: the search index."""
    search.write(site, dossier)


def set_book(site: Path, dossier: Dossier) -> None:
    """Make the book of a site that is served, where somebody asks for it."""
    with progress.shown("Making the book"):
        book.write(site / PDF, dossier)


def finish(site: Path, dossier: Dossier) -> None:
    """The work on a built site that needs the whole of it, from the exports to the list of its files."""
    try:
        exports.write(site, dossier)
        with progress.shown("Making the PDFs"):
            handout.write(site, dossier)
            book.write(site / PDF, dossier)
        downloads.link(site, made_later=(offline.NAME,))
        with progress.shown("Drawing the pictures that others show with a link"):
            sharing.write(site, dossier)
        with progress.shown("Making the pages light, and the copy to read offline"):
            light.lighten(site, made_later=(offline.NAME,))
            redirects.keep(site)
            policy.apply(site)
            offline.pack(site, dossier.about.edition.date, without=sharing.FOLDER)
            links.check(site)
            manifest.write(site)
    except (
        handout.TooLong,
        book.BadBook,
        links.DeadLinks,
        OSError,
    ) as error:  # a library of the system is missing, a disk is full
        raise StepFailed(str(error)) from error
