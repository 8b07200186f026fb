"""Commands that look at what lies outside this folder: the site where it is served, the pages that are quoted."""

from __future__ import annotations

import sys
from pathlib import Path

from .site import manifest

NOT_KNOWN = 3


def verify_site(site: str, listed: Path | None) -> int:
    """Hold a site against the list of its files; the exit status: 0 as listed, 1 not, 3 where it cannot be known."""
    address = f"{site.rstrip('/')}/" if "://" in site else None
    try:
        found = manifest.read(_list(address or site, listed))
    except (OSError, UnicodeDecodeError, manifest.Unreadable) as error:
        print(f"There is nothing to hold {site} against: {error}", file=sys.stderr)
        return 2
    held = manifest.of_address(address, found) if address else manifest.of_folder(Path(site), found)
    for line in manifest.told(held):
        print(line)
    if listed is None:
        print(f"The list is the site's own: that shows damage. Against intent, give yours: --manifest {manifest.NAME}")
    return 1 if held.wrong else NOT_KNOWN if set(held.unknown) - set(manifest.SETTINGS) else 0


def _list(site: str, listed: Path | None) -> str:
    """The text of the list: the one that was given, or the one that the site brings."""
    if listed is not None:
        return listed.read_text("utf-8")
    if "://" not in site:
        return (Path(site) / manifest.NAME).read_text("utf-8")
    status, content = manifest.fetch(f"{site}{manifest.NAME}")
    if status != 200:
        raise manifest.Unreadable(f"the host answers with {status} for {manifest.NAME}")
    return content.decode("utf-8")
