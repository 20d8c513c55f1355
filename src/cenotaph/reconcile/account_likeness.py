"""A person said to be harmed, as the words tell: what speaks for and against being another one."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from cenotaph.model import Claim, Document, Victim
from cenotaph.text.lexicon import grouped, ordered
from cenotaph.text.persons import PRONOUNS, singular

Telling = Literal["pronoun", "named", "definite", "owned", "another", "ordinal", "indefinite"]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "either"})
_OWNERS = frozenset({"his", "her", "their", "my", "our", "its", "your"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_ANOTHER = re.compile(
    r"^\W*(?:\w+ ){0,3}?(?:another\b|(?:an?|\w+['’]s) (?:second|third|fourth|fifth|sixth|other)\b"
    r"|the other\b|(?:one|1) (?:more|other)\b|others?$)",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"(?:['’]s|s['’])\s")  # "Ana's son", "Reyes' son"
_EVERYBODY = (0, 120)
SERVANTS = frozenset({
    "watchman", "clerk", "driver", "chauffeur", "bodyguard", "guard", "secretary", "assistant",
    "deputy", "aide", "cook", "maid", "servant", "interpreter", "translator", "cameraman",
})  # fmt: skip
OF_ANY_TRADE = frozenset({
    "official", "leader", "politician", "worker", "employee", "member", "citizen", "colleague",
    "activist", "student", "officer", "local", "native", "foreigner", "civilian", "customer",
    "suspect", "father", "mother", "veteran", "player", "athlete", "fan", "supporter",
})  # fmt: skip
_LATE = re.compile(  # words for the death of somebody who was hurt before (COUNTING 18)
    r"\b(?:succumb|(?:has|have|had) died\b|later (?:died|pronounced|declared)"
    r"|where (?:s?he|they)\b(?=[^.;]{0,60}\b(?:die|dead|death|succumb|pass))"
    r"|(?:died?|dies|dying)\b[^.;]{0,80}\b(?:injuries|wounds?|hospital|later|after being"
    r"|(?:hours|days|weeks|months) after|life support))",
    re.IGNORECASE,
)
_ALIVE = re.compile(  # how somebody is, as the account is written
    r"\b(?:is|are|remains?|was|were) (?:still |now |also |currently |both |all )?"
    r"(?:being treated|recovering|recuperating|(?:listed )?in (?:stable|good|fair|satisfactory)"
    r"|expected to (?:survive|live|recover|make|be)|alive)\b|\bsurviv(?:ed|es?|ing)\b",
    re.IGNORECASE,
)
_ONESELF = re.compile(r"\b(?:him|her)sel(?:f|ves)\b", re.IGNORECASE)
_DOING = re.compile(r"\b(?:kill|sho[ot]|stab|murder|slay|slew|strangl)", re.IGNORECASE)
# "A third victim, identified as Ana Ruiz, died"
RANKED_AS = re.compile(
    r"\ba (?:second|third|fourth|fifth|sixth|\w+th) \w+, (?:\w+ )?(?:identified|named|known) as $",
    re.IGNORECASE,
)
_POLICE = r"\b(?:police|officers?|deput(?:y|ies)|troopers?|cops?|agents?|marshals)"
_BY_POLICE = re.compile(  # "officer-involved shooting", "deputies shoot man", "shot by a trooper"
    rf"{_POLICE}(?:[ -]involved| (?:fatally |later )?(?:shoots?|kills?|(?:shot|killed)"
    r"(?=,? (?:and|killed|dead|an?|the|him|her|man|woman|\d))))\b"
    rf"|\b(?:shot|shoot|kill|gunfire|standoff)[^.;]{{0,30}} (?:by|with) (?:[\w-]+ )*?{_POLICE}\b",
    re.IGNORECASE,
)


class Traits(msgspec.Struct, frozen=True):
    """What one mention says of a person."""

    telling: Telling
    noun: str | None  # the head noun, singular; None for a name, a pronoun, a number
    name: str | None
    sex: str | None
    ages: tuple[int, int]  # from, to: an age said, or what the noun allows
    attacker: bool
    late: bool = False  # said to have died of an earlier harm
    own_hand: bool = False  # said to have killed himself, after others
    alive: bool = False  # said to be in care or to have lived, as things are
    done_to: bool = False  # said to be whom somebody killed: "shot his wife"
    by_police: bool = False  # said to be whom police shot: he may be the suspect
    ranked: bool = False  # named, and told of by rank


def traits(victim: Victim) -> Traits:
    """Return what a victim claim says of the person."""
    words = [w.lower() for w in _WORD.findall(victim.words or "")]
    own = set(_WORD.findall((victim.name or "").lower()))
    noun = _noun([w for w in words if w not in own])
    return Traits(
        telling=_telling(victim, words),
        noun=noun,
        name=victim.name,
        sex=victim.sex,
        ages=_ages(victim, words),
        attacker=victim.role == "attacker",
    )


def with_harm(said: Traits, document: Document, claim: Claim, *, killed: bool) -> Traits:
    """Return what a mention says, with what its words and sentence say of the harm."""
    words, sentence = document.quote(claim.evidence), document.quote(claim.sentence)
    before = document.words(claim.evidence.part)[claim.sentence.start : claim.evidence.start]
    own = said.attacker and _ONESELF.search(words) is not None
    return replace(
        said,
        own_hand=own,
        done_to=_DOING.search(words) is not None,
        late=killed and _LATE.search(sentence) is not None,
        alive=not killed and _ALIVE.search(sentence) is not None,
        by_police=killed and _BY_POLICE.search(sentence) is not None,
        ranked=RANKED_AS.search(before) is not None,
    )


def _telling(victim: Victim, words: list[str]) -> Telling:
    first = words[0] if words else ""
    if len(words) == 1 and first in PRONOUNS:
        return "pronoun"
    if _ANOTHER.search(victim.words or ""):
        return "another"
    if victim.name is not None and first not in _OWNERS:
        return "named"
    if first in _DEFINITE:
        return "ordinal" if _ORDINALS & set(words[1:3]) else "definite"
    if first in _OWNERS or _OF_SOMEBODY.search(victim.words or ""):
        return "owned"
    return "indefinite"


def _noun(words: list[str]) -> str | None:
    known = (singular(w) for w in reversed(words))
    return next((w for w in known if w in _kinds()), None)


def _ages(victim: Victim, words: list[str]) -> tuple[int, int]:
    if victim.age is not None:
        return (victim.age, victim.age)
    found = [_stages()[w] for w in map(singular, words) if w in _stages()]
    return max(found, key=lambda r: r[0] - r[1], default=_EVERYBODY)


@cache
def _stages() -> dict[str, tuple[int, int]]:
    """Return the ages, from and to, that nouns for persons allow."""
    found: dict[str, tuple[int, int]] = {}
    for group, nouns in ordered("persons.txt").items():
        kind, _, years = group.partition(".")
        if kind == "ages":
            low, _, high = years.partition("-")
            found.update(dict.fromkeys(nouns, (int(low), int(high))))
    return found


@cache
def _kinds() -> frozenset[str]:
    groups = grouped("persons.txt")
    return frozenset(w for g, ws in groups.items() if g not in {"animals", "things"} for w in ws)


def is_bare(victim: Victim) -> bool:
    """Tell whether a noun stands without an article: "after boy shot himself": nobody new."""
    words = [w.lower() for w in _WORD.findall(victim.words or "")]
    if not words or victim.name is not None or words[0] == "one":
        return False
    return singular(words[0]) in _kinds()


def is_anyone(noun: str | None) -> bool:
    """Tell whether a noun says nothing of who someone is: "man", "victim"."""
    return noun is None or noun in grouped("persons.txt")["anyone"] or noun in _stages()


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two ranges of age have a year in common."""
    return one[0] <= other[1] and other[0] <= one[1]
