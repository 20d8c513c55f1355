"""Reports and reasons -> the pictures beside an incident or a running total."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from cenotaph.model import Capture, Incident, Lookup, Record, Reported
from cenotaph.pictures.toll import Say, over_time, points
from cenotaph.pictures.waterfall import join, waterfall

_DOCUMENT = re.compile(r"\b[0-9a-f]{12}\b")  # the beginning of its hash, as reasons name it
_drawn = lru_cache(maxsize=200)(over_time)  # a desk is asked for the same ones again and again
_PICTURED = 8  # links of one incident that are drawn: more would only make the page heavy


class Drawing:
    """Draws what the record holds, documents named by the reference under which they came."""

    def __init__(
        self,
        captures: Lookup[Capture],
        copies: Mapping[str, str],
        refs: Lookup[str],
        say: Say = str,
    ) -> None:
        self._captures = captures  # one of each document
        self._copies = copies
        self._refs = refs  # by the first 12 letters of the document's id
        self.say = say  # our own words in a reader's language

    @classmethod
    def of(cls, record: Record, captures: Mapping[str, Capture]) -> Drawing:
        """Return what draws a record; `captures` has one of each document."""
        refs = {d[:12]: c.ref for d, c in captures.items()}
        return cls(captures, dict(record.copies_of), refs)

    def over_time(
        self, title: str, reports: Sequence[Reported], *, narrow: bool = False
    ) -> str | None:
        """Return the picture of some reports; one alone needs none."""
        told = points(reports, self._captures, self._copies, self.say)
        return _drawn(title, told, narrow=narrow) if len(told) > 1 else None

    def beside(self, incident: Incident, *, narrow: bool = False) -> dict[str, object]:
        """Return an incident's picture, broad and narrow, why it is one, what its copies changed.

        With `narrow`, the pictures of why are there for a telephone too.
        """
        title = self.say(incident.title)
        reasons = [self._referred(reason) for reason in incident.because]
        return {
            "chart": self.over_time(title, incident.reports),
            "narrow": self.over_time(title, incident.reports, narrow=True),
            "because": [
                self._reason(*r, narrow=narrow)
                for r in enumerate(r for r in reasons if " copies " not in r)
            ],
            "copies": [r for r in reasons if " copies " in r],
        }

    def _referred(self, reason: str) -> str:
        """Return a reason in which documents go by the reference under which they came."""
        return _DOCUMENT.sub(lambda m: self._refs.get(m[0]) or m[0], reason)

    def _reason(self, number: int, words: str, *, narrow: bool) -> dict[str, str]:
        """Return why an account is of an incident, with a picture where it is one of the first."""
        link = join(words) if number < _PICTURED else None
        if link is None:
            return {"words": words, "picture": ""}
        found = {"words": words, "picture": waterfall(link, say=self.say)}
        small = {"narrow": waterfall(link, narrow=True, say=self.say)} if narrow else {}
        return found | small
