from __future__ import annotations

import pytest

from macros.record.load import load
from macros.record.model import KINDS
from macros.record.reader import line_of

from .. import saved


def messages(project, file):
    return [(problem.line, problem.where, problem.message) for problem in project.problems() if problem.file == file]


def test_every_kind_of_record_is_read(project):
    saved.stamp(project)
    loaded = load(project.root)
    assert loaded.problems == []
    assert [kind for kind in KINDS if not loaded.kinds[kind]] == []
    assert loaded.about.title == "The Larch Bridge talks"


def test_a_kind_may_be_split_over_a_folder(untouched):
    origins = load(untouched.root).origins
    assert origins["planks-vane"].file == "data/claims/gazette.yml"
    assert origins["planks-wire"].file == "data/claims/others.yml"


def test_a_kind_may_be_in_one_file(project):
    text = "".join((project.root / f"data/claims/{name}.yml").read_text("utf-8") for name in ("gazette", "others"))
    for name in ("gazette", "others"):
        (project.root / f"data/claims/{name}.yml").unlink()
    (project.root / "data/claims.yml").write_text(text, "utf-8")
    assert project.problems() == []


def test_the_line_of_a_field_is_found(untouched):
    path = untouched.root / "data/people.yml"
    lines = path.read_text("utf-8").split("\n")
    assert lines[line_of(path, ("orrin",)) - 1] == "orrin:"
    assert lines[line_of(path, ("orrin", "office")) - 1].startswith("  office: Speaker")
    assert lines[line_of(path, ("orrin", "not there")) - 1] == "orrin:"
    assert lines[line_of(path, ("vane", "own_names", 0, "text")) - 1].startswith("  own_names:")
    assert line_of(path, ("nobody",)) == 1
    assert line_of(untouched.root / "data/none.yml", ("vane",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("toll:\n  name: [Toll\n", 3, "not valid YAML"),
        ("toll:\n  name: Toll\n meaning: x\n", 3, "not valid YAML"),
        ("toll:\n\tname: Toll\n", 2, "not valid YAML"),
        ("toll: *nobody\n", 1, "not valid YAML"),
        ("toll: !!python/object:os.system {}\n", 1, "not valid YAML"),
        (
            "toll:\n  name: Toll\n  meaning: Of {quill}\n  name: Fee\n",
            4,
            "the key 'name' stands twice here (first on line 2)",
        ),
        ("toll: {name: A, meaning: b}\ntoll: {name: C, meaning: d}\n", 2, "the key 'toll' stands twice here"),
        ("- toll\n- plank-rule\n", 1, "expected entries keyed by id, found a list"),
        ("just a text\n", 1, "expected entries keyed by id, found text"),
        ("toll: A fee\n", 1, "expected the fields of an entry, found text"),
        ("toll:\n", 1, "expected the fields of an entry, found nothing"),
        ("toll:\n  name: Toll\n", 1, "is missing"),
        ("toll:\n  name: Toll\n  meaning: 5\n", 3, "expected string, found a number (5)"),
        ("toll:\n  name: true\n  meaning: x\n", 2, "expected string, found true/false"),
        ("toll:\n  name: {a: b}\n  meaning: x\n", 2, "expected string, found a mapping"),
        ("toll:\n  name: ''\n  meaning: x\n", 2, "is empty"),
        ("toll:\n  name: Toll\n  meaning: x\n  meanings: y\n", 4, "unknown field; did you mean 'meaning'?"),
        ("toll:\n  name: Toll\n  meaning: x\n  id: toll\n", 4, "unknown field 'id'; the id is the key of the entry"),
        ("toll:\n  name: Toll\n  meaning: x\n  1: y\n", 4, "unknown field 1"),
        ("Toll_Fee: {name: A, meaning: b}\n", 1, "an id is lowercase letters, digits and single hyphens"),
        ("-toll: {name: A, meaning: b}\n", 1, "an id is lowercase letters"),
        (f"{'t' * 61}: {{name: A, meaning: b}}\n", 1, "at most 60 characters"),
        ("unknown: {name: A, meaning: b}\n", 1, "has a meaning of its own"),
        ("unclear: {name: A, meaning: b}\n", 1, "has a meaning of its own"),
        ("[1, 2]: {name: A, meaning: b}\n", 0, "not"),
        ("quill: {name: A, meaning: b}\n", 1, "this id is taken: data/parties.yml:"),
        (f"toll: {{name: {'x' * 161}, meaning: b}}\n", 1, "is 161 characters long; at most 160 are allowed"),
        ("toll:\n  name: Toll\n  meaning: x\n  see: [Toll Fee]\n", 4, "does not have the form"),
    ],
)
def test_what_yaml_would_let_pass_is_named_with_its_line(project, text, line, says):
    (project.root / "data/terms.yml").write_text(text, "utf-8")
    found = messages(project, "data/terms.yml")
    assert any(says in message and line in (at, 0) for at, _, message in found), found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"toll:\n  name: \xff\xfe\n", "not UTF-8 text"),
        (b"toll:\n  name: a\x00b\n", "not valid YAML"),
        (b"[" * 5000, "not"),
        (b"{a: " * 5000, "not"),
        (b"a: &a [*a]\n", "expected the fields of an entry, found a list"),
    ],
    ids=["utf-8", "null", "deep-list", "deep-mapping", "circle"],
)
def test_what_is_no_text_is_named(project, text, says):
    (project.root / "data/terms.yml").write_bytes(text)
    found = messages(project, "data/terms.yml")
    assert any(says in message for _, _, message in found), found


def test_a_field_that_is_deep_is_named_by_its_path(project):
    line = project.edit("data/outlets.yml", "seen: https://gazette.invalid/imprint", "seen: gazette")
    found = messages(project, "data/outlets.yml")
    assert [(at, where) for at, where, _ in found] == [(line, "quill-gazette.owner.seen")]


def test_an_owner_is_found_or_looked_for_not_both(project):
    project.edit("data/outlets.yml", "  spellings: [Gazette of Quill]", "  owner_sought: {where: the town, day: 2031}")
    ((_, where, message),) = messages(project, "data/outlets.yml")
    assert (where, message) == ("quill-gazette", "`owner_sought` is for an owner who was not found; this one is given")


def test_a_word_that_is_none_of_those_allowed_gets_a_suggestion(project):
    line = project.edit("data/claims/gazette.yml", "act: proposes", "act: propose")
    ((at, where, message),) = messages(project, "data/claims/gazette.yml")
    assert (at, where) == (line, "repair-vane.act")
    assert "did you mean 'proposes'?" in message


def test_all_fields_of_all_entries_are_named_at_once(project):
    lines = {
        project.edit("data/people.yml", "kind: unnamed", "kind: nameless"),
        project.edit("data/people.yml", "office: Mayor of {quill}", "offices: Mayor of {quill}"),
        project.edit("data/people.yml", "delegation: member", "delegation: members"),
    }
    assert lines <= {at for at, _, _ in messages(project, "data/people.yml")}


@pytest.mark.parametrize("kind", [*(kind for kind in KINDS if kind != "claims"), "claims/gazette"])
def test_a_file_that_cannot_be_read_makes_one_problem(project, kind):
    """What it holds is not known, and so nobody is told that it is unknown."""
    (project.root / f"data/{kind}.yml").write_text("a: [", "utf-8")
    assert [problem.file for problem in project.problems()] == [f"data/{kind}.yml"]


def test_a_file_of_no_kind_is_refused(project):
    (project.root / "data/claim.yml").write_text("", "utf-8")
    (project.root / "data/terms.yaml").write_text("", "utf-8")
    assert [message for _, _, message in messages(project, "data/claim.yml")] == [
        "no kind of record is called 'claim'; did you mean 'claims'?"
    ]
    assert messages(project, "data/terms.yaml")


def test_an_empty_file_holds_nothing(project):
    (project.root / "data/corrections.yml").write_text("# nothing yet\n", "utf-8")
    assert project.problems() == []


@pytest.mark.parametrize("word", ["on", "yes", "no", "off", "y", "2031-04-02", "14:43", "0x1F", "1e3", "1_000", ".5"])
def test_words_that_older_yaml_would_turn_into_something_stay_words(project, word):
    (project.root / "data/terms.yml").write_text(f"toll:\n  name: {word}\n  meaning: x\n", "utf-8")
    assert load(project.root).kinds["terms"]["toll"].name == word


def test_one_id_may_be_written_without_brackets(untouched):
    claims = load(untouched.root).kinds["claims"]
    assert claims["planks-vane"].by == ["vane"]
    assert claims["night-vane"].by == ["vane", "ombra-council"]


def test_the_words_for_what_is_not_known_are_no_ids(untouched):
    claims = load(untouched.root).kinds["claims"]
    assert claims["damage-unclear"].by == "unclear"
    assert claims["damage-unclear"].chain == "unknown"
    assert claims["mood-gazette"].chain == []


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("figures.planks.exact", "6,000", "a number without quotation marks or commas"),
        ("figures.planks", 6000, "expected fields"),
        ("date", "2031-04-31", "is no day of the calendar"),
    ],
)
def test_a_beginners_slip_is_named_in_a_beginners_words(project, field, value, expected):
    project.set("planks-vane", field, value)
    (problem,) = [p for p in project.problems() if p.where.startswith("planks-vane")]
    assert expected in problem.message
    assert "unknown'" not in problem.message


def test_a_field_within_a_field_is_suggested(project):
    project.set("planks-vane", "figures.planks", {"exactly": 6000, "unit": "planks"})
    assert any("did you mean 'exact'" in problem.message for problem in project.problems())


def test_of_a_doubled_entry_the_first_counts(project):
    path = project.root / "data/people.yml"
    path.write_text(path.read_text("utf-8") + "\nvane:\n  name: 5\n", "utf-8")
    (problem,) = project.problems()
    assert "'vane' stands twice" in problem.message
