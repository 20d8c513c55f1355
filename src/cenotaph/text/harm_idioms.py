"""Idioms of death -> who died: "breathed his last", "sent to an early grave", "none survived"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, has_number, starting_at, sufferer
from cenotaph.text.harm_lists import list_ending
from cenotaph.text.harm_verbs import victims_of
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person, singular
from cenotaph.text.reading import Sentence

_BREATHE = frozenset({"breathe", "breathes", "breathed", "breathing"})
_EARLY = frozenset({"early", "untimely", "premature"})
_REACH = 6  # tokens from "sent" to "grave"
_NONE = frozenset({"none", "one"})
_FAR = 16  # tokens from "none of the eight" to "survived"
_WHAT_OF = frozenset({"", ".", ",", ";", "the", "it", "that", "this", "to", "and"})
_SURVIVED = frozenset({"night", "day", "fire", "fall", "journey", "crossing", "ordeal"})
_OF_FATES = frozenset({"fatal", "nonfatal", "non-fatal", "non", "-", ",", ";", ".", "and", ":"})
_VICTIMS = frozenset({"victim", "victims", "casualty", "casualties", "gsw"})
_FIGHTING = frozenset({"fighting", "battle", "combat", "action", "clash", "clashes", "assault"})
_OTHER_CLAUSE = frozenset({";", ":", ",", "and", "but"})


def passing() -> tuple[tuple[Callable[[Whole, int], Iterator[Found]], tuple[str, ...]], ...]:
    """Return the readers of idioms, each with the words it is known by."""
    return (
        (_last_breath, ("last",)),
        (_early_grave, ("grave", "graves")),
        (_ascended, ("ascended", "rose", "fell")),
        (_none_lived, ("survived", "lived")),
        (_not_survived, ("survive",)),
        (_fatal, ("fatal", "nonfatal", "non-fatal")),
    )


def _last_breath(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the farmer breathed his last on the way to hospital"."""
    verb = index - 2
    owned = index > 1 and whole.sentence.tokens[index - 1].tag == "PRP$"
    if owned and lower(whole.sentence, verb) in _BREATHE:
        found = sufferer(whole, verb)
        if found is not None and found < verb and is_person(whole, found):
            heads = list_ending(whole, found, verb)
            yield Found(verb, "killed", heads, until=index, human=False)


def _early_grave(whole: Whole, index: int) -> Iterator[Found]:
    """Read "12 traders were sent to their early graves", "sent a boy to an early grave"."""
    sentence = whole.sentence
    if lower(sentence, index - 1) not in _EARLY:
        return
    for i in range(index - 2, max(-1, index - _REACH - 8), -1):
        if lower(sentence, i) in {"sent", "sending"}:  # "smoking sends thousands to an early grave"
            heads = victims_of(whole, i)
            if heads and all(is_person(whole, h) for h in heads):
                yield Found(i, "killed", heads, until=index, human=False)
            return


def _ascended(whole: Whole, index: int) -> Iterator[Found]:
    """Read "seven citizens rose as martyrs", "the martyr Ana Ruiz ascended"."""
    sentence = whole.sentence
    found = sufferer(whole, index)
    if found is None or found > index or not is_person(whole, found):
        return
    as_martyrs = lower(sentence, index + 1) == "as" and any(
        singular(lower(sentence, i)) == "martyr" for i in (index + 2, index + 3)
    )
    first = clauses.chunk_left(sentence, found, whole.figures)
    called = any(singular(lower(sentence, i)) == "martyr" for i in range(first, found + 1))
    if (
        as_martyrs
        or _is_fallen(sentence, index)
        or (called and lower(sentence, index) == "ascended")
    ):
        yield Found(index, "killed", list_ending(whole, found, index), human=False)


def _is_fallen(sentence: Sentence, index: int) -> bool:
    """Read "two privates fell in the fighting", "Ana Ruiz, who fell in battle"."""
    at = index + 2 + (lower(sentence, index + 2) in {"the", "this", "that"})
    fought = lower(sentence, index + 1) == "in" and lower(sentence, at) in _FIGHTING
    return fought and lower(sentence, index) == "fell"


def _none_lived(whole: Whole, index: int) -> Iterator[Found]:
    """Read "none of the eight survived", "not one of the six people in the queue survived"."""
    sentence = whole.sentence
    following = lower(sentence, index + 1)
    if lower(sentence, index - 1) in {"not", "n't"} or following not in _WHAT_OF:
        return
    if not _is_survived(whole, index + 1):
        return
    for i in range(index - 1, max(-1, index - _FAR), -1):
        word = lower(sentence, i)
        if word in _OTHER_CLAUSE:
            return
        if word == "of" and lower(sentence, i - 1) in _NONE:
            one = lower(sentence, i - 1) == "one"
            head = starting_at(whole, i + 1)
            if head is None or (one and lower(sentence, i - 2) != "not"):
                return
            if has_number(whole, i + 1, head) and is_person(whole, head):
                yield Found(index, "killed", (head,), human=False)
            return


def _not_survived(whole: Whole, index: int) -> Iterator[Found]:
    """Read "one of them did not survive", "the boy did not survive his wounds"."""
    sentence = whole.sentence
    denied = lower(sentence, index - 1) in {"not", "n't"} and lower(sentence, index - 2) == "did"
    what = lower(sentence, index + 1) in _WHAT_OF | {"his", "her", "their", "after"}
    if not denied or not what or not _is_survived(whole, index + 1):
        return
    found = sufferer(whole, index)
    if found is not None and found < index and is_person(whole, found):
        yield Found(index, "killed", list_ending(whole, found, index), human=False)


def _is_survived(whole: Whole, index: int) -> bool:
    """Tell "survived the blast", "survived it" from "survived the vote of confidence"."""
    if lower(whole.sentence, index) not in {"the", "that", "this"}:
        return True
    deadly = grouped("target_verbs.txt")["noun"] | grouped("parties.txt")["cause"] | _SURVIVED
    end = clauses.chunk_right(whole.sentence, index)
    return end in {None, index} or singular(lower(whole.sentence, end or index)) in deadly


def _fatal(whole: Whole, index: int) -> Iterator[Found]:
    """Read "One fatal, two non-fatal." of people; "three crashes, one fatal" is of those."""
    lowered = whole.sentence.lowered
    counted = {i for i, w in enumerate(lowered) if w not in _OF_FATES and i not in whole.figures}
    if any(lowered[i] not in _VICTIMS for i in counted):
        return
    spared = lowered[index] != "fatal" or lowered[max(0, index - 2) : index] == ("non", "-")
    figure = index - (3 if spared and lowered[index] == "fatal" else 1)
    if figure in whole.figures:
        yield Found(index, "injured" if spared else "killed", (figure,))
