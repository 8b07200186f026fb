"""A copy of the built site to read from a folder, with no server: every link names its file."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ..record.dates import When
from .target import MARK

# An address up to its query and anchor, with or without quotation marks around it.
_LINK = re.compile(r"(?P<head>\s(?:href|src)=[\"']?)(?P<url>[^\"'#?\s>]+)")
NAME = "dossier-offline.zip"
# What only a host has a use for, and the copy itself: a page for unknown addresses begins its links at the host's root.
LEFT_OUT = (NAME, "404.html", "_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz", MARK)
_ITSELF = re.compile(rf"(, )?<a\b[^>]*\bhref=\"?[^\s\">]*{re.escape(NAME)}[^>]*>[^<]*</a>(?(1)|(?:, )?)")


def pack(site: Path, day: When, *, without: str = "") -> Path:
    """Write the copy as one ZIP file into the site; its path. The same site and day give the same bytes.

    The folder `without` is left out: what only those load who show a link to the site.
    """
    out = site / NAME
    stamp = (max(day.first.year, 1980), day.first.month, day.first.day, 0, 0, 0)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if path.is_file() and path.name not in LEFT_OUT and not (without and name.startswith(f"{without}/")):
                info = zipfile.ZipInfo(f"dossier/{name}", stamp)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                packed.writestr(
                    info, named_files(path.read_text("utf-8"), path) if _is_page(path) else path.read_bytes()
                )
    return out


def named_files(html: str, page: Path) -> str:
    """A page's text with `index.html` added to every link that leads to a folder of the site, and none to the copy."""

    def add(match: re.Match[str]) -> str:
        url = match["url"]
        if re.match(r"[a-z][a-z0-9+.-]*:|/", url, re.IGNORECASE) or not (page.parent / url / "index.html").is_file():
            return match[0]
        return f"{match['head']}{url.rstrip('/')}/index.html"

    return _LINK.sub(add, _ITSELF.sub("", html))


def _is_page(path: Path) -> bool:
    return path.suffix == ".html"
