"""datapackage.json: what the tables are and what their columns hold, as the Frictionless standard writes it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ...record.dossier import Dossier
from ...render.context import Context
from ...render.text import plain
from . import named, said
from .tables import Table

# In the order in which a reader is offered them.
TABLES = (
    said.CLAIMS, said.POINTS, said.ANSWERS, said.QUOTATIONS, said.COMPARISONS, named.PEOPLE, named.PARTIES,
    named.OUTLETS, named.SOURCES, named.EVENTS, named.PLACES, named.TERMS, said.CORRECTIONS,
)  # fmt: skip
NAME = "datapackage.json"
LICENCE = "CC-BY-4.0"
LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/"
NOTE = (
    "UTF-8 with a byte order mark. A text that begins with =, +, -, @ or a tab has an apostrophe before it, so that no "
    "spreadsheet takes it for a formula: take it off to have the text. Several ids or names in a cell stand with '; ' "
    "between them. `unknown` says that something is not known; an empty cell, that there is nothing to say."
)


def package(dossier: Dossier, tables: Mapping[str, str]) -> dict[str, Any]:
    """The descriptor of the tables, whose texts are given by the names of their files."""
    about = dossier.about
    found = {
        "profile": "tabular-data-package",
        "name": about.event,
        "title": about.title,
        "description": f"{plain(Context(dossier), about.summary)} {NOTE}",
        "homepage": about.site_url,
        "version": f"{about.edition.number}.0.0",
        "created": f"{about.edition.date.last.isoformat()}T00:00:00Z",
        "licenses": [{"name": LICENCE, "path": LICENCE_PAGE}],
        "resources": [_resource(table, tables[f"{table.name}.csv"]) for table in TABLES],
    }
    return {name: value for name, value in found.items() if value}


def _resource(table: Table, text: str) -> dict[str, Any]:
    content = text.encode()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.what,
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type, "description": column.what} for column in table.columns
            ],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": column.name,
                    # A table that a column of its own leads to has no name there: the standard says so.
                    "reference": {"resource": "" if column.to == table.name else column.to, "fields": "id"},
                }
                for column in table.columns
                if column.to
            ],
        },
    }
