"""Reading -> Account: every extractor's claims in reading order, their relations, and the marks.

An extractor is a module of this package with `find(reading) -> Iterator[Claim]`; it is found by
its name and needs no other registration.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from cenotaph.extract.statements import with_bases
from cenotaph.extract.victims import with_wholes
from cenotaph.model import (
    Account,
    Claim,
    Event,
    Mark,
    Name,
    Numeral,
    Place,
    Quotation,
    Span,
)
from cenotaph.text.counted import of_people
from cenotaph.text.harms_left_out import left_out
from cenotaph.text.headlines import strays
from cenotaph.text.reading import NamePhrase, Reading, Speech
from cenotaph.text.sharing import with_each
from cenotaph.text.speech import told
from cenotaph.text.speech_cues import is_shown


class Extractor(Protocol):
    """Finds claims of one kind."""

    def __call__(self, reading: Reading) -> Iterator[Claim]:
        """Yield the claims found in a reading."""


@cache
def extractors() -> dict[str, Extractor]:
    """Return every extractor of the package by its name."""
    found: dict[str, Extractor] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        find = getattr(loaded, "find", None)
        if find is not None:
            found[module.name] = find
    return dict(sorted(found.items()))


def extract(reading: Reading) -> Account:
    """Return all that the extractors find in a document, in reading order."""
    found = {c.id: c for find in extractors().values() for c in find(reading)}
    claims = with_each(reading, with_wholes(with_bases(list(found.values()))))
    mentions = sorted((*reading.mentions, *reading.placed), key=lambda m: _order(m.span))
    return Account(
        document=reading.document,
        mentions=tuple(mentions),
        claims=tuple(sorted(claims, key=_place_in_text)),
        marks=tuple(sorted(_marks(reading), key=lambda m: (_order(m.span), str(type(m.value))))),
        skipped=(*reading.skipped, *left_out(reading), *strays(reading.document)),
    )


def _place_in_text(claim: Claim) -> tuple[bool, int, int, str]:
    return (*_order(claim.evidence), claim.id)


def _order(span: Span) -> tuple[bool, int, int]:
    """Return the title before the text, then by offset."""
    return (span.part == "text", span.start, span.end)


def _marks(reading: Reading) -> Iterator[Mark]:
    yield from (Mark(span=d.span, value=d.when) for d in reading.days)
    yield from (Mark(span=n.span, value=_named(n)) for n in reading.names)
    yield from (m for s in told(reading) for m in _quotations(s))
    for mention in reading.mentions:
        event = Event(event_type=mention.event_type, sub_event_type=mention.sub_event_type)
        yield Mark(span=mention.span, value=event)
    yield from _numerals(reading)


def _named(name: NamePhrase) -> Place | Name:
    if name.kind == "place":
        return Place(name=name.name, relation=name.relation)
    return Name(name=name.name, kind=name.kind)


def _quotations(speech: Speech) -> Iterable[Mark]:
    shown = is_shown(speech.verb, speech.speaker)  # what pictures show, nobody says
    speaker = None if shown else speech.speaker
    value = Quotation(source=speech.source, cue=speech.cue, speaker=speaker, direct=speech.direct)
    return (Mark(span=content, value=value) for content in speech.contents)


def _numerals(reading: Reading) -> Iterator[Mark]:
    for number in of_people(reading):
        yield Mark(span=number.span, value=Numeral(count=number.count))
