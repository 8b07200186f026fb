"""Pages that only lead on: by a script that keeps what stands behind the address, and without scripts as well."""

from __future__ import annotations

import re
from pathlib import Path

_LEADS = re.compile(r"<meta http-equiv=\"refresh\" content=\"0; url=(?P<to>[^\"]*)\"", re.IGNORECASE)
_SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)
# The same text on every page, so that one hash in a policy allows it.
_CODE = (
    'var to=document.currentScript.dataset.to.split("#");'
    'location.replace(to[0]+location.search+(location.hash||(to[1]?"#"+to[1]:"")))'
)


def keep(site: Path) -> None:
    """Have every page that leads on keep the query and the anchor it was asked for with."""
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        if match := _LEADS.search(text):
            page.write_text(_SCRIPT.sub(f'<script data-to="{match["to"]}">{_CODE}</script>', text, count=1), "utf-8")
