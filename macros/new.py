"""A folder to begin another dossier in: the same house, with a small invented record and its pages to write over."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from .begin import drafts
from .begin import language as languages
from .begin.article import Article
from .locale import SOURCE
from .record import schema
from .record.reader import read
from .site.target import SOURCES

HOUSE = Path(__file__).parent.parent

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
    "overrides",
    "pyproject.toml",
    "requirements.in",
    "requirements.txt",
    "scripts",
)
# Pages whose words are of no dossier in particular, and the guides for its authors, which are in English alone.
PAGES = ("data", "differences", "line-by-line", "made-of", "named", "outlets", "people", "points", "statements")
GUIDES = ("fields", "maintain", "publish", "write")


# In a page that is kept: what it says of this dossier alone.
OURS = re.compile(r"\n?<!--ours-->.*?<!--/ours-->(?:\n(?=\n))?", re.DOTALL)
# Pictures of this dossier, what tools and editors leave.
LEFT = ("__pycache__", "*.pyc", "screenshots", ".DS_Store", "._*", ".#*", ".ipynb_checkpoints", "*~")


class NotEmpty(Exception):
    """There is no place for a new dossier here; the message says why."""


def new(target: Path, article: Article | None = None, language: str = SOURCE) -> None:
    """Make `target` a dossier in a language: one that passes its checks and builds, or drafts made from an article.

    Raises NotEmpty rather than touch anything there. Whatever goes wrong, nothing half-made stays: it is made beside
    the place, and put there whole.
    """
    target = target.absolute()
    _refuse(target)
    made = next(parent for parent in target.parents if parent.exists())
    target.parent.mkdir(parents=True, exist_ok=True)
    above = next((parent for parent in reversed(target.parents) if parent not in (made, *made.parents)), None)
    work = None
    try:
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target if target.exists() else target.parent))
        _make(work, _files(article, language))
        _begin_history(work)
        _put(work, target)
    except BaseException:
        if above is not None:
            shutil.rmtree(above, ignore_errors=True)
        raise
    finally:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)


def _refuse(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotEmpty(f"{target} is not empty: name a new folder")
    for source in (HOUSE / name for name in SOURCES):
        if target.resolve().is_relative_to(source.resolve()):
            raise NotEmpty(f"{target} lies in what a dossier is made of: name a folder outside")


def _make(folder: Path, files: dict[Path, bytes]) -> None:
    """Write a dossier into a folder: what it stands on, its pages and its record."""
    for name in KEPT:
        _copy(HOUSE / name, folder / name)
    shutil.copyfile(languages.STARTER / "README.md", folder / "README.md")
    _write(folder, files)
    schema.write(folder)
    makefile = folder / "Makefile"
    makefile.write_text(_without_tests(makefile.read_text("utf-8")), "utf-8")


def _put(work: Path, target: Path) -> None:
    """Put what was made in its place: the folder as a whole, or all that is in it where the place is there already."""
    if work.parent != target:
        work.chmod(0o777 & ~_umask())
        work.rename(target)
        return
    put: list[Path] = []
    try:
        for path in sorted(work.iterdir()):
            put.append(target / path.name)
            path.rename(put[-1])
    except BaseException:
        for path in put:
            shutil.rmtree(path, ignore_errors=True)
            if path.is_file():
                path.unlink()
        raise


def _umask() -> int:
    """What new files and folders of ours may not be used for by others."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _files(article: Article | None, language: str) -> dict[Path, bytes]:
    """What a dossier begins with: record, pages and settings, by their paths."""
    pages, record, saved = languages.pages(language), languages.record(language), dict[Path, bytes]()
    if article is not None:
        ids = {id_ for text in record.values() for id_ in read(text).data}
        pages = {name: drafts.as_draft(text, ids) for name, text in pages.items()}
        record = {name: text if name in drafts.KEPT else drafts.as_example(text) for name, text in record.items()}
        record |= drafts.record(article, language)
        saved = drafts.saved(article)
    if language == SOURCE:  # after the drafts: what the guides show by the invented record is no draft
        names = (f"{page}.md" for page in (*PAGES, *GUIDES))
        pages |= {name: text for name in names if (text := OURS.sub("", _house(f"docs/{name}")))}
    settings = languages.settings(_house("mkdocs.yml"), language, set(pages))
    texts = {Path("mkdocs.yml"): settings}
    texts |= {Path("docs", name): text for name, text in pages.items()}
    texts |= {Path("data", name): text for name, text in record.items()}
    return {path: text.encode() for path, text in texts.items()} | saved


def _house(name: str) -> str:
    path = HOUSE / name
    return path.read_text("utf-8") if path.is_file() else ""


def _write(target: Path, files: dict[Path, bytes]) -> None:
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)


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
    """Copy a file or a folder into what is there already. The copy can be written, whatever the original's rights."""
    if source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted(source.iterdir()):
            if not any(fnmatch(path.name, left) for left in LEFT):
                _copy(path, target / path.name)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        if source.stat().st_mode & 0o100:
            target.chmod(0o777 & ~_umask())
