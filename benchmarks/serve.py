"""What an edit costs while serving: seconds to the built site, as a ratio to a full draft build in the same run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.conftest import REAL, environment

from .check import used

EDITS = 3
ADDRESS = "http://127.0.0.1:8000/"


def run() -> str:
    """One line: the first build of this dossier, and an edit of nothing, a page, a record and the code after it."""
    command = [sys.executable, "-m", "benchmarks.serve"]  # a process of its own, as the server is
    return subprocess.run(
        command, cwd=REAL, env=environment(), check=True, stdout=subprocess.PIPE, text=True
    ).stdout.strip()


def main() -> None:
    """Measure in this process, which loads the package of a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        root, site = copy(Path(folder) / "project"), Path(folder) / "site"
        first = seconds(lambda: rebuild(root, site, command="serve"))
        page = root / "docs" / "method.md"
        claim, figure = a_figure(root)
        code = root / "macros" / "steps.py"
        costs = {
            "nothing": least(root, site, page, str),
            "a page": least(root, site, page, lambda text: f"{text}\nOne more sentence.\n"),
            "a record": least(root, site, claim, lambda text: text.replace(figure, f"{figure}1", 1)),
            "the code": least(root, site, code, lambda text: f"{text}\n# edited\n"),
        }
        said = ", ".join(f"{what} {cost:.2f}s ({cost / first:.2f})" for what, cost in costs.items())
        print(f"while serving: full draft {first:.1f}s; an edit of {said}")


def least(root: Path, site: Path, file: Path, edited: Callable[[str], str]) -> float:
    """The least that an edit of a file costs, of some."""
    costs = []
    for _ in range(EDITS):
        with editing(file, edited):
            costs.append(seconds(lambda: rebuild(root, site)))
        costs.append(seconds(lambda: rebuild(root, site)))  # back
    return min(costs)


@contextmanager
def editing(file: Path, edited: Callable[[str], str]) -> Iterator[None]:
    """A file with other words, for a while."""
    text = file.read_text("utf-8")
    file.write_text(edited(text), "utf-8")
    try:
        yield
    finally:
        file.write_text(text, "utf-8")


def rebuild(root: Path, site: Path, command: str | None = None) -> None:
    """Build as MkDocs' server does; `command` at the first time."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    if command is not None:
        config.plugins.on_startup(command=command, dirty=False)
    config.site_url = ADDRESS
    build(config, serve_url=ADDRESS)


def copy(root: Path) -> Path:
    """The project, of which pages, record and code may be edited."""
    for name in ("docs", "data", "macros"):
        shutil.copytree(REAL / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("overrides", "assets", "mkdocs.yml"):
        (root / name).symlink_to(REAL / name)
    return root


def a_figure(root: Path) -> tuple[Path, str]:
    """A file of claims with the first figure in it that is given exactly."""
    for path in sorted((root / "data" / "claims").glob("*.yml")):
        if match := re.search(r"exact: \d+", path.read_text("utf-8")):
            return path, match[0]
    raise LookupError("no claim has an exact figure")


def seconds(job: Callable[[], object]) -> float:
    """Seconds of the processor that a job takes: what else the machine does adds little to it."""
    before = used()
    job()
    return used() - before


if __name__ == "__main__":
    main()
