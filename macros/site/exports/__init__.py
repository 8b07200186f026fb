"""The record to take along: as data, as tables, and as references for those who cite it.

Everything is in the order of the record and dated by its edition, so that equal records make equal files.
"""

from __future__ import annotations

import json
import posixpath
import subprocess
import sys
from pathlib import Path, PurePath

from markupsafe import Markup

from ...locale import text
from ...record import schema
from ...record.dossier import Dossier
from ...render.html import join, tag
from . import bibtex, package, record, references
from .citation import HEAD as CITATION
from .citation import citation_file
from .package import TABLES

__all__ = [
    "CITATION",
    "EXAMPLE",
    "EXAMPLE_PLACE",
    "FILES",
    "FOLDER",
    "PLACE",
    "TABLES",
    "citation_file",
    "files",
    "write",
]

FOLDER = "exports"
PLACE = "<!--exports-->"
EXAMPLE_PLACE = "<!--example-->"
EXAMPLE = Path(__file__).with_name("example.py")

# What a reader is offered, by what it is for; `exports.FILE` in the catalog says what each is.
FILES = {
    "data": ("record.json", "record.schema.json"),
    "tables": (*(f"{table.name}.csv" for table in TABLES), package.NAME, EXAMPLE.name),
    "references": ("dossier.bib", "dossier.csl.json", "sources.bib", "sources.csl.json"),
}


def write(site: Path, dossier: Dossier) -> list[Path]:
    """Write all downloads into a built site, and links to them where pages have a place for it; the paths written."""
    folder = site / FOLDER
    written = []
    for name, content in files(dossier).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="")
        written.append(path)
    pages = {page: page.read_text("utf-8") for page in sorted(site.rglob("*.html"))}
    for page, html in pages.items():
        if PLACE in html or EXAMPLE_PLACE in html:
            html = html.replace(PLACE, _links(page.relative_to(site).parent))
            html = html.replace(EXAMPLE_PLACE, _example(folder) if EXAMPLE_PLACE in html else "")
            page.write_text(html, "utf-8")
    return written


def files(dossier: Dossier) -> dict[str, str]:
    """All downloads: their text by name."""
    whole = references.of_dossier(dossier)
    sources = list(references.of_sources(dossier))
    tables = {f"{table.name}.csv": table.csv(dossier) for table in TABLES}
    return {
        "record.json": as_json(record.record(dossier)),
        record.SCHEMA: as_json(record.schema()),
        **{f"schema/{kind}.json": schema.text(each) for kind, each in schema.schemas().items()},
        **tables,
        package.NAME: as_json(package.package(dossier, tables)),
        EXAMPLE.name: EXAMPLE.read_text("utf-8"),
        "dossier.bib": bibtex.bibtex([whole]),
        "dossier.csl.json": as_json([whole]),
        "sources.bib": bibtex.bibtex(sources),
        "sources.csl.json": as_json(sources),
    }


def as_json(data: object) -> str:
    """Data as its file holds it."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _links(page: PurePath) -> Markup:
    """The list of downloads, with links from a page in this folder of the site."""
    to = posixpath.relpath(FOLDER, page.as_posix())

    def item(name: str) -> Markup:
        return tag("li", tag("a", name, href=f"{to}/{name}"), ": ", text(f"exports.{name}"))

    return join(
        [tag("p", text(f"exports.{group}")), tag("ul", [item(name) for name in names], class_="exports")]
        for group, names in FILES.items()
    )


def _example(folder: Path) -> Markup:
    """The worked example and what it prints over these very downloads."""
    run = subprocess.run(  # noqa: S603 (our own script)
        [sys.executable, "-X", "utf8", EXAMPLE.name], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return join([tag("pre", tag("code", _lines(code))) for code in (EXAMPLE.read_text("utf-8"), run.stdout)])


def _lines(code: str) -> Markup:
    """Code as HTML, with its lines and its indentation."""
    return Markup(code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))  # noqa: S704 (escaped right here)
