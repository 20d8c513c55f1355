"""Where the noun phrases of victims stand: by the order of words first, by the parse second."""

from __future__ import annotations

from typing import Literal

import msgspec

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.clauses import lower
from cenotaph.text.harm_words import Harmed, triggers
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person, person_words, singular
from cenotaph.text.victims import Phrase

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_ONESELF = frozenset({"himself", "herself", "themselves", "self"})
_OF_PART = frozenset({"including", "among", "mostly", "mainly"})
_ENDS_CLAUSE = frozenset(
    {";", ":", "who", "which", "that", "when", "while", "after", "before", "but"}
)
_BEHIND = frozenset({",", ")", "]", "who", "that", "-", "--", "–", "—"})


class Found(msgspec.Struct, frozen=True):
    """A word of harm and the heads of the phrases in its victims' place."""

    trigger: int
    outcome: Harmed
    heads: tuple[int, ...]
    plain: bool = True  # the words say so without doubt
    until: int | None = None  # last token of the outcome's words where it is not the trigger
    human: bool = True  # the word is said of people only, so an unknown noun is one of them
    rule: str = ""  # lexicon group and word, or turn of phrase, by which it was read


class Harm(msgspec.Struct, frozen=True):
    """One outcome said of one victim phrase."""

    sentence: int  # Sentence.number
    trigger: int  # token of the word that says the outcome
    outcome: Harmed | Literal["as before"]
    phrase: Phrase
    span: Span  # from the first to the last of figure and outcome word
    joined: bool = False  # coordinated with the harm before it: "two soldiers and a child"
    part: bool = False  # part of a figure said before (COUNTING 11)
    whole: int | None = None  # index, in the sentence's list, of the harm it is a part of
    plain: bool = True
    rule: str = "part"  # as in Found; "part": told as part of a figure before


def ending_at(whole: Whole, index: int) -> int | None:
    """Return the head of the noun phrase whose last token is at `index`.

    It reaches over an age ("Ana Ruiz, 12, was"), a closing comma, and an apposition ("a third man,
    a bus driver, was hurt").
    """
    sentence = whole.sentence
    closed = lower(sentence, index) in {",", ")"}
    while index > 0 and lower(sentence, index) in _BEHIND:
        index = _opening(whole, index) - 1
    if index < 0:
        return None
    token = sentence.tokens[index]
    aged = {"aged", "("} | ({","} if closed else set())  # "3 killed, 8 hurt": 8 is no age
    if token.text.isdecimal() and lower(sentence, index - 1) in aged:
        return ending_at(whole, index - 2)
    if index in whole.figures:
        return index
    aged_so = token.text.lower().endswith(("year-old", "month-old", "week-old", "day-old"))
    if token.pos not in _NOUNS and not aged_so and not clauses.stands_alone(sentence, index):
        # "Boy, 14, shot": the model takes a headline's first word for anything.
        known = singular(token.text) in person_words() and not triggers().get(token.text.lower())
        return index if sentence.part == "title" and known else None
    if token.dep == "appos" and token.head < index and is_person(whole, token.head):
        first = clauses.chunk_left(sentence, index, whole.figures)
        other = has_number(whole, first, index) or _has_own_fate(whole, token.head, index)
        return index if other else token.head  # "one man dead, child injured": two
    return index


def _opening(whole: Whole, index: int) -> int:
    """Return where an aside that closes at `index` opens: "six men (two of them guards) died".

    A comma closes only what names a part: "21 people, including an envoy, were killed".
    """
    sentence = whole.sentence
    if lower(sentence, index) == ",":
        commas = (i for i in range(index - 1, max(0, index - 16), -1) if lower(sentence, i) == ",")
        return next((i for i in commas if lower(sentence, i + 1) in _OF_PART), index)
    pairs = {")": "(", "]": "[", "--": "--", "–": "–", "—": "—"}
    opener = pairs.get(lower(sentence, index))
    for i in range(index - 1, max(0, index - 16), -1):
        if lower(sentence, i) == opener:
            return i
    return index


def starting_at(whole: Whole, index: int) -> int | None:
    """Return the head of a noun phrase that starts at `index`: figure, article, name or pronoun."""
    sentence = whole.sentence
    if index >= len(sentence.tokens):
        return None
    token = sentence.tokens[index]
    classes = {"DET", "NUM", "PRON", "PROPN", "NOUN", "ADJ"}
    if index not in whole.figures and token.pos not in classes:
        return None
    found = clauses.chunk_right(sentence, index, whole.figures)
    return None if found is None or clauses.is_time(sentence, found) else found


def list_of(whole: Whole, head: int) -> tuple[int, ...]:
    """Return a noun and those coordinated with it."""
    return clauses.coordinated(whole.sentence, head, whole.figures)


def list_ending(whole: Whole, near: int, verb: int | None = None) -> tuple[int, ...]:
    """Return the coordinated phrases that end with the one before a verb or state.

    The parse's list and what the words alone give: "Ruiz, his wife and two others were shot" is
    often cut in two by the model. What stands in parentheses repeats the list in other words.
    """
    sentence = whole.sentence
    token = sentence.tokens[near]
    first = (
        token.head if token.dep == "conj" and sentence.tokens[token.head].pos in _NOUNS else near
    )
    heads = {h for h in list_of(whole, first) if h <= near or first == near}
    heads |= {*_before(whole, min(heads)), *_before(whole, near)}
    if verb is not None:
        start = clauses.verb_group_start(sentence, verb)
        # "two nurses, a porter and a cook were shot"; a comma before the verb closes an aside
        group = min(heads) - 1 in whole.figures and lower(sentence, start - 1) != ","
        heads |= {h for h in list_starting(whole, min(heads), group=group) if h < verb}
    heads = {h for h in heads if h >= near or not _has_own_fate(whole, h, near)}
    return tuple(h for h in sorted(heads) if not _in_brackets(whole, min(heads), h))


def _has_own_fate(whole: Whole, head: int, near: int) -> bool:
    """Tell whether a word of harm follows: "2 adults dead, 2 children wounded" is no list."""
    at = head + 1
    while lower(whole.sentence, at) in {"was", "were", "is", "are", "shot"} or (
        at in range(near) and (whole.sentence.tokens[at].pos == "ADV")
    ):
        at += 1
    return at < near and any(
        t.frame in {"state", "object", "subject"}
        for t in triggers().get(lower(whole.sentence, at), ())
    )


def _before(whole: Whole, head: int) -> list[int]:
    """Return the heads of a list to the left of one of its items, by commas and "and" alone."""
    found: list[int] = []
    at = head
    while True:
        first = clauses.chunk_left(whole.sentence, at, whole.figures)
        gap = _joint(whole, first - 1)
        if gap is None or not (found or _closes(whole, first - 1)):
            return found
        item = ending_at(whole, gap)
        if item is None or item >= first or not _is_item(whole, item, at):
            return found
        start = clauses.chunk_left(whole.sentence, item, whole.figures)
        before = lower(whole.sentence, start - 1)
        if before in _OF_PART or any(t.frame == "object" for t in triggers().get(before, ())):
            return found  # "killed ten, including a nurse, and 30 were hurt": not of this list
        found.append(item)
        at = item


def _closes(whole: Whole, index: int) -> bool:
    """Tell whether "and" stands before the last of a list; a headline's comma will do.

    So will the comma of "besides the driver, 14 pilgrims died".
    """
    added = lower(whole.sentence, 0) in {"besides", "including"}
    headline = whole.sentence.part == "title"
    return added or headline or lower(whole.sentence, index) in {"and", "&"}


def _joint(whole: Whole, index: int) -> int | None:
    """Return the token before "and" or a comma that joins a list; None when none does."""
    word = lower(whole.sentence, index)
    if word in {"and", "&"}:
        return index - 1
    return index - 1 if word == "," and index > 0 else None


def _is_item(whole: Whole, item: int, following: int) -> bool:
    """Tell whether a phrase before "and" or a comma is a person of the same list.

    "Ruiz, a farmer, was shot": what follows a name and has an article is no second person.
    """
    token = whole.sentence.tokens[item]
    joined = "and" in {lower(whole.sentence, i) for i in range(item + 1, following)}
    if is_person(whole, item) is None and token.pos == "NOUN":
        # "Two lamplighters and a guard died": a figure of unknown nouns beside a person
        first = clauses.chunk_left(whole.sentence, item, whole.figures)
        return joined and has_number(whole, first, item)
    if not is_person(whole, item) or token.pos == "PRON":
        return False
    if token.pos == "NUM" and item not in whole.figures:
        return False  # "in 2006, he was hurt"
    if any(t.frame == "state" for t in triggers().get(token.text.lower(), ())):
        return False  # "one dead, others wounded"
    article = {lower(whole.sentence, i) for i in range(item + 1, following)} & {"a", "an", "the"}
    return joined or not article


def list_starting(
    whole: Whole, near: int, *, clause: bool = False, group: bool = False
) -> tuple[int, ...]:
    """Return the coordinated phrases that start with the one behind a verb or "of".

    "The murder of Ruiz, his wife, and two others": the parse takes the wife for an apposition.
    """
    heads = {h for h in list_of(whole, near) if h >= near}
    waiting: list[int] = []  # items after a comma count once "and" closes the list
    at: int | None = max(heads)
    while at is not None:
        at, joined = _after(whole, at, clause=clause, group=group)
        waiting += [] if at is None else [at]
        if joined:
            heads |= set(waiting)
            waiting = []
    return tuple(h for h in sorted(heads) if not _in_brackets(whole, near, h))


def _after(whole: Whole, head: int, *, clause: bool, group: bool) -> tuple[int | None, bool]:
    """Return the head of the next item of a list to the right, and whether "and" joins it."""
    sentence = whole.sentence
    at = _behind_aside(whole, head + 1)
    aged = lower(sentence, at) == "," and lower(sentence, at + 1).isdecimal()
    if aged and (lower(sentence, at + 2) == "and" or not lower(sentence, at + 2).isalpha()):
        at += 2  # an age, unlike "40 Danes, 63 Swedes and 11 Finns"
    comma = lower(sentence, at) == ","
    at += comma
    conjunction = _conjunction(whole, at)
    joined = conjunction > 0
    at += conjunction
    if lower(sentence, at) in _ONESELF:
        return at, True  # "kills 3, then himself"; "kills wife, self"
    if not comma and not joined:
        return None, False
    item = starting_at(whole, at)
    if item is None or not is_person(whole, item) or (clause and _goes_on(whole, item)):
        return None, False
    if sentence.part == "title" and comma:
        joined = True  # a headline's comma is an "and"
    owned = sentence.tokens[at].tag == "PRP$" or at in whole.figures or _is_named(whole, item)
    return (item, joined) if joined or owned or group else (None, False)


def _behind_aside(whole: Whole, index: int) -> int:
    """Return the token behind an aside in dashes: "six monks -- all old -- and two cooks"."""
    mark = lower(whole.sentence, index)
    if mark not in {"--", "–", "—"}:
        return index
    for i in range(index + 1, min(index + 14, len(whole.sentence.tokens))):
        if lower(whole.sentence, i) == mark:
            goes_on = _conjunction(whole, i + 1) or lower(whole.sentence, i + 1) == ","
            return i + 1 if goes_on else index
    return index


def _conjunction(whole: Whole, index: int) -> int:
    """Return how many tokens a conjunction takes: "and", "as well as", "along with"; 0 for none."""
    if lower(whole.sentence, index) in {"and", "&", "then"}:
        return 1
    pair = (lower(whole.sentence, index), lower(whole.sentence, index + 1))
    if pair in {("along", "with"), ("together", "with")}:
        return 2
    return 3 if (*pair, lower(whole.sentence, index + 2)) == ("as", "well", "as") else 0


def accompanied(whole: Whole, trigger: int) -> tuple[int, ...]:
    """Return those told of behind a verb as harmed with its victims.

    "Ruiz was killed near her home, along with two guards": they are one list.
    """
    sentence = whole.sentence
    for i in range(trigger + 1, min(trigger + 24, len(sentence.tokens))):
        if lower(sentence, i) in _ENDS_CLAUSE or sentence.tokens[i].tag in {"VBD", "VBZ", "VBP"}:
            return ()
        size = _conjunction(whole, i)
        if size > 1:
            head = starting_at(whole, i + size)
            return list_starting(whole, head) if head is not None and is_person(whole, head) else ()
    return ()


def _is_named(whole: Whole, item: int) -> bool:
    token = whole.sentence.tokens[item]
    return token.pos == "PROPN" and any(
        n.kind == "person" and n.span.start <= token.start < n.span.end for n in whole.names
    )


def _goes_on(whole: Whole, item: int) -> bool:
    """Tell whether a phrase opens a clause of its own: "killed three, and two soldiers fled"."""
    sentence = whole.sentence
    following = sentence.tokens[item + 1] if item + 1 < len(sentence.tokens) else None
    if following is None:
        return False
    return following.tag in {"VBD", "VBZ", "VBP", "MD"} or following.pos == "AUX" or (
        following.tag == "VBN" and sentence.tokens[item].dep.startswith("nsubj")
    )  # fmt: skip


def _in_brackets(whole: Whole, first: int, head: int) -> bool:
    opened = [i for i in range(first, head) if lower(whole.sentence, i) in {"(", "["}]
    closed = [i for i in range(first, head) if lower(whole.sentence, i) in {")", "]"}]
    return len(opened) > len(closed) or _between_dashes(whole, first, head)


def _between_dashes(whole: Whole, first: int, head: int) -> bool:
    """Tell whether a word stands in an aside: "six monks -- four Danes -- and two cooks"."""
    dashes = {"--", "–", "—"}
    opened = sum(lower(whole.sentence, i) in dashes for i in range(first, head)) % 2 == 1
    end = min(head + 14, len(whole.sentence.tokens))
    return opened and any(lower(whole.sentence, i) in dashes for i in range(head, end))


def inside_phrase(whole: Whole, head: int, index: int, verb: int) -> bool:
    """Tell whether a noun belongs to another's phrase, or to a clause told of it.

    "The mother of two boys was killed"; "seven men, two of whom were soldiers, died".
    """
    at = index
    for _ in range(6):
        if at == head:
            return True
        token = whole.sentence.tokens[at]
        if token.dep in {"relcl", "acl"} and at in _above(whole, verb):
            return False  # "a gunman in the raid that left ten wounded": the verb is in there too
        if token.dep == "ROOT" or (token.dep == "conj" and token.pos in {"VERB", "AUX"}):
            return False
        at = token.head
    return False


def has_number(whole: Whole, first: int, last: int) -> bool:
    """Tell whether a figure that counts stands among the tokens."""
    return any(i in whole.figures for i in range(first, last + 1))


def _is_of_kin(whole: Whole, head: int, relative: int) -> bool:
    """Tell whether a relative clause is of the person whose kin the head is.

    "The mother of the girl who died", "the brother of a man who was shot": the girl, the man.
    """
    kin = singular(lower(whole.sentence, head)) in grouped("persons.txt")["kin"]
    of = lower(whole.sentence, head + 1) == "of"
    return kin and of and lower(whole.sentence, relative) in {"who", "that"}


def _above(whole: Whole, index: int) -> set[int]:
    """Return a token and all tokens above it in the parse."""
    found: set[int] = set()
    while index not in found:
        found.add(index)
        index = whole.sentence.tokens[index].head
    return found


def sufferer(whole: Whole, verb: int) -> int | None:
    """Return the head of a verb's subject: the noun phrase right before it, unless it stands aside.

    "The gunmen fled after two guards were shot": the words before "were shot" are its subject,
    wherever the parse hangs them. "The mayor, a member of the Alliance Party, was shot": what
    stands between commas is not.
    """
    sentence = whole.sentence
    start = clauses.verb_group_start(sentence, verb)
    near = ending_at(whole, start - 1)
    found = clauses.subject(sentence, verb)
    if found is not None and (
        found >= verb or lower(sentence, found) in {"it", "which", "that", "there"}
    ):
        found = None
    if near is None or not is_person(whole, near):
        return found
    if found is None:
        return near
    aside = lower(sentence, start - 1) in {",", ")", "]"} and is_person(whole, found) is not False
    if _is_of_kin(whole, found, start - 1):
        return near
    if found >= near or aside or inside_phrase(whole, found, near, verb):
        return found
    return near
