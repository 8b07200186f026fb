"""No search gives one side alone: whatever is typed, a question that comes first shows each side's line.

Asked by somebody who suspects the site: every query we know of, every title, the first words of every claim.
"""

import json

import pytest
import yaml

from macros.analysis import sides as analysis
from macros.rules.check import open_dossier
from macros.site import search
from tests.conftest import REAL

from .browsing import load_search

pytestmark = pytest.mark.browser

FIRST_WORDS = 5
FIRSTS = """queries => queries.map(query => {
  const [first] = dossierSearch(query).items;
  if (!first) return null;
  const {result: {kind, address, sides = [], claims = []}, lines, others, found} = first;
  const parties = sides.map(([party]) => party);
  return {kind, address, parties, lines, others, found, claims: claims.map(([id]) => id)};
})"""


def typed():
    """Queries of the lists in this folder."""
    for name in ("asked.yml", "queries.yml"):
        lists = yaml.safe_load((REAL / "tests/site" / name).read_text("utf-8"))
        yield from (item["q"] for queries in lists.values() for item in queries)


@pytest.fixture(scope="module")
def dossier():
    return open_dossier(REAL)


@pytest.fixture(scope="module")
def firsts(chromium, dossier, tmp_path_factory):
    """The first result of every query, by query."""
    folder = tmp_path_factory.mktemp("index")
    search.write(folder, dossier)
    page = chromium.new_page()
    load_search(page, folder)
    said = (" ".join(claim.says.split()[:FIRST_WORDS]) for claim in dossier.claims.values())
    titles = (text for point in dossier.points.values() for text in (point.title, point.question))
    queries = list(dict.fromkeys([*typed(), *titles, *said]))
    found = page.evaluate(FIRSTS, queries)
    page.close()
    return dict(zip(queries, found, strict=True))


@pytest.fixture(scope="module")
def questions(firsts, dossier):
    """Those of them that are a question, with its id."""
    ids = {f"points/{id_}/#sides": id_ for id_ in dossier.points}
    asked = {query: first for query, first in firsts.items() if first and first["kind"] == "question"}
    return {query: (ids[first["address"]], first) for query, first in asked.items()}


def test_enough_is_asked(questions):
    assert len(questions) > 500


def test_each_side_has_a_line_in_a_question_that_comes_first(questions, dossier):
    for query, (id_, first) in questions.items():
        assert first["parties"] == [dossier.parties[side].short for side in analysis.order(dossier, id_)], query
        assert len(first["lines"]) == len(first["parties"]), query


def test_a_side_that_speaks_is_shown_by_its_own_words_alone(questions, dossier):
    for query, (id_, first) in questions.items():
        for side, numbers in zip(analysis.order(dossier, id_), first["lines"], strict=True):
            assert bool(numbers) == (side in analysis.speaking(dossier, id_)), (query, side)
            for number in numbers:
                assert dossier.parties_of(dossier.claims[first["claims"][number]]) == [side], (query, side)


def test_what_others_say_is_no_sides_word(questions, dossier):
    for query, (_, first) in questions.items():
        for number in first["others"]:
            parties = dossier.parties_of(dossier.claims[first["claims"][number]])
            assert len(parties) != 1 or parties[0] not in dossier.sides, query


def test_no_side_is_given_more_lines_than_a_screen_holds(questions):
    assert all(len(lines) <= 4 for _, first in questions.values() for lines in first["lines"])


def test_no_side_is_given_many_more_lines_than_another(questions):
    for query, (_, first) in questions.items():
        numbers = [len(lines) for lines in first["lines"]]
        assert max(numbers) <= min(numbers) + 2, query


def test_no_other_result_tells_claims(firsts):
    assert not [first for first in firsts.values() if first and first["kind"] != "question" and first["claims"]]


def test_what_goes_along_to_the_page_is_of_that_question_and_each_once(questions):
    for query, (_, first) in questions.items():
        assert set(first["found"]) <= set(first["claims"]), query
        assert len(first["found"]) == len(set(first["found"])), json.dumps(query)
