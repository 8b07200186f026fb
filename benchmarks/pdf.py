"""What the book costs: the seconds it takes, as a ratio to those of the build of the site it goes with."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf

from macros import book as pdf
from macros.rules.check import open_dossier
from tests.conftest import DRAFT, REAL, environment


def run() -> str:
    """One line: pages, bytes, seconds of the book and of the site's build, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        site, out = Path(folder) / "site", Path(folder) / "book.pdf"
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        build = seconds(
            lambda: subprocess.run(command, cwd=REAL, env={**environment(), **DRAFT}, check=True, capture_output=True)
        )
        dossier = open_dossier(REAL)
        book = seconds(lambda: pdf.write(out, dossier))
        with pikepdf.open(out) as file:
            pages = len(file.pages)
        return (
            f"book: {pages} pages, {out.stat().st_size:,} bytes, {book:.1f}s ({book / pages:.2f}s a page); "
            f"site: {build:.1f}s; ratio {book / build:.1f}"
        )


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    before = time.perf_counter()
    job()
    return time.perf_counter() - before
