"""One account's persons -> those of its incident: the dead of another case told below are left out.

"Boy, 3, dies in shooting", and further down: "a 40-year-old woman was killed two blocks away."
Where the headline tells of one person, and no figure of dead is given, somebody else whom the
account first names below its lead died in another case, nine times in ten. So did, mostly, who is
told to have died in a sentence of his own, where no figure counts two. Of the hurt it is the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from cenotaph.model import Claim, Document
from cenotaph.reconcile.account_figures import LEAD, Figure, outcome_of
from cenotaph.reconcile.account_persons import Person
from cenotaph.text.sureness import sure

_SEVERAL = re.compile(
    r"\b(?:double|triple|quadruple|suicide|couple|two|three|both|second|another|others)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\balso (?:\w+ly )?(?:killed|shot|died|dead|hit|struck|stabbed)\b|\balong(?:side| with)\b"
    r"|\b(?:killed|died|dead),? (?:too|as well)\b",
    re.IGNORECASE,
)
_HIMSELF = re.compile(r"suicide|\b(?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE)
_HURT = frozenset({"injured", "shot"})
_PAIR = 2
_NEAR = 200  # characters from where one is told of to where the next is
_CONTRAST = frozenset({"another", "ordinal"})


def without_others(
    document: Document, persons: Sequence[Person], dead: Figure | None
) -> list[Person]:
    """Return the persons without those who died in another case than the account's."""
    heads = [p for p in persons if _place(p) < (True, 0)]
    if _tells_of_several(document, dead):
        return list(persons)
    if len(heads) == 1:
        persons = [p for p in persons if p is heads[0] or not _is_other(document, p, heads[0])]
    return _of_one_case(document, persons, frozenset({"killed"}))


def hurt_in_case(
    document: Document, persons: Sequence[Person], dead: Figure | None
) -> list[Person]:
    """Return the persons that an account tells to be hurt in its case, where it counts nobody.

    Who is only "shot", apart from the dead, is mostly the dead again.
    """
    hurt = [p for p in persons if p.fate in _HURT]
    fallen = [p for p in persons if p.fate == "killed"]
    if _tells_of_several(document, dead):
        return hurt
    if fallen:
        alone = len(fallen) == 1 and _is_at_head(document, fallen[0])
        return [p for p in hurt if _is_beside(document, p, fallen, alone=alone)]
    heads = [p for p in hurt if _place(p) < (True, 0)]
    if len(heads) == 1:  # "Girl, 2, shot": and "on Monday a boy of 14 was wounded"
        return [p for p in hurt if p in heads or p.attacker or _is_with(document, p, heads)]
    if len(hurt) != _PAIR or all(p.names for p in hurt) or _are_aged_apart(hurt):
        return hurt  # two names, two persons
    return _of_one_case(document, hurt, _HURT)


def _is_at_head(document: Document, person: Person) -> bool:
    """Tell whether headline or lead tells of one who died, and not of who did it."""
    return document.title is not None and not person.attacker and _place(person) < (True, LEAD)


def _is_beside(
    document: Document, person: Person, fallen: Sequence[Person], *, alone: bool
) -> bool:
    """Tell whether somebody is told to be hurt beside the dead, and not in another case.

    Where headline or lead tells of one dead `alone`, it is who is told of there too, by name, as
    one's kin, or as somebody known already.
    """
    if person.attacker or _is_with(document, person, fallen):
        return True
    if person.fate == "shot" or not alone:
        return person.fate != "shot"
    ways = {t.telling for t in person.told}
    known = bool(person.names) or "owned" in ways or ways <= {"definite", "pronoun"}
    told = {c.sentence for p in fallen for c in p.claims}
    return known or _place(person) < (True, LEAD) or any(c.sentence in told for c in person.claims)


def _are_aged_apart(pair: Sequence[Person]) -> bool:
    """Tell whether two persons, told of one right after the other, are of two ages in years."""
    ages = {p.ages for p in pair if p.ages[0] == p.ages[1]}
    starts = ([c.evidence.start for c in p.claims if c.evidence.part == "text"] for p in pair)
    near = any(abs(a - b) < _NEAR for a, b in product(*starts))
    return near and len(ages) == _PAIR


def _tells_of_several(document: Document, dead: Figure | None) -> bool:
    """Tell whether a figure counts several dead, or the headline speaks of several."""
    several = dead is not None and dead.count.high != 1
    return several or _SEVERAL.search(document.title or "") is not None


def _of_one_case(
    document: Document, persons: Sequence[Person], fates: frozenset[str]
) -> list[Person]:
    """Return the persons with the first of one fate alone, and who is told to share it.

    Two dead whom no sentence tells of together, and no figure counts, died in two cases, or are one
    whom the account calls by two names: four times in five. A suicide ends what its doer did.
    """
    alike = [p for p in persons if p.fate in fates]
    if len(alike) < _PAIR or any(p.attacker or _is_of_himself(document, p) for p in alike):
        return list(persons)
    main = min(alike, key=_place)
    return [p for p in persons if p is main or p not in alike or _is_with(document, p, [main])]


def _is_of_himself(document: Document, person: Person) -> bool:
    return any(_HIMSELF.search(document.line(c.sentence)) for c in person.claims)


def _is_with(document: Document, person: Person, others: Sequence[Person]) -> bool:
    """Tell whether somebody is told of beside others: "another", "also", a sentence, a list."""
    told = {c.sentence for p in others for c in _of_fate(p)}
    here = _of_fate(person)
    listed = any(c.confidence == sure("victims", "roll") for c in here)
    together = any(_is_listed(c, d) for p in others for d in p.claims for c in person.claims)
    beside = together or any(c.sentence in told for c in here)
    return listed or _is_contrasted(document, person) or beside


def _is_listed(one: Claim, other: Claim) -> bool:
    """Tell whether one list tells of two: "a woman and a boy were shot", who both died of it."""
    same = one.sentence == other.sentence and one.evidence != other.evidence
    return same and one.about == other.about and one.about is not None


def _of_fate(person: Person) -> list[Claim]:
    """Return the claims that tell how a person fared: who died is often told to be shot before."""
    return [c for c in person.claims if person.fate != "killed" or outcome_of(c) == "killed"]


def _is_contrasted(document: Document, person: Person) -> bool:
    return any(t.telling in _CONTRAST for t in person.told) or any(
        _WITH.search(document.line(c.sentence)) for c in person.claims
    )


def _place(person: Person) -> tuple[bool, int]:
    """Return where a person is first told of: not in the title, offset."""
    return min((c.evidence.part == "text", c.evidence.start) for c in person.claims)


def _is_other(document: Document, person: Person, main: Person) -> bool:
    """Tell whether somebody plainly not the headline's is told below the lead to have died."""
    below = _place(person) > (True, LEAD)
    if person.fate != "killed" or person.attacker or not below:
        return False
    if _is_contrasted(document, person):
        return False
    aged = person.ages[0] == person.ages[1]
    sexes = bool(person.sexes and main.sexes) and not person.sexes & main.sexes
    return aged or bool(person.names) or sexes
