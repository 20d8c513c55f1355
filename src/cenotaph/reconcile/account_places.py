"""What one account says of where its incidents were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from cenotaph.model import Account, Claim, Place

LEAST: Final = 0.5  # confidence below which a claim feeds nothing (COUNTING 20a)

_LOCAL: Final = frozenset({"US", "CA"})  # their news is datelined where it happened

# What the less telling kinds of place must be surer by to stand before a town.
_COARSE: Final = {"admin2": 0.1, "admin1": 0.4, "country": 0.5, "unresolved": 0.39}


def place(claims: Sequence[Claim]) -> Place | None:
    """Return the surest place, a town rather than its state or a name that nobody holds."""
    places = [
        (c.confidence - _COARSE.get(c.value.precision, 0.0), c.value)
        for c in claims
        if isinstance(c.value, Place)
    ]
    return max(places, key=lambda p: p[0], default=(0.0, None))[1]


def main_place(account: Account, told: Place | None, claims: Sequence[Claim]) -> Place | None:
    """Return where the main incident was, by what is told of it, else of the account's others."""
    if told is not None and told.precision != "unresolved":
        return told
    here = _written_at(account, claims)
    if told is not None:  # "in Southside": in American news a part of the town it names
        here = here or place([c for c in claims if c.confidence >= LEAST and _is_town(c)])
        return here if here is not None and here.country in _LOCAL else told
    return here or place([c for c in claims if c.confidence >= LEAST])


def _is_town(claim: Claim) -> bool:
    return isinstance(claim.value, Place) and claim.value.precision in {"town", "admin2"}


def _written_at(account: Account, claims: Iterable[Claim]) -> Place | None:
    """Return the dateline's town, but not a bureau's abroad.

    It must lie in the country that the account's other places are in.
    """
    found = [c.value for c in claims if isinstance(c.value, Place) and c.confidence < LEAST]
    for here in found:
        others = Counter(
            m.value.country
            for m in account.marks
            if isinstance(m.value, Place) and m.value.country and m.value.name != here.name
        )
        told = others.most_common(1)
        if here.country is not None and (not told or told[0][0] == here.country):
            return here
    return None
