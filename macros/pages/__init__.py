"""The pages made from the record: `pages(dossier)` gives every one as Markdown, by its path under `docs/`."""

from __future__ import annotations

from ..record.dossier import Dossier
from . import lines, outlet, person, point

KINDS = (point, person, outlet, lines)


def pages(dossier: Dossier) -> dict[str, str]:
    """Every page that is made from the record: its path under `docs/`, and its Markdown, finished, without macros."""
    return {path: page for kind in KINDS for path, page in kind.pages(dossier).items()}


def neighbours(dossier: Dossier) -> dict[str, tuple[str | None, str | None]]:
    """For each made page the paths of the one before and the one after it, within its own kind."""
    found: dict[str, tuple[str | None, str | None]] = {}
    runs = [*(kind.paths(dossier) for kind in KINDS), outlet.pair_paths(dossier)]
    for paths in map(list, runs):
        for before, path, after in zip([None, *paths], paths, [*paths[1:], None], strict=False):
            found[path] = (before, after)
    return found
