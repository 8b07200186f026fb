"""A folder to begin another dossier in: the same house, with a small invented record and its pages to write over."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from .record import schema

HOUSE = Path(__file__).parent.parent
STARTER = Path(__file__).parent / "starter"

# What a dossier stands on, whatever it is about. What is absent from a house is left out.
KEPT = (
    ".editorconfig",
    ".gitignore",
    "LICENSE",
    "LICENSE-CONTENT",
    "Makefile",
    "assets",
    "docs/assets",
    "hosting",
    "macros",
    "mkdocs.yml",
    "overrides",
    "pyproject.toml",
    "requirements.in",
    "requirements.txt",
    "scripts",
)
# Pages whose words are of no dossier in particular.
PAGES = (
    "data", "differences", "fields", "handout", "line-by-line", "made-of", "maintain", "named", "outlets",
    "people", "points", "publish", "statements", "write",
)  # fmt: skip


class NotEmpty(Exception):
    """The folder for a new dossier holds something already."""


def new(target: Path) -> None:
    """Make `target` a dossier that passes its checks and builds. Raises NotEmpty rather than touch anything there."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotEmpty(f"{target} is not empty: name a new folder")
    for name in (*KEPT, *(f"docs/{page}.md" for page in PAGES)):
        _copy(HOUSE / name, target / name)
    _copy(STARTER, target)
    schema.write(target)
    makefile = target / "Makefile"
    makefile.write_text(_without_tests(makefile.read_text("utf-8")), "utf-8")
    _begin_history(target)


def _begin_history(target: Path) -> None:
    """Put a new dossier under git, unless it lies in a repository: `check` asks git what was published before."""
    with suppress(FileNotFoundError):  # no git: `check` says so
        if not _git(target, "rev-parse"):
            _git(target, "init", "--quiet")


def _git(target: Path, *arguments: str) -> bool:
    """Whether git does as it is asked."""
    return not subprocess.run(["git", *arguments], cwd=target, capture_output=True, check=False).returncode  # noqa: S603, S607


def _without_tests(makefile: str) -> str:
    """The commands without those for our own tests and benchmarks, which stay here."""
    blocks = makefile.split("\n\n")
    return "\n\n".join(block for block in blocks if not re.match(r"(test|test-all|bench):", block))


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder, into what is there already."""
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
