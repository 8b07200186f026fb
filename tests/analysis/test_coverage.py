"""How much of a source is claimed, quoted, opinion or left aside, in sentences and words."""

from __future__ import annotations

from macros.analysis.coverage import coverage, shares_of

from .. import saved
from ..conftest import Project


def test_without_stamps_nothing_is_known(untouched: Project) -> None:
    assert coverage(untouched.dossier(), saved.SOURCE) is None


def test_each_word_counts_once_for_the_first_that_holds(project: Project) -> None:
    saved.stamp(project)
    dossier = project.dossier()
    assert shares_of(dossier, dossier.sentences["gazette-article-g3-1"]) == [
        *["claimed"] * 9,
        "quoted",
        *["claimed"] * 4,
    ]
    # "The mood can be called “sunny”." - the passage is "The mood can be", the quotation "sunny".
    assert shares_of(dossier, dossier.sentences["gazette-article-g4-1"]) == [*["opinion"] * 4, "between", "quoted"]


def test_what_a_claim_and_an_opinion_both_take_up_is_claimed(project: Project) -> None:
    project.set("mood-gazette", "passage", {"start": "The mood", "end": "called"})
    project.add(
        "claims",
        "mood-told",
        **{**project.fields_of("mood-gazette"), "voice": "report", "says": "A mood.", "passage": {"start": "The mood"}},
    )
    saved.stamp(project)
    dossier = project.dossier()
    shares = shares_of(dossier, dossier.sentences["gazette-article-g4-1"])
    assert shares == ["claimed", "claimed", "opinion", "opinion", "opinion", "quoted"]


def test_sentences_and_words_add_up(project: Project) -> None:
    saved.stamp(project, saved.SAVED.replace("[g4] ", "[g4] Birds sang all day. It rained. "))
    project.set("gazette-article-g4-1", "aside", "It tells of the weather.")
    found = coverage(project.loaded(), saved.SOURCE)
    assert found is not None
    assert [each.id for each in found.aside] == ["gazette-article-g4-1"]
    assert (found.sentences["aside"], found.words["aside"]) == (1, 4)
    assert (found.sentences["nobody"], found.words["nobody"]) == (1, 2)
    assert found.sentences.total() == len(project.loaded().sentences) == 15
    assert found.words.total() == sum(each.words for each in project.loaded().sentences.values())
    assert (found.sentences["quoted"], found.sentences["claimed"]) == (3, 10)
