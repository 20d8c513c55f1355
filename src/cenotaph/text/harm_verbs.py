"""Verbs of harm -> the phrases in their victims' place: "killed three", "three were killed"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_heads import Found, ending_at, has_number, starting_at, sufferer
from cenotaph.text.harm_lists import list_ending, list_of, list_starting
from cenotaph.text.harm_words import Harmed, Trigger, triggers, words, written
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person, name_at, singular
from cenotaph.text.reading import Sentence

_DETERMINERS = frozenset({
    "the", "a", "an", "this", "that", "his", "her", "their", "of", "one", "no", "each", "every",
})  # fmt: skip
_MARKS_OF_NOUN = frozenset({"of", "suspect", "suspects", "victim", "victims"})
_ENDS = frozenset({"old age", "natural causes", "heart attack", "heart failure", "long illness"})
_PARTICLES = frozenset({"up", "down", "alive"})
_INTO = frozenset({"in", "through", "across", "on"})
_VEHICLES = frozenset({"car", "truck", "van", "bus", "train", "vehicle", "motorcycle", "lorry"})
_AWAY = frozenset({"at", "from", "into", "through", "back", "toward", "towards", "over"})


def of_object(whole: Whole, verb: int, trigger: Trigger) -> Found | None:
    """Read a verb whose object is harmed."""
    sentence = whole.sentence
    if trigger.lemma == "hang" and set(sentence.lowered) & words("court"):
        return None  # "the state hanged 12 convicts": no violence of a conflict's
    if trigger.lemma == "riddle" and not words("shot.with") & set(sentence.lowered[verb:]):
        return None  # "riddled with debt"
    if _is_noun(whole, verb, trigger) and not _kills_some(whole, verb, trigger):
        return None
    outcome, until = deadly(whole, verb, trigger.outcome)
    if trigger.form == "past" and clauses.is_passive(sentence, verb):
        heads = passive_victims(whole, verb)
    elif trigger.form == "past":
        heads = _past_victims(whole, verb, trigger)
    else:
        heads = object_of(whole, verb)
    if trigger.lemma == "hit" and heads and _are_places(whole, verb, heads):
        return None
    human = trigger.lemma in words("human")
    # "a lawyer, the fourth to be killed this year, was shot dead": the last says so
    plain = (lower(sentence, verb - 2), lower(sentence, verb - 1)) != ("to", "be")
    return Found(verb, outcome, heads, plain, until, human) if heads else None


def _are_places(whole: Whole, verb: int, heads: tuple[int, ...]) -> bool:
    """Tell whether bare names are of towns that nobody knows: "jets hit Aitarun and Marwin"."""
    doer = clauses.kid(whole.sentence, verb, "nsubj")
    small = words("bullets") | words("blows") | _VEHICLES
    if doer is None or is_person(whole, doer) or singular(lower(whole.sentence, doer)) in small:
        return False
    tokens = whole.sentence.tokens
    return all(
        tokens[h].pos == "PROPN"
        and " " not in (name_at(whole, h) or "")
        and clauses.chunk_left(whole.sentence, h) == h
        for h in heads
    )


def _is_noun(whole: Whole, index: int, trigger: Trigger) -> bool:
    """Tell whether a word that is also a verb is used as a noun: "the killing of", "a shot"."""
    sentence = whole.sentence
    token = sentence.tokens[index]
    article = trigger.form == "ing" and lower(sentence, index - 1) in {"the", "a", "that", "this"}
    if article or lower(sentence, index + 1) in _MARKS_OF_NOUN:
        return True  # "in that shooting an 11-year-old fired a gun"
    if token.tag in {"NN", "NNS"} and sentence.part == "text":
        at = index + 2 if lower(sentence, index + 1) in {"and", ","} else index + 1
        return lower(sentence, at) != "dead" and not _is_verb_of_harm(whole, at)
    if token.tag in {"VBD", "VBN", "VBG", "VBZ", "VBP", "VB"}:
        return trigger.form == "ing" and token.dep in {"compound", "amod"}
    if sentence.part == "title" and trigger.form in {"s", "past"}:
        return False
    if token.pos in {"NOUN", "PROPN"} and trigger.form in {"base", "ing"}:
        return True
    return lower(sentence, index - 1) in _DETERMINERS


def _kills_some(whole: Whole, index: int, trigger: Trigger) -> bool:
    """Tell a verb that the model takes for a noun: "airstrikes on Idlib kill 12"."""
    before = whole.sentence.tokens[index - 1].pos if index else ""
    return trigger.lemma == "kill" and index + 1 in whole.figures and before in {"NOUN", "PROPN"}


def deadly(whole: Whole, verb: int, outcome: Harmed) -> tuple[Harmed, int | None]:
    """Read "shot dead", "beaten to death", "fatally stabbed", "gunned down"."""
    sentence = whole.sentence
    said = lower(sentence, verb - 1) in {"fatally", "mortally", "lethally"}
    if said or (lower(sentence, verb) == "shot" and _is_put_to_death(whole, verb)):
        return "killed", None
    for i in range(verb + 1, min(verb + 9, len(sentence.tokens))):
        word, hangs = lower(sentence, i), sentence.tokens[i].head == verb
        if word in {",", ".", ";", "and", "but"}:
            break
        if word == "dead" and (i == verb + 1 or hangs or _after_object(whole, verb, i)):
            return "killed", i
        if word == "death" and lower(sentence, i - 1) == "to":
            return "killed", i
        if word in {"fatally", "lethally"} and (i == verb + 1 or hangs):
            return "killed", i
        if outcome == "harmed" and word in words("outer") and _is_struck_there(whole, verb, i):
            return "injured", i  # "was shot in the leg", "was hit in the arms"
    return outcome, None


def _is_put_to_death(whole: Whole, verb: int) -> bool:
    """Tell whether people are made ready: "lined up and shot", "shot against the church wall".

    Who marches of his own will, or lines a street, and is shot at may live.
    """
    against, wall = verb + 1, whole.sentence.lowered[verb + 3 : verb + 6]
    if lower(whole.sentence, against) == "against" and "wall" in wall:
        return True
    token = whole.sentence.tokens[verb]
    before = whole.sentence.tokens[token.head]
    joined = token.dep == "conj" and token.head < verb and before.lemma.lower() in words("readied")
    if not joined or clauses.is_passive(whole.sentence, token.head):
        return joined
    led = clauses.kid(whole.sentence, token.head, "dobj")
    acted = not clauses.is_passive(whole.sentence, verb)
    return led is not None and acted and is_person(whole, led) is True


def _is_struck_there(whole: Whole, verb: int, index: int) -> bool:
    """Tell whether a limb is where someone was hit: "in the leg"."""
    sentence = whole.sentence
    before = {lower(sentence, i) for i in range(max(verb, index - 3), index)}
    noun = sentence.tokens[index].tag in {"NN", "NNS"}
    return noun and bool(before & _INTO) and lower(sentence, verb) not in written("stabbing")


def _after_object(whole: Whole, verb: int, index: int) -> bool:
    """Tell whether "dead" stands right behind the object: "shot both drivers dead"."""
    return starting_at(whole, verb + 1) == index - 1


def victims_of(whole: Whole, verb: int) -> tuple[int, ...]:
    """Return who suffers a verb, passive or not, with those coordinated."""
    passive = clauses.is_passive(whole.sentence, verb)
    return passive_victims(whole, verb) if passive else object_of(whole, verb)


def passive_victims(whole: Whole, verb: int) -> tuple[int, ...]:
    """Return who suffers a passive verb, with those coordinated."""
    found = sufferer(whole, verb)
    if found is None:
        return ()
    token = whole.sentence.tokens[found]
    first = clauses.chunk_left(whole.sentence, found, whole.figures)
    named = token.dep == "appos" and token.head < found and is_person(whole, token.head)
    named = named and ";" not in whole.sentence.lowered[token.head : found]
    if named and not has_number(whole, first, found):
        found = token.head  # "Major Orlo, an officer who was killed": one person
    return list_ending(whole, found, verb)


def _past_victims(whole: Whole, verb: int, trigger: Trigger) -> tuple[int, ...]:
    """Return whom a past tense or a bare participle harms: object, else noun before it.

    "A bomb killed nine" has an object; "the nine killed", "nine killed in blast" have none, and the
    model takes participle for past tense and back. "Gunmen shot from a car" harms nobody.
    """
    sentence = whole.sentence
    if _is_told_in_notes(whole, verb):
        return (verb - 1,)
    heads = object_of(whole, verb)
    aside = sentence.tokens[verb + 1 : verb + 2]
    behind = verb + 1 + any(t.pos == "ADV" for t in aside)  # "shot repeatedly at the offices"
    away = lower(sentence, behind) in _AWAY and trigger.outcome == "harmed"
    if heads or (away and not _is_shot_there(whole, verb)):
        return heads
    listed = lower(sentence, verb + 1) == "," and verb + 2 in whole.figures
    if clauses.has_object(sentence, verb) and sentence.part == "text" and not listed:
        return ()  # "three millers killed, six injured (mine)" has none
    start = clauses.verb_group_start(sentence, verb)
    if lower(sentence, start - 1) == "who":
        return ()  # "boy who shot, killed friend": he was not shot
    if lower(sentence, start - 1) in {",", "and"} and _is_verb_of_harm(whole, start - 2):
        start = clauses.verb_group_start(sentence, start - 2)  # "Teen shot, killed in Gary"
    near = ending_at(whole, start - 1)
    if near is None or not (is_person(whole, near) or _is_counted(whole, near, trigger)):
        near = _shared_subject(whole, verb)
    if near is None or not _suffers(whole, verb, near, trigger):
        return ()
    return list_ending(whole, near, verb if sentence.part == "text" else None)


def _is_told_in_notes(whole: Whole, verb: int) -> bool:
    """Tell whether figures alternate with fates, unmarked: "FIVE KILLED TWELVE WOUNDED AT PORT"."""
    at = whole.behind_figure(verb + 1)
    fated = any(t.frame == "state" for t in triggers().get(lower(whole.sentence, at), ()))
    return verb + 1 in whole.figures and verb - 1 in whole.figures and fated


def _is_counted(whole: Whole, near: int, trigger: Trigger) -> bool:
    """Tell whether an unknown noun with a figure is of people: "nine weavers murdered at dusk"."""
    first = clauses.chunk_left(whole.sentence, near, whole.figures)
    unknown = is_person(whole, near) is None and has_number(whole, first, near)
    return unknown and trigger.lemma in words("human")


def _is_shot_there(whole: Whole, verb: int) -> bool:
    """Tell a headline's "four shot at party" from "four shot at police"."""
    if whole.sentence.part != "title" or lower(whole.sentence, verb + 1) != "at":
        return False
    aim = starting_at(whole, verb + 2)
    if aim is None or is_person(whole, aim):
        return False
    word = singular(lower(whole.sentence, aim))
    return word not in {"car", "house", "home", "vehicle", "truck", "cruiser", "crowd", "building"}


def _shared_subject(whole: Whole, verb: int) -> int | None:
    """Return the person whom a coordinated participle shares: "was stabbed twice and killed"."""
    sentence = whole.sentence
    token = sentence.tokens[verb]
    if token.dep not in {"conj", "acl", "xcomp", "oprd", "ccomp"} or token.tag not in {"VBN", "JJ"}:
        return None
    if token.dep == "conj" and not clauses.is_passive(sentence, token.head):
        return None
    found = clauses.subject(sentence, verb)
    return found if found is not None and found < verb and is_person(whole, found) else None


def _suffers(whole: Whole, verb: int, near: int, trigger: Trigger) -> bool:
    """Tell whether the noun before a verb without object is its victim, not its doer."""
    sentence = whole.sentence
    token, noun = sentence.tokens[verb], singular(sentence.tokens[near].text)
    first = clauses.chunk_left(sentence, near, whole.figures)
    if token.tag == "VBN" and token.dep in {"acl", "relcl", "conj", "xcomp", "oprd", "ccomp"}:
        return True
    if token.dep == "acl" and token.head == near and lower(sentence, verb - 1) == ",":
        return True  # "a ninth man, shot in the jaw, lived", whatever tense the model sees
    if lower(sentence, first - 1) in written("find") and token.tag in {"VBN", "VBD"}:
        return True  # "officers found a clerk shot in the head"
    if sentence.part == "title" and trigger.form == "past":
        return noun not in grouped("persons.txt")["attacker"] or token.tag == "VBN"
    if has_number(whole, first, near):
        return noun not in grouped("persons.txt")["attacker"]
    return token.tag == "VBN" and noun not in grouped("persons.txt")["attacker"]


def object_of(whole: Whole, verb: int) -> tuple[int, ...]:
    """Return the heads of a verb's object: the noun phrase right behind it, else the parse's.

    "The raid on the camp killed at least 17 and wounded many more": the parse may give "17" to
    "camp", but it stands behind "killed". "Killed and wounded 12" share their object.
    """
    sentence = whole.sentence
    start = verb + 1
    while lower(sentence, start) in {"down", "up", "off", "dead", "also", "fatally"}:
        start += 1
    shared = _sharing(whole, start)
    if shared is not None:
        return object_of(whole, shared)
    if _is_another_line(sentence, verb, start):
        return ()  # "GUNMAN KILLED Hundreds mourn": a caption behind a headline
    near = _owner(sentence, verb, starting_at(whole, start))
    if near is not None and is_person(whole, near) is not False:
        owner = lower(sentence, near + 1) in {"'s", "’s"}  # "Ana Ruiz's (left) unborn baby"
        return () if owner else list_starting(whole, near, clause=True)
    found = clauses.kid(sentence, verb, "dobj", "dative", "obj")
    # "and five wounded Monday"; "boy shot in head, man in custody"
    if found is None or clauses.is_time(sentence, found) or "," in sentence.lowered[verb:found]:
        return ()
    if found < verb:  # "the three men whom they killed"
        relative = lower(sentence, found) in {"whom", "who"}
        return (clauses.antecedent(sentence, found),) if relative else ()
    return list_of(whole, found)


def _owner(sentence: Sentence, verb: int, near: int | None) -> int | None:
    """Return who is hurt in "the wounded child's father": the child."""
    token = sentence.tokens[verb]
    owner = near is not None and verb < token.head < near and token.dep == "amod"
    return token.head if owner and lower(sentence, token.head + 1) in {"'s", "’s"} else near


def _is_another_line(sentence: Sentence, verb: int, start: int) -> bool:
    """Tell whether a verb in capitals ends a headline, and another line runs on behind it."""
    if start >= len(sentence.tokens) or not sentence.tokens[verb].text.isupper():
        return False
    behind = sentence.tokens[start].text
    return behind.istitle() and len(behind) > 1


def _sharing(whole: Whole, index: int) -> int | None:
    """Return the verb that shares its object: "killed and robbed", "shot, killed and burned"."""
    sentence = whole.sentence
    at = index
    while lower(sentence, at) in {",", "or", "and", "then", "later"}:
        at += 1
    joined = {lower(sentence, i) for i in range(index, at)}
    if at == index or not joined & {"or", "and", ","}:
        return None
    if joined & {"or", "and"}:
        return at if _shares_object(whole, at) else None
    listed = _is_verb_of_harm(whole, at) and _sharing(whole, at + 1) is not None
    return at if listed else None


def _shares_object(whole: Whole, index: int) -> bool:
    """Tell whether a verb right behind "and" takes the object: "killed and robbed two traders"."""
    if _is_verb_of_harm(whole, index):
        return True
    return index < len(whole.sentence.tokens) and whole.sentence.tokens[index].tag in {"VBD", "VBN"}


def _is_verb_of_harm(whole: Whole, index: int) -> bool:
    known = triggers().get(lower(whole.sentence, index), ())
    return any(t.frame == "object" and t.form == "past" for t in known)


def of_subject(whole: Whole, verb: int, trigger: Trigger) -> Found | None:
    """Read a verb whose subject is harmed: "three died", "40 families fled"."""
    sentence = whole.sentence
    if (
        sentence.tokens[verb].pos in {"NOUN", "ADJ"}
        and trigger.form in {"ing", "base"}
        and sentence.part == "text"
    ):
        return None
    if trigger.lemma == "expire" and trigger.form != "past":
        return None  # "Winter Advisory issued Monday, expiring Tuesday"
    found = sufferer(whole, verb)
    if found is None or (trigger.lemma == "die" and _dies_in_bed(sentence, verb)):
        return None
    if trigger.outcome == "displaced" and not _flees(whole, found):
        return None
    return Found(verb, trigger.outcome, list_ending(whole, found, verb), human=False)


def _dies_in_bed(sentence: Sentence, verb: int) -> bool:
    """Tell whether an illness or age ends a life: "died of cancer", "died of natural causes"."""
    near = [lower(sentence, i) for i in range(verb + 1, min(verb + 7, len(sentence.tokens)))]
    if not near or near[0] not in {"of", "from", "after", "following"}:
        return False
    pairs = {" ".join(pair) for pair in itertools.pairwise(near)}
    return bool(set(near) & words("natural") or pairs & _ENDS)


def _flees(whole: Whole, head: int) -> bool:
    """Tell whether those who flee are the displaced: "6,000 residents", not "two gunmen"."""
    first = clauses.chunk_left(whole.sentence, head, whole.figures)
    noun = singular(whole.sentence.tokens[head].text)
    flight = {
        "people", "resident", "family", "household", "villager", "civilian", "inhabitant",
        "thousand",
    }  # fmt: skip
    return has_number(whole, first, head) and (
        noun in flight or lower(whole.sentence, head) in flight or head in whole.figures
    )


def to_death(whole: Whole, index: int) -> Iterator[Found]:
    """Read verbs that only "to death" makes deadly: "hacked to death", "11 starved to death"."""
    sentence = whole.sentence
    for i in range(index - 1, max(-1, index - 9), -1):
        word = lower(sentence, i)
        if word in {",", ".", ";"}:
            return
        lemma = written("deadly.with").get(word)
        if lemma is None or any(t.frame == "object" for t in triggers().get(word, ())):
            continue
        if lower(sentence, index) in _PARTICLES and not _takes(whole, i, lemma, index):
            continue
        yield from _deadly_verb(whole, i, index)
        return


def _takes(whole: Whole, verb: int, lemma: str, index: int) -> bool:
    """Tell whether a particle makes a verb deadly: "gunned down two", not "beat him up".

    "They blew up one" leaves open whether it was a person.
    """
    sentence = whole.sentence
    particle = lower(sentence, index)
    if verb - 1 in whole.figures or lower(sentence, verb - 1) in {"the", "these", "those", "any"}:
        return False  # "two guns down there"
    objects = object_of(whole, verb) or (clauses.kid(sentence, verb, "dobj"),)
    bare = [h for h in objects if h is not None and sentence.tokens[h].pos == "NUM"]
    passive = clauses.is_passive(sentence, verb)
    return lemma in words(f"particle.{particle}") and (particle != "up" or passive or not bare)


def _deadly_verb(whole: Whole, verb: int, until: int) -> Iterator[Found]:
    heads = victims_of(whole, verb)
    if not heads:
        found = sufferer(whole, verb)
        heads = list_ending(whole, found) if found is not None else ()
    if heads:
        yield Found(verb, "killed", heads, until=until, human=False)
