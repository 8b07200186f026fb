"""The files under `data/` that hold settings of the checks: read like the record, and as sure to give no traceback."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from .problems import Problem
from .reader import line_of

T = TypeVar("T")


def read(root: Path, file: str, adapter: TypeAdapter[T], empty: T) -> tuple[T, list[Problem]]:
    """What a file holds, and what is wrong with it; `empty` where it is absent or wrong."""
    path = root / file
    if not path.is_file():
        return empty, []
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
        return (empty if data is None else adapter.validate_python(data)), []
    except ValidationError as error:
        problems = []
        for item in error.errors():
            at = tuple(part for part in item["loc"] if part != "[key]")
            problems.append(Problem(file, line_of(path, at), ".".join(map(str, at)), item["msg"]))
        return empty, problems
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        return empty, [Problem(file, mark.line + 1 if mark else 0, "", "not valid YAML")]
