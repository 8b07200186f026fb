"""The list of a built site's files with their hashes, and a served or copied site held against it.

The list is as `sha256sum --check` reads it, so that nobody needs us to hold a copy against it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urljoin

from ..web import ask
from .target import MARK

NAME = "files.sha256.txt"
APART = (NAME, MARK)  # a list cannot hold its own hash; the mark is the builder's, not the site's
SETTINGS = ("CNAME", "_headers", "_redirects", ".nojekyll")  # hosts take these as orders, and may not serve them
AT_ONCE = 8
LONGEST = 500_000_000  # bytes of a file that are read: what is longer is none of ours
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")

Listed = dict[str, str]  # hash by path


class Unreadable(Exception):
    """There is no list to hold a site against; the message says why."""


@dataclass
class Held:
    """What came of it: the paths of files that are as listed, and of those that are not."""

    same: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    additional: list[str] = field(default_factory=list)
    unknown: dict[str, str] = field(default_factory=dict)  # with the reason

    @property
    def wrong(self) -> int:
        """How many files are not as listed, for certain."""
        return len(self.altered) + len(self.missing) + len(self.additional)


def write(site: Path) -> Path:
    """Write the list of a built site's files into it; its path. The last thing that is done to a site."""
    path = site / NAME
    path.write_text("".join(f"{hash_}  {name}\n" for name, hash_ in _of_folder(site).items()), "utf-8")
    return path


def read(text: str) -> Listed:
    """A list by its text. Raises Unreadable where it is none."""
    lines = [_LINE.fullmatch(line) for line in text.splitlines() if line]
    found = {line[2]: line[1] for line in lines if line}
    if not lines or len(found) != len(lines):
        raise Unreadable("this is no list of files with their hashes")
    if any(name.startswith("/") or ".." in name.split("/") for name in found):
        raise Unreadable("the list names files outside the site")
    return found


def of_folder(folder: Path, listed: Listed) -> Held:
    """A copy of the site in a folder, held against the list."""
    there = _of_folder(folder)
    held = Held(additional=sorted(set(there) - set(listed)))
    for name, hash_ in listed.items():
        kind = held.missing if name not in there else held.same if there[name] == hash_ else held.altered
        kind.append(name)
    return held


def of_address(address: str, listed: Listed) -> Held:
    """A site as it is served, held against the list. What it serves besides, no list can tell."""

    def one(name: str) -> tuple[str, int | None, str]:
        try:
            answer = ask(urljoin(address, quote(name)), longest=LONGEST)
        except OSError as error:
            return name, None, str(error)
        return name, answer.status, hashlib.sha256(answer.content).hexdigest()

    held = Held()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for name, status, found in pool.map(one, listed):
            if found == listed[name]:  # whatever the status: hosts serve the page for lost addresses with its own
                held.same.append(name)
            elif status is None or status not in (200, 404, 410):
                held.unknown[name] = found if status is None else f"the host answers with {status}"
            elif name in SETTINGS:
                held.unknown[name] = "a setting of the host, which it need not serve"
            else:
                (held.altered if status == 200 else held.missing).append(name)
    return held


def _of_folder(folder: Path) -> Listed:
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in paths if name not in APART}


def told(held: Held) -> Iterable[str]:
    """A line for each file that is not as listed, and one that counts."""
    for kind in ("altered", "missing", "additional"):
        yield from (f"{kind:10} {name}" for name in getattr(held, kind))
    yield from (f"{'not known':10} {name}: {why}" for name, why in held.unknown.items())
    counts = [f"{len(getattr(held, kind))} {kind}" for kind in ("altered", "missing", "additional")]
    yield f"As listed: {len(held.same)}. Not as listed: {', '.join(counts)}. Not known: {len(held.unknown)}."
