"""One chromium for every browser test, told to ask nobody anything by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

CHROMIUM = os.environ.get("CENOTAPH_CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
)


expect.set_options(timeout=20_000)  # milliseconds: a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless chromium; each test makes contexts of its own."""
    with sync_playwright() as p:
        started = p.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield started
        started.close()
