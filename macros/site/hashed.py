"""Files of our own get a hash of their text in their name, so that a reader who comes back never meets an old one."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

ASSETS = "assets/"
CARDS = f"{ASSETS}cards"
INDEX = "search/*.js"
TEXTS = (".css", ".js")
# Files that others may know by their names: what links to them on our pages says by a query which state it means.
KEEP_THEIR_NAMES = (".bib", ".csv", ".ico", ".json", ".pdf", ".png", ".svg", ".webp", ".zip")

# What may be a name of ours, after what may stand before it in an address.
_ADDRESS = re.compile(r"(?<=[\"'(/ ])(?:(?:fonts|javascripts|stylesheets|search)/[\w./-]+|cards/)(?=[\"' )])")

_LINK = re.compile(r"(?<=\s)(?:href|src)=\"?(?P<url>[^\s\"?#>:]+)(?=[\s\">])")
_BASE = re.compile(r"data-base=\"?(/[^\s\">]*)")  # a page that is shown at any depth


def rename(site: Path) -> dict[str, str]:
    """Rename fonts, styles, scripts, cards and index of a built site; old names to new, from `assets/` or the root.

    Scripts and styles name each other by these names, so one is hashed after those that it names. What the theme
    brings has hashes already.
    """
    cards = site / CARDS
    renamed = {}
    if cards.is_dir():
        mark = digest(path.read_bytes() for path in sorted(cards.rglob("*.js")))
        cards.rename(cards.with_name(f"{cards.name}.{mark}"))
        renamed[f"{cards.name}/"] = f"{cards.name}.{mark}/"
    files = {_name(path, site): path for path in _own(site)}
    texts = {name: path.read_text("utf-8") for name, path in files.items() if path.suffix in TEXTS}
    named = {name: files.keys() & _ADDRESS.findall(texts.get(name, "")) for name in files}
    for name in TopologicalSorter(named).static_order():
        path = files[name]
        if name in texts:
            texts[name] = readdressed(texts[name], renamed)
            path.write_text(texts[name], "utf-8")
        new = path.with_name(f"{path.stem}.{digest([path.read_bytes()])}{path.suffix}")
        path.rename(new)
        renamed[name] = _name(new, site)
    return renamed


def readdressed(text: str, renamed: dict[str, str]) -> str:
    """A script, style sheet or page with the new names of files in its quoted or bracketed addresses."""
    return _ADDRESS.sub(lambda match: renamed.get(match[0], match[0]), text)


def _own(site: Path) -> list[Path]:
    found = [path for kind in ("fonts/*.woff2", "stylesheets/*.css") for path in (site / ASSETS).glob(kind)]
    scripts = [path for path in (site / ASSETS / "javascripts").rglob("*.js") if not path.name.startswith("bundle.")]
    return sorted([*found, *scripts, *site.glob(INDEX)])


def _name(path: Path, site: Path) -> str:
    return path.relative_to(site).as_posix().removeprefix(ASSETS)


def versions(site: Path, made_later: Iterable[str] = ()) -> dict[str, str]:
    """A mark of each picture and download of a built site, which keep their names, by its path from the site's root.

    What is made later, of all that is there now, has a mark of that.
    """
    files = [path for path in sorted(site.rglob("*")) if path.suffix in KEEP_THEIR_NAMES]
    marks = {path.relative_to(site).as_posix(): digest([path.read_bytes()]) for path in files}
    return marks | dict.fromkeys(made_later, digest(mark.encode() for mark in marks.values()))


def versioned(text: str, folder: str, marks: dict[str, str]) -> str:
    """A page in a folder of the site whose links to files with a mark end with it, so that none leads to an old one."""
    base = match[1] if (match := _BASE.search(text)) else "/"

    def marked(link: re.Match[str]) -> str:
        url = link["url"]
        path = url.removeprefix(base) if url.startswith("/") else posixpath.normpath(posixpath.join(folder, url))
        return f"{link[0]}?v={marks[path]}" if path in marks else link[0]

    return _LINK.sub(marked, text)


def digest(contents: Iterable[bytes]) -> str:
    """A short mark of contents: another one as soon as a byte of them is another."""
    sha = hashlib.sha256()
    for content in contents:
        sha.update(content)
    return sha.hexdigest()[:8]
