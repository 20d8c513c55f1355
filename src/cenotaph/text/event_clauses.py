"""A parsed sentence -> its clauses and phrases that may tell of an event of their own.

"Two men were shot in Gao, a day after a bomb killed nine in Mopti": the words from "after" on are a
scope of their own, and their day, place and figures are not the shooting's. This is grammar alone:
which scopes are kept apart is decided by what they say (`event_frames`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

import msgspec

from cenotaph.text import clauses
from cenotaph.text.reading import Sentence

Link = Literal["main", "part", "joined", "after", "while", "relative", "noun"]
"""How a scope hangs on the one above: "part" behind a semicolon, "joined" by "and"."""

_AFTER = frozenset({"after", "before", "following", "since"})
_WHILE = frozenset({"while", "whereas", "as", "when"})
_OF = frozenset({"of", "for", "to", "about", "over", "into", "as"})
_ADVERBIAL = frozenset({"when", "where", "that", "which", ",", ".", ";"})  # behind "the day before"
_AGAIN = frozenset({"such", "similar"})
_DATING = frozenset({"on", "in", "last"})
_VERBAL = frozenset({"VERB", "AUX"})
_MAIN = -1
_MEASURE = re.compile(
    r"\b(hours?|days?|nights?|evening|morning|weeks?|weekend|fortnight|months?|years?)"
    r"(?: or so)?\W*$",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r"\b(?:(?:days?|nights?|weeks?|months?|years?|weekend)"
    r" (?:later|earlier|before|afterwards?|previously|after)|(?:days|weeks|months|years) on"
    r"|\ba (?:day|week|month|year) on"  # not "Tuesday night on Elm Street"
    r"|(?:following|next|previous|preceding) (?:day|night|morning|evening|afternoon|week|month))\b"
    r"(?! (?:that|the|a|an|of|his|her|their|he|she|they|it|being|when|where)\b)",
    re.IGNORECASE,
)


_LONG = ("week", "fortnight", "month", "year")


class Scope(msgspec.Struct, frozen=True):
    """Words of a sentence that may tell of an event of their own."""

    link: Link
    tokens: frozenset[int]
    above: int  # place in the list of the scope above; its own for the first
    measured: str = ""  # "day" of "a day after ...", "hours" of "hours before ..."

    def holds(self, sentence: Sentence, offset: int) -> bool:
        """Tell whether the word at an offset is one of the scope's."""
        index = sentence.token_at(offset)
        return index is not None and index in self.tokens

    def finds(self, sentence: Sentence, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern is met in the scope's own words."""
        base = sentence.span.start
        return any(self.holds(sentence, base + m.start()) for m in pattern.finditer(sentence.text))

    @property
    def is_long_before(self) -> bool:
        """Whether it is told as weeks or more away: "two years after a bomb killed nine"."""
        return self.measured.startswith(_LONG)

    @property
    def is_years_before(self) -> bool:
        """Whether it is told as months or more away, which is history."""
        return self.measured.startswith(_LONG) and not self.measured.startswith("week")

    def shifts(self, sentence: Sentence) -> bool:
        """Tell whether its words set it at another time: "two days later", "the next day"."""
        return bool(self.measured) or self.finds(sentence, _SHIFT)


def scopes(sentence: Sentence, heads: Collection[int], nouns: Collection[int]) -> list[Scope]:
    """Return the main scope of a sentence, then the others that hold words for events.

    `heads` are the tokens that point at events; `nouns` those of them that name or number one.
    """
    parts = _parts(sentence)
    opened = _openers(sentence, nouns)
    if sentence.part == "title" or not (opened or parts[-1]):
        return [Scope("main", frozenset(range(len(sentence.tokens))), 0)]
    home = _homes(sentence, opened, parts)
    keys = [_MAIN, *sorted({home[h] for h in heads} - {_MAIN}, key=home.index)]
    place = {key: n for n, key in enumerate(keys)}

    def settled(key: int) -> int:
        while key not in place:
            key = _over(sentence, key, home)
        return place[key]

    held: list[set[int]] = [set() for _ in keys]
    for i, key in enumerate(home):
        held[settled(key)].add(i)
    found = [Scope("main", frozenset(held[0]), 0)]
    for n, key in enumerate(keys[1:], 1):
        above = settled(_over(sentence, key, home))
        link = opened.get(key, "part")
        found.append(Scope(link, frozenset(held[n]), above, _measure(sentence, key)))
    return found


def folded(scopes: Sequence[Scope], kept: Sequence[bool]) -> list[Scope]:
    """Return the main scope and those to keep, which take in the others below them."""
    place, held = [0] * len(scopes), [set[int]() for _ in scopes]
    for n, scope in enumerate(scopes):
        at = n
        while at and not kept[at]:
            at = scopes[at].above
        place[n] = at
        held[at] |= scope.tokens
    left = [n for n in range(len(scopes)) if place[n] == n]
    rank = {n: i for i, n in enumerate(left)}
    return [
        msgspec.structs.replace(
            scopes[n], tokens=frozenset(held[n]), above=rank[place[scopes[n].above]]
        )
        for n in left
    ]


def _parts(sentence: Sentence) -> list[int]:
    """Return for each token how many semicolons stand before it.

    So does the colon of "the second such raid in a week: on 3 May rebels took 40".
    """
    count, found = 0, []
    for i, token in enumerate(sentence.tokens):
        again = token.text == ":" and bool(_AGAIN & set(sentence.lowered[:i]))
        count += token.text == ";" or (again and clauses.lower(sentence, i + 1) in _DATING)
        found.append(count)
    return found


def _openers(sentence: Sentence, nouns: Collection[int]) -> dict[int, Link]:
    """Return the tokens that open a scope."""
    found: dict[int, Link] = {}
    for i in range(len(sentence.tokens)):
        link = _clause(sentence, i) or _phrase(sentence, i)
        if link is None and i in nouns and sentence.tokens[i].pos == "NUM":
            link = "joined"  # "two were killed in Tarsk and three in Lom"
        elif link is None and i in nouns and _hangs(sentence, i, found):
            link = "noun"
        if link is not None:
            found[i] = link
    return found


def _clause(sentence: Sentence, index: int) -> Link | None:
    """Return the link of a verb that opens a clause beside or below another."""
    token = sentence.tokens[index]
    if token.pos not in _VERBAL:
        return None
    if token.dep == "relcl":
        return "relative"
    if token.dep not in {"conj", "advcl"}:
        return None
    subject = clauses.kid(sentence, index, *clauses.SUBJECTS)
    if subject is not None and sentence.tokens[subject].pos == "PRON":
        # "hours after he shot dead five": of those just told of; not "a week after they killed 20"
        long = token.dep == "advcl" and _measure(sentence, index).startswith(_LONG)
        return "after" if long else None
    if token.dep == "conj":
        beside = subject is not None and sentence.tokens[token.head].pos in _VERBAL
        return "joined" if beside else None
    marks = {clauses.lower(sentence, k) for k in _opening(sentence, index)}
    return "after" if marks & _AFTER else "while" if marks & _WHILE else None


def _opening(sentence: Sentence, index: int) -> tuple[int, ...]:
    """Return the words that may open a clause: those that hang on its verb.

    Of "a day after a bomb in the market killed nine" the grammar may take the bomb for what "after"
    is about, and leave the verb without a subject.
    """
    kids = tuple(sentence.kids[index])
    subject = clauses.kid(sentence, index, *clauses.SUBJECTS)
    if subject is not None or sentence.tokens[index].tag != "VBD":
        return kids
    lengths = (k for k in kids if sentence.tokens[k].dep == "npadvmod" and k < index)
    return (*kids, *(mark for k in lengths for mark in sentence.kids[k]))


def _phrase(sentence: Sentence, index: int) -> Link | None:
    token = sentence.tokens[index]
    if token.dep != "prep" or token.text.lower() not in _AFTER:
        return None
    verb = sentence.tokens[token.head].head
    return None if verb > index and index in _opening(sentence, verb) else "after"


def _hangs(sentence: Sentence, index: int, opened: Mapping[int, Link]) -> bool:
    """Tell whether a noun only says more of another: "the scene of an earlier killing".

    "Killed in an earlier raid" tells of the raid itself.
    """
    token = sentence.tokens[index]
    above = sentence.tokens[token.head].text.lower()
    return token.dep == "pobj" and above in _OF and token.head not in opened


def _homes(sentence: Sentence, opened: Mapping[int, Link], parts: Sequence[int]) -> list[int]:
    """Return for each token the opener that holds it; below 0: the main words of a part."""
    home: list[int | None] = [None] * len(sentence.tokens)
    for i in range(len(sentence.tokens)):
        path, at = dict[int, None](), i  # in order
        while home[at] is None and at not in opened:
            path[at] = None
            head = sentence.tokens[at].head
            if head in path or parts[head] != parts[at]:
                break
            at = head
        known = home[at]
        if known is None:
            known = at if at in opened else _MAIN - parts[at]
        for step in (*path, at):
            home[step] = known
    return [_MAIN if key is None else key for key in home]


def _over(sentence: Sentence, key: int, home: Sequence[int]) -> int:
    """Return the key of the scope above: the clause a word hangs on, the part before this one."""
    if key < 0:
        return min(_MAIN, key + 1)
    head = sentence.tokens[key].head
    return _MAIN if head == key or home[head] == key else home[head]


def _measure(sentence: Sentence, key: int) -> str:
    """Return the unit of a length of time that stands before "after" or "before"."""
    marks = [
        k
        for k in (key, *_opening(sentence, key))
        if key >= 0 and clauses.lower(sentence, k) in _AFTER
    ]
    if not marks or clauses.lower(sentence, min(marks) + 1) in _ADVERBIAL:
        return ""
    start = sentence.tokens[min(marks)].start - sentence.span.start
    found = _MEASURE.search(sentence.text[:start])
    return "" if found is None else found[1].lower()
