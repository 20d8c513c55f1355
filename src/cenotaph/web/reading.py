"""What people typed -> kept at once, and read beside those who look, one after another."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from cenotaph import pipeline
from cenotaph.errors import CenotaphError, UsageError
from cenotaph.intake import Step
from cenotaph.model import Document, Received
from cenotaph.store import Ledger


class Unread(NamedTuple):
    """An account that is kept and not read."""

    why: str = ""  # it cannot be; "" where it is being read


class Readings:
    """Reads what is kept and was never read, in a process of its own; `read` hears of each."""

    def __init__(self, ledger: str, read: Callable[[], None]) -> None:
        self._ledger = ledger
        self._read = read
        self._lock = threading.Lock()
        self._unread: dict[str, Unread] = {}
        self._working: threading.Thread | None = None
        self._again = False  # something was kept since the work began

    def resume(self) -> None:
        """Begin to read what was left unread when a desk was closed; its words are not shown."""
        with Ledger.open(self._ledger) as ledger:
            self._left(ledger)
        self.begin()

    def keep(self, received: Received, patience: float) -> None:
        """Keep what somebody typed, and have it read; wait for that no longer than some seconds.

        UsageError for what was withdrawn: it does not come back.
        """
        with Ledger.open(self._ledger) as ledger:
            if ledger.keep([(received, None)], "").withdrawn:
                raise UsageError(f"{received.capture.ref}: was withdrawn; it is not read again")
            if ledger.knows(received.document.id):
                return
        with self._lock:
            self._unread[received.document.id] = Unread()
        self.begin().join(patience)

    def begin(self) -> threading.Thread:
        """Begin to read whatever is kept unread; return the work."""
        with self._lock:
            self._again = True
            if self._working is None:
                self._working = threading.Thread(target=self._work, daemon=True)
                self._working.start()
            return self._working

    def of(self, document: str) -> Unread | None:
        """Return how it stands with an account; None for one that is read, or need not be."""
        with self._lock:
            return self._unread.get(document)

    def _work(self) -> None:
        while self._goes_on():
            why = ""
            try:
                self._read_on()
            except (CenotaphError, sqlite3.Error, OSError) as error:
                why = str(error)
            with suppress(CenotaphError, sqlite3.Error, OSError):  # it is tried again with the next
                self._settle(why)

    def _goes_on(self) -> bool:
        with self._lock:
            if not self._again:
                self._working = None
            going, self._again = self._again, False
            return going

    def _read_on(self) -> None:
        with Ledger.open(self._ledger) as ledger:
            left = self._left(ledger)
            if left:
                pipeline.read_rest(ledger, left, self._told, pipeline.How(workers=1))
        if left:
            self._read()

    def _left(self, ledger: Ledger) -> list[Document]:
        """Return what is to be read, and note that it is; what failed here is not tried again."""
        found = pipeline.unread(ledger)
        with self._lock:
            left = [d for d in found if not self._unread.get(d.id, Unread()).why]
            self._unread |= {d.id: Unread() for d in left}
        return left

    def _told(self, step: Step) -> None:
        """Note what could not be read."""
        with self._lock:
            self._unread |= {r.name: Unread(r.why) for r in step.refused}

    def _settle(self, why: str) -> None:
        """Forget what is read now; what is not waits for no more, unless it came meanwhile."""
        with Ledger.open(self._ledger) as ledger, self._lock:
            held = {d: u for d, u in self._unread.items() if not ledger.knows(d)}
            if why:
                held = {d: u if u.why else Unread(why) for d, u in held.items()}
            self._unread = held
