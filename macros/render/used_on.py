"""'Used on': the pages that name a record, computed while pages render and put in afterwards."""

from __future__ import annotations

import re

from markupsafe import Markup

from ..locale import say, text
from .context import Context
from .html import join, tag

PLACE = re.compile(r"<!--used-on:([a-z0-9-]+)-->")


def place(id_: str) -> Markup:
    """Marks where the list for a record goes."""
    return Markup(f"<!--used-on:{id_}-->")  # noqa: S704 (an id)


def fill(context: Context, html: str) -> str:
    """The page with every marked place filled; a record that no other page names gets no list."""
    return PLACE.sub(lambda match: pages(context, match[1]), html)


def pages(context: Context, id_: str) -> Markup:
    """Links to the pages of prose that name a record; of a question, or anything that is said on it."""
    named = {
        url: title for each in _with_all_on_it(context, id_) for url, title in context.uses.pages.get(each, {}).items()
    }
    links = [
        tag("a", title or text("home"), href=context.page(url) or "./")
        for url, title in sorted(named.items())
        if url != context.url
    ]
    return tag("p", say("used-on", pages=join(links, text("list.comma"))), class_="used-on") if links else Markup("")


def _with_all_on_it(context: Context, id_: str) -> list[str]:
    claims = [claim.id for claim in context.dossier.claims_on.get(id_, [])]
    return [id_, *claims, *(q.id for claim in claims for q in context.dossier.quotations_of.get(claim, []))]
