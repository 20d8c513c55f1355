"""The means of violence named: airstrike, shelling, missile, car bomb, mine, gun, knife ...

Words are read as written, the longest phrase first; beside a word of violence they are sure, alone
they are doubtful. "Bomb shelter", "gun laws" and "shell casings" name no means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cenotaph.model import Claim, Span, Weapon
from cenotaph.text import clauses
from cenotaph.text.lexicon import lines
from cenotaph.text.making import claim_of
from cenotaph.text.reading import Reading, Sentence
from cenotaph.text.totals import totals

_SURE, _ALONE, _GENERAL = 0.9, 0.6, 0.4
_NOT_A_NOUN = {"shell", "rocket", "gun", "blade", "spear", "mortar", "bomb"}
"""Words that are verbs as well: "they shell the town" names no shell."""
_ONCE = frozenset({"come", "follow", "mark", "bring", "raise", "kill", "leave", "say", "appear"})
"""Verbs that news puts in the present tense of one event: "the strike comes days after"."""
_TAKEN = frozenset({
    "seize", "confiscate", "defuse", "disarm", "recover", "find", "discover", "collect", "smuggle",
    "surrender", "sell", "buy",
})  # fmt: skip
_HOW_MANY = re.compile(r"(?i)\bhow\s+(?:many|much)\b")
_USUAL = re.compile(r"(?i)\b(?:every|each)\s+(?:day|night|week|hour|morning|evening)\b")
_LONG = re.compile(r"(?i)\bfor\s+(?:\w+\s+){0,2}(?:days|weeks|months|years)\b")
_MINE = re.compile(
    r"(?i)\b(?:hit|struck|stepped on|drove over|ran over|laid|planted|by|over|on)\s+(?:an?|the)\s+"
    r"(?P<mine>mines?)\b(?!\s*(?:shaft|worker|owner|site))|\b(?P<blown>mine)s?\s+(?:explo|blew|went"
    r"\s+off|blast)"
)


def find(reading: Reading) -> Iterator[Claim]:
    """Yield the means of violence, each name once a sentence."""
    for sentence in reading.sentences:
        violent = bool(reading.mentions_at.within(sentence.span))
        seen: set[str] = set()
        for name, span in _found(sentence):
            if name not in seen and not _is_denied(reading, span):
                seen.add(name)
                confidence = _SURE if violent else _ALONE
                if _is_general(sentence, span):
                    confidence = _GENERAL
                value = Weapon(name=name)
                claim = claim_of(reading, value, span, extractor="weapons", confidence=confidence)
                if claim.about not in totals(reading):
                    yield claim


def _is_general(sentence: Sentence, span: Span) -> bool:
    """Tell whether the words tell of what goes on, or of a means not used, not of one incident.

    "Rockets fall every day", "the town has been cut off for weeks as shelling comes nearer", "how
    many were killed by artillery".
    """
    index = sentence.token_at(span.end - 1)
    if index is None or sentence.part == "title":
        return False
    if _is_found(sentence, index):
        return True
    before = sentence.text[: span.start - sentence.span.start]
    if _HOW_MANY.search(before) or (_USUAL.search(sentence.text) and not _is_past(sentence)):
        return True
    verb = sentence.tokens[index].head
    token = sentence.tokens[verb]
    present = token.tag in {"VBZ", "VBP"} and token.pos == "VERB"
    if sentence.tokens[index].dep == "nsubj" and present and token.lemma.lower() not in _ONCE:
        return True
    return _lasts(sentence, index) and _LONG.search(before) is not None


def _is_found(sentence: Sentence, index: int) -> bool:
    """Tell whether a means was found or taken, not used: "seized 20 rifles", "defused a bomb"."""
    token = sentence.tokens[index]
    taken = sentence.tokens[token.head].lemma.lower() in _TAKEN
    return taken and token.dep in {"dobj", "nsubjpass"}


def _is_past(sentence: Sentence) -> bool:
    return any(token.tag == "VBD" for token in sentence.tokens)


def _lasts(sentence: Sentence, index: int) -> bool:
    """Tell whether the clause above is of a state that still lasts: "has been surrounded"."""
    for _ in range(8):
        token = sentence.tokens[index]
        if any(clauses.lower(sentence, k) in {"has", "have"} for k in sentence.kids[index]):
            return token.pos == "VERB"
        if token.head == index:
            return False
        index = token.head
    return False


def _is_denied(reading: Reading, span: Span) -> bool:
    """Tell whether the words stand in what somebody denies: "denied that a missile had hit it"."""
    return any(speech.verb == "deny" for speech in reading.speech_at.holding(span))


def _found(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Yield weapons with where they are named, in reading order."""
    base = sentence.span.start
    spans = [(m.span(), _names()[_key(m[0])]) for m in _pattern().finditer(sentence.text)]
    for match in _MINE.finditer(sentence.text):
        group = "mine" if match["mine"] else "blown"
        spans.append((match.span(group), "mine"))
    for (start, end), name in sorted(spans):
        if not _is_other(sentence, start, end):
            yield name, Span(start=base + start, end=base + end, part=sentence.part)


def _is_other(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the words are a verb or part of a name for something else."""
    before, after = sentence.text[:start], sentence.text[end:]
    if _after().match(after) or _before().search(before):
        return True
    index = sentence.token_at(sentence.span.start + start)
    word = sentence.text[start:end].lower().removesuffix("s")
    if index is None or word not in _NOT_A_NOUN:
        return False
    token = sentence.tokens[index]
    named = token.pos == "PROPN" and index > 0 and not sentence.text.isupper()
    return named or (token.pos == "VERB" and token.text.islower())


@cache
def _names() -> dict[str, str]:
    """Return the name of each phrase in the lexicon."""
    rows = [line.split("\t") for line in lines("weapons.tsv")]
    return {p: name for name, phrases in rows if name[0] != "!" for p in phrases.split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_names(), key=len, reverse=True)
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    return re.compile(rf"(?i)(?<![\w-])(?:{words})(?:s|es)?(?![\w])")


def _key(words: str) -> str:
    """Return a matched phrase as the lexicon has it."""
    plain = re.sub(r"\s+", " ", words.lower())
    for phrase in (plain, plain.removesuffix("s"), plain.removesuffix("es")):
        if phrase in _names():
            return phrase
    return plain


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?i)[\s-]+(?:{_others('!after')})s?\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{_others('!before')})[\s-]+$")


def _others(group: str) -> str:
    return next(words for name, words in _rows() if name == group)


def _rows() -> Iterator[tuple[str, str]]:
    for line in lines("weapons.tsv"):
        name, words = line.split("\t")
        yield name, words
