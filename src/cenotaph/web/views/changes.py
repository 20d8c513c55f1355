"""What a record has that it did not have on a day -> what the page of it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cenotaph.releases import details
from cenotaph.releases.changes import Change, Difference, RunningChange, Told
from cenotaph.releases.printed import HEADINGS, copies, figures
from cenotaph.web.views.folding import OWN, Slice, sheets


class Moved(NamedTuple):
    """A figure or a fact: what it was and is, and the sentences that came or went."""

    words: str
    entered: tuple[Told, ...]
    left: tuple[Told, ...]


class Entry(NamedTuple):
    """One incident, or several that became others, and what of them is another now."""

    before: tuple[tuple[str, str], ...]  # ids and titles, where they are not those of now
    after: tuple[tuple[str, str], ...]
    moved: tuple[Moved, ...]


class Changes(NamedTuple):
    """All that is new or another."""

    incidents: tuple[tuple[str, tuple[Entry, ...]], ...]  # by heading, in English
    running: tuple[Moved, ...]
    copies: tuple[str, ...]


class Part(NamedTuple):
    """As much of an entry as stands on a page."""

    entry: Entry
    moves: int  # in all
    whole: bool  # whether every change with every sentence stands here
    page: int = 1
    pages: int = 1


def begun(entry: Entry, room: int) -> Part:
    """Return what of an entry stands among others: so many sentences and changes."""
    found = sheets(list(map(_sentences, entry.moved)), room)
    return Part(_cut(entry, found[0]), len(entry.moved), len(found) == 1)


def own(entry: Entry, page: int) -> Part:
    """Return what stands on a page of an entry's own; one that is none is the nearest."""
    found = sheets(list(map(_sentences, entry.moved)), OWN)
    at = min(max(page, 1), len(found))
    return Part(_cut(entry, found[at - 1]), len(entry.moved), len(found) == 1, at, len(found))


def of_one(moved: Moved) -> Entry:
    """Return a change of no incident as an entry."""
    return Entry((), (), (moved,))


def _sentences(moved: Moved) -> int:
    return len(moved.entered) + len(moved.left)


def _cut(entry: Entry, sheet: Sequence[Slice]) -> Entry:
    return entry._replace(moved=tuple(_cut_one(entry.moved[s.item], s) for s in sheet))


def _cut_one(moved: Moved, at: Slice) -> Moved:
    came = len(moved.entered)
    return moved._replace(
        entered=moved.entered[at.start : at.end],
        left=moved.left[max(at.start - came, 0) : max(at.end - came, 0)],
    )


def changes(found: Difference) -> Changes:
    """Return what differs, kind by kind, in the order of `cenotaph show --since`."""
    held = ((words, [c for c in found.incidents if c.kind == k]) for k, words in HEADINGS.items())
    return Changes(
        incidents=tuple((words, tuple(map(_entry, of))) for words, of in held if of),
        running=tuple(map(_running, found.running)),
        copies=tuple(copies(found)),
    )


def _entry(change: Change) -> Entry:
    before, after = (tuple((b.id, b.title) for b in s) for s in (change.before, change.after))
    alone = len(before) == len(after) == 1
    return Entry(() if alone else before, after, tuple(_moved(change)))


def _moved(change: Change) -> Iterator[Moved]:
    for toll in change.tolls:
        sides = [figures(rows) for rows in (toll.before, toll.after)]
        if change.kind in {"new", "gone"}:
            words = figures((*toll.before, *toll.after))
        elif toll.moved:
            words = " → ".join(sides)
        else:
            words = f"{sides[1]}, on other grounds"
        yield Moved(f"{toll.what}: {words}", toll.entered, toll.left)
    for fact in change.details:
        yield Moved(f"{fact.what}: {fact.before} → {fact.after}", fact.entered, fact.left)
    for listed in change.lists:
        for word, facts in (("new", listed.new), ("gone", listed.gone)):
            for one in facts:
                told = one.claims
                sides_of = (told, ()) if word == "new" else ((), told)
                yield Moved(f"{listed.what}, {word}: {one.words}", *sides_of)


def _running(change: RunningChange) -> Moved:
    sides = [_all(map(details.running, rows)) for rows in (change.before, change.after)]
    return Moved(f"{sides[0]} → {sides[1]}", change.entered, change.left)


def _all(words: Iterable[str]) -> str:
    return "; ".join(words) or "nothing"
