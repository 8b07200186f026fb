""" "Cite" copies a sentence, and says so in the words of the catalog, which stand once on a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.locale import text

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, address, record):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}points/{next(iter(record.points))}/")
    yield page
    context.close()


def test_opening_it_copies_the_sentence_and_says_so(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fold = page.locator("details.cite").first
    fold.locator("summary").click()
    expect(page.locator("details.cite [role=status]").first).not_to_be_empty()
    assert fold.get_by_role("status").first.text_content().strip() == text("cite.copied")
    assert fold.get_by_role("button").first.text_content() == text("cite.copy")
    assert page.evaluate("navigator.clipboard.readText()") == fold.locator(".cited").first.text_content()


def test_where_nothing_can_be_copied_it_says_so(page):
    page.evaluate("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false")
    page.locator("details.cite summary").first.click()
    expect(page.locator("details.cite [role=status]").first).not_to_be_empty()
    assert page.locator("details.cite [role=status]").first.text_content().strip() == text("cite.failed")


def test_the_words_stand_once_on_a_page(own_pages):
    for page in own_pages:
        assert page.source.count("data-copied") == 1, page.url
