"""The site in Chromium: it asks nobody else for anything, complains of nothing and fits a small phone."""

from __future__ import annotations

import pytest

from .browsing import DESKTOP, PHONE

pytestmark = pytest.mark.browser


def visited(chromium, address, urls, **settings):
    """Every page in one context: what it asked for elsewhere, and what the console complained of."""
    context = chromium.new_context(**settings)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    for url in urls:
        page.goto(address + url, wait_until="load")
        yield url, page
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [
        pytest.param(PHONE, "dark", id="phone-dark"),
        pytest.param(DESKTOP, "light", id="desktop-light"),
        pytest.param(PHONE, "light", id="phone-light", marks=pytest.mark.slow),
        pytest.param(DESKTOP, "dark", id="desktop-dark", marks=pytest.mark.slow),
    ],
)
def test_no_page_asks_another_host_or_complains(chromium, address, sample, scheme, viewport):
    urls = [page.url for page in sample]
    for _, page in visited(chromium, address, urls, color_scheme=scheme, viewport=viewport):
        page.mouse.wheel(0, 5000)
    assert urls


def test_no_page_scrolls_sideways_on_a_small_phone(chromium, address, sample):
    wide = {}
    for url, page in visited(chromium, address, [page.url for page in sample], viewport={"width": 320, "height": 640}):
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[url] = width
    assert wide == {}


def test_the_scheme_is_that_of_the_system(chromium, address):
    grounds = {}
    for scheme in ("light", "dark"):
        for _, page in visited(chromium, address, [""], color_scheme=scheme):
            grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds["light"] != grounds["dark"]


def test_a_page_is_whole_without_scripts(chromium, address, sample):
    """What a reader needs is in the page itself."""
    for url, page in visited(chromium, address, ["", "points/", sample[-1].url], java_script_enabled=False):
        assert page.locator("h1").is_visible()
        assert len(page.locator("article").first.inner_text()) > 200, url
