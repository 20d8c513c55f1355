"""The record at one moment -> what of it has an id, as those look it up who are given one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, cast

from cenotaph.desk.ids import Kind, Named
from cenotaph.model import Claim, Publisher, Remarked, plain
from cenotaph.store import Ledger, Looking

if TYPE_CHECKING:
    from cenotaph.web.now import Now


class Living:
    """The ids of the record, looked up in the ledger."""

    def __init__(self, now: Now, looking: Looking) -> None:
        self.claims, self.mentions = now.claims, now.mentions
        self.accounts, self.homes = now.accounts, now.incidents
        self.received_as = looking.received_as
        self._now = now
        self._looking = looking

    @cached_property
    def remarked(self) -> Remarked:
        """What finds the code, tags and notes of an incident."""
        return self._now.remarks(self._now.state.decisions)

    @cached_property
    def publishers(self) -> Mapping[str, str]:
        """Every publisher of an account by its name as names are compared."""
        named = self._now.state.captured.plain
        return {named[n]: n for n in sorted(named, reverse=True) if n}

    @cached_property
    def held(self) -> Mapping[str, Publisher]:
        """What is held of publishers now, by their names as names are compared."""
        return {plain(p.name): p for p in self._now.terms.publishers}

    def beginning(self, words: str, most: int | None = None, /) -> list[Named]:
        """Return what has an id that begins so, sorted by id; at most so many."""
        found = (
            Named(cast("Kind", kind), key) for key, kind in self._looking.beginning(words, most)
        )
        return [one for one in found if self._is_live(one)]

    def hanging(self, mention: str, /) -> list[Claim]:
        """Return the claims about a mention."""
        found = self.mentions.get(mention)
        account = self.accounts.get(found.document) if found is not None else None
        return [c for c in account.claims if c.about == mention] if account is not None else []

    def _is_live(self, one: Named) -> bool:
        match one.kind:
            case "claim":
                return one.id in self.claims
            case "mention":
                return one.id in self.mentions
            case _:
                return True


class Gone:
    """Finds what an id of an earlier reading stands for, in a ledger opened for the question."""

    def __init__(self, ledger: str) -> None:
        self._ledger = ledger

    def heir(self, subject: str) -> str | None:
        """Return the live claim or mention that such an id stands for now."""
        with Ledger.open(self._ledger) as opened:
            return opened.heir(subject)
