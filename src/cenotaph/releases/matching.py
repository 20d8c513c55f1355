"""What two records hold -> which of the one is which of the other, by what they share. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar


class Known(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """Its id."""


class Held(Known, Protocol):
    """An incident, by all the mentions it holds."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """The ids of its other mentions."""


K = TypeVar("K", bound=Known)
Keys = Callable[[K], Iterable[str]]


class Group(NamedTuple, Generic[K]):
    """What of the one record is, together, what of the other: one and one, mostly."""

    before: tuple[K, ...]
    after: tuple[K, ...]


def mentions(incident: Held) -> tuple[str, ...]:
    """Return every id by which an incident is known."""
    return (incident.id, *incident.aliases)


def matched(
    before: Sequence[K], after: Sequence[K], keys: Keys[K], second: Keys[K]
) -> Iterator[Group[K]]:
    """Yield the groups that share a key, in order of the later record, then of the earlier.

    What shares none is looked for by its second keys, so that an incident stays one when each of
    its mentions goes by another id since it was read anew. What is in a group of its own is new or
    gone.
    """
    first = (_held(before, keys), _held(after, keys))
    other = (_held(before, second), _held(after, second))
    links: dict[tuple[int, str], set[tuple[int, str]]] = defaultdict(set)
    for side, things in enumerate((before, after)):
        for thing in things:
            found = _holders(first[1 - side], keys(thing))
            for partner in found or _holders(other[1 - side], second(thing)):
                links[side, thing.id].add((1 - side, partner))
                links[1 - side, partner].add((side, thing.id))
    yield from _groups(before, after, links)


def _held(things: Iterable[K], keys: Keys[K]) -> dict[str, str]:
    return {key: thing.id for thing in things for key in keys(thing)}


def _holders(held: dict[str, str], keys: Iterable[str]) -> set[str]:
    return {held[key] for key in keys if key in held}


def _groups(
    before: Sequence[K],
    after: Sequence[K],
    links: dict[tuple[int, str], set[tuple[int, str]]],
) -> Iterator[Group[K]]:
    order = [*((1, a) for a in after), *((0, b) for b in before)]
    rank = {(side, thing.id): n for n, (side, thing) in enumerate(order)}
    done: set[tuple[int, str]] = set()
    for side, thing in order:
        if (side, thing.id) not in done:
            together = _reached((side, thing.id), links)
            done |= together
            found = [order[n] for n in sorted(rank[one] for one in together)]
            yield Group(
                tuple(t for side, t in found if side == 0),
                tuple(t for side, t in found if side == 1),
            )


def _reached(
    start: tuple[int, str], links: dict[tuple[int, str], set[tuple[int, str]]]
) -> set[tuple[int, str]]:
    found, ahead = {start}, [start]
    while ahead:
        new = links.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found
