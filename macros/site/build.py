"""The whole site: built into a fresh folder, finished there, and put in place in one step."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .. import book as pdf
from ..record.dossier import Dossier
from . import downloads, exports, handout, light, offline, policy

PDF = "dossier.pdf"


class BuildFailed(Exception):
    """The site could not be built; the message says why, and the last good site is still in place."""


def build(root: Path, out: Path, dossier: Dossier) -> None:
    """Build the site of the project under `root` into `out`. Raises BuildFailed and leaves `out` as it was."""
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        _mkdocs(root, fresh)
        finish(fresh, dossier)
        fresh.chmod(0o755)
        _swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def finish(site: Path, dossier: Dossier) -> None:
    """The work on a built site that needs the whole of it: exports, PDF, links to them, policy, offline copy."""
    exports.write(site, dossier)
    try:
        handout.write(site, dossier)
    except handout.TooLong as error:
        raise BuildFailed(str(error)) from error
    pdf.write(site, site / PDF, dossier)
    downloads.link(site, made_later=(offline.NAME,))
    light.lighten(site)
    policy.apply(site)
    offline.pack(site, dossier.about.edition.date)


def _mkdocs(root: Path, into: Path) -> None:
    """Build with warnings as errors; a page that shows a traceback is an error whatever MkDocs says of it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(root / "mkdocs.yml")]
    run = subprocess.run(  # noqa: S603 (our own command line)
        [*command, "--site-dir", str(into)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true"},  # the theme's notice to its own users
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in (run.stdout + run.stderr).splitlines() if line and not line.startswith("INFO")]
    output = "\n".join(said)
    if run.returncode:
        raise BuildFailed(output)
    for page in sorted(into.rglob("*.html")):
        if "Traceback (most recent call last)" in page.read_text("utf-8"):
            raise BuildFailed(f"{output}\n{page.relative_to(into)}: a macro failed on this page")


def _swap(fresh: Path, out: Path) -> None:
    """Put `fresh` where `out` is; if the second move fails, what was there comes back."""
    old = out.with_name(f".{out.name}-old-{os.getpid()}")
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
