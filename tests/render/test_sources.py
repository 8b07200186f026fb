from macros.render.sources import sources, title

from .views import entry, ids, text, tree


def test_every_outlet_and_page_has_one_entry_primary_sources_first(untouched):
    dossier = untouched.dossier()
    order = ids(sources(untouched.context()))
    assert sorted(order) == sorted([*dossier.outlets, *dossier.sources])
    assert order[:2] == ["quill-gazette", "gazette-article"]


def test_an_outlet_that_published_nothing_here_stands_apart(project):
    project.add(
        "outlets", "old-wire", name="A Wire", short="A Wire", kind="unknown", country="unknown", owner="unknown"
    )
    project.set("planks-orrin", "chain", ["old-wire"])
    project.set("kidnapped-words", "chain", ["old-wire"])
    view = sources(project.context())
    assert ids(view)[-1] == "old-wire"
    assert "Kind of outlet not known · country not known" in text(entry(view, "old-wire"))
    assert "1 claim reached another publisher through it." in text(entry(view, "old-wire"))


def test_an_owner_is_given_with_who_says_so(untouched):
    gazette = entry(sources(untouched.context()), "quill-gazette")
    assert "Owner or control: Owned by the town of Quill. (The Quill Gazette, January 2031)" in text(gazette)
    assert gazette.xpath(".//a[@class='out']/@href") == ["https://gazette.invalid/imprint"]
    assert "Newspaper · Quill · English" in text(gazette)


def test_an_owner_nobody_named_is_not_known(untouched):
    assert "Owner or control: not known." in text(entry(sources(untouched.context()), "ridge-wire"))


def test_where_an_owner_was_looked_for_and_not_found_is_said(untouched):
    radio = text(entry(sources(untouched.context()), "tin-radio"))
    assert "Owner or control: looked for, not found: its imprint, the register of Tessel, 2 May 2031." in radio


def test_a_page_says_what_is_known_of_it(untouched):
    view = sources(untouched.context())
    article = text(entry(view, "gazette-article"))
    assert article.startswith("Valleys talk about a bridge 3 April 2031 · English · archived copy · seen 2 May 2031 · ")
    assert text(entry(view, "ridge-wire-planks")).startswith("Ridge Wire Service, ")
    assert " ridge.invalid/planks · English · 1 claim drawn from it" in text(entry(view, "ridge-wire-planks"))


def test_what_most_pages_lack_is_said_once(untouched):
    assert "were not seen: outlet, day and address stand for them. An archived copy is known of 1." in text(
        tree(sources(untouched.context()))
    )


def test_a_long_address_is_cut(project):
    project.set("ridge-wire-planks", "url", "https://www.ridge.invalid/" + "planks-" * 20)
    shown = entry(sources(project.context()), "ridge-wire-planks").xpath(".//span[@class='address']")[0].text
    assert shown.startswith("ridge.invalid/planks-")
    assert shown.endswith("…")
    assert len(shown) < 65


def test_a_page_without_title_goes_by_its_outlet(untouched):
    context = untouched.context()
    assert title(context, context.dossier.sources["ridge-wire-planks"]) == "Ridge Wire Service"
