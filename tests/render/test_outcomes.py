import pytest

from macros.analysis.course import then_and_later
from macros.render.outcomes import outcomes

from .views import text, tree


def questions(view):
    return [text(link) for link in tree(view).xpath(".//li/a")]


def test_questions_are_grouped_by_kind_and_state(untouched):
    context = untouched.context()
    points = context.dossier.points
    found = {group: questions(outcomes(context, group)) for group in ("agreements", "proposals", "refusals")}
    assert found == {
        "agreements": [points["toll-waiver"].question],
        "proposals": [points["repair-date"].question],
        "refusals": [points["night-closing"].question],
    }


def test_the_weightiest_stand_first_and_each_says_its_status(project):
    project.set("planks-bought", "kind", "demand")
    project.set("planks-bought", "weight", 5)
    context = project.context()
    shown = outcomes(context, "proposals")
    assert questions(shown)[0] == context.dossier.points["planks-bought"].question
    assert tree(shown).xpath(".//li/span[@class='status']/@data-status")


def test_an_unknown_group_is_refused(untouched):
    with pytest.raises(ValueError, match="outcomes: "):
        outcomes(untouched.context(), "agreement")


def test_what_is_dated_after_the_event_is_later(untouched):
    then, later = then_and_later(untouched.dossier(), "talks-length")
    assert [c.id for c in then] == ["length-gazette"]  # published later, yet what is taken apart
    assert [c.id for c in later] == ["length-radio"]
