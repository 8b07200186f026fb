"""One outlet against another: the lines on an outlet's page, and the page of a pair."""

from __future__ import annotations

import pytest

from macros import pages
from macros.analysis.against import ENOUGH, pairs_of_outlets
from macros.record.addresses import against as address
from macros.render.against import CLAIMS, SHOWN, of_outlet, of_primary, page, title
from macros.render.context import Context

from ..test_dossiers import set_up
from .views import text, tree


@pytest.fixture
def meeting(project):
    """The Gazette and the radio meet on as many questions as make a page, and differ on the first."""
    points = [id_ for id_ in project.dossier().points if id_ not in ("talks-length", "hall")][: ENOUGH + SHOWN + 1]
    for id_ in ("talks-length", *points):
        model = {k: v for k, v in project.fields_of("length-radio").items() if k != "figures"}
        for source in ("tin-radio-late", "gazette-article"):
            place = {"place": "g2", "passage": {"start": "It was so"}} if source == "gazette-article" else {}
            by = "tin-radio" if source == "tin-radio-late" else "quill-gazette"
            claim = {**model, **place, "point": id_, "says": "It was so.", "by": by, "source": source}
            project.add("claims/others", f"{id_}-{by}", **{**claim, "date": "2031-04-03"})
    project.add(
        "comparisons",
        "rain-compared",
        claims=["talks-length-quill-gazette", "talks-length-tin-radio"],
        relation="differs",
        differs="contradicts",
        says="Gazette has it so, Tin Radio otherwise.",
    )
    return project


def the_pair(context):
    (pair,) = [p for p in pairs_of_outlets(context.dossier) if (p.first, p.second) == ("quill-gazette", "tin-radio")]
    return pair


def test_a_pair_that_meets_often_enough_has_one_page_whichever_is_named_first(meeting):
    assert address("tin-radio", "quill-gazette") == address("quill-gazette", "tin-radio")
    made = pages.pages(meeting.dossier())
    assert "outlets/quill-gazette/tin-radio.md" in made
    assert "outlets/tin-radio/quill-gazette.md" not in made
    assert "\n# Gazette against Tin Radio\n" in made["outlets/quill-gazette/tin-radio.md"]


def test_differences_stand_first_and_what_each_has_under_its_name(meeting):
    context = meeting.context("outlets/quill-gazette/tin-radio/")
    view = page(context, the_pair(context))
    assert title(context, the_pair(context)) == "Gazette against Tin Radio"
    assert view.index("{ #contradicts }") < view.index("{ #alike }")
    (first, *_) = tree(view).xpath(".//ul[@class='differences']/li")
    assert first.get("data-kind") == "contradicts"
    one, other = first.xpath("./div[@class='readings']/div")
    assert "Gazette: It was so." in text(one)
    assert "Tin Radio: It was so." in text(other)
    assert "Gazette has it so, Tin Radio otherwise." in text(first)
    assert len(one.xpath("./p/a")) <= CLAIMS


def test_questions_without_a_difference_are_folded_beyond_the_first_few(meeting):
    context = meeting.context("outlets/quill-gazette/tin-radio/")
    pair = the_pair(context)
    (fold,) = tree(page(context, pair)).xpath(".//details")
    alike = len(pair.questions) - len(pair.differing)
    assert text(fold).startswith(f"{alike - SHOWN} more question")
    assert len(fold.xpath("./ul/li")) == alike - SHOWN


def test_what_came_through_the_other_is_said_to_be_no_second_account(meeting):
    meeting.set("talks-length-tin-radio", "chain", ["quill-gazette"])
    context = meeting.context("outlets/quill-gazette/tin-radio/")
    assert "1 claim of Tin Radio here came through Gazette: it is no second account." in page(
        context, the_pair(context)
    )


def test_an_outlet_names_the_others_it_can_be_held_against(meeting):
    context = meeting.context("outlets/tin-radio/")
    (item,) = tree(of_outlet(context, "tin-radio")).xpath("./ul/li")
    assert text(item).startswith("Tin Radio against Gazette accounts differ on 1 of ")
    assert item.xpath(".//a/@href") == ["../quill-gazette/tin-radio/"]
    assert of_outlet(context, "quill-gazette")


def test_few_questions_stand_where_the_pair_is_named(untouched):
    context = untouched.context("outlets/ridge-wire/")
    (item,) = tree(of_outlet(context, "ridge-wire")).xpath("./ul/li")
    assert text(item).startswith("Gazette: How many planks")
    assert text(item).endswith("(numbers differ)")
    assert "../../points/planks-number/" in item.xpath(".//a/@href")


def test_the_outlet_of_the_source_leads_to_each_that_differs_from_it(meeting):
    view = tree(of_primary(meeting.context("differences/")))
    assert view.xpath(".//a/@href") == ["../outlets/quill-gazette/tin-radio/", "../outlets/quill-gazette/#against"]
    assert text(view).startswith("What the article has, held against one other outlet")
    assert text(view).endswith("Gazette against: Tin Radio (1) · all others")


def test_where_there_is_no_other_outlet_no_list_of_them_is_announced(tmp_path):
    project = set_up("mill", tmp_path)
    project.drop("cause-compared")
    project.drop("cause-society")
    assert of_primary(Context(project.loaded())) == ""
