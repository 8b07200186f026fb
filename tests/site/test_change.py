"""A figure stands in one line of the record: changed there, it changes wherever the claim is shown and nowhere else."""

from __future__ import annotations

import re
from collections import Counter

from macros.record.addresses import address

from .conftest import Page


def count(page: Page, number: str) -> int:
    """How often a number stands in what a reader sees."""
    return len(re.findall(rf"(?<![\d,.]){re.escape(number)}(?!\d|,\d)", page.words()))


def test_the_figure_is_shown_in_several_places(change):
    _, _, new, after = change
    assert sum(count(page, new) for page in after.pages.values()) > 1


def test_every_place_where_the_claim_is_shown_has_changed(change, record):
    """Neither the claim's entry nor a link to it with its figure keeps the old number."""
    claim, old, new, after = change
    entry = after.pages[address(record, claim).page].root.xpath(f"//*[@id='{claim}']//*[contains(@class, 'says')]")[0]
    assert new in entry.text_content()
    assert old not in entry.text_content()
    for page in after.pages.values():
        for link in page.root.xpath(f"//a[@data-card][substring-after(@href, '#')='{claim}'][contains(@class, 'ref')]"):
            assert old not in link.text_content(), page.url


def test_each_page_lost_the_old_number_as_often_as_it_got_the_new(change, site):
    _, old, new, after = change
    assert site.pages.keys() == after.pages.keys()
    for url, page in after.pages.items():
        assert count(site.pages[url], old) - count(page, old) == count(page, new), url


def test_nothing_else_has_changed(change, site):
    """With the new number put back, every page reads as it did."""
    _, old, new, after = change
    for url, page in after.pages.items():
        before, now = Counter(site.pages[url].words().split()), Counter(page.words().split())
        gone, come = before - now, now - before
        assert {word.strip("().,;:“”") for word in come} <= {new}, url
        assert {word.strip("().,;:“”") for word in gone} <= {old}, url
