"""What Pydantic finds wrong with an entry, in words that teach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .fields import EMPTY, FORMS, ID, UNKNOWN
from .problems import listed, suggestion
from .reader import Path_
from .slips import as_id, without_blank

Words = tuple[str, str]


def messages(error: ValidationError, data: Any, model: type[BaseModel]) -> dict[Path_, Words]:
    """Pydantic's errors by the path in the data: message and hint. Branches of a union fold into one path.

    Where `unknown` might stand in place of a mapping, an error within the mapping says enough.
    """
    found: dict[Path_, list[Words]] = {}
    words: set[Path_] = set()
    notes: dict[Path_, Words] = {}
    for item in error.errors(include_url=False):
        at, node = _place(item, data)
        message = _message(item, item["input"] if item["loc"][-1:] == ("[key]",) else node, model)
        several = found.setdefault(at, [])
        if message not in several:
            several.append(message)
        if item["type"] == "literal_error":
            words.add(at)
            notes[at] = message
    for path, note in notes.items():
        # Neither a date nor `unknown`: what is wrong with the date says enough.
        if len(found[path]) > 1 and not note[1]:
            found[path].remove(note)
    return {
        path: ("; or ".join(message for message, _ in several[:3]), next((hint for _, hint in several if hint), ""))
        for path, several in found.items()
        if path not in words or not any(len(other) > len(path) and other[: len(path)] == path for other in found)
    }


def _place(item: Mapping[str, Any], data: Any) -> tuple[Path_, Any]:
    """The path in the data that an error is on, without the branches of unions, and what stands there."""
    at: list[str | int] = []
    node = data
    part: Any
    for part in item["loc"]:
        if (isinstance(node, dict) and part in node) or (
            isinstance(part, int) and isinstance(node, list) and part < len(node)
        ):
            node = node[part]
            at.append(part)
        elif item["type"] == "missing" and part == item["loc"][-1]:
            at.append(part)
    return tuple(at), node


def _message(item: Mapping[str, Any], value: object, model: type[BaseModel]) -> Words:
    context = item.get("ctx", {})
    kind = item["type"]
    if kind == "missing":
        return "is missing", UNKNOWN_IS if _may_be_unknown(model, item["loc"][-1]) else ""
    if value is None:
        return "is empty", "give it a value, or leave the field out"
    if kind.endswith(("_type", "_from_float")):
        return _of_type(kind.removesuffix("_type").removesuffix("_from_float"), value)
    match kind:
        case "extra_forbidden":
            names = _fields_at(model, item["loc"][:-1])
            near = suggestion(str(item["loc"][-1]), names)
            return "unknown field", near or (f"it has {listed(names)}" if len(names) <= FEW else "")
        case "literal_error":
            options = re.findall(r"'([^']*)'", context["expected"])
            return f"{_shown(value)} is none of {listed(options)}", suggestion(value, options)
        case "string_pattern_mismatch":
            form = FORMS[context["pattern"]]
            near = as_id(str(value)) if context["pattern"] == ID else ""
            hint = f"did you mean '{near}'?" if near else ""
            return ("is empty", "") if form == EMPTY else (f"{_shown(value)} does not have the form of {form}", hint)
        case "string_too_long":
            return f"is {len(str(value))} characters long; at most {context['max_length']} are allowed", ""
        case "string_too_short" | "too_short" if not value:
            return "is empty", ""
        case kind if kind in BOUNDS:
            bounds = (_plain(each) for name, each in context.items() if name != "field_type")
            return BOUNDS[kind].format(_shown(value), *bounds), ""
        case "value_error":
            return str(context["error"]), ""
        case _:
            return str(item["msg"]), ""


def _plain(value: object) -> object:
    """A whole number as one: 90.0 is 90."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


# By the kind of error; {0} is the value, {1} the bound, {2} how many there are.
BOUNDS = {
    "greater_than": "is {0}; it has to be more than {1:,}",
    "greater_than_equal": "is {0}; {1:,} is the least",
    "less_than_equal": "is {0}; {1:,} is the most",
    "too_short": "has too few items: {2}, and {1} is the least",
    "too_long": "has too many items: {2}, and {1} is the most",
}
# A piece with so many fields is told with all it has.
FEW = 5


def _of_type(wanted: str, value: object) -> Words:
    """A value of another type than the field takes."""
    hint = ""
    if wanted in ("int", "float"):
        hint = "numbers are written 6000, -5 or 12.5, without quotation marks or commas"
    if wanted == "string" and isinstance(value, int | float):
        hint = "write it in quotation marks"
    if isinstance(value, str) and wanted in ("dict", "model", "list") and (glued := without_blank(value)):
        return glued
    return f"expected {NOUNS.get(wanted, wanted)}, found {noun(value)}", hint


NOUNS = {
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "string": "text",
    "list": "a list",
    "tuple": "two numbers in brackets",
    "dict": "fields, such as {field: value}",
    "model": "fields, such as {field: value}",
}
UNKNOWN_IS = "where it is not known, `unknown` is a value"


def _may_be_unknown(model: type[BaseModel], name: str) -> bool:
    """Whether `unknown` may stand in a field of a model, or of the models within it."""
    if (info := model.model_fields.get(name)) and UNKNOWN in _literals(info.annotation):
        return True
    inner = (each for info in model.model_fields.values() for each in _models_in(info.annotation))
    return any(_may_be_unknown(each, name) for each in inner)


def _literals(annotation: Any) -> set[object]:
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {word for part in get_args(annotation) for word in _literals(part)}


def _fields_at(model: type[BaseModel], path: Sequence[str | int]) -> tuple[str, ...]:
    """The fields of what stands at a path in a model: names of figures and of branches of unions lead no further."""
    models = [model]
    for part in path:
        fields = [each.model_fields[part] for each in models if isinstance(part, str) and part in each.model_fields]
        models = [inner for field in fields for inner in _models_in(field.annotation)] or models
    return tuple(dict.fromkeys(name for each in models for name in each.model_fields if name != "id" or each != model))


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
