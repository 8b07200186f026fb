"""The index of questions and where accounts differ."""

from __future__ import annotations

import pytest

from macros.analysis.disputes import ranked
from macros.analysis.own_word import own_word
from macros.analysis.relations import differences as differing
from macros.analysis.sides import order, speaking
from macros.render.context import Context
from macros.render.differences import differences, disputes, readings
from macros.render.questions import fields, questions
from macros.rules.check import open_dossier
from tests.conftest import REAL

from .views import text, tree


def test_every_question_stands_once_under_its_topic(untouched):
    context = untouched.context("points/")
    view = tree(questions(context))
    lines = view.xpath(".//details[@class='topic']/ul/li/a/@href")
    assert sorted(lines) == sorted(f"{id_}/" for id_ in context.dossier.points)
    (bridge,) = view.xpath(".//ul[@id='bridge']")
    assert len(bridge.xpath("./li")) == len(context.dossier.points_on["bridge"])


def test_a_topic_says_what_it_covers(untouched):
    topics = tree(untouched.author().questions()).xpath(".//details[@class='topic']")
    assert [text(topic.xpath("./p")[0]) for topic in topics] == [t.summary for t in untouched.dossier().about.topics]


def test_a_line_says_where_it_stands_and_who_speaks(untouched):
    view = tree(questions(untouched.context("points/")))
    (line,) = view.xpath(".//li[a/@href='planks-number/']")
    assert line.xpath("./span[@class='status']/@data-status") == ["numbers-differ"]
    assert "Ombra" in line.xpath("string(./span[@class='speaking'])")
    assert line.get("data-party") == "ombra tessel"


def test_the_form_offers_every_value_there_is_with_how_many_questions_it_leaves(untouched):
    context = untouched.context("points/")
    view = tree(questions(context))
    points = context.dossier.points.values()
    for field in ("topic", "status", "party", "speaker", "outlet", "voice", "act"):
        offered = {o.get("value"): text(o) for o in view.xpath(f".//select[@name='{field}']/option[@value!='']")}
        there = [value for point in points for value in fields(context.dossier, point)[field]]
        assert set(offered) == set(there)
        assert all(words.endswith(f"({there.count(value)})") for value, words in offered.items())


def test_the_weightiest_question_of_a_topic_stands_first(project):
    project.set("planks-bought", "weight", 5)
    project.set("planks-number", "weight", 4)
    view = tree(questions(project.context("points/")))
    assert view.xpath("(.//ul[@id='bridge']/li)[1]/a/@href") == ["planks-bought/"]


def test_contested_questions_stand_ranked_with_both_readings(untouched):
    context = untouched.context("differences/")
    view = tree(differences(context))
    items = view.xpath(".//ul[@class='differences']/li")
    assert [item.xpath(".//a/@href")[0] for item in items] == [f"../points/{p.id}/" for p in ranked(context.dossier)]
    assert all(len(item.xpath("./div[@class='readings']/p")) == 2 for item in items)


@pytest.mark.parametrize(
    ("weights", "in_sight", "folded"),
    [
        ((3, 2), ["planks-number"], ["planks-bought"]),
        ((2, 3), ["planks-bought"], ["planks-number"]),
        ((4, 3), ["planks-number", "planks-bought"], []),
        ((2, 1), ["planks-number", "planks-bought"], []),
    ],
    ids=["one", "the other", "both weigh", "neither weighs"],
)
def test_contradictions_on_questions_of_little_weight_are_folded_where_others_weigh_more(
    project, weights, in_sight, folded
):
    _contradicted(project)
    for point, weight in zip(("planks-number", "planks-bought"), weights, strict=True):
        project.set(point, "weight", weight)
    view = tree(differences(project.context("differences/")))
    for path, ids in (("./ul", in_sight), ("./details/ul", folded)):
        links = view.xpath(f"{path}[@class='differences']/li/p[@class='question']/a/@href")
        assert links == [f"../points/{id_}/" for id_ in ids]
    said = "1 more question, of less weight, on which accounts contradict each other"
    assert [text(each) for each in view.xpath(".//summary")] == [said] * len(folded)


def test_numbers_stand_in_sight_whatever_they_weigh_and_details_are_folded(project):
    _contradicted(project)
    project.set("planks-compared", "differs", "number")
    project.set("planks-number", "weight", 1)
    project.set("waiver-later", "differs", "detail")
    project.set("planks-bought", "weight", 5)
    view = tree(differences(project.context("differences/")))
    assert view.xpath("./ul/li/@data-kind") == ["number"]
    assert view.xpath("./details/ul/li/@data-kind") == ["detail"]
    assert text(view.xpath(".//summary")[0]) == "1 question on which accounts differ in a detail"


def _contradicted(project):
    """Two questions on which accounts contradict each other."""
    project.set("planks-compared", "differs", "contradicts")
    project.set("bought-council", "by", "vane")
    project.set("waiver-later", "relation", "differs")
    project.set("waiver-later", "differs", "contradicts")


def test_two_readings_stand_in_the_order_of_the_sides_on_their_question():
    dossier = open_dossier(REAL)
    context = Context(dossier)
    turned = 0
    for point in ranked(dossier):
        parties = tree(readings(context, point)).xpath("//span[@data-party]/@data-party")
        places = [order(dossier, point.id).index(party) for party in parties if party in dossier.sides]
        assert places == sorted(places), point.id
        turned += len(set(places)) == 2 and differing(dossier, point.id)[0].first.id != _first(dossier, point.id)
    assert turned


def _first(dossier, point):
    """The first of the claims on a question that differ most, in the order of its sides."""
    pair = differing(dossier, point)[0]
    place = {side: number for number, side in enumerate(order(dossier, point))}
    return min((pair.first, pair.second), key=lambda claim: place[dossier.parties_of(claim)[0]]).id


def test_a_dispute_sets_each_sides_nearest_word_side_by_side(untouched):
    context = untouched.context("")
    (dispute,) = tree(disputes(context, 3)).xpath(".//section[@class='dispute']")
    assert dispute.xpath("./h3/a/@href") == ["points/planks-number/"]
    columns = dispute.xpath("./div[@class='sides']/section")
    assert [column.get("data-party") for column in columns] == list(speaking(context.dossier, "planks-number"))
    own = [own_word(context.dossier, "planks-number", column.get("data-party")).claim.id for column in columns]
    assert [column.xpath(".//a/@href")[0].partition("#")[2] for column in columns] == own


def test_of_a_topic_one_dispute_is_shown(project):
    project.set("bought-council", "by", "vane")
    project.set("waiver-later", "relation", "differs")
    project.set("waiver-later", "differs", "contradicts")
    assert len(ranked(project.dossier())) == 2
    assert len(tree(disputes(project.context(""), 3)).xpath(".//section[@class='dispute']")) == 1


def test_questions_that_are_named_stand_a_line_each_without_what_the_form_needs(untouched):
    lines = tree(untouched.author("meeting/").see("planks-number", "damage")).xpath(".//ul[@class='questions']/li")
    assert [line.xpath("./a/@href")[0] for line in lines] == ["../points/planks-number/", "../points/damage/"]
    assert not lines[0].attrib
