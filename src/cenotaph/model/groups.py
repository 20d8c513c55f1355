"""Things -> those with one key together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def by_key(things: Iterable[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    """Return things in groups, in the order in which each key is first met."""
    found: dict[K, list[V]] = defaultdict(list)
    for one in things:
        found[key(one)].append(one)
    return dict(found)
