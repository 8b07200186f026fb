"""The record beside an earlier edition of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.record import editions
from macros.record.problems import BadRecord, Problem
from macros.rules.editions import problems

from ..conftest import RECORD, Project, read

Change = Callable[[Project], object]
SAYS = read(RECORD / "data/claims/gazette.yml")["planks-vane"]["says"]


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
    return problems(project.root, "edition-1")


def correct(project: Project, record: str, field: str) -> None:
    words = {"was": "one thing", "now": "another", "why": "It was misread.", "source": "The Quill Gazette"}
    project.add("corrections", "put-right", date="2031-05-01", record=record, field=field, **words)


def test_nothing_is_owed_for_nothing(published: Project) -> None:
    assert editions.latest(published.root) == "edition-1"
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
        ("repair-vane", "says", "The repair would be by {start}.", "repair-vane.says"),
        ("repair-vane", "date", "2031-04-01", "repair-vane.date"),
        ("planks-compared", "says", "The one gives {first.planks}, the other {second.planks}.", "planks-compared.says"),
        ("planks-number", "question", "How many boards are to be replaced?", "planks-number.question"),
        ("vane", "party", "tessel", "vane.party"),
        ("bridge-talks", "when", "2031-04-03", "bridge-talks.when"),
        ("quill-gazette", "kind", "unknown", "quill-gazette.kind"),
        ("planks-vane", "point", "damage", "planks-vane.point"),
        ("start-gazette", "inferred.0.basis", "We thought so.", "start-gazette.inferred"),
        ("planks-compared", "claims", ["planks-orrin", "planks-vane"], "planks-compared.claims"),
        ("vane", "kind", "body", "vane.kind"),
        ("ombra", "role", "other", "ombra.role"),
        ("bridge-talks", "who", ["vane"], "bridge-talks.who"),
        ("quill-gazette", "country", "Tessel", "quill-gazette.country"),
        ("gazette-article", "date", "2031-04-04", "gazette-article.date"),
        ("toll", "meaning", "Money for a bridge.", "toll.meaning"),
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
    correct(published, "orrin", where.partition(".")[2])
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
        ("planks-vane", "says", SAYS.replace(" ", "\n ")),
        ("hall", "title", "The hall in town"),
        ("planks-orrin", "by", ["orrin"]),
        ("gate-words", "text", "The bridge is “not a gate”,\n it is a path [...] & no more"),
        ("orrin", "spellings", ["Orin"]),
    ],
)
def test_what_helps_to_find_it_and_another_way_to_write_it_need_none(
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


def test_a_field_that_names_a_renamed_record_has_not_changed(published: Project) -> None:
    fields = published.fields_of("tin-radio-late")
    published.drop("tin-radio-late")
    published.add("sources", "radio-late", **{**fields, "aliases": ["tin-radio-late"]})
    for id_, each in published.loaded().claims.items():
        if each.source == "tin-radio-late":
            published.set(id_, "source", "radio-late")
    assert owed(published) == []


def test_what_was_left_out_may_be_filled_in(published: Project) -> None:
    published.set("planks-orrin", "occasion", "bridge-talks")
    published.set("planks-orrin", "inferred", [{"what": "So.", "basis": "Since."}])
    assert owed(published) == []


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


@pytest.mark.parametrize("revision", ["--output=data/terms.yml", "-o", "edition-9", "HEAD:data", "0" * 40])
def test_a_revision_that_is_none_is_no_option_of_git(
    published: Project, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    before = (published.root / "data/terms.yml").read_bytes()
    assert check(published.root, f"--base={revision}") == 1
    assert f"git cannot give the edition {revision!r}: there is no such revision" in capsys.readouterr().err
    assert (published.root / "data/terms.yml").read_bytes() == before


# What cannot be seen is not taken for nothing


def check(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "check", *arguments])


def spoil(project: Project) -> None:
    project.set("planks-vane", "figures.planks.exact", 6173)
    git(project, "-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-qam", "Another figure")


def clone(project: Project, to: Path, *arguments: str) -> Path:
    subprocess.run(["git", "clone", "-q", *arguments, project.root.as_uri(), str(to)], check=True, capture_output=True)
    return to


def test_a_whole_clone_sees_what_is_owed(published: Project, tmp_path: Path) -> None:
    spoil(published)
    assert check(clone(published, tmp_path / "whole")) == 1


def test_a_repository_without_a_tag_has_published_nothing(
    published: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(published, "tag", "-d", "edition-1")
    assert check(clone(published, tmp_path / "whole")) == 0
    assert "No edition is published yet" in capsys.readouterr().out


def test_so_has_one_without_a_commit(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    git(project, "init", "-q")
    assert check(project.root) == 0
    assert "No edition is published yet" in capsys.readouterr().out


def test_the_tags_of_a_repository_that_a_dossier_was_put_into_are_no_editions_of_it(
    published: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    new = published.root / "new"
    shutil.copytree(RECORD, new)
    assert check(new) == 0
    assert "No edition is published yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--depth", "1"], "this clone is shallow; run `git fetch --unshallow --tags`"),
        (["--no-tags"], "this clone was made without tags; run `git fetch --tags`"),
    ],
)
def test_a_clone_of_a_part_cannot_know_and_fails_unless_told(
    published: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    spoil(published)
    part = clone(published, tmp_path / "part", *arguments)
    assert check(part) == 1
    assert f"what was published before cannot be known: {says}" in capsys.readouterr().err
    assert check(part, "--no-base") == 0
    assert "not held against the last edition" in capsys.readouterr().out


def test_a_shallow_clone_of_the_edition_itself_knows(published: Project, tmp_path: Path) -> None:
    part = clone(published, tmp_path / "part", "--depth", "1", "--branch", "edition-1")
    assert editions.latest(part) == "edition-1"


def test_without_a_repository_nothing_can_be_known(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project.root) == 1
    assert "cannot be known: not a git repository" in capsys.readouterr().err
    assert check(project.root, "--no-base") == 0
    assert check(project.root, "--base", "edition-1") == 1


def test_without_git_nothing_can_be_known(
    published: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert check(published.root) == 1
    assert "git is not installed" in capsys.readouterr().err
    assert check(published.root, "--no-base") == 0
    assert check(published.root, "--base", "edition-1") == 1


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        ("data/claims/gazette.yml", "the edition 'HEAD' cannot be read: data/claims/gazette.yml:1: not valid YAML"),
        ("data", "the edition 'HEAD' holds no record"),
    ],
)
def test_an_edition_that_cannot_be_read_is_not_taken_for_an_empty_one(
    published: Project, capsys: pytest.CaptureFixture[str], spoilt: str, says: str
) -> None:
    path = published.root / spoilt
    if path.is_dir():
        git(published, "rm", "-rqf", "--cached", spoilt)
    else:
        good = path.read_text("utf-8")
        path.write_text("a: [", "utf-8")
        git(published, "add", spoilt)
    git(published, "-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-qm", "Spoilt")
    if path.is_file():
        path.write_text(good, "utf-8")
    assert check(published.root, "--base", "HEAD") == 1
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nav: [", "mkdocs.yml:1: not valid YAML"),
        ("nav: []\nnav: []\n", "mkdocs.yml:2: the key 'nav' stands twice"),
        ("INHERIT: gone.yml\n", "gone.yml: cannot be read: No such file"),
    ],
)
def test_settings_that_cannot_be_read_are_named(
    published: Project, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    (published.root / "mkdocs.yml").write_text(text, "utf-8")
    assert check(published.root) == 1
    assert says in capsys.readouterr().err


def test_pages_that_inherited_settings_send_on_have_moved(published: Project) -> None:
    (published.root / "docs/timeline.md").unlink()
    (published.root / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: x\n", "utf-8")
    (published.root / "base.yml").write_text(
        "INHERIT: mkdocs.yml\nplugins: [search, {redirects: {redirect_maps: {timeline.md: index.md}}}]\n", "utf-8"
    )
    assert owed(published) == []


def test_a_record_that_cannot_be_read_is_named_and_not_compared(published: Project) -> None:
    (published.root / "data/corrections.yml").write_text("a: [", "utf-8")
    with pytest.raises(BadRecord, match=r"data/corrections\.yml:1: not valid YAML"):
        owed(published)


def test_the_problems_have_other_forms(published: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(published.root, "--format", "json") == 0
    assert capsys.readouterr().out == "[]\n"
    published.set("planks-vane", "figures.planks.exact", 6173)
    assert check(published.root, "--format", "github") == 1
    assert capsys.readouterr().out.startswith("::error file=data/claims/gazette.yml,line=")
    assert check(published.root, "--format", "sarif") == 1
    assert '"ruleId": "editions"' in capsys.readouterr().out
