"""The search index: what becomes a result, what it shows and is found by, and where it leads."""

import gzip
import json
import re
from pathlib import Path

import pytest

from macros.analysis.relations import differences
from macros.locale import text
from macros.rules.check import open_dossier
from macros.site import search
from macros.site.search import prose, record, result
from tests.conftest import REAL

PAGE = (
    '<html><head><meta name="description" content="About {title}."></head><body>'
    '<div class="md-content__inner"><h1 id="top">{title}</h1>{body}</div></body></html>'
)


def write_page(site, address, title, body):
    path = site / address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(title=title, body=body), "utf-8")


def read(path):
    """What a script of the index hands over, texts of a column apart."""
    index = json.loads(path.read_text("utf-8").removeprefix("window.dossierIndex(").removesuffix(");\n"))
    apart = {name: column(values) for name, values in index.get("results", {}).items()}
    return {**index, "results": apart, "said": [column(values) for values in index.get("said", [])]}


def column(values):
    return values.split(search.BETWEEN) if isinstance(values, str) else values


@pytest.fixture
def found(untouched):
    return {item.address: item for item in search.results(untouched.dossier())}


def sections(site, untouched):
    return {item.address: item for item in prose.sections(site, untouched.dossier())}


def test_every_question_is_a_result_that_opens_at_what_each_side_says(found, untouched):
    expected = {f"points/{id_}/#sides" for id_ in untouched.dossier().points}
    assert expected == {item.address for item in found.values() if item.kind == "question"}


def test_the_event_its_place_and_its_day_are_what_a_dossier_is_about(untouched):
    dossier = untouched.dossier()
    results = list(search.results(dossier))
    about = search.about(dossier, results)
    assert [results[number].title for number in about["results"]] == ["Quill", "Weighing Hall", "Talks on the bridge"]
    assert about["day"] == "04/02"
    assert about["outlets"] == [dossier.outlets[dossier.sources[dossier.about.primary[0]].outlet].short]


@pytest.mark.parametrize("when", ["2031", "-0043", "2031-04-02/2031-04-05"])
def test_an_event_of_no_one_day_has_none(project, when):
    project.set("bridge-talks", "when", when)
    assert search.about(project.loaded(), [])["day"] == ""


def test_a_question_holds_every_claim_on_it_and_the_words_quoted(found, untouched):
    dossier = untouched.dossier()
    for id_ in dossier.points:
        claims = found[f"points/{id_}/#sides"].claims
        assert [claim[0] for claim in claims] == [claim.id for claim in dossier.claims_on[id_]]
    quotation = next(iter(dossier.quotations.values()))
    claim = dossier.claims[quotation.claims[0]]
    said = next(each for each in found[f"points/{claim.point}/#sides"].claims if each[0] == claim.id)
    silent = set(text("search.silent").split())
    assert set(re.findall(r"\w+", quotation.text.lower())) - silent <= set(
        re.findall(r"\w+", " ".join(said[:4]).lower())
    )


def test_each_side_has_its_line_also_where_it_has_no_word_of_its_own(found, untouched):
    dossier = untouched.dossier()
    shorts = {dossier.parties[side].short for side in dossier.sides}
    shown = [item.sides for item in found.values() if item.sides]
    assert shown
    assert all({party for party, _ in sides} == shorts for sides in shown)
    assert any(number == -1 for sides in shown for _, number in sides)


def test_a_claim_shows_its_figure_and_who_said_it(found, untouched):
    claim = untouched.dossier().claims["planks-vane"]
    _, line, says, _, side, _ = next(
        each for each in found[f"points/{claim.point}/#sides"].claims if each[0] == claim.id
    )
    assert line.startswith("Vane")
    assert "{" not in says
    assert any(character.isdigit() for character in says)
    shorts = [party for party, _ in found[f"points/{claim.point}/#sides"].sides]
    assert shorts[side] == untouched.dossier().parties["ombra"].short


def test_a_claim_names_those_that_it_stands_against_on_its_question(found, untouched):
    dossier = untouched.dossier()
    facing = 0
    for id_ in dossier.points:
        claims = found[f"points/{id_}/#sides"].claims
        for pair in differences(dossier, id_):
            numbers = [[claim[0] for claim in claims].index(each.id) for each in (pair.first, pair.second)]
            assert numbers[1] in claims[numbers[0]][5]
            assert numbers[0] in claims[numbers[1]][5]
            facing += 1
        assert all(number not in claim[5] for number, claim in enumerate(claims))
    assert facing


def test_names_in_other_scripts_stand_apart(found):
    vane = found["people/vane/"]
    assert {"Mira Vane", "Vane", "Mirra Vayne"} <= set(vane.names)
    assert ("", "Μίρα Βέιν") in vane.asked


def test_a_name_that_a_browser_does_not_tell_from_another_is_not_written_twice():
    names = record._names("Mélèze", "Meleze", "MELEZE", "Pont du Mélèze", "Pont-du-Meleze")
    assert names["names"] == ("Mélèze", "Pont du Mélèze")


@pytest.mark.parametrize(("text", "script"), [("Vane", "LATIN"), ("«Павутина»", "CYRILLIC"), ("41", "")])
def test_a_script_is_that_of_the_first_letter(text, script):
    assert record.script(text) == script


def test_no_two_results_have_one_title():
    dossier = open_dossier(REAL)
    titles = [item.title for item in result.told_apart(search.results(dossier))]
    assert len(titles) == len(set(titles))


def test_results_with_one_title_name_their_page_or_kind():
    made = result.told_apart(
        [
            result.Result("page", "a/#x", "Commands", page="Method"),
            result.Result("page", "b/#x", "Commands", page="Guide"),
            result.Result("place", "places/#x", "Ford"),
            result.Result("person", "people/x/", "Ford"),
            result.Result("person", "people/y/", "Ford"),
        ]
    )
    titles = [item.title for item in made]
    assert titles[:3] == ["Commands (Method)", "Commands (Guide)", "Ford (place)"]
    assert len(set(titles)) == len(titles)


def test_of_readers_words_those_that_tell_something_are_kept_each_saying_once():
    assert result.telling(["the price of the planks", "price planks", "of the"]) == ("price planks",)
    assert result.telling(["price of planks", "planks"], shown="How many planks?") == ("price",)


# Pages


def test_short_sections_of_prose_are_results(tmp_path, untouched):
    body = f'<h2 id="hall">The hall</h2><p>It was cold. {"word " * 40}Late.</p><h3 id="x">X</h3><p>y</p>'
    write_page(tmp_path, "meeting/", "The meeting", body)
    item = sections(tmp_path, untouched)["meeting/#hall"]
    assert (item.title, item.page) == ("The hall", "The meeting")
    assert item.teaser.startswith("It was cold. word word")


def test_a_teaser_says_whose_word_it_is_without_a_sign(tmp_path, untouched):
    mark = '<a class="mark" href="#x"><span class="sign">\u25a0</span><span class="mark-words">Vane</span></a>'
    write_page(tmp_path, "meeting/", "The meeting", f'<h2 id="hall">The hall</h2><p>It was cold. {mark} They sat.</p>')
    assert sections(tmp_path, untouched)["meeting/#hall"].teaser == "It was cold. (Vane) They sat."


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{'long ' * 300}</p>",
        '<ul class="differences"><li><p>When was it?</p><p>Vane: at nine.</p></li></ul>',
        '<ul><li>Said. <span class="by">Vane, 3 May</span></li></ul>',
        "<details><summary></summary><p>Folded away.</p></details>",
        "<p>Run this:</p><pre><code>make site</code></pre>",
    ],
    ids=["too long", "a list of differences", "a view of the record", "folded away", "code for authors"],
)
def test_other_sections_are_not(tmp_path, untouched, body):
    write_page(tmp_path, "meeting/", "The meeting", f'<h2 id="hall">The hall</h2>{body}')
    assert "meeting/#hall" not in sections(tmp_path, untouched)
    assert "meeting/" in sections(tmp_path, untouched)


def test_a_page_for_those_who_keep_a_dossier_is_found_as_a_whole(tmp_path, untouched):
    write_page(tmp_path, "maintain/", "For maintainers", '<h2 id="make">Make</h2><p>Text.</p>')
    assert set(sections(tmp_path, untouched)) == {"maintain/"}


def test_pages_made_from_one_record_are_no_second_result(tmp_path, untouched):
    point = next(iter(untouched.dossier().points))
    write_page(tmp_path, f"points/{point}/", "A question", '<h2 id="sides">Sides</h2><p>Text.</p>')
    write_page(tmp_path, "places/", "Places", '<h2 id="cities">Cities</h2><p>Text.</p>')
    assert set(sections(tmp_path, untouched)) == {"places/"}


def test_one_outlet_against_another_is_found_by_either(tmp_path, untouched):
    write_page(tmp_path, "outlets/a/b/", "A against B", '<h2 id="numbers">Numbers</h2><p>Text.</p>')
    assert sections(tmp_path, untouched) == {}


def test_a_teaser_is_cut_between_words():
    assert prose.cut("one two, three", 9) == "one two …"
    assert prose.cut("one two", 7) == "one two"


# The scripts


def test_the_index_is_a_script_of_columns_with_all_results_in_it(tmp_path, untouched):
    dossier = untouched.dossier()
    search.write(tmp_path, dossier)
    index = read(tmp_path / search.FILE)
    found = list(search.results(dossier))
    assert index["results"]["title"] == [item.title for item in found]
    assert {len(column) for column in index["results"].values()} == {len(found)}
    assert {len(column) for column in index["said"]} == {sum(index["results"]["claims"])} == {len(dossier.claims)}
    assert index["more"] == []


def test_texts_of_a_column_are_one_text_and_a_name_that_is_the_title_is_a_sign(tmp_path):
    person = search.Result("person", "people/#vane", "Vane", names=("Vane", "Lady Vane"), also=("guild", "bridge"))
    columns = search.columns([person, search.Result("page", "hall/", "Hall")])["results"]
    assert columns["title"] == f"Vane{search.BETWEEN}Hall"
    assert columns["names"] == f"=|Lady Vane{search.BETWEEN}"
    assert columns["also"] == f"guild|bridge{search.BETWEEN}"
    assert search.columns([])["results"]["title"] == []


def test_an_anchor_stands_without_the_name_of_its_question():
    said = [("length-vane", "Vane", "It was long.", "", -1, ()), ("lengthy", "Vane", "Long.", "", -1, ())]
    item = search.Result("question", "points/length/#sides", "How long?", claims=tuple(said))
    assert search.columns([item])["said"][0] == f"-~0|Vane{search.BETWEEN}lengthy|Vane"


def test_an_address_stands_without_the_name_of_its_thing():
    results = [
        search.Result("person", "people/vane/", "Mira Vane", names=("Vane",)),
        search.Result("place", "places/#hall", "The hall"),
        search.Result("outlet", "outlets/vanes/", "Vane"),
    ]
    assert search.columns(results)["results"]["address"].split(search.BETWEEN) == [
        "people/~/",
        "places/#hall",
        "outlets/vanes/",
    ]


def test_each_other_language_is_a_script_of_its_own_and_so_are_names(tmp_path, untouched):
    search.write(tmp_path, untouched.dossier())
    index = read(tmp_path / search.FILE)
    assert {"search/asked-el.js", "search/asked-names.js"} <= set(index["asked"])
    assert index["own"] == ["search/asked-en.js"]
    assert {path.name for path in (tmp_path / "search").iterdir()} == {
        Path(name).name for name in (search.FILE, *index["more"], *index["own"], *index["asked"])
    }
    others = read(tmp_path / "search" / "asked-el.js")["others"]
    assert {language for _, language, *_ in others} == {"el"}
    (asked,) = read(tmp_path / "search" / "asked-en.js")["others"]
    assert asked[1:] == ["en", "who counted rotten boards", 0]  # the words that tell, and of which claim
    assert index["results"]["title"][asked[0]] == "How many planks are to be replaced?"
    assert "How long did the talks last?" in {index["results"]["title"][number] for number, *_ in others}
    assert "συνομιλίες" not in (tmp_path / search.FILE).read_text("utf-8")


def test_letters_of_other_scripts_go_along_as_they_are_typed_in_latin_ones():
    assert search.letters([0, "ru", "Щит, ёлка"]) == {
        "е": "e",
        "и": "i",
        "к": "k",
        "л": "l",
        "т": "t",
        "щ": "shch",
        "а": "a",
    }
    assert search.letters([0, "tr", "Çırağan"]) == {}


def test_little_words_of_the_languages_asked_in_go_along_as_far_as_they_are_known():
    assert "dedi" in search.little("tr")["tr"]["silent"].split()
    assert "nerede" in search.little("tr")["tr"]["asking"].split()
    assert search.little("el") == search.little("") == {}


def test_the_usual_words_of_the_language_go_along_as_far_as_no_result_has_them():
    found = search.usual("en")
    assert {"newspaper", "phone", "isnt", "referee", "credible"} <= set(found)
    assert not {"mariupol", "witkoff", "of"} & set(found)
    assert search.unwritten(found, [search.Result("question", "", "Who owns the newspaper?")]) == [
        word for word in found if word not in ("who", "owns", "the", "newspaper")
    ]


def test_of_a_language_without_a_list_no_word_is_usual():
    assert list(search.usual("xx")) == []


def test_what_is_too_long_for_one_script_is_cut():
    found = [search.Result("page", "", f"{number} {number * 7919}") for number in range(2000)]
    runs = search.shards(found, 3000)
    assert len(runs) > 1
    assert [item for run in runs for item in run] == found
    assert all(len(gzip.compress(json.dumps(search.columns(run)).encode())) <= 3300 for run in runs)


def test_one_result_longer_than_a_script_may_be_stands_alone():
    long = " ".join(str(number * 7919) for number in range(500))
    found = [search.Result("page", "", long), search.Result("page", "", "x")]
    assert search.shards(found, 120) == [[found[0]], [found[1]]]


def test_the_first_script_of_the_real_record_has_all_questions_and_is_read_in_a_second(tmp_path):
    dossier = open_dossier(REAL)
    search.write(tmp_path, dossier)
    first = tmp_path / search.FILE
    assert read(first)["results"]["kind"].count("question") == len(dossier.points)
    assert len(gzip.compress(first.read_bytes(), 6)) <= search.SHARD
    assert len(read(first)["more"]) <= 1


def test_what_the_browser_says_keeps_its_places_for_values():
    words = search.words()
    assert "{number}" in words["other"]
    assert "{query}" in words["none"]
    assert "{query}" in search.on_pages()["data-back"]
