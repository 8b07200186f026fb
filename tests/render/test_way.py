"""How words reached us."""

from __future__ import annotations

from macros.render import way

from .views import text, tree


def of(project, id_):
    context = project.context("points/x/")
    return context, context.dossier.claims[id_]


def shown(view):
    return text(tree(view))


def test_the_outlets_on_the_way_are_named_where_they_are_known(untouched):
    assert shown(way.through(*of(untouched, "planks-orrin"))) == "through Ridge Wire"
    assert way.through(*of(untouched, "planks-vane")) is None
    assert way.through(*of(untouched, "length-radio")) is None


def test_a_speaker_that_is_not_named_says_so(untouched):
    assert shown(way.speakers(*of(untouched, "damage-unclear"))) == "no speaker named, within the account of Orrin"


def test_an_outlet_comes_with_its_kind(untouched):
    context = untouched.context("points/x/")
    kind = context.dossier.outlets["quill-gazette"].kind
    assert kind in shown(way.outlet(context, "quill-gazette"))


def test_a_line_names_speaker_outlet_and_day(untouched):
    assert shown(way.line(*of(untouched, "planks-wire"))).startswith("Vane in Ridge Wire, ")
    assert shown(way.line(*of(untouched, "length-radio"))).startswith("Tin Radio, ")


def test_a_page_without_an_address_has_no_link(project):
    project.set("gazette-article", "url", "unknown")
    assert way.page_link(*of(project, "planks-vane")) is None


def test_the_outlets_that_do_not_say_where_they_have_it_from_stand_once(untouched):
    dossier = untouched.dossier()
    context = untouched.context("points/x/")
    assert way.silent_outlets(context, dossier.claims_on["planks-number"]) == ["quill-gazette"]
