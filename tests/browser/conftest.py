"""One chromium for every browser test, told to ask nobody anything by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

CHROMIUM = os.environ.get("CENOTAPH_CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
)


expect.set_options(timeout=20_000)  # milliseconds: a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that `cenotaph demo` makes; who changes what is in it takes `demo`."""
    folder = tmp_path_factory.mktemp("made") / "demo"
    command = [sys.executable, "-m", "cenotaph.cli", "demo", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def demo(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the folder that `cenotaph demo` makes, one for each module."""
    return Path(shutil.copytree(made_once, tmp_path_factory.mktemp("demo") / "demo"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless chromium; each test makes contexts of its own."""
    with sync_playwright() as p:
        started = p.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield started
        started.close()
