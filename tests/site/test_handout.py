"""The hand-out: one page, both sides."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from lxml.html import fromstring

from macros import locale
from macros.analysis.sides import order
from macros.render.context import Context
from macros.render.handout import choice, still_open, word_of
from macros.render.handout import handout as view
from macros.rules.check import open_dossier
from macros.site import handout

from ..conftest import REAL, Project

PAGE = "<html><body><article><h1>Hand-out</h1>{}</article></body></html>"


def built(site: Path, inside: str) -> Path:
    page = site / handout.PAGE
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(PAGE.format(inside), "utf-8")
    return site


@pytest.mark.pdf
def test_the_real_one_is_one_page_and_stays_the_same(tmp_path: Path) -> None:
    dossier = open_dossier(REAL)
    site = built(tmp_path, f"<p>{'A line or two of prose. ' * 20}</p>{view(Context(dossier, 'handout/'))}")
    path = handout.write(site, dossier)
    assert path is not None
    first = path.read_bytes()
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
    handout.write(site, dossier)
    assert path.read_bytes() == first


@pytest.mark.pdf
def test_one_that_does_not_fit_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(handout.TooLong, match="shorten"):
        handout.write(built(tmp_path, "<p>Word after word.</p>" * 400), project.dossier())


def test_a_site_without_one_has_none(project: Project, tmp_path: Path) -> None:
    assert handout.write(tmp_path, project.dossier()) is None


def test_every_side_has_its_word_or_a_note_that_there_is_none() -> None:
    dossier = open_dossier(REAL)
    shown = view(Context(dossier, "handout/"))
    rows = str(shown).split("<tr>")[2:]
    assert len(rows) > 8
    assert all(row.count("<td") == len(dossier.sides) + 1 for row in rows)
    assert all(point.question in shown.unescape() for point in still_open(dossier))


def test_the_most_important_questions_stand_first() -> None:
    weights = [point.weight for point in choice(open_dossier(REAL))]
    assert weights == sorted(weights, reverse=True)


def test_in_each_row_the_side_that_stands_first_on_the_question_does() -> None:
    dossier = open_dossier(REAL)
    rows = fromstring(view(Context(dossier, "handout/"))).xpath("//tbody/tr")
    shown = [tuple(row.xpath("./td/@data-party")) for row in rows]
    assert shown == [order(dossier, point.id) for point in choice(dossier)]
    assert len(set(shown)) > 1, "no side is always first"


def test_the_sheet_says_its_edition_its_address_and_what_its_signs_mean(project: Project) -> None:
    project.set("", "site_url", "https://larch.invalid/")
    dossier = project.dossier()
    sheet = " ".join(fromstring(view(Context(dossier, "handout/"))).xpath("string(//p[last()])").split())
    for words in ("edition 1 of 20 April 2031", "https://larch.invalid/", "■ Ombra", "▲ Tessel"):
        assert words in sheet


def test_the_word_of_a_side_is_the_primary_sources_first(project: Project) -> None:
    dossier = project.dossier()
    word = word_of(dossier, dossier.points["planks-number"], dossier.sides[0])
    assert word is not None
    assert word.id == "planks-vane"
    assert word_of(dossier, dossier.points["mood"], dossier.sides[0]) is None


@pytest.mark.parametrize(("language", "way"), [("en", "ltr"), ("ar", "rtl")])
def test_the_sheet_runs_as_its_language_is_written(project: Project, language: str, way: str) -> None:
    project.set("", "language", language)
    try:
        sheet = fromstring(handout.document(PAGE.format(""), project.dossier()))
    finally:
        locale.use("en")
    assert (sheet.get("lang"), sheet.get("dir")) == (language, way)
