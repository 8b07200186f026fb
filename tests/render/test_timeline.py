import pytest

from macros.render.timeline import MARKS, timeline

from .views import entry, text, tree


def ids(view):
    return tree(view).xpath(".//li/@id")


def folds(view):
    return [text(summary) for summary in tree(view).iter("summary")]


def test_events_stand_by_date_the_undated_last(untouched):
    assert ids(timeline(untouched.context())) == [
        "first-talks",
        "bridge-talks",
        "vane-briefing",
        "repair-days",
        "plank-broke",
    ]


def test_an_event_known_by_year_stands_after_those_of_that_year(project):
    project.set("bridge-talks", "when", "2030-11-02")
    assert ids(timeline(project.context()))[:2] == ["bridge-talks", "first-talks"]


@pytest.mark.parametrize(("when", "title"), [("-0043", "44 BC"), ("../1914", "1914"), ("1914/..", "1914")])
def test_an_event_before_the_first_year_or_without_a_beginning_has_a_fold(project, when, title):
    project.set("first-talks", "when", when)
    assert any(fold.startswith(title) for fold in folds(timeline(project.context())))


def test_every_month_is_a_fold_that_says_how_many_events_it_has(untouched):
    assert folds(timeline(untouched.context())) == [
        "2030 1 event",
        "April 2031 2 events",
        "May 2031 1 event",
        "Date not known 1 event",
    ]


def test_an_event_is_a_line_with_date_place_and_marks(untouched):
    line = entry(timeline(untouched.context()), "bridge-talks")
    assert text(line).startswith("2 April 2031 ")
    assert "Weighing Hall" in text(line)
    marks = line.xpath(".//a[contains(@class, 'mark')]/@data-card")
    assert 0 < len(marks) <= MARKS


def test_an_occasion_of_speech_is_set_smaller(untouched):
    view = timeline(untouched.context())
    assert entry(view, "vane-briefing").get("class") == "said"
    assert entry(view, "bridge-talks").get("class") is None


def test_events_of_a_day_stand_by_their_time(project):
    project.add("events", "supper", title="Supper", kind="meeting", when="2031-04-02T19:00", claims=["mood-gazette"])
    view = timeline(project.context())
    assert ids(view).index("vane-briefing") < ids(view).index("supper")
