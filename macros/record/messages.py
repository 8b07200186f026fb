"""What Pydantic finds wrong with an entry, in words that teach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from .problems import suggestion
from .reader import Path_


def messages(error: ValidationError, data: Mapping[str, Any], model: type[BaseModel]) -> dict[Path_, list[str]]:
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
            return f"expected a number without quotation marks or commas, found {noun(value)}"
        case "model_type":
            return f"expected fields, such as {{field: value}}, found {noun(value)}"
        case kind if kind.endswith("_type"):
            return f"expected {kind.removesuffix('_type').replace('_', ' ')}, found {noun(value)}"
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


def noun(value: object) -> str:
    """What a value is, in an author's words, with the value: 'text ('x')'."""
    names = {
        dict: "a mapping",
        list: "a list",
        str: "text",
        int: "a number",
        float: "a number",
        bool: "true/false",
    }
    return "nothing" if value is None else f"{names.get(type(value), 'something else')} ({_shown(value)})"
