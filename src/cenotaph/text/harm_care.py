"""Care -> who is told to be hurt by it: "was taken to hospital", "in critical condition"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, ending_at, has_number, sufferer
from cenotaph.text.harm_lists import list_ending
from cenotaph.text.harm_verbs import object_of
from cenotaph.text.harm_words import words, written
from cenotaph.text.harm_wounds import subject_of
from cenotaph.text.persons import Whole, is_person

_NO_CARE = frozenset({"like", "as", "badly", "unfairly", "well", "with", "to"})
_FIGHT = frozenset({"fighting", "fights", "battling", "battles", "clinging", "clings"})
_BESIDE = frozenset({"with", "and", ",", ":", "one"})  # "with a girl in critical condition"
_REMAIN = frozenset({"is", "are", "was", "were", "remain", "remains", "remained", "be", "still"})
_RECOVER = frozenset({"after", "from", "in", "at", "following", "this", "today", "and", ".", ","})
_RECEIVE = frozenset({
    "receive", "receives", "received", "receiving", "undergo", "undergoing", "underwent", "seek",
    "sought", "need", "needed", "required", "given",
})  # fmt: skip

_GO = frozenset({"went", "came", "arrived", "walked", "taken", "rushed", "brought"})
_FAR = 8  # tokens from "went" to "treatment"


def caring() -> tuple[tuple[Callable[[Whole, int], Iterator[Found]], tuple[str, ...]], ...]:
    """Return the readers of care, each with the words it is known by."""
    return (
        (_condition, ("condition",)),
        (_intensive, ("care",)),
        (_hospital, (*words("hospital"), "hospitals")),
        (_treated, ("treated",)),
        (_in_treatment, ("treatment", "surgery", "help", "attention", "assistance")),
        (_facility, ("facility", "facilities")),
        (_recovering, ("recovering",)),
        (_kept_in, ("hospitalized", "hospitalised")),
        (_on_life_support, ("support",)),
        (_critical, ("critical", "serious")),
    )


def fighting(whole: Whole, index: int) -> Iterator[Found]:
    """Read "is fighting for her life", "clinging to life"; a career fights for its own."""
    own = lower(whole.sentence, index - 1) in {"his", "her", "their"}
    verb = index - 2 - own
    if lower(whole.sentence, verb + 1) in {"for", "to"} and lower(whole.sentence, verb) in _FIGHT:
        yield from subject_of(whole, verb, index)


def _kept_in(whole: Whole, index: int) -> Iterator[Found]:
    """Read "two remain hospitalized"."""
    if lower(whole.sentence, index - 1) in _REMAIN - {"be"}:
        yield from subject_of(whole, index - 1, index)


def _on_life_support(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the girl is on life support"."""
    at = index - 2 if lower(whole.sentence, index - 1) == "-" else index - 1
    on = lower(whole.sentence, at) == "life" and lower(whole.sentence, at - 1) == "on"
    if on and not any(t.tag == "NN" for t in whole.sentence.tokens[index + 1 : index + 2]):
        verb = at - 2 - (lower(whole.sentence, at - 2) == "still")
        if lower(whole.sentence, verb) in _REMAIN | {"put", "placed", "kept"}:
            yield from subject_of(whole, verb, index)


def _critical(whole: Whole, index: int) -> Iterator[Found]:
    """Read the headline "Teen critical after shooting"; of something one is critical otherwise.

    So too "Deputy serious but stable after shooting".
    """
    sentence = whole.sentence
    after = lower(sentence, index + (3 if lower(sentence, index + 1) == "but" else 1))
    ends = after in _RECOVER | {"but", "as", ""}
    near = ending_at(whole, index - 1) if sentence.part == "title" and ends else None
    if near is not None and is_person(whole, near) is True:
        yield Found(index, "injured", list_ending(whole, near), plain=False, human=False)


def _treated(whole: Whole, index: int) -> Iterator[Found]:
    """Read "ten survivors are being treated"."""
    passive = clauses.is_passive(whole.sentence, index)
    if passive and lower(whole.sentence, index + 1) not in _NO_CARE:
        yield from subject_of(whole, index, index)


def _in_treatment(whole: Whole, index: int) -> Iterator[Found]:
    """Read "eleven guests are under treatment", "five receive treatment", "ten in medical care".

    Groups only: one person's treatment may be of an illness.
    """
    sentence = whole.sentence
    if lower(sentence, index + 1) in {"for", "of"}:
        yield from _for_wound(whole, index)
        return  # of what, is said: "for burns", "for cancer"
    if (
        lower(sentence, index) in {"help", "attention", "assistance"}
        and lower(sentence, index - 1) != "medical"
    ):
        return
    at = index - 1
    while lower(sentence, at) in {"medical", "hospital", "emergency"}:
        at -= 1
    if lower(sentence, at) in _RECEIVE:
        yield from _group(whole, at, sufferer(whole, at), index)
    elif lower(sentence, at) in {"under", "in"}:
        at -= 1 + (lower(sentence, at - 1) in {"still", "now"})
        near = ending_at(whole, at)  # "left ten in medical care"
        held = near is not None and is_person(whole, near) is not False
        yield from _group(whole, index, near if held else sufferer(whole, at), index)


def _for_wound(whole: Whole, index: int) -> Iterator[Found]:
    """Read "a girl went to a hospital for treatment of a gunshot wound"."""
    sentence = whole.sentence
    shot = {"gunshot", "bullet", "stab"} & set(sentence.lowered[index + 2 : index + 6])
    before = range(index - 1, max(-1, index - _FAR), -1) if shot else range(0)
    verb = next((i for i in before if sentence.tokens[i].pos == "VERB"), index)
    if lower(sentence, verb) in _RECEIVE | _GO:
        yield from subject_of(whole, verb, index)


def _group(whole: Whole, verb: int, head: int | None, until: int) -> Iterator[Found]:
    """Yield a figure of people as hurt."""
    if head is None or head > verb:
        return
    if has_number(whole, clauses.chunk_left(whole.sentence, head, whole.figures), head):
        heads = list_ending(whole, head)
        yield Found(verb, "injured", heads, until=until, plain=False, human=False)


def _intensive(whole: Whole, index: int) -> Iterator[Found]:
    """Read "two are in intensive care", "ten are in medical care"."""
    yield from (
        _in_treatment(whole, index)
        if lower(whole.sentence, index - 1) == "medical"
        else _condition(whole, index)
    )


def _hospital(whole: Whole, index: int) -> Iterator[Found]:
    """Read "nine were taken to hospital": hurt, though not in so many words."""
    sentence = whole.sentence
    yield from _sent(whole, index)
    for i in range(index - 1, max(-1, index - 9), -1):
        word = lower(sentence, i)
        if word in {",", ";", "from", "outside", "near", "where", "that", "died", "dead"}:
            return
        near = lower(sentence, index - 1) in {"in", "the", "a"}
        near = near or "confined" in sentence.lowered[i:index]  # "in different hospitals"
        if word in _REMAIN and (near or index - 1 in whole.figures):
            if _visits(whole, i, index):
                return
            yield from subject_of(whole, i, index)
            return
        if word in written("taken"):
            if clauses.is_passive(sentence, i):
                yield from subject_of(whole, i, index)
            return


def _facility(whole: Whole, index: int) -> Iterator[Found]:
    """Read "five were taken to a medical facility"; to a center one may go for other things."""
    if lower(whole.sentence, index - 1) in {"medical", "health", "trauma"}:
        yield from _hospital(whole, index)


def _sent(whole: Whole, index: int) -> Iterator[Found]:
    """Read "a shooting sends four people to the hospital", "lands two in hospital"."""
    for i in range(index - 1, max(-1, index - 9), -1):
        if lower(whole.sentence, i) in written("sent"):
            heads = () if clauses.is_passive(whole.sentence, i) else object_of(whole, i)
            if heads:
                yield Found(i, "injured", heads, plain=False, until=index, human=False)
            return


def _recovering(whole: Whole, index: int) -> Iterator[Found]:
    """Read "five are recovering after a shooting"."""
    if lower(whole.sentence, index + 1) in _RECOVER:
        yield from subject_of(whole, index, index)


def _visits(whole: Whole, verb: int, index: int) -> bool:
    """Tell whether someone is at a hospital for another: "is at the hospital", "with the boy"."""
    between = {lower(whole.sentence, i) for i in range(verb + 1, index)}
    here = {"is", "are", "was", "were", "be"}
    return bool(between & {"with", "strike", "duty"}) or (
        "at" in between and lower(whole.sentence, verb) in here and "still" not in between
    )


def _condition(whole: Whole, index: int) -> Iterator[Found]:
    """Read "a girl is in critical condition"."""
    sentence = whole.sentence
    near = {lower(sentence, i) for i in range(max(0, index - 3), index)}
    if not near & (words("condition") if lower(sentence, index) == "condition" else {"intensive"}):
        return
    beside = _in_condition(whole, index)
    if beside:
        yield Found(index, "injured", beside, plain=False, human=False)
        return
    verbs = {"is", "was", "were", "are", "remains", "remained", "remain", "listed"}
    for i in range(index - 1, max(-1, index - 10), -1):
        if lower(sentence, i) in verbs:
            found = sufferer(whole, i)
            if found is not None and found < i:
                yield Found(index, "injured", list_ending(whole, found), plain=False, human=False)
            return


def _in_condition(whole: Whole, index: int) -> tuple[int, ...]:
    """Return who stands before a condition, with no verb: "leaving a girl in critical condition".

    "Was flown to Mercy Hall in critical condition": a house.
    """
    sentence = whole.sentence
    link = next(
        (i for i in range(index - 1, max(0, index - 5), -1) if lower(sentence, i) == "in"), 0
    )
    near = ending_at(whole, link - 1) if link else None
    if near is None or is_person(whole, near) is not True:
        return ()
    first = clauses.chunk_left(sentence, near, whole.figures)
    told = lower(sentence, first - 1) in {*written("left"), *written("find"), *_BESIDE}
    return list_ending(whole, near) if first == 0 or told else ()
