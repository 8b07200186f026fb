from macros.analysis.points import pairs
from macros.record.model import Quotation
from macros.render.entry import account, attribution, brief, claim, comparison_words, line, point, quotation, way

from .views import entry, seen, text, tree


def of(project, id_):
    context = project.context("record/")
    return context, context.dossier.claims[id_]


def shown(view):
    return text(tree(view))


def test_the_way_names_each_outlet_from_the_speaker_to_the_publisher_once(untouched):
    assert shown(way(*of(untouched, "planks-orrin"), full=False)) == "Orrin → Ridge Wire → Gazette"
    assert shown(way(*of(untouched, "planks-wire"), full=False)) == "Vane → Ridge Wire"
    assert shown(way(*of(untouched, "length-radio"))) == "Tin Radio"


def test_a_stretch_of_the_way_that_is_not_known_says_so(untouched):
    assert shown(way(*of(untouched, "planks-vane"), full=False)) == "Vane → ? → Gazette"


def test_an_attribution_says_whose_act_it_is(untouched):
    assert shown(attribution(*of(untouched, "repair-vane"))).startswith("Proposed by Mira Vane → ? → Gazette · ")
    assert "Said by Tomas Orrin" in shown(attribution(*of(untouched, "night-declined-orrin")))
    assert "tells of a refusal by Tessel" in shown(attribution(*of(untouched, "night-declined-orrin")))
    assert "tells of agreement by Ombra and Tessel" in shown(attribution(*of(untouched, "waiver-gazette")))
    assert shown(attribution(*of(untouched, "mood-gazette"))).startswith("Opinion or wording of Gazette")
    assert shown(attribution(*of(untouched, "damage-unclear"))).startswith(
        "No speaker named; the sentence stands in the account of what Tomas Orrin said → "
    )


def test_an_attribution_leads_to_the_passage_and_flags_what_is_inferred(untouched):
    view = tree(attribution(*of(untouched, "start-gazette")))
    assert view.xpath(".//a[@class='out']/@href") == ["https://gazette.invalid/valleys-talk#:~:text=They%20began"]
    assert text(view).endswith("partly inferred by us")


def test_a_line_gives_the_way_and_the_day(untouched):
    assert shown(line(*of(untouched, "planks-orrin"))) == "Orrin → Ridge Wire → Gazette, 2 April 2031"
    assert shown(line(*of(untouched, "planks-herald"))).endswith("Herald, published 4 April 2031")


def test_an_account_is_named_in_the_fewest_words(untouched):
    assert shown(account(*of(untouched, "planks-vane"))) == "Vane in Gazette"
    assert shown(account(*of(untouched, "length-radio"))) == "Tin Radio"


def test_an_entry_reads_at_once_and_folds_the_rest(untouched):
    found = entry(claim(*of(untouched, "planks-orrin")), "planks-orrin")
    assert "at least 7,000 planks" in text(found)
    assert found.get("data-topic") is None  # its section has what all claims on the point share
    assert found.get("data-party") == "tessel"
    assert found.get("data-speaker") == "orrin"
    assert found.get("data-voice") == "speaker"
    assert found.get("data-act") == "states"
    assert found.get("data-source") == "quill-gazette"
    assert "Vane in Gazette" in text(found)
    assert "Differs" in text(found)
    assert "Vane" not in seen(found)


def test_an_entry_keeps_the_anchors_of_its_old_ids(untouched):
    found = entry(claim(*of(untouched, "planks-vane")), "planks-vane")
    assert found.xpath(".//*[@id='planks-count-vane']")


def test_a_quotation_stands_in_full_once_and_is_linked_elsewhere(untouched):
    first = tree(claim(*of(untouched, "planks-vane")))
    second = tree(claim(*of(untouched, "repair-vane")))
    assert first.xpath(".//figure/@id") == ["gate-words"]
    assert not second.xpath(".//figure")
    assert second.xpath(".//a[@href='#gate-words']")


def test_a_quotation_below_its_claim_does_not_repeat_the_way(untouched):
    context, item = of(untouched, "planks-vane")
    words: Quotation = context.dossier.quotations["gate-words"]
    alone, below = quotation(context, words), quotation(context, words, under=item)
    assert "Mira Vane" in text(tree(alone))
    assert "Mira Vane" not in text(tree(below))
    assert "no saved copy seen" in text(tree(below))
    assert "no saved copy" not in text(tree(quotation(context, context.dossier.quotations["kidnapped-words"])))


def test_our_sentence_on_two_claims_has_both_figures(untouched):
    context, _ = of(untouched, "planks-vane")
    (pair,) = [pair for pair in pairs(context.dossier, "planks-number") if pair.comparison]
    assert shown(comparison_words(context, pair.comparison)) == "Vane gives 6,172 planks, Orrin at least 7,000."


def test_a_point_says_where_it_stands_and_where_else_it_is_shown(untouched):
    context = untouched.context("record/")
    found = tree(point(context, context.dossier.points["planks-number"]))
    assert "Accounts differ" in text(found)
    assert found.xpath(".//a/@href") == [
        "#planks-number",
        "../compare/#planks-number",
        "../discrepancies/#planks-number",
        "../discrepancies/#planks-compared",
    ]
    agreed = text(tree(point(context, context.dossier.points["toll-waiver"])))
    assert "Each side is reported as agreeing" in agreed
    assert "How the accounts differ" not in agreed


def test_a_claim_in_a_line_has_its_words_its_mark_and_its_way(untouched):
    assert shown(brief(*of(untouched, "hall-pell"))) == (
        "Pell said Quill had lent Weighing Hall. ●Quill Pell → Tin Radio → Herald, 4 April 2031"
    )


def test_what_the_record_holds_is_text_wherever_it_lands(project):
    project.set("hall-pell", "says", "{pell} said <b>1</b> & *no* more".replace("1", "none"))
    context = project.context("record/")
    view = tree(claim(context, context.dossier.claims["hall-pell"]))
    assert "said <b>none</b> & *no* more" in text(view)
