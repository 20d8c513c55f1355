"""The words every value is described in, and the base of every value."""

from __future__ import annotations

from typing import Literal, Protocol, TypeVar, dataclass_transform

import msgspec

from cenotaph.errors import OffsetError

Part = Literal["text", "title"]
Voice = Literal["narrator", "speaker", "unresolved"]
Role = Literal["official", "party", "witness", "medic", "ngo", "media", "unnamed"]
Stance = Literal["asserts", "denies", "doubts", "blames", "admits", "claims-responsibility"]
Outcome = Literal[
    "killed", "injured", "missing", "displaced", "detained", "abducted", "tortured",
    "sexual violence", "buried", "casualties",
]  # fmt: skip
SUMMED: tuple[Outcome, ...] = ("killed", "injured", "missing")  # of which accounts have sums
Cause = Literal["direct", "indirect", "unknown"]
Scope = Literal["incident", "cumulative", "series", "stock"]
Status = Literal["civilian", "combatant", "mixed", "unknown"]
PlacePrecision = Literal["exact", "town", "near", "admin2", "admin1", "country", "unresolved"]
DayPrecision = Literal["day", "about", "range", "month", "year", "on-or-before"]
SourceKind = Literal[
    "news", "agency", "official", "party", "ngo", "social", "medical", "interview", "list"
]


T_co = TypeVar("T_co", covariant=True)


class Lookup(Protocol[T_co]):
    """Whatever things are found in by a key: a mapping, or what need not hold all of them."""

    def get(self, key: str, /) -> T_co | None:
        """Return what stands under a key; None where nothing does."""

    def __getitem__(self, key: str, /) -> T_co:
        """Return what stands under a key; KeyError where nothing does."""

    def __contains__(self, key: object, /) -> bool:
        """Tell whether anything stands under a key."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Value(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag=True,
    tag_field="is",
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,  # values hold values, never a cycle; a record is a fifth faster without tracking
):
    """Base of every record: immutable, hashable, compared by content, tagged in JSON."""


class Span(Value):
    """A stretch of one document's text or title; never empty."""

    start: int
    end: int
    part: Part = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise OffsetError(f"span {self.start}..{self.end} is empty or negative")

    def holds(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.part == other.part and self.start < other.end and other.start < self.end
