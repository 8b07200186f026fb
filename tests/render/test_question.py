"""The page of a question, part by part."""

from __future__ import annotations

from macros.render.account import accounts
from macros.render.card import card
from macros.render.handout import handout
from macros.render.question import PAIRS, SHOWN, question, way_back

from ..analysis.matter import compare, say
from .views import entry, ids, seen, text, tree


def page(project, id_):
    context = project.context(f"points/{id_}/")
    return question(context, context.dossier.points[id_])


def test_the_parts_stand_in_order(untouched):
    view = str(page(untouched, "planks-number"))
    places = [view.index(f"{{ #{part} }}") for part in ("sides", "accounts", "compared", "more")]
    assert places == sorted(places)


def test_the_status_stands_first_in_words(untouched):
    view = tree(page(untouched, "planks-number"))
    (status,) = view.xpath("./p[@class='status']")
    assert status.get("data-status") == "numbers-differ"
    assert "6,172" in text(status)


def test_what_a_reader_is_warned_of_stands_above_all_questions_of_the_topic(project):
    assert not tree(page(project, "planks-number")).xpath("./p[@class='note']")
    project.set("", "topics.1.note", "These pages are about <goats>.")
    (note,) = tree(page(project, "planks-number")).xpath("./p[@class='note'][following-sibling::p[@class='status']]")
    assert text(note) == "These pages are about <goats>."
    assert not tree(page(project, "hall")).xpath("./p[@class='note']")


def test_a_state_bears_the_marks_of_the_claims_it_rests_on(project):
    project.set("night-closing", "state_from", ["night-declined-orrin", "night-vane"])
    (line,) = tree(page(project, "night-closing")).xpath("./p[@class='status']/following-sibling::p[@class='by'][1]")
    assert text(line).startswith("Declined")
    assert [mark.get("data-card") for mark in line.xpath(".//a")] == ["night-declined-orrin", "night-vane"]


def test_a_state_names_what_alone_it_is_said_of_wherever_it_stands(project):
    project.set("night-closing", "state_of", "the eastern gate")
    context = project.context("points/night-closing/")
    told = "Declined: the eastern gate"
    assert told in text(tree(question(context, context.dossier.points["night-closing"])))
    assert told in text(tree(card(context, "night-closing")))
    assert told in text(tree(handout(context)))


def test_what_is_inferred_stands_once_and_again_where_it_rests_on_something_else(project):
    again = {"what": "The day before is that of {bridge-talks}.", "basis": "It says so elsewhere."}
    (first,) = project.fields_of("start-gazette")["inferred"]
    for id_, inferred in (("length-gazette", [first]), ("length-radio", [first | {"basis": again["basis"]}])):
        project.set(id_, "inferred", inferred)
    assert text(tree(page(project, "talks-length"))).count("Inferred by us") == 2


def test_each_side_has_a_column_with_its_nearest_word(untouched):
    view = tree(page(untouched, "planks-number"))
    columns = view.xpath(".//div[@class='sides']/section")
    assert sorted(column.get("data-party") for column in columns) == ["ombra", "tessel"]
    assert all(column.xpath(".//p[@class='says']") for column in columns)


def test_what_was_said_later_bears_the_name_of_who_said_it(project):
    """It stands below the words of one speaker, and need not be theirs."""
    project.set("tessel", "countries", ["Ombra"])
    for id_, by, source, date in (
        ("first", "orrin", "ombra-herald-planks", "2031-04-03"),
        ("then", "lysk", "tin-radio-late", "2031-04-09"),
    ):
        project.set(say(project, id_, by, source=source, date=date), "point", "mood")
    (later,) = tree(page(project, "mood")).xpath(".//p[@class='later']")
    assert text(later).startswith("Later, Lysk in Tin Radio, 9 April 2031: ")
    assert "Orrin in " in text(later.getparent())


def test_a_side_without_a_word_of_its_own_says_where_we_looked(project):
    sought = [{"side": "tessel", "where": "pages of the council", "day": "2031-05-01"}]
    project.set("repair-date", "sought", sought)
    view = tree(page(project, "repair-date"))
    (column,) = view.xpath(".//section[@data-party='tessel']")
    assert text(column) == "▲ Tessel No word of its own was found. Where we looked, 1 May 2031: pages of the council."


def test_what_else_a_side_says_stands_below_its_own_word(project):
    claim = say(project, "vane-else", "vane", "Herdsmen asked for iron fences.", date="2031-04-01")
    project.set(claim, "point", "planks-number")
    (line,) = tree(page(project, "planks-number")).xpath(
        "//div[@class='sides']/section/p[@class='later'][a/@href='#vane-else']"
    )
    assert text(line).startswith("Also, ")
    assert "Herdsmen asked for iron fences." in text(line)


def test_a_speaker_of_no_party_is_heard_below_the_sides(project):
    for id_ in ("judge", "surveyor", "bailiff"):
        name = id_.capitalize()
        project.add("people", id_, name=name, short=name, kind="body", party="none", office="Body")
        for day, says in enumerate((f"The {id_} was there.", f"The {id_} came back."), start=1):
            claim = say(project, f"{id_}-{day}", id_, says, date=f"2031-04-0{day}")
            project.set(claim, "point", "planks-number")
    below = tree(page(project, "planks-number")).xpath("//div[@class='sides others']/section//p[@class='says']")
    said = [text(each) for each in below]
    assert [each for each in said if " was there." in each] == ["The judge was there."]
    assert not [each for each in said if " came back." in each]


def test_where_a_side_is_silent_other_accounts_that_tell_more_stand_below(project):
    def below(point):
        return " ".join(map(seen, tree(page(project, point)).xpath("//div[@class='sides others']")))

    says = {"fences": "Herdsmen asked for iron fences.", "again": "Herdsmen asked for iron fences, twice."}
    for point in ("repair-date", "planks-number"):
        for name, told in says.items():
            id_ = say(project, f"{name}-{point}", "tin-radio", told, voice="report")
            project.set(id_, "point", point)
    assert "Herdsmen asked for iron fences." in below("repair-date")
    assert "twice" not in below("repair-date")
    assert "Herdsmen" not in below("planks-number")


def test_where_no_side_speaks_others_stand_first(untouched):
    silent, heard = page(untouched, "talks-start"), page(untouched, "planks-number")
    assert "What others say { #sides }" in silent
    assert "What each side says { #sides }" in heard
    orders = [
        [div.get("class") for div in tree(view).xpath("//div[contains(@class, 'sides')]")] for view in (silent, heard)
    ]
    assert orders == [["sides others", "sides"], ["sides"]]


def test_every_account_stands_once_with_its_page_in_one_click(untouched):
    view = page(untouched, "planks-number")
    dossier = untouched.dossier()
    assert sorted(ids(view)) == sorted(claim.id for claim in dossier.claims_on["planks-number"])
    for claim in dossier.claims_on["planks-number"]:
        link = entry(view, claim.id).xpath(".//a[@class='out']/@href")
        assert [each.partition("#")[0] for each in link] == [dossier.sources[claim.source].url]


def test_only_a_claim_that_is_itself_in_dispute_bears_the_tag(untouched):
    view = page(untouched, "planks-number")
    tagged = {each.get("id") for each in tree(view).xpath(".//article[.//span[@class='tag']]")}
    assert {"planks-vane", "planks-orrin"} <= tagged
    assert not tree(page(untouched, "talks-length")).xpath(".//span[@class='tag']")


def test_what_is_not_known_of_a_way_is_said_once(untouched):
    view = tree(page(untouched, "planks-number"))
    (said,) = [text(p) for p in view.xpath(".//p[not(ancestor::details)]") if "through whom" in text(p)]
    assert said.startswith("Gazette does not say")
    ways = view.xpath(".//article/p[@class='by']")
    assert all("not say" not in text(way) and "→" not in text(way) for way in ways)


EXTRA = [f"extra-{number}" for number in range(SHOWN + 4)]


def folded_of_many(project, point):
    """The claims that a question folds which has many more."""
    for number, id_ in enumerate(EXTRA):
        project.add(
            "claims",
            id_,
            point=point,
            says=f"The planks are of larch ({'abcdefghijklmnop'[number]}).",
            by="vane",
            voice="speaker",
            act="states",
            chain=[],
            source="tin-radio-late",
            date="2031-04-02",
        )
    return {each.get("id") for each in tree(page(project, point)).xpath(".//details[@class='more']//article")}


def test_a_long_question_folds_what_nobody_disputes(project):
    folded = folded_of_many(project, "planks-number")
    assert folded >= set(EXTRA)
    assert not folded & {"planks-vane", "planks-orrin"}


def test_a_long_question_without_dispute_folds_what_does_not_differ(project):
    project.add(
        "points", "wood", **project.fields_of("planks-bought") | {"title": "Wood", "question": "Of which wood?"}
    )
    pair = {"claims": EXTRA[-2:], "relation": "differs", "differs": "detail", "says": "They differ in a detail."}
    project.add("comparisons", "wood-differs", **pair)
    assert folded_of_many(project, "wood") == set(EXTRA[:-2])


def test_head_and_way_stand_once_for_claims_of_one_speaker_from_one_page(project):
    context = project.context("points/planks-number/")
    claim = context.dossier.claims["planks-vane"]
    first, second = accounts(context, [claim, claim.model_copy(update={"id": "again"})], set())
    assert "Mira Vane" in text(tree(first))
    assert "Mira Vane" not in seen(tree(second))
    assert tree(second).xpath(".//article[@class='account again']//a[@class='out']")


def test_pairs_beyond_the_first_few_are_folded(untouched):
    view = tree(page(untouched, "planks-number"))
    shown = [li for li in view.xpath(".//ul[@class='pairs']/li") if not li.xpath("ancestor::details")]
    assert 0 < len(shown) <= PAIRS + 1


def test_a_comparison_names_both_accounts(untouched):
    view = entry(page(untouched, "planks-number"), "planks-compared")
    assert [text(a) for a in view.xpath(".//p[@class='by']/a")] == ["Vane in Gazette", "Orrin in Gazette"]
    assert text(view).startswith("Another number: Vane gives 6,172 planks, Orrin")


def test_that_an_outlet_says_a_thing_twice_is_no_agreement_to_be_told_of(project):
    project.add("points", "gate", title="A gate", question="Is there to be a gate?", topic="bridge", kind="fact")
    first = say(project, "radio-once", "tin-radio", voice="report")
    compare(project, first, say(project, "radio-again", "tin-radio", "A gate is there.", voice="report"), "supports")
    assert not tree(page(project, "gate")).xpath(".//ul[@class='independence']")
    compare(project, first, say(project, "vane-there", "vane", "A gate stands."), "supports")
    (line,) = tree(page(project, "gate")).xpath(".//ul[@class='independence']/li")
    assert text(line).startswith("One account, since Tin Radio had the words first: ")


def test_an_old_id_of_a_claim_stays_as_an_anchor(untouched):
    view = tree(page(untouched, "planks-number"))
    assert view.xpath(".//article[@id='planks-vane']/span[@id='planks-count-vane']")


def test_a_correction_stands_with_its_claim(untouched):
    view = entry(page(untouched, "planks-number"), "planks-corrected")
    assert text(view).startswith("Corrected on ")


def test_a_citation_is_one_click_away(untouched):
    view = entry(page(untouched, "planks-number"), "planks-vane")
    (fold,) = view.xpath("./details[@class='cite']")
    assert "https://gazette.invalid/" in text(fold)


def test_the_way_back_leads_to_the_dossier_the_questions_and_the_topic(untouched):
    context = untouched.context("points/planks-number/")
    links = tree(way_back(context, context.dossier.points["planks-number"])).xpath(".//a/@href")
    assert links == ["../../", "../", "../#bridge"]
