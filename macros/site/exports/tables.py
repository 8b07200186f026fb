"""A table of the record as CSV: a row for each entry of a kind, columns that say what they hold.

A spreadsheet reads such a file rightly by a double click: it begins with a byte order mark, without which some take
UTF-8 for an older code, and a text that begins as a formula does has an apostrophe before it (`GUARDED`), so that
nothing is reckoned or run. Numbers have none: `-3.7` stays a number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ...record.addresses import address
from ...record.dates import When
from ...record.dossier import Dossier
from ...record.fields import UNKNOWN

BOM = "\ufeff"
BETWEEN = "; "
GUARDED = ("=", "+", "-", "@", "\t", "\r")

Type = Literal["string", "integer", "number", "boolean"]
Value = str | int | float | None


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds, how it is found for an entry; `to` is the table whose ids it holds."""

    name: str
    what: str
    of: Callable[[Dossier, Any], Value]
    type: Type = "string"
    to: str | None = None


@dataclass(frozen=True)
class Table:
    """A table: its name, what a row is, which entries it has, its columns; `key` tells rows apart."""

    name: str
    what: str
    entries: Callable[[Dossier], Iterable[Any]]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)

    def csv(self, dossier: Dossier) -> str:
        """The table as the text of a CSV file."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([column.name for column in self.columns])
        for entry in self.entries(dossier):
            writer.writerow([_cell(column.of(dossier, entry)) for column in self.columns])
        return BOM + out.getvalue()


def _cell(value: Value) -> str:
    """A value as a spreadsheet takes it: nothing for None, and a text that is no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(GUARDED) else value
    return f"{value:.15g}"


# What columns are made from


def permalink(dossier: Dossier, id_: str) -> str:
    """Where an entry stands: its full address where the site has one, else its path from the site's root."""
    path = str(address(dossier, id_))
    return f"{dossier.about.site_url.rstrip('/')}/{path}" if dossier.about.site_url else path


def iso(when: When | str | None) -> str | None:
    """A date as the record has it, ISO 8601."""
    return when.text if isinstance(when, When) else when


def ids(found: Iterable[str] | str) -> str:
    """Ids in one cell; the word that stands in place of them as it is."""
    return found if isinstance(found, str) else BETWEEN.join(found)


def own_id() -> Column:
    """The id of an entry."""
    return Column("id", "Its id, the same in every edition.", lambda _, entry: str(entry.id))


def link() -> Column:
    """Where an entry stands on the site."""
    what = "Where it stands on the site: its address where the site has one, else the path from the site's root."
    return Column("link", what, lambda dossier, entry: permalink(dossier, entry.id))


def field(
    name: str,
    what: str,
    of: str | None = None,
    /,
    *,
    type: Type = "string",
    to: str | None = None,
) -> Column:
    """A field of an entry as it is; a list of ids in one cell."""

    def value(_: Dossier, entry: Any) -> Value:
        found = getattr(entry, of or name)
        if isinstance(found, When):
            return found.text
        if isinstance(found, list):
            return BETWEEN.join(map(str, found))
        if type != "string":
            return None if found == UNKNOWN else found
        return None if found is None else str(found)

    return Column(name, what, value, type, to)
