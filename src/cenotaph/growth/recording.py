"""Kept parts -> the record."""

from __future__ import annotations

import msgspec

from cenotaph.growth.accounts import Stories, account_of, stories_of
from cenotaph.link import versions
from cenotaph.model import Incident, Record, Series
from cenotaph.store import Pieces, Standing

_incident = msgspec.msgpack.Decoder(Incident)
_series = msgspec.msgpack.Decoder(Series)


def digest_of(standing: Standing, pieces: Pieces, name: str, policy: str) -> str:
    """Return the digest of the record whose parts are kept."""
    return standing.digest((name, policy), pieces.decisions, early=False)


def recorded(
    standing: Standing, pieces: Pieces, name: str, policy: str, before: str | None = None
) -> Record:
    """Return the record whose parts are kept, whole; with `before`, of what was there then."""
    home = dict(standing.joined.homes())
    accounts, stories = [], []
    for text, body, told in standing.told.all():
        account = account_of(text, body)
        accounts.append(account)
        stories.append((account.document.id, _at_home(stories_of(told), home)))
    captures = pieces.all_captures()
    if before is not None:
        early = {a.document.id for a in accounts}
        captures = [c for c in captures if c.document in early]
    return Record(
        digest=standing.digest((name, policy), pieces.decisions, early=before is not None),
        policy=name,
        captures=tuple(captures),
        accounts=tuple(accounts),
        incidents=tuple(map(_incident.decode, standing.settled.incidents(policy))),
        series=tuple(map(_series.decode, standing.settled.series(policy))),
        stories=tuple(stories),
        copies_of=tuple(standing.likes.all()),
        replaces=versions(captures),
        decisions=pieces.decisions,
    )


def _at_home(stories: Stories, home: dict[str, str]) -> Stories:
    """Return an account's stories, each with the incident that holds its event now."""
    replace = msgspec.structs.replace
    return tuple(replace(s, incident=home.get(s.incident or "")) for s in stories)
