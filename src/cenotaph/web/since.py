"""Days that people ask about -> what is new since each, found out beside those who read."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, NamedTuple

from cenotaph.errors import CenotaphError
from cenotaph.web.comparison import Compared

Tell = Callable[[str, int, int], None]  # what is being done, how much of it, of how much
Find = Callable[[str, Tell], tuple[str, Compared]]  # a day -> the link it was of, what differs
_REMEMBERED: Final = 3  # days
_SLOW: Final = 3.0  # seconds: what took longer is not found out again for every decision


class Told(NamedTuple):
    """What is new since a day."""

    head: str  # the last link of the ledger's chain when it was found out
    compared: Compared
    seconds: float  # that it took


class Since:
    """Finds out one day after another, each in a thread of its own, and remembers the last."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._lock = threading.Lock()
        self._told: OrderedDict[str, Told] = OrderedDict()
        self._failed: dict[str, Exception] = {}
        self._working: threading.Thread | None = None
        self.step = ("record", 0, 0)

    def told(self, day: str, head: str, patience: float, old: str = "") -> Told | None:
        """Return what is new since a day, or None where that takes longer than some seconds.

        What is found out of an earlier state than `head` is told again if it took long, unless it
        is of the state `old`, which the reader has seen.
        """
        with self._lock:
            found = self._held(day, head, old)
            if found is not None:
                return found
            if self._working is None or not self._working.is_alive():
                self.step = ("record", 0, 0)
                self._working = threading.Thread(target=self._work, args=(day,), daemon=True)
                self._working.start()
            working = self._working
        working.join(patience)
        with self._lock:
            if day in self._failed:
                raise self._failed.pop(day)
            return self._held(day, head, old)

    def _held(self, day: str, head: str, old: str) -> Told | None:
        found = self._told.get(day)
        if found is None or (found.head != head and (found.seconds < _SLOW or found.head == old)):
            return None
        self._told.move_to_end(day)
        return found

    def _work(self, day: str) -> None:
        begun = time.monotonic()
        try:
            head, compared = self._find(day, self._tell)
        except (CenotaphError, sqlite3.Error, OSError) as error:
            with self._lock:
                self._failed[day] = error
            return
        with self._lock:
            self._told[day] = Told(head, compared, time.monotonic() - begun)
            while len(self._told) > _REMEMBERED:
                self._told.popitem(last=False)

    def _tell(self, what: str, done: int, of: int) -> None:
        self.step = (what, done, of)
