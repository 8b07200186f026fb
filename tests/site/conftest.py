"""The real site, built once as it is published, for tests of what reaches a reader.

`DOSSIER_SITE=DIR pytest tests/site` looks at a site that is built already, with `DOSSIER_ADDRESS=URL` as a host serves
it.
"""

from __future__ import annotations

import fcntl
import os
import posixpath
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import sync_playwright

from macros.record.dossier import Dossier
from macros.rules.check import open_dossier

from ..conftest import DRAFT, REAL, environment
from ..test_dossiers import RECORDS, set_up
from . import changed
from .browsing import FLAGS, Quiet, program, served

# Addresses are counted from the root of the site, which may lie below the root of its host.
BASE = f"http://site.invalid{urlsplit(os.environ.get('DOSSIER_ADDRESS', '')).path or '/'}"


@dataclass
class Page:
    """A page of the built site by its address from the root, such as `record/`."""

    url: str
    path: Path

    @cached_property
    def source(self) -> str:
        """The file's text."""
        return self.path.read_text("utf-8")

    @cached_property
    def root(self) -> html.HtmlElement:
        """The parsed page."""
        return html.document_fromstring(self.path.read_bytes())

    @cached_property
    def ids(self) -> list[str]:
        """Every id in the page, in order."""
        return [str(id_) for id_ in self.root.xpath("//@id")]

    @property
    def is_redirect(self) -> bool:
        """Whether the page only leads to another."""
        return bool(self.root.xpath("//meta[@http-equiv='refresh']"))

    @cached_property
    def links(self) -> list[tuple[str, html.HtmlElement]]:
        """Every link of the page with its element, as an address from the site's root or with its host."""
        found = []
        for attribute in ("href", "src"):
            for element in self.root.xpath(f"//*[@{attribute}]"):
                address = urljoin(BASE + self.url, element.get(attribute))
                found.append((address.removeprefix(BASE), element))
        return found

    def words(self, *, without: str = "script|style|code|pre|noscript|template") -> str:
        """The text a reader may see, white space folded, without code."""
        skipped = " or ".join(f"ancestor::{name}" for name in without.split("|"))
        return " ".join(" ".join(self.root.xpath(f"/html/body//text()[not({skipped})]")).split())


class Site:
    """A built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def all_pages(self) -> dict[str, Page]:
        """Every HTML file by its address, redirects and the page for unknown addresses too."""
        found = {}
        for path in sorted(self.folder.rglob("*.html")):
            url = path.relative_to(self.folder).as_posix()
            url = url.removesuffix("index.html") if posixpath.basename(url) == "index.html" else url
            found[url] = Page(url, path)
        return found

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages a reader reads, by address."""
        return {url: page for url, page in self.all_pages.items() if not page.is_redirect}

    @cached_property
    def links(self) -> list[tuple[Page, str, str, html.HtmlElement]]:
        """Every link within the site: the page it stands in, the file it leads to, the anchor, the element."""
        found = []
        for page in self.pages.values():
            for address, element in page.links:
                if "://" in address or address.startswith(("mailto:", "data:", "javascript:", "tel:")):
                    continue
                target, anchor = urldefrag(address)
                found.append((page, unquote(urlsplit(target).path), unquote(anchor.split(":~:")[0]), element))
        return found

    def file_at(self, address: str) -> Path:
        """The file a server would answer with."""
        address = address.partition("?")[0]
        path = self.folder / address
        return path / "index.html" if address.endswith("/") or not address else path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, built once for all tests of a run: the first worker builds, the others wait."""
    if given := os.environ.get("DOSSIER_SITE"):
        return Site(Path(given))
    build = partial(run, REAL, "mkdocs", "build", "--quiet", "--site-dir")
    return Site(once(tmp_path_factory, "real-site", lambda folder: build(str(folder))))


def once(tmp_path_factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """A folder that `build` makes, once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build(folder)
    return folder


def run(root: Path, *arguments: str, **more: str) -> None:
    """Run `python -m ARGUMENTS` in a folder, with more in its environment; it has to go well."""
    ran = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env={**environment(), **more},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def build_both(root: Path, out: Path, record: Dossier, **more: str) -> None:
    """Build a project, and again with one figure changed: `before` and `after` in a folder."""
    run(root, "mkdocs", "build", "--quiet", "--site-dir", str(out / "before"), **more)
    changed.write_another(root, record)
    run(root, "mkdocs", "build", "--quiet", "--site-dir", str(out / "after"), **more)


@pytest.fixture(scope="session")
def record() -> Dossier:
    """The real record."""
    return open_dossier(REAL)


@pytest.fixture(scope="session")
def corrected(tmp_path_factory):
    """What one figure changes: the whole site of a small dossier, and the same after the figure was corrected."""
    record = open_dossier(RECORDS / "mill")

    def build(folder):
        build_both(set_up("mill", folder).make_site().root, folder, record)

    folder = once(tmp_path_factory, "corrected", build)
    return changed.change(record, Site(folder / "before"), Site(folder / "after"))


@pytest.fixture(scope="session")
def corrected_draft(record, tmp_path_factory):
    """The same of the real record. Both are drafts: what comes after the pages takes most of the time."""

    def build(root):
        build_both(changed.fresh_copy(root), root, record, **DRAFT)
        assert changed.relations(open_dossier(root)) == changed.relations(record)

    folder = once(tmp_path_factory, "changed-site", build)
    return changed.change(record, Site(folder / "before"), Site(folder / "after"))


@pytest.fixture(scope="session")
def own_pages(site: Site) -> list[Page]:
    """The pages with an address of their own: not the one for unknown addresses."""
    return [page for url, page in site.pages.items() if url != "404.html"]


# Of each kind of made page this many are looked at in a browser; `make test-all` looks at every page.
OF_A_KIND = 2


@pytest.fixture(scope="session")
def sample(own_pages: list[Page]) -> list[Page]:
    """All pages of prose, and of each kind of made page the heaviest and some drawn by a seed (DOSSIER_SEED)."""
    draw = random.Random(int(os.environ.get("DOSSIER_SEED", "1")))
    kinds: dict[str, list[Page]] = {}
    for page in own_pages:
        kinds.setdefault(page.url.partition("/")[0] if page.url.count("/") > 1 else "", []).append(page)
    prose = kinds.pop("", [])
    chosen = [max(pages, key=lambda page: len(page.source)) for pages in kinds.values()]
    for pages in kinds.values():
        rest = [page for page in pages if page not in chosen]
        chosen += draw.sample(rest, min(OF_A_KIND - 1, len(rest)))
    return [*prose, *chosen]


@pytest.fixture(scope="session")
def address(site):
    """Where the built site is served on this machine."""
    if given := os.environ.get("DOSSIER_ADDRESS"):
        yield given
        return
    with served(partial(Quiet, directory=str(site.folder))) as server:
        yield f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(site, tmp_path_factory):
    """The copy to read with no server, unpacked; its address."""
    into = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(site.folder / "dossier-offline.zip") as packed:
        packed.extractall(into)
    return (into / "dossier").as_uri() + "/"
