"""Helpers for tests that drive a browser."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page

from macros.site import search
from tests.conftest import REAL

PHONE = {"width": 375, "height": 812}
DESKTOP = {"width": 1280, "height": 900}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCRIPTS = REAL / "docs/assets/javascripts"
# What the search is made of, in the order in which it is loaded: first what knows no index, then what does.
LIBRARIES = ("vendor/minisearch.min.js", "vendor/stemmers.js", "search/words.js")
ENGINE = ("search/store.js", "search/query.js", "search/answer.js", "search/engine.js")


def program() -> str | None:
    """The browser to drive, as scripts/system.sh looks for it; `DOSSIER_CHROMIUM` names another."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("DOSSIER_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        pass


@contextmanager
def served(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[ThreadingHTTPServer]:
    """A server on this machine, at a port of its own, while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def until(page: Page, condition: str, seconds: float = 10) -> None:
    """Wait until a JavaScript condition holds. Playwright's own way evaluates in the page, which the policy refuses."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        page.wait_for_timeout(50)


def load_search(page: Page, folder: Path) -> None:
    """Put the engine on an empty page, and then the whole index that `search.write` left in a folder."""
    for name in (*LIBRARIES, *ENGINE):
        page.add_script_tag(path=SCRIPTS / name)
    first = folder / search.FILE
    for script in (first, *sorted(set(first.parent.glob("*.js")) - {first})):
        page.add_script_tag(path=script)
