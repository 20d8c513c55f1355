"""The words of one account -> those that are passed on, with every span moved to where they stand.

What is left out leaves "…"; what is replaced stands in square brackets. No word is kept that
nothing of the record is quoted from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cenotaph.model import WITHHELD, Account, Claim, Name, Noted, Part, Place, Span, Toll
from cenotaph.redaction.hidden import Hidden
from cenotaph.redaction.places import instead_of
from cenotaph.redaction.profile import Profile

GAP: Final = "…"
_PARTS: Final[tuple[Part, Part]] = ("text", "title")
_WORD: Final = re.compile(r"\S+")


class Edit(NamedTuple):
    """A stretch of the original and what stands for it."""

    start: int
    end: int
    words: str


class Excerpt:
    """One part of a document as it is passed on."""

    def __init__(self, original: str, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        self._starts = [e.start for e in self._edits]
        self._moved: list[int] = []  # where each edit begins in the new words
        pieces, at, length = [], 0, 0
        for edit in self._edits:
            length += edit.start - at
            pieces += [original[at : edit.start], edit.words]
            self._moved.append(length)
            length += len(edit.words)
            at = edit.end
        self.words = "".join([*pieces, original[at:]])

    def span(self, span: Span) -> Span:
        """Return where a span stands now; one that is cut goes to the cut."""
        start, end = self._at(span.start, last=False), self._at(span.end - 1, last=True)
        return Span(start=start, end=end, part=span.part)

    def kept(self, span: Span | None) -> Span | None:
        """Return where a span stands now; None where nothing of it is left."""
        if span is None:
            return None
        edit = self._edit(span.start)
        gone = edit is not None and edit.words == GAP and span.end <= edit.end
        return None if gone else self.span(span)

    def _edit(self, at: int) -> Edit | None:
        n = bisect_right(self._starts, at) - 1
        return self._edits[n] if n >= 0 and at < self._edits[n].end else None

    def _at(self, at: int, *, last: bool) -> int:
        """Return where a character stands now: its beginning, or with `last` its end."""
        n = bisect_right(self._starts, at) - 1
        if n < 0:
            return at + last
        edit, moved = self._edits[n], self._moved[n]
        if at < edit.end:
            return moved + len(edit.words) if last else moved
        return moved + len(edit.words) + at - edit.end + last


def excerpts(account: Account, profile: Profile, hidden: Hidden) -> dict[Part, Excerpt]:
    """Return both parts of an account as a profile passes them on."""
    found: dict[Part, Excerpt] = {}
    for part in _PARTS:
        words = account.document.words(part)
        windows = _windows(account, part, profile)
        masks = _masks(account, part, hidden, profile)
        masks = [m for m in masks if any(s < m.end and m.start < e for s, e in windows)]
        windows = _merged((*windows, *((m.start, m.end) for m in masks)))
        found[part] = Excerpt(words, (*_gaps(words, windows), *masks))
    return found


def _windows(account: Account, part: Part, profile: Profile) -> list[tuple[int, int]]:
    """Return the stretches that are kept: around what claims quote, and words for events."""
    words = account.document.words(part)
    if profile.text == "whole":
        return [(0, len(words))] if words else []
    claims = [c for c in account.claims if c.evidence.part == part]
    events = [m.span for m in account.mentions if m.span.part == part]
    around = [_window(words, c, profile.quotes) for c in claims]
    return _merged((*around, *((s.start, s.end) for s in events)))


def _read(account: Account, part: Part, profile: Profile) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which hidden words are looked for: no window is wider."""
    if profile.text == "whole":
        yield 0, len(account.document.words(part))
    for claim in account.claims:
        if claim.evidence.part == part:
            within = (claim.evidence, claim.sentence)
            yield min(s.start for s in within), max(s.end for s in within)
    yield from ((m.span.start, m.span.end) for m in account.mentions if m.span.part == part)


def _window(words: str, claim: Claim, most: int | None) -> tuple[int, int]:
    """Return what is kept for a claim: its sentence, or so many words of its quote.

    A figure's quote is kept whole: it is the smallest stretch that carries the figure.
    """
    evidence, sentence = claim.evidence, claim.sentence
    if most is None:
        return min(sentence.start, evidence.start), max(sentence.end, evidence.end)
    found = [t.end() for t in _WORD.finditer(words, evidence.start, evidence.end)]
    if isinstance(claim.value, Toll) or len(found) <= most:
        return evidence.start, evidence.end
    return evidence.start, found[most - 1]


def _masks(account: Account, part: Part, hidden: Hidden, profile: Profile) -> list[Edit]:
    """Return what is replaced: where reading saw a name in whatever form, and where one stands."""
    words = account.document.words(part)
    stretches = _merged(_read(account, part, profile))
    found = []
    for mark in account.marks:  # first: reading knows whose name "Haddad" is here
        instead = _instead(mark.value, hidden, profile) if mark.span.part == part else None
        if instead is not None:
            found.append(Edit(mark.span.start, mark.span.end, instead))
    found += [Edit(*spot) for s, e in stretches for spot in hidden.spots(words, s, e)]
    masks: list[Edit] = []
    for edit in sorted(found, key=lambda e: (e.start, -e.end)):
        if masks and edit.start < masks[-1].end:
            masks.append(_joined(masks.pop(), edit))
        else:
            masks.append(edit)
    return masks


def _instead(value: Noted, hidden: Hidden, profile: Profile) -> str | None:
    """Return what stands for a name where reading saw it; None where it may be told."""
    if isinstance(value, Name):
        return hidden.instead(value.name)
    if isinstance(value, Place):
        return instead_of(value, profile) or hidden.instead(value.name)
    return None


def _joined(one: Edit, other: Edit) -> Edit:
    instead = WITHHELD if WITHHELD in {one.words, other.words} else one.words
    return Edit(one.start, max(one.end, other.end), instead)


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _gaps(words: str, windows: Iterable[tuple[int, int]]) -> Iterator[Edit]:
    """Yield what lies between the windows, without the blanks at its ends."""
    at = 0
    for start, end in (*windows, (len(words), len(words))):
        gap = words[at:start]
        first = at + len(gap) - len(gap.lstrip())
        last = at + len(gap.rstrip())
        if first < last:
            yield Edit(first, last, GAP)
        at = end
