from lxml import html
from markdown import Markdown, markdown

from macros.analysis.told_alone import told_alone
from macros.render.context import Context
from macros.render.line_by_line import covered, left_out, line_by_line

from .views import seen, text, tree


def page(project):
    view = line_by_line(project.context("line-by-line/"))
    return html.fragment_fromstring(markdown(str(view), extensions=["attr_list", "toc"]), create_parent="div")


def paragraph(project, id_):
    return page(project).xpath(f".//*[@id='{id_}']/following-sibling::div")[0]


def test_every_paragraph_has_a_heading_in_the_order_of_the_source(untouched):
    found = page(untouched)
    assert [h.get("id") for h in found.xpath(".//h2 | .//h3")] == ["g1", "section-2", "g2", "g3", "g4"]
    assert text(found.xpath(".//*[@id='g3']")[0]) == "2nd paragraph"


def test_the_table_of_contents_has_the_sections_alone(untouched):
    markdown_ = Markdown(extensions=["attr_list", "toc"])
    markdown_.convert(str(line_by_line(untouched.context("line-by-line/"))))
    assert [(item["id"], len(item["children"])) for item in markdown_.toc_tokens] == [("g1", 0), ("section-2", 0)]


def test_a_passage_begins_with_its_first_words_which_lead_to_it(untouched):
    opening = paragraph(untouched, "g1").xpath(".//*[@class='opening']")[0]
    claim = untouched.dossier().claims["length-gazette"]
    (link,) = opening.xpath(".//a")
    assert text(link) == f"“{claim.passage.start} …”"
    assert link.get("href").startswith("https://gazette.invalid/valleys-talk#:~:text=")


def test_no_more_of_the_source_is_shown_than_those_words(untouched):
    claims = [claim for claim in untouched.dossier().claims.values() if claim.passage and claim.passage.end]
    shown = text(page(untouched))
    assert claims
    assert not any(claim.passage.end in shown for claim in claims)


def test_every_claim_of_the_source_is_in_sight(untouched):
    dossier, shown = untouched.dossier(), page(untouched)
    for fold in shown.xpath(".//details"):
        fold.drop_tree()
    marks = set(shown.xpath(".//a[contains(@class, 'mark')]/@data-card"))
    assert marks == {claim.id for claim in dossier.claims.values() if dossier.is_primary(claim)}


def test_each_passage_says_in_whose_voice_it_is(untouched):
    voices = {text(found) for found in page(untouched).xpath(".//*[@class='opening']/p[@class='by']")}
    assert voices >= {"Gazette", "Gazette, opinion", "Orrin", "no speaker named, within the account of Orrin"}
    assert any(voice.endswith(", quoted") for voice in voices)


def test_what_others_have_is_folded_and_counted(untouched):
    found = paragraph(untouched, "g2")
    told = text(found.xpath(".//details")[0])
    assert "1 thing left out" in told
    assert told.index("Left out here") < told.index("The answer stands in another paragraph.")
    assert told.index("How others tell it") < told.index("Another number: Vane gives 6,172 planks")
    assert "Vane gives 6,172 planks" not in seen(paragraph(untouched, "g2"))


def test_what_is_left_out_names_the_account_and_the_place(untouched):
    view = tree(left_out(untouched.context("line-by-line/")))
    assert text(view).startswith("The answer stands in another paragraph.")
    assert "What was said? 1st paragraph" in text(view)
    assert "#g2" in view.xpath(".//a/@href")


def test_what_no_other_account_tells_is_told_too(project):
    def alone():
        view = tree(left_out(Context(project.loaded())))
        return {id_ for fold in view.iter("details") for id_ in fold.xpath(".//a/@data-card")}

    assert "mood-gazette" in alone()
    assert "length-gazette" not in alone()
    project.set("length-radio", "point", "mood")
    assert "mood-gazette" not in alone()


def test_nothing_left_out_is_said(project):
    project.drop("night-left-out", "left_out")
    assert "The record holds nothing of weight that is left out." in text(tree(left_out(project.context())))


def two(project):
    project.set("", "primary", ["gazette-article", "tin-radio-late"])
    project.set("tin-radio-late", "sections", [{"title": "Bulletin", "paragraphs": ["g1"]}])
    return Context(project.loaded(), "line-by-line/")


def test_of_two_sources_each_has_a_page_and_the_index_leads_into_both(project):
    index = html.fragment_fromstring(markdown(str(line_by_line(two(project))), extensions=["attr_list"]), "div")
    assert [h.get("id") for h in index.xpath(".//h2")] == ["gazette-article", "tin-radio-late"]
    links = index.xpath(".//@href")
    assert {"gazette-article/", "gazette-article/#g1", "gazette-article/#section-2", "tin-radio-late/#g1"} <= set(links)


def test_the_index_keeps_the_anchors_that_the_only_source_had(project):
    ids = html.fragment_fromstring(str(line_by_line(two(project))), "div").xpath(".//@id")
    assert ids == ["g1", "section-2", "g2", "g3", "g4"]


def test_of_two_sources_it_is_said_of_which_how_much_is_taken_up(project):
    items = tree(covered(two(project))).xpath(".//li")
    assert [item.xpath("string(.//b)") for item in items] == [
        "Gazette, “Valleys talk about a bridge”",
        "Tin Radio, “Late bulletin”",
    ]


def test_what_another_source_taken_apart_tells_too_is_not_told_alone(project):
    project.set("length-radio", "point", "mood")
    project.set("length-radio", "source", "tin-radio-late")
    assert "mood-gazette" not in told_alone(two(project).dossier)
