"""The search index: what becomes a result, what it shows and where it leads."""

import json

import pytest

from macros.record.references import placeholders
from macros.render.context import HOMES
from macros.site import search

PAGE = (
    '<html><head><meta name="description" content="About {title}."></head><body>'
    '<div class="md-content__inner"><h1 id="top">{title}</h1>{body}</div></body></html>'
)


def write_page(site, address, title, body):
    path = site / address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(title=title, body=body), "utf-8")


@pytest.fixture
def site(tmp_path, untouched):
    """A built site that holds the anchors of every entry, and nothing else."""
    anchors = {}
    for id_, kind in untouched.dossier().kind_of.items():
        anchors.setdefault(HOMES[kind], []).append(f'<article class="entry" id="{id_}"><h2>{id_}</h2></article>')
    for address, articles in anchors.items():
        write_page(tmp_path, address, address.strip("/"), "".join(articles))
    return tmp_path


@pytest.fixture
def found(site, untouched):
    return {item.address: item for item in search.items(site, untouched.dossier())}


def test_every_entry_readers_look_for_is_a_result(found, untouched):
    dossier = untouched.dossier()
    expected = {f"{HOMES[kind]}#{id_}" for id_, kind in dossier.kind_of.items() if kind in search.MAKERS}
    assert expected == {address for address in found if "#" in address}


def test_an_entry_without_its_anchor_is_no_result(site, untouched):
    write_page(site, "places/", "Places", "<p>None.</p>")
    assert not [item for item in search.items(site, untouched.dossier()) if item.address.startswith("places/#")]


def test_a_claim_shows_its_figure_and_who_said_it(found, untouched):
    claim = untouched.dossier().claims["planks-vane"]
    item = found["record/#planks-vane"]
    assert item.title == untouched.dossier().points[claim.point].title
    assert item.teaser.startswith("Vane: ")
    assert "{" not in item.teaser
    assert any(character.isdigit() for character in item.teaser)


def test_a_point_shows_what_each_side_says(found, untouched):
    teaser = found["record/#planks-number"].teaser
    assert "Vane: " in teaser
    assert "Orrin: " in teaser


def test_names_in_other_scripts_and_spellings_lead_to_a_person(found):
    assert {"Mira Vane", "Vane", "Mirra Vayne", "Μίρα Βέιν"} <= set(found["participants/#vane"].names)


def test_a_claim_is_found_by_other_names_of_what_it_names(found, untouched):
    dossier = untouched.dossier()
    for claim in dossier.claims.values():
        named = {id_ for id_ in placeholders(claim.says) if dossier.kind_of.get(id_) in search.NAMED}
        assert named <= set(found[f"record/#{claim.id}"].about)


def test_short_sections_of_prose_are_results(site, untouched):
    write_page(
        site, "meeting/", "The meeting", '<h2 id="hall">The hall</h2><p>It was cold.</p><h3 id="x">X</h3><p>y</p>'
    )
    item = next(i for i in search.items(site, untouched.dossier()) if i.address == "meeting/#hall")
    assert (item.kind, item.title, item.teaser) == ("The meeting", "The hall", "It was cold. X y")


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{'long ' * 300}</p>",
        '<div><article class="entry" id="e">An entry.</article></div>',
        "<details><summary></summary><p>Folded away.</p></details>",
    ],
    ids=["too long", "a view of the record", "folded away"],
)
def test_other_sections_are_not(site, untouched, body):
    write_page(site, "meeting/", "The meeting", f'<h2 id="hall">The hall</h2>{body}')
    assert "meeting/#hall" not in {item.address for item in search.items(site, untouched.dossier())}


def test_the_index_is_a_script_with_nothing_empty_in_it(site, untouched):
    search.write(site, untouched.dossier())
    text = (site / search.FILE).read_text("utf-8")
    assert text.startswith("window.dossierIndex = [")
    items = json.loads(text.removeprefix("window.dossierIndex = ").removesuffix(";\n"))
    assert all(value not in ("", [], None) for item in items for value in item.values())


def test_a_teaser_is_cut_between_words():
    assert search._cut("one two, three", 9) == "one two …"
    assert search._cut("one two", 7) == "one two"
