from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from macros import locale
from macros.analysis import matters, routes
from macros.record.model import Coordinates, Figure, Place
from macros.render.pictures import atlas, chain, days, earth, frame, hours, labels, numbers, shapes, stands, timeline
from tests.conftest import Project

DRAWN = {
    "timeline": timeline.timeline,
    "map": atlas.atlas,
    "stands": lambda context: stands.stands(context, 12),
    "numbers": numbers.numbers,
    "chain": lambda context: chain.chain(context, context.dossier.about.primary[0]),
}


@pytest.fixture(params=DRAWN)
def drawn(request: pytest.FixtureRequest, untouched: Project) -> ElementTree.Element:
    """Each picture of the invented record, as a tree."""
    return ElementTree.fromstring(DRAWN[request.param](untouched.context("a/")))


def local(name: str) -> str:
    return f".//{{http://www.w3.org/2000/svg}}{name}"


def test_each_size_has_an_image_with_title_and_description(drawn: ElementTree.Element) -> None:
    images = [svg for svg in drawn.iterfind(local("svg")) if svg.get("role") == "img"]
    assert len(images) == len(frame.WIDTHS)
    for image in images:
        words = {child.get("id"): child.text for child in image if child.tag.endswith(("title", "desc"))}
        assert all(words[id_] for id_ in str(image.get("aria-labelledby")).split())


def test_marks_are_named_links_outside_the_image(drawn: ElementTree.Element) -> None:
    for svg in drawn.iterfind(local("svg")):
        marks = svg.findall(local("a"))
        if svg.get("role") == "img":
            assert not marks
        elif svg.get("role") == "group":
            assert marks
            for mark in marks:
                assert mark[0].tag.endswith("title")
                assert mark[0].text
                assert str(mark.get("href")).endswith("/") or "#" in str(mark.get("href"))


def test_the_table_has_a_row_for_all_that_is_drawn(drawn: ElementTree.Element) -> None:
    linked = {a.get("href") for table in drawn.iterfind(".//table") for a in table.iterfind(".//a")}
    named = {svg.get("class"): {a.get("href") for a in svg.iterfind(local("a"))} for svg in drawn}
    assert linked
    assert named["wide"] == named["narrow"]


def test_nothing_reaches_beyond_the_edge(untouched: Project) -> None:
    for name, draw in DRAWN.items():
        for svg in ElementTree.fromstring(draw(untouched.context())).iterfind(local("svg")):
            if svg.get("viewBox"):
                _, _, width, height = (float(n) for n in str(svg.get("viewBox")).split())
                for text in svg.iterfind(local("text")):
                    x, y = float(text.get("x", 0)), float(text.get("y", 0))
                    assert 0 <= x <= width, (name, text.text)
                    assert 0 <= y <= height + 4, (name, text.text)


def test_lines_wrap_between_words() -> None:
    assert shapes.wrap("one two three", 60, 12) == ["one two", "three"]
    assert shapes.wrap("incomprehensible", 10, 12) == ["incomprehensible"]


def test_a_ring_is_cut_at_the_edge_of_the_box(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earth, "land", lambda: [[(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)]])
    (ring,) = earth.clipped(earth.Box(0, 0, 20, 20))
    assert set(ring) == {(0, 0), (10, 0), (10, 10), (0, 10)}


def test_land_beyond_the_date_line_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earth, "land", lambda: [[(170.0, 0.0), (190.0, 0.0), (190.0, 10.0), (170.0, 10.0)]])
    (ring,) = earth.clipped(earth.Box(-180, -5, -160, 20))
    assert {x for x, _ in ring} == {-180, -170}


def located(*at: tuple[float, float]) -> list[Place]:
    """Places at latitudes and longitudes."""
    made = {"kind": "city", "precision": "city", "origin": "made up"}
    return [
        Place(
            id=f"place-{index}",
            name=f"Place {index}",
            kind="city",
            coordinates=Coordinates(lat=lat, lon=lon, precision="city", origin=made["origin"]),
        )
        for index, (lat, lon) in enumerate(at)
    ]


def test_far_places_are_set_apart() -> None:
    spots = earth.spots(located(*((50, lon) for lon in (20, 21, 22, 23, 90))))
    assert [spot.lon for spot in atlas.nearest(spots)] == [20, 21, 22, 23]


@pytest.mark.parametrize(
    "at",
    [
        [(90, 0)],
        [(-90, 10), (-90, 10)],
        [(89.9, -170), (89.9, 10)],
        [(10, 20)],
        [(0, 179.5), (1, -179.5)],
        [(0, -180), (0, 180)],
        [(-60, -179), (70, 0), (10, 90), (20, -90)],
    ],
)
def test_no_places_make_a_box_off_the_earth(at: list[tuple[float, float]]) -> None:
    spots = earth.spots(located(*at))
    box = earth.Box.around(spots, 1.6)
    assert -90 <= box.south < box.north <= 90
    assert 0 < box.east - box.west <= 360
    panel = earth.Panel(box, 0, 0, 160, 100)
    for spot in spots:
        x, y = panel.project(spot.lon, spot.lat)
        assert -1 <= x <= 161
        assert -1 <= y <= 101


def test_places_on_both_sides_of_the_date_line_are_near() -> None:
    spots = earth.spots(located((0, 179), (0, -179)))
    assert {spot.lon for spot in spots} == {179, 181}


def test_names_of_countries_stand_on_land_and_names_of_seas_in_water() -> None:
    def on_land(lon: float, lat: float) -> bool:
        crossed = (
            (y1 > lat) != (y2 > lat) and x < (x2 - x1) * (lat - y1) / (y2 - y1) + x1
            for ring in earth.land()
            for x in (lon - 360, lon, lon + 360)
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
        )
        return sum(crossed) % 2 == 1

    assert not [name for name, points in labels.names()["seas"].items() if any(on_land(*point) for point in points)]
    for code in ("UA", "RU", "TR", "BY", "US", "BR", "AU", "CN"):
        assert all(on_land(lon, lat) for lon, lat, _ in labels.names()["countries"][code]), code


def test_a_name_that_would_hide_another_is_left_out() -> None:
    found = labels.Labels(earth.Panel(earth.Box(-140, -40, -130, -30), 0, 0, 300, 300))
    assert found.somewhere("First", [(150, 150)])
    assert not found.somewhere("Second", [(150, 150)])
    assert not found.somewhere("Third", [(2, 150)])


def test_an_event_stands_where_it_was_or_where_its_claims_name_a_region(project: Project) -> None:
    assert [event.id for event in atlas.happened(project.dossier())["quill-town"]] == ["bridge-talks"]
    project.set("larch-bridge", "kind", "region")
    project.set("first-talks-orrin", "says", "They met at {larch-bridge} and in {quill-town}.")
    assert "first-talks" not in [event.id for event in atlas.happened(project.loaded())["larch-bridge"]]
    project.set("first-talks", "kind", "incident")
    dossier = project.loaded()
    assert "first-talks" in [event.id for event in atlas.happened(dossier)["larch-bridge"]]
    assert "first-talks" not in [event.id for event in atlas.happened(dossier)["quill-town"]]


def test_an_event_in_a_country_without_a_dot_stands_at_the_regions_its_claims_name(project: Project) -> None:
    project.add("places", "ombra-land", name="Ombra land", kind="country", coordinates="unknown")
    project.set("larch-bridge", "kind", "region")
    project.set("first-talks-orrin", "says", "They met at {larch-bridge}.")
    project.set("first-talks", "where", "ombra-land")
    assert "first-talks" not in [event.id for event in atlas.happened(project.loaded())["larch-bridge"]]
    project.set("first-talks", "kind", "incident")
    assert "first-talks" in [event.id for event in atlas.happened(project.loaded())["larch-bridge"]]


def test_a_number_is_of_the_kind_its_claim_gives_it(untouched: Project) -> None:
    (group,) = matters.groups(untouched.dossier())
    assert [(row.kind, [claim.id for claim in row.claims]) for row in group.rows] == [
        ("promised", ["planks-wire"]),
        ("promised", ["planks-herald"]),
        ("counted", ["bought-council"]),
        ("counted", ["bought-orrin"]),
    ]
    assert not group.disputed


def test_a_matter_without_a_count_is_not_drawn(project: Project) -> None:
    for claim in ("bought-council", "bought-orrin"):
        project.set(claim, "figures.bought", {"exact": 400, "unit": "planks"})
    assert not numbers.numbers(project.context())


def contradict(project: Project, *claims: str) -> None:
    """Let a claim without a number contradict these."""
    project.add(
        "claims/objections",
        "no-planks-orrin",
        **(project.fields_of("planks-wire") | {"says": "No mending was promised.", "by": "orrin", "figures": {}}),
    )
    for claim in claims:
        project.add(
            "comparisons",
            f"against-{claim}",
            claims=[claim, "no-planks-orrin"],
            relation="differs",
            differs="contradicts",
            says="One tells of a promise, the other of none.",
        )


def test_who_contradicts_a_number_without_one_stands_beside_it_in_words(project: Project) -> None:
    contradict(project, "planks-wire", "planks-herald")
    (group,) = matters.groups(project.loaded())
    assert [(row.figure, row.claims[0].id) for row in group.rows if not row.figure] == [(None, "no-planks-orrin")]
    assert group.disputed


@pytest.mark.parametrize("contradicted", [["planks-wire"], ["planks-herald"]])
def test_who_gives_the_number_too_is_not_told_to_contradict_it(project: Project, contradicted: list[str]) -> None:
    contradict(project, *contradicted)
    project.set("no-planks-orrin", "by", project.fields_of(contradicted[0])["by"])
    (group,) = matters.groups(project.loaded())
    assert not group.disputed


def test_who_contradicts_one_of_two_that_give_a_number_contradicts_something_else(project: Project) -> None:
    contradict(project, "planks-wire")
    project.set("planks-herald", "figures.planks", project.fields_of("planks-wire")["figures"]["planks"])
    (group,) = matters.groups(project.loaded())
    assert not group.disputed


def test_zero_negative_and_equal_values_are_drawn_inside() -> None:
    for values in ([0, 0], [-20, -5], [7, 7], [-3, 8], [0, 1e9]):
        figures = [Figure(exact=value, unit="planks") for value in values]
        scale = numbers.Scale.of(figures, 10, 110)
        for figure in figures:
            assert 10 <= scale.span(figure)[0] <= scale.span(figure)[1] <= 110
        assert 10 <= scale.at(0) <= 110
    open_ended = [
        Figure(at_least=-5, unit="planks"),
        Figure(up_to=-20, unit="planks"),
        Figure(about=-100, unit="planks"),
    ]
    scale = numbers.Scale.of(open_ended, 10, 110)
    for figure in open_ended:
        assert 10 <= min(scale.span(figure)) <= max(scale.span(figure)) <= 110


def test_pictures_of_odd_numbers_keep_within_the_edge(project: Project) -> None:
    for claim, figure in (("bought-council", {"exact": 0}), ("bought-orrin", {"up_to": -20})):
        project.set(claim, "figures.bought", figure | {"unit": "planks", "counted": "planks-mended"})
    for svg in ElementTree.fromstring(numbers.numbers(project.context())).iterfind(local("svg")):
        if svg.get("viewBox"):
            width = float(str(svg.get("width")))
            at = [float(circle.get("cx", 0)) for circle in svg.iterfind(local("circle"))]
            assert at
            assert all(0 <= x <= width for x in at)


def test_every_claim_of_the_source_travels_once(untouched: Project) -> None:
    dossier = untouched.dossier()
    source = dossier.about.primary[0]
    travelled = [claim.id for route in routes.routes(untouched.dossier(), source) for claim in route.claims]
    assert sorted(travelled) == sorted(c.id for c in dossier.claims.values() if c.source == source)


def test_nothing_is_drawn_of_a_source_without_claims(project: Project) -> None:
    project.add(
        "sources", "quiet", **project.fields_of("gazette-article") | {"title": "Another page", "url": "unknown"}
    )
    project.page("more.md", '# More\n\n{{ source("quiet") }}\n')
    assert chain.chain(project.context(), "quiet") == ""


def test_a_day_has_its_timed_events_first(project: Project) -> None:
    first, second, third = list(project.dossier().events)[:3]
    for id_, when in ((first, "2031-04-02"), (second, "2031-04-02T14:00"), (third, "2031-04-02/2031-04-05")):
        project.set(id_, "when", when)
    found = {d.when.text: [e.id for e in d.events] for d in days.of(list(project.dossier().events.values())[:3])}
    assert found == {"2031-04-02": [second, first], "2031-04-02/2031-04-05": [third]}


def test_the_line_is_broken_where_nothing_is_told_of_for_long(project: Project) -> None:
    event = next(e for e in project.dossier().events.values() if e.when != "unknown")
    project.set(event.id, "when", "2027-03-01")
    assert "stroke-dasharray" in timeline.timeline(project.context())
    assert "About 3 years later" in timeline.timeline(project.context())


def test_the_source_itself_is_told_from_where_the_words_arrive(untouched: Project) -> None:
    drawn = chain.chain(untouched.context(), untouched.dossier().about.primary[0])
    assert " in its own voice</text>" in drawn


def test_what_the_source_asserts_itself_has_no_source_named(project: Project) -> None:
    source = project.dossier().about.primary[0]
    outlet = project.dossier().sources[source].outlet
    ways = {(route.speaker == outlet, route.way[0]) for route in routes.routes(project.dossier(), source)}
    assert (True, routes.NO_SOURCE) in ways
    assert (True, routes.DIRECT) not in ways
    assert (False, routes.NO_SOURCE) not in {way for way in ways if way[1] != routes.NO_SOURCE}
    drawn = chain.chain(project.context(), source)
    assert "No source named" in drawn
    assert "The broadest band" in drawn
    assert "first hand" not in drawn.lower()


def test_the_way_of_words_is_told_as_the_claim_has_it(project: Project) -> None:
    source = project.dossier().about.primary[0]
    claim = next(c for c in project.dossier().claims.values() if c.source == source and c.by == ["vane"])
    for given, way in ((["tin-radio"], ("tin-radio",)), ("unknown", (routes.NOT_SAID,)), ([], (routes.DIRECT,))):
        project.set(claim.id, "chain", given)
        found = routes.routes(project.dossier(), source)
        assert next(route.way for route in found if claim.id in {c.id for c in route.claims}) == way


def test_a_time_of_day_that_a_claim_gives_is_set_on_the_hours_of_its_day(project: Project) -> None:
    dossier = project.dossier()
    day = next(day for day in days.of(list(dossier.events.values())) if "bridge-talks" in {e.id for e in day.events})
    told = hours.told(dossier, day)
    assert [(time, claim.id) for time, claim in told] == [
        (figure.time, claim)
        for claim in dossier.events["bridge-talks"].claims
        for figure in dossier.claims[claim].figures.values()
        if figure.time
    ]
    assert told


def test_the_time_at_which_something_was_counted_is_no_hour_of_its_day(project: Project) -> None:
    day = next(day for day in days.of(list(project.dossier().events.values())) if "bridge-talks" in str(day.events))
    project.set("start-gazette", "says", "At {start} there were {there} planks, and there was {channel}.")
    planks = {"exact": 12, "unit": "planks"}
    for there, times in ((planks, ["14:43"]), (planks | {"as_of": "2031-04-02T14:43"}, [])):
        project.set("start-gazette", "figures.there", there)
        assert [time for time, claim in hours.told(project.loaded(), day) if claim.id == "start-gazette"] == times


@pytest.mark.parametrize(("act", "words"), [("states", "by Tessel’s word"), ("opines", "in Tessel’s view")])
def test_who_did_something_by_anothers_word_is_named_as_told_and_stands_in_brackets(
    project: Project, act: str, words: str
) -> None:
    event = {"title": "Attack on a plank", "kind": "attack", "when": "2031-04-02", "claims": ["planks-orrin"]}
    project.add("events", "hole", **event, who=["tessel"])
    drawn = timeline.timeline(project.context())
    assert words not in drawn
    assert ">(</text>" not in drawn
    project.drop("hole", "who")
    project.set("planks-orrin", "of", ["ombra"])
    project.set("planks-orrin", "act", act)
    drawn = timeline.timeline(project.context())
    assert f"Ombra, {words}" in " ".join(re.sub("<[^>]*>", "", drawn).split())
    assert ">(</text>" in drawn
    assert "told of it. A sign in brackets: " in drawn


def test_the_scale_of_hours_holds_the_times() -> None:
    scale = hours.Scale.of(["14:43", "15:57"], 0, 120)
    assert scale.hours() == [14, 15, 16]
    assert scale.at(hours.minutes("15:00")) == 60
    assert hours.Scale.of(["23:30"], 0, 120).hours() == [23, 24, 25]


def test_the_line_is_to_scale_unless_it_is_broken() -> None:
    def gap(*dates: str) -> days.Gap:
        return days.gaps([days.Day(timeline.When(text), ()) for text in dates])[-1]

    assert gap("2031-04-01", "2031-04-05") == days.Gap(4, loose=False, broken=False)
    assert gap("2031-04-01", "2031-06-05").broken
    assert gap("2031-04", "2031-06-05").loose
    # A month tells nothing of the time around a day within it.
    assert gap("2031-04-01", "2031-04", "2031-04-05").days == 4
    assert gap("2031-04-10", "2031-04").days == 0
    # While something goes on, the line is not broken.
    assert not gap("2031-04-01/2031-12-01", "2031-06-05").broken


def test_what_happened_and_what_was_said_stand_in_two_lanes(untouched: Project) -> None:
    dossier = untouched.dossier()
    happened, said = timeline.Sheet(untouched.context(), frame.Drawing(680)).lanes()
    assert happened.right < said.left
    assert said.holds(dossier, dossier.events["vane-briefing"])
    assert happened.holds(dossier, dossier.events["bridge-talks"])


def test_what_a_party_tells_of_anothers_refusal_is_no_refusal_of_its_own(project: Project) -> None:
    project.set("planks-vane", "act", "declines")
    dossier = project.loaded()
    claim = dossier.claims["planks-vane"]
    (party,) = dossier.parties_of(claim)
    assert stands.acts(dossier, party, [claim]) == ["declines"]
    other = next(side for side in dossier.sides if side != party)
    project.set("planks-vane", "of", [other])
    dossier = project.loaded()
    assert stands.acts(dossier, party, [dossier.claims["planks-vane"]]) == ["states"]


def test_the_picture_of_who_says_what_shows_disputes_alone_and_no_more_than_asked_for(project: Project) -> None:
    dossier = project.dossier()
    assert [point.id for point in stands.shown(dossier, 12)] == ["planks-number"]
    assert stands.shown(dossier, 0) == []


def test_on_a_page_from_right_to_left_a_picture_keeps_its_sides_and_a_line_runs_as_its_words_do(untouched: Project):
    context = untouched.context()
    locale.use("ar")
    try:
        drawn = ElementTree.fromstring(DRAWN["chain"](context))
    finally:
        locale.use("en")
    outer = [svg for svg in drawn.iterfind(local("svg")) if svg.get("role") == "group"]
    assert [svg.get("direction") for svg in outer] == ["ltr"] * len(frame.WIDTHS)
    assert {text.get("unicode-bidi") for text in drawn.iterfind(local("text"))} == {"plaintext"}
