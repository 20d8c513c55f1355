"""A sentence -> whether it counts a day's dead of many places, and tells how nobody was harmed.

"72 people were killed in the past 24 hours": where no event is named and no manner is told, the
figure is a series' (COUNTING 16), not of one moment and place.
"""

from __future__ import annotations

import re

HOURS = re.compile(
    r"\b(?:in|over|during|within|for) the (?:past|last|previous|preceding)"
    r" (?:24|48|72|twenty[- ]four|forty[- ]eight)[ -]hours?\b",
    re.IGNORECASE,
)
"""The hours of a day or of a few."""

_MANNER = re.compile(r"\b(?:shot|stabbed|beheaded|hanged|executed|ambushed|hit|struck|crashed)\b")


def tells_how(text: str) -> bool:
    """Tell whether words say how somebody was harmed, as of one deed: "were shot dead"."""
    return _MANNER.search(text) is not None
