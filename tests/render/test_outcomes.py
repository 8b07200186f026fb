import pytest

from macros.analysis.course import then_and_later
from macros.render.outcomes import outcomes

from .views import text, tree


def titles(view):
    return [text(heading) for heading in tree(view).iter("h3")]


def test_points_are_grouped_by_kind_and_state(untouched):
    context = untouched.context()
    assert titles(outcomes(context, "agreements")) == ["Crossing without a toll"]
    assert titles(outcomes(context, "proposals")) == ["Days of the repair"]
    assert titles(outcomes(context, "refusals")) == ["Closing at night"]


def test_topics_narrow_it(untouched):
    assert titles(outcomes(untouched.context(), "agreements", ["talks"])) == []


@pytest.mark.parametrize(("group", "topics"), [("agreement", []), ("agreements", ["brigde"])])
def test_an_unknown_group_or_topic_is_refused(untouched, group, topics):
    with pytest.raises(ValueError, match="outcomes: "):
        outcomes(untouched.context(), group, topics)


def test_an_outcome_says_state_date_and_on_whose_report(untouched):
    shown = tree(outcomes(untouched.context(), "agreements"))
    assert "Agreed, as of 3 April 2031. Reported by: ○Gazette" in text(shown)
    assert "Both valleys are reported as agreeing to waive the Toll." in text(shown)


def test_what_was_said_later_stands_beside_what_was_said_first(project):
    project.set("planks-bought", "kind", "demand")
    shown = tree(outcomes(project.context(), "proposals"))
    columns = {text(c[0]): text(c) for c in shown.xpath(".//article[1]/*[@class='then-later']/div")}
    assert "almost 400" in columns["Said first"]
    assert "just over 370" in columns["Said later"]


def test_what_is_dated_after_the_event_is_later(untouched):
    then, later = then_and_later(untouched.dossier(), "talks-length")
    assert [c.id for c in then] == ["length-gazette"]  # published later, yet what is taken apart
    assert [c.id for c in later] == ["length-radio"]
