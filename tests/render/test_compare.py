import pytest

from macros.render.compare import cells, columns, columns_of, compare, glance, one_account
from macros.render.context import Context

from .views import entry, text, tree


def cell(view, name):
    """The text under a column's name, or None where the column is not there."""
    found = [div for div in tree(view).xpath(".//dl/div") if name in text(div.find("dt"))]
    return text(found[0].find("dd")) if found else None


def test_the_sides_come_first_then_other_parties_the_source_and_others(untouched):
    names = [text(tree(column.name)) for column in columns(untouched.context())]
    assert names == ["Ombra", "Tessel", "Quill", "Gazette, the source", "Others"]


def test_other_parties_share_a_column_with_the_host(project):
    project.set("tessel", "role", "other")
    project.set("pell", "party", "ombra")
    names = [text(tree(column.name)) for column in columns(Context(project.loaded()))]
    assert names == ["Ombra", "Quill and other parties", "Gazette, the source", "Others"]


@pytest.mark.parametrize(
    ("claim", "column"),
    [
        ("planks-vane", ["ombra"]),
        ("planks-wire", ["ombra"]),
        ("hall-pell", ["others"]),
        ("length-gazette", ["source"]),
        ("damage-unclear", ["source"]),
        ("length-radio", ["rest"]),
        ("planks-herald", ["rest"]),
    ],
)
def test_a_claim_stands_with_those_whose_words_it_is(untouched, claim, column):
    dossier = untouched.dossier()
    assert columns_of(dossier, dossier.claims[claim]) == column


def test_a_joint_statement_stands_with_each_side(project):
    project.set("planks-wire", "by", ["vane", "orrin"])
    dossier = project.dossier()
    assert columns_of(dossier, dossier.claims["planks-wire"]) == ["ombra", "tessel"]


def test_a_side_that_says_nothing_has_an_empty_column_once_another_speaks(untouched):
    context = untouched.context("compare/")
    view = cells(context, context.dossier.claims_on["repair-date"])
    assert cell(view, "Tessel") == "Nothing in the record."
    assert cell(view, "Quill") is None
    assert cell(cells(context, context.dossier.claims_on["hall"]), "Ombra") is None


def test_a_cell_has_the_words_the_mark_the_way_and_the_date(untouched):
    context = untouched.context("compare/")
    assert cell(cells(context, context.dossier.claims_on["planks-number"]), "Tessel") == (
        'at least 7,000 planks had been "kidnapped" from the bridge and needed to be replaced. '
        "▲Tessel · accounts differ Orrin → Ridge Wire → Gazette, 2 April 2031"
    )


def test_every_claim_of_the_record_is_in_a_cell(untouched):
    context = untouched.context("compare/")
    marks = set(tree(compare(context)).xpath(".//dl//a[contains(@class, 'mark')]/@data-card"))
    assert marks == set(context.dossier.claims)


def test_topics_may_be_chosen(untouched):
    view = compare(untouched.context("compare/"), ["wording"])
    assert tree(view).xpath(".//section/@id") == ["mood"]


def test_a_row_leads_to_the_record_and_where_accounts_differ_to_how(untouched):
    view = compare(untouched.context("compare/"))
    links = entry(view, "planks-number").xpath(".//a/@href")
    assert "../record/#planks-number" in links
    assert "../discrepancies/#planks-number" in links
    assert "../discrepancies/#hall" not in entry(view, "hall").xpath(".//a/@href")


def test_at_a_glance_each_point_stands_once_and_the_open_ones_again(untouched):
    found = tree(glance(untouched.context()))
    groups = {text(d.find("summary")): d.xpath(".//li//a/@href") for d in found.iter("details")}
    assert groups["Agreed 1 point"] == ["compare/#toll-waiver"]
    assert groups["Accounts differ 1 point"] == ["compare/#planks-number"]
    assert groups["Open 1 point"] == ["compare/#repair-date"]
    assert "compare/#repair-date" in groups["Only Ombra speaks 1 point"]
    listed = [link for name, links in groups.items() if not name.startswith("Open") for link in links]
    assert sorted(listed) == sorted(f"compare/#{id_}" for id_ in untouched.dossier().points)


def test_pages_that_have_it_from_one_first_outlet_are_one_account(project):
    for name, source in (("a", "tin-radio-late"), ("b", "ombra-herald-planks")):
        project.add(
            "claims",
            f"reprint-{name}",
            point="planks-number",
            says=f"The planks were counted ({name}).",
            by="vane",
            voice="speaker",
            act="states",
            chain=["ridge-wire"],
            source=source,
            date="2031-04-02",
        )
    found = one_account(project.dossier(), "planks-number")
    assert {claim.id for claim in found["ridge-wire"]} >= {"reprint-a", "reprint-b"}
    assert all(len({claim.source for claim in claims}) > 1 for claims in found.values())
