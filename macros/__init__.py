"""The macros of the dossier, as the MkDocs macros plugin finds them."""

from __future__ import annotations

import sys
from html import unescape
from typing import Any


def define_env(env: Any) -> None:
    """Offer every macro of `author.Author` to the pages. `env` is the plugin's environment."""
    from . import session
    from .render.author import Author, macros

    try:
        session.current()
    except RuntimeError as error:  # without our hooks nothing is checked, and nothing is put in place with care
        sys.exit(str(error))
    author = Author(lambda: session.current().context(env.page.url, unescape(str(env.page.title or ""))))
    for name in macros():
        env.macro(getattr(author, name), name)
