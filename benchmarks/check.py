"""What a check costs: start, this record, and how it grows with the record."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml

from macros.rules.check import open_dossier
from tests.conftest import REAL, copy_to, environment

from .grow import data_files, grown

SIZES = (500, 4000)  # claims
BEST_OF = 5


def run() -> str:
    """One line: the check of this record and the start, each to a plain parse of the same files; and the growth."""
    parse = best(lambda: [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in data_files(REAL)])
    check = best(lambda: open_dossier(REAL))
    start = best(lambda: python("import macros.__main__")) - best(lambda: python("pass"))
    small, large = (per_claim(size) for size in SIZES)
    return (
        f"check of this record: {check:.2f}s ({check / parse:.1f} of a plain parse), start: {start:.2f}s; "
        f"a claim at {SIZES[1]} costs {large / small:.2f} of one at {SIZES[0]}"
    )


def per_claim(size: int) -> float:
    """Seconds of a check for each claim of a record of about `size` claims."""
    with tempfile.TemporaryDirectory() as folder:
        project = grown(copy_to(Path(folder) / "record"), size)
        claims = len(open_dossier(project.root).claims)
        return best(lambda: open_dossier(project.root), 3) / claims


def python(code: str) -> None:
    """Run a Python of its own."""
    subprocess.run([sys.executable, "-c", code], cwd=REAL, env=environment(), check=True)


def best(job: Callable[[], object], times: int = BEST_OF) -> float:
    """The least of some runs, in seconds of the processor: what else the machine does only adds to it."""
    seconds = []
    for _ in range(times):
        before = used()
        job()
        seconds.append(used() - before)
    return min(seconds)


def used() -> float:
    """Seconds that this process and those it started have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    print(run())
