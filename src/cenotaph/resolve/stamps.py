"""A document's own words for the day it was written -> the day its other days count from.

A dateline ("ADEN, 4 MAY 91 (...)", "ADEN (4 May 1991):") and the line that a page prints above its
text ("Posted: 3 May 2013") stand nearer to the writing than the day on which somebody received it,
and come before it; one later than that day is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from cenotaph.model import Document, Part, Quotation, When
from cenotaph.resolve.timex import Anchors, settle
from cenotaph.text.almanac import covered

Place = tuple[Part, int, int]  # part, start, end

_HEAD = 160  # characters in which a dateline stands
_MONTHS = 12
_FIGURES = re.compile(r"(?P<one>\d{1,2})[/-](?P<two>\d{1,2})[/-](?P<year>\d{4})")
_TOP = 300  # characters in which the line of a page that tells when it was put up stands
_AFTER_DATELINE = re.compile(r"\)?\s*(?:\(|\.?--|—|–|:|\[|(?<=\s)-(?=\s))")
_POSTED = re.compile(
    r"\b(?:Posted|Published|Created|First published|POSTED|PUBLISHED)(?: on)?:\s+$"
    r"|(?:^|\n)\s*(?i:posted|published|first published)(?: on)?\s+$"
)


class Said(NamedTuple):
    """Words for a day in the document, and whether they are in direct speech of whom."""

    place: Place
    when: When
    speech: Quotation | None


def written_on(document: Document, said: Sequence[Said], pub: date | None) -> date | None:
    """Return the day from which words for days count: of the dateline, the page's line, `pub`."""
    return _dateline(document, said, pub) or _posted(document, said, pub) or pub


def _dateline(document: Document, said: Sequence[Said], pub: date | None) -> date | None:
    """Return the day of a wire dateline, if it is no later than publication."""
    for (part, start, end), when, _ in said:
        words = document.words(part)
        if part != "text" or start > _HEAD:
            continue
        head = words[:start].rstrip()
        if not re.fullmatch(r"[^.!?\n]{2,}[,(]", head) or not _AFTER_DATELINE.match(words, end):
            return None
        days = covered(settle(when, Anchors(pub)).value)
        if days and days[2] == "day" and (pub is None or days[0] <= pub):
            return days[0]
    return None


def _posted(document: Document, said: Sequence[Said], pub: date | None) -> date | None:
    """Return the day of "Posted: Monday, 4 March 2013 1:16 PM", if no later than publication."""
    for (part, start, _), when, _ in said:
        words = document.words(part)
        if part == "text" and start <= _TOP and _POSTED.search(words, 0, start):
            found = settle(when, Anchors(pub))
            if found.first is None or found.precision != "day" or not when.timex[:4].isdigit():
                continue
            if pub is None or found.first <= pub:
                return found.first
    return None


def in_one_order(said: Sequence[Said]) -> list[Said]:
    """Return words for days, figures read in the order that others of the account must have.

    "03/29/2024 ... 04/03/2024": where the 29th stands second, so does the 3rd.
    """
    figures = [_FIGURES.fullmatch(one.when.words) for one in said]
    orders = {
        "month first" if int(m["two"]) > _MONTHS else "day first"
        for m in figures
        if m is not None and (int(m["one"]) > _MONTHS) != (int(m["two"]) > _MONTHS)
    }
    if len(orders) != 1:
        return list(said)
    first, second = ("one", "two") if orders == {"month first"} else ("two", "one")
    return [
        one
        if m is None or not one.when.timex.endswith("-XX-XX")
        else one._replace(
            when=replace(one.when, timex=f"{m['year']}-{int(m[first]):02d}-{int(m[second]):02d}")
        )
        for one, m in zip(said, figures, strict=True)
    ]
