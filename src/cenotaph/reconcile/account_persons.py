"""One account's victim claims for one event -> persons, each once, dead or hurt.

The same person is told of many times: "a man was shot", "the 34-year-old died", "Ruiz". Mentions
are one person unless the words keep them apart: another name, age or sex, "another", two in one
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from cenotaph.model import Claim, Document, Victim
from cenotaph.text.persons import alike

_ANOTHER = re.compile(
    r"^\W*(?:\w+ ){0,3}?(?:another|(?:an?|the|\w+['’]s) (?:second|third|fourth|fifth|sixth|other)"
    r"|(?:one|1) (?:more|other))\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"^(?:the|he|she|they|that|this|who)\b|\b(?:him|her|them|himself|herself)$", re.IGNORECASE
)
_SURE = 0.85  # of an injury in plain words, not "taken to hospital"
_INJURED = frozenset({"injured", "casualties"})

Fate = Literal["killed", "injured", "shot"]


class Person(msgspec.Struct):
    """One person as far as the account tells, with the claims that do."""

    names: set[str]
    ages: set[int]
    sexes: set[str]
    claims: list[Claim]
    fate: Fate
    roles: set[str]
    attacker: bool = False


class Persons:
    """The persons of one event, gathered claim by claim in reading order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.found: list[Person] = []

    def gather(self, claims: Sequence[Claim]) -> list[Person]:
        """Return the persons whom victim claims tell of."""
        for claim in claims:
            victim = claim.value
            if isinstance(victim, Victim) and victim.outcome in _INJURED | {"killed"}:
                self._take(claim, victim)
        return self.found

    def _take(self, claim: Claim, victim: Victim) -> None:
        fate: Fate = "killed" if victim.outcome == "killed" else "injured"
        if victim.outcome == "casualties":
            fate = "shot"
        for person in self._by_likeness(victim):
            if self._is(person, claim, victim, fate):
                _add(person, claim, victim, fate)
                return
        person = Person(set(), set(), set(), [], fate, set())
        _add(person, claim, victim, fate)
        self.found.append(person)

    def _by_likeness(self, victim: Victim) -> list[Person]:
        """Return the persons known, those with the same name or age first, then the latest."""
        known = list(enumerate(self.found))
        known.sort(key=lambda p: (
            not (victim.name is not None and any(alike(victim.name, n) for n in p[1].names)),
            not (victim.age is not None and victim.age in p[1].ages),
            -p[0],
        ))  # fmt: skip
        return [p for _, p in known]

    def _is(self, person: Person, claim: Claim, victim: Victim, fate: Fate) -> bool:
        """Tell whether a claim can be of a person already known."""
        if any(_is_listed(c, claim) for c in person.claims):
            return False
        if victim.name is not None and person.names:
            return any(alike(victim.name, n) for n in person.names)
        if not _compatible(person, victim):
            return False
        words = self._document.quote(claim.evidence)
        if _ANOTHER.search(words):
            return any(_ANOTHER.search(self._document.quote(c.evidence)) for c in person.claims)
        if _AGAIN.search(words):
            return True
        return not (self._same_sentence(person, claim) or _hurt_beside_dead(person, claim, fate))

    def _same_sentence(self, person: Person, claim: Claim) -> bool:
        return any(c.sentence == claim.sentence and not _shares(c, claim) for c in person.claims)


def _compatible(person: Person, victim: Victim) -> bool:
    """Tell whether age, sex and role allow that two are one person."""
    return (
        (victim.age is None or not person.ages or victim.age in person.ages)
        and (victim.sex is None or not person.sexes or victim.sex in person.sexes)
        and (victim.role is None or not person.roles or victim.role in person.roles)
        and _is_attacker(victim) == person.attacker
    )


def _hurt_beside_dead(person: Person, claim: Claim, fate: Fate) -> bool:
    """Tell whether plain words say one was hurt and the other is dead: two persons."""
    if fate == "injured" and person.fate == "killed":
        return claim.confidence >= _SURE
    if fate == "killed" and person.fate == "injured":
        return person.claims[0].confidence >= _SURE
    return False


def _shares(a: Claim, b: Claim) -> bool:
    """Tell whether two claims of one sentence speak of one phrase: "a man was shot and died".

    Of one outcome a sentence makes one claim for each phrase.
    """
    if not isinstance(a.value, Victim) or not isinstance(b.value, Victim):
        return False
    return a.value.outcome != b.value.outcome and a.evidence.start == b.evidence.start


def _is_listed(a: Claim, b: Claim) -> bool:
    """Tell whether two claims are of two persons in one list: "the judge and the guard died"."""
    if not isinstance(a.value, Victim) or not isinstance(b.value, Victim):
        return False
    same = a.sentence == b.sentence and a.about == b.about and a.about is not None
    return same and a.value.outcome == b.value.outcome and a.evidence != b.evidence


def _is_attacker(victim: Victim) -> bool:
    return victim.role == "attacker"


def _add(person: Person, claim: Claim, victim: Victim, fate: Fate) -> None:
    person.claims.append(claim)
    person.attacker = person.attacker or _is_attacker(victim)
    person.names |= {victim.name} if victim.name else set()
    person.ages |= {victim.age} if victim.age is not None else set()
    person.roles |= {victim.role} if victim.role else set()
    person.sexes |= {victim.sex} if victim.sex else set()
    if fate == "killed" or (fate == "injured" and person.fate == "shot"):
        person.fate = fate  # COUNTING 18: who died later is no longer among the injured
