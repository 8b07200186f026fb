"""The book of the dossier: the record and the pages of prose, rendered for paper as one PDF."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..record.dossier import Dossier
from . import libraries
from .problem import BadBook

__all__ = ["BadBook", "write"]


def write(out: Path, dossier: Dossier) -> None:
    """Make the book and put it at `out` in one step. Raises BadBook and leaves `out` as it was."""
    libraries.need()
    from .book import make  # noqa: PLC0415 (only here are the libraries of the system needed)

    book = make(dossier)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}-", delete=False) as file:
        fresh = Path(file.name)
        try:
            file.write(book)
            file.flush()
            fresh.chmod(0o644)
            fresh.replace(out)
        finally:
            fresh.unlink(missing_ok=True)
