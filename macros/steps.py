"""The steps of a build, in order: the record is read, pages are made of it, the built site is finished."""

from __future__ import annotations

from pathlib import Path

from . import book
from .record.dossier import Dossier
from .site import downloads, exports, handout, light, offline, policy, search

PDF = "dossier.pdf"


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
        book.write(site, site / PDF, dossier)
        downloads.link(site, made_later=(offline.NAME,))
        light.lighten(site)
        policy.apply(site)
        offline.pack(site, dossier.about.edition.date)
    except (
        handout.TooLong,
        book.BadBook,
        OSError,
    ) as error:  # OSError: a library of the system is missing, a disk full
        raise StepFailed(str(error)) from error
