"""A built site is not put in place while one of its links leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site import links


def page(site: Path, name: str, inside: str) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<!doctype html><body>{inside}", "utf-8")


@pytest.mark.parametrize(
    "link", ["", "#here", "b/", "b/#there", "b/index.html", "https://x.invalid/", "mailto:x", "c.pdf", "?q=x"]
)
def test_what_leads_somewhere_passes(tmp_path: Path, link: str) -> None:
    site = tmp_path / "site"
    page(site, "index.html", f'<p id="here"><a href="{link}">x</a>')
    page(site, "b/index.html", '<p id="there">')
    (site / "c.pdf").touch()
    links.check(site)


@pytest.mark.parametrize("link", ["gone/", "#gone", "b/#gone", "c.pdf", "b/gone.csv"])
def test_what_leads_nowhere_is_named(tmp_path: Path, link: str) -> None:
    page(tmp_path, "index.html", f'<a href="{link}">x</a>')
    page(tmp_path, "b/index.html", '<p id="there">')
    with pytest.raises(links.DeadLinks, match=f"index.html: '{link}' leads to nothing"):
        links.check(tmp_path)
