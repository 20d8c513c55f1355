"""What many accounts add up to: decisions, dossiers, incidents, series, the record."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cenotaph.model.account import Account, Claim
from cenotaph.model.assertion import Assertion, Count, People, Place, Target, Victim, Weapon
from cenotaph.model.base import Cause, DayPrecision, Outcome, Scope, Stance, Value
from cenotaph.model.document import Capture
from cenotaph.model.publisher import Publisher

Verdict = Literal[
    "accept",
    "reject",
    "correct",
    "add",
    "same",
    "different",
    "copy",
    "not-copy",
    "note",
    "source",
    "undo",
    "withdraw",
]  # `undo` takes a decision back; `withdraw` destroys a document's words


class Remark(Value):
    """What people keep beside an incident for themselves; it says nothing of what happened."""

    code: str | None = None  # what the incident is called in the user's own files; "": nothing
    tags: tuple[str, ...] | None = None  # all that it has from now on, sorted; None: as before
    words: str | None = None  # a note; it stands beside those written before

    def __post_init__(self) -> None:
        if self.code is None and self.tags is None and not self.words:
            raise ValueError("a remark says a code, tags or words")


class Decision(Value):
    """One person's judgement, never edited; a later one about the same subjects overrules it.

    `copy` and `not-copy` name the copy first and what it was copied from second.
    """

    id: str
    seq: int  # order of force, given by the ledger
    at: str  # RFC 3339, UTC
    reviewer: str
    subjects: tuple[str, ...]  # claim, mention or document ids; none for `source`
    verdict: Verdict
    reason: str
    value: Assertion | None = None  # what is right, for `correct` and `add`
    supersedes: str | None = None  # id of the decision that this one takes back or replaces
    # For `correct`: the claim whose figure is the whole of this one's, "" for none; None: as read.
    part_of: str | None = None
    remark: Remark | None = None  # for `note`: about the incident that holds these mentions
    # For `source`: all that is held of it from now on; for `undo`: of what is taken back.
    publisher: Publisher | None = None


class Person(NamedTuple):
    """Who decides, and when: RFC 3339, UTC, to the microsecond, so that no two are one."""

    reviewer: str
    at: str

    def decides(self, verdict: Verdict, reason: str, *subjects: str) -> Decision:
        """Return the decision, which has no id and no place in the order before it is kept."""
        return Decision(
            id="",
            seq=0,
            at=self.at,
            reviewer=self.reviewer,
            subjects=subjects,
            verdict=verdict,
            reason=reason,
        )


class Dossier(Value):
    """The claims, from however many accounts, that speak of one incident (or of one series)."""

    id: str  # its mention with the smallest (published, document, start)
    mentions: tuple[str, ...]
    claims: tuple[Claim, ...]
    families: tuple[tuple[str, ...], ...] = ()  # document ids that are one story: they count once
    because: tuple[str, ...] = ()  # why these were put together, in words
    scope: Scope = "incident"
    place: Place | None = None  # of a series: what its figures count; None: nobody says


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


ConflictKind = Literal[
    "ranges apart", "same number other outcome", "part exceeds whole", "series falls",
    "two parties", "denied", "presence disputed", "account against itself", "copy changed",
    "attribute",
]  # fmt: skip


class Conflict(Value):
    """Something a person should look at; never corrected silently (COUNTING 8)."""

    kind: ConflictKind
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
    said: tuple[str, ...] = ()  # claims of words that are no count: inquiries, counter-claims


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
    said: tuple[str, ...] = ()  # claims of a multiple of it: "three times more" (COUNTING 13)


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
    fallen: tuple[str, ...] = ()  # claims of the wounds of somebody it counts as dead (COUNTING 18)
    outdated: tuple[
        str, ...
    ] = ()  # claims of figures that a later one in it replaces (COUNTING 17)


QuestionKind = Literal["merge", "reading", "cumulative", "copy", "conflict", "lost", "clash"]


class Choice(Value):
    """One answer to a question: what is decided when a person gives it."""

    key: str  # one letter, to answer by
    words: str
    verdict: Verdict
    subjects: tuple[str, ...]
    value: Assertion | None = None
    supersedes: str | None = None
    remark: Remark | None = None


class Question(Value):
    """What a person should settle, and what to look at."""

    subjects: tuple[str, ...]  # ids of claims, mentions or documents, never of incidents
    text: str
    claims: tuple[str, ...]
    kind: QuestionKind = "conflict"
    choices: tuple[Choice, ...] = ()
    change: float = 0.0  # expected change of the published record, persons x rows (review)
    because: tuple[str, ...] = ()  # what speaks for and against, in words


class Near(Value):
    """Two groups of tellings that were joined, or kept apart, on weak evidence."""

    left: tuple[str, ...]  # the events' ids (mentions), in order of publication
    right: tuple[str, ...]
    closest: tuple[str, str]  # the two of them that are most alike, one of each group
    bits: float  # mean over all pairs
    joined: bool  # whether they are one incident now
    killed: tuple[int, int]  # the largest floor that either group gives; 0 for none
    injured: tuple[int, int]
    because: tuple[str, ...]  # reasons with their bits, of the closest pair


class NearCopy(Value):
    """Two documents that share much of what they tell, and are taken for copies or not."""

    copy: str
    original: str  # the earlier one
    share: float  # of the shorter one's event words that the other has too, 0 to 1
    joined: bool  # whether they count as one story now


class Clash(Value):
    """A decision that cannot stand beside later ones, and is not honored for these subjects."""

    decision: str
    subjects: tuple[str, str]  # as the decision names them
    against: tuple[str, ...]  # ids of later decisions; () where its subjects cannot be parted


class Doubts(Value):
    """What linking was least sure of, for people to settle."""

    tellings: tuple[Near, ...] = ()
    copies: tuple[NearCopy, ...] = ()
    clashes: tuple[Clash, ...] = ()


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
