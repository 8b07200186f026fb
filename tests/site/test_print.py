"""Printed from the browser: a question on few sheets with the addresses of its pages, the hand-out on one."""

from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import Page

from macros.analysis.disputes import ranked

from ..book.book import text_of_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def printed(page: Page, url: str) -> list[str]:
    """The text of each sheet."""
    page.goto(url)
    data = page.pdf(format="A4")
    with pikepdf.open(BytesIO(data)) as file:
        assert file.pages
    return text_of_pages(data)


@pytest.mark.parametrize(("path", "most"), [("points/court-warrants/", 2), ("points/bodies-number/", 4)])
def test_a_question_takes_few_sheets_and_says_where_its_pages_are(address, chromium, path, most):
    page = chromium.new_page()
    sheets = printed(page, f"{address}{path}")
    page.close()
    assert len(sheets) <= most
    text = " ".join(sheets)
    assert "https://" in text
    assert "Copy" not in text


def test_what_is_folded_where_accounts_differ_is_printed(address, chromium, record):
    page = chromium.new_page()
    text = "".join("".join(printed(page, f"{address}differences/")).split())
    assert page.locator("details ul.differences > li").count()
    page.close()
    assert [point.id for point in ranked(record) if "".join(point.question.split()) not in text] == []


def test_the_hand_out_takes_one_sheet(address, chromium):
    page = chromium.new_page()
    sheets = printed(page, f"{address}handout/")
    page.close()
    assert len(sheets) == 1
    assert "The signs stand for the sides" in sheets[0]
