"""YAML to records, with line numbers: refuses what YAML would let pass (equal keys, unknown fields, odd types)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args

import yaml
from pydantic import BaseModel, ValidationError

from .model import KINDS, About, Entry
from .problems import Problem, suggestion

Path_ = tuple[str | int, ...]

# The fast C parser where PyYAML was built with it; the Python one reads the same.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Reads YAML 1.2's core types only: `on`, `yes`, `14:43` and dates stay text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own attribute)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Of equal keys the first counts: it is the one whose line is told; `_equal_keys` tells of the second."""
        first = {str(key.value): (key, value) for key, value in reversed(node.value)}
        node.value = [(key, value) for key, value in node.value if first[str(key.value)][0] is key]
        return cast("dict[Any, Any]", super().construct_mapping(node, deep))


for _tag, _pattern, _first in (
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^[-+]?(0|[1-9][0-9]*)$", "-+0123456789"),
    ("float", r"^[-+]?(0|[1-9][0-9]*)\.[0-9]+$", "-+0123456789"),
    ("null", r"^(~|null|)$", ["~", "n", ""]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


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
OTHER_FILES = ("words", "exceptions")


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
        for message, line in _equal_keys(text):
            loaded.problems.append(Problem(file, line, "", message))
        data = yaml.load(text, _Loader)  # noqa: S506 (derived from the safe loader)
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
        loaded.problems.append(Problem(file, 1, "", f"expected entries keyed by id, found {_noun(data)}"))
        return None
    return data


def _equal_keys(text: str) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one mapping, with the line of the second."""
    root = yaml.compose(text, _Loader)
    stack, seen = ([root] if root else []), set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            first: dict[str, int] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                if (name := str(key.value)) in first:
                    yield f"the key {name!r} stands twice here (first on line {first[name]})", line
                first.setdefault(name, line)
                stack.append(value)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)


def _validate(model: type[BaseModel], data: object, path: Path, keys: Path_, loaded: Loaded) -> BaseModel | None:
    origin = Origin(_relative(path, loaded.root), keys)
    name = str(keys[0]) if keys else ""

    def problem(at: Path_, message: str) -> None:
        where = ".".join(str(part) for part in (name, *at) if part != "")
        loaded.problems.append(Problem(origin.file, loaded.line(origin, at), where, message))

    if not isinstance(data, dict):
        problem((), f"expected the fields of an entry, found {_noun(data)}")
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
        for at, messages in _messages(error, data, model).items():
            problem(at, "; or ".join(messages[:3]))
    except RecursionError:
        problem((), "is nested too deep")
    return None


def _messages(error: ValidationError, data: Mapping[str, Any], model: type[BaseModel]) -> dict[Path_, list[str]]:
    """Pydantic's errors by the path in the data, in words that teach. Branches of a union fold into one path.

    Where `unknown` might stand in place of a mapping, an error within the mapping says enough.
    """
    found: dict[Path_, list[str]] = {}
    words: set[Path_] = set()
    notes: dict[Path_, str] = {}
    for item in error.errors(include_url=False):
        at: list[str | int] = []
        node: Any = data
        part: Any
        for part in item["loc"]:
            if (isinstance(node, dict) and part in node) or (
                isinstance(part, int) and isinstance(node, list) and part < len(node)
            ):
                node = node[part]
                at.append(part)
            elif item["type"] == "missing" and part == item["loc"][-1]:
                at.append(part)
        message = _message(item, node, model)
        messages = found.setdefault(tuple(at), [])
        if message not in messages:
            messages.append(message)
        if item["type"] == "literal_error":
            words.add(tuple(at))
            notes[tuple(at)] = message
    for path, note in notes.items():
        # Neither a date nor `unknown`: what is wrong with the date says enough.
        if len(found[path]) > 1 and "did you mean" not in note:
            found[path].remove(note)
    return {
        path: messages
        for path, messages in found.items()
        if path not in words or not any(len(other) > len(path) and other[: len(path)] == path for other in found)
    }


def _message(item: Mapping[str, Any], value: object, model: type[BaseModel]) -> str:
    context = item.get("ctx", {})
    match item["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return f"unknown field{suggestion(item['loc'][-1], _field_names(model))}"
        case "literal_error":
            options = re.findall(r"'([^']*)'", context["expected"])
            return f"{_shown(value)} is none of {context['expected']}{suggestion(value, options)}"
        case "string_pattern_mismatch":
            return f"{_shown(value)} does not have the form {context['pattern']}"
        case "string_too_long":
            return f"is {len(str(value))} characters long; at most {context['max_length']} are allowed"
        case "string_too_short" | "too_short":
            return "is empty"
        case "value_error":
            return str(context.get("error", item["msg"])).removeprefix("Value error, ")
        case "int_type" | "int_parsing" | "int_from_float" | "float_type" | "float_parsing" | "bool_type":
            return f"expected a number without quotation marks or commas, found {_noun(value)}"
        case "model_type":
            return f"expected fields, such as {{field: value}}, found {_noun(value)}"
        case kind if kind.endswith("_type"):
            return f"expected {kind.removesuffix('_type').replace('_', ' ')}, found {_noun(value)}"
        case _:
            return str(item["msg"])


@lru_cache
def _field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model and of the models within it."""
    names = set(model.model_fields) - {"id"}
    for info in model.model_fields.values():
        for inner in _models_in(info.annotation):
            names.update(_field_names(inner))
    return tuple(sorted(names))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that stand in an annotation, in lists, mappings and unions too."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _noun(value: object) -> str:
    names = {
        dict: "a mapping",
        list: "a list",
        str: "text",
        int: "a number",
        float: "a number",
        bool: "true/false",
    }
    return "nothing" if value is None else f"{names.get(type(value), 'something else')} ({_shown(value)})"


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def line_of(path: Path, keys: Path_) -> int:
    """The line, counted from 1, of the node that `keys` lead to in a YAML file; of its nearest parent if absent."""
    node = _nodes(path, path.stat().st_mtime_ns) if path.is_file() else None
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value == str(key):
                    line, node = name.start_mark.line + 1, value
                    break
            else:
                break
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
        else:
            break
    return line


@lru_cache(maxsize=64)
def _nodes(path: Path, stamp: int) -> yaml.Node | None:  # noqa: ARG001 (the cache's key)
    try:
        return yaml.compose(path.read_text("utf-8"), _Loader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None
