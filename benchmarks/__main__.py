"""`python -m benchmarks`: what it costs to load, check, render and build a record, the larger it gets.

Seconds depend on the machine, so each is shown as a ratio to a plain job of the same size, measured in the same run:
parsing the same files with PyYAML's C loader, and letting MkDocs build as many pages of the same text without a record.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from macros.render.record import record

from macros.render.context import Context
from macros.rules.check import open_dossier
from tests.conftest import DRAFT, Project, copy_to, environment, read

from . import pdf

SIZES = (100, 300, 900)  # claims
REPEATED = ("points", "quotations", "comparisons", "corrections")
BEST_OF = 3


def main() -> None:
    """Measure every size and print the table."""
    print("claims  pages   parse   load+check  / parse   render  / parse    build   plain  / plain")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            print(row(Path(folder), size), flush=True)
    print(pdf.run())


def row(folder: Path, size: int) -> str:
    """One line of the table."""
    project = grown(copy_to(folder / "record").make_site(), size)
    dossier = open_dossier(project.root)
    parse = best(lambda: [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in data_files(project)])
    check = best(lambda: open_dossier(project.root))
    render = best(lambda: record(Context(dossier, "record/", "Record")))
    build = best(lambda: mkdocs(project.root), 1)
    pages = len(list((project.root / "site").rglob("index.html")))
    plain = best(lambda: mkdocs(plain_site(folder / "plain", project.root / "site")), 1)
    return (
        f"{len(dossier.claims):6} {pages:6} {parse:6.2f}s {check:10.2f}s {check / parse:8.1f} {render:7.2f}s "
        f"{render / parse:7.1f} {build:7.1f}s {plain:6.1f}s {build / plain:7.1f}"
    )


def grown(project: Project, size: int) -> Project:
    """The invented record with its points, claims and what hangs on them copied until it has `size` claims."""
    data = project.root / "data"
    claims = {**read(data / "claims/gazette.yml"), **read(data / "claims/others.yml")}
    kinds = {"claims": claims, **{kind: read(data / f"{kind}.yml") for kind in REPEATED}}
    ids = {id_ for entries in kinds.values() for id_ in entries}
    for copy in range(1, -(-size // len(claims))):
        for kind, entries in kinds.items():
            more = {f"{id_}-n{copy}": renamed(entry, ids, copy) for id_, entry in entries.items()}
            write(data / kind / f"copy-{copy}.yml", more)
        marks = "\n\n".join(f'It was said so. {{{{ mark("{id_}-n{copy}") }}}}' for id_ in claims)
        project.page(f"copy{'x' * copy}.md", f"# A copy\n\n{marks}\n")
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
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")


def data_files(project: Project) -> list[Path]:
    """The files of the record."""
    return sorted((project.root / "data").rglob("*.yml"))


def plain_site(folder: Path, like: Path) -> Path:
    """A project of as many pages as a built site, with the same text and no record: what MkDocs itself costs."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    for number, page in enumerate(sorted(like.rglob("index.html"))):
        text = re.sub(r"<[^>]+>", " ", page.read_text("utf-8").partition("<article")[2].partition("</article>")[0])
        words = re.sub(r"[^\w\s.,]", "", text).split()
        lines = [" ".join(words[at : at + 60]) for at in range(0, len(words), 60)]
        (folder / "docs" / f"page{number}.md").write_text("# A page\n\n" + "\n\n".join(lines), "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: plain\ntheme: {name: material, font: false}\n", "utf-8")
    return folder


def mkdocs(root: Path) -> None:
    """Build a project; its warnings are not what is measured."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=root, env={**environment(), **DRAFT}, check=True, capture_output=True)


def best(job: Callable[[], object], times: int = BEST_OF) -> float:
    """The shortest of some runs, in seconds: what else the machine does only adds to it."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        job()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
