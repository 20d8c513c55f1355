"""Names of towns -> whether they are surely far apart, whichever towns of the names are meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cenotaph.model import Gazetteer
from cenotaph.model.globe import distance

_FAR: Final = 50.0  # kilometres: no town's suburbs reach so far
_BESIDE: Final = 12.0  # kilometres: within them one may be a quarter of the other
_MOST: Final = 12  # towns of one name; of a name with more nobody knows which is meant


class Far:
    """Looks towns up, each name once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take what knows where towns are."""
        self._gazetteer = gazetteer
        self._known: dict[str, tuple[tuple[float, float], ...]] = {}

    def apart(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Tell whether every town of some lies far from every town of others; False for none."""
        pairs = [(a, b) for a in some for b in others]
        return bool(pairs) and all(self._are_apart(a, b) for a, b in pairs)

    def may_meet(self, one: str, other: str) -> bool:
        """Tell whether one town may be a part of the other, or lie beside it."""
        here, there = self._places(one), self._places(other)
        return any(distance(a, b) < _BESIDE for a in here for b in there)

    def _are_apart(self, one: str, other: str) -> bool:
        here, there = self._places(one), self._places(other)
        return bool(here and there) and all(distance(a, b) > _FAR for a in here for b in there)

    def _places(self, name: str) -> tuple[tuple[float, float], ...]:
        if name not in self._known:
            known = self._gazetteer.candidates(name)
            found = [p for p in known if p.kind == "town"] or known  # not its province's center
            many = len(found) > _MOST
            self._known[name] = () if many else tuple((p.lat, p.lon) for p in found)
        return self._known[name]
