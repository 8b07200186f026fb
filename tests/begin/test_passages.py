from __future__ import annotations

import pytest

from macros.begin.passages import ends, quoted


def strings(paragraph):
    return [paragraph[start:end] for start, end in quoted(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("“Two boats,” she said.", ["Two boats,"]),
        ('"Two boats", she said. "No more."', ["Two boats", "No more."]),
        ("« Deux bateaux », dit-elle.", [" Deux bateaux "]),
        ("»Zwei Boote«, sagte sie.", ["Zwei Boote"]),
        ("„Zwei Boote“, sagte sie.", ["Zwei Boote"]),
        ("„Dwa promy”, powiedziała.", ["Dwa promy"]),
        ("她说：「两艘渡船」。", ["两艘渡船"]),
        ("她说：『两艘渡船』。", ["两艘渡船"]),
        ("‘Two boats,’ she said; ‘it’s enough’.", ["Two boats,", "it’s enough"]),
        ("The drivers’ union and the council’s plan.", []),
        ("“He said ‘two boats’ to us.”", ["He said ‘two boats’ to us."]),
        ("“It goes on in the next paragraph.", ["It goes on in the next paragraph."]),
        ("It was 5' 6\" tall.", []),
        ("Nothing is quoted.", []),
        ("“”", []),
    ],
)
def test_strings_in_quotation_marks_are_found_whatever_the_marks(paragraph, found):
    assert strings(paragraph) == found


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("The toll is to be two euros a crossing.", "The toll is", "euros a crossing"),
        ("“The bridge cannot wait,” she said.", "The bridge cannot", "wait,” she said"),
        ("He came.", "He came", None),
        ("He came late.", "He came late", None),
        ("He came late again.", "He came late", "again"),
        ("北岸委员会主席诺思表示，我们需要两艘渡船。", "北岸委员会主", "需要两艘渡船"),
    ],
)
def test_a_passage_is_the_first_and_last_words(sentence, first, last):
    assert ends(sentence, sentence, 0, len(sentence)) == (first, last)


def test_first_words_that_stand_elsewhere_are_made_longer():
    paragraph = "He said that it was late. He said that he was tired."
    assert ends(paragraph, paragraph, 0, 25)[0] == "He said that it"
    assert ends(paragraph, paragraph, 26, len(paragraph))[0] == "He said that he"


def test_last_words_are_those_at_the_end():
    sentence = "It would, it said, pay now and not later, and not only pay now."
    assert ends(sentence, sentence, 0, len(sentence)) == ("It would, it", "only pay now")


def test_no_passage_is_longer_than_the_record_takes():
    sentence = " ".join(["extraordinarily" * 2] * 12) + "."
    first, last = ends(sentence, sentence, 0, len(sentence))
    assert 0 < len(first) <= 60
    assert last is not None
    assert 0 < len(last) <= 60
