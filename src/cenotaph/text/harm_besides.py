"""Words after a figure -> who of it they tell of, or besides it: the attacker, a list's persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Harm, starting_at
from cenotaph.text.persons import Whole, name_at
from cenotaph.text.victims import Phrase, phrase_at

_BESIDE = frozenset({"besides", "excluding"})
_BESIDES = frozenset({
    ("not", "counting"), ("apart", "from"), ("aside", "from"), ("addition", "to"),
})  # fmt: skip


def is_besides(whole: Whole, index: int) -> bool:
    """Tell whether a word is the last of "besides", "apart from", "not counting"."""
    word = lower(whole.sentence, index)
    return word in _BESIDE or (lower(whole.sentence, index - 1), word) in _BESIDES


def attacker_at(whole: Whole, start: int) -> Phrase | None:
    """Return the dead attacker whom words leave out of a figure: "besides the gunman".

    Of nobody else: "besides the three killed last week" is of another day.
    """
    head = starting_at(whole, start)
    phrase = None if head is None else as_one(phrase_at(whole, head), whole)
    return phrase if phrase is not None and phrase.people.are_attackers else None


def as_one(phrase: Phrase | None, whole: Whole) -> Phrase | None:
    """Return "the catechist Ana Ruiz" and "the gunman" of a part as one person.

    "The two" stay who they are.
    """
    if phrase is None or phrase.kind != "definite":
        return phrase
    name = name_at(whole, phrase.head)
    if name is not None:
        return replace(phrase, kind="named", name=name)
    one = phrase.count is not None and phrase.count.high == 1
    return replace(phrase, kind="singular") if one and phrase.people.are_attackers else phrase


def behind_colon(whole: Whole, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield the harms, those behind a colon as parts of the figure before it (COUNTING 11).

    "Eight died: six children, a teacher and the gunman, who was shot": the colon says who they are.
    """
    for harm in found:
        owner = _before_colon(whole, found, harm)
        yield harm if owner is None or harm.part else replace(harm, part=True, whole=owner)


def _before_colon(whole: Whole, found: Sequence[Harm], harm: Harm) -> int | None:
    """Return the last figure of one fate that a colon closes, and that may hold a harm's."""
    own = harm.phrase.count
    if own is None or own.low is None or ":" not in whole.sentence.lowered[: harm.phrase.first]:
        return None
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        count = one.phrase.count
        between = whole.sentence.lowered[one.phrase.last + 1 : harm.phrase.first]
        apart = ":" not in between or ";" in between  # "soldiers killed: 30; rebels killed: 12"
        if count is None or one.outcome != harm.outcome or apart:
            continue
        if one.phrase.kind == "group" and not one.part and own.low < (count.low or 0):
            return index
    return None
