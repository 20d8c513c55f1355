"""One account's figure beside those that others give of the same: a range, or one of them.

Rivals are tolls in so many words ("a councillor put the dead at 63"), each speaker's first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cenotaph.model import Claim, Count, Document, Toll
from cenotaph.reconcile.account_figures import LEAD, Figure, count_of, is_headline, teller

# "Put the TOLL AT 63", "gave the number of DEAD AS 25": the words of a figure of all.
_TOLL = re.compile(
    r"(?:toll|number|total|count|dead|deaths|fatalities|injured|wounded)\b"
    r"[^.;]*? (?:at|to|as|was) |toll (?:from [^.;]*? )?of ",
    re.IGNORECASE,
)
_BUT = re.compile(r"(?:But|However|Yet)\b")
_IN_IT = re.compile(
    r"\b(?:killed|died|dead|wounded|injured) in (?:the|this|that) (?:[\w-]+ ){0,2}"
    r"(?:attack|(?:air)?strike|bombing|raid|blast|explosion|shelling|massacre)\b"
)
_OF_A_SORT = frozenset({"foreigner", "foreigners", "expatriates", "nationals"})
_OF_A_PLACE = frozenset({"resident", "villager", "attacker"})  # anybody there
_AGAIN = re.compile(r"(?:both|these|those|the (?:two|three|four|five|six|other)) ", re.IGNORECASE)
_ALSO = re.compile(r".*\balso\b", re.IGNORECASE)  # beside those told of, no count of all
_OWN_KIN = re.compile(r"(?:my|our|his|her|their) ", re.IGNORECASE)
_MORE_THAN = re.compile(r"(?:more than|over) \d", re.IGNORECASE)


def with_rivals(document: Document, chosen: Figure, groups: Sequence[Figure]) -> Figure:
    """Return the account's figure, widened by the tolls that others give in so many words.

    "Bombers kill 47": "47 died, an official said. A councillor put the toll at 63." Only a toll is
    a rival: "his hospital counted 20" is of a part.
    """
    own = teller(chosen.claims[0])
    rivals = [
        g
        for g in groups
        if g is not chosen and g.count.vague is None and not is_headline(g)
        if g.claims[0].voice == "speaker" and teller(g.claims[0]) not in {None, own}
        if _is_toll(document, g.claims[0])
    ]
    return envelope([chosen, *rivals])


def _is_toll(document: Document, claim: Claim) -> bool:
    """Tell whether a figure is called a toll of all: not "put the dead at 61 civilians".

    So is one of people that contradicts: "But medics said 44 people had died", or that counts all
    whom it took: "activists said 44 people had been killed in the attack".
    """
    if _BUT.match(document.line(claim.sentence)) or _IN_IT.search(document.line(claim.sentence)):
        return not any(_people(Figure(count_of(claim), (claim,))))
    people = claim.value.people.words if isinstance(claim.value, Toll) else None
    return people is None and _TOLL.match(document.line(claim.evidence)) is not None


def without_parts(document: Document, figures: list[Figure]) -> list[Figure]:
    """Drop who is told of again, and fewer, below the first figure: "both victims", "the two men".

    "Five were killed, police said. Both victims in the yard were dead when medics came." So are the
    kin of who speaks: "my uncle and two of his children died".
    """
    most = figures[0].count.low or 0
    return [
        f
        for f in figures
        if f is figures[0]
        or (f.count.low or 0) >= most
        or not any(p.match(document.quote(f.claims[0].evidence)) for p in (_AGAIN, _OWN_KIN, _ALSO))
    ]


def without_sorts(figures: list[Figure]) -> list[Figure]:
    """Drop figures of one sort of people beside a higher one of people in general.

    "Bombs killed 207 people, police said. Nine children died, a doctor said": who counts children
    has no other toll (COUNTING 15: figures are compared only with equal people). The figure that
    an account opens with is of all: "killed 17 workers", where others count 26 people.
    """
    lows = [f.count.low or 0 for f in figures if not any(_people(f)[1:])]
    most = max(lows, default=0)
    first = [f for f in figures[:1] if 2 * (f.count.low or 0) >= most and _is_of_lead(f)]
    return [f for f in figures if f in first or not _people(f)[0] or most <= (f.count.high or most)]


def _is_of_lead(figure: Figure) -> bool:
    """Tell whether a figure that an account opens with is of whoever was there: "17 workers"."""
    claim = figure.claims[0]
    people = claim.value.people if isinstance(claim.value, Toll) else None
    told = people is not None and not (people.age or people.side or people.sex)
    return told and (is_headline(figure) or claim.evidence.start < LEAD)


def _people(figure: Figure) -> tuple[bool, bool]:
    """Tell whether a figure is of one sort of people, and whether it names any but "people"."""
    value = figure.claims[0].value
    if not isinstance(value, Toll):
        return False, True
    people = value.people
    roles = set(people.roles)
    sort = bool(people.age or people.sex or people.side or roles - _OF_A_PLACE)
    sort = sort or bool(set((people.words or "").lower().split()) & _OF_A_SORT)
    return sort, sort or people.status != "unknown" or bool(roles)


def envelope(figures: Sequence[Figure]) -> Figure:
    """Return one speaker's figure, or the range over speakers who differ."""
    first = figures[0]
    apart = [f for f in figures[1:] if not _meets(first, f)]
    if not apart:
        return first
    counts = [first.count, *(f.count for f in apart)]
    highs = [c.high for c in counts]
    count = Count(
        low=min(c.low or 0 for c in counts),
        high=None if None in highs else max(h for h in highs if h is not None),
        approximate=any(c.approximate for c in counts),
    )
    return Figure(count, first.claims + tuple(c for f in apart for c in f.claims))


def _meets(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can be one: "more than 460" is said of 460 too."""
    over = any(
        _MORE_THAN.match(_words(a)) and a.count.low == (b.count.low or 0) + 1
        for a, b in ((one, other), (other, one))
    )
    return over or one.count.agrees(other.count)


def _words(figure: Figure) -> str:
    """Return the words in which a figure says of whom it is."""
    value = figure.claims[0].value
    return (value.people.words or "") if isinstance(value, Toll) else ""
