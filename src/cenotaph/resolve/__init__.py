"""Accounts as said -> accounts with days and places, against captures and gazetteer.

Claims are stored as said; a better gazetteer or a capture with its date needs no rereading.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Account, Capture, Gazetteer
from cenotaph.resolve.beats import beats
from cenotaph.resolve.days import resolve_days
from cenotaph.resolve.ground import Beat
from cenotaph.resolve.places import resolve_places

__all__ = ["beats", "resolve"]


def resolve(
    account: Account,
    captures: Sequence[Capture],
    gazetteer: Gazetteer,
    beat: Beat | None = None,
) -> Account:
    """Return the account with its days set against the captures and its places looked up."""
    return resolve_places(resolve_days(account, captures), gazetteer, beat)
