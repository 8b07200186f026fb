"""`python -m benchmarks`: what it costs to load, check, render and build a record, the larger it gets.

Seconds depend on the machine, so each is shown as a ratio to a plain job of the same size, measured in the same run:
parsing the same files with PyYAML's C loader, and letting MkDocs build as many pages of the same text without a record.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from macros.pages import pages as made
from macros.rules.check import open_dossier
from tests.conftest import DRAFT, copy_to
from tests.site.conftest import run as build

from . import check as check_
from . import keys, pdf, search, serve
from .grow import data_files, grown

SIZES = (100, 300, 900)  # claims
BEST_OF = 3


def main() -> None:
    """Measure every size and print the table."""
    print("claims  pages   parse   load+check  / parse   render  / parse    build   plain  / plain")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            print(row(Path(folder), size), flush=True)
    print(check_.run())
    print(serve.run())
    print(search.run())
    print(keys.run())
    print(pdf.run())


def row(folder: Path, size: int) -> str:
    """One line of the table."""
    project = grown(copy_to(folder / "record").make_site(), size)
    dossier = open_dossier(project.root)
    parse = best(lambda: [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in data_files(project.root)])
    check = best(lambda: open_dossier(project.root))
    render = best(lambda: made(dossier))
    build = best(lambda: mkdocs(project.root), 1)
    pages = len(list((project.root / "site").rglob("index.html")))
    plain = best(lambda: mkdocs(plain_site(folder / "plain", project.root / "site")), 1)
    return (
        f"{len(dossier.claims):6} {pages:6} {parse:6.2f}s {check:10.2f}s {check / parse:8.1f} {render:7.2f}s "
        f"{render / parse:7.1f} {build:7.1f}s {plain:6.1f}s {build / plain:7.1f}"
    )


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
    build(root, "mkdocs", "build", "--quiet", **DRAFT)


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
