"""What every account tells of persons -> the names that are withheld, kept up with each of them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

from cenotaph.model import Account, PersonsTold, kept_back, persons_told

_TABLE: Final = "CREATE TABLE persons (document TEXT PRIMARY KEY, told BLOB) WITHOUT ROWID"
_decoder = msgspec.msgpack.Decoder(tuple[tuple[str, ...], ...])


class Persons:
    """Counts, for each name, the accounts that say what decides whether it is withheld.

    What one account says is kept in a file without a name, gone when closed: it is needed again
    only when the account changes.
    """

    def __init__(self, *, names: bool) -> None:
        self._names = names  # whether names are printed, but for those of the protected
        self._counts = tuple(Counter[str]() for _ in PersonsTold._fields)
        self._told = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._told.execute(_TABLE)
        self._stale = True
        self._confided: frozenset[str] = frozenset()
        self._hidden: frozenset[str] = frozenset()

    def put(self, accounts: Iterable[Account]) -> None:
        """Take in what accounts tell, in the place of what they told before."""
        self._told.execute("BEGIN")
        for account in accounts:
            self._forget(account.document.id)
            told = [tuple(sorted(part)) for part in persons_told(account, names=self._names)]
            for count, part in zip(self._counts, told, strict=True):
                self._stale |= any(name not in count for name in part)
                count.update(part)
            row = (account.document.id, msgspec.msgpack.encode(told))
            self._told.execute("INSERT INTO persons VALUES (?, ?)", row)
        self._told.execute("COMMIT")

    def drop(self, documents: Iterable[str]) -> None:
        """Take out what accounts told."""
        for document in documents:
            self._forget(document)

    def hidden(self, confided: frozenset[str]) -> frozenset[str]:
        """Return the names that are withheld, `confided` too; the same set while it is the same."""
        if self._stale or confided != self._confided:
            found = kept_back(PersonsTold(*(c.keys() for c in self._counts)), names=self._names)
            found |= confided
            self._stale, self._confided = False, confided
            if found != self._hidden:
                self._hidden = found
        return self._hidden

    def _forget(self, document: str) -> None:
        query = "DELETE FROM persons WHERE document = ? RETURNING told"
        for (row,) in self._told.execute(query, (document,)).fetchall():
            for count, part in zip(self._counts, _decoder.decode(row), strict=True):
                count.subtract(part)
                for name in part:
                    if not count[name]:
                        del count[name]
                        self._stale = True
