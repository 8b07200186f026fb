from lxml import html
from markdown import Markdown, markdown

from macros.render.context import Context
from macros.render.walk import left_out, walk

from .views import text, tree


def page(project):
    view = walk(project.context("walk/"))
    return html.fragment_fromstring(markdown(str(view), extensions=["attr_list", "toc"]), create_parent="div")


def paragraph(project, id_):
    return text(page(project).xpath(f".//*[@id='{id_}']/following-sibling::div")[0])


def test_every_paragraph_has_a_heading_in_the_order_of_the_source(untouched):
    found = page(untouched)
    assert [h.get("id") for h in found.xpath(".//h2 | .//h3")] == ["g1", "section-2", "g2", "g3", "g4"]
    assert text(found.xpath(".//*[@id='g3']")[0]) == "2nd paragraph"


def test_the_table_of_contents_has_the_sections_alone(untouched):
    markdown_ = Markdown(extensions=["attr_list", "toc"])
    markdown_.convert(str(walk(untouched.context("walk/"))))
    assert [(item["id"], len(item["children"])) for item in markdown_.toc_tokens] == [("g1", 0), ("section-2", 0)]


def test_a_paragraph_leads_to_its_place_in_the_source(untouched):
    first = page(untouched).xpath(".//*[@id='g1']/following-sibling::div")[0]
    (link,) = first.xpath(".//a[@class='out']")
    assert text(link) == "Read it at Gazette"
    assert link.get("href").startswith("https://gazette.invalid/valleys-talk#:~:text=")


def test_every_claim_of_the_source_is_walked_past(untouched):
    dossier = untouched.dossier()
    marks = set(page(untouched).xpath(".//a[contains(@class, 'mark')]/@data-card"))
    assert marks >= {claim.id for claim in dossier.claims.values() if dossier.is_primary(claim)}


def test_the_voices_of_a_paragraph_are_counted(untouched):
    assert "In whose voice: Gazette, reporting (3 claims)." in paragraph(untouched, "g1")
    assert (
        "Orrin (3 claims, 1 in quotation marks); no speaker named, within the account of Orrin (1 claim)."
        in paragraph(untouched, "g3")
    )
    assert "Gazette, opinion or wording (1 claim, 1 in quotation marks)" in paragraph(untouched, "g4")


def test_what_others_tell_stands_apart_from_what_is_left_out(untouched):
    told = paragraph(untouched, "g2")
    others, omitted = told.index("How others tell it"), told.index("What it leaves out")
    assert others < told.index("Differs: Vane gives 6,172 planks") < omitted
    assert told.index("Adds: The answer stands in another paragraph.") > omitted
    assert "What it leaves out" not in paragraph(untouched, "g3")  # it is the one that tells


def test_what_others_add_is_left_out_of_weight_only_where_we_say_so(untouched):
    told = paragraph(untouched, "g1")
    assert told.index("The radio gives the length in minutes.") > told.index("What others add")
    assert "What it leaves out" not in told


def test_what_is_left_out_of_weight_names_the_account_and_the_place(untouched):
    view = tree(left_out(untouched.context("walk/")))
    assert text(view).startswith("The answer stands in another paragraph.")
    assert "beside What was said? 1st paragraph" in text(view)
    assert "#g2" in view.xpath(".//a/@href")


def test_nothing_left_out_is_said(project):
    project.drop("night-left-out", "left_out")
    assert text(tree(left_out(project.context()))) == "The record holds nothing of weight that is left out."


def test_two_sources_keep_their_anchors_apart(project):
    project.set("", "primary", ["gazette-article", "tin-radio-late"])
    project.set("tin-radio-late", "sections", [{"title": "Bulletin", "paragraphs": ["g1"]}])
    ids = html.fragment_fromstring(
        markdown(str(walk(Context(project.loaded()))), extensions=["attr_list"]), create_parent="div"
    ).xpath(".//@id")
    assert {"gazette-article-g1", "tin-radio-late-g1"} <= set(ids)
