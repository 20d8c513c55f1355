"""Words for a day -> whether it is that of what is said of a deed: "blamed the army on Friday".

A toll given, raised or put at so many, blame and claims come after the deed they are about.
"""

from __future__ import annotations

import re

from cenotaph.model import Mention, Span
from cenotaph.text import clauses
from cenotaph.text.harm_words import words
from cenotaph.text.lexicon import grouped
from cenotaph.text.party_words import party_words
from cenotaph.text.reading import Sentence

_NUMBERED = frozenset({"figures", "dead", "it"})  # besides the nouns for a toll
_BLAMING = frozenset({"blame", "accuse"})
_BENCHES = frozenset({
    "court", "jury", "commission", "inquiry", "inquest", "tribunal", "hearing", "panel", "trial",
})  # fmt: skip
_OTHER = frozenset({"that", "which", "when", "who", "where", "after", "before", "as", "while", ";"})
_STATES = frozenset({"wounded", "injured", "dead", "killed", "missing"})
_CLAIM = re.compile(r"(?i)\b(?:responsibility|credit)\s+for\s+(?:\w+\s+){0,3}$")
_ACCORDING = re.compile(r"(?i)\baccording\s+to\s+(?:[\w'’-]+\s+){1,5}(?:on\s+)?$")
_FRONT = 4  # tokens that open a sentence: "A day earlier her ministry had given"


def is_of_words(sentence: Sentence, span: Span) -> bool:
    """Tell whether a day is that of a toll's telling, of blame or of a claim."""
    day = sentence.token_at(span.start)
    end = sentence.token_at(span.end - 1)
    if day is None or end is None or clauses.lower(sentence, end + 1) in {"'s", "’s"}:
        return False
    opens = day == 1 and clauses.lower(sentence, 0) == "on"  # "On Friday officials raised it"
    named = sentence.tokens[end].dep in {"compound", "poss"} and not opens
    if named and not _is_hour(sentence, end):
        return False
    claimed = (
        _is_claimants(sentence, end)
        or _is_told(sentence, end + 1)
        or _is_passed_on(sentence, span, end)
    )
    if claimed or day <= _FRONT:
        root = next((i for i, t in enumerate(sentence.tokens) if t.head == i), None)
        return claimed or (root is not None and root > day and _gives(sentence, root))
    for verb in range(day - 1, -1, -1):
        token = sentence.tokens[verb]
        if token.pos == "VERB" and _is_about(sentence, verb, day):
            return True
        finite = token.tag in clauses.FINITE and token.text.lower() not in _STATES
        if finite or token.text.lower() in _OTHER:
            return False
    return False


def _is_told(sentence: Sentence, behind: int) -> bool:
    """Read "a court heard on Friday that nine were killed in 2005"; no "raid on Friday that"."""
    if clauses.lower(sentence, behind) != "that":
        return False
    token = sentence.tokens[behind]
    return token.dep == "mark" and sentence.tokens[token.head].dep == "ccomp"


def _is_passed_on(sentence: Sentence, span: Span, end: int) -> bool:
    """Read "according to army sources today, three were killed": the day of what they said."""
    before = sentence.text[: span.start - sentence.span.start]
    return clauses.lower(sentence, end + 1) in {",", "."} and bool(_ACCORDING.search(before))


def _is_claimants(sentence: Sentence, end: int) -> bool:
    """Read "the Front on Friday claimed responsibility for a bomb": the day of the claim."""
    claims = clauses.lower(sentence, end + 1) in {"claimed", "claims"}
    return claims and clauses.lower(sentence, end + 2) in party_words("credit")


def is_claimed(sentence: Sentence, mention: Mention) -> bool:
    """Tell "responsibility for the attack on Thursday": the day may be that of the claim."""
    before = sentence.text[: mention.span.start - sentence.span.start]
    return _CLAIM.search(before) is not None


def is_spared(sentence: Sentence, mention: Mention) -> bool:
    """Tell arms that were kept from harming: "air defenses destroyed nine drones on Friday"."""
    arm = sentence.token_at(mention.span.start)
    if arm is None or mention.told or sentence.part == "title":
        return False
    above = sentence.tokens[arm].head
    return clauses.lower(sentence, arm) in party_words("arm") and (
        sentence.tokens[arm].dep in {"dobj", "nsubjpass", "conj"}
        and sentence.tokens[above].lemma.lower()
        in grouped("happening.txt")["suffered"] | {"shoot", "down"}
    )


def _is_hour(sentence: Sentence, end: int) -> bool:
    """Tell "Thursday evening" from "Thursday prayers"."""
    return clauses.lower(sentence, end + 1) in {"morning", "evening", "night", "afternoon"}


def _is_about(sentence: Sentence, verb: int, day: int) -> bool:
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma in _BLAMING:  # "for a raid in Tarsk on Friday" may be the raid's
        named = any(clauses.lower(sentence, i) == "for" for i in range(verb + 1, day))
        return not named and not clauses.is_passive(sentence, verb)
    if lemma == "hear":  # "a jury heard on Friday"
        subject = clauses.subject(sentence, verb)
        beside = day - verb < _FRONT
        return beside and subject is not None and clauses.lower(sentence, subject) in _BENCHES
    if lemma == "claim":  # "responsibility for the attack on Friday" may be that of either
        taken = {clauses.lower(sentence, i) for i in range(verb + 1, day)}
        own = "for" not in taken or not taken & party_words("credit")
        return bool(taken & party_words("claimed")) and own
    return _gives(sentence, verb)


def _gives(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb gives a toll: "gave a toll of nine", "put it at 12"."""
    below = [k for k in sentence.kids[verb] if sentence.tokens[k].dep in {"dobj", "nsubjpass"}]
    if sentence.tokens[verb].dep == "relcl":  # "the figure it gave on Sunday"
        below.append(sentence.tokens[verb].head)
    told = {clauses.lower(sentence, k) for k in below}
    given = sentence.tokens[verb].lemma.lower() in words("toll.give")
    return given and bool(told & (words("toll.given") | _NUMBERED))
