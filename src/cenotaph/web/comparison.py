"""The record, and that of an earlier day -> what differs, with few accounts at a time in memory."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, Self, TypeVar

import msgspec

from cenotaph import releasing
from cenotaph.growth.accounts import account_of
from cenotaph.model import Incident, Record, Series, without_names
from cenotaph.publish import Options
from cenotaph.releases.changes import CopyChange, Difference
from cenotaph.releases.matching import Group, matched, mentions
from cenotaph.releases.printed import HEADINGS
from cenotaph.store import Looking, Standing
from cenotaph.web.state import State
from cenotaph.web.views.changes import Changes, Entry, Moved, changes

K = TypeVar("K", "_Known", "_Figure")
Tell = Callable[[int, int], None]
_AT_ONCE: Final = 100  # documents whose accounts are in memory
RUNNING: Final = "Running totals"
COPIES: Final = "Copies"
KINDS: Final = (*HEADINGS.values(), RUNNING, COPIES)
"""What a comparison has of each, in the order in which it is told."""
_incident = msgspec.msgpack.Decoder(Incident)
_series = msgspec.msgpack.Decoder(Series)
_entry = msgspec.msgpack.Decoder(Entry)
_moved = msgspec.msgpack.Decoder(Moved)
_words = msgspec.msgpack.Decoder(str)


class Contents(NamedTuple):
    """What a record holds, each with the digest of its content."""

    incidents: Sequence[tuple[str, str, bytes]]  # day, id
    series: Sequence[tuple[str, bytes]]
    copies: Mapping[str, str]

    @classmethod
    def of(cls, standing: Standing, policy: str) -> Self:
        """Return what is kept of a record under a policy."""
        rows = standing.contents(policy, standing.received()).rows
        return cls(rows["incidents"], rows["series"], dict(rows["copies"]))

    @classmethod
    def now(cls, state: State) -> Self:
        """Return what the desk holds."""
        return cls(
            [(*key, digest) for key, digest in state.digests.items()],
            [(key, r.digest) for key, r in state.series.items()],
            state.copies,
        )


class Side(NamedTuple):
    """One of the two records, as it is kept."""

    contents: Contents
    looking: Looking
    policy: str  # as it was asked for

    def of(self, documents: Iterable[str], series: Iterable[str] = ()) -> Record:
        """Return some accounts, the incidents that they tell of, and some running totals."""
        told = [account_of(text, body) for _, text, body, _ in self.looking.accounts(documents)]
        known = [a.document.id for a in told]
        captures = self.looking.captures(known)
        return Record(
            digest="",
            policy=self.policy,
            captures=tuple(c for one in captures.values() for c in one),
            accounts=tuple(told),
            incidents=tuple(map(_incident.decode, self.looking.homes(known, self.policy))),
            series=tuple(map(_series.decode, self.looking.series(series, self.policy))),
            stories=(),
            copies_of=(),
            replaces=(),
            decisions=(),
        )


class How(NamedTuple):
    """How what differs is told."""

    options: Options
    hidden: frozenset[str]
    publishers: frozenset[str]


class Compared:
    """What differs, by kind, kept in a file without a name that is gone when nobody needs it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._db = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._db.execute(
            "CREATE TABLE found (kind TEXT, n INTEGER, body BLOB, PRIMARY KEY (kind, n))"
            " WITHOUT ROWID"
        )
        self.counts: dict[str, int] = {}

    def add(self, kind: str, values: Iterable[object]) -> None:
        """Keep more of one kind."""
        for value in values:
            n = self.counts[kind] = self.counts.get(kind, 0) + 1
            row = (kind, n, msgspec.msgpack.encode(value))
            with self._lock:
                self._db.execute("INSERT INTO found VALUES (?, ?, ?)", row)

    def changes(self, kinds: Iterable[str], start: int, count: int) -> Changes:
        """Return so many of each of some kinds, from one on."""
        rows = {kind: self._rows(kind, start, count) for kind in kinds}
        return Changes(
            incidents=tuple(
                (kind, tuple(map(_entry.decode, found)))
                for kind, found in rows.items()
                if found and kind not in {RUNNING, COPIES}
            ),
            running=tuple(map(_moved.decode, rows.get(RUNNING, ()))),
            copies=tuple(map(_words.decode, rows.get(COPIES, ()))),
        )

    def _rows(self, kind: str, start: int, count: int) -> list[bytes]:
        query = "SELECT body FROM found WHERE kind = ? AND n > ? ORDER BY n LIMIT ?"
        with self._lock:
            return [body for (body,) in self._db.execute(query, (kind, start, count))]


def told(found: Compared) -> Iterator[dict[str, object]]:
    """Yield each thing that differs as a row, kind by kind."""
    for kind, count in found.counts.items():
        for start in range(0, count, _AT_ONCE):
            some = found.changes([kind], start, _AT_ONCE)
            for entry in (e for _, entries in some.incidents for e in entries):
                sides = {n: [*map(_named, getattr(entry, n))] for n in ("before", "after")}
                yield {"kind": kind, **sides, "changes": [*map(_change, entry.moved)]}
            for moved in some.running:
                yield {"kind": kind, "before": [], "after": [], "changes": [_change(moved)]}
            for words in some.copies:
                change = {"words": words, "entered": [], "left": []}
                yield {"kind": kind, "before": [], "after": [], "changes": [change]}


def _named(incident: tuple[str, str]) -> dict[str, str]:
    return {"id": incident[0], "title": incident[1]}


def _change(moved: Moved) -> dict[str, object]:
    sides = {n: msgspec.to_builtins(getattr(moved, n)) for n in ("entered", "left")}
    return {"words": moved.words, **sides}


def compare(before: Side, after: Side, how: How, tell: Tell) -> Compared:
    """Return all in which the later record differs; `tell` hears how far the comparison is."""
    found = Compared()
    old, new = before.contents.incidents, after.contents.incidents
    gone, come = _known(before, _less(old, new)), _known(after, _less(new, old))
    groups = list(matched(gone, come, mentions, mentions))
    for done, part in _in_parts(groups, lambda i: i.accounts):
        tell(done, len(groups))
        ids = {i.id for group in part for side in group for i in side}
        documents = {d for group in part for side in group for i in side for d in i.accounts}
        _keep(found, _incidents(_between(before.of(documents), after.of(documents), how), ids))
    _running(found, (before, after), how)
    _copies(found, (before, after), how)
    return found


class _Known(NamedTuple):
    """Of an incident what tells which of the other record it is."""

    id: str
    aliases: tuple[str, ...]
    accounts: tuple[str, ...]


class _Figure(NamedTuple):
    """Of a running total the same."""

    id: str
    claims: tuple[str, ...]


R = TypeVar("R", bound=tuple[object, ...])


def _less(rows: Sequence[R], others: Sequence[R]) -> list[R]:
    known = set(others)
    return [row for row in rows if row not in known]


def _known(side: Side, rows: Iterable[tuple[str, str, bytes]]) -> list[_Known]:
    keys = [(day, key) for day, key, _ in rows]
    bodies = map(_incident.decode, side.looking.incidents(keys, side.policy))
    return [_Known(i.id, i.aliases, i.accounts) for i in bodies]


def _in_parts(
    groups: Sequence[Group[K]], documents: Callable[[K], Iterable[str]]
) -> Iterator[tuple[int, list[Group[K]]]]:
    """Yield groups, as many together as have few documents, and how many went before."""
    part: list[Group[K]] = []
    size = 0
    for n, group in enumerate(groups):
        part.append(group)
        size += sum(len(tuple(documents(one))) for side in group for one in side)
        if size >= _AT_ONCE or n + 1 == len(groups):
            yield n + 1 - len(part), part
            part, size = [], 0


def _between(before: Record, after: Record, how: How) -> Difference:
    found = releasing.grown(before, after, how.options)
    return without_names(found, how.hidden, how.publishers)


def _incidents(found: Difference, wanted: set[str]) -> Difference:
    """Return the changes of some incidents; others are there for what they share with them."""
    of = (c for c in found.incidents if not wanted.isdisjoint(b.id for b in (*c.before, *c.after)))
    return msgspec.structs.replace(found, incidents=tuple(of), running=(), copies=())


def _keep(found: Compared, difference: Difference) -> None:
    shown = changes(difference)
    for kind, entries in shown.incidents:
        found.add(kind, entries)
    found.add(RUNNING, shown.running)
    found.add(COPIES, shown.copies)


Sides = tuple[Side, Side]


def _running(found: Compared, sides: Sides, how: How) -> None:
    old, new = (side.contents.series for side in sides)
    apart = []
    for side, rows in zip(sides, (_less(old, new), _less(new, old)), strict=True):
        bodies = side.looking.series([key for key, _ in rows], side.policy)
        apart.append([_Figure(s.id, s.claims) for s in map(_series.decode, bodies)])

    def keys(one: _Figure) -> Iterable[str]:
        return (one.id, *one.claims)

    groups = list(matched(apart[0], apart[1], keys, keys))
    for _, part in _in_parts(groups, lambda s: s.claims):
        cited = (c for group in part for side in group for one in side for c in one.claims)
        documents = {*sides[1].looking.owners(cited).values()}
        old_one, new_one = (
            side.of(documents, [one.id for group in part for one in group[n]])
            for n, side in enumerate(sides)
        )
        difference = _between(old_one, new_one, how)
        _keep(found, msgspec.structs.replace(difference, incidents=(), copies=()))


def _copies(found: Compared, sides: Sides, how: How) -> None:
    old, new = (side.contents.copies for side in sides)
    apart = {d for d in (*old, *new) if old.get(d) != new.get(d)}
    named = apart | {o for side in (old, new) for d in apart if (o := side.get(d))}
    captures = sides[1].looking.captures(named)
    refs = {d: c.ref for d, one in captures.items() for c in one}

    def ref(document: str | None) -> str | None:
        return refs.get(document, document) if document else None

    told = (CopyChange(ref=refs[d], before=ref(old.get(d)), after=ref(new.get(d))) for d in apart)
    ordered = tuple(sorted(told, key=lambda c: c.ref))
    nothing = releasing.grown(sides[0].of(()), sides[1].of(()), how.options)
    _keep(found, without_names(msgspec.structs.replace(nothing, copies=ordered), how.hidden))
