"""Ids as people write them, shortened or old -> the claim, mention, document or decision meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, Protocol

from cenotaph.errors import UsageError
from cenotaph.model import Account, Claim, Incident, Lookup, Mention, Publisher, Remarked

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


class Known(Protocol):
    """What knows the ids of a record, and what they name."""

    @property
    def claims(self) -> Lookup[Claim]:
        """Live claims."""

    @property
    def mentions(self) -> Lookup[Mention]:
        """Mentions."""

    @property
    def accounts(self) -> Lookup[Account]:
        """Accounts, by document."""

    @property
    def homes(self) -> Lookup[Incident]:
        """Incidents, by any of their mentions."""

    @property
    def remarked(self) -> Remarked:
        """What finds the code, tags and notes of an incident."""

    @property
    def publishers(self) -> Mapping[str, str]:
        """Every publisher of an account by its name as names are compared."""

    @property
    def held(self) -> Mapping[str, Publisher]:
        """What is held of publishers now, by their names as names are compared."""

    def received_as(self, ref: str, /) -> str | None:
        """Return the document received under a ref."""

    def beginning(self, words: str, most: int | None = None, /) -> list[Named]:
        """Return what has an id that begins so, sorted by id; at most so many."""

    def hanging(self, mention: str, /) -> list[Claim]:
        """Return the claims about a mention."""


class Ids:
    """Finds what is meant by an id of the record, or by one of an earlier reading."""

    def __init__(self, known: Known, ledger: Past) -> None:
        self._known = known
        self._ledger = ledger
        self.claims = known.claims
        self.mentions = known.mentions
        self.accounts = known.accounts
        self.homes = known.homes
        self.hanging = known.hanging

    @property
    def remarked(self) -> Remarked:
        """What finds the code, tags and notes of an incident."""
        return self._known.remarked

    @property
    def publishers(self) -> Mapping[str, str]:
        """Every publisher of an account by its name as names are compared."""
        return self._known.publishers

    @property
    def held(self) -> Mapping[str, Publisher]:
        """What is held of publishers now, by their names as names are compared."""
        return self._known.held

    def find(self, words: str, *kinds: Kind) -> Named:
        """Return what is meant, of these kinds; UsageError for none, several or another kind.

        The id of an incident, and every alias it ever had, is the id of a mention. A document may
        be named by its ref too.
        """
        document = self._known.received_as(words) if "document" in kinds else None
        if document is not None:
            return Named("document", document)
        if len(words) < _LEAST:
            raise UsageError(f"{words!r} is too short: write {_LEAST} letters of an id, or more")
        found = self._known.beginning(words)
        fitting = [one for one in found if one.kind in kinds]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            shown = ", ".join(one.id for one in fitting[:_NEAREST])
            shown += ", ..." if len(fitting) > _NEAREST else ""
            raise UsageError(f"{words!r} begins {len(fitting):,} ids: {shown}; write more of it")
        if found:
            raise UsageError(self._other(words, found[0], kinds))
        return self._old(words, kinds)

    def _other(self, words: str, found: Named, kinds: tuple[Kind, ...]) -> str:
        wanted, hint = " or ".join(kinds), ""
        if found.kind == "mention" and "claim" in kinds:
            hanging = [c.id[:12] for c in self.hanging(found.id)]
            hint = f"; the claims that hang on it: {', '.join(hanging) or 'none'}"
        if found.kind == "claim" and kinds == ("document",):
            hint = f"; it is of document {self.claims[found.id].document[:12]}"
        return f"{words} is a {found.kind}, and a {wanted} is wanted here{hint}"

    def _old(self, words: str, kinds: tuple[Kind, ...]) -> Named:
        """Return the heir of an id that an earlier reading gave."""
        heir = self._ledger.heir(words)
        for one in self._known.beginning(heir) if heir is not None else ():
            if one.id == heir and one.kind in kinds:
                return one
        nearest = self._nearest(words, kinds)
        wanted = " or ".join(kinds)
        shown = f"; the nearest are {', '.join(i[:12] for i in nearest)}" if nearest else ""
        raise UsageError(f"no {wanted} of this record has an id that begins with {words!r}{shown}")

    def _nearest(self, words: str, kinds: tuple[Kind, ...]) -> list[str]:
        """Return the ids that share most first letters."""
        found: dict[str, None] = {}
        for length in range(len(words) - 1, -1, -1):
            most = _NEAREST * 8 if length < _LEAST else None  # of very many, the first
            beginning = self._known.beginning(words[:length], most)
            found.update(dict.fromkeys(one.id for one in beginning if one.kind in kinds))
            if len(found) >= _NEAREST:
                break
        return list(found)[:_NEAREST]
