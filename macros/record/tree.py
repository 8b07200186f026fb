"""The files of a folder, walked once and alike for whoever asks: MkDocs follows links, and so do our checks."""

from __future__ import annotations

import os
from pathlib import Path


def files(folder: Path) -> list[Path]:
    """All files below a folder, in order of their paths. Links are followed; names with a dot in front are nobody's."""
    found: list[Path] = []
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        if (real := os.path.realpath(place)) in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if not name.startswith(".")]
    return sorted(found)
