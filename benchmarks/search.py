"""What a search costs a browser, as a ratio to MiniSearch alone over the same texts, which only looks words up."""

from __future__ import annotations

import tempfile
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from macros.rules.check import open_dossier
from macros.site import search
from tests.conftest import REAL
from tests.site.browsing import FLAGS, load_search, program

TIMES = """([queries, job]) => {
  const look = job === "ours" ? dossierSearch : query => plain.search(query, {prefix: true, fuzzy: 0.2});
  queries.forEach(look);
  const times = queries.map(query => {
    const start = performance.now();
    look(query);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return [times[Math.floor(times.length / 2)], times[times.length - 1]];
}"""
PLAIN = """texts => {
  window.plain = new MiniSearch({fields: ["text"]});
  plain.addAll(texts.map((text, id) => ({id, text})));
}"""


def run() -> str:
    """One line: milliseconds of a query in the engine and in MiniSearch, median and longest, and their ratio."""
    asked = yaml.safe_load((REAL / "tests" / "site" / "asked.yml").read_text("utf-8"))["queries"]
    queries = [item["q"] for item in asked]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        page = browser.new_page()
        dossier = open_dossier(REAL)
        search.write(Path(folder), dossier)
        load_search(page, Path(folder))
        texts = [text for result in search.results(dossier) for text in result.searched() if text]
        page.evaluate(PLAIN, texts)
        ours, longest = page.evaluate(TIMES, [queries, "ours"])
        plain, plain_longest = page.evaluate(TIMES, [queries, "plain"])
        browser.close()
    return (
        f"search: {len(queries)} queries, {len(texts)} texts; {ours:.1f} ms (median), {longest:.1f} ms (longest); "
        f"MiniSearch alone {plain:.1f} ms, {plain_longest:.1f} ms; "
        f"ratio {ours / plain:.1f}, {longest / plain_longest:.1f}"
    )
