"""The site that `mkdocs gh-deploy` pushes to a bare repository, served by nginx below the root of a host."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ..conftest import REAL, environment
from . import changed, hosts
from .conftest import Site
from .test_hosting import lost_page_works

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.pdf]

# Those that look at the site as it is served, in a browser.
TESTS = (
    "access",
    "browser",
    "cards",
    "filter",
    "links",
    "policy_in_browser",
    "search_in_browser",
    "structure",
    "weight",
)
IGNORED = [".gitignore", "macros", "overrides", "assets", "mkdocs.yml", "site"]


@dataclass
class Deployed:
    """What was pushed, in the folder that the server has it in, and its address."""

    site: Site
    address: str


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=n", "-c", "user.email=n@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def deployed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("deployed")
    port = hosts.free_port()
    root = changed.fresh_copy(folder / "project")
    (root / ".gitignore").write_text("\n".join(IGNORED), "utf-8")
    git(folder, "init", "-q", "--bare", "host.git")
    for arguments in (
        ["init", "-q"],
        ["remote", "add", "origin", "../host.git"],
        ["add", "."],
        ["commit", "-qm", "First"],
    ):
        git(root, *arguments)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "gh-deploy"],
        cwd=root,
        env={**environment(), "DOSSIER_SITE_URL": f"http://127.0.0.1:{port}/dossier/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "served").mkdir()
    git(folder / "host.git", "--work-tree=../served", "read-tree", "-u", "--reset", "gh-pages")
    (folder / "nginx").mkdir()
    with hosts.nginx(folder / "served", folder / "nginx", port, "/dossier/") as address:
        yield Deployed(Site(folder / "served"), address)


def test_the_tests_of_the_site_pass_where_it_is_served(deployed):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "-m", "not slow"]
        + [f"tests/site/test_{name}.py" for name in TESTS],
        cwd=REAL,
        env={**os.environ, "DOSSIER_SITE": str(deployed.site.folder), "DOSSIER_ADDRESS": deployed.address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:]


def test_every_page_is_whole_without_scripts(deployed, chromium):
    page = chromium.new_page(java_script_enabled=False)
    for url in deployed.site.pages:
        if url != "404.html":
            assert page.goto(deployed.address + url).status == 200, url
            assert page.locator("h1").first.is_visible(), url
    for url, each in deployed.site.all_pages.items():
        if each.is_redirect:
            page.goto(deployed.address + url)
            page.wait_for_url(lambda there, here=deployed.address + url: there != here)
            assert page.locator("h1").first.is_visible(), url
    page.close()


def test_the_page_for_unknown_addresses_works_below_the_root(deployed, chromium):
    lost_page_works(chromium, deployed.address)


def test_the_map_and_the_pages_name_the_address_and_the_day_of_the_edition(deployed, record):
    text = (deployed.site.folder / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{deployed.address}points/</loc>" in text
    assert set(re.findall("<lastmod>([^<]*)", text)) == {record.about.edition.date.first.isoformat()}
    for url, page in deployed.site.pages.items():
        if url != "404.html":
            assert page.root.xpath("//link[@rel='canonical']/@href") == [deployed.address + url]
