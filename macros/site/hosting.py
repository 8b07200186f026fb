"""Settings of a host, filled in from the built site and its address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from . import hashed, policy

FOLDER = Path("hosting")
# Those that have something to fill in; the others are copied as they are.
FILLED = ("nginx.conf", "Caddyfile", "_headers")
# What a page cannot say of itself: nobody may show it in a frame.
UNFRAMED = "; frame-ancestors 'none'"
_NAME = re.compile(r"@([A-Z]+)@")


def fill(template: str, site: Path, at: Path, address: str | None) -> str:
    """A template with the policy of a built site, the folder its host has it in, and what its address says.

    Without an address the site is at the root of this machine.
    """
    url = urlsplit(address or "http://localhost/")
    values = {
        "ORIGIN": f"{url.scheme}://{url.netloc}",
        "HOST": url.hostname or "localhost",
        "PATH": url.path.rstrip("/"),
        "FOLDER": str(at),
        "CARDS": next(iter(sorted(path.name for path in (site / hashed.ASSETS).glob("cards.*"))), "cards"),
        "POLICY": policy.of_site(site) + UNFRAMED,
    }
    return _NAME.sub(lambda match: values[match[1]], template)
