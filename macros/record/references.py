"""What a record names and which texts in it are ours, found by the marks on the fields of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from .fields import OwnWords, Ref
from .reader import Path_

PLACEHOLDER = re.compile(r"\{([^{}|]*)(?:\|([^{}|]*))?\}")


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


def placeholders(text: str) -> list[str]:
    """The names in braces in a text, in order."""
    return [match[1] for match in PLACEHOLDER.finditer(text)]


def references(entry: BaseModel) -> Iterator[Reference]:
    """Every id of another record that an entry holds in its fields."""
    for name, annotation in _hints(type(entry)).items():
        yield from (found for found in _walk(annotation, getattr(entry, name), (name,)) if isinstance(found, Reference))


def own_texts(entry: BaseModel) -> Iterator[OwnText]:
    """Every text of our own that an entry holds."""
    for name, annotation in _hints(type(entry)).items():
        yield from (found for found in _walk(annotation, getattr(entry, name), (name,)) if isinstance(found, OwnText))


@lru_cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _walk(annotation: Any, value: object, path: Path_, marks: tuple[object, ...] = ()) -> Iterator[Reference | OwnText]:
    """Go down a value along its annotation and give what `Ref` and `OwnWords` mark."""
    if get_origin(annotation) is Annotated:
        inner, *extra = get_args(annotation)
        yield from _walk(inner, value, path, (*marks, *extra))
    elif isinstance(value, str):
        yield from _marked(annotation, value, path, marks)
    elif get_origin(annotation) in (Union, UnionType):
        option = next((option for option in get_args(annotation) if _takes(option, value)), None)
        yield from _walk(option, value, path, marks) if option else ()
    else:
        for key, item, hint in _children(annotation, value):
            yield from _walk(hint, item, (*path, key))


def _marked(annotation: Any, value: str, path: Path_, marks: tuple[object, ...]) -> Iterator[Reference | OwnText]:
    """What the marks on a text say it is; the set words of a union, such as `unknown`, are neither."""
    if get_origin(annotation) in (Union, UnionType):
        options = get_args(annotation)
        if value not in {word for option in options if get_origin(option) is Literal for word in get_args(option)}:
            for option in options:
                yield from _walk(option, value, path, marks) if _takes(option, value) else ()
        return
    for mark in marks:
        if isinstance(mark, Ref):
            yield Reference(path, value, mark.kinds)
        elif isinstance(mark, OwnWords):
            yield OwnText(path, value, mark.placeholders)


def _children(annotation: Any, value: object) -> Iterator[tuple[str | int, object, Any]]:
    """The parts of a list, mapping or model, each with its key and annotation."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name), hint) for name, hint in _hints(type(value)).items())
    elif isinstance(value, dict):
        yield from ((key, item, get_args(annotation)[1]) for key, item in value.items())
    elif isinstance(value, list | tuple):
        yield from ((index, item, get_args(annotation)[0]) for index, item in enumerate(value))


def _takes(annotation: Any, value: object) -> bool:
    """Whether a branch of a union can hold the value."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    origin = get_origin(annotation) or annotation
    return isinstance(origin, type) and isinstance(value, origin)
