"""A table and its map, or a note, as a command line names them -> what became of them, in words."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from cenotaph import pipeline
from cenotaph.desk import note
from cenotaph.desk.table import summary, trial
from cenotaph.intake import Step
from cenotaph.model import Refused
from cenotaph.output import Progress
from cenotaph.sheets import Table, read_table
from cenotaph.store import Ledger


def table(asked: Namespace, person: tuple[str, str] | None) -> tuple[str, int]:
    """Import a table as a person's claims; return what became of it, and how much was refused.

    Without a person (the reviewer and the time) nothing is kept: what would become of it is told.
    """
    found = Table.of(Path(asked.table), asked.map, asked.sheet)
    progress = Progress(verbose=False)
    if person is None:
        read = read_table(found)
        rows = list(read)
        refused = tuple(r for r in rows if isinstance(r, Refused))
        progress.tell(Step(refused=refused))
        return "\n".join(trial(rows, found.file, read.notes)), len(refused)
    with Ledger.open(asked.ledger, create=True) as ledger:
        done = pipeline.move_in(found, ledger, person, progress.tell)
    return summary(done, found.file, asked.ledger), done.refused


def told(asked: Namespace, now: datetime) -> tuple[str, int]:
    """Keep and read a note; return what became of it, and how much was refused."""
    made, progress = note.wanted(asked, now), Progress(verbose=False)
    how = pipeline.How(workers=asked.workers, model=asked.model)
    with Ledger.open(asked.ledger, create=True) as ledger:
        done = pipeline.ingest([made], ledger, progress.tell, how)
    progress.end()
    words = f"{made.capture.ref} in {asked.ledger}: {done.documents:,} new, {made.document.id}"
    return words, done.refused
