"""Two accounts' prose -> how much of one story stands in the other, sentence by sentence.

The thresholds are those at which the composed set of tests/copies and the labeled pairs of
bench/copies-gva.json part best; a tenth more or less of any changes few pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

import msgspec

from cenotaph.link.prose import Passage, Prose, is_figure

SAME = 0.45  # of two sentences' runs are shared where one is the other reworded
HELD = 0.6  # of one sentence's runs are in the other where that one adds to it
STORY = 0.5  # of a copy's words stand in sentences of the other
EVENTS = 0.45  # and so of the words of its sentences that tell of events
RUNS = 0.36  # and this much of its words is left as it was
ALONE = 0.8  # of the words of a sentence where no second one is shared
SPECIFICS = 0.5  # of the figures and names in those sentences: a form filled anew shares few
LEAST = 4  # runs that two sentences share: "two people were killed" is anybody's
FEWEST = 20  # words of such sentences, below which two accounts may agree by chance
BARE = 8  # words that are a copy where they are the whole of both, letter for letter
NAMES = 0.75  # of the names in a sentence where no second one is shared


class Alignment(msgspec.Struct, frozen=True):
    """Which sentences of one account stand in another one, reworded or not."""

    pairs: tuple[tuple[int, int], ...]  # (place in the one, place in the other)
    story: float  # shares, as above
    events: float
    runs: float
    specifics: float
    names: float  # of the specifics, those that are no figures
    words: int  # of aligned sentences that tell of events


def alike(one: Prose, other: Prose, ways: tuple[bool, bool] = (True, True)) -> bool:
    """Tell whether one of two accounts is a copy of the other, whole, trimmed or reworded.

    `ways` tell whether the one can stand in the other at all, and the reverse.
    """
    return (
        _is_same(one, other)
        or (ways[0] and _stands_in(one, other))
        or (ways[1] and _stands_in(other, one))
    )


def _is_same(one: Prose, other: Prose) -> bool:
    """Tell whether two accounts are one text, however short, figures included."""
    words = [p.words for p in one.passages]
    return (
        words == [p.words for p in other.passages]
        and one.specifics == other.specifics != frozenset()
        and sum(map(len, words)) >= BARE
    )


def align(one: Prose, other: Prose) -> Alignment:
    """Find for each sentence of an account the one of another that it is most like."""
    best = [_likest(p, other) for p in one.passages]
    pairs = tuple((i, at) for i, (at, _) in enumerate(best) if at is not None)
    aligned = [one.passages[i] for i, _ in pairs]
    named = [s for p in aligned for s in p.specifics]
    told = [s for s in named if not is_figure(s)]
    whole = max(1.0, _length(one.passages))
    return Alignment(
        pairs=pairs,
        story=_length(aligned) / whole,
        events=_telling(aligned) / max(1, _telling(one.passages)),
        runs=sum(_length([one.passages[i]]) * best[i][1] for i, _ in pairs) / whole,
        specifics=sum(s in other.specifics for s in named) / len(named) if named else 0.0,
        names=sum(s in other.specifics for s in told) / len(told) if told else 1.0,
        words=_telling(aligned),
    )


def share(one: Prose, other: Prose) -> float:
    """Return how much of what the shorter one tells of events the other has too, 0 to 1."""
    shorter, longer = sorted((_told(one), _told(other)), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0


def _told(one: Prose) -> frozenset[str]:
    return frozenset(run for p in one.passages if p.tells for run in p.runs)


def _stands_in(one: Prose, other: Prose) -> bool:
    found = align(one, other)
    if len(found.pairs) == 1 and (found.runs < ALONE * found.story or found.names < NAMES):
        return False
    return (
        found.story >= STORY
        and found.events >= EVENTS
        and found.runs >= RUNS
        and found.specifics >= SPECIFICS
        and found.words >= FEWEST
    )


def _likest(passage: Passage, other: Prose) -> tuple[int | None, float]:
    """Return the place of the likest sentence, None where none is like it, and how like it is."""
    common = passage.runs & other.places.keys()
    if len(common) < LEAST:
        return None, 0.0
    shared = Counter(chain.from_iterable(map(other.places.__getitem__, common)))
    best: tuple[int | None, float] = (None, 0.0)
    for place, count in sorted(shared.items()):
        if count < LEAST:
            continue
        same = 2 * count / (len(passage.runs) + len(other.passages[place].runs))
        held = count / len(passage.runs)
        if (same >= SAME or held >= HELD) and max(same, held) > best[1]:
            best = (place, max(same, held))
    return best


def _telling(passages: Iterable[Passage]) -> int:
    return sum(len(p.words) for p in passages if p.tells)


def _length(passages: Iterable[Passage]) -> float:
    return sum(len(p.words) * p.weight for p in passages)
