"""Wounds -> who carries them: "suffered burns", "with a head wound", "was struck in the arm"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, ending_at, starting_at, sufferer
from cenotaph.text.harm_lists import list_ending, list_starting
from cenotaph.text.harm_verbs import object_of, passive_victims, victims_of
from cenotaph.text.harm_words import Harmed, verb_forms, words, written
from cenotaph.text.persons import Whole, is_person

_OF_ARMS = frozenset({"stab", "gunshot", "gunshots", "bullet", "machete", "knife"})
_ACTING = frozenset({"VB", "VBP", "VBZ", "VBG"})
_BODIES = frozenset({"body", "bodies", "corpse", "corpses"})
_WHERETO = frozenset({"to", "at", "into"})  # "was taken to Mercy Hall with wounds": a house
_FIRED = frozenset({
    "fire", "fired", "firing", "fires", "shots", "gun", "gunfire", "bullet", "bullets", "round",
    "rounds", "discharged", "rifle", "pistol", "handgun",
})  # fmt: skip
_ELSEWHERE = frozenset({
    "died", "dead", "succumbed", "death", "killed", ";", "no", "without",
})  # fmt: skip
_OF_SOME = frozenset({"mostly", "mainly", "chiefly"})  # "six hurt, mostly suffering from cuts"
_RECEIVED = frozenset({"received", "receiving", "took", "got", "caught"})
_FATAL = frozenset({"fatal", "mortal", "deadly", "lethal"})


def wounding() -> tuple[tuple[Callable[[Whole, int], Iterator[Found]], tuple[str, ...]], ...]:
    """Return the readers of wounds, each with the words it is known by."""
    wounds = words("wounds")
    return (
        (_cut, ("cut",)),
        (_gunshot, ("gunshot",)),
        (_carried, (*wounds, *(f"{w}s" for w in wounds), "injuries")),
        (_hurt, ("hurt", "harm")),
        (_struck, ("struck", "striking", "strikes")),
        (_beaten, tuple(w for _, w in verb_forms("beat"))),
        (_taken_in, tuple(words("bullets"))),
        (_broken, tuple(words("limbs"))),
    )


def _struck(whole: Whole, index: int) -> Iterator[Found]:
    """Read "struck by gunfire", "a bullet struck two", "fired, striking two"; no village struck."""
    sentence = whole.sentence
    if clauses.is_passive(sentence, index):
        below = {sentence.tokens[i].text.lower() for i in sentence.subtree(index) if i > index}
        # "struck by gunfire", "struck in the shoulder", "struck with a rifle butt"
        told = words("bullets") | words("body") | words("blows")
        heads = passive_victims(whole, index) if below & told else ()
    else:
        doer = clauses.subject(sentence, index)
        shot = doer is not None and lower(sentence, doer) in words("bullets")
        fired = lower(sentence, index) == "striking" and _FIRED & set(sentence.lowered[:index])
        heads = object_of(whole, index) if shot or fired else ()
        if fired and not shot and any(_is_told_before(whole, h) for h in heads):
            return
    if heads:
        yield Found(index, "harmed", heads, human=False)


def _is_told_before(whole: Whole, head: int) -> bool:
    """Tell whether words point at somebody told of: "fired, striking him", "striking his son"."""
    first = clauses.chunk_left(whole.sentence, head, whole.figures)
    return whole.sentence.tokens[first].tag in {"PRP", "PRP$"}


def _beaten(whole: Whole, index: int) -> Iterator[Found]:
    """Read "was beaten with rifle butts", "badly beaten"; who is beaten two to one is not hurt."""
    sentence = whole.sentence
    below = {lower(sentence, i) for i in sentence.subtree(index)}
    beside = {lower(sentence, index - 1), lower(sentence, index + 1)}
    if not (below & words("blows") and "with" in below) and not beside & words("badly"):
        return
    heads = victims_of(whole, index)
    if heads and all(is_person(whole, h) for h in heads):
        yield Found(index, "injured", heads, plain=False, human=False)


def _taken_in(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the girl received a bullet in the leg": hit, and where."""
    sentence = whole.sentence
    told = {lower(sentence, i) for i in range(index + 1, index + 5)}
    if lower(sentence, index + 1) not in {"in", "through"} or not told & words("body"):
        return
    for i in range(index - 1, max(-1, index - 4), -1):
        if lower(sentence, i) in _RECEIVED:
            yield from (replace(f, until=index) for f in subject_of(whole, i, index))
            return


def _cut(whole: Whole, index: int) -> Iterator[Found]:
    """Read "they had cut me on the neck"; a rope that is cut hurts nobody."""
    sentence = whole.sentence
    if not clauses.is_verb(sentence, index):
        yield from _carried(whole, index)
        return
    heads = victims_of(whole, index)
    start = max((index, *heads)) + 1
    told = {lower(sentence, i) for i in range(start + 1, start + 4)} & (words("body") | {"arms"})
    into = lower(sentence, start) in {"on", "in", "across", "about"}
    if heads and into and told and all(is_person(whole, h) for h in heads):
        yield Found(index, "injured", heads, plain=False, human=False)


def shot_victims(whole: Whole, index: int) -> Iterator[Found]:
    """Read "officers found four shooting victims"; not "the two shooting victims", told before."""
    head = index + 1
    if lower(whole.sentence, head) != "victims":
        return
    if clauses.chunk_left(whole.sentence, head, whole.figures) in whole.figures:
        yield Found(index, "harmed", (head,), until=head, plain=False, human=False)


def _gunshot(whole: Whole, index: int) -> Iterator[Found]:
    """Read "two gunshot victims", and "a gunshot to the leg" as other wounds are read."""
    yield from shot_victims(whole, index)
    yield from _carried(whole, index)


def _carried(whole: Whole, index: int) -> Iterator[Found]:
    """Read "four people suffered burns", "escaped with a bullet wound", "treated for injuries"."""
    sentence = whole.sentence
    if sentence.part == "text" and sentence.tokens[index].tag in _ACTING:
        return  # "fetched the knife to cut a melon"
    if lower(sentence, index + 1) == "to" and index + 2 in whole.figures:
        yield from _caused(whole, index)
        return
    for i in range(index - 1, max(-1, index - 10), -1):
        word = lower(sentence, i)
        if word in _ELSEWHERE or _is_of_else(whole, i):
            return
        if word in written("carry"):
            yield from _with_fatal(whole, i, index)
            return
        if word in {"treated", "hospitalized", "hospitalised", "recovering"}:
            yield from subject_of(whole, i, index)
            return
        if word == "with":
            yield from _with_wounds(whole, i, index)
            return


def _is_of_else(whole: Whole, index: int) -> bool:
    """Tell whether "of" or "from" ties wounds to another word: not "suffers from", "degrees of"."""
    before = lower(whole.sentence, index - 1)
    return {
        "from": before not in written("carry"),
        "of": before not in {"degree", "degrees", "variety"},
    }.get(lower(whole.sentence, index), False)


def _hurt(whole: Whole, index: int) -> Iterator[Found]:
    """Read "fifty sustained grievous hurt", "caused bodily harm": the law's words for wounds."""
    if lower(whole.sentence, index - 1) in {"grievous", "bodily"}:
        yield from _carried(whole, index)


def _with_fatal(whole: Whole, verb: int, index: int) -> Iterator[Found]:
    """Yield who carries wounds, of which they die where the words say so: "fatal wounds"."""
    if lower(whole.sentence, verb - 1) in _OF_SOME:
        return
    said = {lower(whole.sentence, i) for i in range(verb + 1, index)} & _FATAL
    until = index if said else _proved_fatal(whole, index)
    armed = {lower(whole.sentence, i) for i in range(verb + 1, index + 1)} & _OF_ARMS
    open_ = (
        armed and lower(whole.sentence, verb + 1) == "from"
    )  # "found suffering from": he may die
    for found in subject_of(whole, verb, index):
        fatal = replace(found, outcome="killed", plain=True, until=until)
        hurt = replace(found, outcome="harmed") if open_ else found
        yield hurt if until is None else fatal


def _proved_fatal(whole: Whole, index: int) -> int | None:
    """Return the word by which wounds are said to have killed: "wounds that led to her death"."""
    near = {i: lower(whole.sentence, i) for i in range(index + 1, index + 15)}
    told = next((i for i, word in near.items() if word in {"that", "which"}), None)
    if told is None:
        return None
    ends = range(told + 1, told + 6)
    return next((i for i in ends if near.get(i) in {"death", "fatal"}), None)


def _caused(whole: Whole, index: int) -> Iterator[Found]:
    """Read "caused wounds to ten persons"."""
    head = starting_at(whole, index + 2)
    if head is not None and is_person(whole, head) is not False:
        yield Found(index, "injured", list_starting(whole, head), until=head)


def _with_wounds(whole: Whole, link: int, index: int) -> Iterator[Found]:
    """Read "found two men with stab wounds", "was in hospital with burns"."""
    sentence = whole.sentence
    near = ending_at(whole, link - 1)
    first = None if near is None else clauses.chunk_left(sentence, near, whole.figures)
    going = first is not None and lower(sentence, first - 1) in _WHERETO
    if near is not None and first is not None and is_person(whole, near) and not going:
        if _BODIES & set(sentence.lowered[:link]):
            return  # "the bodies of two men, both with bullet wounds": they are dead
        by_arms = {lower(sentence, i) for i in range(link + 1, index + 1)} & _OF_ARMS
        open_ = by_arms and lower(sentence, first - 1) in written("find")  # they may have died
        outcome: Harmed = "harmed" if open_ else "injured"
        yield Found(link, outcome, list_ending(whole, near), plain=False, until=index, human=False)
        return
    before = range(link - 1, max(-1, link - 8), -1)
    verb = next((k for k in before if sentence.tokens[k].pos == "VERB"), None)
    if verb is not None:
        yield from subject_of(whole, verb, index)


def subject_of(whole: Whole, verb: int, index: int) -> Iterator[Found]:
    """Yield the persons who carry wounds: the subject of the verb."""
    found = sufferer(whole, verb)
    heads = list_ending(whole, found, verb) if found is not None else ()
    if heads:
        yield Found(verb, "injured", heads, until=index, plain=False, human=False)


def _broken(whole: Whole, index: int) -> Iterator[Found]:
    """Read "with a broken leg", "had frostbitten toes", "broke his hand", "lost a finger"."""
    sentence = whole.sentence
    if lower(sentence, index - 1) in words("broken"):
        yield from _carried(whole, index)
    elif (verb := _maimed(whole, index)) is not None:
        owner = _owner(whole, index)
        if owner is not None:
            yield Found(verb, "injured", (owner,), until=verb, plain=False, human=False)
    elif lower(sentence, index - 2) in words("broke") and (
        sentence.tokens[index - 1].tag == "PRP$"
        or lower(sentence, index - 1) in {"a", "an", "one"}
        or index - 1 in whole.figures
    ):
        yield from subject_of(whole, index - 2, index)


def _maimed(whole: Whole, index: int) -> int | None:
    """Return what is told of a limb: "two of her ribs were broken", "his hand was blown off"."""
    for i in range(index + 1, index + 6):
        word = lower(whole.sentence, i)
        if word in words("maimed") and clauses.is_passive(whole.sentence, i):
            return i
        if not word.isalpha() or word in {"but", "that", "who"}:
            return None
    return None


def _owner(whole: Whole, index: int) -> int | None:
    """Return whose a limb is: "my hands", "the boy's left arm"."""
    first = clauses.chunk_left(whole.sentence, index)
    for i in range(index - 1, first - 1, -1):
        if whole.sentence.tokens[i].tag == "PRP$":
            return i
        if lower(whole.sentence, i) in {"'s", "’s"} and is_person(whole, i - 1):
            return i - 1
    return None
