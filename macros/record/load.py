"""YAML to records, with line numbers: refuses what YAML would let pass (equal keys, unknown fields, odd types)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import BaseModel, ValidationError

from .messages import messages, noun
from .model import KINDS, About, Entry
from .problems import Problem, suggestion
from .reader import Loader, Path_, equal_keys, line_of


@dataclass(frozen=True)
class Origin:
    """Where an entry was read: the file, relative to the project, and its path of keys within it."""

    file: str
    keys: Path_


@dataclass
class Loaded:
    """What was read: `about`, entries by kind and id, where each came from, and all that was wrong.

    `unread` are the kinds of which a file could not be read: what it holds is not known, and so not called unknown.
    """

    root: Path
    about: About | None = None
    kinds: dict[str, dict[str, Entry]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    origins: dict[str, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def line(self, origin: Origin, path: Path_ = ()) -> int:
        """The line on which a field of an entry stands; the nearest line above it that is known."""
        return line_of(self.root / origin.file, (*origin.keys, *path))


def files(root: Path, kind: str) -> list[Path]:
    """The files of a kind: `data/KIND.yml`, and those of the folder `data/KIND/`."""
    return [
        path
        for path in (root / "data" / f"{kind}.yml", *sorted((root / "data" / kind).glob("*.yml")))
        if path.is_file()
    ]


def load(root: Path) -> Loaded:
    """Read everything under `root/data`. Never raises for bad input: what is wrong stands in `problems`."""
    loaded = Loaded(root)
    for path in files(root, About.kind_of_record):
        if (data := _parse(path, loaded)) is not None:
            loaded.about = cast("About | None", _validate(About, data, path, (), loaded))
            loaded.origins[""] = Origin(_relative(path, root), ())
    if not files(root, About.kind_of_record):
        loaded.problems.append(Problem("data/dossier.yml", 0, "", "is missing: it says what the dossier is on"))
    for kind, model in KINDS.items():
        for path in files(root, kind):
            _load_file(kind, model, path, loaded)
    for path in sorted((root / "data").rglob("*.y*ml")):
        parts = path.relative_to(root / "data").parts
        name = parts[0].removesuffix(".yml")
        if name not in (*KINDS, About.kind_of_record, *OTHER_FILES) or path.suffix != ".yml":
            known = (*KINDS, About.kind_of_record, *OTHER_FILES)
            message = f"no kind of record is called {name!r}{suggestion(name, known)}"
            if path.suffix != ".yml":
                message = f"is not read: write its name with .yml, not {path.suffix}"
            loaded.problems.append(Problem(_relative(path, root), 0, "", message))
    return loaded


# What stands in place of an id, and so is none.
SET_WORDS = ("unknown", "unclear", "none")

# Files under data/ that hold settings of the checks, not records.
OTHER_FILES = ("words", "exceptions", "balance")


def _load_file(kind: str, model: type[Entry], path: Path, loaded: Loaded) -> None:
    entries = _parse(path, loaded)
    if entries is None:
        loaded.unread.add(kind)
    for id_, data in (entries or {}).items():
        origin = Origin(_relative(path, loaded.root), (id_,))
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(id_)) or len(str(id_)) > 60:
            message = "an id is lowercase letters, digits and single hyphens, at most 60 characters"
            loaded.problems.append(Problem(origin.file, loaded.line(origin), str(id_)[:60], message))
            continue
        if id_ in SET_WORDS:
            message = f"{id_!r} has a meaning of its own in the record: choose another id"
            loaded.problems.append(Problem(origin.file, loaded.line(origin), id_, message))
            continue
        if id_ in loaded.origins:
            other = loaded.origins[id_]
            message = f"this id is taken: {other.file}:{loaded.line(other)}; ids are unique over all files"
            loaded.problems.append(Problem(origin.file, loaded.line(origin), id_, message))
            continue
        loaded.origins[id_] = origin
        if (entry := _validate(model, data, path, (id_,), loaded)) is not None:
            loaded.kinds[kind][id_] = cast("Entry", entry)


def _parse(path: Path, loaded: Loaded) -> dict[str, Any] | None:
    """The mapping a file holds, or None with a problem noted."""
    file = _relative(path, loaded.root)
    try:
        text = path.read_text("utf-8")
        for message, line in equal_keys(text):
            loaded.problems.append(Problem(file, line, "", message))
        data = yaml.load(text, Loader)  # noqa: S506 (derived from the safe loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "is not readable as YAML"
        line = mark.line + 1 if mark else 0
        loaded.problems.append(Problem(file, line, "", f"not valid YAML: {what}; check indentation and quotes here"))
        return None
    except UnicodeDecodeError as error:
        loaded.problems.append(Problem(file, error.object[: error.start].count(b"\n") + 1, "", "not UTF-8 text"))
        return None
    except (RecursionError, ValueError, TypeError) as error:
        loaded.problems.append(Problem(file, 0, "", f"not readable: {type(error).__name__}"))
        return None
    if data is None:
        return {}
    if not isinstance(data, dict):
        loaded.problems.append(Problem(file, 1, "", f"expected entries keyed by id, found {noun(data)}"))
        return None
    return data


def _validate(model: type[BaseModel], data: object, path: Path, keys: Path_, loaded: Loaded) -> BaseModel | None:
    origin = Origin(_relative(path, loaded.root), keys)
    name = str(keys[0]) if keys else ""

    def problem(at: Path_, message: str) -> None:
        where = ".".join(str(part) for part in (name, *at) if part != "")
        loaded.problems.append(Problem(origin.file, loaded.line(origin, at), where, message))

    if not isinstance(data, dict):
        problem((), f"expected the fields of an entry, found {noun(data)}")
        return None
    if any(not isinstance(key, str) for key in data) or "id" in data:
        bad = next(key for key in data if not isinstance(key, str) or key == "id")
        problem(
            (bad,) if isinstance(bad, str | int) else (),
            f"unknown field {bad!r}; the id is the key of the entry",
        )
        return None
    fields = {**data, "id": name} if issubclass(model, Entry) else data
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        for at, found in messages(error, data, model).items():
            problem(at, "; or ".join(found[:3]))
    except RecursionError:
        problem((), "is nested too deep")
    return None


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
