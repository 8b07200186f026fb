"""JSON Schema of the files under `data/`, generated from the model, so that editors complete and check as one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from ..rules import answers, exceptions
from ..rules import wording as words
from . import defaults
from .drafts import IN_TEXT
from .fields import ID, NOT_BLANK, WORDS
from .load import SET_WORDS as NO_IDS
from .model import KINDS, About, Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file, by kind."""
    found = {kind: _of_entries(kind, model) for kind, model in KINDS.items()}
    settings: dict[str, TypeAdapter[Any]] = {
        "words": words.LIST,
        "exceptions": exceptions.LIST,
        "balance": answers.LIST,
    }
    others = {name: _of_file(name, list_.json_schema()) for name, list_ in settings.items()}
    return {About.kind_of_record: _no_draft(closed(_schema(About))), **_no_draft(found), **others}


def write(root: Path) -> list[Path]:
    """Write all schemas under `root/data/schema`; the paths written."""
    folder = root / "data" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, schema in schemas().items():
        path = folder / f"{kind}.json"
        path.write_text(text(schema), "utf-8")
        written.append(path)
    return written


def text(schema: dict[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        **model.model_json_schema(mode="validation"),
    }


def _of_entries(kind: str, model: type[Entry]) -> dict[str, Any]:
    schema = _schema(model)
    definitions = schema.pop("$defs", {})
    schema.pop("$schema")
    schema["properties"].pop("id", None)
    definitions[model.__name__] = schema
    shared = _of_defaults(kind, schema, definitions) if kind in defaults.FIELDS else {}
    return _of_file(
        kind,
        {
            "type": "object",
            "propertyNames": {
                "pattern": ID,
                "maxLength": 60,
                "not": {"enum": [each for each in NO_IDS if each not in shared.get("properties", {})]},
            },
            "additionalProperties": {"$ref": "#/$defs/" + model.__name__},
            "$defs": definitions,
            **shared,
        },
    )


def _of_defaults(kind: str, entry: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """What a file's `defaults` may hold; a field that they give is no longer required of its entries."""
    shared = _schema(defaults.model(kind))
    shared.pop("$schema")
    definitions |= shared.pop("$defs", {})
    conditions = []
    for name in [name for name in entry["required"] if name in defaults.FIELDS[kind]]:
        entry["required"].remove(name)
        given = {"required": [defaults.KEY], "properties": {defaults.KEY: {"required": [name]}}}
        own = {"properties": {defaults.KEY: True}, "additionalProperties": {"required": [name]}}
        conditions.append({"anyOf": [given, own]})
    return {"properties": {defaults.KEY: shared}, "allOf": conditions}


def _of_file(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a whole file, which may be empty."""
    type_ = schema.pop("type")
    return {"$schema": DIALECT, "title": kind, "type": [type_, "null"], **closed(schema)}


def _no_draft(schema: Any) -> Any:
    """A schema whose texts are written: what is still to be is none of them, as the reader of records has it."""
    if isinstance(schema, list):
        return [_no_draft(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _no_draft(value) for key, value in schema.items()}
    is_text = found.get("type") == "string" and found.get("pattern") in (NOT_BLANK, WORDS)
    return {**found, "not": {"pattern": IN_TEXT}} if is_text else found


def closed(schema: Any) -> Any:
    """A schema whose mappings take no key but those of their pattern, as the model's."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    return {**found, "additionalProperties": False} if "patternProperties" in found else found
