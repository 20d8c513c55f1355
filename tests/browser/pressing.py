"""Keys pressed as a person presses them: on a page that is there to be seen."""

from __future__ import annotations

from playwright.sync_api import Page

# A browser throws away what is typed before a page was first painted; and a page that asks again by
# itself takes with it what it was told.
SETTLED = """() => document.readyState === "complete" && !document.querySelector("[data-again]")
    && performance.getEntriesByName("first-paint").length > 0"""


def press(page: Page, key: str) -> None:
    """Press a key (in Playwright's words) once the page is whole, painted and waits for nothing."""
    page.wait_for_function(SETTLED)
    page.keyboard.press(key)
