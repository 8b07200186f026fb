"""The parts of the search index, in Chromium: however late a slow line brings them, a reader finds what is there."""

from __future__ import annotations

import re
import time
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REST = re.compile(r"/search/index-\d")
WAIT = 0.5  # seconds that the later parts are late


def test_a_name_in_another_script_waits_for_the_part_that_has_its_bearer(chromium, address, record):
    person, name = next(
        (person, own.text)
        for person in record.people.values()
        for own in person.own_names
        if not own.text.isascii() and not re.match("[A-Za-z]", own.text)
    )
    context = chromium.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def late(route):
        time.sleep(WAIT)
        route.continue_()

    page.route(REST, late)
    page.goto(f"{address}?q={quote(name)}")
    expect(page.locator(".search-title").first).to_contain_text(person.name, timeout=15_000)
    context.close()
    assert wrong == []
