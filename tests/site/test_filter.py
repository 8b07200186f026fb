"""The form that narrows lists of claims, in Chromium."""

from __future__ import annotations

import pytest

from macros.record.dossier import Dossier

from .browsing import until
from .test_browser import DESKTOP, address, chromium  # noqa: F401 (fixtures)

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, address):  # noqa: F811
    context = chromium.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(address + "record/")
    page.mouse.move(300, 300)
    until(page, "document.querySelector('form.filters').started === true")
    yield page
    context.close()


def shown(page):
    return page.locator("article.claim:visible").count()


def test_it_narrows_counts_and_keeps_the_choice_in_the_address(page, record: Dossier):
    topic = next(topic.id for topic in record.about.topics if record.points_on[topic.id])
    wanted = sum(record.points[claim.point].topic == topic for claim in record.claims.values())
    page.select_option("form.filters [name=topic]", topic)
    assert shown(page) == wanted
    assert page.inner_text("form.filters output").startswith(f"{wanted} of {len(record.claims)}")
    assert page.url.endswith(f"?topic={topic}")
    side = record.sides[0]
    both = sum(
        record.points[claim.point].topic == topic and side in record.parties_of(claim)
        for claim in record.claims.values()
    )
    page.select_option("form.filters [name=party]", side)
    assert shown(page) == both
    page.reload()
    until(page, "document.querySelector('form.filters').started === true")
    assert shown(page) == both


def test_parts_with_nothing_left_are_hidden_and_come_back(page, record: Dossier):
    topic = record.about.topics[-1]
    page.select_option("form.filters [name=topic]", topic.id)
    headings = page.locator("article h2:visible").all_inner_texts()
    titles = {topic.title for topic in record.about.topics}
    assert [heading for heading in (h.strip("#¶ \n") for h in headings) if heading in titles] == [topic.title]
    page.click("form.filters [type=reset]")
    until(page, f"document.querySelectorAll('article.claim:not([hidden])').length === {len(record.claims)}")
    assert page.url.endswith("/record/")


def test_it_orders_by_date_and_back(page):
    first = page.locator("article.claim").first.get_attribute("id")
    page.select_option("form.filters [name=order]", "date")
    dates = page.eval_on_selector_all(".ordered [data-act]", "all => all.map(one => one.dataset.date || '9')")
    assert dates == sorted(dates)
    page.select_option("form.filters [name=order]", "")
    assert page.locator("article.claim").first.get_attribute("id") == first


def test_an_entry_asked_for_is_shown_whatever_the_choice(chromium, address, record: Dossier):  # noqa: F811
    first, last = record.about.topics[0].id, record.about.topics[-1].id
    claim = next(claim.id for claim in record.claims.values() if record.points[claim.point].topic == last)
    page = chromium.new_page()
    page.goto(f"{address}record/?topic={first}#{claim}")
    page.locator(f"[id='{claim}']").wait_for(state="visible")
    page.close()


def test_without_scripts_the_list_is_whole_and_the_form_is_not_there(chromium, address, record: Dossier):  # noqa: F811
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "record/")
    assert shown(page) == len(record.claims)
    assert not page.locator("form.filters").is_visible()
    context.close()
