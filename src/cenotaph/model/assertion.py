"""What can be claimed or marked: tolls, victims, places, days and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from cenotaph.model.base import (
    Cause,
    DayPrecision,
    Outcome,
    PlacePrecision,
    Scope,
    Span,
    Status,
    Value,
)


class Count(Value):
    """A number of people as a closed range (COUNTING 1-9).

    `high` None: no ceiling. Both None: the words give no count ("many more"); `vague` has them.
    """

    low: int | None = None
    high: int | None = None
    approximate: bool = False
    vague: str | None = None
    over: bool = False  # said as "more than" the number below `low`: words alone, no other number

    def __post_init__(self) -> None:
        if self.low is None:
            if self.high is not None:
                raise ValueError("a count with a ceiling has a floor")
        elif self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"count {self.low}..{self.high} is upside down")

    def agrees(self, other: Count) -> bool:
        """Tell whether some number satisfies both; approximate figures meet within 10%."""
        if self.low is None or other.low is None:
            return True
        slack = 1.1 if self.approximate or other.approximate else 1.0
        return (self.high is None or other.low <= self.high * slack) and (
            other.high is None or self.low <= other.high * slack
        )


def summed(counts: Sequence[Count]) -> Count:
    """Return the sum of some counts: one open one opens it; a word is kept where it is all."""
    highs = [c.high for c in counts]
    return Count(
        low=sum(c.low or 0 for c in counts),
        high=None if None in highs else sum(h for h in highs if h is not None),
        approximate=any(c.approximate for c in counts),
        vague=counts[0].vague if len(counts) == 1 else None,
        over=len(counts) == 1 and counts[0].over,
    )


class People(Value):
    """Whom a figure counts, as far as the words say (COUNTING 15); unknown stays unknown."""

    status: Status = "unknown"
    side: str | None = None  # "Ukrainian", "rebel": whose they are
    age: Literal["children", "adults", "elderly"] | None = None
    sex: Literal["f", "m"] | None = None
    roles: tuple[str, ...] = ()  # "doctor", "pregnant", "journalist", "attacker"; singular, sorted
    words: str | None = None  # the noun phrase as said

    def bare(self) -> People:
        """Return the people without their words: what makes two figures comparable."""
        return People(
            status=self.status, side=self.side, age=self.age, sex=self.sex, roles=self.roles
        )

    @property
    def are_attackers(self) -> bool:
        """Tell whether the words say that they did the deed: "the gunman", "two bombers"."""
        return "attacker" in self.roles


class Toll(Value):
    """So many people suffered one outcome."""

    AS_RESOLVED: ClassVar = ("since_day", "as_of_day")

    outcome: Outcome
    count: Count
    people: People = People()
    cause: Cause = "direct"
    scope: Scope = "incident"
    since: str | None = None  # words for where a cumulative count starts: "the invasion"
    as_of: str | None = None  # words for the day it was taken: "the previous day"
    since_day: str | None = None
    as_of_day: str | None = None


class Victim(Value):
    """One person harmed."""

    AS_RESOLVED: ClassVar = ("words",)

    outcome: Outcome
    name: str | None = None
    age: int | None = None
    sex: Literal["f", "m"] | None = None
    role: str | None = None
    words: str | None = None  # the noun phrase as said: tells "a boy" from "the boy" and "he"


class Responsibility(Value):
    """A party is behind the act; who says so and in what stance is the claim's."""

    party: str


class Place(Value):
    """Where: a name as said and, once looked up, a gazetteer entry."""

    AS_RESOLVED: ClassVar = ("geonames", "lat", "lon", "country", "admin1", "precision")

    name: str
    relation: str | None = None  # "12 km south of", "outside", "near": as said, before the name
    geonames: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None  # its name
    precision: PlacePrecision = "unresolved"


class When(Value):
    """Days as said and, set against the day of publication, a closed range (COUNTING 24)."""

    AS_RESOLVED: ClassVar = ("value", "first", "last", "precision")

    words: str
    timex: str  # TIMEX3 template as far as the words alone give it: "XXXX-WXX-2", "2022-03", "P5D"
    lean: Literal["past", "future"] | None = None  # from the verb or "last", "next"
    quoted: bool = False  # said inside direct speech
    time: str | None = None  # "06:12", "night", "morning"
    value: str | None = None  # TIMEX3 value once resolved
    first: str | None = None
    last: str | None = None
    precision: DayPrecision | None = None


class Target(Value):
    """What was hit."""

    name: str
    category: str  # hospital, school, home, market, vehicle, ... of data/targets
    damage: Literal["destroyed", "damaged"] | None = None


class Weapon(Value):
    """The means of violence named."""

    name: str


class Derived(Value):
    """A range worked out from a speaker's words (COUNTING 13); never a count."""

    low: int
    high: int | None
    of: str | None = None  # id of the claim whose figure is the base


class Statement(Value):
    """Words that matter and are no count: "will investigate", counter-claims, ratios."""

    topic: str  # investigation | ratio | presence | counter-claim | admission | ...
    derived: Derived | None = None


class Name(Value):
    """A person or an organization named."""

    name: str
    kind: Literal["person", "organization"]


class Quotation(Value):
    """Reported speech; the mark's span is the content's."""

    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None  # resolved name
    direct: bool = False


class Numeral(Value):
    """A number phrase about people."""

    count: Count


class Event(Value):
    """The kind of event a mention names, in ACLED's words."""

    event_type: str
    sub_event_type: str | None = None


Assertion = Toll | Victim | Responsibility | Place | When | Target | Weapon | Statement
"""Everything a speaker can claim about an incident."""

Noted = Place | When | Name | Quotation | Numeral | Event
"""Everything that is only marked in a document."""
