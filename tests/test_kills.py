"""Reading killed at any moment: what was reported is kept, and nothing is half there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from cenotaph.intake import Step
from cenotaph.pipeline import How, ingest, record
from cenotaph.store import Ledger

KILLS = 50
DOCUMENTS = 96  # six batches
TOWNS = ("Izium", "Taiz", "Goma", "Idlib", "Mopti", "Marawi", "Kunduz", "Gao", "Sirte", "Mocha")


class Zygote(NamedTuple):
    """Starts readings and kills them."""

    process: subprocess.Popen[str]

    def read(
        self,
        words: tuple[str, ...],
        moment: float | None,
        begun: Callable[[], bool] = lambda: True,
    ) -> None:
        """Start a reading, and kill it so many seconds after it has begun unless it has ended."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\t".join(words) + "\n")
        self.process.stdin.flush()
        child = int(self.process.stdout.readline())
        with suppress(ProcessLookupError):
            while moment is not None and not begun():
                os.kill(child, 0)  # is it there still?
                time.sleep(0.002)
            if moment is not None:
                time.sleep(moment)
                os.kill(child, signal.SIGKILL)
        assert self.process.stdout.readline() == "\n"


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    program = Path(__file__).with_name("zygote.py")
    with subprocess.Popen(
        [sys.executable, str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Zygote(process)


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("accounts") / "in.jsonl"
    rows = [
        {
            "ref": f"{n:02}",
            "text": f"Shells hit {TOWNS[n % 10]} on Monday. {n + 2} people were killed.",
            "published": f"2022-03-{n % 28 + 1:02}",
        }
        for n in range(DOCUMENTS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def children(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False
    )
    return [int(pid) for pid in listed.stdout.split()]


def alive(process: int) -> bool:
    """Tell whether a process is still there, and not merely waiting to be buried."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


def wait_for(look: Callable[[], list[int]], count: int) -> list[int]:
    """Return what is seen once there is that much of it."""
    for _ in range(300):
        if len(found := look()) == count:
            return found
        time.sleep(0.05)
    raise AssertionError(f"expected {count}, found {found}")


def quiet(_: Step) -> None:
    """Tell nobody."""


def reports(told: Path) -> list[str]:
    """Return what a reading has reported as read."""
    lines = told.read_text().splitlines() if told.exists() else []
    return [line.removeprefix("read: ") for line in lines if line.startswith("read: ")]


def reports_more(told: Path, *, than: int) -> bool:
    return len(reports(told)) > than


def kept(path: Path) -> list[str]:
    """Return the refs in a ledger that must be sound; none where there is no ledger yet."""
    if not path.exists() or path.stat().st_size == 0:
        return []
    with Ledger.open(path) as ledger:
        found = ledger.verify()
        assert found.faults == ()
        assert found.documents == found.captures
        assert all(a.claims for a in ledger.accounts())  # no document without its account
        assert len(ledger.accounts()) == found.documents
        return sorted(c.ref for c in ledger.captures())


def test_nothing_reported_as_read_is_lost_and_nothing_is_half_written(
    zygote: Zygote, accounts: Path, tmp_path: Path
) -> None:
    with Ledger.open(":memory:", create=True) as clean:
        ingest([accounts], clean, quiet, How(workers=0))
        whole = record(clean)
    command = ("read", str(accounts), "--workers", "0", "-v", "--ledger")
    start = time.monotonic()
    zygote.read((str(tmp_path / "told"), *command, str(tmp_path / "first.db")), None)
    takes = time.monotonic() - start
    moments = random.Random(20220309)  # noqa: S311 # moments, not secrets
    number, finished, cut = 0, 0, set()
    for kill in range(KILLS):
        path, told = tmp_path / f"{number}.db", tmp_path / f"{number}.told"
        if kill % 2:  # at any moment of the whole
            zygote.read((str(told), *command, str(path)), moments.uniform(0, takes))
        else:  # soon after something more was reported, however slow the machine
            more = partial(reports_more, told, than=len(reports(told)))
            zygote.read((str(told), *command, str(path)), moments.uniform(0, takes / 20), more)
        refs = kept(path)
        reported = set(reports(told))
        assert reported <= set(refs)
        assert refs == [f"{n:02}" for n in range(len(refs))]  # batches, in order of input
        cut.add(len(refs))
        if len(refs) == DOCUMENTS:
            with Ledger.open(path) as ledger:
                assert record(ledger).digest == whole.digest
            number, finished = number + 1, finished + 1
    assert finished > 0  # killed readings, taken up again, come to the same end
    assert len(cut) > 2  # and were killed at different moments


def test_a_killed_reading_leaves_no_process_behind(accounts: Path, tmp_path: Path) -> None:
    """The workers of a reading end with it, though nobody could tell them to."""
    command = [sys.executable, "-m", "cenotaph.cli", "read", str(accounts)]
    reading = subprocess.Popen([*command, "--ledger", str(tmp_path / "a.db"), "--workers", "2"])
    workers = wait_for(lambda: children(reading.pid), 2)
    reading.kill()
    reading.wait()
    wait_for(lambda: [w for w in workers if alive(w)], 0)
    kept(tmp_path / "a.db")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs that are started meanwhile hear Ctrl-C, though this one may be deaf to it.

    What a shell starts in the background ignores it, and so would whatever that starts.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_stops_a_reading_with_a_sentence(accounts: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cenotaph.cli", "read", str(accounts)]
    with subprocess.Popen(
        [*command, "--ledger", str(tmp_path / "a.db"), "--workers", "1"],
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    ) as reading:
        workers = wait_for(lambda: children(reading.pid), 1)
        os.killpg(reading.pid, signal.SIGINT)  # as a terminal does
        assert reading.stderr is not None
        said = reading.stderr.read()
        assert reading.wait() == 130
    assert (
        said
        == "cenotaph: stopped; nothing half written is left, what was reported as read is kept\n"
    )
    wait_for(lambda: [w for w in workers if alive(w)], 0)
    kept(tmp_path / "a.db")
