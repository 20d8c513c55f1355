"""Harm told by pointing at others: "so did the driver", "as many were hurt", "shot them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Count
from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, Harm, starting_at
from cenotaph.text.harm_lists import list_ending, list_starting
from cenotaph.text.harm_parts import STATES
from cenotaph.text.harm_words import Harmed
from cenotaph.text.persons import Whole, is_person
from cenotaph.text.victims import Phrase, phrase_at

DID, WAS, MANY, REST = "likewise did", "likewise was", "likewise many", "likewise rest"
_HARMED: dict[str, Harmed | None] = {
    "victims": None,
    "dead": "killed",
    "fatalities": "killed",
    "slain": "killed",
}
_REST = frozenset({"other", "remaining"})
_CALLED = frozenset({"identified", "named", "all", "also"})
_POINTING = {"did": DID, "was": WAS, "were": WAS}
_TOLLS = frozenset({"killed", "injured", "missing"})
_BESIDE = frozenset({"were", "are", "was", "more", "again", "others", "people", "left", "badly"})
_TIMES = frozenset({"twice", "thrice", "half", "times", "nearly", "almost", "about", "not", "at"})


def likewise(whole: Whole, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield the harms of a sentence that it tells by pointing at others, there or right before."""
    for i, word in enumerate(whole.sentence.lowered):
        following = lower(whole.sentence, i + 1)
        if word in {"so", "as"} and following in _POINTING:
            yield from _shared(whole, found, i, _POINTING[following])
        elif (word, following) == ("as", "many"):
            yield from _of_many(whole, found, i)
        elif word in _HARMED:
            yield from _rest(whole, i)


def _rest(whole: Whole, head: int) -> Iterator[Harm]:
    """Read "the other three victims were her brothers": so many more, as those told of before."""
    sentence, at = whole.sentence, head + 1
    first = clauses.chunk_left(sentence, head, whole.figures)
    said = set(sentence.lowered[first:head])
    if lower(sentence, first) != "the" or not said & _REST:
        return
    while lower(sentence, at) in {"were", "are", "have", "been", "had"}:
        at += 1
    who = starting_at(whole, at)
    called = lower(sentence, at) in _CALLED or (who is not None and is_person(whole, who))
    phrase = phrase_at(whole, head)
    if at == head + 1 or not called or phrase is None or phrase.count is None:
        return
    fate = _HARMED[lower(sentence, head)] or "as before"
    yield Harm(sentence.number, head, fate, replace(phrase, kind="other"),
               sentence.span_of(first, head), rule=REST)  # fmt: skip


def meant(whole: Whole, found: Found) -> Found:
    """Put those whom "them" means in its place: "took two guards to the yard and shot them".

    So with "three men were taken to a clinic, where they died".
    """
    there = _there(whole, found)
    return _them(whole, found) if there is None else replace(found, heads=there)


def _there(whole: Whole, found: Found) -> tuple[int, ...] | None:
    """Return whom "where they died" tells of: the subject of the clause before it."""
    they = found.heads[0] if len(found.heads) == 1 else 0
    if (lower(whole.sentence, they - 1), lower(whole.sentence, they)) != ("where", "they"):
        return None
    tokens, at = whole.sentence.tokens, found.trigger
    while tokens[at].dep != "ROOT" and (at >= they or tokens[at].pos != "VERB"):
        at = tokens[at].head
    subject = clauses.subject(whole.sentence, at)
    if subject is None or subject >= at or at >= they or not is_person(whole, subject):
        return None
    return list_ending(whole, subject, at)


def _them(whole: Whole, found: Found) -> Found:
    tokens = whole.sentence.tokens
    verb = tokens[found.trigger]
    pronoun = [h for h in found.heads if lower(whole.sentence, h) == "them"]
    if len(found.heads) != 1 or not pronoun or verb.dep != "conj" or pronoun[0] < found.trigger:
        return found
    them = clauses.kid(whole.sentence, verb.head, "dobj")
    heads = () if them is None or them < verb.head else list_starting(whole, them)
    many = len(heads) > 1 or (them is not None and tokens[them].tag == "NNS")
    if not many or not all(is_person(whole, h) and h < found.trigger for h in heads):
        return found
    return replace(found, heads=heads)


def may_be_of(one: Harm, group: Harm) -> bool:
    """Tell whether one person may be of a group: a civilian is none of "two militants"."""
    apart = {one.phrase.people.status, group.phrase.people.status} == {"civilian", "combatant"}
    return group.sentence != one.sentence and group.rule not in {DID, WAS} and not apart


def leaves_open(harm: Harm) -> bool:
    """Tell whether words for victims say nothing of how they fared, where some only were hurt."""
    return harm.phrase.kind == "named" or harm.rule == REST


def as_many(harm: Harm, alike: Sequence[Harm]) -> Harm:
    """Return the harm with the figure that "as many were wounded" points at."""
    own = (h for h in alike if (h.rule, h.phrase.head) == (MANY, harm.phrase.head))
    return harm if harm.phrase.number is not None else next(own, harm)


def shares(before: Harm, rule: str) -> bool:
    """Tell whether words can point at a harm: "died" by "so did", "was killed" by "so was".

    "The army killed nine, as did the rebels": they killed, and did not die.
    """
    if before.outcome not in _TOLLS or before.part or before.phrase.kind == "zero":
        return False
    if rule == DID:
        return ".subject " in before.rule
    return ".object " in before.rule and before.phrase.last < before.trigger


def _shared(whole: Whole, found: Sequence[Harm], index: int, rule: str) -> Iterator[Harm]:
    """Read "Ruiz died at the scene; so did the driver", "So was her son."."""
    head = starting_at(whole, index + 2)
    if head is None or not is_person(whole, head) or whole.sentence.tokens[head].pos == "PRON":
        return
    heads = list_starting(whole, head)
    if lower(whole.sentence, heads[-1] + 1) not in {"", ".", ",", ";", ")"}:
        return  # "as was the driver of the bus when"
    owner = next((h for h in reversed(found) if h.trigger < index), None)
    if owner is None and index > 0:
        return
    if owner is not None and not shares(owner, rule):
        return
    outcome = "as before" if owner is None else owner.outcome
    trigger = index + 1 if owner is None else owner.trigger
    for each in heads:
        phrase = _exact_phrase(whole, each)
        if phrase is not None:
            span = whole.sentence.span_of(index, phrase.last)
            yield Harm(whole.sentence.number, trigger, outcome, phrase, span,
                       joined=each != heads[0], rule=rule)  # fmt: skip


def _exact_phrase(whole: Whole, head: int) -> Phrase | None:
    """Return a phrase of so many people, or of one: not "as were some passers-by"."""
    phrase = phrase_at(whole, head)
    if phrase is None or phrase.count is None or phrase.count.high is None:
        return None
    if phrase.kind == "definite":
        return replace(phrase, kind="singular")  # beside the one told of before
    return phrase if phrase.kind in {"singular", "named", "group"} else None


def _of_many(whole: Whole, found: Sequence[Harm], index: int) -> Iterator[Harm]:
    """Read "sixteen died and as many were wounded": no ratio, and no "as many as"."""
    at = index + 2
    while lower(whole.sentence, at) in _BESIDE:
        at += 1
    outcome = STATES.get(lower(whole.sentence, at))
    base = next((h for h in reversed(found) if h.trigger < index and h.phrase.last < index), None)
    if outcome is None or base is None or lower(whole.sentence, index - 1) in _TIMES:
        return
    count = base.phrase.count or Count()
    if base.outcome in {outcome, "none"} or base.part or not _is_exact(count):
        return
    phrase = replace(base.phrase, first=index, last=at, head=index + 1, kind="group", number=None,
                     name=None, age=None)  # fmt: skip
    yield Harm(whole.sentence.number, at, outcome, phrase, whole.sentence.span_of(index, at),
               rule=MANY)  # fmt: skip


def _is_exact(count: Count) -> bool:
    return count.low == count.high and count.low is not None and count.low > 1
