"""Words our own texts do without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ..conftest import Project

LIST = """\
confirm:
  forms: [confirm, confirmed]
  kind: vouching
  used_by: any
  reason: It says that it is so.
  instead: said
bandit:
  forms: [bandit, hill bandits]
  kind: loaded
  used_by: ombra
  reason: It judges.
  instead: a neighbour
"""


@pytest.fixture
def listed(project: Project) -> Project:
    (project.root / "data" / "words.yml").write_text(LIST, "utf-8")
    return project


def test_a_word_is_named_with_its_place_and_what_to_write_instead(listed: Project) -> None:
    listed.set(
        "length-gazette", "says", "It was Confirmed that {ombra|hill bandits} and {tessel} met for {length} hour."
    )
    found = {problem.message.partition(";")[0]: problem for problem in listed.problems()}
    assert set(found) == {"'Confirmed' is a word that vouches", "'hill bandits' is a loaded word"}
    for problem in found.values():
        assert (problem.file, problem.path) == ("data/claims/gazette.yml", "length-gazette.says")
        assert problem.line > 1
    assert "write said. It says that it is so." in found["'Confirmed' is a word that vouches"].hint


@pytest.mark.parametrize(
    "says",
    [
        "{ombra} “confirmed” that {tessel} talked for {length} hour.",
        '{ombra} and "hill bandits" talked for {length} hour.',
        "{ombra} and the unconfirmed talked for {length} hour.",
        "{ombra} had banditry for {length} hour.",
    ],
)
def test_quoted_words_and_other_words_pass(listed: Project, says: str) -> None:
    listed.set("length-gazette", "says", says)
    assert not listed.problems()


def test_a_speakers_own_word_passes_in_quotation_marks(listed: Project) -> None:
    listed.set("planks-orrin", "says", "{planks} planks had been taken by a bandit.")
    listed.set("planks-orrin", "speakers_words", [])
    assert [problem.path for problem in listed.problems()] == ["planks-orrin.says"]
    listed.set("planks-orrin", "says", '{planks} planks had been taken by a "bandit".')
    listed.set("planks-orrin", "speakers_words", ["bandit"])
    assert not listed.problems()


def test_pages_are_read_without_code_macros_and_quotations(listed: Project) -> None:
    page = (
        "---\ntitle: Who confirmed\n---\n\n# Confirm\n\n`confirmed` [a](confirmed.md) {{ party('ombra') }}\n"
        "“confirmed\nagain” and a bandit.\n"
    )
    listed.page("confirmed.md", page)
    assert [(problem.file, problem.line) for problem in listed.problems()] == [
        ("docs/confirmed.md", 2),
        ("docs/confirmed.md", 5),
        ("docs/confirmed.md", 9),
    ]


@pytest.mark.parametrize("place", [{"page": "notes.md"}, {"record": "length-gazette"}])
def test_an_exception_has_a_reason_and_is_flagged_once_nothing_needs_it(listed: Project, place: dict[str, str]) -> None:
    listed.page("notes.md", "# The Bandit Arms\n")
    listed.set("length-gazette", "says", "{ombra} and {tessel} met in the Bandit Arms for {length} hour.")
    name, value = next(iter(place.items()))
    exceptions = listed.root / "data" / "exceptions.yml"
    digits = exceptions.read_text("utf-8")
    allowed = f"- {name}: {value}\n  text: Bandit Arms\n  reason: An inn of this name.\n"
    assert len(listed.problems()) == 2

    exceptions.write_text(digits + allowed, "utf-8")
    assert len(listed.problems()) == 1

    listed.page("notes.md", "# The Larch Arms\n")
    listed.set("length-gazette", "says", "{ombra} and {tessel} met in the Larch Arms for {length} hour.")
    assert [problem.words for problem in listed.problems()] == [
        f"'Bandit Arms' no longer stands in {value}; take the exception out"
    ]

    exceptions.write_text(digits + allowed.replace("  reason: An inn of this name.\n", ""), "utf-8")
    assert "data/exceptions.yml" in {problem.file for problem in listed.problems()}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("used_by: ombra", "used_by: ombre"), "did you mean 'ombra'"),
        (lambda text: text.replace("forms: [bandit,", "forms: [Confirm,"), "stands in another entry as well"),
        (lambda text: text.replace("  instead: said\n", ""), "is missing"),
        (lambda text: text.replace("forms: [confirm", "forms: {confirm"), "not valid YAML"),
        (lambda text: text + "odd: 3\n", "expected fields"),
        (lambda text: text + "confirm: {}\n", "the key 'confirm' stands twice"),
    ],
)
def test_a_bad_list_is_said_without_a_traceback(listed: Project, change: Callable[[str], str], says: str) -> None:
    (listed.root / "data" / "words.yml").write_text(change(LIST), "utf-8")
    problems = listed.problems()
    assert {problem.file for problem in problems} == {"data/words.yml"}
    assert says in problems[0].words


def test_a_party_that_is_unsound_itself_is_not_also_called_unknown(listed: Project) -> None:
    listed.set("ombra", "colour", "white")
    assert [problem.path for problem in listed.problems()] == ["ombra.colour"]
