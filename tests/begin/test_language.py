"""Every language has all that a dossier begins with, in its own words."""

from __future__ import annotations

import re

import pytest
import yaml

from macros import locale
from macros.begin import language
from macros.new import GUIDES, HOUSE, PAGES, new
from macros.record.figures import LOOSE
from macros.record.reader import read_file
from macros.rules.check import open_dossier

OTHERS = language.languages()[1:]
RECORD = language.record("en")


def calls(text):
    return sorted(re.findall(r"\{\{.*?\}\}", text))


def titles(item):
    for title, value in item.items():
        if isinstance(value, list):
            yield title
            for each in value:
                yield from titles(each)


def test_english_comes_first():
    assert language.languages()[0] == "en"
    assert {"ar", "ru", "tr", "uk"} <= set(OTHERS)


@pytest.mark.parametrize("code", OTHERS)
def test_every_page_is_there_and_no_guide(code):
    english = {*language.pages("en"), *(f"{page}.md" for page in PAGES)}
    assert set(language.pages(code)) == english
    assert not {f"{guide}.md" for guide in GUIDES} & set(language.pages(code))


@pytest.mark.parametrize("code", OTHERS)
def test_a_page_shows_the_same_records_in_every_language(code):
    english = {f"{page}.md": (HOUSE / f"docs/{page}.md").read_text("utf-8") for page in PAGES} | language.pages("en")
    for name, text in language.pages(code).items():
        bare = [call.replace(", unit=True", "") for call in calls(text)]
        expected = {call.replace(", unit=True", "") for call in calls(english[name])}
        assert set(bare) <= expected or name in ("differences.md", "check.md", "named.md", "data.md"), name


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_of_the_example_is_said_in_the_language(code):
    words = read_file(language.DOCS / code / "record.yml").data
    english = "\n".join(RECORD.values())
    assert [each for each in words if each not in english] == []
    (first, *rest) = [set(read_file(language.DOCS / other / "record.yml").data) for other in OTHERS]
    assert all(each == first for each in rest)


@pytest.mark.parametrize("code", OTHERS)
def test_every_section_of_the_navigation_has_its_title(code):
    nav = yaml.load((HOUSE / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)["nav"]
    found = {title for item in nav for title in titles(item)}
    assert set(read_file(language.DOCS / code / "nav.yml").data["sections"]) == found


@pytest.mark.parametrize("code", OTHERS)
def test_a_dossier_begun_in_it_passes_every_check(code, tmp_path):
    new(tmp_path / "dossier", language=code)
    dossier = open_dossier(tmp_path / "dossier")
    assert dossier.about.language == code
    assert {source.language for source in dossier.sources.values()} == {code}


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_that_a_reader_reads_is_left_in_english(code, tmp_path):
    new(tmp_path / "dossier", language=code)
    words = re.compile(r"\b(the|and|of|what|who|said|where|how)\b", re.IGNORECASE)
    for page in (tmp_path / "dossier/docs").glob("*.md"):
        text = re.sub(r"\{\{.*?\}\}|\]\([^)]*\)|\{[^}]*\}", "", page.read_text("utf-8"))
        assert not words.findall(text), page.name
    record = [path for path in (tmp_path / "dossier/data").glob("*.yml") if path.name != "words.yml"]
    for path in record:
        text = "\n".join(line for line in path.read_text("utf-8").split("\n") if not line.startswith("#"))
        assert not words.findall(re.sub(r"https?:\S+|[\w-]+(?=:)", "", text)), path.name


@pytest.mark.parametrize("code", OTHERS)
def test_settings_say_nothing_in_english(code):
    mkdocs = (HOUSE / "mkdocs.yml").read_text("utf-8")
    own = read_file(language.DOCS / code / "nav.yml").data
    english, said = (yaml.load(text, yaml.CBaseLoader) for text in (mkdocs, language.settings(mkdocs, code, set())))
    names = [[each["toggle"]["name"] for each in text["theme"]["palette"]] for text in (english, said)]
    assert names[0] == list(own["colours"])
    assert names[1] == list(own["colours"].values())
    assert said["copyright"] == own["copyright"] != english["copyright"]


def test_settings_name_the_pages_that_are_there_and_no_others():
    mkdocs = (HOUSE / "mkdocs.yml").read_text("utf-8")
    assert language.settings(mkdocs, "en", {path.name for path in (HOUSE / "docs").glob("*.md")}) == mkdocs
    nav = yaml.load(language.settings(mkdocs, "tr", {"index.md", "points.md"}), Loader=yaml.CBaseLoader)["nav"]
    assert nav == ["index.md", {"Söylenenler": ["points.md"]}]


@pytest.mark.parametrize("code", OTHERS)
def test_the_method_explains_the_words_that_figures_are_shown_with(code):
    method = language.pages(code)["method.md"].casefold()
    messages = locale.catalog(code).messages
    words = {name: messages[f"figure.{name.replace('_', '-')}"][0].replace("{number}", "").strip() for name in LOOSE}
    assert [word for word in words.values() if word.casefold() not in method] == []
