"""People gone without a trace -> who is missing: "never seen again", "their fate is unknown".

So are those of whom nothing was heard since they were led off, told in the sentence before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cenotaph.model import Count, People
from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, Harm, has_number, starting_at, sufferer
from cenotaph.text.harm_lists import list_ending, list_starting
from cenotaph.text.harm_verbs import passive_victims, victims_of
from cenotaph.text.harm_words import words
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person, singular
from cenotaph.text.victims import Phrase, phrase_at

NO_NEWS = "turn gone"
GONE = (NO_NEWS, "turn not_seen", "turn no_news")  # rules of those not seen "since"
_SEEN = frozenset({"seen", "heard", "saw", "see", "hear"})
_AGAIN = frozenset({"again", "since"})
_NEVER = frozenset({"never", "not", "n't", "nobody"})
_THEM = frozenset({"them", "him", "her"})
_UNKNOWN = frozenset({"unknown", "unclear", "uncertain", "unaccounted"})
_OPEN = frozenset({"unclear", "uncertain"})  # "the fate of 35 jobs", of ministers: yet to be seen
_REACH = 6
_NEWS = frozenset({"news", "word", "trace"})
_TAKE = frozenset({"take", "lead", "drive", "march", "drag", "haul", "bundle", "escort", "carry"})
_OFF = frozenset({"away", "off", "out", "into", "onto"})
_BEHIND = 10  # tokens from "took" to "away"


def vanishing() -> tuple[tuple[Callable[[Whole, int], Iterator[Found]], tuple[str, ...]], ...]:
    """Return the readers of those gone without a trace, each with the words it is known by."""
    return (
        (_not_seen, tuple(_SEEN)), (_no_news, tuple(_NEWS)), (_fate, ("fate", "whereabouts")),
    )  # fmt: skip


def gone(before: Whole, whole: Whole) -> Iterator[Harm]:
    """Yield those led off in a sentence of whom the next says that nothing was heard since.

    "Soldiers took away Ana Ruiz and her son. The family has had no news of them since."
    """
    lowered = whole.sentence.lowered
    pronoun = next((i for i, word in enumerate(lowered) if _is_without_news(whole, i)), None)
    taken = () if pronoun is None else _taken(before)
    phrases = [p for h in taken if (p := phrase_at(before, h)) is not None]
    counts = [p.count for p in phrases if p.count is not None and p.count.low == p.count.high]
    number = sum(c.low or 0 for c in counts)
    if pronoun is None or not phrases or len(counts) < len(phrases):
        return
    if (number == 1) == (lowered[pronoun] == "them"):
        return
    one = phrases[0] if number == 1 else None
    phrase = Phrase(
        pronoun, pronoun, pronoun, "group" if one is None else "singular",
        Count(low=number, high=number), People() if one is None else one.people,
        name=None if one is None else one.name, age=None if one is None else one.age,
    )  # fmt: skip
    span = whole.sentence.span_of(0, len(lowered) - 1)
    yield Harm(whole.sentence.number, pronoun, "missing", phrase, span, rule=NO_NEWS)


def _is_without_news(whole: Whole, index: int) -> bool:
    """Tell whether nothing was heard of whom a pronoun means: "no news of them since"."""
    lowered = whole.sentence.lowered
    if lowered[index] not in _THEM:
        return False
    behind, before = {*lowered[index + 1 : index + 4]}, {*lowered[max(0, index - 5) : index]}
    told = (before & _NEWS and "no" in before) or (before & _SEEN and before & _NEVER)
    return bool(behind & _AGAIN and told)


def _taken(whole: Whole) -> tuple[int, ...]:
    """Return who is told to have been led off, and of nobody that he was abducted or held."""
    sentence = whole.sentence
    if any(t.lemma.lower() in words("abducted.object") for t in sentence.tokens):
        return ()
    for i, token in enumerate(sentence.tokens):
        off = {lower(sentence, k) for k in range(i + 1, i + _BEHIND)} & _OFF
        if token.lemma.lower() in _TAKE and token.pos == "VERB" and off:
            heads = victims_of(whole, i)
            if heads and all(is_person(whole, h) for h in heads):
                return heads
    return ()


def _no_news(whole: Whole, index: int) -> Iterator[Found]:
    """Read "two men were led off, and their kin have had no news of them since"."""
    behind = range(index + 1, min(index + 6, len(whole.sentence.tokens)))
    pronoun = next((i for i in behind if _is_without_news(whole, i)), None)
    if pronoun is not None:
        yield from _missing(whole, index, _led_off(whole, index) or _taken(whole), pronoun + 1)


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
    until = next(
        (i for i in behind if lower(sentence, i) in known or _is_not_known(whole, i)), None
    )
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


def _is_not_known(whole: Whole, index: int) -> bool:
    """Tell "is not yet known" from "is known"."""
    before = {lower(whole.sentence, i) for i in range(index - 2, index)}
    return lower(whole.sentence, index) == "known" and bool(before & {"not", "n't"})


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
