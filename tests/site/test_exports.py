"""Downloads: the record as data, as a table, as references."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
import yaml

from macros.rules.check import open_dossier
from macros.site import exports

from ..conftest import REAL, Project


@pytest.fixture
def written(project: Project, tmp_path: Path) -> Path:
    exports.write(tmp_path, project.dossier())
    return tmp_path / exports.FOLDER


def test_equal_records_make_equal_files(project: Project, tmp_path: Path) -> None:
    both = []
    for name in ("a", "b"):
        paths = exports.write(tmp_path / name, project.dossier())
        both.append({path.name: path.read_bytes() for path in paths})
    assert both[0] == both[1]
    assert set(both[0]) == set(exports.FILES)


def test_the_whole_record_is_in_the_data(project: Project, written: Path) -> None:
    data = json.loads((written / "record.json").read_text("utf-8"))
    dossier = project.dossier()
    assert {id_ for kind in dossier.kinds for id_ in data[kind]} == set(dossier.entries)
    assert data["claims"]["planks-vane"]["figures"]["planks"] == {"exact": 6172, "unit": "planks"}
    assert data["claims"]["planks-vane"]["text"].startswith("Ombra would replace 6,172 planks of Larch Bridge")


def test_the_table_has_every_claim_with_its_attribution(project: Project, written: Path) -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO((written / "claims.csv").read_text("utf-8")))}
    assert set(rows) == set(project.dossier().claims)
    row = rows["planks-orrin"]
    assert (row["by"], row["party"], row["through"], row["outlet"]) == (
        "Tomas Orrin",
        "Commune of the Tessel Valley",
        "Ridge Wire Service",
        "The Quill Gazette",
    )
    assert rows["planks-vane"]["through"] == "unknown"
    assert rows["damage-unclear"]["by"] == "unclear"


def test_a_cell_is_no_formula(project: Project) -> None:
    project.set("planks-orrin", "says", "=HYPERLINK({planks})")
    project.set("planks-orrin", "speakers_words", [])
    assert "'=HYPERLINK(at least 7,000)" in exports.claims_table(project.dossier())


def test_references_make_nothing_up(project: Project, written: Path) -> None:
    bibtex = (written / "sources.bib").read_text("utf-8")
    items = {item["id"]: item for item in json.loads((written / "sources.csl.json").read_text("utf-8"))}
    dossier = project.dossier()
    assert set(items) == set(dossier.sources) == set(re.findall(r"^@misc\{(.+),$", bibtex, re.MULTILINE))
    for id_, source in dossier.sources.items():
        assert ("issued" in items[id_]) == (source.date != "unknown")
        assert ("URL" in items[id_]) == (source.url != "unknown")
        assert ("accessed" in items[id_]) == (source.seen is not None)
    (citing,) = json.loads((written / "dossier.csl.json").read_text("utf-8"))
    assert citing["issued"] == {"date-parts": [[2031, 4, 20]]}
    assert "URL" not in citing


def test_bibtex_is_escaped(project: Project, tmp_path: Path) -> None:
    project.set("gazette-article", "title", "Planks & 15% of {all} #1 \\ _x_")
    exports.write(tmp_path, project.dossier())
    text = (tmp_path / "exports" / "sources.bib").read_text("utf-8")
    assert r"Planks \& 15\% of \{all\} \#1 \textbackslash{} \_x\_" in text


def test_an_address_of_the_site_makes_links_whole(project: Project) -> None:
    assert exports.permalink(project.dossier(), "planks-vane") == "points/planks-number/#planks-vane"
    project.set("", "site_url", "https://example.org/larch/")
    assert (
        exports.permalink(project.dossier(), "planks-vane")
        == "https://example.org/larch/points/planks-number/#planks-vane"
    )
    assert "https://example.org/larch/" in exports.citation_file(project.dossier())


def test_pages_link_to_the_downloads(project: Project, tmp_path: Path) -> None:
    page = tmp_path / "a" / "b" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>x</p>{exports.PLACE}", "utf-8")
    exports.write(tmp_path, project.dossier())
    for target in re.findall(r'href="([^"]+)"', page.read_text("utf-8")):
        assert (page.parent / target).resolve().is_file()
    assert exports.PLACE not in page.read_text("utf-8")


def test_the_citation_file_is_current() -> None:
    text = (REAL / "CITATION.cff").read_text("utf-8")
    assert text == exports.citation_file(open_dossier(REAL)), "run `python -m macros citation`"
    assert yaml.safe_load(text)["cff-version"] == "1.2.0"
