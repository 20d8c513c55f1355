"""What comes in: accounts as readers find them, and what they cannot take."""

from __future__ import annotations

from typing import Final, NamedTuple, get_args

import msgspec

from cenotaph.model.base import SourceKind
from cenotaph.model.document import Capture, Document

SOURCE_KINDS: Final = f"source_kind is one of {', '.join(get_args(SourceKind))}"


class Fields(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be known of an account beside its text; the keys of the contract's input."""

    ref: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    source_kind: SourceKind | None = None
    published: object = None  # whatever was given: a bad date must not cost the account
    url: str | None = None
    archive_url: str | None = None
    captured: object = None
    language: str | None = None


class Entry(NamedTuple):
    """One account as a reader finds it."""

    text: str
    fields: Fields = Fields()
    raw: bytes | None = None  # the bytes it was read from; None: the whole file
    place: str = ""  # where in the file, to follow its name: "line 3"


class Refused(NamedTuple):
    """What could not be taken, and what would be right."""

    name: str
    why: str


class Received(NamedTuple):
    """A document as it came in, ready to be kept."""

    document: Document
    capture: Capture
    raw: bytes
    doubts: tuple[str, ...] = ()  # what is wrong with it and was no reason to refuse it
