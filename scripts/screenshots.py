"""Take the six pictures of the site that the README shows, from a built site.

    python scripts/screenshots.py site          # after `make site`

They go to docs/assets/screenshots/ as small WebP files. Chromium is the system's; DOSSIER_CHROMIUM names another.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

OUT = Path(__file__).resolve().parent.parent / "docs/assets/screenshots"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 720}


class Shot(NamedTuple):
    """A view: its file's name, the page, the window, the scheme, what to scroll to, the link to follow before."""

    name: str
    page: str
    window: dict[str, int]
    scheme: str
    at: str = ""
    follow: str = ""


SHOTS = (
    Shot("home-desktop", "", DESKTOP, "light"),
    Shot("home-phone", "", PHONE, "dark"),
    Shot("question-desktop", "differences/", DESKTOP, "light", follow=".differences a"),
    Shot("question-phone", "differences/", PHONE, "light", ".sides", follow=".differences a"),
    Shot("map-desktop", "places/", DESKTOP, "dark", "#picture-map"),
    Shot("timeline-phone", "timeline/", PHONE, "dark", "#picture-timeline"),
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def take(browser: Browser, address: str, shot: Shot) -> int:
    """Take one picture; its size in bytes."""
    context = browser.new_context(viewport=shot.window, color_scheme=shot.scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + shot.page, wait_until="networkidle")
    if shot.follow:
        page.goto(page.locator(shot.follow).first.evaluate("link => link.href"), wait_until="networkidle")
    if shot.at:
        page.locator(shot.at).first.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 70)")
        page.wait_for_timeout(1000)  # the scripts that wait for a reader, and the header
    image = Image.open(BytesIO(page.screenshot()))
    context.close()
    file = OUT / f"{shot.name}.webp"
    image.save(file, "WEBP", quality=70, method=6)
    return file.stat().st_size


def main() -> None:
    """Serve the site, take all pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=sys.argv[1]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program = os.environ.get("DOSSIER_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for shot in SHOTS:
            size = take(browser, f"http://127.0.0.1:{server.server_port}/", shot)
            print(f"{size:8,}  {shot.name}.webp")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
