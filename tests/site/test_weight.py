"""What a first visit costs: bytes and requests with an empty cache, as a server that compresses sends them."""

from __future__ import annotations

import gzip
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

BYTES = 100_000
HOME = 40 * 1024
REQUESTS = 10
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


@pytest.fixture(scope="module")
def server(site):
    """The site as a web server sends it; `sent` lists what it sent."""
    sent: list[tuple[str, int]] = []
    handler = type("Handler", (Compressing,), {"sent": sent})
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site.folder)))
    running.sent = sent
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()


@pytest.fixture(scope="module")
def visits(sample, server, chromium):
    """What each page of the sample sent on a first visit, and how far its layout shifted."""
    found = {}
    for url in (page.url for page in sample):
        server.sent.clear()
        page = chromium.new_page(viewport={"width": 412, "height": 823})
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) "
            "window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
        )
        page.goto(f"http://127.0.0.1:{server.server_port}/{url}", wait_until="networkidle")
        sent = list(server.sent)
        page.mouse.move(50, 50)  # wakes the scripts that wait
        page.wait_for_timeout(300)
        found[url] = sent, page.evaluate("window.shift")
        page.close()
    return found


def test_a_first_visit_is_light(visits):
    heavy = []
    for url, (sent, _) in visits.items():
        total, requests = sum(size for _, size in sent), len(sent)
        if total > (BYTES if url else HOME) or requests > REQUESTS:
            heavy.append((url or "home", total, requests, sorted(sent, key=lambda item: -item[1])[:4]))
    assert not heavy


def test_the_layout_does_not_shift(visits):
    assert {url or "home": shift for url, (_, shift) in visits.items() if shift > 0.001} == {}


def test_search_is_loaded_when_it_is_wanted(site, server, chromium):
    page = chromium.new_page()
    server.sent.clear()
    page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
    assert not [path for path, _ in server.sent if re.search(r"bundle|search/|minisearch", path)]
    page.keyboard.press("/")
    page.keyboard.type("bodies", delay=60)
    page.locator(".md-search-result__item").first.wait_for(timeout=8000)
    assert [path for path, _ in server.sent if "bundle" in path]
    page.close()
