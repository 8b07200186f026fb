from macros.render import person as module
from macros.render.context import Context
from macros.render.person import description, person, way_back

from .views import entry, text, tree


def page(project, id_):
    context = project.context(f"people/{id_}/")
    return person(context, context.dossier.people[id_])


def section(view, id_):
    """What stands between a heading and the next, as elements."""
    _, _, rest = str(view).partition(f"{{ #{id_} }}")
    return tree(rest.split("\n\n##")[0])


def test_who_it_is_and_who_says_so(untouched):
    head = tree(str(page(untouched, "vane")).split("<nav")[0])
    assert text(head).startswith("Μίρα Βέιν ■ Ombra, a side Bridge warden of Ombra Head of the delegation.")
    assert "So says Vane in Gazette." in text(head)
    assert head.xpath(".//a[@data-card='planks-vane']/@href") == ["../../points/planks-number/#planks-vane"]
    assert "Also found under: Mirra Vayne." in text(head)


def test_what_is_not_known_is_said(project):
    project.drop("pell", "told_by")
    project.set("pell", "office", "unknown")
    project.set("pell", "party", "unknown")
    head = tree(str(page(project, "pell")).split("<nav")[0])
    assert "For which party they speak is not known. Office at the time not known. Not named as attending" in text(head)
    assert "So say" not in text(head)


def test_an_office_held_later_is_told_with_whose_word_it_is(project):
    project.set("vane", "later", "planks-vane")
    head = tree(str(page(project, "vane")).split("<nav")[0])
    (line,) = head.xpath(".//p[@class='by'][starts-with(., 'Later, ')]")
    assert text(line).startswith("Later, Vane in Gazette, 2 April 2031: Ombra would replace 6,172 planks")
    assert line.xpath("./a/@href") == ["../../points/planks-number/#planks-vane"]


def test_what_no_account_tells_stands_below_who_tells_the_rest(untouched):
    head = text(tree(str(page(untouched, "pell")).split("<nav")[0]))
    assert head.endswith("So says Pell in Herald. Not named as attending the meeting.")


def test_a_body_without_an_office_lacks_nothing(untouched):
    assert "Office" not in text(tree(str(page(untouched, "ombra-council")).split("<nav")[0]))


def test_quotations_alone_are_one_click_away(untouched):
    view = page(untouched, "vane")
    ways = tree(view).xpath(".//nav[@class='ways-on']/a")
    assert [(text(way), way.get("href")) for way in ways] == [
        ("Quotations alone (1)", "#quotations"),
        ("All statements (4)", "#statements"),
    ]
    (quotation,) = section(view, "quotations").xpath(".//li")
    assert "“The bridge is “not a gate”, it is a path [...] & no more”" in text(quotation)
    assert "not held letter by letter against a saved copy" in text(quotation)
    assert quotation.xpath("./p/a/@href")[0] == "../../points/planks-number/#gate-words"


def test_all_that_somebody_said_stands_by_topic_and_leads_to_its_question(untouched):
    dossier = untouched.dossier()
    told = section(page(untouched, "vane"), "statements")
    links = told.xpath(".//ul[@class='told']/li/a/@href")
    assert sorted(links) == sorted(
        f"../../points/{claim.point}/#{claim.id}" for claim in dossier.claims.values() if "vane" in claim.by
    )
    assert [text(line) for line in told.xpath(".//summary")] == ["The bridge 4 statements"]
    lines = [text(line) for line in told.xpath(".//li")]
    assert "would replace 6,172 planks" in lines[0]
    assert lines[0].endswith("Gazette, 2 April 2031 · quoted in dispute")
    assert any(line.endswith("Vane and Ombra's council in Gazette, 2 April 2031") for line in lines)


def test_many_statements_are_folded_by_topic(untouched, monkeypatch):
    opened = section(page(untouched, "vane"), "statements").xpath(".//details[@open]")
    monkeypatch.setattr(module, "OPEN", 3)
    folded = section(page(untouched, "vane"), "statements").xpath(".//details[not(@open)]")
    assert len(opened) == len(folded) == 1


def test_what_others_say_is_folded_where_it_would_be_too_much_with_their_own(untouched, monkeypatch):
    view = page(untouched, "orrin")
    counts = [len(section(view, id_).xpath(".//li")) for id_ in ("statements", "others")]
    for most, opened in ((sum(counts), True), (sum(counts) - 1, False)):
        monkeypatch.setattr(module, "OPEN", most)
        folds = section(page(untouched, "orrin"), "others").xpath(".//details")
        assert folds
        assert all((fold.get("open") is not None) == opened for fold in folds)


def test_what_others_say_names_them(untouched):
    others = section(page(untouched, "orrin"), "others")
    assert "Lysk sat beside Orrin. ○ Gazette, 3 April 2031" in text(others)
    assert "no speaker named, within the account of Orrin" in text(others)


def test_who_is_not_quoted_has_no_quotations(untouched):
    view = page(untouched, "pell")
    assert "#quotations" not in view
    assert [text(way) for way in tree(view).xpath(".//nav/a")] == ["All statements (1)"]


def test_the_way_back_leads_by_party(untouched):
    context = untouched.context("people/vane/")
    vane, source = context.dossier.people["vane"], context.dossier.people["bridge-source"]
    assert tree(way_back(context, vane)).xpath(".//a/@href") == ["../../", "../", "../#of-ombra"]
    assert tree(way_back(context, source)).xpath(".//a/@href")[-1] == "../#no-party"


def test_the_description_counts(untouched):
    context = untouched.context()
    found = description(context, context.dossier.people["vane"])
    assert found.startswith("Mira Vane: Bridge warden of Ombra. Quotations: 1. Statements: 4")


def test_what_the_record_holds_is_text(project):
    project.set("vane", "spellings", ["<b>Vayne</b> {{ 1 }}"])
    view = page(project, "vane")
    assert "<b>Vayne" not in view
    assert "{{ 1" not in view


def test_an_old_id_is_an_anchor(project):
    project.set("vane", "aliases", ["mira"])
    assert entry(page(project, "vane"), "mira").get("class") == "alias"


def test_where_no_account_tells_who_was_there_nobody_is_told_to_have_been_missing(project):
    for id_ in project.loaded().people:
        if "attendance" in project.fields_of(id_):
            project.set(id_, "attendance", "unknown")
    dossier = project.loaded()
    heads = {id_: text(tree(module.who(Context(dossier), person_))) for id_, person_ in dossier.people.items()}
    assert not [id_ for id_, head in heads.items() if "meeting." in head]
