"""`methodology`: how the record came about, in words and counts, as Markdown."""

from __future__ import annotations

from typing import IO

from cenotaph.methodology import TITLE, markdown
from cenotaph.model import Record
from cenotaph.publish import Options, Shape, how_made

SHAPE: Shape = "stream"
TELLS_HOW = True  # it needs what only the ledger and the software know


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the note."""
    out.writelines(f"{line}\n" for line in markdown(TITLE, how_made(record, options)))
