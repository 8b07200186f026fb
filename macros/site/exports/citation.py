"""CITATION.cff, the file that code hosts read."""

from __future__ import annotations

import yaml

from ... import locale
from ...record.dossier import Dossier
from ...render.context import Context
from ...render.text import plain
from .package import LICENCE

HEAD = "# Made from the record by `python -m macros citation`.\n"


def citation_file(dossier: Dossier) -> str:
    """CITATION.cff, as it stands beside the record."""
    about = dossier.about
    fields = {
        "cff-version": "1.2.0",
        "message": "If you use this dossier, please cite it as below, and the sources it names for what they say.",
        "type": "dataset",
        "title": about.title,
        "abstract": plain(Context(dossier), about.summary),
        "authors": [{"name": locale.text("about.authors")}],
        "version": str(about.edition.number),
        "date-released": about.edition.date.last.isoformat(),
        "license": LICENCE,
        "url": about.site_url,
    }
    known = {name: value for name, value in fields.items() if value}
    return HEAD + yaml.safe_dump(known, sort_keys=False, allow_unicode=True, width=110)
