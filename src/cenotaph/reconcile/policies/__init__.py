"""Positions -> figures: one counting policy a module, found by name (COUNTING 7)."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from cenotaph.errors import UsageError
from cenotaph.model import Figure
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.positions import Position


class Policy(Protocol):
    """What a policy has: a module of this package, or a user's own."""

    NAME: str  # with its version: "envelope/1"
    DESCRIPTION: str

    def count(self, positions: Sequence[Position], case: Case, /) -> tuple[Figure, ...]:
        """Return at most one figure for each outcome and kind of people; order does not matter.

        Positions are what single accounts say; `case` is what else is known of the incident.
        """


def policies() -> dict[str, Policy]:
    """Return every policy that is shipped, by name: one a module of this package."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return {n: cast("Policy", importlib.import_module(f"{__name__}.{n}")) for n in names}


def policy(name: str, own: Mapping[str, Policy] = {}) -> Policy:
    """Return the policy of that name, shipped or the user's own; UsageError when there is none."""
    known = {**own, **policies()}
    if name not in known:
        raise UsageError(f"no policy {name!r}; known: {', '.join(sorted(known))}")
    return known[name]
