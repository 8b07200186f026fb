"""Cards in Chromium: by pointer, keyboard and finger, over http and from a folder, and without scripts."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urljoin

import pytest

from .browsing import DESKTOP, PHONE
from .conftest import BASE

pytestmark = pytest.mark.browser

LINK = "article a[data-card]"


@pytest.fixture(params=["http", "file"])
def home(request, address, folder):
    """The home page over http and from a folder."""
    return address if request.param == "http" else folder + "index.html"


@pytest.fixture
def page(chromium, home):
    context = chromium.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(home)
    yield page
    assert page.complaints == []
    context.close()


def test_a_pointer_opens_a_card_that_stays_while_pointed_at(page):
    link = page.locator(LINK).first
    link.hover()
    card = page.locator(".card")
    card.wait_for()
    box, words = card.bounding_box(), link.bounding_box()
    covers = box["y"] < words["y"] + words["height"] and words["y"] < box["y"] + box["height"]
    assert not covers
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=5)
    page.wait_for_timeout(600)
    assert card.is_visible()
    assert card.locator("a").get_attribute("href").endswith(link.get_attribute("href").split("#")[1])
    assert card.locator("a").text_content() == "Open the full entry"
    page.mouse.move(5, 5, steps=5)
    card.wait_for(state="detached")


def test_the_keyboard_opens_dismisses_and_leads_on(page):
    link = page.locator(LINK).first
    page.keyboard.press("Tab")
    link.focus()
    page.locator(".card").wait_for()
    assert link.get_attribute("aria-describedby") == "card"
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)
    assert page.locator(".card").count() == 0
    assert link.evaluate("element => element === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.locator(".card").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.card')")  # no second stop for the same address
    page.keyboard.press("Shift+Tab")
    target = link.get_attribute("href").split("#")[1]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{target}")


@pytest.fixture
def phone(chromium):
    """A phone that shows nothing yet."""
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_the_very_first_tap_opens_the_card_and_its_link_leads_on(phone, home):
    """Before any other sign of a reader: no scroll, no key, no touch."""
    phone.goto(home)
    target = tap(phone)
    phone.locator(".card").wait_for()
    assert "#" not in phone.url
    phone.locator(".card a").tap()
    phone.wait_for_url(f"**#{target}")


def test_a_first_tap_waits_for_a_script_that_comes_late(phone, address):
    held = []
    phone.route(re.compile(r"/javascripts/cards"), lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks it)
    phone.goto(address)
    tap(phone)
    phone.wait_for_timeout(400)
    assert phone.locator(".card").count() == 0
    held[0].continue_()
    phone.locator(".card").wait_for()
    assert "#" not in phone.url


@pytest.mark.parametrize("lost", ["/javascripts/cards[.]", "/assets/cards[.]"])
def test_a_tap_leads_on_where_the_card_cannot_be_loaded(phone, address, lost):
    phone.route(re.compile(lost), lambda route: route.abort())
    phone.goto(address)
    phone.wait_for_url(f"**#{tap(phone)}")


def test_a_first_step_of_the_keyboard_opens_the_card(page):
    link = page.locator(LINK).first
    link.evaluate("element => { element.parentElement.tabIndex = -1; element.parentElement.focus() }")
    page.keyboard.press("Tab")
    page.locator(".card").wait_for()


def test_a_card_loads_those_of_the_page_that_its_link_leads_to_alone(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    link = page.locator("article a[data-card][href*='people/']").first
    name = link.get_attribute("href").split("people/")[1].split("/")[0]
    link.hover()
    page.locator(".card").wait_for()
    assert [url.rpartition("/")[2] for url in asked if "/cards." in url and "/javascripts/" not in url] == [
        f"{name}.js"
    ]


def test_without_scripts_every_link_leads_to_its_entry(chromium, home):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    link = page.locator(LINK).first
    target = link.get_attribute("href").split("#")[1]
    link.click()
    page.wait_for_url(f"**#{target}")
    assert page.locator(f"[id='{target}']").is_visible()
    context.close()


def test_every_link_with_a_card_has_it_among_those_of_its_page(site):
    (folder,) = (site.folder / "assets").glob("cards.*")
    lacking = set()
    for page in site.pages.values():
        for link in page.root.xpath("//a[@data-card]"):
            to, _, anchor = urljoin(BASE + page.url, link.get("href")).removeprefix(BASE).partition("#")
            script = cards(folder / f"{to.strip('/') or 'index'}.js")
            if f'"{link.get("data-card") or anchor or to.strip("/").rpartition("/")[2]}":' not in script:
                lacking.add((page.url, link.get("href")))
    assert lacking == set()


@cache
def cards(path):
    return path.read_text("utf-8") if path.is_file() else ""


def tap(page):
    """Touch the first words with a card; the anchor that they lead to. Playwright's own tap may scroll first."""
    link = page.locator(LINK).first
    href, x, y, width, height = link.evaluate(
        "a => { const r = a.getClientRects()[0]; return [a.hash, r.x, r.y, r.width, r.height] }"
    )
    assert 0 < y < PHONE["height"]
    page.touchscreen.tap(x + width / 2, y + height / 2)  # which may lead to another page, with another first link
    return href[1:]
