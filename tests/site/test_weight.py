"""What a first visit costs: bytes and requests with an empty cache, as a server that compresses sends them."""

from __future__ import annotations

import gzip
import re
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from .browsing import served

pytestmark = pytest.mark.browser

BYTES = 100_000
HOME = 40 * 1024
REQUESTS = 10
AT_A_TIME = 5  # pages that are opened together: most of a visit is waiting whether anything more is asked for
SCREENS = ({"width": 1280, "height": 800}, {"width": 412, "height": 823})
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


class Compressing(SimpleHTTPRequestHandler):
    """Serves files, text compressed, and notes what it sent."""

    sent: list[tuple[str, int]]

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent.append((self.path, len(body)))

    def log_message(self, *_):
        pass


@contextmanager
def compressing(site):
    """The site as a web server sends it; `sent` lists what it sent."""
    sent: list[tuple[str, int]] = []
    handler = type("Handler", (Compressing,), {"sent": sent})
    with served(partial(handler, directory=str(site.folder))) as running:
        running.sent = sent
        yield running


@pytest.fixture(scope="module")
def visits(sample, site, chromium):
    """By page of the sample and width: what a first visit sent, and how far the layout shifted."""
    first = [(page.url, screen) for page in sample for screen in SCREENS]
    found = {}
    for begin in range(0, len(first), AT_A_TIME):
        with ExitStack() as stack:
            opened = []
            for url, screen in first[begin : begin + AT_A_TIME]:
                server = stack.enter_context(compressing(site))
                page = stack.enter_context(chromium.new_page(viewport=screen))
                page.add_init_script(
                    "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) "
                    "window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
                )
                page.goto(f"http://127.0.0.1:{server.server_port}/{url}", wait_until="commit")
                opened.append(((url, screen["width"]), server, page))
            for _, _, page in opened:
                page.wait_for_load_state("networkidle")
            sent = {visit: list(server.sent) for visit, server, _ in opened}
            for _, _, page in opened:
                page.mouse.move(50, 50)  # wakes the scripts that wait
            page.wait_for_timeout(300)
            found |= {visit: (sent[visit], page.evaluate("window.shift")) for visit, _, page in opened}
    return found


def test_a_first_visit_is_light(visits):
    heavy = []
    for (url, width), (sent, _) in visits.items():
        total, requests = sum(size for _, size in sent), len(sent)
        if total > (BYTES if url else HOME) or requests > REQUESTS:
            heavy.append((url or "home", width, total, requests, sorted(sent, key=lambda item: -item[1])[:4]))
    assert not heavy


def test_the_layout_does_not_shift(visits):
    assert {visit: shift for visit, (_, shift) in visits.items() if shift > 0.001} == {}


def test_search_is_loaded_when_it_is_wanted(site, chromium):
    with compressing(site) as server, chromium.new_page() as page:
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
        assert not [path for path, _ in server.sent if re.search(r"bundle|search/|minisearch", path)]
        page.keyboard.press("/")
        page.keyboard.type("bodies", delay=60)
        page.locator(".md-search-result__item").first.wait_for(timeout=8000)
        assert [path for path, _ in server.sent if "bundle" in path]
