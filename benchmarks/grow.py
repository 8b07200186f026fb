"""The invented record made larger."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import Dumper, Project, read

REPEATED = ("points", "quotations", "comparisons", "corrections")


def grown(project: Project, size: int) -> Project:
    """The invented record with its points, claims and what hangs on them copied until it has `size` claims."""
    data = project.root / "data"
    claims = {**read(data / "claims/gazette.yml"), **read(data / "claims/others.yml")}
    kinds = {"claims": claims, **{kind: read(data / f"{kind}.yml") for kind in REPEATED}}
    ids = {id_ for entries in kinds.values() for id_ in entries}
    for copy in range(1, -(-size // len(claims))):
        for kind, entries in kinds.items():
            more = {f"{id_}-n{copy}": renamed(entry, ids, copy) for id_, entry in entries.items()}
            for entry in more.values() if kind == "points" else ():
                entry |= {name: f"{entry[name]} ({letters(copy)})" for name in ("title", "question")}
            write(data / kind / f"copy-{copy}.yml", more)
        marks = "\n\n".join(f'It was said so. {{{{ mark("{id_}-n{copy}") }}}}' for id_ in claims)
        project.page(f"copy-{letters(copy)}.md", f"# A copy\n\n{marks}\n")
    return project


def renamed(value: Any, ids: set[str], copy: int) -> Any:
    """A value of an entry that names the copies of what it named, and has no old ids."""
    if isinstance(value, dict):
        return {key: [] if key == "aliases" else renamed(item, ids, copy) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, ids, copy) for item in value]
    return f"{value}-n{copy}" if value in ids else value


def write(path: Path, data: dict[str, Any]) -> None:
    """Write a file of the record."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False), "utf-8")


def data_files(root: Path) -> list[Path]:
    """The files of the record."""
    return sorted((root / "data").rglob("*.yml"))


def letters(number: int) -> str:
    """A number without digits, which no title may hold."""
    return "".join(string.ascii_lowercase[int(digit)] for digit in str(number))
