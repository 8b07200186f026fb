from __future__ import annotations

import jsonschema
import pytest

from macros.record import defaults, editions, schema
from macros.record.model import KINDS
from macros.record.reader import read_file
from macros.rules.editions import compare

from ..conftest import REAL

SHARED = """\
defaults:
  source: gazette-article
  voice: speaker
  chain: []
  date: 2031-05-02
"""


def share(project, text=SHARED):
    """Move what the claims of a file share to its top; the file."""
    path = project.root / "data/claims/gazette.yml"
    lines = path.read_text("utf-8").split("\n")
    moved = {f"  {line.strip()}" for line in SHARED.split("\n")[1:] if line}
    path.write_text("\n".join([lines[0], text.rstrip(), *(line for line in lines[1:] if line not in moved)]), "utf-8")
    return path


def test_a_file_says_once_what_its_entries_share(project):
    before = project.dossier().claims
    path = share(project)
    assert "source: gazette-article" not in path.read_text("utf-8").split("defaults:")[1].split("\n\n", 1)[1]
    assert project.problems() == []
    assert project.dossier().claims == before
    jsonschema.validate(read_file(path).data, schema.schemas()["claims"])


def test_what_an_entry_has_of_its_own_counts_before(project):
    share(project)
    own = project.fields_of("planks-vane") | {"date": "unknown"}
    project.set("planks-vane", "date", own["date"])
    assert project.loaded().claims["planks-vane"].date == "unknown"


def test_what_is_wrong_in_the_defaults_is_told_once_where_it_stands(project):
    path = share(project, SHARED.replace("voice: speaker", "voice: loud").replace("date:", "dated:"))
    told = [(problem.line, problem.path) for problem in project.problems() if problem.rule == "fields"]
    lines = path.read_text("utf-8").split("\n")
    assert (lines.index("  voice: loud") + 1, "defaults.voice") in told
    assert (lines.index("  dated: 2031-05-02") + 1, "defaults.dated") in told
    assert sum(where.endswith(".voice") for _, where in told) == 1


def test_a_misspelt_default_is_told_once_and_counts(project):
    share(project, SHARED.replace("defaults:", "default:"))
    ((line, told),) = [(problem.line, problem.words) for problem in project.problems() if problem.rule != "pages"]
    assert told == "is no entry: it has nothing but what entries share; did you mean 'defaults'?"
    assert line == 2


def test_what_a_rule_finds_in_a_default_is_told_where_it_stands(project):
    path = share(project, SHARED.replace("gazette-article", "nowhere"))
    found = [problem for problem in project.problems() if "nowhere" in problem.message]
    line = path.read_text("utf-8").split("\n").index("  source: nowhere") + 1
    assert found
    assert {problem.line for problem in found} == {line}


def test_a_field_that_nobody_gives_is_still_missing(project):
    path = share(project, SHARED.replace("  voice: speaker\n", ""))
    assert any(problem.path == "planks-vane.voice" for problem in project.problems())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(read_file(path).data, schema.schemas()["claims"])


def test_an_edition_knows_no_difference(project, make_project):
    other = make_project()
    share(project)
    assert list(compare(project.root, editions.read(other.root), editions.read(project.root), "before")) == []


@pytest.mark.parametrize("text", ["defaults: none\n", "defaults:\n", "defaults: {says: x}\n", "defaults: []\n"])
def test_defaults_are_fields_that_can_be_shared(project, text):
    share(project, text)
    assert [problem for problem in project.problems() if problem.path.startswith("defaults")]


def test_a_kind_without_defaults_takes_none(project):
    project.add("terms", "defaults", name="default", meaning="A word.")
    assert any("has a meaning of its own" in problem.message for problem in project.problems())


@pytest.mark.parametrize("kind", sorted(defaults.FIELDS))
def test_what_can_be_shared_are_fields_of_the_kind(kind):
    assert set(defaults.FIELDS[kind]) <= set(KINDS[kind].model_fields)


def test_the_guide_names_them_all():
    guide = (REAL / "docs/fields.md").read_text("utf-8")
    for kind, names in defaults.FIELDS.items():
        assert f"| `{kind}.yml` | {', '.join(f'`{name}`' for name in names)} |" in guide
