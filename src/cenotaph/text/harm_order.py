"""Harm told in an unusual order of words: "killed in the raid were two guards", "throats slit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.text import clauses
from cenotaph.text.clauses import TENSED, lower
from cenotaph.text.harm_heads import Found, has_number, starting_at, sufferer
from cenotaph.text.harm_lists import list_ending, list_starting
from cenotaph.text.harm_verbs import deadly, passive_victims
from cenotaph.text.harm_words import Trigger, triggers, words
from cenotaph.text.persons import Whole, is_person
from cenotaph.text.reading import Sentence
from cenotaph.text.victims import Phrase

SPEAKING = frozenset({"spoke", "speak", "speaks", "spoken", "speaking"})
_ARE = frozenset({"are", "is", "was", "were"})
_HEADING = frozenset({"also", "fatally", "found", "mortally", "seriously", "critically", "shot"})
_REACH = 12  # tokens between "killed" and "were"
_WHERE = frozenset({"in", "on", "at", "by", "near", "outside", "inside", "during", "along"})
_FALLEN = frozenset({"dead", "killed", "slain", "deaths", "fatalities", "murdered"})
_TOTAL_OF = frozenset({"to", "since", "for", "this", "in", "over", "so"})
_SLIT = frozenset({"slit", "cut"})
_LATER = frozenset({
    "hospital", "clinic", "infirmary", "ambulance", "surgery", "ward", "custody", "scene", "spot",
    "way", "night", "morning", "evening", "road", "care", "bed",
})  # fmt: skip
_RANKS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"})
_ROOM = frozenset({"room", "space", "capacity", "place", "places", "beds"})
_HAD = frozenset({"had", "have", "has", "with"})


def inverted(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read a sentence that opens with the fate: "Fatally shot were a man of 40 and his niece"."""
    sentence = whole.sentence
    past = trigger.form == "past" if trigger.frame == "object" else trigger.frame == "state"
    heading = all(lower(sentence, i) in _HEADING for i in range(index))
    if not past or not heading or sentence.part == "title":
        return None
    verb = _being(whole, index + 1)
    head = None if verb is None else starting_at(whole, verb + 1)
    if head is None or not is_person(whole, head) or sentence.tokens[head].pos == "PRON":
        return None
    outcome, until = deadly(whole, index, trigger.outcome)
    return Found(index, outcome, list_starting(whole, head), until=until, human=False)


def _being(whole: Whole, start: int) -> int | None:
    """Return the "were" that follows at once, or after no more than a place or a time."""
    sentence = whole.sentence
    if lower(sentence, start) not in _ARE | _WHERE | {":"}:
        return None
    for i in range(start, min(start + _REACH, len(sentence.tokens) - 1)):
        if lower(sentence, i) in _ARE | {":"}:
            return i
        if lower(sentence, i) in {",", ";", "who", "that", "and", "when", "after"}:
            return None
        if sentence.tokens[i].tag in TENSED:
            return None
    return None


def throats(whole: Whole, index: int) -> Iterator[Found]:
    """Read "two herders had their throats slit", "slit the throats of nine women"."""
    sentence = whole.sentence
    if lower(sentence, index + 1) in _SLIT and lower(sentence, index - 2) in _HAD:
        found = sufferer(whole, index - 2)
        if found is not None and found < index and is_person(whole, found):
            heads = list_ending(whole, found, index - 2)
            yield Found(index - 2, "killed", heads, until=index + 1, human=False)
    elif lower(sentence, index + 1) == "of" and _is_slit(whole, index):
        head = starting_at(whole, index + 2)
        if head is not None and is_person(whole, head):
            heads = list_starting(whole, head)
            yield Found(index, "killed", heads, human=False)


def _is_slit(whole: Whole, index: int) -> bool:
    near = {lower(whole.sentence, i) for i in range(index - 3, index)}
    return bool(near & (_SLIT | {"slitting", "cutting"}))


def toll_brought(whole: Whole, index: int) -> Iterator[Found]:
    """Read "bringing to 57 the number of people slain"."""
    sentence = whole.sentence
    at = index - 1
    while lower(sentence, at) in {"the", "total"}:
        at -= 1
    last = at
    while at in whole.figures:
        at -= 1
    if at == last or lower(sentence, at) != "to" or lower(sentence, at - 1) not in words("bring"):
        return
    fate = (i for i in range(index + 1, index + 6) if lower(sentence, i) in _FALLEN)
    until = next(fate, None)
    if lower(sentence, index + 1) == "of" and until is not None:
        yield Found(index, "killed", (last,), until=until, human=False)


def toll_total(whole: Whole, index: int) -> Iterator[Found]:
    """Read "two more died, bringing the total since Monday to 31": as those before died."""
    sentence = whole.sentence
    near = {lower(sentence, i) for i in range(max(0, index - 4), index)}
    if not near & words("bring") or lower(sentence, index + 1) not in _TOTAL_OF:
        return
    fates = [t.outcome for i in range(index) for t in triggers().get(lower(sentence, i), ())]
    for at in range(index + 2, min(index + _REACH, len(sentence.tokens))):
        last = whole.behind_figure(at) - 1
        if lower(sentence, at) in {",", ";"}:
            return
        if at in whole.figures and lower(sentence, at - 1) == "to":
            ends = lower(sentence, last + 1) in {"", ".", ",", ";"}
            if ends and fates and fates[-1] in {"killed", "injured"}:
                yield Found(index, fates[-1], (last,), human=False)
            return


# "Seven died on the spot and two expired at the hospital": nine.
_ON_THE_SPOT = re.compile(
    r"\b(?:died|killed|perished)\b[^.;]{0,24}"
    r"\b(?:on the spot|(?:at|on) the scene|instantly|outright)\b"
)
_IN_HOSPITAL = re.compile(r"^[^.;]{0,24}\b(?:hospital|clinic|on the way|later|wounds|injuries)\b")


def died_elsewhere(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a death is set apart from those on the spot that the sentence tells of."""
    before = sentence.text[: sentence.tokens[trigger].start - sentence.span.start]
    return _ON_THE_SPOT.search(before) is not None and died_in_care(sentence, trigger)


def died_in_care(sentence: Sentence, trigger: int) -> bool:
    """Tell whether a death is one in hospital, on the way there, later, or of wounds."""
    token = sentence.tokens[trigger]
    after = sentence.text[token.end - sentence.span.start :]
    late = token.lemma.lower() in words("late") | {"expire"}
    return late and _IN_HOSPITAL.match(after) is not None


def one_more(whole: Whole, index: int) -> int | None:
    """Return the last token of a bare "another" or "a third"."""
    if lower(whole.sentence, index) == "another":
        return index
    ranked = lower(whole.sentence, index) == "a" and lower(whole.sentence, index + 1) in _RANKS
    return index + 1 if ranked else None


def follows_elsewhere(whole: Whole, index: int) -> bool:
    """Tell whether more died elsewhere: "two died at the scene and one in hospital"."""
    sentence = whole.sentence
    one = one_more(whole, index)
    at = whole.behind_figure(index) if one is None else one + 1
    near = {lower(sentence, i) for i in range(at + 1, at + 4)}
    placed = lower(sentence, at) in {"in", "at", "on"} and near & _LATER
    if at == index or not (placed or lower(sentence, at) in {"later", "overnight"}):
        return False
    for i in range(index - 2, max(-1, index - 9), -1):
        if lower(sentence, i) in {"died", "succumbed", "perished"}:
            return lower(sentence, i + 1) in {"at", "on", "in", "instantly", "immediately"}
        if clauses.is_verb(sentence, i) or lower(sentence, i) in {";", ":"}:
            return False
    return False


def not_found(whole: Whole, index: int) -> Iterator[Found]:
    """Read "three villagers could not be found", "two have not been found"."""
    sentence = whole.sentence
    near = [lower(sentence, i) for i in range(max(0, index - 3), index)]
    if near[-1:] not in (["be"], ["been"]) or not {"not", "n't"} & set(near):
        return
    heads = passive_victims(whole, index)
    counted = [h for h in heads if is_person(whole, h) and _has_figure(whole, h)]
    if counted and len(counted) == len(heads):
        yield Found(index, "missing", heads, human=False)


def _has_figure(whole: Whole, head: int) -> bool:
    return has_number(whole, clauses.chunk_left(whole.sentence, head, whole.figures), head)


def is_room(whole: Whole, phrase: Phrase) -> bool:
    """Tell whether a place is only said to hold so many: "a ward with room for 80 wounded"."""
    near = [lower(whole.sentence, i) for i in range(max(0, phrase.first - 4), phrase.first)]
    return near[-1:] == ["for"] and bool(_ROOM & set(near))
