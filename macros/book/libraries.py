"""The libraries of the system that make PDFs: they are there, or are named in one line with how to get them."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout

from .problem import BadBook

# Debian's packages; scripts/system.sh installs them.
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def need() -> None:
    """Raise BadBook where WeasyPrint does not find what it loads as it is imported."""
    try:
        with redirect_stdout(io.StringIO()):  # it prints where its manual is; we say what to do
            import weasyprint  # noqa: F401, PLC0415
    except OSError as error:
        raise NoLibrary(without(error)) from error


class NoLibrary(BadBook):
    """A library of the system is missing; the message names it and says how to get it, in one line."""

    def __init__(self, reason: str) -> None:
        Exception.__init__(self, reason)
        self.reasons = [reason]


def without(error: OSError) -> str:
    """Which library is missing, and how to get it."""
    name = re.search(r"cannot load library '([^']+)'", str(error))
    which = f" ({name[1]})" if name else ""
    return (
        f"The PDFs need a library of the system that is missing{which}: on Debian and Ubuntu "
        f"`sudo apt-get install {PACKAGES}`, elsewhere install Pango and HarfBuzz; then build again."
    )
