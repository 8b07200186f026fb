"""JSON Schema of the files under `data/`, generated from the model, so that editors complete and check as one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from ..rules import answers, exceptions
from ..rules import wording as words
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
    others = {name: {"$schema": DIALECT, "title": name, **list_.json_schema()} for name, list_ in settings.items()}
    return {About.kind_of_record: _schema(About), **found, **others}


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
    head = schema.pop("$schema")
    schema["properties"].pop("id", None)
    return {
        "$schema": head,
        "title": kind,
        "type": "object",
        "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "additionalProperties": {"$ref": "#/$defs/" + model.__name__},
        "$defs": {**definitions, model.__name__: schema},
    }
