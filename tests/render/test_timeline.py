from macros.render.timeline import timeline

from .views import entry, ids, seen, text


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


def test_an_event_of_unknown_date_says_so(untouched):
    view = timeline(untouched.context())
    assert "## Date not known { #date-not-known }" in view
    assert "Date not known" in text(entry(view, "plank-broke"))


def test_an_event_has_date_place_people_and_claims(untouched):
    talks = text(entry(timeline(untouched.context()), "bridge-talks"))
    assert "2 April 2031 · Weighing Hall · " in talks
    assert "The talks began at 14:43" in talks


def test_a_statement_has_its_claims_folded(untouched):
    view = timeline(untouched.context())
    assert "would replace 6,172" in text(entry(view, "vane-briefing"))
    assert "would replace 6,172" not in seen(entry(view, "vane-briefing"))


def test_a_crowded_day_is_opened_out_with_times(project):
    assert "<h3>2 April 2031</h3>" not in timeline(project.context())
    project.add("events", "supper", title="Supper", kind="meeting", when="2031-04-02T19:00", claims=["mood-gazette"])
    view = timeline(project.context())
    assert "<h3>2 April 2031</h3>" in view
    assert text(entry(view, "vane-briefing").find("p")).startswith("16:30 · ")
    assert ids(view).index("vane-briefing") < ids(view).index("supper")
