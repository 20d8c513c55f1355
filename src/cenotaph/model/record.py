"""What many accounts add up to: decisions, dossiers, incidents, series, the record."""

from __future__ import annotations

from typing import Literal

from cenotaph.model.account import Account, Claim
from cenotaph.model.assertion import Assertion, Count, People, Place, Target, Victim, Weapon
from cenotaph.model.base import Cause, DayPrecision, Outcome, Scope, Stance, Value
from cenotaph.model.document import Capture

Verdict = Literal[
    "accept", "reject", "correct", "add", "same", "different", "copy", "not-copy", "withdraw"
]


class Decision(Value):
    """One person's judgement, never edited; a later one about the same subjects overrules it."""

    id: str
    seq: int  # order of force, given by the ledger
    at: str  # RFC 3339, UTC
    reviewer: str
    subjects: tuple[str, ...]  # claim, mention or document ids
    verdict: Verdict
    reason: str
    value: Assertion | None = None  # what is right, for `correct` and `add`
    supersedes: str | None = None


class Dossier(Value):
    """The claims, from however many accounts, that speak of one incident (or of one series)."""

    id: str  # its mention with the smallest (published, document, start)
    mentions: tuple[str, ...]
    claims: tuple[Claim, ...]
    families: tuple[tuple[str, ...], ...] = ()  # document ids that are one story: they count once
    because: tuple[str, ...] = ()  # why these were put together, in words
    scope: Scope = "incident"


class Figure(Value):
    """What a policy makes of all figures for one outcome and one kind of people."""

    outcome: Outcome
    people: People
    low: int | None
    high: int | None
    best: int | None
    approximate: bool
    vague: str | None
    status: Literal["agreed", "updated", "contested", "single-source"]
    grade: str | None
    sources: int  # independent ones, for this figure
    claims: tuple[str, ...]
    notes: tuple[str, ...] = ()
    sides: tuple[Count, ...] = ()  # the different figures that stand, for those who show them


class Attribute(Value):
    """A place, target or weapon of an incident, and who says so."""

    value: Place | Target | Weapon
    claims: tuple[str, ...]
    contested: bool = False
    alternatives: tuple[Place | Target | Weapon, ...] = ()


class Blame(Value):
    """Who is held responsible, by whom, in what stance."""

    party: str
    stance: Stance
    speaker: str | None  # None: the narrator
    claims: tuple[str, ...]


class Conflict(Value):
    """Something a person should look at; never corrected silently (COUNTING 8)."""

    kind: Literal[
        "ranges apart", "same number other outcome", "part exceeds whole", "series falls",
        "two parties", "denied", "presence disputed", "account against itself", "copy changed",
        "attribute",
    ]  # fmt: skip
    text: str
    claims: tuple[str, ...]


class Reported(Value):
    """What one account reported at one time: a point of a toll over time (COUNTING 17)."""

    outcome: Outcome
    people: People
    count: Count
    document: str
    day: str  # the day the figure was taken, else of publication; "" when nobody knows
    speaker: str | None  # None: the account itself
    claims: tuple[str, ...]
    overtaken: bool = False  # every later report is higher: it feeds no policy


class Incident(Value):
    """The publishable record of one incident: positions side by side, never averaged."""

    id: str
    aliases: tuple[str, ...]
    title: str
    event_type: str
    sub_event_type: str | None
    first: str | None
    last: str | None
    date_precision: DayPrecision | None
    place: Attribute | None
    targets: tuple[Attribute, ...]
    weapons: tuple[Attribute, ...]
    victims: tuple[tuple[Victim, tuple[str, ...]], ...]  # one person once, with claim ids
    tolls: tuple[Figure, ...]
    responsibility: tuple[Blame, ...]
    conflicts: tuple[Conflict, ...]
    accounts: tuple[str, ...]  # document ids
    refs: tuple[str, ...]
    independent_sources: int
    review: Literal["machine", "partly", "reviewed", "withheld"]
    decisions: tuple[str, ...]
    because: tuple[str, ...]
    policy: str
    reports: tuple[Reported, ...] = ()  # its tolls over time, whatever the policy


class Series(Value):
    """A figure that is no incident's: cumulative, over a period, or a stock."""

    id: str
    scope: Scope
    place: Attribute | None
    since: str | None
    as_of: str | None
    outcome: Outcome
    people: People
    low: int | None
    high: int | None
    approximate: bool
    speaker: str | None
    status: Literal["agreed", "updated", "contested", "single-source"]
    sources: int
    claims: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    policy: str
    cause: Cause = "direct"
    reports: tuple[Reported, ...] = ()  # the figure over time, whatever the policy


class AccountToll(Value):
    """One outcome by one account's figures alone."""

    low: int | None
    high: int | None
    approximate: bool
    vague: str | None
    claims: tuple[str, ...]


class AccountIncident(Value):
    """One incident as one account alone tells it."""

    incident: str | None
    event_type: str
    sub_event_type: str | None
    killed: AccountToll | None = None
    injured: AccountToll | None = None
    missing: AccountToll | None = None
    first: str | None = None
    last: str | None = None
    place: Place | None = None
    parties: tuple[str, ...] = ()


class Question(Value):
    """What a person should settle, and what to look at."""

    subjects: tuple[str, ...]  # ids of claims or mentions, never of incidents
    text: str
    claims: tuple[str, ...]


class Record(Value):
    """Everything an exporter needs: a pure function of captures, accounts and decisions."""

    digest: str
    policy: str
    captures: tuple[Capture, ...]
    accounts: tuple[Account, ...]  # resolved; live claims only
    incidents: tuple[Incident, ...]
    series: tuple[Series, ...]
    stories: tuple[tuple[str, tuple[AccountIncident, ...]], ...]  # document id -> its incidents
    copies_of: tuple[tuple[str, str], ...]  # (copy, original), document ids
    replaces: tuple[tuple[str, str], ...]  # (newer version, older version)
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...] = ()
