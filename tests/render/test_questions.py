"""The index of questions and where accounts differ."""

from __future__ import annotations

from macros.analysis.disputes import ranked
from macros.render.differences import differences, disputes
from macros.render.questions import fields, questions

from .views import text, tree


def test_every_question_stands_once_under_its_topic(untouched):
    context = untouched.context("points/")
    view = tree(questions(context))
    lines = view.xpath(".//details[@class='topic']/ul/li/a/@href")
    assert sorted(lines) == sorted(f"{id_}/" for id_ in context.dossier.points)
    (bridge,) = view.xpath(".//ul[@id='bridge']")
    assert len(bridge.xpath("./li")) == len(context.dossier.points_on["bridge"])


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


def test_home_shows_as_many_disputes_as_asked_for(untouched):
    assert len(tree(disputes(untouched.context(""), 1)).xpath(".//li")) == 1
