"""Positions -> figures: one counting policy a module, found by name (COUNTING 7)."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from typing import Protocol, cast

from cenotaph.errors import UsageError
from cenotaph.model import Figure
from cenotaph.reconcile.positions import Position
from cenotaph.reconcile.sources import Sources


class Policy(Protocol):
    """What a policy module has."""

    NAME: str  # with its version: "envelope/1"
    DESCRIPTION: str

    @staticmethod
    def count(positions: Sequence[Position], sources: Sources, /) -> tuple[Figure, ...]:
        """Return one figure for each outcome and kind of people."""


def policies() -> dict[str, Policy]:
    """Return every policy by name: one a module of this package."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return {n: cast("Policy", importlib.import_module(f"{__name__}.{n}")) for n in names}


def policy(name: str) -> Policy:
    """Return the policy of that name; UsageError when there is none."""
    known = policies()
    if name not in known:
        raise UsageError(f"no policy {name!r}; known: {', '.join(known)}")
    return known[name]
