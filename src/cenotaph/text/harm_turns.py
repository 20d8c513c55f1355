"""Turns of phrase that tell of harm: "lost their lives", "in critical condition", "rose to 40"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import (
    Found,
    has_number,
    list_ending,
    list_of,
    list_starting,
    starting_at,
    sufferer,
)
from cenotaph.text.harm_verbs import object_of, passive_victims
from cenotaph.text.harm_words import Harmed, words, written
from cenotaph.text.persons import Whole, is_person, singular
from cenotaph.text.victims import DOUBLES

_ARTICLES = frozenset({"a", "another"})
_NO_CARE = frozenset({"like", "as", "badly", "unfairly", "well", "with", "to"})
_REMAIN = frozenset({"is", "are", "was", "were", "remain", "remains", "remained", "be", "still"})
_DEAR = frozenset({
    "husband", "wife", "son", "daughter", "brother", "sister", "mother", "father", "parent",
    "child", "relative", "cousin", "grandson", "granddaughter",
})  # fmt: skip
_REACH = 25  # tokens from "death toll" to its figure: whose toll it is may stand between
_FORCES = frozenset({"men", "soldiers", "troops", "fighters", "servicemen", "policemen"})


def constructed(whole: Whole, index: int) -> Iterator[Found]:
    """Yield what the turn of phrase around a word tells: of lives, wounds, tolls, bodies."""
    word = lower(whole.sentence, index)
    reader = turning().get(word)
    if reader is not None:
        rule = f"turn {reader.__name__.strip('_')} {word}"
        yield from (replace(found, rule=rule) for found in reader(whole, index))


@cache
def turning() -> dict[str, Callable[[Whole, int], Iterator[Found]]]:
    """Return by which word each turn of phrase is known."""
    wounds = words("wounds")
    known: tuple[tuple[Callable[[Whole, int], Iterator[Found]], Iterable[str]], ...] = (
        (_lives, ("lives", "life")),
        (_carried, (*wounds, *(f"{w}s" for w in wounds), "injuries")),
        (_toll, (*words("toll.noun"), "dead", "killed", "wounded", "injured", "deaths")),
        (_bodies, (*words("bodies"), "bodies", "corpses")),
        (_condition, ("condition", "care")),
        (_doubled, ("shooting", "stabbing", "homicide", "murder", "killing", "slaying")),
        (_hospital, (*words("hospital"), "hospitals")),
        (_driven_out, ("homes", "houses", "home")),
        (_treated, ("treated",)),
        (_struck, ("struck",)),
        (_broken, words("limbs")),
        (_recovering, ("recovering",)),
        (_bereft, written("lives.lost")),
        (_on_oneself, ("himself", "herself")),
    )
    return {word: reader for reader, listed in reversed(known) for word in listed}


def _treated(whole: Whole, index: int) -> Iterator[Found]:
    """Read "ten survivors are being treated"."""
    passive = clauses.is_passive(whole.sentence, index)
    if passive and lower(whole.sentence, index + 1) not in _NO_CARE:
        yield from _subject_of(whole, index, index)


def _struck(whole: Whole, index: int) -> Iterator[Found]:
    """Read "was struck by gunfire", "a bullet struck two men"; a village struck is none."""
    sentence = whole.sentence
    if clauses.is_passive(sentence, index):
        below = {sentence.tokens[i].text.lower() for i in sentence.subtree(index) if i > index}
        heads = passive_victims(whole, index) if below & words("bullets") else ()
    else:
        doer = clauses.subject(sentence, index)
        shot = doer is not None and lower(sentence, doer) in words("bullets")
        heads = object_of(whole, index) if shot else ()
    if heads:
        yield Found(index, "harmed", heads, human=False)


def _lives(whole: Whole, index: int) -> Iterator[Found]:
    """Read "claimed 12 lives", "lost their lives", "cost the lives of 40 people"."""
    sentence = whole.sentence
    for i in range(index - 1, max(-1, index - 10), -1):
        word = lower(sentence, i)
        if word in written("lives.taken") or word == "loss":
            heads: tuple[int, ...] = (index,)
            if lower(sentence, index + 1) == "of":
                head = starting_at(whole, index + 2)
                heads = (
                    list_starting(whole, head)
                    if head is not None and is_person(whole, head)
                    else ()
                )
            elif not has_number(whole, i, index) and lower(sentence, index - 1) not in _ARTICLES:
                heads = ()
            if heads:
                yield Found(i, "killed", heads, until=index)
            return
        if word in written("lives.lost"):
            yield from _lost(whole, i, index)
            return


def _lost(whole: Whole, verb: int, index: int) -> Iterator[Found]:
    if has_number(whole, verb + 1, index):
        yield Found(verb, "killed", (index,), until=index)
        return
    found = sufferer(whole, verb)
    if found is not None and found < verb:
        yield Found(verb, "killed", list_ending(whole, found), until=index, human=False)


def _carried(whole: Whole, index: int) -> Iterator[Found]:
    """Read "four people suffered burns", "escaped with a bullet wound", "treated for injuries"."""
    sentence = whole.sentence
    for i in range(index - 1, max(-1, index - 10), -1):
        word = lower(sentence, i)
        if word in {
            "died",
            "dead",
            "succumbed",
            "death",
            "killed",
            ";",
            "no",
            "without",
            "from",
            "of",
        }:
            return
        if word in written("carry"):
            yield from _subject_of(whole, i, index)
            return
        if word in {"treated", "hospitalized", "hospitalised", "recovering"}:
            yield from _subject_of(whole, i, index)
            return
        if word == "with":
            verb = next(
                (k for k in range(i - 1, max(-1, i - 8), -1) if sentence.tokens[k].pos == "VERB"),
                None,
            )
            if verb is not None:
                yield from _subject_of(whole, verb, index)
            return


def _subject_of(whole: Whole, verb: int, index: int) -> Iterator[Found]:
    """Yield the persons who carry wounds: the subject of the verb."""
    found = sufferer(whole, verb)
    heads = list_ending(whole, found) if found is not None else ()
    if heads:
        yield Found(verb, "injured", heads, until=index, plain=False, human=False)


def _on_oneself(whole: Whole, index: int) -> Iterator[Found]:
    """Read "before turning the gun on himself": the doer's own death, as it is told."""
    sentence = whole.sentence
    gun = {lower(sentence, i) for i in range(max(0, index - 4), index)}
    if not gun & {"gun", "weapon", "pistol", "rifle", "knife"} or "on" not in gun:
        return
    for i in range(index - 1, max(-1, index - 7), -1):
        if lower(sentence, i) in {"turned", "turning", "turn", "turns"}:
            doer = clauses.subject(sentence, i)
            head = sufferer(whole, i) if doer is None or doer > i else doer
            if head is None:
                head = clauses.subject(sentence, sentence.tokens[sentence.tokens[i].head].head)
            if head is not None and head < i:
                yield Found(i, "killed", (head,), plain=False, until=index, human=False)
            return


def _broken(whole: Whole, index: int) -> Iterator[Found]:
    """Read "with a broken leg", "had frostbitten toes", "broke his hand"."""
    sentence = whole.sentence
    if lower(sentence, index - 1) in words("broken"):
        yield from _carried(whole, index)
    elif sentence.tokens[index - 1].tag == "PRP$" and lower(sentence, index - 2) in words("broke"):
        yield from _subject_of(whole, index - 2, index)


def _bereft(whole: Whole, verb: int) -> Iterator[Found]:
    """Read "lost her husband", "has lost 4,200 men", "the driver lost both legs"."""
    head = starting_at(whole, verb + 1)
    if head is None:
        return
    noun = lower(whole.sentence, head)
    if noun in words("limbs"):
        yield from _subject_of(whole, verb, head)
    elif singular(noun) in _DEAR or noun in _FORCES:
        yield Found(verb, "killed", (head,), plain=False, until=head, human=False)


def _hospital(whole: Whole, index: int) -> Iterator[Found]:
    """Read "nine were taken to hospital": hurt, though not in so many words."""
    sentence = whole.sentence
    yield from _sent(whole, index)
    for i in range(index - 1, max(-1, index - 9), -1):
        word = lower(sentence, i)
        if word in {",", ";", "from", "outside", "near", "where", "that", "died", "dead"}:
            return
        if word in _REMAIN and lower(sentence, index - 1) in {"in", "the", "a"}:
            if _visits(whole, i, index):
                return
            yield from _subject_of(whole, i, index)
            return
        if word in written("taken"):
            if clauses.is_passive(sentence, i):
                yield from _subject_of(whole, i, index)
            return


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
    if lower(whole.sentence, index + 1) in {"after", "from", "in", "at", "following"}:
        yield from _subject_of(whole, index, index)


def _visits(whole: Whole, verb: int, index: int) -> bool:
    """Tell whether someone is at a hospital for another: "is at the hospital", "with the boy"."""
    between = {lower(whole.sentence, i) for i in range(verb + 1, index)}
    here = {"is", "are", "was", "were", "be"}
    return "with" in between or (
        "at" in between and lower(whole.sentence, verb) in here and "still" not in between
    )


def _condition(whole: Whole, index: int) -> Iterator[Found]:
    """Read "a girl is in critical condition"."""
    sentence = whole.sentence
    near = {lower(sentence, i) for i in range(max(0, index - 3), index)}
    if not near & (words("condition") if lower(sentence, index) == "condition" else {"intensive"}):
        return
    verbs = {"is", "was", "were", "are", "remains", "remained", "remain", "listed"}
    for i in range(index - 1, max(-1, index - 10), -1):
        if lower(sentence, i) in verbs:
            found = sufferer(whole, i)
            if found is not None and found < i:
                yield Found(index, "injured", list_ending(whole, found), plain=False, human=False)
            return


def _toll(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the death toll rose to 40", "put the dead at 28", "the number of dead reached nine"."""
    sentence = whole.sentence
    outcome = _toll_outcome(whole, index)
    if outcome is None or lower(sentence, index + 1) == "-":  # "toll-free"
        return
    for at in range(index + 1, min(index + _REACH, len(sentence.tokens))):
        if lower(sentence, at) in {";", ":", "but", "when", "after", ","}:
            return
        if at in whole.figures:
            head = starting_at(whole, at)
            if (
                head is not None
                and _moves(whole, index, at)
                and is_person(whole, head) is not False
            ):
                yield Found(index, outcome, (head,), human=False)
            return


def _toll_outcome(whole: Whole, index: int) -> Harmed | None:
    sentence = whole.sentence
    word = lower(sentence, index)
    before = {lower(sentence, i) for i in range(max(0, index - 3), index)}
    if word in {"toll", "tally", "count"}:
        if before & {"death", "deaths", "body", "killed", "fatality", "dead"} or word == "toll":
            return (
                "casualties"
                if "casualty" in before
                else "injured"
                if "injury" in before
                else "killed"
            )
        return None
    if lower(sentence, index - 1) == "the" or before & {"number", "total"}:
        return "injured" if word in {"wounded", "injured"} else "killed"
    return None


def _moves(whole: Whole, index: int, figure: int) -> bool:
    """Tell whether a verb or "at", "of", "to" takes a toll to its figure."""
    between = [lower(whole.sentence, i) for i in range(index + 1, figure)]
    links = {"is", "was", "at", "of", "to", "as", "above", "past", "beyond"}
    if not between or not any(w in links or w in written("toll.move") for w in between):
        return False
    moves = [i for i, w in enumerate(between) if w in written("toll.move")]
    said = between[moves[-1] :] if moves else between  # before it: whose toll, "from an air strike"
    if {"likely", "much", "times", "than", "higher", "lower", "a", "an"} & set(said):
        return False  # "is far higher than the 800": no count (COUNTING 13)
    return between[-1] in links | {"the", "some"} or between[-1] in written("toll.move")


def _bodies(whole: Whole, index: int) -> Iterator[Found]:
    """Read "40 bodies were buried", "found the bodies of 12 men": a stock (COUNTING 14)."""
    sentence = whole.sentence
    if lower(sentence, index + 1) == "of":
        head = starting_at(whole, index + 2)
        if head is not None and is_person(whole, head):
            yield Found(index, "buried", list_of(whole, head), human=False)
        return  # "seven bodies of law"
    if lower(sentence, index - 1) in words("living") or _is_room(whole, index):
        return  # "19 student bodies signed", "room for 80 bodies"
    first = clauses.chunk_left(sentence, index, whole.figures)
    if has_number(whole, first, index):
        yield Found(index, "buried", (index,))


def _is_room(whole: Whole, index: int) -> bool:
    """Tell whether a place is only said to hold so many: "a morgue with room for 80 bodies"."""
    near = [lower(whole.sentence, i) for i in range(max(0, index - 5), index)]
    return "for" in near and bool({"room", "space", "capacity", "place", "places"} & set(near))


def _left_home(whole: Whole, verb: int, index: int) -> Iterator[Found]:
    found = sufferer(whole, verb)
    if found is not None and has_number(
        whole, clauses.chunk_left(whole.sentence, found, whole.figures), found
    ):
        yield Found(verb, "displaced", (found,), until=index, human=False)


def _driven_out(whole: Whole, index: int) -> Iterator[Found]:
    """Read "nine million have been driven from their homes"."""
    sentence = whole.sentence
    leaving = lower(sentence, index - 2) in {"left", "leave", "fled", "abandoned"}
    if leaving and lower(sentence, index - 1) in {"their", "the"}:
        yield from _left_home(whole, index - 2, index)
    for i in range(index - 1, max(-1, index - 6), -1):
        if lower(sentence, i) in {
            "driven",
            "forced",
            "chased",
            "expelled",
            "displaced",
        } and clauses.is_passive(sentence, i):
            heads = passive_victims(whole, i)
            if heads:
                yield Found(i, "displaced", heads, until=index, human=False)
            return


def _doubled(whole: Whole, index: int) -> Iterator[Found]:
    """Read "a double shooting", "a triple homicide": the adjective counts."""
    if lower(whole.sentence, index - 1) in DOUBLES:
        word = lower(whole.sentence, index)
        yield Found(index, "harmed" if word in {"shooting", "stabbing"} else "killed", (index,))
