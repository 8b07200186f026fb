"""The published JSON Schema is that of the model, and both of them accept and refuse the same."""

from __future__ import annotations

import json

import jsonschema
import pytest

from macros.record import schema
from macros.record.reader import read_file

from ..conftest import REAL, RECORD

ROOTS = [REAL, RECORD]
FILES = [(root, path) for root in ROOTS for path in sorted((root / "data").rglob("*.yml"))]
HEAD = "# yaml-language-server: $schema="


def read(path):
    """A file as the record's own reader sees it: dates stay text."""
    return read_file(path).data


def kind_of(root, path):
    return path.relative_to(root / "data").parts[0].removesuffix(".yml")


@pytest.mark.parametrize("kind", sorted(schema.schemas()))
def test_the_schema_on_disk_is_the_models(kind):
    path = REAL / f"data/schema/{kind}.json"
    assert path.read_text("utf-8") == schema.text(schema.schemas()[kind]), "run `python -m macros schema`"


def test_no_schema_on_disk_is_of_a_kind_that_is_gone():
    assert {path.stem for path in (REAL / "data/schema").glob("*.json")} == set(schema.schemas())


@pytest.mark.parametrize("kind", sorted(schema.schemas()))
def test_a_schema_is_a_schema(kind):
    jsonschema.Draft202012Validator.check_schema(schema.schemas()[kind])


@pytest.mark.parametrize(("root", "path"), FILES, ids=[f"{root.name}/{path.name}" for root, path in FILES])
def test_every_file_names_its_schema_and_fits_it(root, path):
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert first.startswith(HEAD), "the first line names the schema, so that editors complete and check"
    named = (path.parent / first.removeprefix(HEAD)).resolve()
    assert named == (root / "data/schema" / f"{kind_of(root, path)}.json").resolve()
    jsonschema.validate(read(path), schema.schemas()[kind_of(root, path)])


@pytest.mark.parametrize(
    ("id_", "field", "value"),
    [
        ("vane", "kind", "someone"),
        ("vane", "rank", "high"),
        ("vane", "name", ""),
        ("vane", "party", 5),
        ("planks-vane", "voice", "says"),
        ("planks-vane", "by", []),
        ("planks-vane", "date", "yesterday"),
        ("planks-vane", "figures.planks.exact", "many"),
        ("planks-vane", "figures.planks.much", 4),
        ("ombra", "colour", "red"),
        ("quill-town", "coordinates.lat", 91),
        ("gazette-article", "url", "gazette"),
        ("planks-compared", "claims", ["planks-vane"]),
        ("gate-words", "claims", []),
        ("", "parties", []),
    ],
)
def test_what_the_model_refuses_the_schema_refuses(project, id_, field, value):
    project.set(id_, field, value)
    path = project.file_of(id_)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(read(path), schema.schemas()[kind_of(project.root, path)])
    assert project.problems()


def test_schemas_are_written_where_editors_look(project):
    written = schema.write(project.root)
    assert {path.parent for path in written} == {project.root / "data/schema"}
    assert json.loads((project.root / "data/schema/claims.json").read_text("utf-8"))["title"] == "claims"


def test_every_field_an_author_fills_in_is_described():
    """An editor shows the description while one types; only plain names go without."""
    claim = schema.schemas()["claims"]["$defs"]["Claim"]["properties"]
    plain = {"source", "act", "figures", "aliases"}
    assert {name for name, field in claim.items() if "description" not in field} <= plain
