"""People gone without a trace -> who is missing: "never seen again", "their fate is unknown"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, has_number, starting_at, sufferer
from cenotaph.text.harm_lists import list_ending, list_starting
from cenotaph.text.harm_verbs import passive_victims
from cenotaph.text.harm_words import words
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person, singular

_SEEN = frozenset({"seen", "heard", "saw", "see", "hear"})
_AGAIN = frozenset({"again", "since"})
_NEVER = frozenset({"never", "not", "n't", "nobody"})
_THEM = frozenset({"them", "him", "her"})
_UNKNOWN = frozenset({"unknown", "unclear", "uncertain", "unaccounted"})
_OPEN = frozenset({"unclear", "uncertain"})  # "the fate of 35 jobs", of ministers: yet to be seen
_REACH = 6


def vanishing() -> tuple[tuple[Callable[[Whole, int], Iterator[Found]], tuple[str, ...]], ...]:
    """Return the readers of those gone without a trace, each with the words it is known by."""
    return ((_not_seen, tuple(_SEEN)), (_fate, ("fate", "whereabouts")))


def _not_seen(whole: Whole, index: int) -> Iterator[Found]:
    """Read "two men were never seen again", "were led off and we never saw them again"."""
    sentence = whole.sentence
    before = {lower(sentence, i) for i in range(max(0, index - 4), index)}
    behind = range(index + 1, min(index + 5, len(sentence.tokens)))
    until = next((i for i in behind if lower(sentence, i) in _AGAIN), None)
    if until is None or not before & _NEVER:
        return
    if any(lower(sentence, i) in _THEM for i in range(index + 1, until)):
        heads = _led_off(whole, index)
    else:
        found = sufferer(whole, index) if clauses.is_passive(sentence, index) else None
        heads = () if found is None or found > index else list_ending(whole, found, index)
        if heads and lower(sentence, heads[0]) in {"they", "he", "she", "and"}:
            heads = _led_off(whole, index)
    yield from _missing(whole, index, heads, until)


def _fate(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the fate of 35 tenants is unknown", "were led off, and their fate remains unknown"."""
    sentence = whole.sentence
    behind = range(index + 1, len(sentence.tokens))
    of = lower(sentence, index) == "fate" and lower(sentence, index + 1) == "of"
    known = _UNKNOWN - _OPEN if of else _UNKNOWN
    until = next((i for i in behind if lower(sentence, i) in known), None)
    if until is None or any(lower(sentence, i) in {",", ";"} for i in range(index, until)):
        return
    if lower(sentence, index + 1) == "of":
        head = starting_at(whole, index + 2)
        heads = () if head is None else list_starting(whole, head)
    elif sentence.tokens[index - 1].tag == "PRP$" and until - index < _REACH:
        heads = _led_off(whole, index)
    else:
        heads = ()
    yield from _missing(whole, index, heads, until)


def _led_off(whole: Whole, index: int) -> tuple[int, ...]:
    """Return those whom the sentence tells before to have been taken: whom "they" means."""
    sentence = whole.sentence
    for i in range(index - 1, 0, -1):
        token = sentence.tokens[i]
        if token.tag in {"VBN", "VBD"} and token.pos == "VERB":
            return passive_victims(whole, i) if clauses.is_passive(sentence, i) else ()
    return ()


def _missing(whole: Whole, index: int, heads: tuple[int, ...], until: int) -> Iterator[Found]:
    """Yield the missing where they are people, and named, single or counted."""
    at_large = grouped("persons.txt")["attacker"]  # "the gunman has not been seen since"
    if any(t.lemma.lower() in words("abducted.object") for t in whole.sentence.tokens):
        return  # an outcome of its own (COUNTING 15a)
    told = heads and all(
        is_person(whole, h) and singular(lower(whole.sentence, h)) not in at_large for h in heads
    )
    if told and (len(heads) > 1 or _is_some(whole, heads[0])):
        yield Found(index, "missing", heads, until=until, human=False)


def _is_some(whole: Whole, head: int) -> bool:
    first = clauses.chunk_left(whole.sentence, head, whole.figures)
    return has_number(whole, first, head) or whole.sentence.tokens[head].tag in {"NN", "NNP"}
