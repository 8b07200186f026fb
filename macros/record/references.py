"""What a record names, which texts in it are ours and its dates, found by the marks on the fields of its kind.

The way to them is laid out once for each kind, and gone once for each entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from .dates import When
from .reader import Path_

PLACEHOLDER = re.compile(r"\{([^{}|]*)(?:\|([^{}|]*))?\}")


class Ref:
    """Marks a field as the id of another record; `kinds` are the files it may stand in."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class OwnWords:
    """Marks a text as ours: neutral, without typed digits; `placeholders` tells whether {braces} may stand in it."""

    def __init__(self, *, placeholders: bool) -> None:
        self.placeholders = placeholders


@dataclass(frozen=True)
class Reference:
    """That one record names another: `id` in the field at `path`, which takes records of `kinds`."""

    path: Path_
    id: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class OwnText:
    """A text of ours in an entry, the field it stands in and whether it may hold placeholders."""

    path: Path_
    text: str
    placeholders: bool


@dataclass
class Parts:
    """What the marks find in one entry."""

    references: list[Reference] = field(default_factory=list)
    own_texts: list[OwnText] = field(default_factory=list)
    dates: list[tuple[Path_, When]] = field(default_factory=list)


class Marked(Protocol):
    """An entry, which keeps what was found in it."""

    @property
    def parts(self) -> Parts:
        """All that is marked in it."""


def placeholders(text: str) -> list[str]:
    """The names in braces in a text, in order."""
    return [match[1] for match in PLACEHOLDER.finditer(text)] if "{" in text else []


def references(entry: Marked) -> list[Reference]:
    """Every id of another record that an entry holds in its fields."""
    return entry.parts.references


def own_texts(entry: Marked) -> list[OwnText]:
    """Every text of our own that an entry holds."""
    return entry.parts.own_texts


def dates(entry: Marked) -> list[tuple[Path_, When]]:
    """Every date an entry holds, with the way to it."""
    return entry.parts.dates


def find(entry: BaseModel) -> Parts:
    """Go through an entry for what is marked in it."""
    parts = Parts()
    _of_model(type(entry))(entry, (), parts)
    return parts


# A step takes a value and the way to it, and notes what it finds.
Step = Callable[[Any, Path_, Parts], None]


@lru_cache
def _of_model(model: type[BaseModel]) -> Step:
    hints = get_type_hints(model, include_extras=True)
    steps = [(name, step) for name in model.model_fields if (step := _step(hints[name]))]

    def go(value: Any, path: Path_, parts: Parts) -> None:
        for name, step in steps:
            if (inner := getattr(value, name)) is not None:
                step(inner, (*path, name), parts)

    return go


def _step(annotation: Any, marks: tuple[object, ...] = ()) -> Step | None:
    """How to go on in a field of this annotation; None where nothing can be marked."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extra = get_args(annotation)
        return _step(inner, (*marks, *extra))
    if origin in (Union, UnionType):
        return _of_union(get_args(annotation), marks)
    if origin in (list, tuple):
        return _of_items(_step(get_args(annotation)[0]))
    if origin is dict:
        return _of_values(_step(get_args(annotation)[1]))
    if annotation is str:
        return _of_text(marks)
    if annotation is When:
        return lambda value, path, parts: parts.dates.append((path, value))
    return _of_model(annotation) if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _of_text(marks: tuple[object, ...]) -> Step | None:
    refs = [mark for mark in marks if isinstance(mark, Ref)]
    own = [mark for mark in marks if isinstance(mark, OwnWords)]

    def go(value: Any, path: Path_, parts: Parts) -> None:
        parts.references += [Reference(path, value, mark.kinds) for mark in refs]
        parts.own_texts += [OwnText(path, value, mark.placeholders) for mark in own]

    return go if refs or own else None


def _of_items(step: Step | None) -> Step | None:
    def go(value: Any, path: Path_, parts: Parts) -> None:
        for index, item in enumerate(value):
            step(item, (*path, index), parts)  # type: ignore[misc]

    return go if step else None


def _of_values(step: Step | None) -> Step | None:
    def go(value: Any, path: Path_, parts: Parts) -> None:
        for key, item in value.items():
            step(item, (*path, key), parts)  # type: ignore[misc]

    return go if step else None


def _of_union(options: tuple[Any, ...], marks: tuple[object, ...]) -> Step | None:
    """The step of the branch that takes the value; the set words of a union, such as `unknown`, are none of them."""
    words = {word for option in options if get_origin(option) is Literal for word in get_args(option)}
    branches = [(_type_of(option), step) for option in options if (step := _step(option, marks))]

    def go(value: Any, path: Path_, parts: Parts) -> None:
        if isinstance(value, str) and value in words:
            return
        for type_, step in branches:
            if isinstance(value, type_):
                step(value, path, parts)
                return

    return go if branches else None


def _type_of(annotation: Any) -> type:
    """The type of a value that a branch of a union takes."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    origin: type = get_origin(annotation) or annotation
    return origin
