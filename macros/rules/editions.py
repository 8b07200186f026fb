"""The record beside an earlier edition of it: what changed without a correction, what was published and is gone.

An edition is a git revision; a published one is tagged. Records are compared as they are written, so that an edition
made before the kinds of record changed can still be read.
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

import yaml

from ..record.load import OTHER_FILES
from ..record.model import About, Correction, Sentence
from ..record.problems import BadRecord, Problem
from ..record.reader import line_of

# The fields a correction is owed for: figures, who says it and through whom, and words in quotation marks.
OWED = {
    "claims": ("figures", "by", "within", "of", "act", "voice", "chain", "source"),
    "quotations": ("text", "by", "chain", "source"),
}


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
        return {str(old): id_ for id_, each in self.entries.items() for old in _list(each.fields.get("aliases", []))}


def latest_tag(root: Path) -> str | None:
    """The tag of the last published edition; None where none is, or where git does not know the folder."""
    try:
        return _git(root, "describe", "--tags", "--abbrev=0").decode().strip() or None
    except (OSError, subprocess.CalledProcessError):
        return None


def problems(root: Path, revision: str) -> list[Problem]:
    """What the record under `root` owes to the edition of a git revision."""
    try:
        archive = _git(root, "archive", "--format=tar", revision, "--", ".")
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        message = f"git cannot give the edition {revision!r}: {said.decode(errors='replace').strip()}"
        raise BadRecord([Problem("data", 0, "", message)]) from error
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            wanted = [m for m in tar if m.name.startswith(("data/", "docs/")) or m.name == "mkdocs.yml"]
            tar.extractall(folder, wanted, filter="data")
        before = read(Path(folder))
    return sorted(compare(root, before, read(root), revision))


def read(root: Path) -> Edition:
    """An edition as it is written under a folder. What cannot be read is left out: `check` says what is wrong."""
    entries: dict[str, Written] = {}
    topics: list[Any] = []
    for path in sorted((root / "data").rglob("*.yml")):
        kind = path.relative_to(root / "data").parts[0].removesuffix(".yml")
        data = _yaml(path)
        if kind == About.kind_of_record:
            topics = _list(data.get("topics", []))
        elif kind not in (*OTHER_FILES, Sentence.kind_of_record):  # a stamp has no address: it is made anew
            file = path.relative_to(root).as_posix()
            entries |= {str(id_): Written(kind, file, e) for id_, e in data.items() if isinstance(e, dict)}
    pages = frozenset(path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md"))
    names = frozenset(str(topic["id"]) for topic in topics if isinstance(topic, dict) and "id" in topic)
    return Edition(entries, names, pages, _moved(root / "mkdocs.yml"))


def compare(root: Path, before: Edition, now: Edition, revision: str) -> Iterator[Problem]:
    """What of an earlier edition is gone or changed, with no correction that says so."""
    for old, page in sorted((page, f"docs/{page}") for page in before.pages - now.pages - now.moved):
        yield Problem(page, 0, "", f"was published in {revision}; send it on: `redirect_maps` in mkdocs.yml, {old!r}")
    for topic in sorted(before.topics - now.topics):
        if f"topics/{topic}.md" not in now.moved:
            message = f"the topic {topic!r} was published in {revision}; send its page on in mkdocs.yml"
            yield Problem("data/dossier.yml", line_of(root / "data/dossier.yml", ("topics",)), "topics", message)
    for old in sorted(before.renamed):
        if old not in now.renamed and old not in now.entries:
            owner = before.renamed[old]
            yield _gone(before.entries[owner], old, revision)
    for id_, written in before.entries.items():
        new = now.renamed.get(id_, id_)
        if new not in now.entries:
            yield _gone(written, id_, revision)
        elif written.kind == Correction.kind_of_record:
            yield from _edited(root, id_, written, now.entries[new], revision)
        else:
            yield from _uncorrected(root, (id_, new), before, now, revision)


def _gone(written: Written, id_: str, revision: str) -> Problem:
    """A published id that leads nowhere. Corrections are never taken out; other records may be renamed."""
    if written.kind == Correction.kind_of_record:
        message = f"this correction was published in {revision}: corrections are appended, never taken out"
    else:
        message = f"was published in {revision} and is gone: keep it, or name it in the `aliases` of what it is now"
    return Problem(written.file, 0, id_, message)


def _edited(root: Path, id_: str, before: Written, now: Written, revision: str) -> Iterator[Problem]:
    for name in sorted(before.fields.keys() | now.fields.keys()):
        if _folded(before.fields.get(name)) != _folded(now.fields.get(name)):
            message = f"this correction was published in {revision}: append another instead of changing it"
            yield Problem(now.file, line_of(root / now.file, (id_, name)), f"{id_}.{name}", message)


def _uncorrected(root: Path, names: tuple[str, str], before: Edition, now: Edition, revision: str) -> Iterator[Problem]:
    """Fields of one record, under its name then and now, that changed with no correction appended since."""
    old, new = names
    was, is_ = before.entries[old], now.entries[new]
    corrected = [
        str(each.fields.get("field", ""))
        for id_, each in now.entries.items()
        if each.kind == Correction.kind_of_record
        and id_ not in before.entries
        and each.fields.get("record") in (old, new)
    ]
    for name, a, b in _changes(was, is_):
        if not any(f"{name}.".startswith(f"{each}.") or f"{each}.".startswith(f"{name}.") for each in corrected):
            message = f"changed since {revision}, from {_shown(a)} to {_shown(b)}, and no correction says so"
            line = line_of(root / is_.file, (new, *name.split(".")))
            yield Problem(is_.file, line, f"{new}.{name}", message)


def _changes(was: Written, is_: Written) -> Iterator[tuple[str, Any, Any]]:
    """The fields that differ, with the values then and now; a claim's figures one by one."""
    for name in OWED.get(was.kind, ()):
        a, b = was.fields.get(name), is_.fields.get(name)
        if name == "figures":
            a, b = (value if isinstance(value, dict) else {} for value in (a, b))
            for figure in sorted(a.keys() | b.keys()):
                if _folded(a.get(figure)) != _folded(b.get(figure)):
                    yield f"figures.{figure}", a.get(figure), b.get(figure)
        elif _folded(a) != _folded(b):
            yield name, a, b


def _folded(value: Any) -> Any:
    """A value without what makes no difference: white space, brackets around one item, an empty list."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        items = [_folded(item) for item in value]
        return items[0] if len(items) == 1 else items or None
    if isinstance(value, dict):
        return {key: _folded(item) for key, item in value.items()}
    return value


def _shown(value: Any) -> str:
    text = "nothing" if value is None else " ".join(yaml.safe_dump(value, default_flow_style=True, width=999).split())
    text = text.removesuffix(" ...")
    return text if len(text) <= 60 else text[:57] + "..."


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _yaml(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, OSError, UnicodeDecodeError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _moved(settings: Path) -> frozenset[str]:
    """The pages that lead on to another, by mkdocs.yml."""
    for plugin in _list(_yaml(settings).get("plugins", [])):
        if isinstance(plugin, dict) and "redirects" in plugin:
            return frozenset((plugin["redirects"] or {}).get("redirect_maps") or {})
    return frozenset()


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout  # noqa: S603, S607
