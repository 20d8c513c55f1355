"""Days are compared one after another beside those who read; what took long is kept."""

from __future__ import annotations

import threading

import pytest

from cenotaph.errors import LedgerError
from cenotaph.web import since
from cenotaph.web.comparison import Compared
from cenotaph.web.since import Since, Tell


class Ledger:
    """Stands for one that grows, and takes its time."""

    def __init__(self) -> None:
        self.head = "first"
        self.asked: list[str] = []
        self.go = threading.Event()
        self.go.set()

    def find(self, day: str, tell: Tell) -> tuple[str, Compared]:
        tell("changes", 1, 2)
        self.asked.append(day)
        assert self.go.wait(20)
        if day == "none":
            raise LedgerError("gone")
        return self.head, Compared()


def test_a_day_is_compared_once_till_the_ledger_grows() -> None:
    ledger = Ledger()
    held = Since(ledger.find)
    for _ in range(3):
        told = held.told("2022-03-10", "first", 20)
        assert told is not None
    assert ledger.asked == ["2022-03-10"]
    ledger.head = "second"
    told = held.told("2022-03-10", "second", 20)
    assert told is not None
    assert told.head == "second"


def test_what_took_long_is_told_again_till_a_reader_asks_for_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(since, "_SLOW", 0.0)
    ledger = Ledger()
    held = Since(ledger.find)
    assert held.told("2022-03-10", "first", 20) is not None
    ledger.head = "second"
    again = held.told("2022-03-10", "second", 20)
    assert again is not None
    assert again.head == "first"
    fresh = held.told("2022-03-10", "second", 20, old="first")
    assert fresh is not None
    assert fresh.head == "second"


def test_who_asks_meanwhile_hears_how_far_it_is_and_waits_for_nobody() -> None:
    ledger = Ledger()
    ledger.go.clear()
    held = Since(ledger.find)
    assert held.told("2022-03-10", "first", 0.01) is None
    assert held.told("2022-03-11", "first", 0.01) is None  # it comes after
    assert held.step == ("changes", 1, 2)
    ledger.go.set()
    assert held.told("2022-03-10", "first", 20) is not None
    assert held.told("2022-03-11", "first", 20) is not None
    assert ledger.asked == ["2022-03-10", "2022-03-11"]


def test_what_fails_is_told_to_whoever_asked_and_tried_again() -> None:
    ledger = Ledger()
    held = Since(ledger.find)
    for _ in range(2):
        with pytest.raises(LedgerError, match="gone"):
            held.told("none", "first", 20)
    assert ledger.asked == ["none", "none"]
