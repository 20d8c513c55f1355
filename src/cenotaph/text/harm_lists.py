"""Lists of victims: who is coordinated with the person before or behind a word of harm."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from cenotaph.text import clauses, harm_heads
from cenotaph.text.ages import age_of
from cenotaph.text.clauses import FINITE, NOUNS, TENSED, lower
from cenotaph.text.harm_called import is_name_of, without_apposed
from cenotaph.text.harm_headlines import listed_in_headline
from cenotaph.text.harm_heads import (
    OF_PART,
    are_counted,
    ending_at,
    has_number,
    has_own_fate,
    in_brackets,
    is_closed_off,
    is_put_under,
    starting_at,
)
from cenotaph.text.harm_words import triggers
from cenotaph.text.lexicon import grouped
from cenotaph.text.name_words import lists
from cenotaph.text.persons import Whole, is_person
from cenotaph.text.victims import behind_name, taken_of

_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?|images?|pictures?|credits?)(?: credits?)?(?: by|:)\W*$", re.IGNORECASE
)
_ONESELF = frozenset({"himself", "herself", "themselves", "self"})
_ENDS_CLAUSE = frozenset({";", ":", "who", "which", "that", "when", "while", "after", "before",
                          "but"})  # fmt: skip


def list_of(whole: Whole, head: int) -> tuple[int, ...]:
    """Return a noun and those coordinated with it."""
    found = clauses.coordinated(whole.sentence, head, whole.figures)
    found = tuple(_named_last(whole, h) for h in found if not _is_said_of(whole, h))
    return tuple(sorted({*found, *_names_between(whole, found), *_aged_between(whole, found)}))


def _named_last(whole: Whole, head: int) -> int:
    """Return the last word of a name that the parse cuts: "Ana Ruiz and Private Omar Sidi"."""
    tokens = whole.sentence.tokens
    ranked = tokens[head].pos == "PROPN" and tokens[head].text.lower() in lists().groups["title"]
    last = head
    while ranked and last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN":
        last += 1
    return last


def _is_said_of(whole: Whole, head: int) -> bool:
    """Tell whether somebody is of no list: "a boy, and son of a guard".

    So is the child of "shot a woman who had barricaded herself and a child in a house".
    """
    before = (lower(whole.sentence, head - 2), lower(whole.sentence, head - 1))
    oneself = clauses.chunk_left(whole.sentence, head, whole.figures) - 2
    if lower(whole.sentence, oneself) in _ONESELF and lower(whole.sentence, oneself + 1) == "and":
        return whole.sentence.tokens[head].head < oneself
    return before == (",", "and") and _is_kin_of(whole, head)


def _aged_between(whole: Whole, heads: Sequence[int]) -> Iterator[int]:
    """Yield those whom the parse takes for an apposition, though they have an age of their own.

    "An 8-year-old boy, a 9-year-old boy and a 16-year-old girl were shot."
    """
    for head in heads:
        own = _age(whole, head)
        for kid in whole.sentence.kids[head]:
            if own is not None and whole.sentence.tokens[kid].dep == "appos":
                more = clauses.coordinated(whole.sentence, kid, whole.figures)
                if len(more) > 1 and _age(whole, kid) not in {None, own}:
                    yield from more


def _age(whole: Whole, head: int) -> int | None:
    """Return the age told of a person with an article: "a 9-year-old boy"."""
    sentence, first = whole.sentence, clauses.chunk_left(whole.sentence, head, whole.figures)
    return age_of(sentence, first, head) if lower(sentence, first) in {"a", "an"} else None


def _names_between(whole: Whole, heads: Sequence[int]) -> Iterator[int]:
    """Yield the names that the parse takes for another name of the one before.

    "Luis Prado, Ana Ruiz, and Pedro Arce": a name in full behind a name is another person.
    """
    sentence = whole.sentence
    for head in heads[:-1]:
        for kid in sentence.kids[head]:
            first = clauses.chunk_left(sentence, kid)
            full = head < first < kid < heads[-1] and lower(sentence, first - 1) == ","
            named = (head, *range(first, kid + 1))
            if (
                sentence.tokens[kid].dep == "appos"
                and full
                and lower(sentence, kid + 1) == ","
                and all(sentence.tokens[i].pos == "PROPN" for i in named)
            ):
                yield kid


def list_ending(whole: Whole, near: int, verb: int | None = None) -> tuple[int, ...]:
    """Return the coordinated phrases that end with the one before a verb or state.

    The parse's list and what the words alone give: the model often cuts "Ruiz, his wife and two
    others were shot" in two. What stands in parentheses repeats the list in other words.
    """
    sentence = whole.sentence
    if told := listed_in_headline(whole, near) or harm_heads.of_one(whole, verb):
        return told
    near = taken_of(whole, near) if _has_auxiliary(whole, verb) else near
    dep, above = sentence.tokens[near].dep, sentence.tokens[near].head
    first = above if dep == "conj" and sentence.tokens[above].pos in NOUNS else near
    heads = {h for h in list_of(whole, first) if h <= near or first == near}
    heads |= {*_before(whole, min(heads), closed=len(heads) > 1), *_before(whole, near)}
    if verb is not None:
        before = clauses.verb_group_start(sentence, verb) - 1
        # "two nurses, a porter and a cook were shot"; a comma before the verb closes an aside
        group = min(heads) - 1 in whole.figures and lower(sentence, before) != ","
        heads |= {h for h in list_starting(whole, min(heads), group=group) if h < verb}
        # without the dozens of "nine drowned and dozens are missing"
        heads = {h for h in heads if h < verb or not (_goes_on(whole, h) or _is_fated_so(whole, h))}
    heads = {h for h in heads if h >= near or not _is_fated(whole, h, near)}
    heads = {h for h in heads if not is_closed_off(whole, h, max(heads))}
    found = tuple(h for h in sorted(heads) if not in_brackets(whole, min(heads), h))
    bare = verb is not None and len(found) == 1 and _bare(whole, found[0], verb)
    return bare or without_apposed(whole, found)


def _is_fated_so(whole: Whole, item: int) -> bool:
    """Tell whether a figure has a word of harm of its own: "six people dead and 27 injured"."""
    return item in whole.figures and has_own_fate(whole, item, item + 2)


def _has_auxiliary(whole: Whole, verb: int | None) -> bool:
    """Tell "one of his guards was hurt" from "one of the three guards wounded": three were."""
    return verb is not None and clauses.verb_group_start(whole.sentence, verb) < verb


def _bare(whole: Whole, head: int, verb: int) -> tuple[int, ...]:
    """Read "a nurse, guard, and cook were killed": by the verb they are many; () for no such list.

    The parse takes what has no article for words on the nurse: "a nurse, mother of two, was shot".
    """
    sentence = whole.sentence
    start = clauses.verb_group_start(sentence, verb)
    if not {"were", "are", "have"} & set(sentence.lowered[start:verb]):
        return ()
    said = {i for i in range(head + 1, start) if not clauses.tells_of_next(sentence, i)}
    heads = [head, *(i for i in sorted(said) if sentence.tokens[i].pos == "NOUN")]
    pairs = itertools.pairwise(heads)
    joints = [tuple(lower(sentence, i) for i in range(a + 1, b) if i in said) for a, b in pairs]
    bare = all(j == (",",) for j in joints[:-1]) and joints[-1:] in ([("and",)], [(",", "and")])
    several = len(heads) > 2 and heads[-1] == start - 1
    return tuple(heads) if bare and several and all(is_person(whole, h) for h in heads) else ()


def _is_fated(whole: Whole, head: int, near: int) -> bool:
    """Tell whether a figure before the last has a fate of its own: "six dead and four hurt".

    So have "132 martyrs and 252 injured".
    """
    known = triggers().get(lower(whole.sentence, head), ())
    told = any(t.frame in {"state", "count"} for t in known)
    state = head - 1 in whole.figures and told
    return state or has_own_fate(whole, head, near)


def _before(whole: Whole, head: int, *, closed: bool = False) -> list[int]:
    """Return the heads of a list to the left of one of its items, by commas and "and" alone.

    `closed`: "and" stands further on: before "a maid" of "six monks, a maid and a cook".
    """
    found: list[int] = []
    at = head
    while True:
        first = clauses.chunk_left(whole.sentence, at, whole.figures)
        gap = _joint(whole, first - 1)
        item = None if gap is None else ending_at(whole, gap)
        if item is None or item >= first or not _is_item(whole, item, at):
            return found
        item = taken_of(whole, item)
        told = 0 in whole.figures or lower(whole.sentence, 0) in {"a", "an", "the"}
        opens = told and clauses.chunk_left(whole.sentence, item) == 0  # "a maid, her son, and"
        counted = are_counted(whole, item) and not is_put_under(whole, item)
        if not (found or _closes(whole, first - 1) or (closed and (counted or opens))):
            return found
        if _is_object(whole, item):
            return found  # "found four victims, and Ruiz and Prado died": two died
        start = clauses.chunk_left(whole.sentence, item, whole.figures)
        before = lower(whole.sentence, start - 1)
        if before in OF_PART or any(t.frame == "object" for t in triggers().get(before, ())):
            return found  # "killed ten, including a nurse, and 30 were hurt": not of this list
        found.append(item)
        at = item


def _is_object(whole: Whole, item: int) -> bool:
    """Tell whether a noun is a verb's object, as no list's: not "leaves boy, 3 others shot"."""
    token, after = whole.sentence.tokens[item], whole.sentence.lowered[item + 1 : item + 3]
    ends = after[:1] == (",",) and (after[1:] == ("and",) or whole.sentence.part == "text")
    return token.dep == "dobj" and token.head < item and ends


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
    if not is_person(whole, item) or token.pos == "PRON" or _is_credited(whole, item):
        return False
    if token.pos == "NUM" and item not in whole.figures:
        return False  # "in 2006, he was hurt"
    if any(t.frame in {"state", "count"} for t in triggers().get(token.text.lower(), ())):
        return False  # "one dead, others wounded"; "six martyrs and seven wounded"
    article = {lower(whole.sentence, i) for i in range(item + 1, following)} & {"a", "an", "the"}
    return joined or not article or are_counted(whole, item)


def _is_credited(whole: Whole, item: int) -> bool:
    """Tell whether a name is a photographer's: "Photo: Ana Ruiz, Tarn Press A boy was hurt"."""
    first = clauses.chunk_left(whole.sentence, item, whole.figures)
    before = whole.sentence.cased[: whole.sentence.tokens[first].start - whole.sentence.span.start]
    return _CREDIT.search(before) is not None


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
        before, (at, joined) = at, _after(whole, at, clause=clause, group=group)
        waiting += [] if at is None or is_name_of(whole, before, at) else [at]
        if joined:
            heads |= set(waiting)
            waiting = []
    found = tuple(h for h in sorted(heads) if not in_brackets(whole, near, h))
    return without_apposed(whole, found)


def _after(whole: Whole, head: int, *, clause: bool, group: bool) -> tuple[int | None, bool]:
    """Return the head of the next item of a list to the right, and whether "and" joins it."""
    sentence = whole.sentence
    close = _behind_aside(whole, behind_name(whole, head))
    at = _behind_calling(whole, head, close)
    clause = clause or at > close  # "Ana Ruiz, a priest, and two men were held"
    if lower(sentence, at) == "(" and lower(sentence, at + 1).isdecimal():
        closed = lower(sentence, at + 2) == ")"  # "a teacher (34), a nurse (29) and two boys"
        at, group = (at + 3, True) if closed else (at, group)
    at += 2 if lower(sentence, at) == "aged" and lower(sentence, at + 1).isdecimal() else 0
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
    again = lower(sentence, at) == "of" and lower(sentence, at + 1) not in {"whom", "them", "which"}
    at += again  # "the lives of her mother, of a porter and of a driver"
    item = starting_at(whole, at)
    if item is None or not is_person(whole, item) or (clause and _goes_on(whole, item)):
        return None, False
    if item == at and _is_kin_of(whole, item):
        return None, False  # "a boy, and son of a policeman": one
    if sentence.part == "title" and comma:
        joined = True  # a headline's comma is an "and"
    owned = sentence.tokens[at].tag == "PRP$" or at in whole.figures or _is_named(whole, item)
    owned = owned or (are_counted(whole, head) and not _goes_on(whole, item))
    return (item, joined) if joined or owned or group or again else (None, False)


def _is_kin_of(whole: Whole, item: int) -> bool:
    """Tell whether a bare word for kin says more of the person before it: "son of", "mother of"."""
    word, tag = lower(whole.sentence, item), whole.sentence.tokens[item].tag
    kin = word in grouped("persons.txt")["kin"] and tag == "NN"
    return kin and lower(whole.sentence, item + 1) == "of"


def _behind_calling(whole: Whole, head: int, comma: int) -> int:
    """Return the comma that closes what a name's bearer is: "Ana Ruiz, head of the court, and".

    "Ana Ruiz, her son, and a guard" are three: who is somebody's kin is no second name.
    """
    sentence, called = whole.sentence, starting_at(whole, comma + 1)
    if sentence.tokens[head].pos != "PROPN" or lower(sentence, comma) != "," or called is None:
        return comma
    one = sentence.tokens[called].tag == "NN" and called not in whole.figures
    owned = sentence.tokens[comma + 1].tag == "PRP$"
    if owned or not one or not is_person(whole, called):
        return comma
    for i in range(called + 1, min(called + 12, len(sentence.tokens))):
        if lower(sentence, i) == ",":
            return i if _conjunction(whole, i + 1) else comma
        if sentence.tokens[i].tag in TENSED or lower(sentence, i) == "and":
            return comma
    return comma


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
    then = (lower(whole.sentence, index), lower(whole.sentence, index + 1))
    if then in {("and", "then"), ("and", "later")} and lower(whole.sentence, index + 2) in _ONESELF:
        return 2  # "killed his wife and then himself"
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
    if lower(sentence, trigger + 1) == "alongside":
        head = starting_at(whole, trigger + 2)
        return list_starting(whole, head) if head is not None and is_person(whole, head) else ()
    for i in range(trigger + 1, min(trigger + 24, len(sentence.tokens))):
        if lower(sentence, i) in _ENDS_CLAUSE or sentence.tokens[i].tag in TENSED:
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
    after = item + 1 + (lower(sentence, item + 1) in {"more", "others"})
    if after >= len(sentence.tokens):
        return False
    following = sentence.tokens[after]
    return following.tag in FINITE or following.pos == "AUX" or (
        following.tag == "VBN" and sentence.tokens[item].dep.startswith("nsubj")
    )  # fmt: skip
