"""The steps of a build, in order: the record is read, pages are made of it, the built site is finished."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import book
from . import pages as made
from .locale import text
from .pages import assets, front
from .record.dossier import Dossier
from .site import downloads, exports, handout, light, offline, policy, search

PDF = "dossier.pdf"


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
    """The first step: all that is made from the record alone."""
    return Prepared(
        name=front.for_theme(dossier.about.title),
        description=front.for_theme(front.description(dossier)),
        address=dossier.about.site_url,
        language=dossier.about.language,
        to_section=text("page.to-section"),
        pages=made.pages(dossier),
        assets=assets.assets(dossier),
        neighbours=made.neighbours(dossier),
    )


class StepFailed(Exception):
    """A step came to nothing, and so does the build; the message says why."""


def index(site: Path, dossier: Dossier) -> None:
    """Write what the pages need to work, while serving too: the search index."""
    search.write(site, dossier)


def finish(site: Path, dossier: Dossier) -> None:
    """The work on a built site that needs the whole of it: exports, PDF, links to them, policy, offline copy."""
    try:
        exports.write(site, dossier)
        handout.write(site, dossier)
        book.write(site / PDF, dossier)
        downloads.link(site, made_later=(offline.NAME,))
        light.lighten(site)
        policy.apply(site)
        offline.pack(site, dossier.about.edition.date)
    except (handout.TooLong, book.BadBook, OSError) as error:  # a library of the system is missing, a disk is full
        raise StepFailed(str(error)) from error
