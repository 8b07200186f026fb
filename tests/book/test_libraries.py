"""Where a library of the system is missing, one line names it and says how to get it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.book.libraries import without

from ..conftest import REAL, environment

SAID = (
    "cannot load library 'libpango-1.0-0': libpango-1.0-0: cannot open shared object file: No such file or directory.  "
    "Additionally, ctypes.util.find_library() did not manage to locate a library called 'libpango-1.0-0'"
)


def test_the_library_is_named_once():
    assert without(OSError(SAID)).startswith(
        "The PDFs need a library of the system that is missing (libpango-1.0-0): on Debian and Ubuntu `sudo apt-get "
    )
    assert "()" not in without(OSError("something else"))


def without_pango(folder: Path) -> dict[str, str]:
    """What puts ahead of the real WeasyPrint one that finds no library, and says so at length as it does."""
    (folder / "weasyprint").mkdir(parents=True)
    text = f'print("-----\\nWeasyPrint could not import")\nraise OSError("""{SAID}""")\n'
    (folder / "weasyprint/__init__.py").write_text(text, "utf-8")
    return {"PYTHONPATH": str(folder)}


def test_a_command_says_it_in_one_line(project, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    ran = subprocess.run(
        [sys.executable, "-m", "macros", "--root", str(project.root), "pdf", str(site / "book.pdf")],
        cwd=REAL,
        env={**environment(), **without_pango(tmp_path / "modules")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr == f"{without(OSError(SAID))}\n"
