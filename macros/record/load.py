"""The files under `data/` to records: what does not fit is told with its line; no file is left unread in silence."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from . import defaults, drafts, tree
from .fields import ID, SITE
from .messages import messages, noun
from .model import KINDS, About, Entry
from .problems import Problem, suggest_anew, suggestion
from .reader import Path_, Unreadable, line_of, read_file
from .slips import without_blank


@dataclass(frozen=True)
class Origin:
    """Where an entry was read: the file, relative to the project, its path of keys, and what it has from `defaults`."""

    file: str
    keys: Path_
    given: frozenset[str] = frozenset()


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
        keys = (defaults.KEY,) if path and path[0] in origin.given else origin.keys
        return line_of(self.root / origin.file, (*keys, *path))


def files(root: Path, kind: str) -> list[Path]:
    """The files of a kind: `data/KIND.yml`, and those of the folder `data/KIND/` where it is one of records."""
    one, folder = root / "data" / f"{kind}.yml", root / "data" / kind
    below = tree.files(folder) if kind in KINDS else []
    more = [path for path in below if path.suffix == ".yml" and path.parent == folder]
    return [path for path in (one, *more) if tree.is_file(path)]


def load(root: Path) -> Loaded:
    """Read everything under `root/data`. Never raises for bad input: what is wrong stands in `problems`."""
    suggest_anew()
    loaded = Loaded(root)
    for path in files(root, About.kind_of_record):
        if (data := _read(path, loaded)) is not None:
            data |= {"site_url": address} if (address := _address(loaded)) else {}
            loaded.about = cast("About | None", _validate(About, data, path, (), loaded)) or _about_of_the_rest(data)
            loaded.origins[""] = Origin(_relative(path, root), ())
    if not files(root, About.kind_of_record):
        loaded.problems.append(_missing(root))
    for kind, model in KINDS.items():
        for path in files(root, kind):
            _load_file(kind, model, path, loaded)
    loaded.problems += _unread(root)
    _note_troubles(loaded)
    return loaded


def _missing(root: Path) -> Problem:
    """What to say where nothing tells what the dossier is on: the folder may be another, or not be ours to read."""
    data = root / "data"
    file = f"data/{About.kind_of_record}.yml"
    if not data.exists():
        message = f"is missing: there is no dossier in {root.absolute()}"
        return Problem(file, 0, "", message, "go to the folder of one, or name it (--root FOLDER)", "files")
    for path, message, hint in tree.troubles(data):
        if path == data:
            return Problem("data", 0, "", message, hint, "files")
    return Problem(file, 0, "", "is missing: it says what the dossier is on", rule="files")


# What of dossier.yml no record is held against, and what stands in for it while it is wrong.
_STAND_INS = {
    "title": "…",
    "summary": "…",
    "edition": {"number": 1, "date": "2000-01-01"},
    "earlier": [],
    "site_url": "https://site.invalid/",
    "report_errors": "https://site.invalid/",
}


def _about_of_the_rest(data: dict[str, Any]) -> About | None:
    """The dossier where nothing is wrong that records are held against, so that what is wrong in them is told too."""
    if any(drafts.left(data)):
        return None
    try:
        About.model_validate(data)
    except ValidationError as error:
        wrong = {str(item["loc"][0]) for item in error.errors()}
        stand_ins = {name: _STAND_INS[name] for name in wrong & _STAND_INS.keys()}
        if not wrong & About.model_fields.keys() - stand_ins.keys():
            return About.model_validate({name: data[name] for name in data.keys() - wrong} | stand_ins)
    return None


# The site's address from outside the record, for hosts that give one; it counts before `site_url` in dossier.yml.
ADDRESS = "DOSSIER_SITE_URL"


def _address(loaded: Loaded) -> str:
    """The address that the environment gives, or "" with a problem noted where it is none."""
    given = os.environ.get(ADDRESS, "").strip()
    if given and not re.fullmatch(SITE[1:-1], given):
        message, hint = f"{given!r} is no address of a site", "write it as https://host/folder/, or leave it empty"
        loaded.problems.append(Problem(ADDRESS, 0, "", message, hint, "fields"))
        return ""
    return given


# What stands in place of an id, and so is none.
SET_WORDS = ("unknown", "unclear", "none", defaults.KEY)

# Files under data/ that hold settings of the checks, not records.
OTHER_FILES = ("words", "exceptions", "balance")
SCHEMAS = "schema"


def _unread(root: Path) -> Iterator[Problem]:
    """Every file under `data/` that nobody reads, by name."""
    known = (*KINDS, About.kind_of_record, *OTHER_FILES)
    read = {path for kind in known for path in files(root, kind)}
    for path in tree.files(root / "data"):
        name, *inner = path.relative_to(root / "data").parts
        if path in read or (len(inner) == 1 and name == SCHEMAS and path.suffix == ".json"):
            continue
        message, hint = "is not read", "the endings are `.yml`, in small letters"
        stem = name.removesuffix(path.suffix) if not inner else name
        if path.suffix == ".yml" and stem not in known:
            message, hint = f"is not read: no kind of record is called {stem!r}", suggestion(stem, known)
        elif path.suffix == ".yml" and inner and name not in KINDS:
            hint = f"write it into data/{name}.yml"
        elif path.suffix == ".yml" and len(inner) > 1:
            hint = f"folders go one deep: move it to data/{name}/"
        elif path.suffix == ".yml":
            message, hint = "cannot be read: it is no file", ""
        yield Problem(_relative(path, root), 0, "", message, hint, "files")


def _note_troubles(loaded: Loaded) -> None:
    """What of `data/` cannot be gone into or read, such as a folder in a file's place: what it holds is not known."""
    named = {problem.file for problem in loaded.problems}
    folder = loaded.root / "data"
    for path, message, hint in tree.troubles(folder) if folder.is_dir() else ():
        file = _relative(path, loaded.root)
        loaded.unread |= {part.removesuffix(".yml") for part in path.relative_to(folder).parts[:1]} & KINDS.keys()
        if file not in named:
            loaded.problems.append(Problem(file, 0, "", message, hint, "files"))


def _load_file(kind: str, model: type[Entry], path: Path, loaded: Loaded) -> None:
    entries = _read(path, loaded)
    if entries is None:
        loaded.unread.add(kind)
    _take(kind, model, entries or {}, path, loaded)


def _take(kind: str, model: type[Entry], data: dict[str, Any], path: Path, loaded: Loaded) -> None:
    """Put the entries of a file into what is loaded, each with what the file gives to all of them."""
    if misspelt := defaults.misspelt(kind, data):
        key, hint = misspelt
        line, message = line_of(path, (key,)), "is no entry: it has nothing but what entries share"
        loaded.problems.append(Problem(_relative(path, loaded.root), line, key, message, hint, "fields"))
        data = {defaults.KEY if id_ == key else id_: fields for id_, fields in data.items()}
    given, entries = defaults.split(kind, data)
    if given != {}:
        _validate(defaults.model(kind), given, path, (defaults.KEY,), loaded)
    shared = given if isinstance(given, dict) else {}
    for id_, fields in entries.items():
        own = fields if isinstance(fields, dict) else shared
        origin = Origin(_relative(path, loaded.root), (id_,), frozenset(shared.keys() - own.keys()))
        if wrong := _wrong_id(id_, loaded):
            loaded.problems.append(Problem(origin.file, loaded.line(origin), id_[:60], *wrong, "ids"))
            continue
        loaded.origins[id_] = origin
        if (entry := _validate(model, fields, path, (id_,), loaded, shared=shared)) is not None:
            loaded.kinds[kind][id_] = cast("Entry", entry)


# `index.html` is every folder's own page, and Windows keeps the others for its devices.
NO_PAGE = re.compile(r"index|con|prn|aux|nul|(?:com|lpt)[0-9]")


def _wrong_id(id_: str, loaded: Loaded) -> tuple[str, str] | None:
    """Why an id cannot be one, and what to do; None where it can."""
    if not re.fullmatch(ID[1:-1], id_) or len(id_) > 60:
        return "an id is lowercase letters, digits and single hyphens, at most 60 characters", ""
    if id_ in loaded.origins:
        other = loaded.origins[id_]
        return f"this id is taken: {other.file}:{loaded.line(other)}", "ids are unique over all files"
    return (reserved, "choose another id") if (reserved := reserved_for(id_)) else None


def reserved_for(id_: str) -> str:
    """Why an id of the right form can be nobody's, now or before; '' where it can."""
    if id_ in SET_WORDS:
        return f"{id_!r} has a meaning of its own in the record"
    return f"no page of its own can be called {id_!r}" if NO_PAGE.fullmatch(id_) else ""


def _read(path: Path, loaded: Loaded) -> dict[str, Any] | None:
    """The mapping a file holds, or None with a problem noted."""
    file = _relative(path, loaded.root)
    try:
        found = read_file(path)
    except Unreadable as error:
        loaded.problems.append(Problem(file, error.fault.line, "", error.fault.message, error.fault.hint, "yaml"))
        return None
    loaded.problems += [Problem(file, fault.line, "", fault.message, fault.hint, "yaml") for fault in found.faults]
    if found.data is None:
        return {}
    if not isinstance(found.data, dict):
        loaded.problems.append(
            Problem(file, 1, "", f"expected entries keyed by id, found {noun(found.data)}", rule="fields")
        )
        return None
    return found.data


def _validate(
    model: type[BaseModel],
    data: object,
    path: Path,
    keys: Path_,
    loaded: Loaded,
    *,
    shared: dict[str, Any] | None = None,
) -> BaseModel | None:
    """The entry, or None with what is wrong noted; what is wrong in the `shared` defaults is noted where they stand."""
    origin = Origin(_relative(path, loaded.root), keys)
    name = str(keys[0]) if keys else ""

    def problem(at: Path_, message: str, hint: str = "") -> None:
        where = ".".join(str(part) for part in (name, *at) if part != "")
        loaded.problems.append(Problem(origin.file, loaded.line(origin, at), where, message, hint, "fields"))

    if not isinstance(data, dict):
        glued = without_blank(data) if isinstance(data, str) else None
        problem((), *(glued or (f"expected the fields of an entry, found {noun(data)}",)))
        return None
    if "id" in data:
        problem(("id",), "unknown field 'id'", "the id is the key of the entry")
        return None
    if (draft := drafts.problem(data, origin.file, loaded.line(origin), name)) is not None:
        loaded.problems.append(draft)
        return None
    own, shared = data, shared or {}
    data = {**shared, **own}
    fields = {**data, "id": name} if issubclass(model, Entry) else data
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        for at, (message, hint) in messages(error, data, model).items():
            if not at or at[0] in own or at[0] not in shared:
                problem(at, message, hint)
    return None


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
