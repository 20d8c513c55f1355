"""Questions gathered for the first time, by a process of its own: its memory goes with it.

Of a large record that takes minutes and more memory than all the rest of the desk, once.
"""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from cenotaph import pipeline
from cenotaph.config import Config
from cenotaph.errors import CenotaphError
from cenotaph.store import Ledger

Tell = Callable[[str, int, int], None]


def gather(ledger: str, policy: str, config: Config, tell: Tell) -> None:
    """Have the questions kept with the record of a ledger, and tell how far that is.

    Where the process ends early nothing is lost: whoever needs the questions gathers the rest.
    """
    own = multiprocessing.get_context("spawn")
    here, there = own.Pipe(duplex=False)
    process = own.Process(target=_gathered, args=(ledger, policy, config, there), daemon=True)
    process.start()
    there.close()
    with suppress(EOFError):
        while True:
            tell(*here.recv())
    process.join()
    here.close()


def _gathered(ledger: str, policy: str, config: Config, there: Connection) -> None:
    """Gather in the new process; it ends, too, when nobody listens any more."""

    def tell(what: str, done: int, of: int) -> None:
        there.send((what, done, of))

    asking = pipeline.Asking(lambda *_: None, tell, questions=True)
    with suppress(BrokenPipeError, CenotaphError, sqlite3.Error), Ledger.open(ledger) as opened:
        pipeline.looked_into(opened, policy, config, asking)
