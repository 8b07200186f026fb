"""A folder to begin another dossier in: the same house, with a small invented record and its pages to write over."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from .begin import drafts
from .begin import language as languages
from .begin.article import Article
from .locale import SOURCE
from .record import schema
from .record.reader import read

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
# Pictures of this dossier.
LEFT_OUT = "screenshots"
# Pages whose words are of no dossier in particular, and the guides for its authors, which are in English alone.
PAGES = ("data", "differences", "line-by-line", "made-of", "named", "outlets", "people", "points", "statements")
GUIDES = ("fields", "maintain", "publish", "write")


class NotEmpty(Exception):
    """The folder for a new dossier holds something already."""


def new(target: Path, article: Article | None = None, language: str = SOURCE) -> None:
    """Make `target` a dossier in a language: one that passes its checks and builds, or drafts made from an article.

    Raises NotEmpty rather than touch anything there.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotEmpty(f"{target} is not empty: name a new folder")
    for name in KEPT:
        _copy(HOUSE / name, target / name)
    shutil.copy2(languages.STARTER / "README.md", target)
    _write(target, _files(article, language))
    schema.write(target)
    makefile = target / "Makefile"
    makefile.write_text(_without_tests(makefile.read_text("utf-8")), "utf-8")
    _begin_history(target)


def _files(article: Article | None, language: str) -> dict[Path, bytes]:
    """What a dossier begins with: record, pages and settings, by their paths."""
    pages = languages.pages(language)
    if language == SOURCE:
        names = (f"{page}.md" for page in (*PAGES, *GUIDES))
        pages |= {name: text for name in names if (text := _house(f"docs/{name}"))}
    record, saved = languages.record(language), dict[Path, bytes]()
    if article is not None:
        ids = {id_ for text in record.values() for id_ in read(text).data}
        pages = {name: drafts.as_draft(text, ids) for name, text in pages.items()}
        record = {name: text if name in drafts.KEPT else drafts.as_example(text) for name, text in record.items()}
        record |= drafts.record(article, language)
        saved = drafts.saved(article)
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
    """Copy a file or a folder, into what is there already."""
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", LEFT_OUT))
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
