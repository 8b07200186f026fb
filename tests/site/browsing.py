"""Helpers for tests that drive a browser."""

from __future__ import annotations

import time

from playwright.sync_api import Page


def until(page: Page, condition: str, seconds: float = 10) -> None:
    """Wait until a JavaScript condition holds. Playwright's own way evaluates in the page, which the policy refuses."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        page.wait_for_timeout(50)
