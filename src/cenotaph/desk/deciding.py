"""A command line that decides -> one decision, or answers to questions, and what they change."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import IO

from cenotaph.desk import printed
from cenotaph.desk.difference import difference
from cenotaph.desk.known import ids
from cenotaph.desk.queue import Desk, answer
from cenotaph.desk.verdict import Person, decision, wanted
from cenotaph.model import Record
from cenotaph.publish import Options
from cenotaph.reconcile.terms import Terms
from cenotaph.store import Ledger


def decide(
    asked: Namespace,
    ledger: Ledger,
    current: Callable[[], Record],
    person: Callable[[], Person],
    terms: Terms,
    out: IO[str],
) -> None:
    """Ask one question after the other; where a verdict is given, decide that alone.

    `terms` are those that the user set, before what was decided about publishers.
    """
    options = Options(names=asked.names)

    def write(line: str) -> None:
        out.write(line + "\n")
        out.flush()

    if asked.verdict is None:
        desk = Desk(ledger, current, person, sys.stdin, write, options, asked.kind, asked.reason)
        write(f"Answers that hold: {answer(desk):,}.")
        return
    before = current()
    made, claim = decision(wanted(asked), ids(before, ledger, terms), person())
    kept = ledger.decide(made, claim)
    write(f"decided: {kept.verdict}, {kept.id}")
    for line in printed.folded(difference(before, current(), options)):
        write(line)
