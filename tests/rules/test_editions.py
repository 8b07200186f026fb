"""The record beside an earlier edition of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from macros.__main__ import main
from macros.record.problems import BadRecord, Problem
from macros.rules import editions

from ..conftest import Project

Change = Callable[[Project], object]


@pytest.fixture
def published(project: Project) -> Project:
    """The invented dossier with an edition tagged."""
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-qm", "First edition")
    git(project, "tag", "edition-1")
    return project


def git(project: Project, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=project.root, check=True, capture_output=True)


def owed(project: Project) -> list[Problem]:
    return editions.problems(project.root, "edition-1")


def correct(project: Project, record: str, field: str) -> None:
    words = {"was": "one thing", "now": "another", "why": "It was misread.", "source": "The Quill Gazette"}
    project.add("corrections", "put-right", date="2031-05-01", record=record, field=field, **words)


def test_nothing_is_owed_for_nothing(published: Project) -> None:
    assert editions.latest_tag(published.root) == "edition-1"
    assert owed(published) == []


@pytest.mark.parametrize(
    ("id_", "field", "value", "where"),
    [
        ("planks-vane", "figures.planks.exact", 6173, "planks-vane.figures.planks"),
        ("planks-vane", "figures.days", {"exact": 2, "unit": "days"}, "planks-vane.figures.days"),
        ("planks-orrin", "by", "lysk", "planks-orrin.by"),
        ("planks-orrin", "chain", [], "planks-orrin.chain"),
        ("planks-orrin", "source", "tin-radio-late", "planks-orrin.source"),
        ("planks-orrin", "voice", "unclear", "planks-orrin.voice"),
        ("night-declined-orrin", "of", ["ombra"], "night-declined-orrin.of"),
        ("night-declined-orrin", "act", "agrees", "night-declined-orrin.act"),
        ("sunny-words", "text", "rainy", "sunny-words.text"),
    ],
)
def test_a_change_of_weight_needs_a_correction(
    published: Project, id_: str, field: str, value: object, where: str
) -> None:
    published.set(id_, field, value)
    (problem,) = owed(published)
    assert (problem.path, problem.file) == (where, published.file_of(id_).relative_to(published.root).as_posix())
    assert problem.line > 1
    assert "no correction says so" in problem.message
    correct(published, "vane", where.partition(".")[2])
    assert len(owed(published)) == 1, "a correction of another record does not count"
    published.set("put-right", "record", id_)
    published.set("put-right", "field", "spellings")
    assert len(owed(published)) == 1, "a correction of another field does not count"
    published.set("put-right", "field", where.partition(".")[2])
    assert owed(published) == []


def test_an_old_correction_does_not_cover_a_new_change(published: Project) -> None:
    assert published.fields_of("planks-corrected")["field"] == "figures.planks"
    published.set("planks-vane", "figures.planks.exact", 6127)
    assert len(owed(published)) == 1


@pytest.mark.parametrize(
    ("id_", "field", "value"),
    [
        ("planks-vane", "says", "{ombra} would replace {planks} planks ({share}) of {larch-bridge} in {days} days."),
        ("planks-orrin", "by", ["orrin"]),
        ("gate-words", "text", "The bridge is “not a gate”,\n it is a path [...] & no more"),
        ("orrin", "spellings", ["Orin"]),
    ],
)
def test_other_words_of_ours_and_another_way_to_write_it_need_none(
    published: Project, id_: str, field: str, value: object
) -> None:
    published.set(id_, field, value)
    assert owed(published) == []


def test_an_id_does_not_vanish_but_may_be_renamed(published: Project) -> None:
    fields = published.fields_of("bought-orrin")
    published.drop("bought-orrin")
    (problem,) = owed(published)
    assert (problem.file, problem.path) == ("data/claims/others.yml", "bought-orrin")
    assert "aliases" in problem.message

    (published.root / "data/claims.yml").write_text("{}\n")
    published.add("claims", "bought-by-orrin", **{**fields, "aliases": ["bought-orrin"]})
    assert owed(published) == []
    published.set("bought-by-orrin", "chain", "unknown")
    assert [problem.path for problem in owed(published)] == ["bought-by-orrin.chain"]


def test_an_alias_does_not_vanish(published: Project) -> None:
    published.set("planks-vane", "aliases", [])
    assert [problem.path for problem in owed(published)] == ["planks-count-vane"]


@pytest.mark.parametrize(
    "change", [lambda p: p.set("planks-corrected", "why", "Never mind."), lambda p: p.drop("planks-corrected")]
)
def test_corrections_are_neither_edited_nor_taken_out(published: Project, change: Change) -> None:
    change(published)
    (problem,) = owed(published)
    assert problem.file == "data/corrections.yml"
    assert "this correction was published in edition-1" in problem.message


def test_a_page_does_not_vanish_but_may_move(published: Project) -> None:
    (published.root / "docs/timeline.md").unlink()
    assert [problem.file for problem in owed(published)] == ["docs/timeline.md"]
    settings = "plugins: [{redirects: {redirect_maps: {timeline.md: index.md}}}]\n"
    (published.root / "mkdocs.yml").write_text(settings, "utf-8")
    assert owed(published) == []


def test_a_topic_does_not_vanish(published: Project) -> None:
    published.set("", "topics.0.id", "talking")
    (problem,) = owed(published)
    assert (problem.file, problem.path) == ("data/dossier.yml", "topics")
    assert problem.line > 1


def test_the_command_compares_with_the_last_tag(published: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(published.root), "check"]) == 0
    assert "since edition-1" in capsys.readouterr().out
    published.set("planks-vane", "figures.planks.exact", 6173)
    assert main(["--root", str(published.root), "check"]) == 1
    assert "from {exact: 6172, unit: planks} to {exact: 6173, unit: planks}" in capsys.readouterr().err
    git(published, "tag", "-d", "edition-1")
    assert main(["--root", str(published.root), "check"]) == 0
    assert main(["--root", str(published.root), "check", "--base", "edition-9"]) == 1
    assert "git cannot give the edition 'edition-9'" in capsys.readouterr().err


def test_a_folder_without_git_owes_nothing(project: Project) -> None:
    assert editions.latest_tag(project.root) is None
    with pytest.raises(BadRecord, match="git cannot give the edition"):
        editions.problems(project.root, "edition-1")


def test_an_unreadable_record_is_left_to_the_other_checks(published: Project) -> None:
    published.page("index.md", "")
    (published.root / "data/corrections.yml").write_text("a: [", "utf-8")
    assert {problem.path for problem in owed(published)} == {"planks-corrected"}
