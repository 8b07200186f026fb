"""Cards in Chromium: by pointer, keyboard and finger, over http and from a folder, and without scripts."""

from __future__ import annotations

import pytest

from .browsing import DESKTOP, PHONE

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


def test_a_first_tap_opens_the_card_and_its_link_leads_on(chromium, home):
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(home)
    page.touchscreen.tap(5, 300)  # the first sign of a reader brings the scripts
    page.wait_for_timeout(800)
    link = page.locator(LINK).first
    target = link.get_attribute("href").split("#")[1]
    before = page.url
    link.tap()
    page.locator(".card").wait_for()
    assert page.url == before
    page.locator(".card a").tap()
    page.wait_for_url(f"**#{target}")
    context.close()


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


def test_every_card_link_has_a_card(site):
    script = (site.folder / "assets/cards.js").read_text("utf-8")
    links = [link for page in site.pages.values() for link in page.root.xpath("//a[@data-card]")]
    named = {link.get("data-card") or link.get("href").rpartition("#")[2] for link in links}
    assert {name for name in named if f'"{name}":' not in script} == set()
