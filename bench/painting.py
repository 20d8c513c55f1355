"""Milliseconds until pages of a desk are first seen, in a headless Chromium.

    python bench/painting.py ADDRESS PATH ...

Each page is opened a few times, as by somebody who was there before: what the browser keeps of
style and script it has. Printed is, for each path, the median and the longest time from the request
to the first paint and to the first content, as the browser itself tells them, as one JSON object.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from typing import Final

from playwright.sync_api import Page, sync_playwright

CHROMIUM: Final = os.environ.get("CENOTAPH_CHROMIUM", "/usr/bin/chromium")
_QUIET: Final = "--no-sandbox --disable-gpu --disable-background-networking --disable-sync"
_TIMES: Final = 5
_LONGEST: Final = 20_000  # milliseconds
_PAINTS: Final = """() => new Promise((told) => {
  const seen = () => Object.fromEntries(
    performance.getEntriesByType("paint").map((p) => [p.name, p.startTime]));
  const look = () => ("first-contentful-paint" in seen() ? told(seen()) : setTimeout(look, 10));
  look();
})"""


def main() -> None:
    """Open the pages and print what was measured."""
    address, *paths = sys.argv[1:]
    origin = address.partition("/enter")[0]
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=_QUIET.split())
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(_LONGEST)
        page.goto(address)
        print(json.dumps({path: _painted(page, origin + path) for path in paths}))
        browser.close()


def _painted(page: Page, address: str) -> dict[str, float]:
    told = []
    for _ in range(_TIMES):
        page.goto(address, wait_until="commit")
        told.append(page.evaluate(_PAINTS))
    found = {}
    for name in ("first-paint", "first-contentful-paint"):
        times = [one[name] for one in told if name in one]
        words = name.removeprefix("first-").replace("contentful-paint", "content")
        found[f"{words}_p50_ms"] = round(statistics.median(times), 1)
        found[f"{words}_most_ms"] = round(max(times), 1)
    return found


if __name__ == "__main__":
    main()
