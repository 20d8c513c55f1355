"""Record -> files. Every module in this package is one format.

SHAPE says what it has: "stream" and "file" `write(record, out, options)`, to text and to bytes;
"folder" `files(record, options)`, pairs of name and content. A format whose rows cannot carry
their claims has also `evidence(record, options)`: the rows of the sidecar that leads each value
to its sentence.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import ModuleType
from typing import IO, Literal, Protocol, cast

import msgspec

from cenotaph.errors import UsageError
from cenotaph.methodology import Asked, Made, Section, note
from cenotaph.model import (
    ACCIDENT,
    Account,
    Capture,
    Claim,
    Decision,
    Incident,
    Place,
    Record,
    Span,
    Value,
    judgements,
    quoted,
    some_words,
    source_names,
    withheld,
    withheld_names,
    without_names,
)
from cenotaph.tables import Row
from cenotaph.tables.told import Told, discreet_url

Shape = Literal["stream", "file", "folder"]
CONTRACT = 1
BUNDLE = "bundle"  # no module of this package: it is made of a ledger, not of its record alone
WACZ = "wacz"  # the same as a web archive


class Discreet(Value):
    """A record, its withheld names, and what it says by itself without them."""

    of: Record
    hidden: frozenset[str]
    record: Record


class Options(Value):
    """What the caller wants printed."""

    names: bool = False  # names of victims and of private persons
    full_text: bool = False  # accounts' whole texts in formats other than `documents`
    only_reviewed: bool = False  # only what a person has looked at
    accidents: bool = True  # incidents without violence: road accidents, weather, disease
    of: str | None = None  # one incident or running total alone, where a format draws such
    png: bool = False  # pictures as PNG, not SVG
    profile: str | None = None  # the record was redacted by it; None: it is as it was computed
    told: str | None = None  # what the profile passes on and what not, in words for a page
    texts: bool = True  # whether `documents` carries texts
    keyed: bool = False  # whether ids are keyed: no document's is its SHA-256
    made: Made | None = None  # how the record came about, for formats that tell it
    known: Discreet | None = None  # looked for already (`looked_through`)


class Exporter(Protocol):
    """What a module has that writes a stream."""

    SHAPE: Shape

    @staticmethod
    def write(record: Record, out: IO[str], options: Options, /) -> None:
        """Write the record in this format."""


class FileExporter(Protocol):
    """What a module has that writes a file of bytes."""

    SHAPE: Shape

    @staticmethod
    def write(record: Record, out: IO[bytes], options: Options, /) -> None:
        """Write the record in this format."""


class FolderExporter(Protocol):
    """What a module has that fills a folder."""

    SHAPE: Shape

    @staticmethod
    def files(record: Record, options: Options, /) -> Iterator[tuple[str, bytes]]:
        """Yield (name, content) of every file of the folder; "a/b.txt" makes a folder in it."""


Sidecar = Callable[[Record, Options], Iterator[dict[str, object]]]


def formats() -> tuple[str, ...]:
    """Return the names of all formats: one a module of this package."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__)))


def shape(name: str) -> Shape:
    """Tell what a format makes; UsageError when there is none of that name."""
    return cast("Exporter", _module(name)).SHAPE


def exporter(name: str) -> Exporter:
    """Return the exporter of that name, which writes a stream of text."""
    return cast("Exporter", _shaped(name, "stream"))


def file_exporter(name: str) -> FileExporter:
    """Return the exporter of that name, which writes a file of bytes."""
    return cast("FileExporter", _shaped(name, "file"))


def folder_exporter(name: str) -> FolderExporter:
    """Return the exporter of that name, which fills a folder."""
    return cast("FolderExporter", _shaped(name, "folder"))


def sidecar(name: str) -> Sidecar | None:
    """Return what yields the rows of a format's evidence; None when it carries its own."""
    return cast("Sidecar | None", getattr(_module(name), "evidence", None))


def contract_rows(name: str, record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows of one of the contract's tables, such as "incidents", for other formats."""
    rows: Sidecar = _module(name).rows
    return rows(record, options)


def tells_how(name: str) -> bool:
    """Tell whether a format prints how the record came about: its module has TELLS_HOW."""
    return getattr(_module(name), "TELLS_HOW", False)


def how_made(record: Record, options: Options) -> tuple[Section, ...]:
    """Return the sections of the note on how the record came about, for any format to print."""
    asked = Asked(
        names=names_told(options),
        profile=options.told,
        keyed=options.keyed,
        accidents=options.accidents,
        only_reviewed=options.only_reviewed,
        reviewers=options.names or options.profile is not None,
    )
    return note(record, shown(record, options), options.made or Made(), asked)


def known_formats() -> str:
    """Return the names of all that can be published, in words."""
    return ", ".join(sorted((*formats(), BUNDLE, WACZ)))


def _module(name: str) -> ModuleType:
    if name not in formats():
        raise UsageError(f"no format {name!r}; known: {known_formats()}")
    return importlib.import_module(f"{__name__}.{name}")


def _shaped(name: str, wanted: Shape) -> ModuleType:
    if shape(name) != wanted:
        raise UsageError(f"{name} makes a {shape(name)}, not a {wanted}")
    return _module(name)


def led(
    record: Record, options: Options, columns: Sequence[str], rows: Iterable[Row]
) -> Iterator[dict[str, object]]:
    """Yield the sidecar of a table: for each of its rows the claims behind each column."""
    known = Evidence(record, options)
    for number, row in enumerate(rows, 1):
        yield known.row(row.name, row.behind(columns), number)


def told(record: Record, options: Options) -> tuple[tuple[Incident, ...], Told]:
    """Return the incidents that the caller wants, and what accounts say of each beside its row.

    Withheld names are in neither.
    """
    hidden = hidden_names(record, options)
    return shown(discreet(record, options, hidden), options), Told(record, hidden)


def violent(incidents: Iterable[Incident]) -> Iterator[Incident]:
    """Yield the incidents in which somebody did violence, for formats that know no others."""
    return (i for i in incidents if i.event_type != ACCIDENT)


def left_out(name: str, record: Record, options: Options) -> Iterator[str]:
    """Yield, in words, what a record holds and a format has no rows for."""
    if sidecar(name) is None:
        return
    everyone = msgspec.structs.replace(options, only_reviewed=False)
    if unread := len(shown(record, everyone)) - len(shown(record, options)):
        yield f"left out: {some_words(unread, 'incident')} that nobody reviewed"
    others = [i for i in shown(record, options) if i.event_type == ACCIDENT]
    if others and getattr(_module(name), "VIOLENT_ONLY", False):
        yield f"{len(others):,} without violence have no row in it"
    if record.series and not getattr(_module(name), "HOLDS_TOTALS", False):
        yield f"{some_words(len(record.series), 'running total')}: see `publish cumulative`"


class Evidence:
    """Leads from what a row says to the words it stands on: the rows of a sidecar."""

    def __init__(self, record: Record, options: Options) -> None:
        self._policy = record.policy
        self._names = names_told(options)
        self._hidden = hidden_names(record, options)
        self._refs = refs(record)
        self._found = {c.id: (c, a) for a in record.accounts for c in a.claims}
        self._spans: dict[str, tuple[Span, ...]] = {}

    def row(
        self, name: str, columns: Mapping[str, Iterable[str]], number: int | None = None
    ) -> dict[str, object]:
        """Return one row of a sidecar: for the row so named, the ids of claims behind each column.

        `number` counts a table's rows from 1, its heading left out. Each claim stands in it once,
        with its document, offsets (code points), quote and sentence.
        """
        cited = {column: list(dict.fromkeys(ids)) for column, ids in columns.items()}
        every = dict.fromkeys(claim for ids in cited.values() for claim in ids)
        return {
            "row": name,
            "number": number,
            "columns": {column: ids for column, ids in cited.items() if ids},
            "claims": [self._cited(*self._found[claim]) for claim in every],
            "names": self._names,
            "policy": self._policy,
        }

    def _cited(self, claim: Claim, account: Account) -> dict[str, object]:
        if claim.document not in self._spans:
            self._spans[claim.document] = withheld(account, self._hidden)
        return {
            "id": claim.id,
            "document": claim.document,
            "ref": next(iter(self._refs.get(claim.document, ())), None),
            "in": claim.evidence.part,
            "start": claim.evidence.start,
            "end": claim.evidence.end,
            "quote": quoted(account, claim.evidence, self._spans[claim.document]),
            "sentence": [claim.sentence.start, claim.sentence.end],
        }


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
        claim: (words[d.verdict], _corrects(d, claim))
        for claim, d in judgements(record.decisions).items()
    }


def names_told(options: Options) -> str:
    """Return how an output treats names, for its own words: "withheld", "as in profile public"."""
    if options.profile is not None:
        return f"as in profile {options.profile}"
    return "printed" if options.names else "withheld"


def _corrects(decision: Decision, claim: str) -> str | None:
    """Return the claim that another stands in the place of; None for one that stays itself."""
    old = decision.subjects[0]
    return old if decision.verdict == "correct" and old != claim else None


def hidden_names(record: Record, options: Options) -> frozenset[str]:
    """Return every name that the record's words must not give away; none is left once redacted.

    Who told staff what they wrote down is never named.
    """
    if options.known is not None and options.known.of is record:
        return options.known.hidden
    sources = source_names(record.captures)
    if options.profile is not None:
        return sources
    return _one_of_equals(withheld_names(record.accounts, names=options.names) | sources)


@lru_cache(maxsize=4)
def _one_of_equals(names: frozenset[str]) -> frozenset[str]:
    """Return the first set that was equal to this one.

    What is remembered of a set is looked up for every word of an output. Two large equal sets are
    compared name by name each time: a second output of 10,000 incidents took five times as long.
    """
    return names


def discreet(
    record: Record,
    options: Options,
    hidden: frozenset[str] | None = None,
    publishers: frozenset[str] | None = None,
) -> Record:
    """Return the record without withheld names (`hidden`) in what it says by itself.

    The accounts in it stay as they came; who quotes them takes the names out (`withheld`). The
    `publishers`, whose names are no person's, are those of its captures unless they are given.
    """
    if options.known is not None and options.known.of is record:
        return options.known.record
    hidden = hidden_names(record, options) if hidden is None else hidden
    if publishers is None:
        publishers = frozenset(c.publisher for c in record.captures if c.publisher)
    own = ("incidents", "series", "stories", "questions")
    told = {part: without_names(getattr(record, part), hidden, publishers) for part in own}
    return msgspec.structs.replace(record, **told)


def without_addresses(capture: Capture, hidden: frozenset[str]) -> Capture:
    """Return a capture without those addresses that spell out a withheld name."""
    given = {name: getattr(capture, name) for name in ("url", "archive_url")}
    gone = {n: None for n, url in given.items() if discreet_url(url, hidden) != url}
    return msgspec.structs.replace(capture, **gone) if gone else capture


def looked_through(record: Record, options: Options) -> Options:
    """Return the options with the record's withheld names found and taken out of its own words."""
    hidden = hidden_names(record, options)
    known = Discreet(of=record, hidden=hidden, record=discreet(record, options, hidden))
    return msgspec.structs.replace(options, known=known)


def urn(kind: str, name: str) -> str:
    """Return the name by which linked data calls a document, claim, incident: an URN."""
    return f"urn:cenotaph:{kind}:{name}"
