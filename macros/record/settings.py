"""Settings, read as strictly as the record: those of the checks under `data/`, and MkDocs' own where we need them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from . import tree
from .messages import messages
from .problems import Problem
from .reader import Unreadable, line_of, read_file

T = TypeVar("T")


def read(root: Path, file: str, adapter: TypeAdapter[T], model: type[BaseModel], empty: T) -> tuple[T, list[Problem]]:
    """What a file of entries of a `model` holds, and what is wrong with it; `empty` where it is absent or wrong."""
    path = root / file
    if not tree.is_file(path):
        return empty, []
    try:
        found = read_file(path)
    except Unreadable as error:
        return empty, [Problem(file, error.fault.line, "", error.fault.message, error.fault.hint, "yaml")]
    problems = [Problem(file, fault.line, "", fault.message, fault.hint, "yaml") for fault in found.faults]
    try:
        return (empty if found.data is None else adapter.validate_python(found.data)), problems
    except ValidationError as error:
        for at, (message, hint) in messages(error, found.data, model).items():
            problems.append(Problem(file, line_of(path, at), ".".join(map(str, at)), message, hint, "fields"))
        return empty, problems


MKDOCS = "mkdocs.yml"


def of_mkdocs(root: Path) -> tuple[dict[str, Any], list[Problem]]:
    """What MkDocs' settings hold, with those they inherit, and what is wrong; nothing where there are none."""
    data: dict[str, Any] = {}
    problems: list[Problem] = []
    file, seen = MKDOCS, set[str]()
    while file not in seen and (seen or tree.is_file(root / file)):
        seen.add(file)
        try:
            found = read_file(root / file, lenient=True)
        except Unreadable as error:
            problems.append(Problem(file, error.fault.line, "", error.fault.message, error.fault.hint, "yaml"))
            break
        problems += [Problem(file, fault.line, "", fault.message, fault.hint, "yaml") for fault in found.faults]
        own = found.data if isinstance(found.data, dict) else {}
        data = {**own, **data}
        file = str(own.get("INHERIT", file))
    return data, problems
