"""Received accounts -> batches to read, and what was found in them -> the ledger, in order."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from cenotaph.errors import InstallError
from cenotaph.model import OTHER_LANGUAGE, Account, Document, Received, Refused
from cenotaph.store import Ledger
from cenotaph.workers import Answer

_MOST = 16  # documents read and committed together; a crash costs at most those under way
_MOST_TEXT = 100_000  # code points of them
_MOST_ITEMS = 256  # accounts in all, those known already included


class Step(NamedTuple):
    """What became of some accounts; told only once it is on the disk."""

    kept: tuple[str, ...] = ()  # refs, in order of input
    refused: tuple[Refused, ...] = ()
    doubts: tuple[str, ...] = ()


class Ingested(msgspec.Struct):
    """What reading came to."""

    accounts: int = 0  # in the ledger now, known before or not
    documents: int = 0  # new ones
    captures: int = 0  # new ones
    refused: int = 0
    unread: int = 0  # new documents that are not in English, in whole or in part


class Batch(NamedTuple):
    """Accounts that are committed together."""

    items: tuple[Received | Refused, ...]
    wanted: tuple[Document, ...]  # those of them that are to be read


class Intake:
    """One reading in: knows what is under way and what could not be read."""

    def __init__(self, ledger: Ledger, finder: str) -> None:
        self._ledger = ledger
        self._finder = finder
        self._under_way: set[str] = set()
        self._failed: set[str] = set()
        self._unread: set[str] = set()
        self.done = Ingested()

    def batches(self, received: Iterable[Received | Refused]) -> Iterator[Batch]:
        """Yield what comes in, in batches."""
        items: list[Received | Refused] = []
        wanted: list[Document] = []
        size = 0
        for item in received:
            items.append(item)
            if isinstance(item, Received) and self._wants(item):
                wanted.append(item.document)
                size += len(item.document.text)
            if len(wanted) == _MOST or size > _MOST_TEXT or len(items) == _MOST_ITEMS:
                yield Batch(tuple(items), tuple(wanted))
                items, wanted, size = [], [], 0
        if items:
            yield Batch(tuple(items), tuple(wanted))

    def stale(self) -> Iterator[Batch]:
        """Yield the documents that the present software has not read, in batches."""
        others = {d for d, said in self._ledger.languages().items() if not any(map(_ours, said))}
        stale = [d for d in self._ledger.stale(self._finder) if d.id not in others]
        for start in range(0, len(stale), _MOST):
            yield Batch((), tuple(stale[start : start + _MOST]))

    def keep_again(self, batch: Batch, answers: Iterable[Answer]) -> Step:
        """Commit what was found in documents that are in the ledger already."""
        found, reasons = self._sorted(batch, answers)
        self._ledger.keep_runs(found.values(), self._finder)
        self.done.accounts += len(found)
        self.done.refused += len(reasons)
        return Step(tuple(found), tuple(Refused(d, why) for d, why in reasons.items()))

    def keep(self, batch: Batch, answers: Iterable[Answer]) -> Step:
        """Commit a batch and say what became of it."""
        found, reasons = self._sorted(batch, answers)
        self._failed.update(reasons)
        return self._commit(batch, found, reasons)

    def _sorted(
        self, batch: Batch, answers: Iterable[Answer]
    ) -> tuple[dict[str, Account], dict[str, str]]:
        """Return the accounts found, and the reasons why there are none, by document."""
        found: dict[str, Account] = {}
        reasons: dict[str, str] = {}
        for document, answer in zip(batch.wanted, answers, strict=True):
            self._under_way.discard(document.id)
            if answer.account is not None:
                found[document.id] = answer.account
                self._note_language(answer.account)
            elif answer.fatal:
                raise InstallError(answer.failure)
            else:
                reasons[document.id] = answer.failure or ""
        return found, reasons

    def _note_language(self, account: Account) -> None:
        """Count a document that is not read for its language, in whole or in part, once."""
        self._unread.discard(account.document.id)
        if any(s.why == OTHER_LANGUAGE for s in account.skipped):
            self._unread.add(account.document.id)
        self.done.unread = len(self._unread)

    def _wants(self, item: Received) -> bool:
        """Tell whether to read a document: it is new, and in English as far as anyone says."""
        key = item.document.id
        if key in self._under_way or self._ledger.knows(key) or self._ledger.withdrawn(key):
            return False
        if not _ours(item.capture.language):
            if not self._ledger.holds(key):
                self._unread.add(key)
                self.done.unread = len(self._unread)
            return False
        self._under_way.add(key)
        return True

    def _commit(self, batch: Batch, found: dict[str, Account], reasons: dict[str, str]) -> Step:
        received = [i for i in batch.items if isinstance(i, Received)]
        sound = [i for i in received if i.document.id not in self._failed]
        kept = self._ledger.keep(((i, found.get(i.document.id)) for i in sound), self._finder)
        refused = [i for i in batch.items if isinstance(i, Refused)]
        refused += [
            Refused(i.capture.ref, reasons.get(i.document.id, "could not be read, as said above"))
            for i in received
            if i.document.id in self._failed
        ]
        refused += [Refused(ref, "was withdrawn; it is not read again") for ref in kept.withdrawn]
        refs = [i.capture.ref for i in sound if not self._ledger.withdrawn(i.document.id)]
        self.done.accounts += len(refs)
        self.done.documents += kept.documents
        self.done.captures += kept.captures
        self.done.refused += len(refused)
        doubts = tuple(doubt for i in sound for doubt in i.doubts)
        return Step(tuple(refs), tuple(refused), doubts)


def unread(ledger: Ledger) -> list[Document]:
    """Return what was kept and never read, of what is in a language that is read."""
    found = ledger.unread()
    captures = ledger.pieces().captures(d.id for d in found)
    return [d for d in found if any(_ours(c.language) for c in captures.get(d.id, ()))]


def _ours(language: str | None) -> bool:
    """Tell whether we read a language, or nobody says which it is."""
    return language is None or language.lower().startswith("en")
