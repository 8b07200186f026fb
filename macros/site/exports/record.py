"""The whole record as JSON, and the schema that it holds against."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from ...record.dossier import Dossier
from ...record.fields import ID
from ...record.load import SET_WORDS
from ...record.model import KINDS, About, Claim
from ...record.schema import DIALECT, closed
from ...render.context import Context
from ...render.text import plain

SCHEMA = "record.schema.json"
TEXT = {
    "type": "string",
    "minLength": 1,
    "description": "What is asserted, as a reader reads it: `says` with figures and names filled in.",
}


def record(dossier: Dossier) -> dict[str, Any]:
    """The whole record as data: what is written, and the text of claims with their figures filled in."""
    kinds: dict[str, Any] = {
        kind: {id_: entry.model_dump(mode="json", exclude_defaults=True) for id_, entry in entries.items()}
        for kind, entries in dossier.kinds.items()
    }
    for claim in dossier.claims.values():
        kinds[Claim.kind_of_record][claim.id]["text"] = text_of(dossier, claim)
    about = dossier.about.model_dump(mode="json", exclude_defaults=True)
    return {"$schema": SCHEMA, About.kind_of_record: about, **kinds}


def text_of(dossier: Dossier, claim: Claim) -> str:
    """What a claim says as plain text."""
    return plain(Context(dossier), claim.says, claim.figures)


def schema() -> dict[str, Any]:
    """The JSON Schema of the whole record as it is given away; that of a file under `data/` has no `text`."""
    models: list[type[BaseModel]] = [About, *KINDS.values()]
    _, found = models_json_schema([(model, "validation") for model in models], ref_template="#/$defs/{model}")
    definitions = found["$defs"]
    for model in KINDS.values():
        definitions[model.__name__]["properties"].pop("id", None)
    claim = definitions[Claim.__name__]
    claim["properties"]["text"] = TEXT
    claim["required"] = [*claim["required"], "text"]
    kinds = {kind: _entries(model.__name__) for kind, model in KINDS.items()}
    properties = {
        "$schema": {"const": SCHEMA},
        About.kind_of_record: {"$ref": f"#/$defs/{About.__name__}"},
        **kinds,
    }
    whole = {
        "$schema": DIALECT,
        "title": "record.json",
        "description": "A dossier: what was said, by whom, through whom, and where it was published.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": definitions,
    }
    return dict(closed(whole))


def _entries(model: str) -> dict[str, Any]:
    """The entries of a kind by their ids."""
    return {
        "type": "object",
        "propertyNames": {"pattern": ID, "maxLength": 60, "not": {"enum": [*SET_WORDS]}},
        "additionalProperties": {"$ref": f"#/$defs/{model}"},
    }
