"""One build: the record it renders, or what is wrong with it, and which pages name which records."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .record.dossier import Dossier
from .record.problems import BadRecord, Problem
from .render.context import Context, Uses
from .rules.check import open_dossier
from .site.target import Target


@dataclass
class Session:
    """What one build knows. `dossier` is None where the record has problems, `target` while serving."""

    root: Path
    dossier: Dossier | None = None
    problems: list[Problem] = field(default_factory=list)
    uses: Uses = field(default_factory=Uses)
    target: Target | None = None

    def context(self, url: str, title: str) -> Context:
        """The rendering context of a page by its address; raises BadRecord where there is no record to render."""
        if self.dossier is None:
            raise BadRecord(self.problems)
        return Context(self.dossier, "" if url in (".", "./") else url, title, self.uses)


_current: Session | None = None


def start(root: Path) -> Session:
    """Begin a build: read and check the record under `root`. Never raises for a bad record."""
    global _current  # noqa: PLW0603 - one build at a time, shared between MkDocs' hooks and the macros plugin
    _current = Session(root)
    try:
        _current.dossier = open_dossier(root)
    except BadRecord as error:
        _current.problems = error.problems
    return _current


def current() -> Session:
    """The build under way."""
    if _current is None:
        raise RuntimeError("no build has been started: add `hooks: [macros/hooks.py]` to mkdocs.yml")
    return _current


def end() -> None:
    """Leave nothing of a build that was not put in place."""
    if _current is not None and _current.target is not None:
        _current.target.discard()
