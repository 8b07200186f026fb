"""The first page: what the book is on, of what it is made, and which edition it is."""

from __future__ import annotations

from markupsafe import Markup

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN
from ..render.context import Context
from ..render.html import sentence_list, tag
from ..render.text import page_title, plain


def page(dossier: Dossier) -> Markup:
    """The cover. An address is printed only where the site has one."""
    about = dossier.about
    when = dossier.events[about.event].when
    edition = f"Edition {about.edition.number}, {about.edition.date}"
    return tag(
        "section",
        tag("p", str(when), class_="date") if when != UNKNOWN else None,
        tag("h1", about.title),
        tag("p", plain(Context(dossier), about.summary), class_="summary"),
        tag("p", "Taken apart here: ", sentence_list(_source(dossier, id_) for id_ in about.primary), "."),
        tag(
            "p",
            edition,
            [Markup("<br>"), tag("a", about.site_url, href=about.site_url)] if about.site_url else None,
            class_="edition",
        ),
        id="cover",
        class_="cover",
    )


def _source(dossier: Dossier, id_: str) -> str:
    """An article as a reader would name it: title, outlet, date."""
    source = dossier.sources[id_]
    outlet = dossier.outlets[source.outlet].name
    title = page_title(Context(dossier), source)
    words = f"“{title}”, {outlet}" if title != outlet else outlet
    return f"{words}, {source.date}" if isinstance(source.date, When) else words
