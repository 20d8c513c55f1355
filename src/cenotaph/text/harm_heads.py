"""Where the noun phrases of victims stand: by the order of words first, by the parse second."""

from __future__ import annotations

from typing import Literal

import msgspec

from cenotaph.model import Span
from cenotaph.text import clauses
from cenotaph.text.clauses import NOUNS, TENSED, lower
from cenotaph.text.harm_words import Harmed, triggers, words
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole, is_person, person_words, singular
from cenotaph.text.reading import Sentence
from cenotaph.text.victims import Phrase

_MOST = frozenset({"most", "many", "all", "some", "half", "several", "both"})
OF_PART = frozenset({"including", "among", "mostly", "mainly"})
_NEW_CLAUSE = frozenset({";", ":", "–", "—", "--"})
_RELATIVE = frozenset({"who", "which", "that"})
_CONJUNCTIONS = frozenset({"after", "because", "before", "since", "until", "when", "while"})
_BEHIND = frozenset({",", ")", "]", "who", "that", "-", "--", "–", "—"})


class Found(msgspec.Struct, frozen=True):
    """A word of harm and the heads of the phrases in its victims' place."""

    trigger: int
    outcome: Harmed
    heads: tuple[int, ...]
    plain: bool = True  # the words say so without doubt
    until: int | None = None  # last token of the outcome's words where it is not the trigger
    human: bool = True  # the word is said of people only, so an unknown noun is one of them
    over: bool = False  # more than the figure: "the dead exceed fifty"
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

    @property
    def is_total(self) -> bool:
        """Whether a toll is told as such: "the death toll rose to 22"."""
        return self.rule.startswith(("turn toll", "rival"))


def ending_at(whole: Whole, index: int) -> int | None:
    """Return the head of the noun phrase whose last token is at `index`.

    It reaches over an age ("Ana Ruiz, 12, was"), a closing comma, and an apposition ("a third man,
    a bus driver, was hurt").
    """
    sentence = whole.sentence
    closed, bracketed = lower(sentence, index) in {",", ")"}, lower(sentence, index) == ")"
    while index > 0 and lower(sentence, index) in _BEHIND:
        index = _opening(whole, index) - 1
    if index < 0:
        return None
    token = sentence.tokens[index]
    # "3 killed, 8 hurt", "23 casualties (8 hurt)": 8 is no age
    aged = {"aged"} | ({","} if closed else set()) | ({"("} if bracketed else set())
    behind = _aged_before(sentence, index)  # "women aged 45 and 51 were hurt"
    if behind is None and token.text.isdecimal() and lower(sentence, index - 1) in aged:
        behind = index - 2
    if behind is not None:
        return ending_at(whole, behind)
    if index in whole.figures:
        return index
    aged_so = lower(sentence, index).endswith(clauses.AGED)
    if token.pos not in NOUNS and not aged_so and not clauses.stands_alone(sentence, index):
        # "Boy, 14, shot": the model takes a headline's first word for anything.
        known = singular(token.text) in person_words() and not triggers().get(token.text.lower())
        return index if sentence.part == "title" and known else None
    if token.dep == "appos" and token.head < index and is_person(whole, token.head):
        first = clauses.chunk_left(sentence, index, whole.figures)
        other = has_number(whole, first, index) or has_own_fate(whole, token.head, index)
        other = other or _is_one_beside_many(whole, token.head, index)
        other = other or ":" in sentence.lowered[token.head : first]
        return index if other else token.head  # "one man dead, child injured": two
    return index


def _aged_before(sentence: Sentence, index: int) -> int | None:
    """Return the token before "aged 45 and 51" that ends at an index; None where it is no list."""
    at = index
    while at > 0 and (sentence.tokens[at].text.isdecimal() or lower(sentence, at) in {",", "and"}):
        at -= 1
    several = at < index - 1 and sentence.tokens[index].text.isdecimal()
    return at - 1 if several and lower(sentence, at) == "aged" else None


def _is_one_beside_many(whole: Whole, many: int, one: int) -> bool:
    """Tell whether a person stands beside a figure of others: "3 guards, bystander killed"."""
    token, plural = whole.sentence.tokens[one], whole.sentence.tokens[many].tag == "NNS"
    return (
        plural and many - 1 in whole.figures and token.tag == "NN" and bool(is_person(whole, one))
    )


def _opening(whole: Whole, index: int) -> int:
    """Return where an aside that closes at `index` opens: "six men (two of them guards) died".

    A comma closes only what names a part: "21 people, including an envoy, were killed".
    """
    sentence = whole.sentence
    if lower(sentence, index) == ",":
        commas = (i for i in range(index - 1, max(0, index - 16), -1) if lower(sentence, i) == ",")
        found = next((i for i in commas if _takes_part(whole, i + 1)), index)
        return index if _has_verb(whole, found, index) else found
    pairs = {")": "(", "]": "[", "--": "--", "–": "–", "—": "—", "-": "-"}
    opener = pairs.get(lower(sentence, index))
    for i in range(index - 1, max(0, index - 16), -1):
        if lower(sentence, i) == opener:
            return i
    return index


def _has_verb(whole: Whole, first: int, last: int) -> bool:
    """Tell whether a clause's own verb stands between two commas, so that they enclose no aside.

    "Nine, including two boys, were killed, and four others were hurt": the four alone were hurt.
    """
    for i in range(first + 1, last):
        if lower(whole.sentence, i) in _RELATIVE | {"whom"}:
            return False
        if whole.sentence.tokens[i].tag in TENSED:
            return True
    return False


def _takes_part(whole: Whole, index: int) -> bool:
    """Tell whether words take a part of those told of before: "including", "most of them"."""
    sentence = whole.sentence
    if lower(sentence, index) in OF_PART:
        return True
    most = lower(sentence, index) in _MOST or index in whole.figures
    return most and lower(sentence, index + 1) in {"of", "under", "over"}


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
    if found is None and sentence.part == "title" and singular(token.text) in person_words():
        return index  # "killed wife, stepson": the model takes it for an adjective
    return None if found is None or clauses.is_time(sentence, found) else found


def has_own_fate(whole: Whole, head: int, near: int) -> bool:
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


def inside_phrase(whole: Whole, head: int, index: int, verb: int) -> bool:
    """Tell whether a noun belongs to another's phrase, or to a clause told of it.

    "The mother of two boys was killed"; "seven men, two of whom were soldiers, died".
    """
    at = index
    own = whole.sentence.tokens[index]
    if own.dep == "dobj" and whole.sentence.tokens[own.head].lemma in words("left"):
        return False  # "one of the gunmen in the raid that left ten wounded"
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


def are_counted(whole: Whole, head: int) -> bool:
    """Tell whether several are told with their number: "six monks, a maid" are no apposition."""
    first = clauses.chunk_left(whole.sentence, head, whole.figures)
    return whole.sentence.tokens[head].tag == "NNS" and has_number(whole, first, head)


def is_put_under(whole: Whole, item: int) -> bool:
    """Tell whether another word takes somebody: "of nine hostages, a maid and a cook died"."""
    first = clauses.chunk_left(whole.sentence, item, whole.figures)
    start = next((i for i in range(first, item) if i in whole.figures), first)
    led = start > 0 and whole.sentence.tokens[start - 1].pos in {"ADP", "SCONJ"}
    return led or whole.sentence.tokens[item].dep == "dobj"


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


def _is_part_beside(whole: Whole, near: int, found: int) -> bool:
    """Tell whether the parse takes a part told aside: "14 people, most of them boys, died"."""
    of, whom = lower(whole.sentence, found + 1), lower(whole.sentence, found + 2)
    aside = lower(whole.sentence, near + 1) == "," and _takes_part(whole, near + 2)
    return near < found and (aside or (of == "of" and whom in {"them", "whom"}))


def _behind_doer(whole: Whole, near: int | None) -> int | None:
    """Return who suffers where the phrase before a verb is a doer's: "boy shot by uncle dies"."""
    if near is None:
        return None
    by = clauses.chunk_left(whole.sentence, near, whole.figures) - 1
    harmed = any(t.frame == "object" for t in triggers().get(lower(whole.sentence, by - 1), ()))
    if lower(whole.sentence, by) != "by" or not harmed:
        return None
    near = ending_at(whole, clauses.verb_group_start(whole.sentence, by - 1) - 1)
    return near if near is not None and is_person(whole, near) else None


def _both(whole: Whole, start: int) -> int | None:
    """Return the pronoun that opens a clause: "two guards were in the car; both perished"."""
    pronoun = lower(whole.sentence, start) in {"both", "all"}
    return start if pronoun and lower(whole.sentence, start - 1) in _NEW_CLAUSE else None


def _opens_clause(whole: Whole, found: int, near: int) -> bool:
    """Tell whether a clause opens between two nouns: "lawyers met after their dean was shot"."""
    for i in range(near - 1, found, -1):
        if lower(whole.sentence, i) in _CONJUNCTIONS:
            # "two guards, who came after their chief, were shot"
            return not {lower(whole.sentence, k) for k in range(found + 1, i)} & _RELATIVE
        if whole.sentence.tokens[i].pos in {"VERB", "AUX"}:
            return False
    return False


def _of_participle(sentence: Sentence, verb: int) -> int | None:
    """Return a subject that the parse gives to a participle: "ten men being held there were shot".

    A clause with its own conjunction has its own subject: "when three were held, they fled".
    """
    for k in sentence.kids[verb]:
        inner = sentence.tokens[k]
        if k < verb and inner.dep == "advcl" and inner.tag in {"VBN", "VBG"}:
            marked = any(sentence.tokens[i].dep in {"mark", "advmod"} for i in sentence.kids[k])
            return None if marked else clauses.kid(sentence, k, *clauses.SUBJECTS)
    return None


def _behind_colon(whole: Whole, found: int, start: int) -> int | None:
    """Return the person behind a colon whom the parse sets beside the noun before it."""
    sentence = whole.sentence
    colon = sentence.lowered.index(":", found, start)
    beside = clauses.kid(sentence, found, "appos")
    if beside is None or not colon < beside < start:
        return None
    return beside if is_person(whole, beside) else None


def _is_closed(sentence: Sentence, found: int, near: int) -> bool:
    """Tell whether a clause ends between two: "the dead was Ruiz; a second man, Tarn, was hurt".

    A list may have semicolons too, and then no verb stands before them.
    """
    if ";" not in sentence.lowered[found:near]:
        return False
    end = sentence.lowered.index(";", found)
    return any(t.tag in TENSED for t in sentence.tokens[:end])


def _opening_headline(whole: Whole) -> int | None:
    """Return whom a headline opens with: "Teen found outside Leeds restaurant dies"."""
    head = starting_at(whole, 0) if whole.sentence.part == "title" else None
    if head is None or not is_person(whole, head):
        return None
    following = whole.sentence.tokens[head + 1 : head + 2]
    return head if any(t.tag in {"VBN", "VBD"} for t in following) else None


def sufferer(whole: Whole, verb: int) -> int | None:
    """Return the head of a verb's subject: the noun phrase right before it, unless it stands aside.

    "The gunmen fled after two guards were shot": the words before "were shot" are its subject,
    wherever the parse hangs them. "The mayor, a member of the Alliance Party, was shot": what
    stands between commas is not.
    """
    sentence = whole.sentence
    start = clauses.verb_group_start(sentence, verb)
    near = ending_at(whole, start - 1)
    other = _both(whole, start) or (_behind_doer(whole, near) if near == start - 1 else None)
    if other is not None:
        return other
    found = clauses.subject(sentence, verb)
    found = _of_participle(sentence, verb) if found is None else found
    if found is not None and (
        found >= verb or lower(sentence, found) in {"it", "which", "that", "there"}
    ):
        found = None
    if found is not None and ":" in sentence.lowered[found:start]:
        found = _behind_colon(whole, found, start)  # "found two victims: Ana and Luis were dead"
    if near is None or not is_person(whole, near):
        return found if found is not None else _opening_headline(whole)
    if found is None or _is_part_beside(whole, near, found):
        return near
    aside = lower(sentence, start - 1) in {",", ")", "]"} and is_person(whole, found) is not False
    aside = aside or (_disagree(sentence, near, start) and bool(is_person(whole, found)))
    # "22 people - 12 nurses and 10 patients - were killed"
    over = near < found and lower(sentence, start - 1) in {"-", "--", "–", "—"}
    over = over or _is_closed(sentence, found, near)
    if over or _is_of_kin(whole, found, start - 1) or _opens_clause(whole, found, near):
        return near
    if found >= near or aside or inside_phrase(whole, found, near, verb):
        return found
    return near


def _disagree(sentence: Sentence, near: int, start: int) -> bool:
    """Tell whether a noun is many and the verb of one: "a witness against men, ... was shot"."""
    many = sentence.tokens[near].tag == "NNS"
    return many and near == start - 1 and lower(sentence, start) in {"was", "is", "has"}


def of_one(whole: Whole, verb: int | None) -> tuple[int, ...]:
    """Return of whom a relative clause tells whose verb is of one: "two boys and a man, who was".

    (): it is of several, or there is none.
    """
    sentence = whole.sentence
    start = 0 if verb is None else clauses.verb_group_start(sentence, verb)
    if lower(sentence, start - 1) != "who" or lower(sentence, start) not in {"was", "is", "has"}:
        return ()
    last = start - 3 if lower(sentence, start - 2) == "," else start - 2
    head = ending_at(whole, last)
    return (head,) if head is not None and is_person(whole, head) else ()


def in_brackets(whole: Whole, first: int, head: int) -> bool:
    """Tell whether a word stands in brackets, or between dashes, that open behind another."""
    opened = [i for i in range(first, head) if lower(whole.sentence, i) in {"(", "["}]
    closed = [i for i in range(first, head) if lower(whole.sentence, i) in {")", "]"}]
    return len(opened) > len(closed) or _between_dashes(whole, first, head)


def is_closed_off(whole: Whole, head: int, last: int) -> bool:
    """Tell whether a bracket closes behind a word: "6 dead (4 women) and 9 hurt" hurt no women."""
    marks = [m for i in range(head + 1, last) if (m := lower(whole.sentence, i)) in {"(", ")"}]
    return marks[:1] == [")"]


def _between_dashes(whole: Whole, first: int, head: int) -> bool:
    """Tell whether a word stands in an aside: "six monks -- four Danes -- and two cooks"."""
    opened = sum(_is_dash(whole.sentence, i) for i in range(first, head)) % 2 == 1
    end = min(head + 14, len(whole.sentence.tokens))
    return opened and any(_is_dash(whole.sentence, i) for i in range(head, end))


def _is_dash(sentence: Sentence, index: int) -> bool:
    """Tell a dash from the hyphen of a word: " - " has blanks beside it."""
    mark = lower(sentence, index)
    apart = index > 0 and sentence.tokens[index - 1].end < sentence.tokens[index].start
    return mark in {"--", "–", "—"} or (mark == "-" and apart)
