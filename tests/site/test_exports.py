"""Downloads: the record as data, as tables, as references - each read back by who reads such files."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import bibtexparser
import jsonschema
import pytest
import yaml
from frictionless import Package
from pylatexenc.latex2text import LatexNodes2Text

from macros.record.dates import When
from macros.record.model import KINDS
from macros.rules.check import open_dossier
from macros.site import exports
from macros.site.exports import tables

from ..conftest import REAL, Project

SCHEMAS = Path(__file__).parents[1] / "vendor" / "schemas"
ODD = [
    "Planks & 15% of {all} #1 \\ _x_",
    "A brace { that nobody closes",
    "} and one that nobody opened",
    "\\input{passwd} \\",
    "100% ~ $5^2$ 'single' \"double\"",
    "Мінськ, Türkiye, 伊斯坦布尔, قرار",
    "@misc{x, title = {y}}",
    "ends in a backslash \\",
]


def rows(text: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text.removeprefix(tables.BOM)))}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The downloads of the real record."""
    site = tmp_path_factory.mktemp("downloads")
    exports.write(site, open_dossier(REAL))
    return site / exports.FOLDER


@pytest.fixture
def written(project: Project, tmp_path: Path) -> Path:
    exports.write(tmp_path, project.dossier())
    return tmp_path / exports.FOLDER


def test_equal_records_make_equal_files(project: Project, tmp_path: Path) -> None:
    both = []
    for name in ("a", "b"):
        paths = exports.write(tmp_path / name, project.dossier())
        both.append({path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in paths})
    assert both[0] == both[1]
    offered = {f"{exports.FOLDER}/{name}" for names in exports.FILES.values() for name in names}
    assert offered == {name for name in both[0] if "/schema/" not in name}


# The record


def test_the_whole_record_is_in_the_data(project: Project, written: Path) -> None:
    data = json.loads((written / "record.json").read_text("utf-8"))
    dossier = project.dossier()
    assert {id_ for kind in dossier.kinds for id_ in data[kind]} == set(dossier.entries)
    assert data["claims"]["planks-vane"]["figures"]["planks"] == {"exact": 6172, "unit": "planks"}
    assert data["claims"]["planks-vane"]["text"].startswith("Ombra would replace 6,172 planks of Larch Bridge")


def test_the_record_holds_against_the_schema_beside_it(real: Path) -> None:
    data = json.loads((real / "record.json").read_text("utf-8"))
    schema = json.loads((real / data["$schema"]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(data)] == []
    assert set(KINDS) < set(data)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [("claims", "text", None), ("claims", "voice", "loud"), ("points", "colour", "red"), ("sources", "date", "June")],
)
def test_the_schema_refuses_what_no_record_is(written: Path, kind: str, field: str, value: Any) -> None:
    data = json.loads((written / "record.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(json.loads((written / "record.schema.json").read_text("utf-8")))
    entry = next(iter(data[kind].values()))
    assert validator.is_valid(data)
    entry.pop(field) if value is None else entry.update({field: value})
    assert not validator.is_valid(data)


def test_the_schemas_of_the_files_are_published_as_they_are_in_the_repository(real: Path) -> None:
    published = {path.name: path.read_text("utf-8") for path in (real / "schema").iterdir()}
    assert published == {path.name: path.read_text("utf-8") for path in (REAL / "data" / "schema").iterdir()}


# The tables


def test_the_tables_hold_against_their_description(real: Path) -> None:
    report = Package(str(real / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "note"]) == []
    assert len(report.tasks) == len(list(real.glob("*.csv")))


@pytest.mark.parametrize(("old", "new"), [("meeting-held-belta,", "another,"), ("belta-article", "no-such-page")])
def test_the_description_finds_a_table_that_was_changed(real: Path, tmp_path: Path, old: str, new: str) -> None:
    for path in real.glob("*.*"):
        text = path.read_text("utf-8")
        (tmp_path / path.name).write_text(text.replace(old, new) if path.name == "claims.csv" else text, "utf-8")
    types = {type_ for (type_,) in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])}
    assert types & {"hash-count", "foreign-key"}


def test_the_table_has_every_claim_with_its_attribution(project: Project, written: Path) -> None:
    found = rows((written / "claims.csv").read_text("utf-8"))
    assert set(found) == set(project.dossier().claims)
    row = found["planks-orrin"]
    assert (row["speakers"], row["parties"], row["chain"], row["outlet_name"]) == (
        "Tomas Orrin",
        "tessel",
        "ridge-wire",
        "The Quill Gazette",
    )
    assert found["planks-vane"]["chain"] == "unknown"
    assert found["damage-unclear"]["by"] == "unclear"


def test_a_figure_names_the_matter_it_is_promised_or_counted_of(project: Project, written: Path) -> None:
    found = rows((written / "claims.csv").read_text("utf-8"))
    assert (found["planks-wire"]["promised"], found["planks-wire"]["counted"]) == ("planks: planks-mended", "")
    assert (found["bought-orrin"]["promised"], found["bought-orrin"]["counted"]) == ("", "bought: planks-mended")
    assert found["planks-vane"]["promised"] == ""


def test_every_table_has_every_entry_of_its_kind(project: Project, written: Path) -> None:
    dossier = project.dossier()
    for table in exports.TABLES:
        if table.key == ("id",):
            text = (written / f"{table.name}.csv").read_text("utf-8")
            assert set(rows(text)) == set(dossier.kinds[table.name]), table.name


def test_a_spreadsheet_is_told_the_code(written: Path) -> None:
    for path in sorted(written.glob("*.csv")):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t"])
def test_a_text_is_no_formula_and_comes_back(project: Project, begins: str) -> None:
    words = f"{begins}HYPERLINK('x') planks"
    title = exports.TABLES[0].columns[0]
    assert (
        tables.Table("t", "", lambda _: [0], (tables.Column("a", "", lambda *_: words),)).csv(project.dossier())
        == f"{tables.BOM}a\r\n'{words}\r\n"
    )
    assert title.name == "id"


def test_a_number_stays_a_number(project: Project) -> None:
    found = tables.Table("t", "", lambda _: [-3.7], (tables.Column("a", "", lambda _, entry: entry, "number"),))
    assert found.csv(project.dossier()) == f"{tables.BOM}a\r\n-3.7\r\n"


def test_the_example_prints_what_made_of_says(real: Path) -> None:
    run = subprocess.run([sys.executable, "example.py"], cwd=real, capture_output=True, encoding="utf-8", check=True)
    printed = [int(line.rpartition(": ")[2]) for line in run.stdout.splitlines() if ": " in line]
    claims = rows((real / "claims.csv").read_text("utf-8")).values()
    outlets = rows((real / "outlets.csv").read_text("utf-8"))
    sides = [row["id"] for row in rows((real / "parties.csv").read_text("utf-8")).values() if row["side"] == "true"]
    found = Counter(
        (party, outlets[claim["outlet"]]["side"])
        for claim in claims
        for party in claim["parties"].split("; ")
        if claim["primary"] == "false"
    )
    assert printed == [found[party, side] for party in sides for side in (*sides, "other", "unknown")]
    assert sum(printed)


# References


def test_references_make_nothing_up(project: Project, written: Path) -> None:
    items = {item["id"]: item for item in json.loads((written / "sources.csl.json").read_text("utf-8"))}
    entries = bibtexparser.parse_file(str(written / "sources.bib")).entries_dict
    dossier = project.dossier()
    assert set(items) == set(dossier.sources) == set(entries)
    for id_, source in dossier.sources.items():
        assert ("issued" in items[id_]) == (source.date != "unknown") == ("year" in entries[id_].fields_dict)
        assert ("URL" in items[id_]) == (source.url != "unknown") == ("url" in entries[id_].fields_dict)
        assert ("accessed" in items[id_]) == (source.seen is not None)
    (citing,) = json.loads((written / "dossier.csl.json").read_text("utf-8"))
    assert citing["issued"] == {"date-parts": [[2031, 4, 20]]}
    assert "URL" not in citing


@pytest.mark.parametrize("name", ["dossier.bib", "sources.bib"])
def test_every_reference_is_read_as_bibtex(real: Path, name: str) -> None:
    library = bibtexparser.parse_file(str(real / name))
    assert library.failed_blocks == []
    assert len(library.entries) == len(json.loads((real / name.replace(".bib", ".csl.json")).read_text("utf-8")))


@pytest.mark.parametrize("title", ODD)
def test_a_title_comes_back_from_bibtex_whatever_it_holds(project: Project, title: str) -> None:
    project.set("gazette-article", "title", title)
    text = exports.files(project.dossier())["sources.bib"]
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert set(library.entries_dict) == set(project.dossier().sources)
    # The decoder knows these three by other names.
    found = library.entries_dict["gazette-article"]["title"].removeprefix("{").removesuffix("}")
    for ours, known in ((r"\textbraceleft{}", r"\{"), (r"\textbraceright{}", r"\}"), (r"\textasciicircum{}", "^")):
        found = found.replace(ours, known)
    assert LatexNodes2Text(math_mode="verbatim").latex_to_text(found).split() == title.split()
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize(
    ("written_", "issued", "year"),
    [
        ("2031-04", {"date-parts": [[2031, 4]]}, "2031"),
        ("2031-04-02T14:43", {"date-parts": [[2031, 4, 2]]}, "2031"),
        ("2031-04-02/2031-04-05", {"date-parts": [[2031, 4, 2], [2031, 4, 5]]}, "2031"),
        ("1850~", {"date-parts": [[1850]], "circa": True}, "1850"),
        ("-0043", {"date-parts": [[-43]]}, "-43"),
        ("1914/..", {"literal": "from 1914"}, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(untouched: Project, written_: str, issued: Any, year: str | None) -> None:
    dossier = untouched.dossier()
    source = dossier.sources["gazette-article"].model_copy(update={"date": When(written_)})
    item = exports.references.of_source(dossier, source)
    assert item["issued"] == issued
    schema = json.loads((SCHEMAS / "csl-data.json").read_text("utf-8"))
    assert jsonschema.Draft7Validator(schema).is_valid([item])
    (entry,) = bibtexparser.parse_string(exports.bibtex.bibtex([item])).entries
    assert (entry.fields_dict["year"].value if "year" in entry.fields_dict else None) == year


@pytest.mark.parametrize("name", ["dossier.csl.json", "sources.csl.json"])
def test_references_are_csl(real: Path, name: str) -> None:
    schema = json.loads((SCHEMAS / "csl-data.json").read_text("utf-8"))
    data = json.loads((real / name).read_text("utf-8"))
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)] == []
    assert data


def test_the_citation_file_is_current_and_valid() -> None:
    text = (REAL / "CITATION.cff").read_text("utf-8")
    assert text == exports.citation_file(open_dossier(REAL)), "run `python -m macros citation`"
    schema = json.loads((SCHEMAS / "cff-1.2.0.json").read_text("utf-8"))
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(yaml.safe_load(text))] == []


# Addresses and links


def test_an_address_of_the_site_makes_links_whole(project: Project) -> None:
    assert tables.permalink(project.dossier(), "planks-vane") == "points/planks-number/#planks-vane"
    project.set("", "site_url", "https://example.org/larch/")
    assert (
        tables.permalink(project.dossier(), "planks-vane")
        == "https://example.org/larch/points/planks-number/#planks-vane"
    )
    assert "https://example.org/larch/" in exports.citation_file(project.dossier())
    assert json.loads(exports.files(project.dossier())["datapackage.json"])["homepage"] == "https://example.org/larch/"


def test_pages_link_to_the_downloads_and_show_the_example(project: Project, tmp_path: Path) -> None:
    page = tmp_path / "a" / "b" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>x</p>{exports.PLACE}{exports.EXAMPLE_PLACE}", "utf-8")
    exports.write(tmp_path, project.dossier())
    text = page.read_text("utf-8")
    for name in (name for names in exports.FILES.values() for name in names):
        assert f'href="../../exports/{name}"' in text
        assert (page.parent / "../../exports" / name).resolve().is_file()
    assert exports.EXAMPLE.read_text("utf-8").splitlines()[-1].replace('"', "&#34;") in text.replace('"', "&#34;")
    assert "Claims by speakers of Ombra" in text
    assert exports.PLACE not in text
