"""Who read yesterday and comes back after a correction sees the correction, on a host that says nothing of caching."""

from __future__ import annotations

import pytest

from macros.record.addresses import address

from .browsing import DESKTOP, FLAGS, Quiet, program, served, until

pytestmark = pytest.mark.browser

LONG_AGO = "Mon, 06 Jan 2020 08:00:00 GMT"  # so old that a browser keeps a page for months by its own rule


class Plain(Quiet):
    """Says when files were changed and no more; its folder is exchanged as a site is published anew."""

    def translate_path(self, path):
        self.directory = str(self.server.site.folder)
        return super().translate_path(path)

    def send_header(self, keyword, value):
        super().send_header(keyword, LONG_AGO if keyword == "Last-Modified" else value)

    def do_GET(self):  # noqa: N802 (as the library calls it)
        if not self.path.startswith("/sitemap.xml") or not self.server.mapped:
            return super().do_GET()
        base = f"http://127.0.0.1:{self.server.server_port}/"
        urls = "".join(f"<url><loc>{base}{url}</loc></url>" for url in self.server.site.pages if url != "404.html")
        text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
        return None


@pytest.fixture
def server(corrected):
    with served(Plain) as running:
        running.site, running.mapped = corrected.before, False
        running.home = f"http://127.0.0.1:{running.server_port}/"
        yield running


@pytest.fixture
def reader(chromium, tmp_path):
    """A browser with a profile that outlives it."""

    def opens(**settings):
        return chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=program(), args=FLAGS, viewport=DESKTOP, **settings
        )

    return opens


def with_card_of(site, claim, home):
    """A page other than its own that shows a claim's card."""
    return next(
        page.url
        for page in site.pages.values()
        if page.url not in (home, "404.html")
        and page.root.xpath(f"//article//a[@data-card][substring-after(@href, '#')='{claim}']")
    )


def search(page, words):
    """The words of the results."""
    page.mouse.move(300, 300)
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words, delay=30)
    page.wait_for_timeout(1500)
    return " ".join(page.locator(".md-search-result__item").all_inner_texts())


def card(page, claim):
    page.locator(f"article a[data-card][href$='#{claim}']:visible").first.hover()
    page.locator(".card").wait_for()
    return page.locator(".card").inner_text()


def test_page_card_and_search_show_the_correction(reader, server, corrected):
    record, claim, old, new, _, today = corrected
    home = address(record, claim).page
    other = with_card_of(server.site, claim, home)
    article = "document.querySelector('article').textContent"
    with reader() as yesterday:
        page = yesterday.new_page()
        page.goto(server.home + home)
        assert old in page.evaluate(article)
        book = page.locator(".downloads a").first.get_attribute("href")
        page.goto(server.home + other)
        assert old in card(page, claim)
        assert search(page, new) == ""
    server.site = today
    with reader(java_script_enabled=False) as stale:  # what is kept is old indeed, and a browser does not ask
        page = stale.new_page()
        page.goto(server.home + home)
        assert old in page.locator("article").first.inner_text()
        assert new not in page.content()
    with reader() as back:
        page = back.new_page()
        page.goto(server.home + home)
        page.locator("article", has_text=new).first.wait_for()
        assert page.locator(".downloads a").first.get_attribute("href") != book
        page.goto(server.home + other)
        (mark,) = today.pages[other].root.xpath("//script/@data-text")
        page.locator(f"script[data-text='{mark}']").wait_for(state="attached")
        assert new in card(page, claim)
        assert search(page, new)


def test_a_page_that_is_fetched_into_another_shows_it_too(chromium, server, corrected):
    record, claim, old, new, _, today = corrected
    home = address(record, claim).page
    server.mapped = True
    context = chromium.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(server.home + home)
    assert old in page.locator("article").first.text_content()
    page.goto(server.home + "points/")
    page.evaluate("window.same = true")
    page.mouse.move(300, 300)
    until(page, "window.document$ !== undefined")
    page.wait_for_timeout(500)
    server.site = today
    link = page.locator(f"article a[href^='{home.removeprefix('points/')}'], article a[href$='{home}']").first
    link.evaluate("link => { link.closest('details')?.setAttribute('open', ''); link.click() }")
    page.wait_for_url(f"**/{home}**")
    until(page, f"document.querySelector('article').textContent.includes('{new}')")
    assert page.evaluate("window.same") is True
    context.close()
