"""Words for a source in a sentence -> its name, and whom a pronoun can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from cenotaph.model import Span
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import NamePhrase, Sentence, Token
from cenotaph.text.speech_roles import is_source

_SHE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Dame|\w*woman|mother|wife|sister|daughter|girl|lady|queen|nun)\b",
    re.IGNORECASE,
)
_HE = re.compile(
    r"\b(?:Mr|Sir|Lord|(?:\w*(?<!wo))?man|father|husband|brother|son|boy|king|monk)\b",
    re.IGNORECASE,
)
_DOCUMENTS = frozenset({
    "statement", "report", "letter", "post", "message", "tweet", "video", "document", "bulletin",
    "communique", "communiqué", "leaflet", "memo", "email", "e-mail", "resolution", "declaration",
})  # fmt: skip
_ISSUED = frozenset({
    "issue", "release", "publish", "send", "post", "write", "circulate", "distribute", "deliver",
    "read", "sign", "approve", "adopt", "pass", "broadcast", "air", "share", "run", "put", "tweet",
})  # fmt: skip
_SPEAKERS = frozenset({
    "he", "she", "they", "we", "i", "you", "who", "him", "her", "them", "us", "some", "many",
    "others", "both", "one", "everyone", "nobody", "anyone", "somebody", "someone", "those", "most",
})  # fmt: skip
_NOBODY = frozenset({"things", "animals"})  # groups of persons.txt that are none
_EXTENDS = frozenset({"of", "for"})
_TELLS_WHICH = frozenset({"compound", "amod", "nmod", "poss"})
Kind = Literal["person", "people", "body"]


class Source(NamedTuple):
    """A resolved source."""

    name: str
    kind: Kind
    texts: tuple[str, ...]  # noun phrases that tell who it is
    named: bool


def fits(source: Source, kind: Kind, word: str) -> bool:
    """Tell whether a pronoun can mean a source, by number and by what is said of its sex."""
    if kind == "people":
        return source.kind in {"people", "body"}
    if source.kind != kind or kind == "body":
        return source.kind == kind
    told = " ".join(source.texts)
    against, along = (_HE, _SHE) if word in {"she", "her"} else (_SHE, _HE)
    return against.search(told) is None or along.search(told) is not None


def is_subject(sentence: Sentence, phrase: NamePhrase) -> bool:
    """Tell whether a name is a subject in its sentence."""
    return any(
        t.dep in {"nsubj", "nsubjpass"}
        for t in sentence.tokens
        if phrase.span.start <= t.start and t.end <= phrase.span.end
    )


def is_body(token: Token) -> bool:
    """Tell whether a noun is for an office or another body, not for a person."""
    return token.lemma.casefold() in {
        "ministry", "office", "department", "government", "administration", "council", "hospital",
        "agency", "service", "army", "military", "authority", "court", "group", "statement",
    }  # fmt: skip


def can_tell(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is for somebody who can say things: "she", "residents", "Karsa"."""
    token = sentence.tokens[index]
    word = token.text.casefold()
    if token.pos == "PRON":
        return word in _SPEAKERS
    named = token.ent in {"PERSON", "ORG", "NORP", "GPE"} or (
        token.pos == "PROPN" and not token.ent
    )
    return named or is_source(word) or token.lemma.casefold() in _persons()


@cache
def _persons() -> frozenset[str]:
    groups = grouped("persons.txt").items()
    return frozenset(w for name, words in groups for w in words if name not in _NOBODY)


def is_document(lemma: str) -> bool:
    """Tell whether a noun is for what is written or sent, and so tells for whoever wrote it."""
    return lemma.casefold() in _DOCUMENTS


def issuer(sentence: Sentence, noun: int) -> int | None:
    """Return who issues a document: "THE UNION released a statement saying ..."."""
    tokens = sentence.tokens
    verb = tokens[noun].head
    issued = tokens[noun].dep == "dobj" and tokens[verb].lemma.casefold() in _ISSUED
    if not issued or not is_document(tokens[noun].lemma):
        return None
    kids = sentence.kids[verb]
    subjects = [k for k in kids if tokens[k].dep == "nsubj" and can_tell(sentence, k)]
    return subjects[-1] if subjects else None  # the first may be a dateline's town


def person_over(sentence: Sentence, noun: int) -> int:
    """Return the noun that "who" means: in "a nurse at the hospital, who ..." not the hospital."""
    tokens = sentence.tokens
    place = is_body(tokens[noun]) or tokens[noun].ent in {"GPE", "ORG", "FAC", "LOC"}
    prep = tokens[noun].head
    if place and tokens[noun].dep == "pobj" and tokens[tokens[prep].head].pos in {"NOUN", "PROPN"}:
        return tokens[prep].head
    return noun


def words_of(sentence: Sentence, span: Span) -> str:
    """Return the words of a sentence at a span."""
    return sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]


def _parted(tokens: Sequence[Token]) -> bool:
    """Tell whether a dash parts what a headline tells from its source: "bomb attack - police"."""
    return any(
        dash.text in {"-", "–", "—"} and before.end < dash.start
        for before, dash in pairwise(tokens)
    )


def label(sentence: Sentence, head: int) -> str:
    """Return a noun with what tells which: "health ministry", "head of the rescue service"."""
    tokens = sentence.tokens
    first = last = head
    for k in reversed(sentence.kids[head]):
        below = sentence.subtree(k)
        which = tokens[k].dep in _TELLS_WHICH and tokens[k].tag != "PRP$"
        which = which and not _parted(tokens[below[0] : head])
        if k < head and which and below[-1] in {first - 1, first - 2}:
            first = below[0]
    while first < head and tokens[first].dep == "det":
        first += 1
    while first < head and tokens[head].text[:1].isupper() and tokens[first].text.islower():
        first += 1  # "the agency Velanews"
    for k in sentence.kids[head]:
        if k == last + 1 and tokens[k].text in _EXTENDS:
            below = sentence.subtree(k)
            last = min(next((i - 1 for i in below if tokens[i].text == ","), below[-1]), k + 6)
    start = tokens[first].start - sentence.span.start
    return " ".join(sentence.text[start : tokens[last].end - sentence.span.start].split())
