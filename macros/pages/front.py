"""What stands above a made page for the theme: title and description, as the theme takes them."""

from __future__ import annotations

import html
import json

from markupsafe import Markup

from ..record.dossier import Dossier
from ..render.context import Context
from ..render.text import plain


def front_matter(title: str, description: str, *hidden: str) -> str:
    """The front matter of a made page; `hidden` are the parts of the theme it does without.

    JSON is YAML: a colon or a quotation mark in a title stays text. The page is finished, so no macros are rendered.
    """
    lines = [
        f"title: {json.dumps(for_theme(title))}",
        f"description: {json.dumps(for_theme(description))}",
        "render_macros: false",
        *([f"hide: [{', '.join(hidden)}]"] if hidden else []),
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def for_theme(text: str) -> Markup:
    """A title or description as the theme takes it: as HTML, in running text and between double quotes."""
    return Markup(html.escape(text, quote=False).replace('"', "&quot;"))  # noqa: S704 (escaped right here)


def description(dossier: Dossier) -> str:
    """The dossier's summary as plain text."""
    return plain(Context(dossier), dossier.about.summary)
