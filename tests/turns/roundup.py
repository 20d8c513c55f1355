"""Accounts of several incidents: round-ups, police logs, monitors' days, chronologies, testimony.

What happened, one incident after the other, is drawn first; every sum told above or below them is
no incident's toll.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundup_chronology import chronology
from roundup_log import log
from roundup_monitor import monitor
from roundup_testimony import testimony
from roundup_updated import updated
from roundup_weekend import weekend

if TYPE_CHECKING:
    import random

    from expected import Account

_KINDS = (weekend, weekend, log, monitor, chronology, testimony, updated)


def composed(lot: random.Random) -> Account:
    """Return one account."""
    kind = lot.choice(_KINDS)
    account = kind(lot)
    account.turns.insert(0, kind.__name__)
    return account
