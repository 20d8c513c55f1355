"""Kept parts -> accounts again, a few at a time."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cenotaph.model import Account, AccountIncident
from cenotaph.store import Standing
from cenotaph.store.bodies import Found, document

_found = msgspec.msgpack.Decoder(Found)
_stories = msgspec.msgpack.Decoder(tuple[AccountIncident, ...])

Stories = tuple[AccountIncident, ...]


def accounts(standing: Standing, numbers: Iterable[int]) -> dict[int, tuple[Account, Stories]]:
    """Return some accounts, resolved, each with what it alone says."""
    return {
        n: (account_of(text, body), stories_of(stories))
        for n, text, body, stories in standing.told.bodies(numbers)
    }


def account_of(text: bytes, body: bytes) -> Account:
    """Return an account of its document's JSON and of what is kept of what was found in it."""
    return _found.decode(body).account(document(text))


def stories_of(stories: bytes) -> Stories:
    """Return what an account alone says, as it is kept."""
    return _stories.decode(stories)
