"""A record in memory -> its ids, for those who ask what an id names."""

from __future__ import annotations

from functools import cached_property

from cenotaph.desk.ids import Ids, Kind, Named, Past
from cenotaph.model import (
    Account,
    Claim,
    Incident,
    Mention,
    Publisher,
    Record,
    Remarked,
    plain,
    publishers,
)
from cenotaph.reconcile.terms import NOTHING_SET, Terms


def ids(record: Record, ledger: Past, terms: Terms = NOTHING_SET) -> Ids:
    """Return what finds the ids of a record.

    `terms` are those that the user set, before what was decided about publishers.
    """
    return Ids(InRecord(record, terms), ledger)


class InRecord:
    """The ids of a record that is in memory."""

    def __init__(self, record: Record, terms: Terms) -> None:
        self._record = record
        self._terms = terms
        self.claims: dict[str, Claim] = {c.id: c for a in record.accounts for c in a.claims}
        self.mentions: dict[str, Mention] = {m.id: m for a in record.accounts for m in a.mentions}
        self.accounts: dict[str, Account] = {a.document.id: a for a in record.accounts}
        self.homes: dict[str, Incident] = {
            m: i for i in record.incidents for m in (i.id, *i.aliases)
        }
        self._refs = {c.ref: c.document for c in record.captures}
        self._kinds: dict[str, Kind] = {
            **dict.fromkeys((d.id for d in record.decisions), "decision"),
            **dict.fromkeys(self.accounts, "document"),
            **dict.fromkeys(self.mentions, "mention"),
            **dict.fromkeys(self.claims, "claim"),
        }

    @cached_property
    def remarked(self) -> Remarked:
        """What finds the code, tags and notes of an incident."""
        return Remarked(self._record.decisions, self._record.accounts)

    @cached_property
    def publishers(self) -> dict[str, str]:
        """Every publisher of an account by its name as names are compared."""
        names = {c.publisher for c in self._record.captures if c.publisher}
        return {plain(n): n for n in sorted(names, reverse=True)}

    @cached_property
    def held(self) -> dict[str, Publisher]:
        """What is held of publishers now, by their names as names are compared."""
        terms = self._terms.over(publishers(self._record.decisions))
        return {plain(p.name): p for p in terms.publishers}

    def received_as(self, ref: str, /) -> str | None:
        """Return the document received under a ref."""
        return self._refs.get(ref)

    def beginning(self, words: str, most: int | None = None, /) -> list[Named]:
        """Return what has an id that begins so, sorted by id; at most so many."""
        found = sorted(i for i in self._kinds if i.startswith(words))
        return [Named(self._kinds[i], i) for i in found[:most]]

    def hanging(self, mention: str, /) -> list[Claim]:
        """Return the claims about a mention."""
        return [c for c in self.claims.values() if c.about == mention]
