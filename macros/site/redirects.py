"""Pages that only lead on: by a script that keeps what stands behind the address, and without scripts as well."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from markupsafe import Markup

from ..locale import current, direction, text
from ..render.html import tag

_LEADS = re.compile(r"<meta http-equiv=\"refresh\" content=\"0; url=(?P<to>[^\"]*)\"", re.IGNORECASE)
# The same text on every page, so that one hash in a policy allows it.
_CODE = (
    'var to=document.currentScript.dataset.to.split("#");'
    'location.replace(to[0]+location.search+(location.hash||(to[1]?"#"+to[1]:"")))'
)


def keep(site: Path) -> None:
    """Have every page that leads on keep the query and the anchor it was asked for with, and say so in our language."""
    for page in sorted(site.rglob("*.html")):
        if match := _LEADS.search(page.read_text("utf-8")):
            page.write_text(_page(unescape(match["to"])), "utf-8")


def _page(to: str) -> str:
    head = [
        tag("meta", charset="utf-8"),
        tag("title", text("moved.title")),
        tag("link", rel="canonical", href=to),
        tag("script", Markup(_CODE), data_to=to),  # noqa: S704 (our own)
        tag("meta", http_equiv="refresh", content=f"0; url={to}"),
    ]
    body = tag("p", tag("a", text("moved.to"), href=to))
    page = tag("html", tag("head", head), tag("body", body), lang=current(), dir=direction(current()))
    return f"<!doctype html>{page}\n"
