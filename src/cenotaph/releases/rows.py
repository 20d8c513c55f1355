"""The rows that a release keeps -> values to compare. What a later software adds is let be."""

from __future__ import annotations

from typing import dataclass_transform

import msgspec

from cenotaph.model import Count, People


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what is read from a release: compared by content, unknown fields are let be."""


class RangeRow(Row):
    """So many people: a range that is one."""

    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        Count(low=self.low, high=self.high)  # ValueError where it is upside down


class FigureRow(RangeRow):
    """How many of one outcome and one kind of people, by the policy of the release."""

    outcome: str
    people: People
    best: int | None
    approximate: bool
    vague: str | None
    status: str
    grade: str | None
    sources: int
    claims: tuple[str, ...]
    sides: tuple[Count, ...] = ()  # the figures that stand against each other where it is contested


class SidesRow(Row):
    """The figures that stand in one figure, which the contract's row has no key for."""

    incident: str
    toll: int  # which of the incident's tolls, from 0
    sides: tuple[Count, ...]


class PlaceRow(Row):
    """A place, with what else was told instead of it."""

    name: str
    geonames: str | None
    lat: float | None
    lon: float | None
    country: str | None
    precision: str
    claims: tuple[str, ...] = ()
    contested: bool = False
    alternatives: tuple[PlaceRow, ...] = ()


class ThingRow(Row):
    """A target or a weapon."""

    name: str
    claims: tuple[str, ...] = ()


class BlameRow(Row):
    """Who is held responsible, by whom, in what stance."""

    party: str
    stance: str
    speaker: str | None  # None: the account itself
    claims: tuple[str, ...]


class ConflictRow(Row):
    """Something a person should look at."""

    kind: str
    text: str
    claims: tuple[str, ...]


class IncidentRow(Row):
    """An incident, as `publish incidents` prints it."""

    id: str
    aliases: tuple[str, ...]
    title: str
    event_type: str
    sub_event_type: str | None
    first: str | None
    last: str | None
    date_precision: str | None
    place: PlaceRow | None
    targets: tuple[ThingRow, ...]
    weapons: tuple[ThingRow, ...]
    tolls: tuple[FigureRow, ...]
    responsibility: tuple[BlameRow, ...]
    conflicts: tuple[ConflictRow, ...]
    accounts: tuple[str, ...]
    refs: tuple[str, ...]
    independent_sources: int
    review: str
    decisions: tuple[str, ...]


class SeriesRow(RangeRow):
    """A figure that is no incident's, as `publish cumulative` prints it."""

    id: str
    scope: str
    place: PlaceRow | None
    since: str | None
    as_of: str | None
    outcome: str
    people: People
    approximate: bool
    speaker: str | None
    status: str
    sources: int
    claims: tuple[str, ...]
    vague: None = None  # such a figure keeps no word


class ClaimRow(Row):
    """What is needed here of a claim as `publish claims` prints it."""

    id: str
    document: str
    kind: str
    quote: str
    speaker: str | None
    mention: str | None
    incident: str | None
    judged: str
    corrects: str | None


class SentenceRow(Row):
    """The sentence around a claim's words."""

    claim: str
    words: str


class DecisionRow(Row):
    """A decision; who made it is told only in a release with names."""

    id: str
    seq: int
    at: str | None  # None: the profile keeps the hour to itself
    reviewer: str | None
    subjects: tuple[str, ...]
    verdict: str
    reason: str
    supersedes: str | None


class SourceRow(Row):
    """Where a document came from, without its words; one row a capture."""

    document: str
    ref: str
    publisher: str | None
    published: str | None
    copies_of: str | None
