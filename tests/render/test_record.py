from lxml import html
from markdown import markdown

from macros.render.record import record, topic


def page(view):
    """The view as the site shows it, after Markdown."""
    return html.fragment_fromstring(markdown(str(view), extensions=["attr_list", "toc"]), create_parent="div")


def test_every_point_and_claim_has_its_permalink_once(untouched):
    dossier = untouched.dossier()
    ids = page(record(untouched.context("record/"))).xpath(".//article/@id")
    assert sorted(ids) == sorted([*dossier.points, *dossier.claims])


def test_every_quotation_and_old_id_has_its_anchor(untouched):
    found = page(record(untouched.context("record/")))
    assert set(found.xpath(".//figure/@id")) == set(untouched.dossier().quotations)
    assert set(found.xpath(".//*[@class='alias']/@id")) == {"planks-count-vane", "talks-duration"}


def test_topics_are_headings_in_their_order(untouched):
    found = page(record(untouched.context("record/")))
    assert found.xpath(".//h2/@id") == ["topic-talks", "topic-bridge", "topic-wording"]


def test_a_topic_gives_its_points_with_each_claim_in_a_line_and_no_anchor_of_the_record(untouched):
    dossier = untouched.dossier()
    found = page(topic(untouched.context("topics/bridge/"), "bridge"))
    assert found.xpath(".//h2/text()") == [point.title for point in dossier.points_on["bridge"]]
    assert len(found.xpath(".//ul[@class='readings']/li")) == sum(
        len(dossier.claims_on[point.id]) for point in dossier.points_on["bridge"]
    )
    assert not set(found.xpath(".//@id")) & set(dossier.entries)


def test_a_dossier_without_points_in_a_topic_leaves_the_topic_out(project):
    project.drop("mood")
    project.drop("mood-gazette")
    project.drop("sunny-words")
    found = page(record(project.context("record/")))
    assert found.xpath(".//h2/@id") == ["topic-talks", "topic-bridge"]
