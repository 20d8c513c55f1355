"""One account's claims for one event -> how many it says were killed, injured, missing.

The order of decision follows what was measured: whole figures of headline and lead before figures
further down, figures before counts of single persons, and what can be worked out last; a value that
was worked out lists every claim it came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.model import Claim, Count, Document, Toll, Victim
from cenotaph.model.base import SUMMED
from cenotaph.model.telling import is_apart
from cenotaph.reconcile.account_attackers import with_attackers
from cenotaph.reconcile.account_fallen import (
    without_fallen,
    without_late,
    without_one_of_them,
    without_risen,
)
from cenotaph.reconcile.account_figures import (
    LEAD,
    Figure,
    count_of,
    is_headline,
    is_of_attacker,
    number_of,
    outcome_of,
    ranked,
    who_died,
)
from cenotaph.reconcile.account_inclusive import STATED, without_unborn
from cenotaph.reconcile.account_others import hurt_in_case, without_others
from cenotaph.reconcile.account_persons import Person, gather
from cenotaph.reconcile.account_wholes import (
    is_of,
    is_stated,
    outdated,
    whole,
)
from cenotaph.reconcile.parties import is_of_enemies
from cenotaph.text.harm_suicide import tells_of_murder_suicide

_REPORTED = re.compile(
    r"\breportedly\b|\bas reported\b|\breported missing\b"
    r"|\b(?:was|were|is|are|been) (?:also |first )?(?:reported\b|said to have\b)"
    r"|\b(?:they|people) say\b|\bit is said\b"
    r"|\bit (?:is|was|has been|had been) (?:\w+ly )?(?:assessed|ascertained|concluded|confirmed"
    r"|determined|established|found|learn(?:ed|t)|verified) that\b"
    r"|\b(?:was|were) (?:later |then )?(?:informed|told|notified)\b",
    re.IGNORECASE,
)
_LONG = 6000  # characters of a paragraph: in longer ones nobody keeps his marks
_OWN = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_MARK = re.compile(r"[\"“”«»]")
_CASUALTY = re.compile(r"\bcasualt", re.IGNORECASE)
_MURDER = re.compile(
    r"(?<!non-)\b(?:murder|homicide|manslaughter|slaying|killing|fatal"
    r"|(?<!potentially )deadly (?:shooting|stabbing|beating)|(?:shooting|stabbing) death)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:(?<!the )others?|another|more|also)\b", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:his|her|their) (?:\w+ )?(?:parents|wife|husband|mother|father|brothers?|sisters?"
    r"|children|sons?|daughters?|friends?|neighbou?rs?)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:he|she|him|and)\b", re.IGNORECASE)
_ATTEMPT = re.compile(
    r"\battempted\W+(?:\w+\W+){0,3}?murder|\bsuicide (?:attempt|bid)", re.IGNORECASE
)


_FOUND = re.compile(r"\b(?:found|discovered)\b.*\b(?:gunshot|wound|shot)", re.IGNORECASE)
_SEVERAL = 2


class Tolls(NamedTuple):
    """How many an account says were harmed, outcome by outcome."""

    killed: Figure | None
    injured: Figure | None
    missing: Figure | None
    fallen: tuple[str, ...]  # claims of an injury of somebody counted as killed (COUNTING 18)
    outdated: tuple[str, ...]  # claims of figures that a later total replaces (COUNTING 17)


def tolls(document: Document, claims: Sequence[Claim]) -> Tolls:
    """Return the killed, injured and missing by this account's figures alone."""
    own = [c for c in claims if not is_apart(c)]
    heard = [c for c in own if c.voice != "unresolved"]  # COUNTING 20a
    said = {outcome_of(c) for c in heard}
    # "Eight of the victims were buried"; a party's word on its enemy's dead (COUNTING 20a)
    wholes = (c for c in heard if c.part_of is None and not is_of_enemies(c))
    exact = (c for c in wholes if count_of(c).vague is None)  # "a large number" is no count
    counted = {outcome_of(c) for c in exact if count_of(c).high != 1}
    mute = [
        c
        for c in own
        if c.voice == "unresolved"
        and (outcome_of(c) not in (said if count_of(c).high == 1 else counted) or _sums_up(c, own))
    ]
    told = {c.id for c in mute if _is_reported(document, c) or _is_testimony(document, c)}
    heard = [c for c in own if c.voice != "unresolved" or c.id in told]
    heard = _without_unheard(own, heard)
    both = {c.id for c in heard if _CASUALTY.search(document.line(c.evidence))}
    heard = [c for c in heard if not (_is_unborn(c) or _is_of_own(document, c))]
    heard = [c for c in heard if c.part_of not in both or outcome_of(c) != "casualties"]
    persons = without_others(document, gather(document, heard), whole(document, heard, "killed"))
    figure = without_unborn(document, whole(document, heard, "killed"), own)
    dead = _more(figure, number_of(persons, "killed"))
    one = dead is not None and dead.count.high == 1
    murder = _is_of_suicide(document, persons) if one else _is_of_murder(document, persons, dead)
    dead = number_of(persons, "killed") if murder else dead
    dead = with_attackers(document, dead, persons)
    dead = _raised(dead, ranked(document, heard, dead))
    hurt = _hurt(document, heard, persons, dead)
    hurt = without_risen(document, hurt, heard, persons)
    dead = dead or _none(heard, "killed")
    hurt = hurt or _none(heard, "injured")
    missing = whole(document, heard, "missing") or _none(heard, "missing")
    old = tuple(i for outcome in SUMMED for i in outdated(document, heard, outcome))
    return Tolls(dead, hurt, missing, who_died(heard, persons, dead, hurt), old)


def _is_reported(document: Document, claim: Claim) -> bool:
    """Tell whether an account reports a harm as such and names nobody: "reportedly killed".

    Where it says nothing else, that is what this account says; policies list it as doubtful.
    """
    return _REPORTED.search(document.line(claim.sentence)) is not None


def _without_unheard(own: Sequence[Claim], heard: Sequence[Claim]) -> list[Claim]:
    """Drop parts of a whole that nobody answers for, where another whole is heard (COUNTING 11)."""
    known = {c.id for c in heard}
    mute = {c.id: outcome_of(c) for c in own if c.id not in known}
    wholes = {outcome_of(c) for c in heard if c.part_of is None and count_of(c).vague is None}
    return [
        c
        for c in heard
        if mute.get(c.part_of or "") != outcome_of(c) or outcome_of(c) not in wholes
    ]


def _sums_up(claim: Claim, own: Sequence[Claim]) -> bool:
    """Tell whether a figure opens what an account tells, and all that speakers say agrees with it.

    "Between six and eight people were reportedly killed. The agency said that six had died."
    """
    others = [c for c in own if outcome_of(c) == outcome_of(claim) and c.part_of is None]
    several = [c for c in others if count_of(c).high != 1]
    first = min((c.evidence.start for c in others), default=-1) == claim.evidence.start
    # "my uncle, his wife and two of their children have been martyred": of his own kin alone
    told = [c for c in several if c.confidence >= STATED]
    agree = all(count_of(c).agrees(count_of(claim)) for c in told)
    return claim.part_of is None and first and agree and count_of(claim).vague is None


def _is_of_own(document: Document, claim: Claim) -> bool:
    """Tell whether a narrator tells only that his own were shot: "they shot my father".

    In news somebody shot is hurt unless told to be dead; in testimony it is left open.
    """
    shot = outcome_of(claim) == "casualties" and claim.voice == "narrator"
    return shot and _OWN.search(document.line(claim.evidence)) is not None


def _is_testimony(document: Document, claim: Claim) -> bool:
    """Tell whether a whole sentence stands in a quotation ("They killed my three girls").

    Whoever speaks may be told pages before; where an account says nothing else of an outcome, what
    the quotation says is what it says. A few words between marks are no testimony.
    """
    said = document.words(claim.sentence.part)
    start = said.rfind("\n\n", 0, claim.sentence.start) + 1
    if claim.sentence.start - start > _LONG:
        return False
    marks = _MARK.findall(said[start : claim.sentence.start + 1])
    if not marks or marks[-1] in "”»":
        return False
    return marks[-1] in "“«" or len(marks) % 2 == 1


def _is_of_murder(document: Document, persons: Sequence[Person], dead: Figure | None) -> bool:
    """Mark as killed the one person shot or stabbed where headline or lead speaks of murder."""
    hit = [p for p in persons if p.fate == "shot" and not p.attacker]
    head = f"{document.title or ''}. {document.text[:LEAD]}"
    if dead is not None or len(hit) != 1 or len(persons) != 1:
        return False
    if not _MURDER.search(_ATTEMPT.sub("", head)):
        return False
    hit[0].fate = "killed"
    return True


def _is_of_suicide(document: Document, persons: Sequence[Person]) -> bool:
    """Mark as killed the one person shot by somebody who died too, in a murder-suicide."""
    hit = [p for p in persons if p.fate == "shot"]
    said = f"{document.title or ''}. {document.text[:LEAD]}"
    if len(hit) != 1 or len(persons) != 2 or not tells_of_murder_suicide(said):
        return False
    if all(p.fate != "killed" for p in persons):
        return False
    hit[0].fate = "killed"
    return True


def _raised(dead: Figure | None, rank: Figure | None) -> Figure | None:
    """Return the higher of the dead counted and the number that "a third victim died" implies."""
    if dead is None or rank is None:
        return dead
    low = rank.count.low or 0
    return rank if dead.count.high is not None and dead.count.high < low else dead


def _hurt(
    document: Document, claims: Sequence[Claim], persons: Sequence[Person], dead: Figure | None
) -> Figure | None:
    """Return the injured: a stated figure, those shot less the dead, persons, in this order."""
    told = whole(document, claims, "injured")
    shot = _shot(document, claims)
    left = None if shot is None else _left(document, shot, dead)
    living = without_late(document, told, claims)
    if told is not None and living is None:  # "both were pronounced dead": of those hurt before
        persons = [p for p in persons if not _are_of(p, told)]
    told = without_fallen(living, persons)
    told = without_one_of_them(document, told, persons)
    if told is not None and is_stated(told):
        return left if _is_some_of(told, shot, left) and left is not None else told
    if left is not None and left.count.vague is None and left.count.high is not None:
        return left
    all_died = shot is not None and left is None  # "three found dead", and who shot them
    all_died = all_died or _are_among_dead(document, persons, dead)
    alone = hurt_in_case(document, persons, dead) if told is None and shot is None else persons
    lived = [p for p in alone if not (all_died and _is_found(document, p))]
    counted = number_of(lived, "injured", *(() if all_died else ("shot",)))
    fallen = [p for p in persons if p.fate == "killed"]
    if (
        told is not None
        and counted is None
        and len(fallen) >= (told.count.high or len(persons) + 1)
        and _OTHERS.search(document.line(told.claims[0].evidence)) is None
    ):
        return None  # "both were taken to hospital, where they died"
    if told is None and counted is not None and left is not None and not left.count.vague:
        return _more(left, counted) if (left.count.low or 0) > (counted.count.low or 0) else counted
    return _more(told, counted) or left


def _are_of(person: Person, figure: Figure) -> bool:
    """Tell whether a person is one of the list that a figure adds up, and told of nowhere else."""
    told = {c.sentence for c in figure.claims}
    return all(c.sentence in told for c in person.claims)


def _is_found(document: Document, person: Person) -> bool:
    """Tell whether somebody was found with a wound, and nothing says that he lived."""
    found = all(_FOUND.search(document.line(c.evidence)) for c in person.claims)
    return person.fate == "injured" and found and not any(t.alive for t in person.told)


def _are_among_dead(document: Document, persons: Sequence[Person], dead: Figure | None) -> bool:
    """Tell whether those shot, with no word of how they fared, fit among a figure of the dead.

    "Five found dead": "he shot a woman at a store". One shot is mostly one dead.
    """
    struck = [p for p in persons if p.fate == "shot" or _is_found(document, p)]
    hit = 0 if any(t.alive for p in struck for t in p.told) else len(struck)
    if dead is None or not hit or not is_stated(dead) or (dead.count.low or 0) < _SEVERAL:
        return False
    return hit + sum(p.fate == "killed" for p in persons) <= (dead.count.low or 0)


def _is_some_of(told: Figure, shot: Figure | None, left: Figure | None) -> bool:
    """Tell whether the headline has more shot than are told of as hurt further down.

    "Four shot at party": "A woman was shot, and three men were also wounded."
    """
    if shot is None or left is None or left.count.high is None or is_headline(told):
        return False
    first = is_headline(shot) or shot.claims[0].sentence.start < LEAD
    return first and (told.count.high or 0) < left.count.high


def _more(figure: Figure | None, counted: Figure | None) -> Figure | None:
    """Return a stated figure; else the higher of a list and the persons told of one by one."""
    if figure is None or counted is None or is_stated(figure):
        return figure or counted
    return counted if (counted.count.low or 0) > (figure.count.low or 0) else figure


def _is_unborn(claim: Claim) -> bool:
    """Tell whether a claim is of an unborn child: kept as said and in no total (COUNTING 15a)."""
    value = claim.value
    if isinstance(value, Victim):
        return value.role == "unborn"
    return isinstance(value, Toll) and "unborn" in value.people.roles


def _shot(document: Document, claims: Sequence[Claim]) -> Figure | None:
    """Return the figure of those shot or hit, dead or not; not of "casualties"."""
    hit = [c for c in claims if not _CASUALTY.search(document.line(c.evidence))]
    return whole(document, hit, "casualties")


def _left(document: Document, shot: Figure, dead: Figure | None) -> Figure | None:
    """Return those shot less those who died: "shot five people, two of them fatally".

    "Ruiz was killed and three others were hit": the three are all beside the dead.
    """
    if dead is None or _OTHERS.search(document.line(shot.claims[0].evidence)):
        return shot
    if all(map(is_of_attacker, dead.claims)):
        return shot  # "shot three and then killed himself"
    if _is_kin_of_dead(document, shot.claims[0], dead.claims[0]):
        return shot
    low = max(0, (shot.count.low or 0) - (dead.count.high or dead.count.low or 0))
    high = None if shot.count.high is None else max(0, shot.count.high - (dead.count.low or 0))
    if high == 0:
        return None
    count = Count(low=low, high=high, approximate=shot.count.approximate)
    return Figure(count, shot.claims + dead.claims)


def _is_kin_of_dead(document: Document, shot: Claim, dead: Claim) -> bool:
    """Read "killed a girl and shot her parents": none of those shot is dead.

    "She died after she and her mother were shot": of those two one is.
    """
    said = document.quote(shot.evidence)
    of_dead = dead.sentence == shot.sentence and dead.evidence.end <= shot.evidence.start
    return of_dead and _KIN.search(said) is not None and _WITH.search(said) is None


def _none(claims: Sequence[Claim], outcome: str) -> Figure | None:
    """Return an asserted zero of all people (COUNTING 9); no casualties are no dead and no hurt."""
    told = [c for c in claims if is_of(c, outcome)]
    if outcome != "missing":
        told = [c for c in claims if c in told or is_of(c, "casualties")]
    zero = [c for c in told if count_of(c).high == 0 and _is_of_all(c)]
    return Figure(Count(low=0, high=0), tuple(zero)) if zero else None


def _is_of_all(claim: Claim) -> bool:
    """Tell whether a zero is of everybody: "no civilians were hurt" says nothing of soldiers."""
    if not isinstance(claim.value, Toll):
        return False
    people = claim.value.people
    return people.status == "unknown" and not (
        people.side or people.age or people.sex or people.roles
    )
