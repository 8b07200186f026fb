from __future__ import annotations

import pytest

from macros.__main__ import main
from macros.record import drafts
from macros.record.problems import DRAFTS, report


def listed(project):
    return [problem for problem in project.problems() if problem.rule == DRAFTS]


@pytest.mark.parametrize("field", ["says", "point", "by", "voice", "date", "passage.start", "source"])
def test_an_entry_with_something_to_write_is_a_draft(project, field):
    project.set("planks-vane", field, drafts.TODO)
    (found,) = listed(project)
    assert (found.file, found.path) == ("data/claims/gazette.yml", "planks-vane")
    assert found.message == f"a draft, still to be written: {field}"


@pytest.mark.parametrize("text", ["Head TODO of {ombra}", "TODO: look it up", "The warden (TODO)", "Of\nTODO."])
def test_a_text_with_something_to_write_in_it_is_one_too(project, text):
    project.set("vane", "office", text)
    assert [(found.path, found.message) for found in listed(project)] == [
        ("vane", "a draft, still to be written: office")
    ]


@pytest.mark.parametrize("text", ["TODOs", "A TODO-list", "https://herald.invalid/TODO"])
def test_other_words_are_none(project, text):
    project.set("vane", "spellings", [text])
    assert project.problems() == []


def test_a_draft_is_one_problem_however_much_it_lacks(project):
    for field in ("says", "voice"):
        project.set("planks-vane", field, drafts.TODO)
    assert [problem.message for problem in listed(project)] == ["a draft, still to be written: says, voice"]


def test_nobody_calls_the_id_of_a_draft_unknown(project):
    project.set("planks-vane", "says", drafts.TODO)
    assert {problem.rule for problem in project.problems()} == {DRAFTS}


def test_the_dossier_itself_may_be_a_draft(project):
    project.set("", "title", drafts.TODO)
    assert [problem.file for problem in listed(project)] == ["data/dossier.yml"]


def test_a_default_to_write_is_one_problem_and_not_one_a_claim(project):
    path = project.root / "data/claims/gazette.yml"
    text = path.read_text("utf-8").replace("  voice: speaker\n", "")
    path.write_text(text.replace("\n\n", "\n\ndefaults:\n  voice: TODO\n\n", 1), "utf-8")
    assert [(problem.path, problem.message) for problem in listed(project)] == [
        ("defaults", "a draft, still to be written: voice")
    ]


def test_a_page_with_something_to_write_is_a_draft(project):
    project.page("method.md", "---\ntitle: Method\n---\n\n# Method\n\nTODO\n\nSay `TODO`, or TODOs.\n")
    assert [(problem.file, problem.line) for problem in listed(project)] == [("docs/method.md", 7)]


def test_drafts_are_counted_by_file_and_stand_after_what_is_wrong(project):
    project.set("planks-vane", "says", drafts.TODO)
    project.set("planks-wire", "says", drafts.TODO)
    project.set("vane", "kind", "someone")
    lines = report(project.problems()).split("\n")
    assert lines[0].startswith("data/people.yml")
    assert lines[-2].startswith("3 problems")
    assert lines[-1] == "Drafts to finish: 2 (1 in data/claims/gazette.yml, 1 in data/claims/others.yml)"


def test_check_fails_while_a_draft_is_left(project, capsys):
    project.set("planks-vane", "says", drafts.TODO)
    assert main(["--root", str(project.root), "check", "--no-base"]) == 1
    assert "Drafts to finish: 1" in capsys.readouterr().err
