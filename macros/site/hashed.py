"""Files of our own get a hash of their text in their name, so that a reader who comes back never meets an old one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

ASSETS = "assets/"
CARDS = f"{ASSETS}cards"
INDEX = "search/*.js"
TEXTS = (".css", ".js")

# What may be a name of ours, after what may stand before it in an address.
_ADDRESS = re.compile(r"(?<=[\"'(/ ])(?:(?:fonts|javascripts|stylesheets|search)/[\w./-]+|cards/)(?=[\"' )])")


def rename(site: Path) -> dict[str, str]:
    """Rename fonts, styles, scripts, cards and index of a built site; old names to new, from `assets/` or the root.

    Scripts and styles name each other by these names, so one is hashed after those that it names. What the theme
    brings has hashes already.
    """
    cards = site / CARDS
    renamed = {}
    if cards.is_dir():
        digest = _digest(path.read_bytes() for path in sorted(cards.rglob("*.js")))
        cards.rename(cards.with_name(f"{cards.name}.{digest}"))
        renamed[f"{cards.name}/"] = f"{cards.name}.{digest}/"
    files = {_name(path, site): path for path in _own(site)}
    texts = {name: path.read_text("utf-8") for name, path in files.items() if path.suffix in TEXTS}
    named = {name: files.keys() & _ADDRESS.findall(texts.get(name, "")) for name in files}
    for name in TopologicalSorter(named).static_order():
        path = files[name]
        if name in texts:
            texts[name] = readdressed(texts[name], renamed)
            path.write_text(texts[name], "utf-8")
        new = path.with_name(f"{path.stem}.{_digest([path.read_bytes()])}{path.suffix}")
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


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:8]
