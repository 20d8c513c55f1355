"""Names that stand in a row with a place that something is put in: "in Mopti, Zarka and Lodrin".

What nobody knows is a place there as its neighbors are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cenotaph.model import Span
from cenotaph.text.english import is_english
from cenotaph.text.name_kinds import Line, run_end
from cenotaph.text.name_words import PUT_IN, Word, lists
from cenotaph.text.spots import Spot

_JOINT = re.compile(r",\s+|,?\s+(?:and|AND)\s+")
_CLOSES = re.compile(
    r"(?:,\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})*,?\s+(?:and|AND)\s+(?:(?:in|IN)\s+)?[A-Z]"
)
_ONE = frozenset({  # what follows one person: "and Lodrin said"
    "said", "was", "is", "has", "had", "who", "whose", "told", "says",
})  # fmt: skip
_SHORT = 3  # letters


def in_rows(
    line: Line, places: Sequence[Spot], others: Sequence[Span]
) -> Iterator[tuple[int, int]]:
    """Yield from which word to which such names stand; `others`: of places in no gazetteer."""
    known = {s.first: s.last for s in places}
    base = line.sentence.span.start
    for span in others:
        own = [i for i, w in enumerate(line.words) if span.start <= w.start + base < span.end]
        known |= {own[0]: own[-1]} if own else {}
    taken = {i for a, b in (*line.persons, *line.bodies) for i in range(a, b + 1)}
    ends = set[int]()  # the last words of a row so far
    at = 0
    while at < len(line.words):
        before = _joined(line, at, ends)
        last = known.get(at)
        if last is not None and (before or (at > 0 and line.words[at - 1].lower in PUT_IN)):
            ends.add(last)
        elif last is None and before and _is_called(line, at, taken):
            last = run_end(line.words, at)
            ends.add(last)
            yield at, last
        at = at + 1 if last is None else last + 1


def _joined(line: Line, at: int, ends: set[int]) -> bool:
    """Tell whether only a comma or "and" stands between a word and a row's last."""
    words = line.words
    last = at - 2 if at > 1 and words[at - 1].lower == "and" else at - 1
    return last in ends and (
        _JOINT.fullmatch(line.sentence.text[words[last].end : words[at].start]) is not None
    )


def _is_called(line: Line, at: int, taken: set[int]) -> bool:
    """Tell whether a row goes on with a name that no word or person bears, and is closed."""
    words, last = line.words, run_end(line.words, at)
    if words[last].owner or not taken.isdisjoint(range(at, last + 1)):
        return False
    if not all(map(_is_strange, words[at : last + 1])):
        return False
    if words[at - 1].lower != "and":
        return _CLOSES.match(line.sentence.text, words[last].end) is not None
    after = words[last + 1 : last + 2]
    return not any(w.glued and (w.capital or w.lower in _ONE) for w in after)


def _is_strange(word: Word) -> bool:
    known = word.lower in lists().given or word.lower in lists().surnames
    return word.capital and len(word.text) > _SHORT and not known and not is_english(word.lower)
