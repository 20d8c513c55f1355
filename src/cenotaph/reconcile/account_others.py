"""One account's persons -> those of its incident: the dead of another case told below are left out.

"Boy, 3, dies in shooting", and further down: "a 40-year-old woman was killed two blocks away."
Where the headline tells of one person, and no figure of dead is given, somebody else whom the
account first names below its lead died in another case, nine times in ten.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Document
from cenotaph.reconcile.account_figures import Figure
from cenotaph.reconcile.account_persons import Person
from cenotaph.reconcile.account_wholes import LEAD

_SEVERAL = re.compile(
    r"\b(?:double|triple|quadruple|suicide|couple|two|three|both|second|another|others)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\balso (?:\w+ly )?(?:killed|shot|died|dead|hit|struck|stabbed)\b|\balong(?:side| with)\b"
    r"|\b(?:killed|died|dead),? (?:too|as well)\b",
    re.IGNORECASE,
)
_CONTRAST = frozenset({"another", "ordinal"})


def without_others(
    document: Document, persons: Sequence[Person], dead: Figure | None
) -> list[Person]:
    """Return the persons without those who died in another case than the headline's."""
    heads = [p for p in persons if _place(p) < (True, 0)]
    several = dead is not None and dead.count.high != 1
    if several or len(heads) != 1 or _SEVERAL.search(document.title or ""):
        return list(persons)
    return [p for p in persons if p is heads[0] or not _is_other(document, p, heads[0])]


def _place(person: Person) -> tuple[bool, int]:
    """Return where a person is first told of: not in the title, offset."""
    return min((c.evidence.part == "text", c.evidence.start) for c in person.claims)


def _is_other(document: Document, person: Person, main: Person) -> bool:
    """Tell whether somebody plainly not the headline's is told below the lead to have died."""
    below = _place(person) > (True, LEAD)
    contrasted = any(t.telling in _CONTRAST for t in person.told) or any(
        _WITH.search(document.quote(c.sentence)) for c in person.claims
    )
    if person.fate != "killed" or person.attacker or contrasted or not below:
        return False
    aged = person.ages[0] == person.ages[1]
    sexes = bool(person.sexes and main.sexes) and not person.sexes & main.sexes
    return aged or bool(person.names) or sexes
