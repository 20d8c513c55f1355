"""What axe-core finds wrong with a page, by the rules of WCAG 2.2 AA and of good practice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "requirements/web/node_modules/axe-core/axe.min.js"
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
RULES = (*WCAG, "best-practice")
# Whatever violates a rule is told whole; of what passes one example, which takes half the time.
_RUN = """([rules, preload]) =>
  axe.run(document, {preload, resultTypes: ["violations"], runOnly: rules})"""


def violations(
    page: Page, rules: tuple[str, ...] = RULES, *, preload: bool = False
) -> list[dict[str, Any]]:
    """Return what violates the rules; `preload` has style sheets judged by themselves too."""
    page.evaluate(_AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate(_RUN, [rules, preload])
    assert found["passes"]  # something was judged
    return list(found["violations"])


def faults(
    page: Page, rules: tuple[str, ...] = RULES, *, preload: bool = False
) -> list[tuple[str, list[str]]]:
    """Return each rule that is violated, with the elements that do so."""
    found = violations(page, rules, preload=preload)
    return [(v["id"], [n["html"][:200] for n in v["nodes"]]) for v in found]
