"""Dossiers of other kinds and languages as they are published: built whole, printed, searched, with no word of English.

`make test` looks at the one from right to left; `make test-all` at all.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from playwright.sync_api import Browser, expect

from macros import locale
from macros.begin.language import STARTER, languages
from macros.new import new
from macros.record.load import files
from macros.record.model import KINDS

from ..conftest import REAL, Project
from ..test_dossiers import build, set_up
from .met import latin, words_met

pytestmark = pytest.mark.browser

# Names that every language writes so.
NAMES = {"BibTeX", "CC", "BY", "CSL-JSON", "CSV", "Frictionless", "JSON", "PDF", "Schema", "ZIP", "make", "check"}
OTHER_LETTERS = ("uk", "ru", "ar")


class Whole(NamedTuple):
    """A dossier, where it is built, what is searched for and the question that is to be found first."""

    project: Project
    site: Path
    query: str
    question: str


SEARCHED = {
    "clock": ("كلفة الإصلاح", "كم يكلف إصلاح الساعة؟"),
    "strike": ("walkout", "Was there a walkout before the strike?"),
    "mill": ("cause", "What caused the fire?"),
}
SLOW = pytest.mark.slow


@functools.cache
def built(name: str, folder: Path) -> Whole:
    project = set_up(name, folder)
    return Whole(project, build(project, whole=True), *SEARCHED[name])


@pytest.fixture(params=["clock", pytest.param("strike", marks=SLOW), pytest.param("mill", marks=SLOW)])
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return built(request.param, tmp_path_factory.getbasetemp() / "whole")


def test_it_is_printed(other: Whole) -> None:
    dossier = other.project.dossier()
    with pikepdf.open(other.site / "dossier.pdf") as book:
        assert book.docinfo["/Title"] == dossier.about.title
        assert book.Root.Lang == dossier.about.language
        assert len(book.pages) > 9


def test_it_is_searched(other: Whole, chromium: Browser) -> None:
    page = chromium.new_page()
    try:
        page.goto((other.site / "index.html").as_uri())
        page.keyboard.press("/")
        page.locator("[data-md-component=search-query]").fill(other.query)
        expect(page.locator("a.md-search-result__link").first).to_contain_text(other.question)
    finally:
        page.close()


# From right to left

ENDS = """words => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = [];
  const range = document.createRange();
  const at = (text, place) => {
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    return range.getBoundingClientRect();
  };
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const start = text.data.indexOf(words);
    if (start < 0) continue;
    const [first, last] = [at(text, start), at(text, start + words.length - 1)];
    if (first.width) found.push(first.left < last.left);
  }
  return found;
}"""


@pytest.mark.parametrize("path", ["outlets/what-now/", "points/stopped-why/", "differences/"])
def test_a_name_from_left_to_right_ends_in_its_mark(
    path: str, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = chromium.new_page()
    try:
        page.goto((built("clock", tmp_path_factory.getbasetemp() / "whole").site / path / "index.html").as_uri())
        ends = page.evaluate(ENDS, "What Now?")
    finally:
        page.close()
    assert ends
    assert all(ends)


# No English is left


@pytest.mark.parametrize("language", [pytest.param(each, marks=SLOW) for each in languages() if each != "en"])
def test_a_dossier_begun_in_a_language_has_no_word_of_english(language: str, tmp_path: Path) -> None:
    new(tmp_path / "new", language=language)
    project = Project(tmp_path / "new")
    assert english_left(project, whole_site(project), language) == {}


def test_a_dossier_from_right_to_left_has_no_word_of_english(tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = built("clock", tmp_path_factory.getbasetemp() / "whole")
    assert english_left(whole.project, whole.site, "ar") == {}


def whole_site(project: Project) -> Path:
    done = project.run("mkdocs", "build", "--strict", "--site-dir", "out", whole=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return project.root / "out"


def english_left(project: Project, site: Path, language: str) -> dict[str, set[str]]:
    """Words of English that a reader of another language meets, with where; those of the record itself left out.

    In a language of other letters any word in Latin ones is such a word, in others any that our English catalog
    or the settings have and the language's own texts have not.
    """
    own = latin(" ".join(path.read_text("utf-8") for kind in KINDS for path in files(project.root, kind)))
    own |= latin((project.root / "data/dossier.yml").read_text("utf-8"))
    theirs = catalog_words(language) | own_words(language)
    ours = catalog_words("en") | {each.lower() for each in latin((REAL / "mkdocs.yml").read_text("utf-8"))}
    suspected = None if language in OTHER_LETTERS else ours - theirs
    found: dict[str, set[str]] = {}
    for where, text in words_met(site, language):
        words = latin(text) - own - NAMES
        for word in words if suspected is None else {each.lower() for each in words} & suspected:
            found.setdefault(word, set()).add(where)
    return found


def catalog_words(language: str) -> set[str]:
    messages = locale.catalog(language).messages.values()
    return {word.lower() for forms in messages for form in forms for word in latin(re.sub(r"\{\w+\}", " ", form))}


def own_words(language: str) -> set[str]:
    """The words of the pages and of the invented record that a dossier in a language begins with."""
    return {word.lower() for path in (STARTER / "docs" / language).iterdir() for word in latin(path.read_text("utf-8"))}
