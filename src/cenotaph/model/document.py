"""What was received: documents and their captures."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from cenotaph.errors import OffsetError
from cenotaph.model.base import Part, SourceKind, Span, Value

_LINE_ENDS = str.maketrans("\n\r", "  ")


class Document(Value):
    """A title and a text, nothing else; its id is their SHA-256, so a citation can be checked."""

    id: str
    text: str
    title: str | None = None

    @classmethod
    def of(cls, text: str, title: str | None = None) -> Document:
        """Make a document whose id follows from its words: title, two line feeds, text."""
        words = text if title is None else f"{title}\n\n{text}"
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id=digest, text=text, title=title)

    def words(self, part: Part) -> str:
        """Return the text, or the title ("" when there is none)."""
        return self.text if part == "text" else self.title or ""

    def quote(self, span: Span) -> str:
        """Return the exact words a span points at."""
        words = self.words(span.part)
        if span.end > len(words):
            raise OffsetError(f"{span} does not point into document {self.id[:12]}")
        return words[span.start : span.end]

    def line(self, span: Span) -> str:
        """Return the words of a span, line ends as blanks, as rules read them."""
        return self.quote(span).translate(_LINE_ENDS)


class Capture(Value):
    """Where and when one document was received; many for one document, none overwritten."""

    document: str
    raw: str  # SHA-256 of the bytes received, hex
    ref: str  # the caller's own id, or the path below the PATH given
    author: str | None = None
    publisher: str | None = None
    source_kind: SourceKind | None = None
    published: str | None = None  # a date or an RFC 3339 time, kept as given
    url: str | None = None
    archive_url: str | None = None
    captured: str | None = None
    language: str | None = None
    taken_by: str | None = None  # who wrote down what was told, where staff did


def earliest(captures: Iterable[Capture]) -> dict[str, str]:
    """Return when each document was first published, as given; without those nobody dated.

    Relative dates resolve against it, so the order of reading cannot matter. What was given as a
    day and is none ("10 March", "2022-02-30") is kept with its capture and dates nothing.
    """
    found: dict[str, str] = {}
    for capture in captures:
        if capture.published and _is_day(capture.published[:10]):
            before = found.get(capture.document, capture.published)
            found[capture.document] = min(before, capture.published)
    return found


def is_lived(day: dt.date) -> bool:
    """Tell whether a day can be one of an account: 0001-01-01 and 9999-12-31 stand for "unknown".

    Databases write them so, and nothing can be counted on or back from them.
    """
    return 1000 <= day.year < 3000


def _is_day(words: str) -> bool:
    try:
        return len(words) == len("2022-03-10") and is_lived(dt.date.fromisoformat(words))
    except ValueError:
        return False
