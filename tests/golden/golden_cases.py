"""Files of golden accounts -> what each account is and what must be found in it.

Written by hand from the rules of counting, before the code that meets them. A text key with "|"
admits either word; a range with several alternatives stands as {"any": [...]}.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from cenotaph.model import Capture, Document, SourceKind

HERE = Path(__file__).parent


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An input line of the contract, as far as golden accounts use it."""

    ref: str
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    source_kind: SourceKind | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def document(self) -> Document:
        return Document.of(self.text, self.title)

    def capture(self) -> Capture:
        return Capture(
            document=self.document().id,
            raw="0" * 64,
            ref=self.ref,
            publisher=self.publisher,
            source_kind=self.source_kind,
            published=self.published,
        )


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a claim must look like; keys left out are not asked.

    `kind` "person" is one human being harmed: a victim, or a toll of exactly one.
    `quote` are words of the sentence from which the claim must come.
    """

    kind: str
    quote: str | None = None
    outcome: str | None = None
    low: int | UnsetType | None = UNSET
    high: int | UnsetType | None = UNSET
    approximate: bool | None = None
    vague: str | None = None
    cause: str | None = None
    scope: str | None = None
    status: str | None = None
    age: str | None = None
    sex: str | None = None
    role: str | None = None
    part_of: bool | None = None
    adds_to: bool | None = None
    age_years: int | None = None
    name: str | None = None
    party: str | None = None
    topic: str | None = None
    category: str | None = None
    precision: str | None = None
    stance: str | None = None
    voice: str | None = None
    speaker: str | None = None
    first: str | None = None
    last: str | None = None


Range = tuple[int, int | None] | None
"""(low, high), high None for open; None where the account gives no figure."""


class Either(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Any of these is right."""

    any: tuple[Range, ...]


class Where(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    country: str


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One incident as the account alone tells it."""

    killed: Range | Either | UnsetType = UNSET
    injured: Range | Either | UnsetType = UNSET
    missing: Range | Either | UnsetType = UNSET
    first: str | UnsetType | None = UNSET
    last: str | UnsetType | None = UNSET
    place: Where | UnsetType | None = UNSET
    event_type: str | None = None


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must be found, what may be, what must not, and the incident the account is about.

    `exhaustive`: every toll, victim and blame of the account is listed, so others are wrong.
    """

    claims: tuple[Pattern, ...]
    absent: tuple[Pattern, ...]
    main: Story
    optional: tuple[Pattern, ...] = ()
    others: tuple[Story, ...] = ()
    exhaustive: bool = True


class Golden(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One account; a trap holds numbers or deaths that must not be counted as they stand."""

    about: str
    kind: Literal["true", "trap"]
    input: Line
    expect: Expectation


class LinkedToll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outcome: str
    low: int
    high: int | None
    status: str | None = None


class LinkedIncident(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One incident of the record: `refs` are exactly the accounts that tell of it."""

    refs: tuple[str, ...]
    tolls: tuple[LinkedToll, ...] = ()
    first: str | None = None
    last: str | None = None
    place: Where | None = None
    sources: int | None = None
    conflicts: tuple[str, ...] = ()
    responsibility: tuple[tuple[str, str], ...] = ()
    absent_responsibility: tuple[tuple[str, str], ...] = ()
    absent_conflicts: tuple[str, ...] = ()


class LinkedSeries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    scope: str
    outcome: str
    low: int | UnsetType = UNSET
    high: int | UnsetType | None = UNSET
    conflicts: tuple[str, ...] = ()


class LinkedFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A low that no incident's toll may have."""

    low: int


class LinkedExpectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    count: int  # incidents in which someone was harmed
    incidents: tuple[LinkedIncident, ...]
    copies: tuple[tuple[str, str], ...] = ()
    series: tuple[LinkedSeries, ...] = ()
    absent: tuple[LinkedFigure, ...] = ()


class LinkedGolden(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Several accounts and the incidents they add up to."""

    about: str
    kind: Literal["true", "trap"]
    inputs: tuple[Line, ...]  # () for the accounts of `cenotaph demo`
    expect: LinkedExpectation


def singles() -> dict[str, Golden]:
    """Return every single account by the name of its file."""
    paths = sorted(HERE.glob("[0-9]*.json"))
    return {p.stem: msgspec.json.decode(p.read_bytes(), type=Golden) for p in paths}


def linked() -> dict[str, LinkedGolden]:
    """Return every set of accounts by the name of its file."""
    paths = sorted(HERE.glob("linked/*.json"))
    return {p.stem: msgspec.json.decode(p.read_bytes(), type=LinkedGolden) for p in paths}
