"""The page of an outlet, part by part, and the index of outlets."""

from __future__ import annotations

from macros.render import published
from macros.render.outlet import outlet, way_back
from macros.render.outlets import outlets
from macros.render.published import LONGEST, MANY, SHOWN

from .views import entry, ids, text, tree


def page(project, id_):
    context = project.context(f"outlets/{id_}/")
    return outlet(context, context.dossier.outlets[id_])


def test_an_owner_is_given_with_who_says_so(untouched):
    view = tree(page(untouched, "quill-gazette"))
    assert "Owner or control: Owned by the town of Quill. (The Quill Gazette, January 2031)" in text(view)
    assert "https://gazette.invalid/imprint" in view.xpath(".//a[@class='out']/@href")
    assert text(view).startswith("Newspaper, Quill · English")


def test_where_an_owner_was_looked_for_in_vain_is_said_and_that_one_was_not(untouched):
    radio = text(tree(page(untouched, "tin-radio")))
    assert (
        "Owner or control: looked for, not found. Looked in: its imprint, the register of Tessel, 2 May 2031." in radio
    )
    assert "Owner or control: not known, and not looked for yet." in text(tree(page(untouched, "ridge-wire")))


def test_every_page_has_its_anchor_and_the_claims_drawn_from_it(untouched):
    dossier = untouched.dossier()
    for id_ in dossier.outlets:
        view = page(untouched, id_)
        pages = [source.id for source in dossier.sources.values() if source.outlet == id_]
        assert list(tree(view).xpath(".//section[@class='page']/@id")) == sorted(pages)
        for source in pages:
            links = {href.rpartition("#")[2] for href in entry(view, source).xpath(".//li/a/@href")}
            assert links == {claim.id for claim in dossier.claims.values() if claim.source == source}


def test_a_page_says_what_is_known_of_it(untouched):
    article = entry(page(untouched, "quill-gazette"), "gazette-article")
    assert text(article).startswith("Valleys talk about a bridge 3 April 2031 · archived copy Written the day after")
    assert "We saw it on 2 May 2031." in text(tree(page(untouched, "quill-gazette")))
    assert article.xpath("./h3/a/@href") == ["https://gazette.invalid/valleys-talk"]
    wire = text(entry(page(untouched, "ridge-wire"), "ridge-wire-planks"))
    assert wire.startswith("Page of April 2031 ridge.invalid/planks")
    assert "The title of 1 was not seen" in text(tree(page(untouched, "ridge-wire")))
    assert "Planks counted 4 April 2031 · Greek" in text(entry(page(untouched, "ombra-herald"), "ombra-herald-planks"))


def test_days_on_which_pages_were_seen_stand_with_each_where_they_are_not_one(project):
    other = {
        **project.fields_of("gazette-article"),
        "date": "2031-04-09",
        "seen": "2031-05-09",
        "title": "Another page",
        "url": "https://gazette.invalid/another",
    }
    project.add("sources", "gazette-other", **{k: v for k, v in other.items() if k not in ("sections", "note")})
    project.set("length-radio", "source", "gazette-other")
    project.set("length-radio", "chain", ["tin-radio"])
    view = page(project, "quill-gazette")
    assert "seen 9 May 2031" in text(entry(view, "gazette-other"))
    assert "seen 2 May 2031" in text(entry(view, "gazette-article"))


def test_the_day_on_which_most_pages_were_seen_is_said_once(project):
    article = {k: v for k, v in project.fields_of("gazette-article").items() if k not in ("sections", "note")}
    for name, day, claim in (("again", "2031-05-02", "length-radio"), ("later", "2031-05-09", "planks-wire")):
        url = f"https://gazette.invalid/{name}"
        project.add("sources", name, **article | {"date": "2031-04-09", "seen": day, "title": name, "url": url})
        project.set(claim, "source", name)
    project.set("length-radio", "chain", ["tin-radio"])
    project.drop("ridge-wire-planks")
    view = page(project, "quill-gazette")
    assert "We saw most of them on 2 May 2031" in text(tree(view))
    assert "seen 9 May 2031" in text(entry(view, "later"))
    assert not [id_ for id_ in ("again", "gazette-article") if "seen 2 May" in text(entry(view, id_))]


def test_a_long_address_is_cut(project):
    project.set("ridge-wire-planks", "url", "https://www.ridge.invalid/" + "planks-" * 20)
    (shown,) = entry(page(project, "ridge-wire"), "ridge-wire-planks").xpath(".//span[@class='address']")
    assert shown.text.startswith("ridge.invalid/planks-")
    assert shown.text.endswith("…")
    assert len(shown.text) == LONGEST + 1


def test_claims_beyond_the_first_few_are_folded_and_of_very_many_the_questions_stand(project):
    def section():
        return entry(page(project, "tin-radio"), "tin-radio-late")

    def add(numbers):
        for number in numbers:
            says = f"It rained in the valley ({'abcdefghij'[number // 10]}{'abcdefghij'[number % 10]})."
            model = {**project.fields_of("length-radio"), "says": says, "point": "hall"}
            project.add("claims/others", f"rain-{number}", **{k: v for k, v in model.items() if k != "figures"})

    before = len(section().xpath(".//li"))
    add(range(SHOWN + 2))
    assert len(section().xpath("./ul/li")) == SHOWN
    assert len(section().xpath("./details/ul/li")) == before + 2
    add(range(SHOWN + 2, MANY + 1))
    (fold,) = section().xpath("./details")
    assert f"{before + MANY + 1} claims on" in text(fold)
    assert [href for href in fold.xpath("./ul/li/a/@href") if href.endswith("/hall/")]


def test_one_claim_more_than_stands_in_sight_is_folded_only_where_an_outlet_has_many_pages(project, monkeypatch):
    def in_sight():
        return len(entry(page(project, "ridge-wire"), "ridge-wire-planks").xpath("./ul/li"))

    claim = next(each for each in project.dossier().claims.values() if each.source == "ridge-wire-planks")
    fields = {**project.fields_of(claim.id), "says": "It rained in the valley.", "point": "hall"}
    project.add("claims/others", "rain", **{name: value for name, value in fields.items() if name != "figures"})
    assert in_sight() == 2
    monkeypatch.setattr(published, "MANY_PAGES", 0)
    assert in_sight() == 1


def test_whom_it_quotes_is_counted_by_party(untouched):
    view = text(tree(page(untouched, "quill-gazette")))
    assert "Ombra: Vane (" in view
    assert "In its own words: Gazette (" in view


def test_what_others_have_from_it_stands_by_who_published_it(untouched):
    view = tree(page(untouched, "ridge-wire"))
    (fold,) = [each for each in view.xpath(".//details") if text(each).startswith("Herald: ")]
    assert "../ombra-herald/" in fold.xpath(".//a/@href")
    assert "../../points/planks-number/" in fold.xpath(".//li/a/@href")


def test_an_outlet_without_pages_is_named_as_one_that_others_have_words_from(project):
    named = {"name": "A Wire", "short": "A Wire", "kind": "unknown", "country": "unknown", "owner": "unknown"}
    project.add("outlets", "old-wire", **named)
    project.set("planks-herald", "chain", ["old-wire"])
    view = text(tree(page(project, "old-wire")))
    assert view.startswith("Kind not known, country not known Owner or control: not known")
    assert "No page of its own is on record." in view
    index = tree(outlets(project.context("outlets/")))
    (fold,) = index.xpath(".//details")
    assert "A Wire kind not known, country not known; 1 claim through it" in text(fold)


def test_the_way_back_leads_to_the_dossier_and_the_outlets(untouched):
    assert tree(way_back(untouched.context("outlets/ridge-wire/"))).xpath(".//a/@href") == ["../../", "../"]


def test_every_outlet_stands_once_in_the_index_under_who_holds_it(project):
    project.set("tin-radio", "speaks_for", "tessel")
    view = outlets(project.context("outlets/"))
    links = tree(view).xpath(".//li//a/@href")
    assert sorted(links) == sorted(f"{id_}/" for id_ in project.dossier().outlets)
    assert [part for part in ("{ #party }", "{ #state }", "{ #unknown }") if part in view] == [
        "{ #party }",
        "{ #state }",
        "{ #unknown }",
    ]
    assert ids(view) == []


def test_the_way_to_its_lines_is_given_where_there_is_a_page_of_them(project):
    def ways():
        item = project.dossier().outlets["quill-gazette"]
        return tree(outlet(project.context("outlets/quill-gazette/"), item)).xpath(
            ".//a[contains(@href, 'line-by')]/@href"
        )

    assert ways() == []
    project.page("line-by-line.md", "# Line by line\n\n{{ line_by_line() }}\n")
    assert ways() == ["../../line-by-line/"]
