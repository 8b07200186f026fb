"""The files of a folder, walked once and alike for whoever asks: MkDocs follows links, and so do our checks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

# A folder whose name ends so is taken for a file by those who read its name alone.
OF_FILES = (".md", ".markdown", ".yml", ".yaml")
Trouble = tuple[Path, str, str]


def is_file(path: Path) -> bool:
    """Whether a path is a file; of what may not be looked at, no."""
    try:
        return path.is_file()
    except PermissionError:
        return False


def files(folder: Path) -> list[Path]:
    """All files below a folder, in order of their paths. Links are followed; names with a dot in front are nobody's."""
    return sorted(Path(place, name) for place, _, names in _walk(folder) for name in names)


def troubles(folder: Path) -> Iterator[Trouble]:
    """What cannot be gone into or read below a folder: the path, what is wrong, what to do."""
    shut: list[OSError] = []
    for place, folders, names in _walk(folder, shut.append):
        for name in folders:
            path = Path(place, name)
            if path.is_symlink() and Path(place).resolve().is_relative_to(path.resolve()):
                yield (
                    path,
                    "leads back to a folder that it is in: the site would hold it again and again",
                    "take it out",
                )
            elif name.endswith(OF_FILES):
                yield path, "is a folder with the name of a file", "call it otherwise"
        for name in names:
            path = Path(place, name)
            if path.is_symlink() and not path.exists():
                yield path, "leads to nothing", "take it out, or put the file there"
            elif not path.is_file():
                yield path, "is no file that can be read", "take it out"
            elif not os.access(path, os.R_OK):
                yield path, "may not be read", "let yourself read it (chmod u+r)"
    for error in shut:
        yield Path(error.filename), *_why_shut(error)


def _why_shut(error: OSError) -> tuple[str, str]:
    """Why a folder cannot be gone into, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "is missing", "put the folder back, or make it"
    if isinstance(error, NotADirectoryError):
        return "is a file, and a folder belongs here", "move it away, and put the folder in its place"
    return "may not be gone into, and what it holds is not read", "chmod u+rx"


def _walk(
    folder: Path, onerror: Callable[[OSError], object] | None = None
) -> Iterator[tuple[str, list[str], list[str]]]:
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, onerror=onerror, followlinks=True):
        if (real := os.path.realpath(place)) in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield place, folders, [name for name in names if not name.startswith(".")]
