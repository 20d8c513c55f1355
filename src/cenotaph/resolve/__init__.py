"""Accounts as said -> accounts with days and places, against captures and gazetteer.

Claims are stored as said; a better gazetteer or a capture with its date needs no rereading.
"""

from __future__ import annotations

from collections.abc import Sequence

from cenotaph.model import Account, Capture, Gazetteer
from cenotaph.resolve.beats import beat, beats, named, publisher_of, sample, shown
from cenotaph.resolve.days import resolve_days
from cenotaph.resolve.ground import Asked, Beat, Listened
from cenotaph.resolve.places import resolve_places

__all__ = [
    "Asked",
    "Beat",
    "Listened",
    "beat",
    "beats",
    "named",
    "publisher_of",
    "resolve",
    "sample",
    "shown",
]


def resolve(
    account: Account,
    captures: Sequence[Capture],
    gazetteer: Gazetteer,
    beat: Beat | Listened | None = None,
) -> Account:
    """Return the account with its days set against the captures and its places looked up."""
    return resolve_places(resolve_days(account, captures), gazetteer, beat)
