from lxml import html
from markdown import markdown

from macros.render.statements import statements

from .views import text


def page(project):
    view = str(statements(project.context("statements/")))
    return html.fragment_fromstring(markdown(view, extensions=["attr_list", "toc"]), create_parent="div")


def test_every_quotation_of_a_speaker_is_there_and_nothing_that_is_reported(untouched):
    assert page(untouched).xpath(".//ul[@class='quotations']/li/@id") == ["gate-words", "kidnapped-words"]


def test_an_outlets_own_words_are_no_speakers(untouched):
    assert "sunny" not in text(page(untouched))


def test_words_of_nobody_named_stand_last(project):
    project.set("orrin", "told_by", "bought-orrin")
    project.set("kidnapped-words", "by", "unclear")
    project.set("planks-orrin", "by", "unclear")
    project.set("planks-orrin", "voice", "unclear")
    found = page(project)
    assert found.xpath(".//h2/@id")[-1] == "unclear"
    assert found.xpath(".//li/@id")[-1] == "kidnapped-words"


def test_parties_stand_in_their_order_each_with_how_much_it_is_quoted(untouched):
    found = page(untouched)
    assert found.xpath(".//h2/@id") == ["party-ombra", "party-tessel", "party-quill"]
    assert [text(heading.getnext()) for heading in found.xpath(".//h2")] == [
        "1 quotation · 13 words · none held letter by letter against a saved copy",
        "1 quotation · 1 word · 1 held letter by letter against a saved copy",
        "No quotation in the record.",
    ]


def test_each_speaker_is_folded_and_has_the_way_to_all_that_is_reported(untouched):
    (vane,) = [fold for fold in page(untouched).xpath(".//details") if fold.xpath(".//*[@id='by-vane']")]
    assert vane.get("open") is None
    assert "Mira Vane 1 quotation · 13 words" in text(vane.find("summary"))
    assert "Bridge warden of Ombra · All that is reported: 4 statements" in text(vane)
    assert vane.xpath("./div/p[@class='by']/a/@href") == ["../people/vane/"]


def test_whether_a_copy_was_seen_stands_at_each(untouched):
    lines = {item.get("id"): text(item) for item in page(untouched).xpath(".//li")}
    assert lines["gate-words"].endswith("not held letter by letter against a saved copy")
    assert lines["kidnapped-words"].endswith("2 April 2031 · held letter by letter against a saved copy")
    assert "through Ridge Wire" in lines["kidnapped-words"]


def test_the_source_comes_first_then_others_by_date(project):
    late = {**project.fields_of("kidnapped-words"), "text": "bought", "claims": ["bought-orrin"]}
    late |= {"source": "tin-radio-late", "chain": [], "verified": "no copy seen"}
    del late["place"]
    project.add("quotations", "bought-words", **late)
    assert page(project).xpath(".//li/@id") == ["gate-words", "kidnapped-words", "bought-words"]
