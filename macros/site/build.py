"""The whole site by MkDocs, whose hooks finish it and put it in place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .. import progress
from .target import refuse


class BuildFailed(Exception):
    """The site could not be built; the message says why, and the last good site is still in place."""


def build(root: Path, out: Path) -> None:
    """Build the site of the project under `root` into `out`; Refused or BuildFailed leave `out` as it was."""
    refuse(out.resolve(), root.resolve())
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(root / "mkdocs.yml")]
    with progress.shown("Building the site"):
        run = subprocess.run(  # noqa: S603 (our own command line)
            [*command, "--site-dir", str(out.resolve())],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "true"},  # the theme's notice to its own users
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode:
        said = [line for line in (run.stdout + run.stderr).splitlines() if line and not line.startswith("INFO")]
        raise BuildFailed("\n".join(said))
