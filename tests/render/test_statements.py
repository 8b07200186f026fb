from lxml import html
from markdown import markdown

from macros.record.model import Claim
from macros.render.statements import by_speaker, by_topic, statements

from .views import text


def page(view):
    return html.fragment_fromstring(markdown(str(view), extensions=["attr_list", "toc"]), create_parent="div")


def test_a_statement_is_quoted_or_reported_and_stands_once(untouched):
    dossier = untouched.dossier()
    found = statements(dossier)
    quoted = {item.id for item in found if not isinstance(item, Claim)}
    reported = {item.id for item in found if isinstance(item, Claim)}
    assert quoted == {"gate-words", "kidnapped-words"}
    assert "planks-vane" not in reported  # its words are quoted
    assert {"planks-wire", "damage-unclear", "hall-pell"} <= reported


def test_an_outlets_own_words_are_no_statement(untouched):
    ids = {item.id for item in statements(untouched.dossier())}
    assert not ids & {"sunny-words", "mood-gazette", "length-gazette"}


def test_primary_sources_come_first_in_their_order(untouched):
    dossier = untouched.dossier()
    places = [item.place for item in statements(dossier) if dossier.is_primary(item)]
    assert places == sorted(places)


def test_parties_and_speakers_stand_in_their_order(untouched):
    found = page(by_speaker(untouched.context("statements/")))
    assert found.xpath(".//h2/@id") == ["party-ombra", "party-tessel", "party-quill", "no-party", "unclear"]
    assert found.xpath(".//h3/@id") == ["by-vane", "by-ombra-council", "by-orrin", "by-pell", "by-bridge-source"]


def test_a_joint_statement_stands_with_each_who_made_it(untouched):
    found = page(by_speaker(untouched.context("statements/")))
    assert len([p for p in found.iter("p") if "should be closed at night" in text(p)]) == 2


def test_quoted_and_reported_are_told_apart_in_words(untouched):
    found = page(by_speaker(untouched.context("statements/")))
    for item in found.xpath(".//ul[@class='statements']/li"):
        kind = text(item.xpath("./span[@class='kind']")[0])
        assert kind == ("Quoted" if item.xpath("./blockquote") else "Reported")
        assert item.get("data-kind") == kind.lower()


def test_a_party_that_is_not_heard_says_so(project):
    project.set("pell", "party", "ombra")
    found = page(by_speaker(project.context("statements/")))
    heading = found.xpath(".//h2[@id='party-quill']")[0]
    assert text(heading.getnext()) == "No statement in the record."


def test_by_topic_every_statement_is_there(untouched):
    found = page(by_topic(untouched.context("statements/")))
    items = found.xpath(".//li")
    assert len(items) == len(statements(untouched.dossier()))
