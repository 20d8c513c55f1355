"""A parsed sentence -> its harms: who is said to have suffered what, by which word; no counting yet.

Each way English tells of harm is one finder; all give `Found` (trigger and victims' heads), and the
victim phrases are read alike afterwards. Every finder looks at the order of words beside the parse.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cenotaph.model import Count, Span
from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_words import Harmed, Trigger, triggers, words, written
from cenotaph.text.reading import Sentence
from cenotaph.text.victims import Phrase, Whole, is_person, phrase_at

_CONSTRUCTIONS = ("lives", "carried", "hospital", "toll", "bodies")


class Harm(msgspec.Struct, frozen=True):
    """One outcome said of one victim phrase."""

    sentence: int  # Sentence.number
    trigger: int  # token of the word that says the outcome
    outcome: Harmed
    phrase: Phrase
    span: Span  # from the first to the last of figure and outcome word
    joined: bool = False  # coordinated with the harm before it: "two soldiers and a child"
    within: int | None = None  # index of the harm, in the sentence's list, that this is a part of
    plain: bool = True  # the grammar says so without repair


class Found(msgspec.Struct, frozen=True):
    """A word of harm and the heads of the phrases in its victims' place."""

    trigger: int
    outcome: Harmed
    heads: tuple[int, ...]
    plain: bool = True
    until: int | None = None  # last token of the outcome's words where it is not the trigger


def harms(whole: Whole) -> tuple[Harm, ...]:
    """Return the harms of one sentence in the order of their words; () when it is not parsed."""
    if not whole.sentence.tokens:
        return ()
    found = [h for f in _settled(whole, list(_found(whole))) for h in _read(whole, f)]
    return tuple(_with_parts(whole, _once(found)))


def _found(whole: Whole) -> Iterator[Found]:
    sentence = whole.sentence
    for i in range(len(sentence.tokens)):
        for trigger in triggers().get(lower(sentence, i), ()):
            match trigger.frame:
                case "object":
                    found = _of_object(whole, i, trigger)
                case "subject":
                    found = _of_subject(whole, i, trigger)
                case "state":
                    found = _of_state(whole, i, trigger)
                case "of":
                    found = _of_noun(whole, i, trigger)
                case "count":
                    found = _counted(whole, i, trigger)
            if found is not None:
                yield found
        yield from _constructed(whole, i)


# -- verbs ---------------------------------------------------------------------------------------


def _of_object(whole: Whole, verb: int, trigger: Trigger) -> Found | None:
    sentence = whole.sentence
    if _is_noun(sentence, verb) or (trigger.form == "base" and sentence.tokens[verb].pos == "NOUN"):
        return None
    outcome, until = _deadly(sentence, verb, trigger.outcome)
    if trigger.form == "past" and clauses.is_passive(sentence, verb):
        heads = _passive_victims(whole, verb)
    elif trigger.form == "past":
        heads = _past_victims(whole, verb)
    else:
        heads = _active_victims(whole, verb)
    if not heads:
        return None
    return Found(verb, outcome, heads, until=until)


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Tell whether a word that is also a verb is used as a noun: "the killing of", "a shot"."""
    token = sentence.tokens[index]
    before = lower(sentence, index - 1)
    if lower(sentence, index + 1) == "of" and token.text.lower().endswith("ing"):
        return True
    return token.tag in {"NN", "NNS", "NNP"} and sentence.part == "text" and (
        before in {"the", "a", "an", "this", "that", "his", "her", "their", "of", "one", "no"}
        or token.text.lower().endswith("ing")
    )  # fmt: skip


def _deadly(sentence: Sentence, verb: int, outcome: Harmed) -> tuple[Harmed, int | None]:
    """Read "shot dead", "beaten to death", "fatally stabbed", "shot and killed"."""
    for i in range(verb + 1, min(verb + 9, len(sentence.tokens))):
        word = lower(sentence, i)
        if word == "dead" and (i == verb + 1 or sentence.tokens[i].head == verb):
            return "killed", i if i == verb + 1 else None
        if word == "death" and lower(sentence, i - 1) == "to" and sentence.tokens[i - 1].head == verb:
            return "killed", i
        if word in {"fatally", "lethally"} and (i == verb + 1 or sentence.tokens[i].head == verb and _ends(sentence, i)):
            return "killed", None
        if word in {",", ".", ";"}:
            break
    if lower(sentence, verb - 1) in {"fatally", "mortally", "lethally"}:
        return "killed", None
    return outcome, None


def _ends(sentence: Sentence, index: int) -> bool:
    return "," not in {lower(sentence, index - 1)} 


def _passive_victims(whole: Whole, verb: int) -> tuple[int, ...]:
    """Return who was killed: the noun phrase before the verb's group if it has a figure, else by parse.

    "The gunmen fled after two guards were shot": the words right before "were shot" are the
    subject, wherever the parse hangs them.
    """
    sentence = whole.sentence
    start = clauses.verb_group_start(sentence, verb)
    near = _ending_at(whole, start - 1)
    found = clauses.subject(sentence, verb)
    if found is not None and lower(sentence, found) in {"it", "which", "that"}:
        found = None
    if near is not None and (found is None or found < near) and is_person(whole, near):
        return _list_ending(whole, near, found)
    if found is None or found > verb:
        return ()
    return clauses.coordinated(sentence, found)


def _list_ending(whole: Whole, near: int, found: int | None) -> tuple[int, ...]:
    """Return the coordinated phrases that end with the one right before the verb."""
    sentence = whole.sentence
    if found is not None:
        heads = clauses.coordinated(sentence, found)
        if near in heads:
            return heads
        if sentence.tokens[near].pos != "NUM" and _inside_phrase(sentence, found, near):
            return heads
    if lower(sentence, near - 1) in {"and", "or"} and sentence.tokens[near].dep == "conj":
        return clauses.coordinated(sentence, sentence.tokens[near].head)
    return (near,)


def _inside_phrase(sentence: Sentence, head: int, index: int) -> bool:
    """Tell whether a noun belongs to the phrase of another: "the mother of two boys was killed"."""
    at = index
    for _ in range(6):
        token = sentence.tokens[at]
        if token.dep in {"relcl", "ROOT"}:
            return False
        if at == head:
            return True
        at = token.head
    return False


def _ending_at(whole: Whole, index: int) -> int | None:
    """Return the head of a noun phrase whose last token is at `index`, reaching over an age."""
    sentence = whole.sentence
    while index > 0 and lower(sentence, index) in {",", ")", "who", "that", "-"}:
        index -= 1
    if index < 0:
        return None
    token = sentence.tokens[index]
    if token.text.isdigit() and lower(sentence, index - 1) in {",", "aged", "("}:
        return _ending_at(whole, index - 2)  # "Ana Ruiz, 12, was"
    if token.pos in {"NOUN", "PROPN", "NUM", "PRON"} or clauses._stands_alone(sentence, index):
        return index
    return None


def _past_victims(whole: Whole, verb: int) -> tuple[int, ...]:
    """Return whom a past tense or bare participle harms: object, else noun modified, else subject.

    "A bomb killed nine" has an object; "the nine killed", "nine killed in blast" have none, and the
    model takes participle for past tense and back.
    """
    sentence = whole.sentence
    object_ = _object(whole, verb)
    if object_:
        return object_
    if any(lower(sentence, k) == "by" for k in sentence.kids[verb]) or sentence.tokens[verb].dep in {"acl", "relcl", "amod"}:
        token = sentence.tokens[verb]
        if token.dep == "acl" or token.dep == "relcl":
            near = _ending_at(whole, clauses.verb_group_start(sentence, verb) - 1)
            if near is not None and is_person(whole, near):
                return _list_ending(whole, near, None)
            return (token.head,)
    start = clauses.verb_group_start(sentence, verb)
    near = _ending_at(whole, start - 1)
    if near is not None and is_person(whole, near):
        return _list_ending(whole, near, None)
    found = clauses.subject(sentence, verb)
    if found is None or not is_person(whole, found) or found > verb:
        return ()
    return clauses.coordinated(sentence, found)


def _active_victims(whole: Whole, verb: int) -> tuple[int, ...]:
    return _object(whole, verb)


def _object(whole: Whole, verb: int) -> tuple[int, ...]:
    """Return the heads of a verb's object: the noun phrase right behind it, else the parse's.

    "The raid on the camp killed at least 17 and wounded many more": the parse may give "17" to
    "camp", but it stands behind "killed".
    """
    sentence = whole.sentence
    start = verb + 1
    if lower(sentence, start) in {"down", "up", "off", "dead", "also", "or"}:
        start += 1
    if lower(sentence, start) in {"or", "and"}:
        second = _object(whole, start + 1) if _is_trigger(sentence, start + 1) else ()
        return second
    near = _starting_at(whole, start)
    found = clauses.kid(sentence, verb, "dobj", "dative", "obj")
    if near is not None and is_person(whole, near) is not False:
        heads = clauses.coordinated(sentence, near)
        return tuple(h for h in heads if h >= near)
    if found is None or found < verb:
        return _relative_object(sentence, verb, found)
    return clauses.coordinated(sentence, found)


def _is_trigger(sentence: Sentence, index: int) -> bool:
    return any(t.frame == "object" for t in triggers().get(lower(sentence, index), ()))


def _relative_object(sentence: Sentence, verb: int, found: int | None) -> tuple[int, ...]:
    """Read "the three men whom they killed"."""
    if found is not None and lower(sentence, found) in {"whom", "who"}:
        return (clauses.antecedent(sentence, found),)
    return ()


def _starting_at(whole: Whole, index: int) -> int | None:
    """Return the head of a noun phrase that starts at `index`: figure, article or name."""
    sentence = whole.sentence
    if index >= len(sentence.tokens):
        return None
    token = sentence.tokens[index]
    number = any(n.span.start <= token.start < n.span.end for n in whole.numbers if n.kind == "count")
    if not number and token.pos not in {"DET", "NUM", "PRON", "PROPN", "NOUN", "ADJ"}:
        return None
    if token.pos == "ADP" and not number:
        return None
    return clauses.chunk_right(sentence, index)


def _of_subject(whole: Whole, verb: int, trigger: Trigger) -> Found | None:
    """Read "three died", "two children drowned", "40 families fled"."""
    sentence = whole.sentence
    if sentence.tokens[verb].pos in {"NOUN", "ADJ"} and trigger.form in {"ing", "base"}:
        return None
    start = clauses.verb_group_start(sentence, verb)
    near = _ending_at(whole, start - 1)
    found = clauses.subject(sentence, verb)
    if near is not None and is_person(whole, near) and (found is None or not _inside_phrase(sentence, found, near)):
        found = near
    if found is None or found > verb:
        return None
    return Found(verb, trigger.outcome, clauses.coordinated(sentence, found))


# -- states and nouns ----------------------------------------------------------------------------


def _of_state(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "two dead", "12 wounded", "three men are dead", "left four soldiers dead"."""
    sentence = whole.sentence
    if _left_nouns(sentence, index):
        return None
    start = clauses.verb_group_start(sentence, index)
    near = _ending_at(whole, start - 1)
    numbered = _number_before(whole, index)
    if numbered is not None:
        return Found(index, trigger.outcome, (numbered,))
    if near is not None and is_person(whole, near) and _predicate(sentence, index, near):
        return Found(index, trigger.outcome, _list_ending(whole, near, None))
    found = clauses.subject(sentence, index)
    token = sentence.tokens[index]
    if token.dep in {"acomp", "oprd", "attr", "xcomp"} and found is None:
        found = clauses.subject(sentence, token.head) if clauses.kid(sentence, token.head, "dobj") is None else clauses.kid(sentence, token.head, "dobj")
    if token.dep == "oprd" and clauses.kid(sentence, token.head, "dobj") is not None:
        found = clauses.kid(sentence, token.head, "dobj")
    if found is None or token.dep == "amod" or found >= index:
        return None
    return Found(index, trigger.outcome, clauses.coordinated(sentence, found))


def _left_nouns(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun follows that the state belongs to as an attribute: "the dead man"."""
    token = sentence.tokens[index]
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return token.dep in {"amod", "compound"} and following is not None and following.pos in {"NOUN", "PROPN"}


def _number_before(whole: Whole, index: int) -> int | None:
    """Return the figure that stands right before a state: "12 wounded", "at least 17 dead"."""
    sentence = whole.sentence
    if index == 0:
        return None
    at = index - 1
    while at > 0 and sentence.tokens[at].pos == "ADV" or lower(sentence, at) in {"people", "others", "other", "more", "persons"} and at > 0:
        if lower(sentence, at) in {"people", "others", "other", "more", "persons"}:
            if any(n.kind == "count" and sentence.tokens[at - 1].start < n.figure.end and n.figure.start <= sentence.tokens[at - 1].start for n in whole.numbers):
                return at
            return None
        at -= 1
    token = sentence.tokens[at]
    for number in whole.numbers:
        if number.kind == "count" and number.span.start <= token.start and token.end <= number.span.end:
            return at
    return None


def _predicate(sentence: Sentence, index: int, near: int) -> bool:
    """Tell whether a state follows its noun with or without a form of "be"."""
    return near < index


def _of_noun(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "the murder of three guards", "Ruiz's murder", "the deaths of at least 12"."""
    sentence = whole.sentence
    if lower(sentence, index + 1) == "of":
        head = _starting_at(whole, index + 2)
        if head is None:
            head = clauses.chunk_right(sentence, index + 2)
        if head is None or not is_person(whole, head):
            return None
        return Found(index, trigger.outcome, clauses.coordinated(sentence, head))
    return None


def _counted(whole: Whole, index: int, trigger: Trigger) -> Found | None:
    """Read "12 deaths", "three fatalities", "no casualties", "between 20 and 30 injuries"."""
    sentence = whole.sentence
    first = clauses.chunk_left(sentence, index)
    if lower(sentence, index + 1) in {"toll", "rate", "certificate", "threat", "threats", "penalty", "row", "squad", "squads", "sentence"}:
        return None
    start, end = sentence.tokens[first].start, sentence.tokens[index].end
    inside = any(
        n.kind == "count" and start <= n.figure.start and n.figure.end <= end for n in whole.numbers
    )
    if not inside and lower(sentence, first) != "no":
        return None
    return Found(index, trigger.outcome, (index,))


# -- constructions -------------------------------------------------------------------------------


def _constructed(whole: Whole, index: int) -> Iterator[Found]:
    word = lower(whole.sentence, index)
    if word in {"lives", "life"}:
        yield from _lives(whole, index)
    elif word in words("wounds") or singular_wound(word):
        yield from _carried(whole, index)
    elif word in words("toll.noun"):
        yield from _toll(whole, index)
    elif word in {"body", "bodies", "corpse", "corpses"}:
        yield from _bodies(whole, index)
    elif word in {"hospital", "hospitals", "condition", "clinic", "surgery"}:
        yield from _hospital(whole, index)


def singular_wound(word: str) -> bool:
    """Tell whether a word is the plural of a wound: "injuries", "burns"."""
    return word.endswith("ies") and word[:-3] + "y" in words("wounds") or word.removesuffix("s") in words("wounds")


def _lives(whole: Whole, index: int) -> Iterator[Found]:
    """Read "claimed 12 lives", "lost their lives", "the loss of 40 lives"."""
    sentence = whole.sentence
    for i in range(max(0, index - 8), index):
        word = lower(sentence, i)
        if word in written("lives.taken"):
            first = clauses.chunk_left(sentence, index)
            if lower(sentence, index + 1) == "of":
                head = clauses.chunk_right(sentence, index + 2)
                if head is not None and is_person(whole, head):
                    yield Found(i, "killed", clauses.coordinated(sentence, head), until=index)
                    return
            if i < first or _has_number(whole, first, index):
                yield Found(i, "killed", (index,))
                return
        if word in written("lives.lost"):
            if _has_number(whole, i + 1, index):
                yield Found(i, "killed", (index,), until=index)
                return
            found = clauses.subject(sentence, i)
            if found is not None and found < i:
                yield Found(i, "killed", clauses.coordinated(sentence, found), until=index)
                return
        if word == "loss" and _has_number(whole, i + 1, index):
            yield Found(i, "killed", (index,))
            return


def _has_number(whole: Whole, first: int, last: int) -> bool:
    start, end = whole.sentence.tokens[first].start, whole.sentence.tokens[last].end
    return any(n.kind == "count" and start <= n.figure.start and n.figure.end <= end for n in whole.numbers)


def _carried(whole: Whole, index: int) -> Iterator[Found]:
    """Read "four people suffered burns", "with gunshot wounds", "12 were treated for injuries"."""
    sentence = whole.sentence
    for i in range(index - 1, max(-1, index - 9), -1):
        word = lower(sentence, i)
        if word in written("carry"):
            found = clauses.subject(sentence, i)
            if found is None or found > i or word in {"has", "have", "had"} and i + 3 < index:
                return
            yield Found(i, "injured", clauses.coordinated(sentence, found), until=index)
            return
        if word in {"treated", "hospitalized", "hospitalised"}:
            victims = _passive_victims(whole, i) if clauses.is_passive(sentence, i) else ()
            if victims:
                yield Found(i, "injured", victims, until=index)
            return
        if word in {"died", "dead", "succumbed", "death", "killed", ",", ";", "of"} and word != "of":
            return


def _hospital(whole: Whole, index: int) -> Iterator[Found]:
    """Read "nine were taken to hospital", "a girl is in critical condition"."""
    sentence = whole.sentence
    if lower(sentence, index) == "condition":
        yield from _condition(whole, index)
        return
    for i in range(index - 1, max(-1, index - 8), -1):
        word = lower(sentence, i)
        if word in {",", ";", "from", "outside", "near", "where", "that"}:
            return
        if word in written("taken") and clauses.is_passive(sentence, i):
            victims = _passive_victims(whole, i)
            if victims:
                yield Found(i, "injured", victims, plain=False, until=index)
            return
        if word in written("taken"):
            return


def _condition(whole: Whole, index: int) -> Iterator[Found]:
    sentence = whole.sentence
    if not any(lower(sentence, i) in words("condition") for i in range(max(0, index - 3), index)):
        return
    for i in range(index - 1, max(-1, index - 8), -1):
        word = lower(sentence, i)
        if word in {"is", "was", "were", "are", "remains", "remained", "remain", "listed", "in"} and word != "in":
            found = clauses.subject(sentence, i)
            near = _ending_at(whole, clauses.verb_group_start(sentence, i) - 1)
            if near is not None and is_person(whole, near):
                found = near
            if found is not None and found < i:
                yield Found(index, "injured", clauses.coordinated(sentence, found), plain=False)
            return


def _toll(whole: Whole, index: int) -> Iterator[Found]:
    """Read "the death toll rose to 40", "a toll of 12 dead", "the number of dead reached nine"."""
    sentence = whole.sentence
    before = {lower(sentence, i) for i in range(max(0, index - 2), index)}
    if not before & {"death", "deaths", "casualty", "killed", "fatality"} and lower(sentence, index) != "toll":
        return
    outcome: Harmed = "casualties" if "casualty" in before else "injured" if "injury" in before else "killed"
    for number in whole.numbers:
        at = sentence.token_at(number.figure.start)
        if number.kind == "count" and at is not None and index < at <= index + 14 and _moves(sentence, index, at):
            head = _starting_at(whole, at)
            noun = clauses.chunk_right(sentence, at) if head is None else head
            if noun is not None and is_person(whole, noun) is not False:
                yield Found(index, outcome, (noun,))
            return


def _moves(sentence: Sentence, toll: int, figure: int) -> bool:
    between = [lower(sentence, i) for i in range(toll + 1, figure)]
    if between and any(w in written("toll.move") or w in {"is", "was", "at", "of", "to", "as"} for w in between):
        return not any(w in {";", "but", "when", "after"} for w in between)
    return bool(between) and between[0] == "of"


def _bodies(whole: Whole, index: int) -> Iterator[Found]:
    """Read "40 bodies were buried", "found the bodies of 12 men": a stock (COUNTING 14)."""
    sentence = whole.sentence
    if lower(sentence, index + 1) == "of":
        head = clauses.chunk_right(sentence, index + 2)
        if head is not None and is_person(whole, head) and phrase_at(whole, head) is not None:
            yield Found(index, "buried", clauses.coordinated(sentence, head))
            return
    first = clauses.chunk_left(sentence, index)
    if _has_number(whole, first, index):
        yield Found(index, "buried", (index,))


# -- settling ------------------------------------------------------------------------------------


def _settled(whole: Whole, found: list[Found]) -> list[Found]:
    """Drop what a plainer word beside it says better: "shot and killed", "found dead"."""
    return [f for f in found if not any(_outsays(whole, other, f) for other in found if other is not f)]


def _outsays(whole: Whole, other: Found, weak: Found) -> bool:
    shared = set(other.heads) & set(weak.heads)
    if not shared:
        return False
    if weak.outcome == "harmed" and other.outcome in {"killed", "injured", "none"}:
        return abs(other.trigger - weak.trigger) < 12
    if weak.outcome == "injured" and not weak.plain and other.outcome in {"killed", "injured"}:
        return other.plain
    if weak.outcome == other.outcome and other.trigger < weak.trigger:
        return True
    return False


def _read(whole: Whole, found: Found) -> Iterator[Harm]:
    """Read the phrases in the victims' place."""
    joined = False
    for head in found.heads:
        phrase = phrase_at(whole, head)
        if phrase is None:
            phrase = _counting_noun(whole, found, head)
        if phrase is None or _is_agent(whole, found, phrase):
            continue
        yield Harm(
            whole.sentence.number, found.trigger, found.outcome, phrase,
            _evidence(whole, found, phrase), joined, None, found.plain and phrase.certain,
        )  # fmt: skip
        joined = True


def _counting_noun(whole: Whole, found: Found, head: int) -> Phrase | None:
    """Read a noun that counts without naming people: "12 deaths", "40 bodies", "nine lives"."""
    from cenotaph.text.victims import bare_count

    if head == found.trigger or lower(whole.sentence, head) in {"lives", "life", "bodies", "corpses"}:
        return bare_count(whole, head)
    return None


def _is_agent(whole: Whole, found: Found, phrase: Phrase) -> bool:
    return False


def _evidence(whole: Whole, found: Found, phrase: Phrase) -> Span:
    """Return the span from the first to the last of victim phrase and outcome word."""
    sentence = whole.sentence
    ends = [phrase.last, phrase.first, found.trigger]
    if found.until is not None and found.until < len(sentence.tokens):
        ends.append(found.until)
    first, last = min(ends), max(ends)
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    if phrase.number is not None:
        start, end = min(start, phrase.number.span.start), max(end, phrase.number.span.end)
    return Span(start=start, end=end, part=sentence.part)


def _once(found: list[Harm]) -> list[Harm]:
    """Keep one harm for each outcome and phrase, in reading order."""
    kept: dict[tuple[int, str], Harm] = {}
    for harm in found:
        kept.setdefault((harm.phrase.head, harm.outcome), harm)
    return sorted(kept.values(), key=lambda h: (h.phrase.first, h.span.start))


def _with_parts(whole: Whole, found: list[Harm]) -> Iterator[Harm]:
    """Yield the harms with the parts that "including", "of whom", "of them" name (COUNTING 11)."""
    for index, harm in enumerate(found):
        yield harm
        del index
