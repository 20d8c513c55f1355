"""Figures of the record -> the words and sides that pages show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.model import Count, Figure, count_words, people_words


class Told(NamedTuple):
    """One figure in words."""

    value: Figure
    people: str  # "" for everyone
    words: str
    sides: tuple[str, ...]  # contested figures side by side, never as one range


def told(figure: Figure) -> Told:
    """Return a figure in words; where it is contested, its sides, unless one was chosen."""
    count = Count(
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        vague=figure.vague if figure.low is None else None,
    )
    contested, words = figure.status == "contested", count_words(count)
    chosen = contested and figure.best is not None  # by a policy, or by a person
    return Told(
        value=figure,
        people=people_words(figure.people),
        words=f"{figure.best:,} ({words})" if chosen and figure.low != figure.high else words,
        sides=tuple(map(count_words, figure.sides)) if contested and not chosen else (),
    )


def parted(tolls: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Part the figures for everyone, or the only ones of their outcome, from the finer ones."""
    outcomes = {f.outcome for f in tolls if not people_words(f.people)}
    main = [f for f in tolls if not people_words(f.people) or f.outcome not in outcomes]
    return main, [f for f in tolls if f not in main]
