from __future__ import annotations

import os
import shutil

import pytest

from macros.record.load import load
from macros.record.model import KINDS
from macros.record.reader import line_of

from .. import saved


def messages(project, file):
    return [(problem.line, problem.path, problem.words) for problem in project.problems() if problem.file == file]


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
        ("toll:\n  name: [Toll\n", 2, "not valid YAML"),
        ("toll:\n  name: Toll\n meaning: x\n", 3, "not valid YAML"),
        ("toll:\n\tname: Toll\n", 2, "not valid YAML"),
        ("toll: *nobody\n", 1, "*nobody stands for another place; write the value out; where it is a text"),
        ("toll: !!python/object:os.system {}\n", 1, "the tag 'tag:yaml.org,2002:python/object:os.system' is not read"),
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
        ("toll:\n  name: Toll\n  meaning: 5\n", 3, "expected text, found a number (5); write it in quotation marks"),
        ("toll:\n  name: true\n  meaning: x\n", 2, "expected text, found true/false"),
        ("toll:\n  name: {a: b}\n  meaning: x\n", 2, "expected text, found a mapping"),
        ("toll:\n  name: ''\n  meaning: x\n", 2, "is empty"),
        ("toll:\n  name: Toll\n  meaning: x\n  meanings: y\n", 4, "unknown field; did you mean 'meaning'?"),
        ("toll:\n  name: Toll\n  meaning: x\n  id: toll\n", 4, "unknown field 'id'; the id is the key of the entry"),
        ("toll:\n  name: Toll\n  meaning: x\n  1: y\n", 4, "unknown field"),
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
        (b"[" * 5000, "is nested too deep"),
        (b"{a: " * 5000, "is nested too deep"),
        (b"a: &a [*a]\n", "&a names a place in the file"),
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
    assert (where, message) == (
        "quill-gazette.owner_sought",
        "is for an owner who was not found; this one is given",
    )


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


@pytest.mark.parametrize("kind", ["terms", "people", "sources", "claims"])
@pytest.mark.parametrize("other", ["folder", "link"])
def test_what_is_there_and_no_file_makes_one_problem(project, kind, other):
    """Nor is what such a file was to hold called unknown."""
    if kind == "claims":
        shutil.rmtree(project.root / "data/claims")
    path = project.root / f"data/{kind}.yml"
    path.unlink(missing_ok=True)
    path.mkdir() if other == "folder" else path.symlink_to("nowhere.yml")
    assert [problem.file for problem in project.problems()] == [f"data/{kind}.yml"]


def test_a_file_of_no_kind_is_refused(project):
    (project.root / "data/claim.yml").write_text("", "utf-8")
    assert [message for _, _, message in messages(project, "data/claim.yml")] == [
        "is not read: no kind of record is called 'claim'; did you mean 'claims'?"
    ]


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("terms.yaml", "the endings are `.yml`, in small letters"),
        ("terms.YML", "the endings are `.yml`, in small letters"),
        ("claims/more.json", "the endings are `.yml`, in small letters"),
        ("people.yml~", "the endings are `.yml`, in small letters"),
        ("claims/spring/lost.yml", "folders go one deep: move it to data/claims/"),
        ("words/more.yml", "write it into data/words.yml"),
        ("dossier/more.yml", "write it into data/dossier.yml"),
        ("notes/mine.yml", "no kind of record is called 'notes'"),
    ],
)
def test_no_file_is_left_unread_in_silence(project, file, says):
    path = project.root / "data" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("a: [", "utf-8")
    assert [(p.file, p.rule) for p in project.problems()] == [(f"data/{file}", "files")]
    assert says in str(project.problems()[0])


def test_files_with_a_dot_in_front_are_nobodys(project):
    for name in ("data/.hidden.yml", "data/claims/._gazette.yml", "docs/.#index.md", "docs/.checkpoints/a.md"):
        (project.root / name).parent.mkdir(exist_ok=True)
        (project.root / name).write_bytes(b"\xff")
    assert project.problems() == []


def test_links_are_followed_and_a_dangling_one_is_named(project, tmp_path):
    outside = tmp_path / "outside"
    (project.root / "data/claims").rename(outside)
    (project.root / "data/claims").symlink_to(outside)
    (outside / "spring").mkdir()
    (outside / "spring/lost.yml").write_text("", "utf-8")
    (outside / "round").symlink_to(outside)
    (project.root / "data/claims/gone.yml").symlink_to("nowhere.yml")
    assert [str(p) for p in project.problems()] == [
        "data/claims/gone.yml: cannot be read: it is no file",
        "data/claims/round: leads back to a folder that it is in: the site would hold it again and again; take it out",
        "data/claims/spring/lost.yml: is not read; folders go one deep: move it to data/claims/",
    ]


@pytest.mark.parametrize("id_", ["2", "2025", "true", "null", "1-0"])
def test_ids_are_texts(project, id_):
    """YAML would make a number of the key; here it is what is written, and one may name it."""
    text = (project.root / "data/terms.yml").read_text("utf-8")
    (project.root / "data/terms.yml").write_text(f"{text}\n{id_}: {{name: A, meaning: b}}\n", "utf-8")
    project.set("toll", "see", [id_])
    assert project.problems() == []
    assert project.dossier().terms[id_].id == id_


@pytest.mark.parametrize("id_", ["2.0", "1_000", "~", "0x1F", "Yes"])
def test_what_is_no_id_is_refused_as_it_is_written(project, id_):
    path = project.root / "data/terms.yml"
    path.write_text(f"{path.read_text('utf-8')}\n{id_}: {{name: A, meaning: b}}\n", "utf-8")
    (problem,) = project.problems()
    assert (problem.path, problem.rule) == (id_, "ids")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_named(project):
    (project.root / "data/terms.yml").chmod(0)
    assert "cannot be read" in str(project.problems()[0])


def test_an_empty_file_holds_nothing(project):
    (project.root / "data/corrections.yml").write_text("# nothing yet\n", "utf-8")
    assert project.problems() == []


@pytest.mark.parametrize("word", ["on", "yes", "no", "off", "y", "2031-04-02", "14:43", "0x1F", "1e3", "1_000", ".5"])
def test_words_that_older_yaml_would_turn_into_something_stay_words(project, word):
    (project.root / "data/terms.yml").write_text(f"toll:\n  name: {word}\n  meaning: x\n", "utf-8")
    assert load(project.root).kinds["terms"]["toll"].name == word


@pytest.mark.parametrize("id_", ["index", "con", "nul", "com1"])
def test_an_id_names_no_file_that_cannot_be_a_page(project, id_):
    """`points/index.md` would be written over the list of all questions."""
    project.add("points", id_, title="A gate", question="Is there a gate?", topic="bridge", kind="fact")
    assert f"no page of its own can be called '{id_}'; choose another id" in "".join(map(str, project.problems()))


def test_what_is_beside_the_schemas_is_named(project):
    path = project.root / "data" / "schema" / "lost.yml"
    path.parent.mkdir()
    path.write_text("lost: {}\n", "utf-8")
    assert "data/schema/lost.yml: is not read" in "".join(map(str, project.problems()))


@pytest.mark.parametrize("language", ["xx", "mul", "tlh", "en-GB-oed"])
def test_a_language_without_numbers_and_days_is_refused(project, language):
    project.set("", "language", language)
    assert f"'{language}' is no language that we know to write numbers and days in" in "".join(
        map(str, project.problems())
    )


@pytest.mark.parametrize(
    "url",
    [
        *("https://[::1", "https://[::1]/", "https://x.invalid:99999/", "https:///a", "https://user:word@x.invalid/"),
        *("https://example..org/", "https://-/x", "https://-x.invalid/", "https://x-.invalid/", "https://.invalid/"),
        *("https://x.invalid/a,", "https://x.invalid,", "https://x,y.invalid/"),
    ],
)
def test_an_address_names_a_host(project, url):
    project.set("gazette-article", "url", url)
    assert "does not have the form of an address: https://, the name of a host" in "".join(map(str, project.problems()))


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://x.invalid",
            "https://x.invalid:8000/a,b",
            "https://xn--e1afmkfd.invalid/?q=a#b",
            "https://a_b.invalid/",
        ),
        *("http://localhost:8000/", "https://кремль.рф/", "https://x.invalid/Washington,_D.C."),
    ],
)
def test_an_address_may_be_any_that_there_is(project, url):
    project.set("gazette-article", "url", url)
    assert project.problems() == []


@pytest.mark.parametrize("url", ["https://x.invalid/?page=2", "https://x.invalid/#top", "https://x.invalid?a"])
def test_an_address_of_a_site_has_no_query(project, url):
    project.set("", "site_url", url)
    assert "site_url: 'https://x.invalid" in str(project.problems()[0])
    assert "does not have the form of an address of a site" in str(project.problems()[0])


@pytest.mark.parametrize("language", ["xx", "zz-Latn", "qq"])
def test_a_language_that_there_is_not_is_refused(project, language):
    project.set("tin-radio-late", "language", language)
    assert f"'{language}' does not have the form of a language" in "".join(map(str, project.problems()))


@pytest.mark.parametrize("nothing", ["\u200b", "\u00ad \u2060", "\ufeff", "\u2800", "\u3164"])
def test_a_text_that_does_not_show_is_empty(project, nothing):
    project.set("hall", "title", nothing)
    assert "hall.title: is empty" in "".join(map(str, project.problems()))


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
        ("figures.planks.exact", "6,000", "without quotation marks or commas"),
        ("figures.planks.exact", None, "is empty; give it a value, or leave the field out"),
        ("figures", None, "is empty; give it a value, or leave the field out"),
        ("by", "Vane", "an id: lowercase letters, digits and single hyphens"),
        ("passage.start", "one  two", "one to five words with single blanks between"),
        ("figures.planks", 6000, "expected fields"),
        ("date", "2031-04-31", "is no day of the calendar"),
    ],
)
def test_a_beginners_slip_is_named_in_a_beginners_words(project, field, value, expected):
    project.set("planks-vane", field, value)
    (problem,) = [p for p in project.problems() if p.path.startswith("planks-vane")]
    assert expected in problem.words
    assert "unknown'" not in problem.words
    assert "^" not in problem.words, "no author reads regular expressions"


def test_where_unknown_is_a_value_it_is_said(project):
    project.drop("vane", "office")
    assert [p.words for p in project.problems()] == ["is missing; where it is not known, `unknown` is a value"]
    project.drop("orrin", "name")
    assert "is missing" in [p.words for p in project.problems()]


def test_a_field_within_a_field_is_suggested(project):
    project.set("planks-vane", "figures.planks", {"exactly": 6000, "unit": "planks"})
    assert any("did you mean 'exact'" in problem.words for problem in project.problems())


def test_of_a_doubled_entry_the_first_counts(project):
    path = project.root / "data/people.yml"
    path.write_text(path.read_text("utf-8") + "\nvane:\n  name: 5\n", "utf-8")
    (problem,) = project.problems()
    assert "'vane' stands twice" in problem.message


def test_long_quotations_and_addresses_are_kept(project):
    project.set("gate-words", "text", "It is not a gate. " * 200)
    project.set("gazette-article", "url", f"https://gazette.invalid/{'a' * 1500}")
    assert project.problems() == []
