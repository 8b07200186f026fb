"""A figure stands in one line of the record: changed there, it changes wherever the claim is shown and nowhere else."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from macros.record.addresses import address

from .conftest import Page


@pytest.fixture(params=["corrected", pytest.param("corrected_draft", marks=pytest.mark.slow)])
def change(request):
    """A small dossier, and the real one."""
    return request.getfixturevalue(request.param)


def count(page: Page, number: str) -> int:
    """How often a number stands in what a reader sees."""
    return len(re.findall(rf"(?<![\d,.]){re.escape(number)}(?!\d|,\d)", page.words()))


def test_the_figure_is_shown_in_several_places(change):
    assert sum(count(page, change.new) for page in change.after.pages.values()) > 1


def test_every_place_where_the_claim_is_shown_has_changed(change):
    """Neither the claim's entry nor a link to it with its figure keeps the old number."""
    claim, pages = change.claim, change.after.pages
    entry = pages[address(change.record, claim).page].root.xpath(f"//*[@id='{claim}']//*[contains(@class, 'says')]")[0]
    assert change.new in entry.text_content()
    assert change.old not in entry.text_content()
    for page in pages.values():
        for link in page.root.xpath(f"//a[@data-card][substring-after(@href, '#')='{claim}'][contains(@class, 'ref')]"):
            assert change.old not in link.text_content(), page.url


def test_each_page_lost_the_old_number_as_often_as_it_got_the_new(change):
    before, after = change.before.pages, change.after.pages
    assert before.keys() == after.keys()
    for url, page in after.items():
        assert count(before[url], change.old) - count(page, change.old) == count(page, change.new), url


def test_nothing_else_has_changed(change):
    """With the new number put back, every page reads as it did."""
    for url, page in change.after.pages.items():
        before, now = Counter(change.before.pages[url].words().split()), Counter(page.words().split())
        gone, come = before - now, now - before
        assert {word.strip("().,;:“”") for word in come} <= {change.new}, url
        assert {word.strip("().,;:“”") for word in gone} <= {change.old}, url
