"""One incident's accounts -> those that came long after it: a trial, an anniversary, a late death.

They are linked like any other; that they came late is said beside the links, because a follow-up's
figures may be of another day and its words for a day are most often the court's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from cenotaph.model import sayings
from cenotaph.reconcile.sources import Sources

LATE = 30  # days


def late_accounts(documents: Iterable[str], last: str | None, sources: Sources) -> Iterator[str]:
    """Yield a reason for each account that was published more than LATE days after the incident."""
    if last is None:
        return
    end = dt.date.fromisoformat(last[:10])
    for document in documents:
        day = sources.day(document)
        gap = (dt.date.fromisoformat(day[:10]) - end).days if day else 0
        if gap > LATE:
            yield sayings.FOLLOW_UP.format(document=document[:12], n=gap)
