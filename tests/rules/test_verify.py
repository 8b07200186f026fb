"""Quotations and passages against a saved text."""

from __future__ import annotations

import hashlib
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.record.dossier import Dossier
from macros.rules.letters import normalise, words_hash
from macros.rules.verify import hold

from ..conftest import Project

SAVED = """\
Larch Bridge
The two valleys talked for about an hour. They began at 14:43. Beside Orrin sat Lysk.
Mira Vane said 6,172 planks of the bridge, 15% of all planks, would go. “The bridge is ‘not a gate’, it is a path – \
a poor one – & no more,” Vane said. Vane proposed three days in May. It should be closed at night. Both will waive it.
Tomas Orrin told us that 7,000 planks had been “kidnapped”, had been kidnapped. Not at night. Goats had come. \
We talked before.
The mood can be called “sunny”.
"""
EXACT = 'The bridge is "not a gate", it is a path [...] & no more'


def results(project: Project, saved: str = SAVED) -> dict[str, tuple[str, str]]:
    dossier: Dossier = project.loaded()
    return {held.item.id: (held.result, held.why) for held in hold(dossier, "gazette-article", saved)}


def test_other_marks_dashes_ellipses_and_white_space_are_the_same_words() -> None:
    assert normalise("“Not\u00a0a – gate…”") == normalise('"Not  a - gate..."')
    assert normalise("it’s") == normalise("it's")
    assert words_hash("one two") != words_hash("one too")


def test_what_a_quotation_renders_is_held_against_its_own_page(project: Project) -> None:
    words = {"text": "Goats had come. [...] “sunny”", "language": "el", "source": "gazette-article"}
    project.set("gate-words", "original", words)
    held = [each for each in hold(project.loaded(), "gazette-article", SAVED) if each.field == "original"]
    assert [(each.item.id, each.result) for each in held] == [("gate-words", "exact")]
    project.set("gate-words", "original", words | {"text": "Sheep had come."})
    held = [each for each in hold(project.loaded(), "gazette-article", SAVED) if each.field == "original"]
    assert [each.result for each in held] == ["none"]
    assert not [each for each in hold(project.loaded(), "ombra-herald-planks", SAVED) if each.field == "original"]


def test_a_marked_omission_passes_and_an_unmarked_one_is_found(project: Project) -> None:
    project.set("gate-words", "text", "The bridge is 'not a gate', it is a path [...] & no more,")
    assert results(project)["gate-words"] == ("exact", "")
    project.set("gate-words", "text", "The bridge is 'not a gate', it is a path & no more,")
    result, why = results(project)["gate-words"]
    assert result == "close"
    assert why == "“& no more,” here, “- a poor one” in the text after “it is a path”"


@pytest.mark.parametrize(
    ("text", "result", "why"),
    [
        (
            "The bridge is ‘not a fence’, it is a path",
            "close",
            "“fence', it is a” here, “gate', it is a” in the text after “bridge is 'not a”",
        ),
        ("the bridge is ‘not a gate’", "close", "“the bridge is 'not” here, “\"The bridge is 'not” in the text"),
        ("& no more [...] The bridge is", "close", "stands before what precedes it here"),
        ("Nobody ever spoke of lighthouses or tides", "none", "nothing like “Nobody ever spoke of”"),
        ("he bridge is ‘not a gat", "close", "here"),
    ],
)
def test_where_a_quotation_breaks_is_said(project: Project, text: str, result: str, why: str) -> None:
    project.set("gate-words", "text", text)
    found, said = results(project)["gate-words"]
    assert (found, why in said) == (result, True), said


@pytest.mark.parametrize(
    ("passage", "result", "why"),
    [
        ({"start": "Mira Vane said", "end": "of all planks"}, "exact", ""),
        ({"start": "Vane"}, "close", "stand 3 times"),
        ({"start": "of all planks", "end": "Mira Vane said"}, "close", "stand before the first"),
        ({"start": "Mira Vane said", "end": "We talked before"}, "close", "in another paragraph"),
        (
            {"start": "Mira Vane said", "end": "of all planks, should go"},
            "close",
            "the last words: “should go” here, “would go.",
        ),
        ({"start": "a lighthouse"}, "none", "nothing like"),
        ({"start": "a path - a"}, "close", "other marks or dashes"),
        ({"start": "zebra"}, "none", "nothing like"),
    ],
)
def test_a_passage_is_one_place_as_a_browser_reads_it(
    project: Project, passage: dict[str, str], result: str, why: str
) -> None:
    project.set("planks-vane", "passage", passage)
    found, said = results(project)["planks-vane"]
    assert (found, why in said) == (result, True), said


def test_one_word_altered_in_each_is_reported_for_each(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for id_, text in (("gate-words", "The bridge was"), ("kidnapped-words", "kidnaped"), ("sunny-words", "sunnny")):
        project.set(id_, "text", text)
    assert run(project, tmp_path) == 1
    out = capsys.readouterr().out
    for id_ in ("gate-words", "kidnapped-words", "sunny-words"):
        assert f"{id_}.text" in out
    assert "data/quotations.yml:" in out


def run(project: Project, folder: Path, *arguments: str, saved: str = SAVED) -> int:
    path = folder / "saved.txt"
    path.write_text(saved, "utf-8")
    return main(["--root", str(project.root), "verify-quotes", "--against", str(path), *arguments])


class LaterThanTheRecord(datetime):
    """The record is of days to come; nothing is held against a copy before it was published."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> LaterThanTheRecord:
        return cls(2031, 5, 1, tzinfo=tz)


def test_a_stamp_changes_its_own_lines_only_and_holds_the_words(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.outside.datetime", LaterThanTheRecord)
    file = project.root / "data" / "quotations.yml"
    before = file.read_text("utf-8")
    run(project, tmp_path, "--stamp")
    after = file.read_text("utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in after] == [
        "    sha256: 6f1ed002ab5595859014ebf0951522d9a0f4f5a0a7c6a6b1d0c8b1d5a2f7a1ce",
        "    date: 2031-04-10",
    ]
    stamp = project.loaded().quotations["sunny-words"].verified
    assert stamp != "no copy seen"
    assert stamp.sha256 == hashlib.sha256(SAVED.encode()).hexdigest()
    assert stamp.words == words_hash("sunny")
    assert not project.problems()

    run(project, tmp_path, "--stamp")
    assert file.read_text("utf-8").splitlines() == after

    project.set("sunny-words", "text", "sunnier")
    assert [problem.path for problem in project.problems()] == ["sunny-words.text"]


def test_an_entry_on_one_line_is_not_stamped_but_said(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project.root / "data" / "quotations.yml"
    entry = "sunny-words: {text: sunny, by: quill-gazette, claims: mood-gazette, chain: [], source: gazette-article}\n"
    file.write_text(entry, "utf-8")
    assert run(project, tmp_path, "--stamp") == 1
    assert "data/quotations.yml:1: sunny-words: write one field a line" in capsys.readouterr().err
    assert file.read_text("utf-8") == entry


def test_wrong_usage_is_said_without_a_traceback(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, tmp_path, "--source", "gazete-article") == 2
    assert "did you mean 'gazette-article'" in capsys.readouterr().err
    assert main(["--root", str(project.root), "verify-quotes", "--against", str(tmp_path / "absent.txt")]) == 2
