"""Published editions of the record: a git revision each, tagged, and read as it is written.

What cannot be seen is never taken for nothing: where git cannot tell what was published, that is a problem.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import defaults, settings, tree
from .load import OTHER_FILES
from .model import About, Sentence
from .problems import BadRecord, Problem
from .reader import Unreadable, read_file

RULE = "editions"
# What has no address: settings, and stamps of sentences, which are made anew.
UNPUBLISHED = (*OTHER_FILES, Sentence.kind_of_record)
WAY_OUT = "or check without the last edition (--no-base)"


@dataclass(frozen=True)
class Written:
    """An entry as it is written: its kind, the file it stands in and its fields."""

    kind: str
    file: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Edition:
    """The entries of one edition by id, its pages, and the pages that lead on from where they were."""

    entries: dict[str, Written]
    topics: frozenset[str]
    pages: frozenset[str]
    moved: frozenset[str] = field(default=frozenset())

    @property
    def renamed(self) -> dict[str, str]:
        """Old ids by the id their record has now."""
        return {str(old): id_ for id_, each in self.entries.items() for old in as_list(each.fields.get("aliases", []))}


def latest(root: Path) -> str | None:
    """The tag of the last published edition; None where there is none yet. Raises BadRecord where that is not known."""
    try:
        is_shallow = _git(root, "rev-parse", "--is-shallow-repository") == "true"
        begun = _git(root, "rev-list", "--all", "--max-count=1")
        tags = _git(root, "tag", "--merged", "HEAD") if begun else ""
        tag = _git(root, "describe", "--tags", "--abbrev=0") if tags else ""
        if tag and _git(root, "ls-tree", "--name-only", tag, "data/"):
            return tag  # the tag of a repository that this dossier was put into later is no edition of it
        with_tags = "tagopt=--no-tags" not in _git(root, "config", "--list")
    except FileNotFoundError as error:
        raise _unknown("git is not installed", "install git") from error
    except subprocess.CalledProcessError as error:
        raise _unknown(
            _said(error), "work in a clone of the whole repository; a new dossier begins with `git init`"
        ) from error
    if is_shallow:
        raise _unknown("this clone is shallow", "run `git fetch --unshallow --tags`")
    if not with_tags:
        raise _unknown("this clone was made without tags", "run `git fetch --tags`")
    return None


def at(root: Path, revision: str) -> Edition:
    """The edition of a git revision. Raises BadRecord where it cannot be read."""
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        archive = subprocess.run(  # noqa: S603
            ["git", "archive", "--format=tar", commit, "--", "."],  # noqa: S607 (no option, whatever was typed)
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
    except OSError as error:
        raise _unknown("git is not installed", "install git") from error
    except subprocess.CalledProcessError as error:
        said = _said(error, "there is no such revision")
        raise _unknown(f"git cannot give the edition {revision!r}: {said}", "name another revision") from error
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            wanted = [m for m in tar if m.name.startswith(("data/", "docs/")) or m.name == "mkdocs.yml"]
            tar.extractall(folder, wanted, filter="data")
        try:
            edition = read(Path(folder))
        except BadRecord as error:
            what = "; ".join(map(str, error.problems))
            raise _unknown(f"the edition {revision!r} cannot be read: {what}", "name another revision") from error
    if not edition.entries:
        raise _unknown(f"the edition {revision!r} holds no record", "name another revision")
    return edition


def read(root: Path) -> Edition:
    """An edition as it is written under a folder. Raises BadRecord with every file that cannot be read."""
    entries: dict[str, Written] = {}
    topics: list[Any] = []
    problems: list[Problem] = []
    for path in tree.files(root / "data"):
        kind = path.relative_to(root / "data").parts[0].removesuffix(".yml")
        if path.suffix != ".yml" or kind in UNPUBLISHED:
            continue
        file = path.relative_to(root).as_posix()
        try:
            data = read_file(path).data
        except Unreadable as error:
            problems.append(Problem(file, error.fault.line, "", error.fault.message, error.fault.hint, RULE))
            continue
        data = data if isinstance(data, dict) else {}
        if kind == About.kind_of_record:
            topics = as_list(data.get("topics", []))
        else:
            written = defaults.given(kind, data)
            entries |= {id_: Written(kind, file, e) for id_, e in written.items() if isinstance(e, dict)}
    if problems:
        raise BadRecord(problems)
    pages = frozenset(p.relative_to(root / "docs").as_posix() for p in tree.files(root / "docs") if p.suffix == ".md")
    names = frozenset(str(topic["id"]) for topic in topics if isinstance(topic, dict) and "id" in topic)
    return Edition(entries, names, pages, frozenset(_moved(settings.of_mkdocs(root)[0])))


def as_list(value: Any) -> list[Any]:
    """One item may be written without brackets."""
    return value if isinstance(value, list) else [value]


def _moved(mkdocs: dict[str, Any]) -> Iterator[str]:
    """The pages that lead on to another, by the settings of MkDocs."""
    for plugin in as_list(mkdocs.get("plugins", [])):
        redirects = plugin.get("redirects") if isinstance(plugin, dict) else None
        maps = redirects.get("redirect_maps") if isinstance(redirects, dict) else None
        yield from maps if isinstance(maps, dict) else ()


def _unknown(why: str, hint: str) -> BadRecord:
    message = f"what was published before cannot be known: {why}"
    return BadRecord([Problem("data", 0, "", message, f"{hint}, {WAY_OUT}", RULE)])


def _git(root: Path, *arguments: str) -> str:
    """What git answers, in one text."""
    command = ["git", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout.strip()  # noqa: S603


def _said(error: subprocess.CalledProcessError, silence: str = "git says no more") -> str:
    """The first thing git says, or what its silence means."""
    said = error.stderr if isinstance(error.stderr, str) else error.stderr.decode(errors="replace")
    return next((line.removeprefix("fatal: ") for line in said.splitlines() if line), silence)
