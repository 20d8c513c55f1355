"""What a decision changes is found beside those who read, however long that takes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cenotaph import pipeline
from cenotaph.config import load
from cenotaph.desk.difference import difference
from cenotaph.model import Decision, Publisher
from cenotaph.publish import Options
from cenotaph.store import Ledger
from cenotaph.web import effects, present
from cenotaph.web.present import Present, Step, Terms
from ledgers import RAID, decision, filled, received
from test_web_questions import FOUR, SEVEN


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with accounts of two publishers of one event, and another of none."""
    found = tmp_path / "cenotaph.db"
    with filled(found, RAID) as ledger:
        told = (("Delta Herald", FOUR), ("Steppe Post", SEVEN))
        ledger.keep([(received(a, f"{p}.txt", publisher=p), a) for p, a in told], "finder one")
    return found


@contextmanager
def slowed(
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[pytest.MonkeyPatch, threading.Event]]:
    """Hold up all that brings the record up to date, until the event is set."""
    go, looked_into = threading.Event(), pipeline.looked_into

    def slow(*given: object) -> object:
        assert go.wait(20)
        return looked_into(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "looked_into", slow)
        yield patched, go


@pytest.mark.parametrize(
    "made",
    [
        decision("source", publisher=Publisher(name="Steppe Post", owner="Delta Herald")),
        decision("source", publisher=Publisher(name="Nobody's Post", reliable=False)),
        decision("different", *(a.mentions[0].id for a in (FOUR, SEVEN))),
        decision("same", *(a.mentions[0].id for a in (RAID, SEVEN))),
        decision("reject", FOUR.claims[3].id),
    ],
    ids=lambda d: d.verdict,
)
def test_the_effect_is_the_difference_of_the_whole_records(path: Path, made: Decision) -> None:
    with Ledger.open(path) as ledger:
        before = pipeline.record(ledger)
    held = Present(Terms(ledger=str(path)), load(None))
    kept = held.decide(made, seen=0, patience=None)
    with Ledger.open(path) as ledger:
        after = pipeline.record(ledger)
    assert held.effect(kept.id) == tuple(difference(before, after, Options()))
    assert held.working(kept.id) is None


def test_an_effect_of_very_many_lines_is_shortened_and_says_so() -> None:
    lines = [f"line {n}" for n in range(1300)]
    assert effects.shortened(iter(lines)) == (*lines[:300], "1,000 lines more are not shown here.")
    assert effects.shortened(iter(lines[:300])) == tuple(lines[:300])


def test_who_decides_is_answered_while_the_effect_is_being_found(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Present(Terms(ledger=str(path)), load(None))
    was = held.now()
    with slowed(monkeypatch) as (_, go):
        kept = held.decide(decision("reject", FOUR.claims[3].id), seen=0, patience=0)
        assert isinstance(held.working(kept.id), Step)
        assert held.working("another") is None
        assert held.effect(kept.id) == ()
        assert held.now().state is was.state  # others see the record as it was
        go.set()
        end = time.monotonic() + 20
        while held.working(kept.id) is not None and time.monotonic() < end:
            time.sleep(0.01)
    assert any("killed" in line for line in held.effect(kept.id))


def test_who_comes_while_the_record_is_brought_up_to_date_has_it_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Present(Terms(ledger=str(path)), load(None))
    was = held.now()
    with Ledger.open(path) as ledger:  # as another program does
        ledger.decide(decision("reject", FOUR.claims[3].id))
    with slowed(monkeypatch) as (patched, go):
        patched.setattr(present, "PATIENCE", 0.2)
        assert held.now(0.2).state is was.state  # who began it does not wait for the end of it
        begun = time.monotonic()
        assert held.now(0.2).state is was.state
        assert time.monotonic() - begun < 0.2  # nor does anybody else
        go.set()
        end = time.monotonic() + 20
        while not held.now(0.2).is_current and time.monotonic() < end:
            time.sleep(0.01)
    assert held.now(0.2).state is not was.state
