"""Draws the icons for the screens of phones from docs/assets/favicon.svg: `.venv/bin/python scripts/icons.py`.

Run by hand after the mark changed; needs Chromium.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ASSETS = Path(__file__).parent.parent / "docs" / "assets"
SIZES = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
PAPER = "#fdfcf9"


def main() -> None:
    """Write every icon: the mark on paper, with room around it for a phone that cuts the corners."""
    mark = (ASSETS / "favicon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, size in SIZES.items():
            page = browser.new_page(viewport={"width": size, "height": size}, color_scheme="light")
            page.set_content(
                f"<body style='margin:0;background:{PAPER};display:grid;place-items:center;height:100vh'>"
                f"<div style='width:66%'>{mark}</div>"
            )
            drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(16)
            drawn.save(ASSETS / name, optimize=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
