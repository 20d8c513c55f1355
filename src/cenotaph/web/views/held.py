"""The incidents -> those that are asked for, and their months, kept up with each that moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Final, NamedTuple

from cenotaph.model import Outline, Remarks
from cenotaph.store.finding import Hits
from cenotaph.web.grown import Key
from cenotaph.web.now import Now
from cenotaph.web.views.incidents import Asked, filtered
from cenotaph.web.views.months import Months, months

Held = Mapping[Key, Outline]  # in the record's order
_NO_TEXTS: Final = Hits(frozenset())


class _Found(NamedTuple):
    """What fits, and the documents whose texts hold the words that were asked for."""

    held: Held
    texts: Hits


def found(now: Now, asked: Asked) -> Held:
    """Return what is asked for, in whatever order; at one moment it is looked for once."""
    asked, every = asked.in_any_order, now.state.outlines
    if not asked.given:
        return every
    own = _own(now, asked)

    def fitting(keys: Iterable[Key], texts: Hits) -> dict[Key, Outline]:
        there = [k for k in keys if k in every]
        fits = filtered([every[k] for k in there], asked, texts.documents, own)
        ids = {i.id for i in fits}
        return {k: every[k] for k in there if k[1] in ids}

    def make() -> _Found:
        texts = now.holding(asked.words) if asked.words else _NO_TEXTS
        return _Found(fitting(every, texts), texts)

    def grow(old: _Found, moved: frozenset[Key]) -> _Found:
        texts = now.holding(asked.words, old.texts) if asked.words else _NO_TEXTS
        others = texts.documents ^ old.texts.documents
        if others:
            moved |= {k for k, i in every.items() if not others.isdisjoint(i.accounts)}
        return _Found(_replaced(old.held, moved, fitting(moved, texts)), texts)

    return now.grown(("found", *told_apart(now, asked)), make, grow).held


def told_apart(now: Now, asked: Asked) -> tuple[Hashable, ...]:
    """Return what tells one selection from others, besides incidents: these may move in it."""
    return asked.in_any_order, frozenset(_own(now, asked).items())


def _own(now: Now, asked: Asked) -> Mapping[str, Remarks]:
    """Return what people keep beside incidents, where it is asked for."""
    return now.kept if asked.words or asked.code or asked.tag else {}


def by_month(now: Now, asked: Asked) -> Months:
    """Return how many of the incidents that are asked for begin in each month."""
    here = found(now, asked)

    def make() -> tuple[Held, Months]:
        return here, months(here.values())

    def grow(old: tuple[Held, Months], moved: frozenset[Key]) -> tuple[Held, Months]:
        gone, come = parted(old[0], here, moved)
        counts = Counter(old[1])
        counts.subtract(months(gone.values()))
        counts.update(months(come.values()))
        return here, {month: n for month, n in counts.items() if n}

    return now.grown(("months", *told_apart(now, asked)), make, grow)[1]


def parted(old: Held, new: Held, moved: Collection[Key]) -> tuple[Held, Held]:
    """Return what is no more in one of two selections, and what has come.

    Besides what `moved` that may be incidents whose accounts hold other words than before.
    """
    other = [k for k in {*moved, *(old.keys() ^ new.keys())} if old.get(k) is not new.get(k)]
    return {k: old[k] for k in other if k in old}, {k: new[k] for k in other if k in new}


def _replaced(old: Held, moved: frozenset[Key], fresh: Held) -> Held:
    """Return a selection with what fits now in the place of all that moved."""
    if {k for k in moved if k in old} == fresh.keys():
        return {**old, **fresh}  # where they stood
    every = {**{k: i for k, i in old.items() if k not in moved}, **fresh}
    return {k: every[k] for k in sorted(every)}
