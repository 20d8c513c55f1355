"""How a row of the pairs table is written: a sentence or two, and what must or must not be found.

    "mixed outcomes": [
        true("He shot four people, two of them fatally.", casualties(4), killed(2, part=4)),
        trap("He shot four films, two of them in Rome.", NOBODY),
        trap("Six died on Friday. In 2009 a blast killed 40.", no("killed", 46), main(killed=6)),
    ],

A true row that lists a toll lists every toll (and so for blames): one that is found beside them is
a fault. A trap is about what must not be there; it may say as well what must. Rows are written
from the rules of counting, before the code that meets them, in words of our own.
"""

from __future__ import annotations

from typing import NamedTuple

SAME = -1  # as a ceiling: the floor again
OPEN = None  # as a ceiling: none


class Want(NamedTuple):
    """One claim, mark or incident to be found (or not); facts not given are not asked."""

    kind: str  # toll | victim | responsibility | place | ... | speech | incident
    facts: dict[str, object]
    absent: bool = False
    at: int = 0  # of incidents: which, the main one being the first


class Row(NamedTuple):
    """A sentence or two beside what they claim; `is_trap`: beside what they do not."""

    text: str
    wants: tuple[Want, ...]
    is_trap: bool
    title: str | None = None
    published: str | None = None

    @property
    def opening(self) -> str:
        """Return the words by which a list of rows names it."""
        return " ".join(self.text.split())[:60].strip()


def true(text: str, *wants: Want, title: str | None = None, published: str | None = None) -> Row:
    """Return a row whose claims must be found."""
    return Row(text, wants, is_trap=False, title=title, published=published)


def trap(text: str, *wants: Want, title: str | None = None, published: str | None = None) -> Row:
    """Return a row that looks like a claim and is none, or not that one."""
    return Row(text, wants, is_trap=True, title=title, published=published)


# What the facts of a toll are where a row says nothing of them.
PLAIN: dict[str, object] = {
    "scope": "incident",
    "cause": "direct",
    "stance": "asserts",
    "approximate": False,
    "part": None,
    "more": None,
}


def toll(outcome: str, low: int | None, high: int | None = SAME, **facts: object) -> Want:
    """Return a toll: so many, exactly unless a ceiling is given; `toll("injured", None)`: no count.

    Facts: status, side, age, sex, role, words; scope, cause, since, as_of, approximate, vague;
    part (floor of the figure it is part of), more (floor of the figure it adds to); voice, by,
    via, stance; quote (the exact words of its evidence).
    """
    ceiling = low if high == SAME else high
    return Want("toll", {**PLAIN, "outcome": outcome, "low": low, "high": ceiling, **facts})


def killed(low: int | None, high: int | None = SAME, **facts: object) -> Want:
    """Return a toll of the dead."""
    return toll("killed", low, high, **facts)


def injured(low: int | None, high: int | None = SAME, **facts: object) -> Want:
    """Return a toll of the injured."""
    return toll("injured", low, high, **facts)


def casualties(low: int | None, high: int | None = SAME, **facts: object) -> Want:
    """Return a toll of people harmed, dead or hurt: "shot", "casualties"."""
    return toll("casualties", low, high, **facts)


def victim(outcome: str, name: str | None = None, **facts: object) -> Want:
    """Return a person harmed. Facts: years, sex, role, part, voice, by, stance, quote."""
    return Want("victim", {"outcome": outcome, **({"name": name} if name else {}), **facts})


def blame(party: str, stance: str = "blames", by: str | None = None, **facts: object) -> Want:
    """Return a party held responsible: by the narrator unless someone is named."""
    return Want("responsibility", {"party": party, "stance": stance, "by": by, **facts})


def claim(kind: str, **facts: object) -> Want:
    """Return a claim of another kind: place, when, target, weapon, statement."""
    return Want(kind, facts)


def speech(says: str, **facts: object) -> Want:
    """Return reported speech: its content's words. Facts: who, cue, source (as said), direct."""
    return Want("speech", {"says": says, **facts})


def main(**facts: object) -> Want:
    """Return the account's main incident.

    Facts: killed, injured, missing (a number, a range, or None for no figure); place, country,
    first, last, day (both), type, sub, party.
    """
    return Want("incident", facts)


def second(**facts: object) -> Want:
    """Return the account's second incident."""
    return Want("incident", facts, at=1)


def incidents(count: int) -> Want:
    """Return how many incidents the account tells of."""
    return Want("count", {"incidents": count})


def no(kind: str, low: int | None = SAME, **facts: object) -> Want:
    """Return what must not be there: a kind of claim or an outcome, with these facts."""
    if low != SAME:
        facts = {"low": low, **facts}
    if kind in {"toll", "victim", "responsibility", "place", "when", "target", "weapon"}:
        return Want(kind, facts, absent=True)
    if kind in {"statement", "speech"}:
        return Want(kind, facts, absent=True)
    return Want("toll", {"outcome": kind, **facts}, absent=True)


NO_TOLL = no("toll")
NOBODY = Want("harm", {}, absent=True)  # neither a toll nor a victim
