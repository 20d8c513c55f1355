"""The hash chain: one link a row appended, so that a row removed or changed later is found."""

import hashlib
import sqlite3
from collections.abc import Sequence

import msgspec

GENESIS = "0" * 64
_HEAD = "SELECT seq, link FROM chain ORDER BY seq DESC LIMIT 1"


def digest(*content: object) -> str:
    """Return the SHA-256, in hex, of values as canonical JSON."""
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


def link(before: str, seq: int, row: tuple[str, str, str]) -> str:
    """Return the link of a row (kind, id, digest) that follows another link."""
    return digest(before, seq, *row)


def head(db: sqlite3.Connection) -> tuple[int, str]:
    """Return the last link and its number; 0 and GENESIS for an empty chain."""
    row: tuple[int, str] | None = db.execute(_HEAD).fetchone()
    return row if row is not None else (0, GENESIS)


def append(db: sqlite3.Connection, rows: Sequence[tuple[str, str, str]]) -> None:
    """Add rows (kind, id, digest) to the chain; inside the transaction that adds the rows."""
    seq, last = head(db)
    links = []
    for row in rows:
        seq, last = seq + 1, link(last, seq + 1, row)
        links.append((seq, *row, last))
    db.executemany("INSERT INTO chain VALUES (?, ?, ?, ?, ?)", links)
