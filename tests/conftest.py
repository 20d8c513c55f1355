"""For every test: no socket but loopback, in this process and in each Python program it starts.

And one thread to multiply with, as the workers have: small matrices gain nothing from a second one,
and lose ten times their time where the machine has other work.
"""

from __future__ import annotations

import os
import runpy
from collections.abc import Sequence
from pathlib import Path

import pytest

OFFLINE = Path(__file__).parent / "offline"

runpy.run_path(str(OFFLINE / "sitecustomize.py"))
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (str(OFFLINE), os.environ.get("PYTHONPATH")))
)
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")
LEFT_OUT = pytest.StashKey[int]()


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Count the tests that need a browser and are left out."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.config.stash[LEFT_OUT] = item.config.stash.get(LEFT_OUT, 0) + 1


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say aloud what was left out, though nobody asked."""
    left = config.stash.get(LEFT_OUT, 0)
    if left and config.option.markexpr == "not browser":
        terminalreporter.write_line(
            f"{left} tests that need a chromium were left out: ./run pytest -m browser does them"
        )
