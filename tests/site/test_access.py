"""Everyone can use it: axe-core finds nothing, pages zoom, text can be spaced, the keyboard gets everywhere."""

from __future__ import annotations

import os
import random
from itertools import product
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[1] / "vendor/axe-core/axe.min.js").read_text("utf-8")
RUN = """async () => (await axe.run(document, {rules: {"target-size": {enabled: true}}})).violations.map(
    v => `${v.id}: ${v.nodes.length}, such as ${v.nodes[0].html.slice(0, 200)}`)"""
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1440)
SAMPLE = 8
# WCAG 1.4.12: no content is lost when a reader sets these.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""


def opened(chromium, url, width, scheme, **settings):
    """A page as a reader has it before them, all folds open."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **settings
    )
    return go_to(context.new_page(), url)


def go_to(page, url):
    """A page at another address, all folds open."""
    page.goto(url)
    page.evaluate("document.querySelectorAll('.md-content details').forEach(fold => { fold.open = true })")
    return page


def violations(chromium, url, width, scheme):
    page = opened(chromium, url, width, scheme, bypass_csp=True)
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    page.context.close()
    return found


def cases(site):
    """Every page in every scheme and width."""
    return list(product(site.pages, SCHEMES, WIDTHS))


def check(chromium, address, chosen):
    found = {
        case: wrong
        for case in chosen
        if (wrong := violations(chromium, address + case[0], width=case[2], scheme=case[1]))
    }
    assert not found


def test_axe_finds_nothing_in_a_sample(site, address, chromium):
    seed = int(os.environ.get("DOSSIER_SEED", "1"))
    check(chromium, address, random.Random(seed).sample(cases(site), SAMPLE))


def test_axe_finds_nothing_where_tables_are_widest(chromium, address):
    check(chromium, address, list(product(["made-of/"], SCHEMES, [min(WIDTHS)])))


@pytest.mark.slow
def test_axe_finds_nothing_anywhere(site, address, chromium):
    check(chromium, address, cases(site))


def test_text_can_be_spaced(sample, address, chromium):
    """At 320 px, which is a window of 1280 px at 400%, and at 1280: nothing is cut off, nothing scrolls sideways."""
    lost = []
    page = opened(chromium, address, 320, "light", bypass_csp=True)
    for url in (each.url for each in sample):
        go_to(page, address + url).add_style_tag(content=SPACING)
        for width in (1280, 320):  # so that each is opened at 320
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"):
                lost.append((url, width))
    page.context.close()
    assert not lost


def test_the_keyboard_gets_to_everything_and_shows_where_it_is(address, chromium):
    page = opened(chromium, address, 1280, "light")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""() => {
                const at = document.activeElement, style = getComputedStyle(at), label = at.nextElementSibling;
                const shown = at.classList.contains("md-option") ? getComputedStyle(label) : style;
                return [at.tagName, at.textContent.trim().slice(0, 30), shown.outlineStyle];
            }""")
        )
    assert seen[0][1] == "Skip to content"
    hidden = [stop for stop in seen if stop[0] != "BODY" and stop[2] == "none"]
    assert not hidden
    page.context.close()


def test_names_in_other_languages_are_marked(site):
    """Letters that English does not have stand in elements that say which language they are."""
    scripts = {}
    for url, page in site.pages.items():
        for element in page.root.xpath("//main//*[not(self::script or self::style)]"):
            words = (element.text or "") if isinstance(element.tag, str) else ""
            if any("\u0370" <= letter <= "\u04ff" for letter in words):
                marked = element.xpath("ancestor-or-self::*[@lang and not(self::html)]")
                listed = element.xpath("ancestor::details")  # spellings that readers search by, of any language
                if not marked and not listed:
                    scripts.setdefault(url, []).append(words[:60])
    assert not scripts
