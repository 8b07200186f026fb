"""Who took part in an event, by the record or else by the word of another side."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis.blamed import Blamed, blamed
from ..locale import listing, say
from ..record.model import Event
from .context import Context
from .html import escape, join
from .text import link, short_name


def doers(context: Context, event: Event, *, links: bool = True) -> Markup:
    """Who took part or spoke; else each side that another says did it, and whose word that is; else that no one did."""

    def name(id_: str) -> Markup:
        return link(context, id_) if links else escape(short_name(context, id_))

    def told(each: Blamed) -> Markup:
        key = "timeline.blamed.view" if each.view else "timeline.blamed"
        return say(key, side=name(each.side), teller=short_name(context, each.teller))

    if event.who:
        return listing(map(name, event.who))
    return join(map(told, blamed(context.dossier, event)), "; ") or say("timeline.no-one")
