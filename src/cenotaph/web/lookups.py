"""A way to find one thing by its key -> what reads like a mapping, though nothing is in memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from itertools import islice
from typing import Final, Generic, TypeVar, cast

T = TypeVar("T")


_MOMENTS: Final = 3  # the last, the one before, and that since which running totals are the same
_HELD: Final = 500  # things looked up for one request: a stream of all would hold all of them


class Found(Generic[T]):
    """Things looked up by key when they are asked for; the last ones asked for are remembered."""

    def __init__(self, find: Callable[[str], T | None]) -> None:
        self._find = find
        self._known: dict[str, T | None] = {}

    def get(self, key: str, default: T | None = None, /) -> T | None:
        """Return what stands under a key; the default where nothing does."""
        if key not in self._known:
            found = self._find(key)
            if len(self._known) >= _HELD:
                self._known.clear()
            self._known[key] = found
        found = self._known[key]
        return default if found is None else found

    def put(self, found: Mapping[str, T]) -> None:
        """Remember what was looked up elsewhere, no more than there is room for."""
        self._known.update(islice(found.items(), max(0, _HELD - len(self._known))))

    def __getitem__(self, key: str, /) -> T:
        """Return what stands under a key; KeyError where nothing does."""
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object, /) -> bool:
        """Tell whether anything stands under a key."""
        return isinstance(key, str) and self.get(key) is not None


class Memory(Generic[T]):
    """The things last asked for, each with what it was made from, or a digest of that."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, tuple[object, T]] = OrderedDict()

    def get(self, key: Hashable, origin: object, make: Callable[[], T | None]) -> T | None:
        """Return a thing, made if it is not remembered or was made from something else."""
        with self._lock:
            held = self._held.get(key)
            if held is not None and held[0] == origin:
                self._held.move_to_end(key)
                return held[1]
        made = make()
        if made is not None:
            with self._lock:
                self._held[key] = origin, made
                while len(self._held) > self._most:
                    self._held.popitem(last=False)
        return made


class Momentary:
    """What was made for the moments of the record that are looked at, until there are others."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, dict[str, object]] = OrderedDict()

    def get(self, moment: Hashable, name: str, make: Callable[[], T]) -> T:
        """Return what stands under a name, made where it is not there for this moment."""
        with self._lock:
            held = self._of(moment)
            if name in held:
                return cast("T", held[name])
        made = make()
        with self._lock:
            self._of(moment)[name] = made
        return made

    def names(self, moment: Hashable) -> frozenset[str]:
        """Return what was made for a moment, by name."""
        with self._lock:
            return frozenset(self._held.get(moment, ()))

    def _of(self, moment: Hashable) -> dict[str, object]:
        held = self._held.setdefault(moment, {})
        self._held.move_to_end(moment)
        while len(self._held) > _MOMENTS:
            self._held.popitem(last=False)
        return held
