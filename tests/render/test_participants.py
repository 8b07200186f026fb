from macros.render.participants import participants

from .views import entry, text, tree


def view(project):
    return participants(project.context("participants/"))


def lines(project, party):
    return [text(line) for line in entry(view(project), party).xpath(".//ul[@class='delegation']/li")]


def test_every_party_has_its_anchor_and_role(untouched):
    found = view(untouched)
    assert tree(found).xpath(".//section/@id") == list(untouched.dossier().parties)
    assert "Host." in text(entry(found, "quill"))


def test_a_line_says_office_and_place(untouched):
    vane = "Mira Vane, Bridge warden of Ombra · head of the delegation ■Ombra, in dispute"
    assert lines(untouched, "ombra") == [vane]
    assert lines(untouched, "tessel")[1] == "Ada Lysk, office at the time not known ○Gazette"


def test_a_head_stands_before_a_member_named_earlier(project):
    project.set("lysk", "delegation", "head")
    project.set("orrin", "delegation", "member")
    assert [line.split(",")[0] for line in lines(project, "tessel")] == ["Ada Lysk", "Tomas Orrin"]


def test_who_did_not_come_stands_last_and_it_is_said(project):
    project.set("orrin", "attendance", "absent")
    found = lines(project, "tessel")
    assert found[1].startswith("Tomas Orrin, Speaker of the assembly of Tessel · head of the delegation · not at the")


def test_who_was_there_without_a_place_in_a_delegation_is_listed(project):
    assert lines(project, "quill") == []
    project.set("pell", "attendance", "present")
    assert lines(project, "quill")[0].startswith("Bruno Pell, Mayor of Quill · at the meeting")


def test_who_says_so_stands_where_it_changes(project):
    project.set("lysk", "told_by", ["planks-orrin"])
    project.set("lysk-sat-gazette", "says", "{lysk} sat there.")
    project.set("planks-orrin", "says", '{lysk} and {planks} planks had been "kidnapped".')
    marks = entry(view(project), "tessel").xpath(".//li/a[contains(@class, 'mark')]/@data-card")
    assert marks == ["planks-orrin"]


def test_each_party_leads_to_all_who_speak_for_it(untouched):
    links = tree(view(untouched)).xpath(".//section/p/a/@href")
    assert links == ["../people/#of-ombra", "../people/#of-tessel", "../people/#of-quill"]


def test_what_the_record_holds_is_text(project):
    project.set("vane", "name", "<b>Mira</b> {{ 1 }}")
    found = view(project)
    assert "<b>Mira" not in found
    assert "{{ 1" not in found
