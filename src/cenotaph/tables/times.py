"""An incident's days -> what tables ask of them: how many, in which year."""

from __future__ import annotations

import datetime as dt

from cenotaph.model import Incident


def days(incident: Incident) -> int | None:
    """Return how many days it is open between, 1 for a day; None where a bound is unknown."""
    if incident.first is None or incident.last is None:
        return None
    return (dt.date.fromisoformat(incident.last[:10]) - _day(incident.first)).days + 1


def year(incident: Incident) -> int | None:
    """Return the year of an incident; None where it may lie in two, or nobody knows."""
    if incident.first is None or incident.last is None:
        return None
    first, last = _day(incident.first).year, _day(incident.last).year
    return first if first == last else None


def interval(incident: Incident) -> str | None:
    """Return its days as ISO 8601: a day, "first/last", or "../last" where the first is open."""
    if incident.last is None:
        return None
    if incident.first == incident.last:
        return incident.last
    return f"{incident.first or '..'}/{incident.last}"


def _day(words: str) -> dt.date:
    return dt.date.fromisoformat(words[:10])
