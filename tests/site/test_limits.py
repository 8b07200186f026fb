"""How long a page is on a phone, and how heavy: what a reader has to scroll through and to load."""

from __future__ import annotations

import random
from functools import partial

import pytest

from benchmarks.grow import grown
from macros.record.addresses import OUTLETS, PEOPLE, POINTS

from ..conftest import copy_to
from .browsing import PHONE, Quiet, served

pytestmark = pytest.mark.browser

# Screens of a phone, by the beginning of the address. Line by line and the authors' guide are as long as they must be.
QUESTION, LIST, PROSE = 8, 12, 8
LISTS = (
    "differences/",
    "glossary/",
    "outlets/",
    "people/",
    "places/",
    "points/",
    "statements/",
)
AS_LONG_AS_THEY_MUST = ("line-by-line/", "write/", "maintain/", "fields/")
LONGEST = 25  # questions that `make test` measures; `make test-all` measures every page
BYTES = 60_000  # of the HTML of a question, uncompressed


def limit(url: str) -> float:
    if url in AS_LONG_AS_THEY_MUST:
        return float("inf")
    if url.startswith(POINTS) and url != POINTS:
        return QUESTION
    return LIST if url.startswith((*LISTS, PEOPLE, OUTLETS)) else PROSE


def too_long(chromium, address, urls):
    context = chromium.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    found = {}
    for url in urls:
        page.goto(address + url)
        screens = page.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
        if screens > limit(url):
            found[url] = round(screens, 1)
    context.close()
    return found


def test_no_page_with_much_on_it_is_too_long(chromium, address, own_pages, sample):
    """The questions with the most to read, and the sample, with all prose in it."""
    questions = [page for page in own_pages if page.url.startswith(POINTS) and page.url != POINTS]
    longest = sorted(questions, key=lambda page: -len(page.words()))[:LONGEST]
    assert longest
    assert too_long(chromium, address, dict.fromkeys(page.url for page in [*longest, *sample])) == {}


@pytest.mark.slow
def test_no_page_is_too_long(chromium, address, own_pages):
    assert too_long(chromium, address, [page.url for page in own_pages]) == {}


def test_no_question_is_too_heavy(own_pages):
    questions = [page for page in own_pages if page.url.startswith(POINTS) and page.url != POINTS]
    heavy = {page.url: len(page.source.encode()) for page in questions if len(page.source.encode()) > BYTES}
    assert questions
    assert heavy == {}


@pytest.mark.slow
def test_a_record_of_three_thousand_claims_has_more_questions_and_no_longer_ones(chromium, tmp_path):
    project = grown(copy_to(tmp_path / "grown").make_site(), 3000)
    for page in (project.root / "docs").glob("copy-*.md"):
        page.unlink()  # the pages of prose that the benchmark adds
    ran = project.run("mkdocs", "build", "-q", "-d", str(project.root / "site"), timeout=900)
    assert ran.returncode == 0, ran.stderr
    points = list(project.dossier().points)
    urls = [f"{POINTS}{id_}/" for id_ in random.Random(1).sample(points, 40)]
    with served(partial(Quiet, directory=str(project.root / "site"))) as server:
        assert too_long(chromium, f"http://127.0.0.1:{server.server_port}/", urls) == {}
    sizes = [(project.root / "site" / POINTS / id_ / "index.html").stat().st_size for id_ in points]
    assert max(sizes) <= BYTES
