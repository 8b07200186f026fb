"""What a reader waits for after the last key of a query: results on the page, as a ratio to a box that finds nothing.

By the page's own clock, from the key to where the results have their places on the page; a browser then paints with its
next frame, 17 ms later at most.
"""

from __future__ import annotations

import statistics
import tempfile
from functools import partial

import yaml
from playwright.sync_api import Page, sync_playwright

from tests.conftest import DRAFT, REAL
from tests.site.browsing import FLAGS, Quiet, program, served, until
from tests.site.conftest import run as build

BOX = "[data-md-component=search-query]"
CLOCK = """() => {
  const list = document.querySelector(".md-search-result");
  addEventListener("keydown", event => { window.key = event.timeStamp; }, true);
  addEventListener("input", () => { list.getBoundingClientRect(); window.waited = performance.now() - window.key; });
}"""


def run() -> str:
    """One line: milliseconds from the last key, median and nine in ten; of a box that finds nothing; their ratio."""
    asked = yaml.safe_load((REAL / "tests" / "site" / "asked.yml").read_text("utf-8"))["queries"]
    queries = [item["q"] for item in asked if item["q"].isascii()]  # a key for each letter
    with (
        tempfile.TemporaryDirectory() as folder,
        served(partial(Quiet, directory=folder)) as server,
        sync_playwright() as playwright,
    ):
        build(REAL, "mkdocs", "build", "--quiet", "--site-dir", folder, **DRAFT)
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        page = browser.new_page(reduced_motion="reduce")
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.evaluate(CLOCK)
        page.click(BOX)
        until(page, "!!window.dossierShow && !!window.dossierSearch.head.more")
        ours = [waited(page, query) for query in queries]
        page.evaluate("window.dossierShow = () => {}")
        nothing = [waited(page, query) for query in queries]
        browser.close()
    found, bare = (statistics.quantiles(times, n=10) for times in (ours, nothing))
    return (
        f"last key: {len(queries)} queries, results after {found[4]:.0f} ms (median), {found[8]:.0f} ms (nine in ten); "
        f"a box that finds nothing {bare[4]:.0f} ms, {bare[8]:.0f} ms; ratio {found[4] / bare[4]:.1f}"
    )


def waited(page: Page, query: str) -> float:
    """Type a query; the milliseconds after its last key."""
    page.fill(BOX, "")
    page.keyboard.type(query[:-1])
    page.wait_for_timeout(400)  # the scripts that it wants besides are there
    page.keyboard.type(query[-1])
    return float(page.evaluate("window.waited"))
