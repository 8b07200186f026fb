"""The form that narrows the index of questions, in Chromium."""

from __future__ import annotations

import pytest

from macros.record.dossier import Dossier
from macros.render.questions import fields

from .browsing import DESKTOP, until

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, address):
    context = chromium.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(address + "points/")
    started(page)
    page.click("form.filters summary")
    yield page
    context.close()


def started(page):
    page.mouse.move(300, 300)
    until(page, "document.querySelector('form.filters').started === true")


def shown(page):
    return page.locator("ul.questions > li:not([hidden])").count()


def test_it_narrows_counts_and_keeps_the_choice_in_the_address(page, record: Dossier):
    points = record.points.values()
    topic = next(topic.id for topic in record.about.topics if record.points_on[topic.id])
    page.select_option("form.filters [name=topic]", topic)
    assert shown(page) == len(record.points_on[topic])
    assert page.inner_text("form.filters output") == f"{shown(page)} of {len(record.points)} questions"
    assert page.url.endswith(f"?topic={topic}")
    side = record.sides[0]
    both = sum(point.topic == topic and side in fields(record, point)["party"] for point in points)
    page.select_option("form.filters [name=party]", side)
    assert shown(page) == both
    page.reload()
    started(page)
    assert shown(page) == both


def test_words_narrow_it_and_spelling_marks_do_not_matter(page, record: Dossier):
    page.fill("form.filters [name=words]", "TÜRKIYE")
    wanted = [point for point in record.points.values() if "türkiye" in point.question.lower()]
    assert shown(page) >= len(wanted) > 0
    page.fill("form.filters [name=words]", "zzzz")
    assert shown(page) == 0
    assert page.locator("details.topic:visible").count() == 0


def test_topics_with_something_left_are_open_and_the_others_come_back(page, record: Dossier):
    topics = [topic for topic in record.about.topics if record.points_on[topic.id]]
    page.select_option("form.filters [name=topic]", topics[-1].id)
    assert page.locator("details.topic:visible").count() == 1
    assert page.locator(f"#{topics[-1].id} li").first.is_visible()
    page.click("form.filters [type=reset]")
    until(page, f"document.querySelectorAll('.questions > li:not([hidden])').length === {len(record.points)}")
    assert page.locator("details.topic:visible").count() == len(topics)
    assert page.url.endswith("/points/")


def test_a_topic_asked_for_by_its_address_is_open(chromium, address, record: Dossier):
    topic = record.about.topics[-1].id
    page = chromium.new_page()
    page.goto(f"{address}points/#{topic}")
    page.locator(f"#{topic} li").first.wait_for(state="visible")
    page.close()


def test_without_scripts_the_list_is_whole_and_the_form_is_not_there(chromium, address, record: Dossier):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "points/")
    assert shown(page) == len(record.points)
    assert not page.locator("form.filters").is_visible()
    context.close()
