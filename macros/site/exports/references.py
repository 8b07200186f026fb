"""How to cite the dossier and its sources: CSL-JSON items, of which BibTeX is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ... import locale
from ...record.dates import When
from ...record.dossier import Dossier
from ...record.model import UNKNOWN, Source


def of_dossier(dossier: Dossier) -> dict[str, Any]:
    """How to cite the dossier."""
    about = dossier.about
    item = {
        "id": "dossier",
        "type": "webpage",
        "title": about.title,
        "author": [{"literal": locale.text("about.authors")}],
        "edition": str(about.edition.number),
        "issued": _issued(about.edition.date),
        "language": about.language,
        "URL": about.site_url,
    }
    return _known(item)


def of_sources(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """How to cite each source, in the order of the record."""
    for source in dossier.sources.values():
        yield of_source(dossier, source)


def of_source(dossier: Dossier, source: Source) -> dict[str, Any]:
    """How to cite one source."""
    outlet = dossier.outlets[source.outlet].name
    item = {
        "id": source.id,
        "type": "article-newspaper",
        "title": source.title if source.title != UNKNOWN else f"Page of {outlet}, title not recorded",
        "container-title": outlet,
        "issued": _issued(source.date) if isinstance(source.date, When) else None,
        "language": source.language,
        "URL": source.url if source.url != UNKNOWN else None,
        "archive_location": source.archived if source.archived != UNKNOWN else None,
        "accessed": _issued(source.seen) if source.seen else None,
    }
    return _known(item)


def _known(item: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: no date, title or address is made up."""
    return {name: value for name, value in item.items() if value}


def _issued(when: When) -> dict[str, Any]:
    """A date as CSL holds it: one or two lists of year, month, day, as many as are known; with an open end, words."""
    if when.is_open:
        return {"literal": str(when)}
    found: dict[str, Any] = {"date-parts": [_parts(end) for end in when.ends]}
    return {**found, "circa": True} if when.is_about else found


def _parts(end: str) -> list[int]:
    """Year, month and day; the year below 1 before the first."""
    sign, digits = (-1, end[1:]) if end.startswith("-") else (1, end)
    year, *rest = (int(part) for part in digits[:10].split("-"))
    return [sign * year, *rest]
