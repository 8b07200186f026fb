"""JSON Schema of the files under `data/`, generated from the model, so that editors complete and check as one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from ..rules import answers, exceptions
from ..rules import wording as words
from .fields import ID
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
    return {About.kind_of_record: closed(_schema(About)), **found, **others}


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
    return _of_file(
        kind,
        {
            "type": "object",
            "propertyNames": {"pattern": ID, "maxLength": 60, "not": {"enum": [*NO_IDS]}},
            "additionalProperties": {"$ref": "#/$defs/" + model.__name__},
            "$defs": {**definitions, model.__name__: schema},
        },
    )


def _of_file(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a whole file, which may be empty."""
    type_ = schema.pop("type")
    return {"$schema": DIALECT, "title": kind, "type": [type_, "null"], **closed(schema)}


def closed(schema: Any) -> Any:
    """A schema whose mappings take no key but those of their pattern, as the model's."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    return {**found, "additionalProperties": False} if "patternProperties" in found else found
