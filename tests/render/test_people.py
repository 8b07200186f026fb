from macros.render.people import people

from .views import entry, seen, text, tree


def view(project):
    return people(project.context("people/"))


def test_everybody_has_one_line_by_party(untouched):
    lines = tree(view(untouched)).xpath(".//ul[@class='people']/li/@id")
    assert lines == ["vane", "ombra-council", "orrin", "lysk", "pell", "bridge-source"]


def test_who_speaks_is_a_link_to_their_page_with_how_much_there_is(untouched):
    vane = entry(view(untouched), "vane")
    assert text(vane) == "Mira Vane, Bridge warden of Ombra 4 statements · 1 quotation"
    assert vane.xpath("./a/@href") == ["vane/"]


def test_who_does_not_speak_is_told_of_here(untouched):
    lysk = entry(view(untouched), "lysk")
    assert not lysk.xpath("./a[@class='ref']")
    assert "Ada Lysk, office at the time not known" in seen(entry(view(untouched), "lysk"))
    assert lysk.xpath("./a/@data-card") == ["lysk-sat-gazette"]
    assert "Member of the delegation. At the meeting." in text(lysk)
    assert "Named on: Who sat at the table." in text(lysk)


def test_what_is_said_in_a_partys_own_name_is_one_click_away(project):
    assert "speaker=" not in view(project)
    project.set("bought-council", "by", "ombra")
    (own,) = [link for link in tree(view(project)).xpath(".//a") if "?speaker=" in link.get("href")]
    assert (text(own), own.get("href")) == ("1 statement in its own name", "../points/?speaker=ombra")


def test_what_the_record_holds_is_text(project):
    project.set("lysk", "name", "<b>Lysk</b> {{ 1 }}")
    assert "<b>Lysk</b>" not in view(project).replace("<b>&#60;", "")
    assert "{{ 1" not in view(project)
    assert "<b>Lysk</b> {{ 1 }}" in text(entry(view(project), "lysk"))
