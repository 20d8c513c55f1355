"""A title and a text -> whether the one is the other's headline: some pages keep another's title.

A subscription form, a list of videos, or yesterday's story under today's title. Measured on pages
of local news: where none of four and more words of a title stands in the text, three in four are
another page's; most of the others go on where the title stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.model import Document, Skipped
from cenotaph.model.sayings import NOT_ITS_TITLES

__all__ = ["NOT_ITS_TITLES", "strays"]

_SITE = re.compile(r"\s[-–—|]\s")  # "Two held after shooting - Delta Herald"
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 5  # letters by which "killing" is found in "killed"
_FEWEST = 4  # words of a title that tell enough
_LEAST = 30  # words of a text
_FIRST = re.compile(r"\S[^\n]{0,200}")


def strays(document: Document) -> Iterator[Skipped]:
    """Yield the beginning of a text that has no word of its title."""
    title = _stems(_SITE.split(document.title or "")[0])
    if len(title) < _FEWEST or len(document.text.split(None, _LEAST)) <= _LEAST:
        return
    first = _FIRST.search(document.text)
    if first is not None and not title & _stems(document.text):
        yield Skipped(why=NOT_ITS_TITLES, start=first.start(), end=first.end())


def _stems(words: str) -> set[str]:
    return {w.casefold()[:_STEM] for w in _WORD.findall(words)}
