"""The reminder of a break in a real browser: after fifty minutes, put off, turned off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ledgers import filled
from serving import served

pytestmark = pytest.mark.browser


def test_a_break_is_offered_after_fifty_minutes_and_can_be_put_off_and_turned_off(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path).close()
    with served(path) as desk:
        page = browser.new_page()
        page.clock.install()
        page.goto(desk.address)
        note = page.locator("#rest")
        page.clock.run_for(49 * 60_000)
        assert note.is_hidden()
        page.clock.run_for(2 * 60_000)
        assert note.is_visible()
        note.get_by_role("button").click()
        assert note.is_hidden()
        page.goto(f"http://127.0.0.1:{desk.port}/person")
        page.get_by_label("Remind me of a break").uncheck()
        page.get_by_role("button", name="Keep this", exact=True).click()
        page.clock.run_for(120 * 60_000)
        assert page.locator("#rest").count() == 0
        page.close()
