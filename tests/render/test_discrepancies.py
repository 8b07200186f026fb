from macros.render.discrepancies import discrepancies, index

from .views import entry, text, tree


def shown(project):
    return discrepancies(project.context("discrepancies/"))


def test_only_points_on_which_accounts_differ_stand_there_with_all_readings(untouched):
    view = shown(untouched)
    assert tree(view).xpath(".//section/@id") == ["planks-number"]
    found = entry(view, "planks-number")
    on = {claim.id for claim in untouched.dossier().claims_on["planks-number"]}
    assert set(found.xpath(".//dl//a/@data-card")) >= on


def test_our_sentence_has_its_anchor_its_accounts_and_whether_they_are_two(untouched):
    found = entry(shown(untouched), "planks-compared")
    assert text(found).startswith("Within the source: Vane gives 6,172 planks, Orrin at least 7,000.")
    assert "Gazette does not say through whom it has these words, so independence is not claimed." in text(found)


def test_figures_that_cannot_both_hold_are_told_without_a_sentence_of_ours(untouched):
    told = text(tree(shown(untouched)))
    assert "Orrin in Gazette: at least 7,000 planks; Vane in Ridge Wire: about 6,200 planks." in told


def test_the_same_two_figures_are_told_once(project):
    project.add(
        "claims",
        "planks-again",
        point="planks-number",
        says="{planks} planks were short.",
        figures={"planks": {"about": 6200, "unit": "planks"}},
        by="lysk",
        voice="speaker",
        act="states",
        chain="unknown",
        source="ombra-herald-planks",
        date="2031-04-02",
    )
    assert text(tree(shown(project))).count("about 6,200 planks") == 1 + 2  # each claim's own words, and one pair


def test_every_comparison_has_its_anchor(untouched):
    ids = set(tree(shown(untouched)).xpath(".//@id"))
    assert ids >= set(untouched.dossier().comparisons)


def test_the_list_leads_to_each(untouched):
    assert tree(index(untouched.context())).xpath(".//a/@href") == ["discrepancies/#planks-number"]
