"""The line at the foot of every page that says what of the site can be taken along."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from markupsafe import Markup

from ..locale import say, text
from ..render.html import tag

PLACE = "<!--downloads-->"
# The page for unknown addresses is shown at any depth: it says where the site begins, counted from its host.
_BASE = re.compile(r'data-base="(/[^"]*)"')
# What may have been made of a built site, by its path, and the message that tells a reader what it is.
FILES = {
    "dossier.pdf": "downloads.pdf",
    "dossier-offline.zip": "downloads.zip",
    "exports/handout.pdf": "downloads.handout",
    "exports/record.json": "downloads.json",
    "exports/claims.csv": "downloads.csv",
}


def link(site: Path, *, made_later: tuple[str, ...] = ()) -> None:
    """Fill the marked place of every page with links to those of FILES that are there, or that will be."""
    files = {path: name for path, name in FILES.items() if path in made_later or (site / path).is_file()}
    for page in sorted(site.rglob("*.html")):
        html = page.read_text("utf-8")
        if PLACE in html:
            folder = page.relative_to(site).parent.as_posix()
            base = match[1] if (match := _BASE.search(html)) else posixpath.relpath(".", folder)
            page.write_text(html.replace(PLACE, line(files, base)), "utf-8")


def line(files: dict[str, str], base: str) -> Markup:
    """'Take along: PDF, ...' with links from a page to whose address the root of the site is `base`; or nothing."""
    if not files:
        return Markup("")
    links = [tag("a", text(name), href=posixpath.normpath(posixpath.join(base, path))) for path, name in files.items()]
    return tag("p", say("downloads.line", links=say("list.comma").join(links)), class_="downloads")
