"""A command line that decides -> one decision, or answers to questions, and what they change."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import IO

from cenotaph.desk import printed
from cenotaph.desk.difference import difference
from cenotaph.desk.ids import Ids
from cenotaph.desk.imports import all_back, import_of
from cenotaph.desk.known import ids
from cenotaph.desk.queue import Desk, answer
from cenotaph.desk.verdict import decision, wanted
from cenotaph.errors import UsageError
from cenotaph.model import Decision, Person, Record, some_words
from cenotaph.moving import FINDER
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
    if asked.whole:
        gone = _whole(asked, ids(before, ledger, terms), before.decisions, person())
        ledger.take_in((), FINDER, [(d, None) for d in gone])
        write(f"taken back: {some_words(len(gone), 'decision')}")
        for line in printed.folded(difference(before, current(), options)):
            write(line)
        return
    made, claim = decision(wanted(asked), ids(before, ledger, terms), person())
    kept = ledger.decide(made, claim)
    write(f"decided: {kept.verdict}, {kept.id}")
    for line in printed.folded(difference(before, current(), options)):
        write(line)


def _whole(
    asked: Namespace, known: Ids, decisions: Sequence[Decision], person: Person
) -> list[Decision]:
    """Return what takes back all that an import decided, named by any of its decisions."""
    if asked.verdict != "undo" or len(asked.ids) != 1 or not asked.reason:
        raise UsageError("--whole goes with `undo ID --reason TEXT`: the import that made it")
    found = import_of(known.find(asked.ids[0], "decision").id, decisions)
    if found is None:
        raise UsageError(f"{asked.ids[0]}: no import made this decision; undo it without --whole")
    if not found.standing:
        raise UsageError(f"{found.table}: all of this import was taken back already")
    return all_back(found, person, asked.reason)
