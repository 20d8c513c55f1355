"""The record -> when each incident was last touched, by an account or by a person: no clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cenotaph.model import Capture, Decision, Incident, Record
from cenotaph.model.groups import by_key


class Touch(NamedTuple):
    """What last changed an incident, as far as the record can tell."""

    at: str  # RFC 3339, UTC
    why: str
    incident: Incident


def touches(record: Record, incidents: Sequence[Incident]) -> list[Touch]:
    """Return each incident's last touch, the newest first; those nobody dated are left out."""
    captures = by_key(record.captures, lambda c: c.document)
    decided = {d.id: d for d in record.decisions}
    found = []
    for incident in incidents:
        last = max(_dated(incident, captures, decided), default=None)
        if last is not None:
            found.append(Touch(*last, incident))
    return sorted(found, key=lambda t: (t.at, t.incident.id), reverse=True)


def instant(words: str | None) -> str | None:
    """Return a day or time as RFC 3339 in UTC; None for what is none."""
    if words is None:
        return None
    try:
        read = dt.datetime.fromisoformat(words)
    except ValueError:
        return None
    known = read if read.tzinfo else read.replace(tzinfo=dt.UTC)
    try:
        return known.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError:  # the year 1 or 9999, in a time zone
        return None


def _dated(
    incident: Incident, captures: Mapping[str, list[Capture]], decided: Mapping[str, Decision]
) -> Iterator[tuple[str, str]]:
    for document in incident.accounts:
        for capture in captures.get(document, ()):
            publisher = capture.publisher or "an unknown publisher"
            received, published = instant(capture.captured), instant(capture.published)
            if received is not None:
                yield received, f"account by {publisher} received"
            elif published is not None:
                yield published, f"account published by {publisher}"
    for name in incident.decisions:
        decision = decided.get(name)
        at = instant(decision.at) if decision else None
        if decision is not None and at is not None:
            yield at, f"a person decided: {decision.verdict}"
