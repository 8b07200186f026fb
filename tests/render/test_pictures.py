from __future__ import annotations

from xml.etree import ElementTree

import pytest

from macros.render.pictures import atlas, chain, frame, numbers, shapes, stands, timeline
from tests.conftest import Project

DRAWN = {
    "timeline": timeline.timeline,
    "map": atlas.atlas,
    "stands": stands.stands,
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
                assert "#" in str(mark.get("href"))


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
    monkeypatch.setattr(atlas, "_land", lambda: [[(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)]])
    (ring,) = atlas.clipped(atlas.Box(0, 0, 20, 20))
    assert set(ring) == {(0, 0), (10, 0), (10, 10), (0, 10)}


def test_land_beyond_the_date_line_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atlas, "_land", lambda: [[(170.0, 0.0), (190.0, 0.0), (190.0, 10.0), (170.0, 10.0)]])
    (ring,) = atlas.clipped(atlas.Box(-180, -5, -160, 20))
    assert {x for x, _ in ring} == {-180, -170}


def test_far_places_are_set_apart(untouched: Project) -> None:
    place = next(iter(untouched.dossier().places.values()))
    at = [
        place.model_copy(
            update={
                "id": str(lon),
                "coordinates": atlas.Coordinates(lat=50, lon=lon, precision="city", origin="x"),
            }
        )
        for lon in (20, 21, 22, 23, 90)
    ]
    assert [p.id for p in atlas.nearest(at)] == ["20", "21", "22", "23"]


def test_a_number_is_of_the_kind_its_claim_gives_it(untouched: Project) -> None:
    (group,) = numbers.groups(untouched.context())
    assert [(row.kind, [claim.id for claim in row.claims]) for row in group.rows] == [
        ("promised", ["planks-wire"]),
        ("promised", ["planks-herald"]),
        ("counted", ["bought-council"]),
        ("counted", ["bought-orrin"]),
    ]


def test_a_matter_without_a_count_is_not_drawn(project: Project) -> None:
    for claim in ("bought-council", "bought-orrin"):
        project.set(claim, "figures.bought", {"exact": 400, "unit": "planks"})
    assert not numbers.numbers(project.context())


def test_every_claim_of_the_source_travels_once(untouched: Project) -> None:
    dossier = untouched.dossier()
    source = dossier.about.primary[0]
    travelled = [claim.id for route in chain.routes(untouched.context(), source) for claim in route.claims]
    assert sorted(travelled) == sorted(c.id for c in dossier.claims.values() if c.source == source)


def test_a_day_has_its_timed_events_first(project: Project) -> None:
    first, second, third = list(project.dossier().events)[:3]
    for id_, when in ((first, "2031-04-02"), (second, "2031-04-02T14:00"), (third, "2031-04-02/2031-04-05")):
        project.set(id_, "when", when)
    found = {d.when.text: [e.id for e in d.events] for d in timeline.dates(list(project.dossier().events.values())[:3])}
    assert found == {"2031-04-02": [second, first], "2031-04-02/2031-04-05": [third]}


def test_the_line_is_broken_where_nothing_is_told_of_for_long(project: Project) -> None:
    event = next(e for e in project.dossier().events.values() if e.when != "unknown")
    project.set(event.id, "when", "2027-03-01")
    assert "stroke-dasharray" in timeline.timeline(project.context())
    assert "About 3 years later" in timeline.timeline(project.context())


def test_the_source_itself_is_told_from_where_the_words_arrive(untouched: Project) -> None:
    drawn = chain.chain(untouched.context(), untouched.dossier().about.primary[0])
    assert " in its own voice</text>" in drawn
