"""What a file gives all its entries: `defaults:` at its top, so that nobody writes the same source under each claim.

An entry's own value counts before the file's. Both are read by the same model, so a default is refused where the field
of an entry would be.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

from pydantic import Field, create_model

from .fields import Model
from .model import KINDS
from .problems import suggestion

KEY = "defaults"

# What can be the same for many entries. An entry's own words, passage or figures can not.
FIELDS: dict[str, tuple[str, ...]] = {
    "sources": ("outlet", "date", "language", "seen"),
    "points": ("topic", "kind"),
    "claims": ("point", "by", "voice", "act", "of", "chain", "source", "place", "date", "occasion"),
    "quotations": ("by", "occasion", "language", "spoken", "chain", "source", "place"),
}


@cache
def model(kind: str) -> type[Model]:
    """What `defaults` may hold in the files of a kind: some of the fields of an entry, none of them required."""
    entry = KINDS[kind]
    hints = get_type_hints(entry, include_extras=True)
    fields: dict[str, Any] = {
        name: (hints[name], Field(default=None, description=entry.model_fields[name].description))
        for name in FIELDS[kind]
    }
    return create_model(
        f"{entry.__name__}Defaults", __base__=Model, __doc__="What the entries of this file share.", **fields
    )


def split(kind: str, data: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """What a file holds: its defaults, and its entries by id."""
    if kind not in FIELDS or KEY not in data:
        return {}, data
    return data[KEY], {id_: entry for id_, entry in data.items() if id_ != KEY}


def misspelt(kind: str, data: dict[str, Any]) -> tuple[str, str] | None:
    """The key that was probably meant for `defaults`, with a hint: nothing stands under it but what entries share."""
    if kind in FIELDS and KEY not in data:
        for key, fields in data.items():
            shared = isinstance(fields, dict) and fields and fields.keys() <= {*FIELDS[kind]}
            if shared and (hint := suggestion(key, [KEY])):
                return key, hint
    return None


def given(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """The entries of a file as if each had been written out, whether or not they are right."""
    defaults, entries = split(kind, data)
    if not isinstance(defaults, dict):
        return entries
    return {id_: {**defaults, **entry} if isinstance(entry, dict) else entry for id_, entry in entries.items()}
