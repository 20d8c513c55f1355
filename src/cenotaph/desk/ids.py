"""Ids as people write them, shortened or old -> the claim, mention, document or decision meant."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from cenotaph.errors import UsageError
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

Kind = Literal["claim", "mention", "document", "decision"]
_NEAREST = 3  # ids named where none fits
_LEAST = 4  # letters an id may be shortened to


class Named(NamedTuple):
    """What an id names."""

    kind: Kind
    id: str


class Past(Protocol):
    """What knows ids of earlier readings: a ledger."""

    def heir(self, subject: str, /) -> str | None:
        """Return the live claim or mention that such an id stands for now."""


class Ids:
    """Finds what is meant by an id of the record, or by one of an earlier reading.

    `terms` are those that the user set, before what was decided about publishers.
    """

    def __init__(self, record: Record, ledger: Past, terms: Terms = NOTHING_SET) -> None:
        self._ledger = ledger
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
        return Remarked(self._record)

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

    def find(self, words: str, *kinds: Kind) -> Named:
        """Return what is meant, of these kinds; UsageError for none, several or another kind.

        The id of an incident, and every alias it ever had, is the id of a mention. A document may
        be named by its ref too.
        """
        if "document" in kinds and words in self._refs:
            return Named("document", self._refs[words])
        if len(words) < _LEAST:
            raise UsageError(f"{words!r} is too short: write {_LEAST} letters of an id, or more")
        found = sorted(i for i in self._kinds if i.startswith(words))
        fitting = [i for i in found if self._kinds[i] in kinds]
        if len(fitting) == 1:
            return Named(self._kinds[fitting[0]], fitting[0])
        if fitting:
            shown = ", ".join(fitting[:_NEAREST]) + (", ..." if len(fitting) > _NEAREST else "")
            raise UsageError(f"{words!r} begins {len(fitting):,} ids: {shown}; write more of it")
        if found:
            raise UsageError(self._other(words, found[0], kinds))
        return self._old(words, kinds)

    def _other(self, words: str, found: str, kinds: tuple[Kind, ...]) -> str:
        wanted, kind = " or ".join(kinds), self._kinds[found]
        hint = ""
        if kind == "mention" and "claim" in kinds:
            hanging = [c.id[:12] for c in self.claims.values() if c.about == found]
            hint = f"; the claims that hang on it: {', '.join(hanging) or 'none'}"
        if kind == "claim" and kinds == ("document",):
            hint = f"; it is of document {self.claims[found].document[:12]}"
        return f"{words} is a {kind}, and a {wanted} is wanted here{hint}"

    def _old(self, words: str, kinds: tuple[Kind, ...]) -> Named:
        """Return the heir of an id that an earlier reading gave."""
        heir = self._ledger.heir(words)
        if heir is not None and self._kinds.get(heir) in kinds:
            return Named(self._kinds[heir], heir)
        known = (i for i, kind in self._kinds.items() if kind in kinds)
        nearest = sorted(known, key=lambda i: (-_shared(i, words), i))[:_NEAREST]
        wanted = " or ".join(kinds)
        shown = f"; the nearest are {', '.join(i[:12] for i in nearest)}" if nearest else ""
        raise UsageError(f"no {wanted} of this record has an id that begins with {words!r}{shown}")


def _shared(a: str, b: str) -> int:
    """Return how many first letters two ids share."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(b))
