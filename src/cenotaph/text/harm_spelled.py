"""Harms of one sentence -> the same, those marked that only spell out a figure before them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Harm
from cenotaph.text.persons import Whole

_MANY = 3  # people: smaller sums say nothing
_ANYONE = frozenset({"people", "persons", "others", "victims", "individuals"})


def spelled_out(sentence: Whole, found: Sequence[Harm]) -> list[Harm]:
    """Mark as parts what adds up to the figure before it: "nine people, three men and six women".

    Their sum is the check: what does not add up stays a list (COUNTING 11), and "two nurses, a
    porter and a cook" or "five boys, four girls and a woman" add up by chance; in "three others,
    two women and a boy," three are no more than people.
    """
    marked = list(found)
    for i, whole in enumerate(found):
        end = i + 1
        while end < len(found) and _is_listed_with(found[end], whole):
            end += 1
        if _is_sum(sentence, whole, found[i + 1 : end]):
            for j in range(i + 1, end):
                marked[j] = replace(found[j], part=True, whole=i)
    return marked


def _is_sum(sentence: Whole, whole: Harm, rest: Sequence[Harm]) -> bool:
    """Tell whether a figure is of all who are listed behind it; no girl is one of five boys."""
    total = whole.phrase.count
    if total is None or total.low is None or len(rest) < 2:
        return False
    if total.low <= _MANY and not _is_of_anyone(sentence, whole):
        return False
    own = whole.phrase.people.sex
    if own is not None and {h.phrase.people.sex for h in rest} - {None, own}:
        return False
    counts = [h.phrase.count for h in rest]
    lows = [c.low for c in counts if c is not None and c.low is not None]
    return len(lows) == len(rest) and total.low == sum(lows)


def _is_of_anyone(sentence: Whole, harm: Harm) -> bool:
    """Tell whether a figure says nothing of whom it counts: "three people", "three others"."""
    return lower(sentence.sentence, harm.phrase.head) in _ANYONE and harm.phrase.number is not None


def _is_listed_with(harm: Harm, first: Harm) -> bool:
    """Tell whether a harm stands in the list that another begins."""
    return (harm.joined, harm.trigger, harm.outcome) == (True, first.trigger, first.outcome)
