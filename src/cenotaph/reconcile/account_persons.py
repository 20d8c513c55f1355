"""One account's victim claims for one event -> persons, each once, dead or hurt.

The same person is told of many times: "a man was shot", "the 34-year-old died", "Ruiz". Each
mention goes to the known person it fits best: by name, age, sex, noun and fate; a new one opens
only where none fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from cenotaph.model import Claim, Document, Victim
from cenotaph.reconcile.account_likeness import (
    OF_ANY_TRADE,
    SERVANTS,
    Traits,
    is_anyone,
    is_bare,
    overlap,
    traits,
    with_harm,
)
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import alike, untitled

_SURE = 0.85  # of an injury in plain words, not "taken to hospital"
_HARMED = frozenset({"injured", "casualties", "killed"})
_TOLD_AGAIN = frozenset({"pronoun", "definite", "ordinal"})
_NEVER = -100.0
_ANY_AGE = (0, 120)
_GROWN = 18
_ALSO = re.compile(
    r"\balso (?:\w+ly )?(?:shot|killed|hit|struck|wounded|injured|hurt|stabbed|died|found)\b",
    re.IGNORECASE,
)
_CAME = re.compile(r"\blater (?:showed|turned|walked|arrived|drove|came)\b", re.IGNORECASE)
_AS_WELL = re.compile(r",? (?:too|as well)\b", re.IGNORECASE)
_NEAR = 300  # characters from one who died to the next of the same case
_TOO = 10  # characters behind a harm in which "as well" stands
_KIN = grouped("persons.txt")["kin"]
_SELF = re.compile(r"\bself\b(?!-)", re.IGNORECASE)  # "teen dead after shooting self"
_HELD = re.compile(r"\b(?:arrest|charged\b|detained\b|in custody\b)", re.IGNORECASE)
_TELLER = "I"  # who tells all of it
_LIKEWISE = re.compile(r"(?:so|as) (?:did|was|were) ", re.IGNORECASE)

Fate = Literal["killed", "injured", "shot"]


class Person(msgspec.Struct):
    """One person as far as the account tells, with the claims that do."""

    claims: list[Claim]
    told: list[Traits]
    fate: Fate
    ages: tuple[int, int] = _ANY_AGE
    sure: bool = False  # said in plain words to be hurt
    first: bool = False  # the first of whom the text tells

    @property
    def attacker(self) -> bool:
        """Tell whether some words call the person an attacker."""
        return any(t.attacker for t in self.told)

    @property
    def names(self) -> set[str]:
        """The names the person goes by."""
        return {t.name for t in self.told if t.name is not None}

    @property
    def sexes(self) -> set[str]:
        """The sexes that words tell."""
        return {t.sex for t in self.told if t.sex is not None}

    @property
    def ranked(self) -> bool:
        """Tell whether some words give the person a rank: "a third victim"."""
        return any(t.ranked or t.telling in {"another", "ordinal"} for t in self.told)

    @property
    def late(self) -> bool:
        """Tell whether some words say that the person died of an earlier harm."""
        return any(t.late for t in self.told)

    def add(self, claim: Claim, said: Traits, fate: Fate) -> None:
        """Add what one more claim says."""
        self.claims.append(claim)
        self.told.append(said)
        if overlap(self.ages, said.ages):
            self.ages = (max(self.ages[0], said.ages[0]), min(self.ages[1], said.ages[1]))
        if fate == "killed" or (fate == "injured" and self.fate == "shot"):
            self.fate = fate  # COUNTING 18: who died later is no longer among the injured
        self.sure = self.sure or (fate == "injured" and claim.confidence >= _SURE)


def gather(document: Document, claims: Sequence[Claim]) -> list[Person]:
    """Return the persons whom victim claims, in reading order, tell of."""
    found: list[Person] = []
    for claim in claims:
        victim = claim.value
        if not isinstance(victim, Victim) or victim.outcome not in _HARMED:
            continue
        fate: Fate = "shot" if victim.outcome == "casualties" else victim.outcome  # type: ignore[assignment]
        said = _of_who_tells(document, claim, traits(victim))
        if _is_nobody_new(found, claim, fate, said):
            said = replace(said, telling="definite")
        said = _as_another(document, found, claim, said)
        said = with_harm(said, document, claim, killed=fate == "killed")
        home = _home(found, claim, said, fate)
        if home is None and _is_told_again(found, said, fate):
            continue
        if home is None:
            told = any(c.evidence.part == "text" for p in found for c in p.claims)
            home = Person([], [], fate, first=not told)
            found.append(home)
        home.add(claim, said, fate)
    return found


def _is_told_again(found: Sequence[Person], said: Traits, fate: Fate) -> bool:
    """Tell whether nobody new is told of as dead: "this young man who lost his life".

    He is one of the dead known, whatever age the account gave them.
    """
    known = fate == "killed" and any(p.fate == "killed" for p in found)
    again = said.telling in {"definite", "pronoun"} and is_anyone(said.noun)
    return known and again and not said.attacker


def _as_another(document: Document, found: Sequence[Person], claim: Claim, said: Traits) -> Traits:
    """Return what a mention says, with whether it is of somebody besides those told of."""
    if _LIKEWISE.match(document.line(claim.evidence)) or _is_of_other_trade(found, claim, said):
        return replace(said, telling="another")
    dead = any(p.fate == "killed" for p in found)
    beside = said.telling in {"named", "indefinite", "owned"} and _is_beside(
        document, claim, dead=dead
    )
    again = said.telling == "owned" and any(said.noun in {t.noun for t in p.told} for p in found)
    told = found and beside and not again  # "her son was wounded": "her son was also wounded"
    if told and (said.telling != "named" or not _is_known(found, said)):
        said = replace(said, telling="another")
    if said.telling == "another" and not _is_contrast(document, found, claim):
        return replace(said, telling="indefinite")
    return said


def _is_of_other_trade(found: Sequence[Person], claim: Claim, said: Traits) -> bool:
    """Tell whether somebody new is told of by what he is: "shot a judge. They killed a porter".

    So is "his clerk": nobody is his own. Who was told of as a man, or in a headline, may be anyone.
    """
    victim = claim.value
    noun = said.noun
    if not isinstance(victim, Victim) or victim.outcome != "killed" or noun is None:
        return False
    if claim.evidence.part == "title" or is_anyone(noun):
        return False
    dead = [p for p in found if p.fate == "killed" and not p.attacker]
    if not dead or said.attacker or any(noun in _trades(p) for p in dead):
        return False
    ends = [c.evidence.end for p in dead for c in p.claims if c.evidence.part == "text"]
    if not any(0 <= claim.evidence.start - end < _NEAR for end in ends):
        return False  # far down an account somebody dies in another case
    if said.telling == "owned":
        return noun in SERVANTS and all(p.names or _trades(p) for p in dead)
    new = said.telling == "indefinite" and (victim.words or "").lower().startswith(("a ", "an "))
    return new and noun not in _KIN | OF_ANY_TRADE and all(map(_trades, dead))


def _trades(person: Person) -> set[str]:
    """Return what the text calls a person, besides a man, a victim or somebody's kin."""
    nouns = {t.noun for t in person.told if t.noun is not None}
    return {n for n in nouns if not is_anyone(n) and n not in _KIN | OF_ANY_TRADE}


def _is_known(found: Sequence[Person], said: Traits) -> bool:
    """Tell whether somebody told of before has the name, and not just its surname."""
    name = said.name or ""
    names = (n for p in found for n in p.names)
    return any(alike(name, n) and not _have_own_first_names(name, n) for n in names)


def _of_who_tells(document: Document, claim: Claim, said: Traits) -> Traits:
    """Return what a mention says: a narrator's "I" and "my" are nobody told of before.

    A speaker may be anybody told of, and may tell what another said of himself. A headline's "self"
    points back, as a pronoun does.
    """
    if _SELF.search(document.line(claim.evidence)):
        return replace(said, telling="pronoun")
    words = claim.value.words if isinstance(claim.value, Victim) else None
    if (words or "").lower() not in {"i", "me", "my"} or claim.voice != "narrator":
        return said
    return replace(said, name=_TELLER, telling="named")


def _is_beside(document: Document, claim: Claim, *, dead: bool) -> bool:
    """Tell whether somebody is harmed besides those told of: "a woman was also killed".

    So is who, where one is dead, came to a hospital by himself.
    """
    span = claim.evidence
    behind = document.words(span.part)[span.end : span.end + _TOO]
    also = _ALSO.search(document.line(span)) or _AS_WELL.match(behind)
    came = dead and _CAME.search(document.line(span))
    return span.part == "text" and bool(also or came)


def _is_nobody_new(found: Sequence[Person], claim: Claim, fate: Fate, said: Traits) -> bool:
    """Tell whether a noun without an article points back: "the boy, 3, was hurt when boy fell"."""
    victim = claim.value
    told = said.telling == "indefinite" and is_anyone(said.noun)
    if not told or claim.evidence.part == "title":
        return False
    beside = any(c.sentence == claim.sentence for p in found for c in p.claims)
    return isinstance(victim, Victim) and is_bare(victim) and (fate == "killed" or beside)


def _is_contrast(document: Document, found: Sequence[Person], claim: Claim) -> bool:
    """Tell whether "another" is another victim; in "a teen shot another boy" it is not.

    Nor is it where only the headline told of a victim before, nor in "a teen was arrested after
    another teen was shot".
    """
    victim = claim.value
    known = [c for p in found for c in p.claims]
    if known and all(c.evidence.part == "title" for c in known):
        return False
    before = document.words(claim.evidence.part)[claim.sentence.start : claim.evidence.start]
    if _HELD.search(before) and all(c.sentence != claim.sentence for c in known):
        return False
    words = victim.words if isinstance(victim, Victim) else None
    if document.quote(claim.evidence).startswith(words or ""):
        return True
    return any(c.sentence == claim.sentence for p in found for c in p.claims)


def _home(found: Sequence[Person], claim: Claim, said: Traits, fate: Fate) -> Person | None:
    """Return the known person whom a mention fits best; None: somebody new."""
    scored = [(_fit(p, claim, said, fate, len(found)), i, p) for i, p in enumerate(found)]
    best = max(scored, key=lambda s: s[:2], default=(_NEVER, 0, None))
    least = -10.0 if said.telling in _TOLD_AGAIN else 0.0
    return best[2] if best[0] > least else None


def _fit(person: Person, claim: Claim, said: Traits, fate: Fate, known: int) -> float:
    """Return how well a mention fits a person: above 0 for, below against."""
    if not _can_be(person, claim, said):
        return _NEVER
    points = 1.0 if said.telling != "another" else -1.0
    if said.name is not None and person.names:
        points += 12.0
    points += _by_fate(person, claim, said, fate)
    points += _by_words(person, said)
    if said.late and said.telling == "pronoun" and claim.sentence == person.claims[-1].sentence:
        points += 3.0  # "the boy was taken to hospital, where he later died"
    if said.attacker != person.attacker:
        points -= 1.5  # "suspect killed by police", and then "the man died in hospital"
    if said.telling == "ordinal" and known == 1 and fate != "killed":
        points -= 12.0
    return points


def _can_be(person: Person, claim: Claim, said: Traits) -> bool:
    """Tell whether name, age, sex and sentence allow that a mention is of a person."""
    if any(_is_listed(c, claim) for c in person.claims):
        return False
    if said.name is not None and person.names:
        return any(alike(said.name, n) for n in person.names) and not _is_kin(person, said)
    if _TELLER in {said.name, *person.names} or not _is_like(person, said):
        return False
    if said.telling == "another":
        return any(t.telling in {"another", "ordinal"} for t in person.told)
    beside = any(c.sentence == claim.sentence and not _shares(c, claim) for c in person.claims)
    if beside and person.ages == said.ages and said.ages[0] == said.ages[1]:
        return True  # of one age, told of twice in a sentence that runs on
    return not beside or said.telling in {"pronoun", "definite"}


def _is_kin(person: Person, said: Traits) -> bool:
    """Tell whether somebody of the same surname is another: of another age, or set beside.

    "Ana Ruiz, 24, was killed. Her mother, Rosa Ruiz, 51, died too": two; Bob Smith may be Robert.
    """
    exact = person.ages[0] == person.ages[1] and said.ages[0] == said.ages[1]
    ages = exact and person.ages != said.ages and not _is_year_apart(person.ages, said.ages)
    sexes = bool(said.sex and person.sexes) and said.sex not in person.sexes
    apart = ages or sexes or said.telling in {"another", "owned"}
    return apart and all(_have_own_first_names(said.name or "", n) for n in person.names)


def _have_own_first_names(one: str, other: str) -> bool:
    """Tell whether two names share a surname alone: "Ana Ruiz", "Pedro Ruiz"."""
    first, second = untitled(one), untitled(other)
    full = min(len(first), len(second)) > 1 and first[-1] == second[-1]
    return full and not set(first[:-1]) & set(second[:-1])


def _is_like(person: Person, said: Traits) -> bool:
    """Tell whether age, sex and the attacker's part allow that a mention is of a person."""
    sexes = person.sexes
    return (
        (overlap(person.ages, said.ages) or _is_year_apart(person.ages, said.ages))
        and (said.sex is None or not sexes or said.sex in sexes)
        and (
            said.attacker == person.attacker
            or (said.telling == "pronoun" and not person.attacker)  # whoever "he" was taken for
            or (person.attacker and is_anyone(said.noun))
            or _is_shot_by_police(person)
            or (
                said.own_hand
                and person.fate == "killed"
                and not any(t.done_to for t in person.told)
            )
        )  # "four were found dead: the man shot the others before killing himself"
    )


def _is_shot_by_police(person: Person) -> bool:
    """Tell whether somebody whom police killed may be the suspect of whom is told further down."""
    anyone = all(is_anyone(t.noun) and t.name is None for t in person.told)
    return person.fate == "killed" and anyone and any(t.by_police for t in person.told)


def _is_year_apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two ages are a year apart: accounts are seldom of one mind about those."""
    exact = one[0] == one[1] and other[0] == other[1]
    return exact and abs(one[0] - other[0]) == 1


def _is_risen(person: Person, said: Traits) -> bool:
    """Tell whether of somebody is only told that he died since: "UPDATE: a third victim has died".

    The story below tells of him as hurt, and of two others as dead.
    """
    late = person.first and person.ranked and all(t.late for t in person.told)
    return late and not said.late and not said.alive and said.telling in {"indefinite", "another"}


def _by_fate(person: Person, claim: Claim, said: Traits, fate: Fate) -> float:
    risen = _is_risen(person, said)
    if risen or fate == person.fate:
        return -12.0 if risen and fate == "killed" else 2.0
    plain = claim.confidence >= _SURE
    if _is_alive(person, said, fate):
        return -12.0  # "a fourth victim, Ana Ruiz, is still being treated": none of the dead
    if {fate, person.fate} == {"injured", "killed"} and (said.late or person.late):
        return -0.5 if is_anyone(said.noun) else -2.0  # hurt first, dead at last: one person
    if fate == "injured" and person.fate == "killed" and not is_anyone(said.noun):
        known = said.telling == "definite" and said.noun in {t.noun for t in person.told}
        return -0.5 if known else -12.0  # "the driver survived" is no dead judge
    if {fate, person.fate} == {"injured", "killed"}:
        sure = plain if fate == "injured" else person.sure
        return -4.0 if sure and said.telling != "pronoun" else -0.5
    return 0.5


def _is_alive(person: Person, said: Traits, fate: Fate) -> bool:
    """Tell whether of two mentions one is of somebody in care, one of somebody dead, not since."""
    if fate == "killed":
        return not said.late and any(t.alive for t in person.told)
    return said.alive and person.fate == "killed" and not person.late


def _by_words(person: Person, said: Traits) -> float:
    points = 0.0
    ages = {t.ages for t in person.told if t.ages[0] == t.ages[1]}
    if said.ages[0] == said.ages[1] and said.ages in ages:
        points += 5.0
    elif said.ages[0] == said.ages[1] and person.ages != _ANY_AGE:
        points += 0.75  # of "a father and son", the 41-year-old is the father
        points += 0.25 * (person.ages[1] < _GROWN)  # of "a boy and a woman", the 16-year-old a boy
    nouns = {t.noun for t in person.told if t.noun is not None}
    if said.noun is not None and said.noun in nouns:
        points += 1.5
    elif not is_anyone(said.noun) and any(not is_anyone(n) for n in nouns):
        points -= 0.5
    return points


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
