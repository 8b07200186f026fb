"""Dossiers of other kinds: a strike with three sides, a fire of 1889, a clock in Arabic - checked and rendered.

That they are built whole, printed and searched is tested in `tests/site/test_whole.py`.
"""

from __future__ import annotations

import re
import shutil
from csv import DictReader
from io import StringIO
from pathlib import Path

import pytest
from lxml import html

from macros.begin.language import STARTER
from macros.new import PAGES
from macros.pages import pages
from macros.render.account import standalone
from macros.render.statements import statements
from macros.render.words import role
from macros.site import exports
from macros.site.exports.said import QUOTATIONS
from macros.site.exports.tables import BOM

from .conftest import REAL, Project, read
from .everything import fragments

RECORDS = Path(__file__).parent / "records"
OTHERS = ("strike", "mill", "clock")
# Of this dossier's event, not of news in general: no word of it may stand on another's pages.
OURS = re.compile(r"\b(talks?|delegations?|wars?|attacks?|prisoners?|memorand\w+|host)\b", re.IGNORECASE)


def set_up(name: str, folder: Path) -> Project:
    """A project of an invented record with the pages that are of no dossier in particular."""
    shutil.copytree(RECORDS / name, folder / name)
    return with_pages(folder / name)


def with_pages(root: Path) -> Project:
    """A project with the pages that its navigation names and that are of no dossier in particular, in its language."""
    language = read(root / "data/dossier.yml").get("language", "en")
    pages = [*(STARTER / "docs" / language).glob("*.md")]
    if language == "en":
        pages += [REAL / f"docs/{page}.md" for page in PAGES]
    for page in pages:
        if page.stem in (root / "mkdocs.yml").read_text("utf-8") and not (root / "docs" / page.name).exists():
            shutil.copy(page, root / "docs" / page.name)
    shutil.copytree(REAL / "docs/assets", root / "docs/assets")
    return Project(root)


@pytest.fixture(params=OTHERS)
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    return set_up(request.param, tmp_path)


def test_it_passes_every_check(other: Project) -> None:
    assert [str(problem) for problem in other.problems()] == []


def test_every_page_and_macro_renders_and_speaks_of_its_own_event(other: Project) -> None:
    found = {}
    tables = {table.name for table in exports.TABLES}  # whose columns are the record's fields, whatever the event
    for name, text in fragments(other.dossier()):
        if name in tables:
            continue
        words = html.fromstring(f"<div>{text}</div>").text_content()
        assert "None" not in words, name
        if strange := set(OURS.findall(words)):
            found[name] = strange
    assert found == {}


def test_three_sides_and_no_host(tmp_path: Path) -> None:
    dossier = set_up("strike", tmp_path).dossier()
    assert dossier.sides == ["unions", "port-company", "region"]
    assert {role(dossier, party) for party in dossier.parties.values()} == {"a side in the dispute"}
    question = html.fromstring(pages(dossier)["points/service.md"]).text_content()
    assert "The ministry and the court contradict each other. Port Company does not speak on it." in question


def test_each_primary_source_has_its_own_page_line_by_line(tmp_path: Path) -> None:
    made = pages(set_up("strike", tmp_path).dossier())
    faro, herald = (
        html.fromstring(made[f"line-by-line/{id_}.md"].split("---", 2)[2]).text_content()
        for id_ in ("faro-article", "herald-live")
    )
    assert "Line by line: El Faro, “La huelga cierra el puerto”" in faro
    assert faro.index("Apertura") < faro.index("Las cifras")
    assert "at 9:05" not in faro
    assert herald.index("at 9:05") < herald.index("at 10:30") < herald.index("at 13:03") < herald.index("at 20:10")


def test_a_translation_of_ours_is_told_as_ours(tmp_path: Path) -> None:
    question = html.fromstring(pages(set_up("strike", tmp_path).dossier())["points/pay.md"]).text_content()
    assert "Translated from Spanish by us: “We ask for what is owed to us, and it is no favour.”" in question
    assert "12.50 million euros" in question


def test_what_a_quotation_renders_stands_below_it_wherever_it_stands_whole(tmp_path: Path) -> None:
    project = set_up("strike", tmp_path)
    context = project.context("statements/")
    item = context.dossier.quotations["running-words"]
    question = str(pages(context.dossier)[f"points/{context.dossier.claims[item.claims[0]].point}.md"])
    # A side's answer at the head of its question is short, and leads to the account: there it stands.
    for view in (question, str(statements(context)), str(standalone(context, item))):
        (below,) = html.fromstring(f"<div>{view}</div>").xpath("//p[@class='translation'][span]")
        assert below.text_content() == "In Spanish, by El Faro: “No vamos a mover cuatro.”"
        assert below.find("span").get("lang") == "es"
        assert below.find("a").get("href").endswith("outlets/faro-de-albo/#faro-article")


def test_a_page_names_the_quotations_whose_words_it_has(tmp_path: Path) -> None:
    outlet = html.fromstring(pages(set_up("strike", tmp_path).dossier())["outlets/faro-de-albo.md"])
    (line,) = outlet.xpath("//section[@id='faro-article']/p[starts-with(., 'Words that another page quotes')]")
    assert line.text_content().startswith("Words that another page quotes stand here in Spanish: ")
    assert [each.get("href").rpartition("#")[2] for each in line.iter("a")] == ["running-words"]


def test_the_statements_translate_as_a_question_does(tmp_path: Path) -> None:
    view = str(statements(set_up("strike", tmp_path).context("statements/")))
    assert "Translated from Spanish by us: “We ask for what is owed to us, and it is no favour.”" in view


def test_what_a_quotation_renders_and_our_translation_are_exported(tmp_path: Path) -> None:
    dossier = set_up("strike", tmp_path).dossier()
    rows = {row["id"]: row for row in DictReader(StringIO(QUOTATIONS.csv(dossier).removeprefix(BOM)))}
    kept = [rows["running-words"][f"original{part}"] for part in ("", "_language", "_source")]
    assert kept == ["No vamos a mover cuatro.", "es", "faro-article"]
    assert rows["asking-words"]["translation"] == "We ask for what is owed to us, and it is no favour."


def build(project: Project, *, whole: bool = False) -> Path:
    """The built site of a project."""
    done = project.make_site().run("mkdocs", "build", "--strict", "--site-dir", "out", whole=whole)
    assert done.returncode == 0, done.stderr[-3000:]
    return project.root / "out"


def test_the_strike_is_built(tmp_path: Path) -> None:
    site = build(set_up("strike", tmp_path))
    assert (site / "points/pay/index.html").is_file()
    assert (site / "line-by-line/herald-live/index.html").is_file()
    assert 'lang="es"' in (site / "points/pay/index.html").read_text("utf-8")


def test_one_side_and_no_quotations_from_right_to_left(tmp_path: Path) -> None:
    dossier = set_up("clock", tmp_path).dossier()
    assert (dossier.sides, dossier.quotations) == (["town"], {})
    made = pages(dossier)
    question = made["points/cost.md"]
    assert "\N{FIRST STRONG ISOLATE}What Now?\N{POP DIRECTIONAL ISOLATE}" in html.fromstring(question).text_content()
    assert '<span lang="en" dir="ltr">Who Stopped the Clock?</span>' in made["outlets/what-now.md"]
