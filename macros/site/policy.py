"""A strict Content-Security-Policy in the pages themselves, so that it holds on any host and from file://."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

# Scripts with a type that browsers do not run are data.
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA_TYPE = re.compile(r"\btype\s*=\s*[\"']?(application/(ld\+)?json|text/template)", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\" content=\"(?P<policy>[^\"]*)\">\n?")
_CHARSET = re.compile(r"<meta charset=[^>]*>\s*", re.IGNORECASE)


def apply(site: Path) -> str:
    """Put the policy into every page of a built site; the policy.

    Inline scripts are allowed by the SHA-256 of their text. One policy with the hashes of all pages serves all: with
    instant navigation the policy of the first page governs the rest, and a host sends one header with every page.
    """
    texts = {page: _POLICY.sub("", page.read_text("utf-8")) for page in sorted(site.rglob("*.html"))}
    policy = policy_of(digest for text in texts.values() for digest in inline_hashes(text))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    for page, text in texts.items():
        match = _CHARSET.search(text)
        at = match.end() if match else 0
        page.write_text(text[:at] + meta + text[at:], "utf-8")
    return policy


def of_site(site: Path) -> str:
    """The policy that stands in the pages of a finished site, or "" where it has none."""
    match = _POLICY.search((site / "index.html").read_text("utf-8"))
    return match["policy"] if match else ""


def policy_of(hashes: Iterable[str]) -> str:
    """The policy that allows our own files and the inline scripts with these hashes, and no other host.

    Styles may be inline: the theme sets some from scripts, and a style can neither run code nor, with these sources,
    reach another host.
    """
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *sorted(set(hashes))]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def inline_hashes(html: str) -> list[str]:
    """The hash sources (`'sha256-...'`) of the scripts that stand in a page's text and that a browser runs."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(match['code'].encode()).digest()).decode()}'"
        for match in _SCRIPT.finditer(html)
        if not _SOURCE.search(match["attributes"]) and not _DATA_TYPE.search(match["attributes"])
    ]
