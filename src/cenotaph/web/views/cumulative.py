"""Running totals and other figures of no incident -> those asked for, by place and speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import Any, Final, NamedTuple

import msgspec

from cenotaph.model import Series
from cenotaph.pages.telling import series_parts
from cenotaph.pictures.toll import Say
from cenotaph.reconcile.period import Inside, by_place, inside
from cenotaph.web.now import Now
from cenotaph.web.views.asking import Asking

_OFFERED: Final = 80  # words to choose from in one list
_SENTENCES: Final = 20  # of one figure, among others
_INSIDE: Final = 8  # incidents that may lie inside one figure, among others
_BY_PART: Final = ("place", "speaker")  # found by part of a name, as there are thousands of them


class Wanted(Asking):
    """What the address asks for."""

    place: str = ""
    speaker: str = ""
    outcome: str = ""
    scope: str = ""
    figure: str = ""  # one alone, with all its sentences and incidents, by its id


class Cut(NamedTuple):
    """What is printed of a figure's sentences and incidents: from which on, and how many."""

    start: int
    sentences: int
    inside: int


BRIEF: Final = Cut(0, _SENTENCES, _INSIDE)
"""Of one figure among others."""
_ALONE: Final = 200  # sentences, and incidents, of a figure on one page of its own


def alone(page: int) -> Cut:
    """Return what is printed of one figure on a page of its own, from 0."""
    return Cut(page * _ALONE, _ALONE, _ALONE)


def pages(part: Mapping[str, Any]) -> int:
    """Return how many pages of its own a figure takes."""
    most: int = max(part["sentences"], part["within"])
    return max(1, -(-most // _ALONE))


def chosen(now: Now, wanted: Wanted) -> list[Series]:
    """Return the series that fit what is asked; those of one place stand beside one another."""
    known = now.once_counted("by place", lambda: by_place(now.series))
    if wanted.figure:
        return [s for s in known if s.id == wanted.figure]
    return [s for s in known if _fits(s, wanted)] if wanted.given else known


def choices(now: Now) -> dict[str, tuple[str, ...]]:
    """Return what most of the record's series have, to choose from, by field."""
    return now.once_counted("choices of series", lambda: _choices(now.series))


def _choices(series: Sequence[Series]) -> dict[str, tuple[str, ...]]:
    return {name: _most(Counter(_fact(s, name) for s in series)) for name in _FIELDS}


def _most(count: Counter[str]) -> tuple[str, ...]:
    told = ((n, words) for words, n in count.items() if words)
    return tuple(sorted(words for _, words in nlargest(_OFFERED, told)))


def parts(series: Sequence[Series], now: Now, cut: Cut, say: Say) -> list[dict[str, Any]]:
    """Return what the page prints of some series, with the incidents inside each.

    `say` puts the words in pictures in a reader's language.
    """
    drawing = now.drawing(say)
    held = inside(series, now.placed)
    shown = {key: _begun(one, cut) for key, one in held.items()}
    within = {i for one in shown.values() for i in one.incidents}
    now.expect({c for s in series for c in (*_lean(s, cut).claims, *s.said)})
    titles = {i: now.titles[i] for i in within}
    return [
        {
            **series_parts(_lean(s, cut), now.quoting, drawing, shown.get(s.id), titles),
            "sentences": len(s.claims),
            "within": len(held[s.id].incidents) if s.id in held else 0,
        }
        for s in series
    ]


def _begun(held: Inside, cut: Cut) -> Inside:
    incidents = held.incidents[cut.start : cut.start + cut.inside]
    return msgspec.structs.replace(held, incidents=incidents)


def _lean(series: Series, cut: Cut) -> Series:
    """Return a series with no more than some of its sentences, and of its reports."""
    end = cut.start + cut.sentences
    return msgspec.structs.replace(
        series, claims=series.claims[cut.start : end], reports=series.reports[cut.start : end]
    )


def _fits(series: Series, wanted: Wanted) -> bool:
    return all(
        words.casefold() in _fact(series, name).casefold()
        if name in _BY_PART
        else words == _fact(series, name)
        for name, words in wanted.given.items()
    )


def _fact(series: Series, name: str) -> str:
    match name:
        case "place":
            return series.place.value.name if series.place else ""
        case "speaker":
            return series.speaker or ""
        case "outcome":
            return series.outcome
        case _:
            return series.scope


_FIELDS: Final = ("place", "speaker", "outcome", "scope")
