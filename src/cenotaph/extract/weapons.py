"""The means of violence named: airstrike, shelling, missile, car bomb, mine, gun, knife ...

Words are read as written, the longest phrase first; beside a word of violence they are sure, alone
they are doubtful. "Bomb shelter", "gun laws" and "shell casings" name no means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cenotaph.model import Claim, Span, Weapon
from cenotaph.text.lexicon import lines
from cenotaph.text.making import claim_of
from cenotaph.text.reading import Reading, Sentence

_SURE, _ALONE = 0.9, 0.6
_NOT_A_NOUN = {"shell", "rocket", "gun", "blade", "spear", "mortar", "bomb"}
"""Words that are verbs as well: "they shell the town" names no shell."""
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
                value = Weapon(name=name)
                yield claim_of(reading, value, span, extractor="weapons", confidence=confidence)


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
