"""Declared exceptions to the checks of our texts: each with a reason, and flagged once nothing needs it any more."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import ConfigDict, Field, TypeAdapter, model_validator

from ..record import settings
from ..record.fields import Maybe
from ..record.model import Id, Line, Model, Text
from ..record.problems import Problem
from ..record.reader import line_of

FILE = "data/exceptions.yml"


class Allowed(Model):
    """A text that a page, or a record, may hold as it stands: with digits, or with a word of the list."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["page"]}, {"required": ["record"]}]})
    page: Maybe[Line] = Field(default=None, description="A page, by its path under docs/.")
    record: Maybe[Id] = Field(default=None, description="A record, by its id.")
    text: Line
    reason: Text

    @model_validator(mode="after")
    def _one_place(self) -> Allowed:
        if (self.page is None) == (self.record is None):
            raise ValueError("an exception is for a `page` or for a `record`")
        return self

    @property
    def place(self) -> str:
        """What it is for: the page's path from the project's folder, or the record's id."""
        return f"docs/{self.page}" if self.page else str(self.record)


LIST = TypeAdapter(list[Allowed])


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
        allowed, problems = settings.read(root, FILE, LIST, Allowed, [])
        return cls(root, allowed, problems=problems)

    def without(self, place: str, text: str) -> str:
        """A text of a page or record without what is allowed there; what was met is noted as used."""
        for allowed in self._by_place.get(place, ()):
            if allowed.text in text:
                text = text.replace(allowed.text, " ")
                self.used.add(allowed)
        return text

    @cached_property
    def _by_place(self) -> dict[str, list[Allowed]]:
        found: dict[str, list[Allowed]] = {}
        for allowed in self.allowed:
            found.setdefault(allowed.place, []).append(allowed)
        return found

    def unused(self, unread: Container[str] = ()) -> Iterator[Problem]:
        """A problem for each exception that nothing needs, but for those of pages that could not be read."""
        for index, allowed in enumerate(self.allowed):
            if allowed not in self.used and allowed.place not in unread:
                message = f"{allowed.text!r} no longer stands in {allowed.page or allowed.record}"
                line = line_of(self.root / FILE, (index,))
                yield Problem(FILE, line, "", message, "take the exception out", "exceptions")
