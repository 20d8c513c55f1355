"""What is made of all incidents at one moment -> the same at the next, by what moved alone.

A decision moves one incident or a few. What lists, the map and counts are made of is made anew for
those, and stays as it is for the many thousand others.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Final, NamedTuple, TypeVar, cast

T = TypeVar("T")
Key = tuple[str, str]  # day and id of an incident
Moment = tuple[str, str]  # of the ledger, and of what is kept
_HELD: Final = 12  # things in memory, the last asked for: each of all incidents, some megabytes
_STEPS: Final = 30  # moments back from which a thing can go on
_MANY: Final = 1000  # incidents: where so many moved, all is made anew


class Step(NamedTuple):
    """From one moment to the next."""

    begun: Moment
    moved: frozenset[Key]  # incidents that are gone, have come or are others


def stepped(steps: Sequence[Step], begun: Moment, moved: Collection[Key]) -> tuple[Step, ...]:
    """Return the last steps with one more; none where too much moved to go on from before."""
    if len(moved) > _MANY:
        return ()
    return (*steps[1 - _STEPS :], Step(begun, frozenset(moved)))


class Grown:
    """Things as they were last made, each with its moment."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, tuple[Moment, object]] = OrderedDict()

    def get(
        self,
        name: Hashable,
        at: tuple[Moment, Sequence[Step]],
        make: Callable[[], T],
        grow: Callable[[T, frozenset[Key]], T],
    ) -> T:
        """Return a thing at a moment that such steps led to: made, or grown from an earlier one.

        `grow` is given the earlier one, which it leaves as it is, and what moved since.
        """
        moment, steps = at
        with self._lock:
            held = self._held.get(name)
            if held is not None:
                self._held.move_to_end(name)
        if held is not None and held[0] == moment:
            return cast("T", held[1])
        moved = None if held is None else _moved(steps, held[0])
        made = make() if held is None or moved is None else grow(cast("T", held[1]), moved)
        with self._lock:
            if self._held.get(name) is held:  # nobody was quicker
                self._held[name] = moment, made
                self._held.move_to_end(name)
            while len(self._held) > _HELD:
                self._held.popitem(last=False)
        return made


def _moved(steps: Sequence[Step], since: Moment) -> frozenset[Key] | None:
    """Return what moved since a moment; None where no step began there."""
    begun = next((n for n, step in enumerate(steps) if step.begun == since), None)
    return None if begun is None else frozenset[Key]().union(*(s.moved for s in steps[begun:]))
