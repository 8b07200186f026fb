"""What a build needs beside record and pages, and files that nobody reads or that are nobody's: each is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..record import settings, tree
from ..record.addresses import address
from ..record.dossier import Dossier
from ..record.problems import Problem
from ..render.pictures.earth import LAND
from .pages import ENDINGS, sources

RULE = "files"
HOOKS = "macros/hooks.py"
UNREAD = (".html", ".htm", ".xhtml", ".shtml")  # pages that are none of ours
LEFTOVERS = (".bak", ".orig", ".rej", ".swp", ".swo", ".tmp", ".old", ".ipynb")


def problems(dossier: Dossier) -> Iterator[Problem]:
    """All that is wrong with the project's files but for what they hold."""
    root = dossier.root
    data, of_mkdocs = settings.of_mkdocs(root)
    yield from of_mkdocs
    if tree.is_file(root / settings.MKDOCS) and not of_mkdocs:
        yield from (Problem(settings.MKDOCS, 0, "", *words, RULE) for words in _of_settings(data))
    if not LAND.is_file():
        yield Problem("assets/map/land.json", 0, "", "is missing: the map is drawn on it", "copy assets/ here", RULE)
    for path, message, hint in tree.troubles(root / "docs"):
        yield Problem(_relative(path, root), 0, "", message, hint, RULE)
    yield from _leftovers(root)
    yield from _same_addresses(dossier)


def _of_settings(data: dict[str, object]) -> Iterator[tuple[str, str]]:
    if data.get("docs_dir", "docs") != "docs":
        yield "the pages of another folder than docs/ would be built, and nothing checks them", "leave `docs_dir` out"
    hooks, plugins = data.get("hooks"), data.get("plugins")
    if HOOKS not in (hooks if isinstance(hooks, list) else [hooks]):
        yield "nothing checks the record when the site is built", f"write `hooks: [{HOOKS}]`"
    names = [*plugins] if isinstance(plugins, list | dict) else [plugins]
    if not any("macros" in (name if isinstance(name, dict) else [name]) for name in names):
        yield "no macro works without its plugin", "write `macros` under `plugins`"


def _leftovers(root: Path) -> Iterator[Problem]:
    """Files under docs/ that MkDocs would publish as they are, and nobody means to."""
    for path in tree.files(root / "docs"):
        name, ending = path.name, path.suffix
        if name.endswith("~") or name.startswith(("#", "~$")) or ending.lower() in LEFTOVERS:
            message, hint = "is what an editor left behind, and would be published", "take it away"
        elif ending.lower() in UNREAD:
            message, hint = "would be published as it is, and nothing checks it", "write it as a page, in .md"
        elif ending not in ENDINGS and ending.lower() in ENDINGS:
            message, hint = "is no page, and would be published as it is", f"write its ending as {ending.lower()}"
        elif ending in ENDINGS and path.is_relative_to(root / "docs" / "templates"):
            message, hint = "is no page: MkDocs leaves docs/templates out", "move it"
        else:
            continue
        yield Problem(_relative(path, root), 0, "", message, hint, RULE)


def _same_addresses(dossier: Dossier) -> Iterator[Problem]:
    """Pages that would be written over by another one, or by one that is made from the record."""
    made = {address(dossier, id_).page: id_ for kind in ("points", "people", "outlets") for id_ in dossier.kinds[kind]}
    taken: dict[str, str] = {}
    for path in sources(dossier.root):
        page = path.relative_to(dossier.root / "docs").with_suffix("")
        home = page.parent if page.name in ("index", "README") else page
        at, file = f"{home.as_posix()}/", _relative(path, dossier.root)
        if (id_ := made.get(at)) and at != "people/":
            yield Problem(file, 0, "", f"the page of {id_!r} has this address", "call the file otherwise", RULE)
        elif (other := taken.setdefault(at.casefold(), file)) != file:
            yield Problem(file, 0, "", f"{other} has the same address", "call one of them otherwise", RULE)


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
