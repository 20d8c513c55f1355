"""The record at one moment -> pieces of it as records of their own, small enough for memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple, TypeVar

import msgspec

from cenotaph.link import versions
from cenotaph.model import (
    Account,
    AccountIncident,
    Capture,
    Incident,
    Lookup,
    Record,
    without_names,
)
from cenotaph.store import Looking
from cenotaph.web.grown import Key
from cenotaph.web.state import State

T = TypeVar("T")
Stories = tuple[AccountIncident, ...]
_AT_ONCE: Final = 100  # documents, captures or incidents of one piece
_NONE: Final = ("captures", "accounts", "incidents", "series", "stories", "copies_of", "replaces")
_incident = msgspec.msgpack.Decoder(Incident)
_stories = msgspec.msgpack.Decoder(Stories)


class Parts(NamedTuple):
    """The record, cut; every name is in it as it came, but where it says otherwise."""

    looking: Looking
    state: State
    policy: str  # as it was asked for
    accounts: Lookup[Account]

    def cut(self, **parts: tuple[Any, ...]) -> Record:
        """Return the record with nothing in it but some of its parts."""
        return Record(
            digest=self.state.digest,
            policy=self.state.policy,
            decisions=self.state.decisions,
            **{**dict.fromkeys(_NONE, ()), **parts},
        )

    def by_document(self, documents: Collection[str] | None) -> Iterator[Record]:
        """Yield some documents, or all, a few in each piece, with all their captures."""
        told = (d for d in self.state.told if documents is None or d in documents)
        for some in _in_pieces(told):
            yield self.of(some)

    def by_capture(
        self, documents: Collection[str] | None, replaces: tuple[tuple[str, str], ...] = ()
    ) -> Iterator[Record]:
        """Yield the captures of some documents, or of all, in the record's order."""
        order = self.looking.capture_order()
        known = (row for row in order if documents is None or row[1] in documents)
        for some in _in_pieces(known):
            captures = self.looking.captures_of_ids([key for _, _, key in some])
            piece = self._piece({d for _, d, _ in some}, [captures[key] for _, _, key in some])
            yield msgspec.structs.replace(piece, replaces=replaces)

    def by_incident(self, wanted: Iterable[Key]) -> Iterator[Record]:
        """Yield some incidents, in the order asked for, without their accounts."""
        for some in _in_pieces(wanted):
            yield self.cut(incidents=tuple(self._incidents(some)))

    def of(self, documents: Collection[str]) -> Record:
        """Return some documents in one piece, with all their captures."""
        captures = self.looking.captures(documents)
        return self._piece(documents, [c for one in captures.values() for c in one])

    def series(self) -> Record:
        """Return the figures that are no incident's."""
        return self.cut(series=tuple(r.whole for r in self.state.series.values()))

    def replaced(self) -> tuple[tuple[str, str], ...]:
        """Return (newer, older) documents that were received from one address."""
        return versions([c for _, c in self.looking.all_captures() if c.url])

    def differing(
        self, incidents: Iterable[Key], series: Iterable[str], documents: Collection[str]
    ) -> Record:
        """Return some incidents, running totals and copies, names withheld."""
        copies, names = self.state.copies, (self.state.hidden, self.state.captured.publishers)
        captures = self.looking.captures(documents)
        return self.cut(
            incidents=tuple(without_names(i, *names) for i in self._incidents(incidents)),
            series=tuple(self.state.series[key].shown for key in series),
            copies_of=tuple((d, copies[d]) for d in sorted(documents) if d in copies),
            captures=tuple(c for one in captures.values() for c in one),
        )

    def _piece(self, documents: Collection[str], captures: Sequence[Capture]) -> Record:
        copies = self.state.copies
        homes = self.looking.homes(documents, self.policy)
        return self.cut(
            captures=tuple(captures),
            accounts=tuple(a for d in sorted(documents) if (a := self.accounts.get(d))),
            incidents=tuple(map(_incident.decode, homes)),
            stories=tuple(self._told(documents)),
            copies_of=tuple((d, copies[d]) for d in sorted(documents) if d in copies),
        )

    def _incidents(self, keys: Iterable[Key]) -> Iterator[Incident]:
        yield from map(_incident.decode, self.looking.incidents(keys, self.policy))

    def _told(self, documents: Collection[str]) -> Iterator[tuple[str, Stories]]:
        """Yield what each account alone says, each story with the incident that holds it now."""
        home = dict(self.looking.events_home(documents))
        replace = msgspec.structs.replace
        for document, _, _, stories in self.looking.accounts(documents):
            told = _stories.decode(stories)
            yield document, tuple(replace(s, incident=home.get(s.incident or "")) for s in told)


def _in_pieces(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
