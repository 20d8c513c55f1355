"""Words after a figure -> the attacker, who is counted among the dead or dies beside them."""

from __future__ import annotations

from msgspec.structs import replace

from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import starting_at
from cenotaph.text.persons import Whole, name_at
from cenotaph.text.victims import Phrase, phrase_at

_BESIDES = frozenset({
    ("not", "counting"), ("apart", "from"), ("aside", "from"), ("addition", "to"),
})  # fmt: skip


def is_besides(whole: Whole, index: int) -> bool:
    """Tell whether a word is the last of "besides", "apart from", "not counting"."""
    before, word = lower(whole.sentence, index - 1), lower(whole.sentence, index)
    return word in {"besides", "excluding"} or (before, word) in _BESIDES


def attacker_at(whole: Whole, start: int) -> Phrase | None:
    """Return the dead attacker whom words leave out of a figure: "besides the gunman".

    Of nobody else: "besides the three killed last week" is of another day.
    """
    head = starting_at(whole, start)
    phrase = None if head is None else as_one(phrase_at(whole, head), whole)
    return phrase if phrase is not None and "attacker" in phrase.people.roles else None


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
    return replace(phrase, kind="singular") if one and "attacker" in phrase.people.roles else phrase
