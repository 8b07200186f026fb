"""The book of the dossier: the built site as one PDF to keep and to read offline."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..record.dossier import Dossier
from . import libraries
from .problem import BadBook

__all__ = ["BadBook", "write"]


def write(site: Path, out: Path, dossier: Dossier) -> None:
    """Make the book of the built site and put it at `out` in one step. Raises BadBook and leaves `out` as it was."""
    libraries.need()
    from .book import make  # noqa: PLC0415 (only here are the libraries of the system needed)

    book = make(site, dossier)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}-", delete=False) as fresh:
        fresh.write(book)
    Path(fresh.name).chmod(0o644)
    Path(fresh.name).replace(out)
