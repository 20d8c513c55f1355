"""A record -> the same record with every field as a profile passes it on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar, cast

import msgspec

from cenotaph.model import (
    WITHHELD,
    Account,
    Attribute,
    Claim,
    Document,
    Incident,
    Mark,
    Mention,
    Part,
    Place,
    Quotation,
    Record,
    Skipped,
    Span,
    Target,
    incident_title,
)
from cenotaph.redaction.channels import Channel, channel
from cenotaph.redaction.excerpt import GAP, Excerpt, excerpts
from cenotaph.redaction.hidden import hidden, is_named_target, labeled
from cenotaph.redaction.keyed import Keyed
from cenotaph.redaction.places import coarse
from cenotaph.redaction.profile import Kept, Profile

T = TypeVar("T")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.,]{4,16}(?:Z|[+-]\d\d:?\d\d)?)?")  # RFC 3339
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_PUBLISHERS: Final = re.compile(r"(?:un)?reliable(?: publishers)?: |owners: |set as unreliable: ")
_NONE_SET: Final = "reliable publishers: none set"
LEFT_OUT: Final = "[left out]"


def redact(record: Record, profile: Profile, key: bytes) -> Record:
    """Return the record as a profile passes it on; the same key gives the same codes.

    ValueError where a key is shorter than 16 bytes or longer than 64.
    """
    found = _Passing(record, profile, key).value(record)
    if profile.ids == "kept":
        return found
    # Sorted anew: an order by what is gone would tell of it.
    return msgspec.structs.replace(
        found,
        captures=tuple(sorted(found.captures, key=lambda c: (c.ref, c.document, c.raw))),
        accounts=tuple(sorted(found.accounts, key=lambda a: a.document.id)),
        series=tuple(sorted(found.series, key=lambda s: s.id)),
    )


def kept_id(known: str, profile: Profile, key: bytes) -> str:
    """Return the id under which a claim, mention, document or incident is passed on."""
    return Keyed(key, ids=profile.ids == "keyed").id(known)


def publisher_code(name: str, key: bytes) -> str:
    """Return what stands for a publisher that is not named."""
    return labeled("publisher", name, Keyed(key, ids=True))


class _Passing:
    """One record on its way out."""

    def __init__(self, record: Record, profile: Profile, key: bytes) -> None:
        self._profile = profile
        self._keyed = Keyed(key, ids=profile.ids == "keyed")
        self._hidden = hidden(record, profile, self._keyed)
        self._is_named = profile.names == "printed"
        times, exact = "times" in profile.keep, profile.places == "exact"
        self._ways: dict[Channel, Callable[[object], object]] = {
            "as it is": lambda value: value,
            "spans": lambda value: value,
            "inside": self._inside,
            "ids": self._ids,
            "words": self._words,
            "reasons": self._reasons,
            "questions": lambda value: self._inside(value) if profile.reasons else (),
            "policy": self._policy,
            "place names": lambda value: self._words(value) if exact else value,
            "refs": self._refs,
            "authors": lambda value: self._unless("authors", value, "author"),
            "publishers": lambda value: self._unless("publishers", value, "publisher"),
            "reviewers": lambda value: self._unless("reviewers", value, "reviewer"),
            "urls": lambda value: self._words(value) if "urls" in profile.keep else None,
            "reason": lambda value: self._words(value) if self._is_named else LEFT_OUT,
            "remark": lambda value: self._inside(value) if self._is_named else None,
            "held": lambda value: self._inside(value) if "publishers" in profile.keep else None,
            "times": lambda value: self._written(value, _TIME) if times else None,
            "published": lambda value: self._written(value, _TIME) if times else _day(value),
            "language": lambda value: self._written(value, _LANGUAGE),
        }

    def value(self, value: T) -> T:
        """Return a value with each field by its channel."""
        if isinstance(value, Account):
            return cast("T", self._account(value))
        if isinstance(value, Place):
            value = cast("T", coarse(value, self._profile))
        elif isinstance(value, Target) and is_named_target(value, self._profile):
            value = cast("T", msgspec.structs.replace(value, name=value.category))
        found = self._fields(cast("msgspec.Struct", value))
        if isinstance(found, Attribute):
            found = _once(found)
        elif isinstance(found, Incident):
            found = msgspec.structs.replace(found, title=incident_title(found))
        return cast("T", found)

    def _fields(self, value: msgspec.Struct) -> msgspec.Struct:
        """Return a struct with each field as its channel has it; TypeError for one of none."""
        kind, changed = type(value).__name__, {}
        for field in value.__struct_fields__:
            old = getattr(value, field)
            new = self._ways[channel(kind, field)](old) if old is not None else None
            if new is not old:
                changed[field] = new
        return msgspec.structs.replace(value, **changed) if changed else value

    def _inside(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(self._inside, value))
        if isinstance(value, msgspec.Struct):
            return self.value(value)
        raise TypeError(f"{value!r} stands where a value was expected")

    def _ids(self, value: object) -> object:
        """Return ids, those beside values too: (a victim, (claims, ...))."""
        if isinstance(value, tuple):
            return tuple(map(self._ids, value))
        return self._keyed.id(value) if isinstance(value, str) else self._inside(value)

    def _words(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(self._words, value))
        return self._hidden.without(cast("str", value))

    def _reasons(self, value: object) -> object:
        if self._profile.reasons:
            return self._words(value)
        return () if isinstance(value, tuple) else LEFT_OUT

    def _policy(self, value: object) -> object:
        """Return a policy's name or notes without what the user holds of publishers."""
        if isinstance(value, tuple):
            return tuple(map(self._policy, value))
        words = cast("str", value)
        named = _PUBLISHERS.search(words)
        if named and "publishers" not in self._profile.keep and not words.startswith(_NONE_SET):
            closed = ")" if words.endswith(")") else ""
            words = f"{words[: named.start()]}own list of publishers{closed}"
        return self._hidden.without(words)

    def _refs(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(self._refs, value))
        kept = "refs" in self._profile.keep
        said = cast("str", value)
        return self._hidden.without(said) if kept else f"account-{self._keyed.code('ref', said)}"

    def _unless(self, kept: Kept, value: object, kind: str) -> object:
        said = cast("str", value)
        confided = self._hidden.instead(said) == WITHHELD  # a code would tell one witness again
        if confided or kept in self._profile.keep:
            return self._hidden.without(said)
        return labeled(kind, said, self._keyed)

    def _written(self, value: object, shape: re.Pattern[str]) -> object:
        """Return what a sender wrote for a day or a language, as far as it is one."""
        said = cast("str", value)
        return self._words(said) if self._is_named or shape.fullmatch(said) else None

    def _account(self, account: Account) -> Account:
        """Return an account of the words that are passed on, with every span where they stand."""
        cuts = excerpts(account, self._profile, self._hidden)
        told = cast("Account", self._fields(msgspec.structs.replace(account, document=_NOTHING)))
        words = cuts["title"].words
        document = Document(
            id=self._keyed.id(account.document.id),
            text=cuts["text"].words,
            title=None if account.document.title is None or words == GAP else words,
        )
        untitled = document.title is None
        return msgspec.structs.replace(
            told,
            document=document,
            claims=tuple(_claim(c, cuts) for c in told.claims),
            mentions=tuple(_moved(m, cuts) for m in told.mentions),
            marks=tuple(m for mark in told.marks for m in _mark(mark, cuts)),
            skipped=tuple(
                _skip(s, cuts) for s in told.skipped if not (untitled and s.part == "title")
            ),
        )


_NOTHING: Final = Document(id="", text="")  # words are made apart, with their spans


def _claim(claim: Claim, cuts: dict[Part, Excerpt]) -> Claim:
    speaker = claim.speaker
    if speaker is not None and speaker.span is not None:
        speaker = msgspec.structs.replace(speaker, span=_kept(speaker.span, cuts))
    return msgspec.structs.replace(
        claim,
        evidence=cuts[claim.evidence.part].span(claim.evidence),
        sentence=cuts[claim.sentence.part].span(claim.sentence),
        speaker=speaker,
    )


def _moved(mention: Mention, cuts: dict[Part, Excerpt]) -> Mention:
    return msgspec.structs.replace(mention, span=cuts[mention.span.part].span(mention.span))


def _mark(mark: Mark, cuts: dict[Part, Excerpt]) -> tuple[Mark, ...]:
    """Return the mark where its words are kept, else nothing."""
    span = _kept(mark.span, cuts)
    if span is None:
        return ()
    value = mark.value
    if isinstance(value, Quotation):
        value = msgspec.structs.replace(
            value, source=_kept(value.source, cuts), cue=_kept(value.cue, cuts)
        )
    return (Mark(span=span, value=value),)


def _skip(skip: Skipped, cuts: dict[Part, Excerpt]) -> Skipped:
    """Return what was skipped; that it was is told, though its words are left out."""
    if skip.start >= skip.end:
        return skip
    span = cuts[skip.part].span(Span(start=skip.start, end=skip.end, part=skip.part))
    return msgspec.structs.replace(skip, start=span.start, end=span.end)


def _kept(span: Span | None, cuts: dict[Part, Excerpt]) -> Span | None:
    return cuts[span.part].kept(span) if span is not None else None


def _once(attribute: Attribute) -> Attribute:
    """Return an attribute whose alternatives, coarsened, are others than its value."""
    others = dict.fromkeys(a for a in attribute.alternatives if a != attribute.value)
    return msgspec.structs.replace(attribute, alternatives=tuple(others))


def _day(value: object) -> object:
    return value[:10] if isinstance(value, str) and _DAY.match(value) else None
