"""Stamps of the source's sentences, made from a saved text of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.record.splitting import words
from macros.rules import editions
from macros.rules.stamping import Unfit, paragraphs_of, stamp

from .. import saved
from ..conftest import REAL, Project, read
from ..saved import SAVED, SOURCE

BARE = "\n".join(line.partition("] ")[2] for line in SAVED.splitlines() if line.startswith("["))


def spans(project: Project, sentence: str) -> dict[str, tuple[int, int]]:
    path = project.root / "data/sentences" / f"{SOURCE}.yml"
    return {each["of"]: (each["first"], each["last"]) for each in read(path)[sentence].get("spans", [])}


def run(project: Project, text: str, *arguments: str) -> int:
    path = project.root / "saved.txt"
    path.write_text(text, "utf-8")
    status = main(["--root", str(project.root), "stamp-sentences", "--against", str(path), *arguments])
    path.unlink()
    return status


def test_the_record_with_stamps_passes(project: Project) -> None:
    saved.stamp(project)
    assert project.problems() == []


def test_a_stamp_tells_place_first_words_and_length(project: Project) -> None:
    first = read(saved.stamp(project))["gazette-article-g1-1"]
    assert (first["place"], first["opening"], first["words"]) == ("g1", "The two valleys talked", 8)


def test_at_most_four_words_stand_in_a_stamp_and_never_a_whole_sentence(project: Project) -> None:
    openings = {id_: (each["opening"], each["words"]) for id_, each in read(saved.stamp(project)).items()}
    assert all(len(words(opening)) == max(1, min(4, number - 1)) for opening, number in openings.values())
    assert openings["gazette-article-g3-2"] == ("Not at", 3)


def test_passages_and_quotations_have_their_words(project: Project) -> None:
    saved.stamp(project)
    assert spans(project, "gazette-article-g3-1") == {"planks-orrin": (1, 14), "kidnapped-words": (10, 10)}


def test_an_omission_of_ours_takes_nothing_up(project: Project) -> None:
    item = next(each for each in stamp(project.loaded(), SOURCE, SAVED).sentences if each.id == "gazette-article-g2-2")
    assert [(span.first, span.last) for span in item.spans if span.of == "gate-words"] == [(1, 10), (14, 15)]


def test_a_passage_may_reach_over_sentences(project: Project) -> None:
    project.set("length-gazette", "passage", {"start": "about an hour", "end": "They began"})
    saved.stamp(project)
    assert spans(project, "gazette-article-g1-1") == {"length-gazette": (6, 8)}
    assert spans(project, "gazette-article-g1-2")["length-gazette"] == (1, 2)


def test_other_marks_and_letters_than_the_text_has_are_the_same_words(project: Project) -> None:
    project.set("planks-orrin", "passage", {"start": "TOMAS Orrin", "end": 'been "kidnapped",'})
    saved.stamp(project)
    assert spans(project, "gazette-article-g3-1")["planks-orrin"] == (1, 10)


def test_stamping_twice_changes_nothing(project: Project) -> None:
    assert saved.stamp(project).read_bytes() == saved.stamp(project).read_bytes()


def test_a_reason_stays_with_its_sentence(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    more = SAVED.replace("[g4] ", "[g4] Birds sang. ")
    saved.stamp(project, more)
    project.set("gazette-article-g4-1", "aside", "It tells of the weather.")
    assert project.problems() == []
    saved.stamp(project, more.replace("[g4] ", "[g4] Goats sat. "))
    assert read(project.root / f"data/sentences/{SOURCE}.yml")["gazette-article-g4-2"]["aside"].startswith("It tells")
    assert run(project, SAVED) == 0
    assert "gone: g4, “Birds ...”, 2 words; it was left aside: It tells of the weather." in capsys.readouterr().out


def test_a_changed_article_shows(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    saved.stamp(project)
    assert run(project, SAVED.replace("They began at 14:43.", "They began at noon.")) == 0
    out = capsys.readouterr().out
    assert "new: g1, “They began at ...”, 4 words\ngone: g1, “They began at ...”, 4 words\n" in out
    assert "13 sentences, 12 as before, 1 new, 1 gone; 13 are claimed." in out


@pytest.mark.parametrize("text", [SAVED, BARE, f"## A title\n{BARE}\n\n"], ids=["marked", "bare", "with a heading"])
def test_paragraphs_are_marked_or_in_order(text: str) -> None:
    assert list(paragraphs_of(text, ["g1", "g2", "g3", "g4"]).values())[3] == "The mood can be called “sunny”."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("One line.", "the text has 1 paragraphs, the record 4"),
        (SAVED.replace("[g4] ", ""), "this one does not: “The mood can be”"),
        (SAVED.replace("[g4]", "[g9]"), "this one does not"),
        (SAVED.replace("[g4]", "[g3]"), "the text has 4 paragraphs"),
        (SAVED.replace("Goats had come", "Sheep had come"), "not found in the paragraph they name: damage-unclear"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_written(
    project: Project, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    assert run(project, text) == 1
    assert says in capsys.readouterr().err
    assert not (project.root / "data/sentences").exists()


def test_a_claim_in_another_paragraph_than_it_names_is_not_found(project: Project) -> None:
    project.set("mood-gazette", "place", "g1")
    with pytest.raises(Unfit, match="mood-gazette"):
        saved.stamp(project)


def test_only_a_primary_source_is_stamped(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, SAVED, "--source", "gazette-artikle") == 2
    assert "is no primary source; did you mean 'gazette-article'?" in capsys.readouterr().err


def test_a_text_that_cannot_be_read_is_wrong_usage(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(project.root / "no.txt")
    assert main(["--root", str(project.root), "stamp-sentences", "--against", missing]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("id_", "field", "value"),
    [
        ("planks-orrin", "passage.end", "been kidnapped yes"),
        ("sunny-words", "text", "sunny day"),
        ("gazette-article-g1-1", "words", 9),
        ("gazette-article-g1-1", "opening", "The three valleys talked"),
        ("gazette-article-g1-1", "sha256", "0" * 64),
        ("gazette-article-g1-1", "spans.0.first", 2),
        ("gazette-article-g1-1", "place", "g2"),
    ],
)
def test_what_changes_after_the_stamp_is_refused(project: Project, id_: str, field: str, value: object) -> None:
    saved.stamp(project)
    project.set(id_, field, value)
    assert any("changed since" in problem.message for problem in project.problems())


def test_a_claim_that_is_gone_is_named(project: Project) -> None:
    saved.stamp(project)
    project.drop("sunny-words")
    assert [problem.path for problem in project.problems()] == ["gazette-article-g4-1.spans.1.of"]


def test_a_stamp_of_a_long_gone_edition_is_no_published_id(project: Project) -> None:
    saved.stamp(project)
    assert "gazette-article-g1-1" not in editions.read(project.root).entries


def test_the_real_stamps_hold_no_more_of_the_article_than_they_may() -> None:
    found = read(Path(REAL) / "data/sentences/belta-article.yml")
    assert len(found) > 70
    assert all(len(words(each["opening"])) <= 4 for each in found.values())
