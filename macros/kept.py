"""What a build leaves to the next one while serving: pages are made anew only where what they are made from changed.

Everything is kept by a key over all that it is made from, so nothing stale can be taken: the record for what macros
say, the Markdown for a page's content, content and navigation for the finished page, the settings for both. The code is
in no key: where it changes, the hooks drop this module, and all that is kept with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2

from . import steps
from .record.dossier import Dossier
from .render.context import Uses

EMPTY = "kept.html"  # the template of a page that is kept: nothing is rendered for it


@dataclass
class Page:
    """A page's content, with what MkDocs and we know of it, and the finished page; each by its key.

    A content has two: over what its macros speak of, and over what they said.
    """

    key: str
    rendered: str
    content: str
    title: str
    toc: Any
    anchors: set[str]
    links: dict[str, dict[str, str]]  # anchors that it leads to, by the path of the page they stand on
    uses: list[tuple[str, str]]  # the records that it names, with its title
    output_key: str = ""
    output: str = ""


@dataclass
class Kept:
    """All that one build leaves to the next. `shared` is a key over what every page is made from."""

    shared: str = ""
    record: str = ""
    dossier: Dossier | None = None
    prepared: steps.Prepared | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)  # of this build's pages
    rendered: dict[str, str] = field(default_factory=dict)


_kept = Kept()


def prepare(dossier: Dossier) -> tuple[Dossier, steps.Prepared]:
    """The dossier with what is made from it alone; those of the last build where the record is the same."""
    pages = sorted(path.name for path in (dossier.root / "docs").glob("*.md"))  # whether one leads to it
    record = key_of(contents(dossier.root, "data"), stamps(dossier.root, "assets"), pages)
    if record != _kept.record or _kept.dossier is None or _kept.prepared is None:
        _kept.dossier, _kept.prepared, _kept.record = dossier, steps.prepare(dossier), record
    return _kept.dossier, _kept.prepared


def begin(root: Path, *settings: object) -> None:
    """Begin the pages of a build: `settings` is what they share besides the templates."""
    _kept.shared = key_of(settings, contents(root, "mkdocs.yml"), stamps(root, "overrides"))


def has(page: Any, markdown: str) -> bool:
    """Whether the content of a page is kept. Its macros speak of the record, unless it has none."""
    record = "" if page.meta.get("render_macros") is False else _kept.record
    key = key_of(_kept.shared, record, markdown, _meta(page))
    _kept.keys[page.url] = key
    return page.url in _kept.pages and _kept.pages[page.url].key == key and "{%" not in markdown  # which may include


def has_rendered(page: Any, markdown: str, uses: Uses) -> bool:
    """Whether the content of a page is kept because its macros said what they said before; most do."""
    key = key_of(_kept.shared, markdown, _meta(page))
    _kept.rendered[page.url] = key
    found = _kept.pages.get(page.url)
    if found is None or found.rendered != key:
        return False
    found.key, found.uses = _kept.keys[page.url], _uses(page, uses)
    return True


def content(page: Any, files: Any, uses: Uses) -> str:
    """The content of a page that is kept, once MkDocs has rendered nothing in its place."""
    found = _kept.pages[page.url]
    page.toc, page.present_anchor_ids, page.title = found.toc, found.anchors, found.title
    page.links_to_anchors = {files.get_file_from_path(path): links for path, links in found.links.items()}
    for id_, title in found.uses:
        uses.note(id_, page.url, title)
    return found.content


def keep(page: Any, html: str, uses: Uses) -> None:
    """Keep the content of a page."""
    _kept.pages[page.url] = Page(
        key=_kept.keys[page.url],
        rendered=_kept.rendered[page.url],
        content=html,
        title=str(page.title),
        toc=page.toc,
        anchors=set(page.present_anchor_ids or ()),
        links={file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
        uses=_uses(page, uses),
    )


def is_finished(page: Any, navigation: object) -> bool:
    """Whether the finished page is kept. Its content has to be as it will be written."""
    found = _kept.pages.get(page.url)
    if found is None:
        return False
    beside = [each and (each.url, str(each.title)) for each in (page.previous_page, page.next_page)]
    key = key_of(_kept.shared, navigation, beside, page.title, page.content, _meta(page))
    if found.output and found.output_key == key:
        return True
    found.output_key, found.output = key, ""
    return False


def output(page: Any, rendered: str) -> str:
    """The finished page: as it was kept, or as it was rendered now."""
    found = _kept.pages.get(page.url)
    if found is None:
        return rendered
    found.output = found.output or rendered
    return found.output


class Templates(jinja2.BytecodeCache):
    """The theme's templates, compiled once. Jinja itself holds each against its source."""

    code: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Give what is kept of a template."""
        checksum, code = self.code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep a template."""
        self.code[bucket.key] = (bucket.checksum, bucket.code)


def key_of(*parts: object) -> str:
    """A key over anything whose representation says all that it is."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def contents(root: Path, name: str) -> list[tuple[str, str]]:
    """The files of a folder, or a file, each with the hash of what it holds."""
    return [(path.as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in _files(root / name)]


def stamps(root: Path, name: str) -> list[tuple[str, int, int]]:
    """The same by time and size, for files that are large."""
    return [(path.as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in _files(root / name)]


def _files(folder: Path) -> Iterable[Path]:
    return [folder] if folder.is_file() else [path for path in sorted(folder.rglob("*")) if path.is_file()]


def _uses(page: Any, uses: Uses) -> list[tuple[str, str]]:
    return [(id_, titles[page.url]) for id_, titles in uses.pages.items() if page.url in titles]


def _meta(page: Any) -> list[str]:
    return sorted(map(repr, page.meta.items()))
