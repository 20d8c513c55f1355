"""Record -> files. Every module in this package is one format: it has SHAPE and `write`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from typing import IO, Literal, Protocol, cast

import msgspec

from cenotaph.errors import UsageError
from cenotaph.model import (
    ACCIDENT,
    Capture,
    Incident,
    Place,
    Record,
    Value,
    judgements,
    withheld_names,
    without_names,
)

Shape = Literal["stream", "folder"]
CONTRACT = 1


class Options(Value):
    """What the caller wants printed."""

    names: bool = False  # names of victims and of private persons
    full_text: bool = False  # accounts' whole texts in formats other than `documents`
    only_reviewed: bool = False  # only what a person has looked at
    accidents: bool = True  # incidents without violence: road accidents, weather, disease
    of: str | None = None  # one incident or running total alone, where a format draws such
    png: bool = False  # pictures as PNG, not SVG


class Exporter(Protocol):
    """What a module has that writes a stream."""

    SHAPE: Shape

    @staticmethod
    def write(record: Record, out: IO[str], options: Options, /) -> None:
        """Write the record in this format."""


class FolderExporter(Protocol):
    """What a module has that fills a folder."""

    SHAPE: Shape

    @staticmethod
    def files(record: Record, options: Options, /) -> Iterator[tuple[str, bytes]]:
        """Yield (name, content) of every file of the folder."""


def exporters() -> dict[str, Exporter]:
    """Return the exporters that write a stream, by name: one a module of this package."""
    return {n: exporter(n) for n in _formats() if shape(n) == "stream"}


def shape(name: str) -> Shape:
    """Tell whether a format is a stream or a folder; UsageError when there is none of that name."""
    if name not in _formats():
        raise UsageError(f"no format {name!r}; known: {', '.join(_formats())}")
    return cast("Exporter", importlib.import_module(f"{__name__}.{name}")).SHAPE


def exporter(name: str) -> Exporter:
    """Return the exporter of that name, which writes a stream."""
    if shape(name) != "stream":
        raise UsageError(f"{name} makes a folder, not a stream")
    return cast("Exporter", importlib.import_module(f"{__name__}.{name}"))


def folder_exporter(name: str) -> FolderExporter:
    """Return the exporter of that name, which fills a folder."""
    if shape(name) != "folder":
        raise UsageError(f"{name} makes a stream, not a folder")
    return cast("FolderExporter", importlib.import_module(f"{__name__}.{name}"))


def _formats() -> list[str]:
    return sorted(m.name for m in pkgutil.iter_modules(__path__))


def write_lines(rows: Iterable[dict[str, object]], record: Record, out: IO[str]) -> None:
    """Write JSON Lines as the contract has them: each row ends with `contract` and `record`."""
    encode = msgspec.json.Encoder().encode
    for row in rows:
        whole = {**row, "contract": CONTRACT, "record": record.digest}
        out.write(encode(whole).decode("utf-8", "surrogatepass") + "\n")


def place_value(place: Place) -> dict[str, object]:
    """Return the contract's object for a place."""
    return {
        "name": place.name,
        "geonames": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": place.admin1,
        "precision": place.precision,
    }


def refs(record: Record) -> dict[str, tuple[str, ...]]:
    """Return the references under which each document was received, sorted."""
    found: dict[str, set[str]] = {}
    for capture in record.captures:
        found.setdefault(capture.document, set()).add(capture.ref)
    return {document: tuple(sorted(known)) for document, known in found.items()}


def first_captures(record: Record) -> dict[str, Capture]:
    """Return one capture of each document: the first in the record's own order."""
    found: dict[str, Capture] = {}
    for capture in record.captures:
        found.setdefault(capture.document, capture)
    return found


def homes(record: Record) -> dict[str, str]:
    """Return the incident that holds each mention now."""
    return {m: i.id for i in record.incidents for m in (i.id, *i.aliases)}


def shown(record: Record, options: Options) -> tuple[Incident, ...]:
    """Return the incidents that the caller wants printed."""
    return tuple(
        i
        for i in record.incidents
        if (options.accidents or i.event_type != ACCIDENT)
        and (not options.only_reviewed or i.review == "reviewed")
    )


def accidents(record: Record) -> frozenset[str]:
    """Return the ids of the incidents that are accidents or disasters."""
    return frozenset(i.id for i in record.incidents if i.event_type == ACCIDENT)


def judgments(record: Record) -> dict[str, tuple[str, str | None]]:
    """Return what people decided about claims: (judged, the claim it corrects)."""
    words = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added"}
    return {
        claim: (words[d.verdict], d.subjects[0] if d.verdict == "correct" else None)
        for claim, d in judgements(record.decisions).items()
    }


def hidden_names(record: Record, options: Options) -> frozenset[str]:
    """Return every name that the record's words must not give away."""
    return withheld_names(record.accounts, names=options.names)


def discreet(record: Record, options: Options, hidden: frozenset[str] | None = None) -> Record:
    """Return the record without withheld names (`hidden`) in what it says by itself.

    The accounts in it stay as they came; who quotes them takes the names out (`withheld`).
    """
    hidden = hidden_names(record, options) if hidden is None else hidden
    own = ("incidents", "series", "stories", "questions")
    return msgspec.structs.replace(
        record, **{part: without_names(getattr(record, part), hidden) for part in own}
    )
