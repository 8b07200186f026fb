from typing import get_args

import pytest

from macros.render.counts import What, count, number, shares

from .views import text, tree


@pytest.mark.parametrize("what", [what for what in get_args(What) if what != "outlets with an owner unclear"])
def test_everything_that_can_be_asked_is_counted(untouched, what):
    assert count(untouched.dossier(), what) > 0


def test_an_owner_of_whom_a_page_leaves_open_who_it_is_counts_apart(project):
    before = count(project.dossier(), "outlets with an owner told")
    project.set("quill-gazette", "owner.held_by", "not clear")
    dossier = project.loaded()
    assert count(dossier, "outlets with an owner told") == before - 1
    assert count(dossier, "outlets with an owner unclear") == 1


def test_quoted_words_are_counted_by_the_party_of_the_speaker(untouched):
    dossier = untouched.dossier()
    assert count(dossier, "quoted words", party="ombra") == 13  # an omission of ours is no word
    assert count(dossier, "quoted words", party="tessel") == 1
    assert count(dossier, "quoted words", party="quill") == 0
    assert count(dossier, "quoted words") == 15  # one is the outlet's own


def test_a_statement_is_reported_where_no_words_of_it_are_quoted(untouched):
    dossier = untouched.dossier()
    assert count(dossier, "reported statements", party="tessel", primary=True) == 2
    assert count(dossier, "reported statements", party="tessel", primary=False) == 1


def test_differences_are_points_on_which_accounts_differ(untouched):
    assert count(untouched.dossier(), "differences") == 1


def test_small_numbers_are_words_in_a_sentence(untouched):
    assert text(tree(number(untouched.context(), "sources"))) == "four"


def test_what_is_not_counted_is_refused(untouched):
    with pytest.raises(ValueError, match="nothing is counted as 'words'"):
        number(untouched.context(), "words")


def test_shares_have_a_row_for_each_party_in_order(untouched):
    rows = tree(shares(untouched.context())).xpath(".//tbody/tr")
    assert [text(row[0]).split()[-1] for row in rows] == ["Ombra", "Tessel", "Quill"]
    assert text(rows[1][1]) == "1"
