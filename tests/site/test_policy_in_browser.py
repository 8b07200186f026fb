"""The policy in the pages, in Chromium: nothing breaks it, over http and from a folder."""

from __future__ import annotations

import re
from functools import partial

import pytest

from .browsing import DESKTOP, Quiet, served, until
from .test_cards import LINK

pytestmark = pytest.mark.browser

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", e => violations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport=DESKTOP)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    assert page.complaints == []
    assert page.evaluate("window.violations") == []
    context.close()


def test_every_page_has_the_policy_and_it_lets_no_inline_script_through(site):
    for page in site.all_pages.values():
        (policy,) = page.root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert "unsafe" not in scripts
        assert page.root.xpath("//@onclick | //@onload | //@onerror") == []
        assert "http" not in policy


@pytest.mark.parametrize("way", ["http", "file"])
def test_search_cards_and_dark_mode_work_under_it(page, address, folder, way):
    page.goto(address if way == "http" else folder + "index.html")
    page.mouse.move(200, 400)
    page.locator(LINK).first.hover()
    page.locator(".card").wait_for()
    page.keyboard.press("Escape")
    page.mouse.move(5, 5)
    before = page.evaluate("document.body.dataset.mdColorScheme")
    for _ in range(3):
        page.locator("[data-md-component=palette] label:visible").click()
        if page.evaluate("document.body.dataset.mdColorScheme") != before:
            break
    assert page.evaluate("document.body.dataset.mdColorScheme") != before
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("memorandum", delay=30)
    page.locator(".md-search-result__item a").first.wait_for()
    start = address if way == "http" else folder
    assert [url for url in page.asked if not url.startswith((start, "data:"))] == []


def test_instant_navigation_works_under_it(page, site, address):
    """It asks for a map of the site with its address, which the site gets once it has one."""

    class Mapped(Quiet):
        def do_GET(self):  # noqa: N802 (as the library calls it)
            if not self.path.startswith("/sitemap.xml"):
                return super().do_GET()
            base = f"http://127.0.0.1:{self.server.server_port}/"
            urls = "".join(f"<url><loc>{base}{url}</loc></url>" for url in site.pages if url != "404.html")
            text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)
            return None

    with served(partial(Mapped, directory=str(site.folder))) as server:
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.evaluate("window.same = true")
        page.evaluate("document.querySelector('link[rel=stylesheet]').first = true")
        page.mouse.move(300, 300)
        until(page, "window.document$ !== undefined")
        page.wait_for_timeout(500)
        for name, title in (("outcomes", "outcomes"), ("timeline", "timeline"), ("points", "questions")):
            page.locator(f".md-nav--primary a[href$='{name}/']").first.click()
            page.wait_for_url(re.compile(rf"/{name}/$"))
            until(page, f"document.title.toLowerCase().startsWith('{title}')")
            assert page.evaluate("window.same") is True
            assert page.locator("article.md-content__inner h1").is_visible()
            links = site.pages[f"{name}/"].root.xpath("//link[@rel='stylesheet']/@href")
            until(page, f"document.head.querySelectorAll('link[rel=stylesheet]').length === {len(links)}")
            assert page.evaluate("document.querySelector('link[rel=stylesheet]').first") is True  # not loaded anew
