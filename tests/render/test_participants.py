from macros.render.participants import WEIGHTY, participants, weightiest

from .views import entry, ids, seen, text


def test_every_person_and_party_has_one_entry(untouched):
    dossier = untouched.dossier()
    assert sorted(ids(participants(untouched.context()))) == sorted([*dossier.people, *dossier.parties])


def test_delegations_come_first_by_party_heads_before_members(untouched):
    assert ids(participants(untouched.context()))[:3] == ["vane", "orrin", "lysk"]


def test_those_of_no_party_come_after_those_of_parties(untouched):
    order = ids(participants(untouched.context()))
    assert order.index("pell") < order.index("bridge-source") < order.index("ombra")


def test_a_head_stands_before_a_member_named_earlier(project):
    project.set("lysk", "delegation", "head")
    project.set("orrin", "delegation", "member")
    assert ids(participants(project.context()))[:3] == ["vane", "lysk", "orrin"]


def test_an_entry_says_office_attendance_and_on_whose_word(untouched):
    vane = entry(participants(untouched.context()), "vane")
    assert "Bridge warden of Ombra" in text(vane)
    assert "Head of the delegation. At the meeting. Told by: " in text(vane)
    assert vane.xpath(".//p[@class='attendance']/a/@data-card") == ["planks-vane"]


def test_what_is_not_known_is_said(untouched):
    view = participants(untouched.context())
    assert "Office at the time not known." in text(entry(view, "lysk"))
    assert "Not named as attending." in text(entry(view, "pell"))


def test_a_name_in_its_own_script_has_its_language(untouched):
    assert entry(participants(untouched.context()), "vane").xpath(".//span[@lang='el']")[0].text == "Μίρα Βέιν"


def test_what_somebody_said_is_listed_the_rest_folded(untouched):
    vane = entry(participants(untouched.context()), "vane")
    assert "would replace 6,172 planks" in text(vane)
    assert "#by-vane" in "".join(vane.xpath(".//p[@class='label']/a/@href"))
    shown = seen(vane)
    assert "should be closed at night" in shown
    assert "would replace 6,172 planks" not in shown


def test_what_was_agreed_or_asked_for_is_shown_first_and_no_point_twice(untouched):
    dossier = untouched.dossier()
    said = [claim for claim in dossier.claims.values() if "vane" in claim.by]
    shown = [dossier.points[claim.point] for claim in weightiest(untouched.context(), said, 3)]
    assert [point.kind in WEIGHTY for point in shown] == [True, True, False]
    assert len({point.id for point in shown}) == 3


def test_where_else_to_look_is_one_fold(untouched):
    found = entry(participants(untouched.context()), "vane")
    assert [text(fold) for fold in found.xpath(".//details/summary")][-1] == "More"
    assert "Other spellings: " in text(found)


def test_where_somebody_is_named_is_computed(untouched):
    orrin = entry(participants(untouched.context()), "orrin")
    assert "Named in 2 claims on 2 points" in text(orrin)
    assert "Who sat at the table" in text(orrin)


def test_a_party_says_its_role_and_who_speaks_for_it(untouched):
    quill = entry(participants(untouched.context()), "quill")
    assert "Host of the talks." in text(quill)
    assert "people/pell/" in "".join(quill.xpath(".//a/@href"))


def test_what_the_record_holds_is_text(project):
    project.set("vane", "name", "<b>Mira</b> {{ 1 }}")
    view = participants(project.context())
    assert "<b>Mira" not in view
    assert "{{ 1" not in view
    assert "<b>Mira</b> {{ 1 }}" in text(entry(view, "vane"))
