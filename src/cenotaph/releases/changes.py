"""What two frozen records differ in, as values: printed as text, as JSON and as a page."""

from __future__ import annotations

from typing import Literal

from cenotaph.releases.facts import Facts
from cenotaph.releases.rows import FigureRow, Row, SeriesRow

Kind = Literal["new", "gone", "merged", "split", "regrouped", "changed"]


class Told(Row):
    """A claim that a figure rests on now and did not before, or the other way round."""

    claim: str
    because: str  # why it came or went, in words
    decision: str | None  # by which decision
    publisher: str | None
    published: str | None
    ref: str | None
    document: str
    sentence: str  # names withheld as in the release it is from; "" where its words are not kept
    quote: str


class TollChange(Row):
    """One outcome and one kind of people, before and after.

    Of incidents that were joined or parted, only what claims came to a figure or left it.
    """

    what: str  # "killed", "injured (children)"
    before: tuple[FigureRow, ...]
    after: tuple[FigureRow, ...]
    moved: bool  # the figure or its standing is another; else only what it rests on
    entered: tuple[Told, ...]
    left: tuple[Told, ...]


class Detail(Row):
    """One fact of an incident that is told otherwise now, in words."""

    what: str
    before: str
    after: str
    entered: tuple[Told, ...] = ()  # of a place: the claims it rests on now and did not before
    left: tuple[Told, ...] = ()


class Fact(Row):
    """One of several facts, in words, with the claims that carry it."""

    words: str
    claims: tuple[Told, ...]


class Listed(Row):
    """Facts of which an incident has several: those that came and those that went."""

    what: str
    new: tuple[Fact, ...]
    gone: tuple[Fact, ...]


class Accounts(Row):
    """The references of accounts that were received since, or are not there any more."""

    new: tuple[str, ...]
    gone: tuple[str, ...]


class Brief(Row):
    """Which incident is spoken of."""

    id: str
    title: str
    first: str | None
    last: str | None
    tolls: tuple[FigureRow, ...]


class Change(Row):
    """What became of one incident, or of several that were joined or parted."""

    kind: Kind
    before: tuple[Brief, ...]
    after: tuple[Brief, ...]
    tolls: tuple[TollChange, ...]
    details: tuple[Detail, ...]
    lists: tuple[Listed, ...]
    decisions: tuple[str, ...]  # ids of those made in between that are about it


class RunningChange(Row):
    """What became of a figure that is no incident's."""

    kind: Kind
    before: tuple[SeriesRow, ...]
    after: tuple[SeriesRow, ...]
    entered: tuple[Told, ...]
    left: tuple[Told, ...]
    decisions: tuple[str, ...]


class CopyChange(Row):
    """An account that is another's copy now, or no longer is."""

    ref: str
    before: str | None  # what it was a copy of; None: of nothing
    after: str | None


class Decided(Row):
    """A decision that holds a place in one record alone."""

    id: str
    at: str | None
    reviewer: str | None
    verdict: str
    reason: str
    takes_back: str | None  # id of the decision that it takes back or replaces


class Difference(Row):
    """All in which two frozen records differ."""

    before: Facts
    after: Facts
    notes: tuple[str, ...]  # why figures may differ though nobody said or decided anything new
    incidents: tuple[Change, ...]
    running: tuple[RunningChange, ...]
    copies: tuple[CopyChange, ...]
    accounts: Accounts
    withdrawn: tuple[str, ...]  # refs of accounts whose words were destroyed in between
    decisions: tuple[Decided, ...]  # made in between, in order of force
    contract: int = 1
