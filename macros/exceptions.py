"""Declared exceptions to the checks of pages: each with a reason, and flagged once nothing needs it any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError

from .load import line_of
from .model import Line, Model, Text
from .problem import Problem

FILE = "data/exceptions.yml"


class Allowed(Model):
    """A text with digits that a page may hold as it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    page: Line
    text: Line
    reason: Text


_LIST = TypeAdapter(list[Allowed])


@dataclass
class Exceptions:
    """The exceptions of `data/exceptions.yml`; `used` grows as a check meets them."""

    root: Path
    allowed: list[Allowed] = field(default_factory=list)
    used: set[Allowed] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def read(cls, root: Path) -> Exceptions:
        """Read the file; an absent one allows nothing."""
        found = cls(root)
        path = root / FILE
        if path.is_file():
            try:
                found.allowed = _LIST.validate_python(yaml.safe_load(path.read_text("utf-8")) or [])
            except yaml.YAMLError:
                found.problems.append(Problem(FILE, 0, "", "not valid YAML"))
            except ValidationError as error:
                for item in error.errors():
                    where = ".".join(str(part) for part in item["loc"])
                    line = line_of(path, item["loc"])
                    found.problems.append(Problem(FILE, line, where, item["msg"]))
        return found

    def of(self, file: str) -> list[Allowed]:
        """Those for a page, by its path from the project's folder."""
        return [allowed for allowed in self.allowed if f"docs/{allowed.page}" == file]

    def unused(self) -> Iterator[Problem]:
        """A problem for each exception that no page needs."""
        for index, allowed in enumerate(self.allowed):
            if allowed not in self.used:
                message = f"{allowed.text!r} no longer stands in {allowed.page}: take the exception out"
                yield Problem(FILE, line_of(self.root / FILE, (index,)), "", message)
