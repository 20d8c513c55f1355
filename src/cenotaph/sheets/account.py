"""One row and a map -> a document, the event it tells of, and what a person claims of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import (
    Account,
    Assertion,
    Capture,
    Claim,
    Document,
    Form,
    Mark,
    Mention,
    Name,
    Place,
    Received,
    Responsibility,
    Skipped,
    Speaker,
    Stance,
    Victim,
    identified,
    mention_id,
    sayings,
)
from cenotaph.sheets import cells
from cenotaph.sheets.figures import tolls
from cenotaph.sheets.lines import Lines, Said
from cenotaph.sheets.mapping import Column, Map
from cenotaph.sheets.rows import Row
from cenotaph.sheets.things import kind_of, target, weapon
from cenotaph.sheets.where import place, when

NOT_READ = sayings.NO_CLAIM
# "Omar Haddad (34)": a name with an age behind it.
_AGED = re.compile(r"(?P<name>.*?\S)\s*\((?:aged?\s*)?(?P<age>\d{1,3})\)")


class Told(NamedTuple):
    """A row as it is kept: what came in, what it is an account of, what is claimed."""

    number: int
    received: Received
    account: Account  # the event and the names, without claims
    claims: tuple[Claim, ...]


def told(row: Row, headers: Sequence[str], mapping: Map, table: str) -> Told:
    """Return what a row tells; ReadError says which cell cannot be taken, and what would be right.

    `table` is the name under which the table's rows are known: their refs begin with it.
    """
    lines = Lines(headers, row)
    document = Document.of(lines.text)
    event = next(iter(sorted(lines.spans.values(), key=lambda s: s.start)))
    about = mention_id(document.id, event)
    claims = tuple(_claims(_Telling(document, lines, mapping, about)))
    if not claims:
        raise ReadError("claims nothing: every cell that the map names is empty")
    kind, finer = kind_of(lines, mapping.columns)
    mention = Mention(
        id=about,
        document=document.id,
        span=event,
        event=about,
        event_type=kind,
        sub_event_type=finer,
    )
    account = Account(
        document=document,
        mentions=(mention,),
        marks=tuple(_marks(lines, mapping.columns)),
        form=Form(table=table, apart=not mapping.reports),
        skipped=tuple(_skipped(lines, claims, mapping)),
    )
    return Told(row.number, _received(document, row, lines, mapping, table), account, claims)


class _Telling(NamedTuple):
    document: Document
    lines: Lines
    mapping: Map
    about: str

    def claim(self, value: Assertion, said: Said, /, **more: object) -> Claim:
        claim = Claim(
            id="",
            document=self.document.id,
            value=value,
            evidence=said.evidence,
            sentence=said.sentence,
            about=self.about,
            confidence=1.0,
        )
        return identified(msgspec.structs.replace(claim, **more))


def _claims(row: _Telling) -> Iterator[Claim]:
    """Yield each claim once: one value of one cell, in one voice."""
    seen: set[str] = set()
    for claim in _all(row):
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim


def _all(row: _Telling) -> Iterator[Claim]:
    columns, lines = row.mapping.columns, row.lines
    for day, said in when(lines, columns, row.mapping.formats):
        yield row.claim(day, said)
    for spot, said in place(lines, columns):
        yield row.claim(spot, said)
    voice = _source(lines, columns)
    yield from _tolls(row, voice)
    yield from (row.claim(v, s, **voice) for v, s in _victims(lines, row.mapping))
    yield from _blamed(row, voice)
    for said in lines.parts(columns.get("weapon")):
        yield row.claim(weapon(said.words), said)
    for said in lines.parts(columns.get("target")):
        yield row.claim(target(said.words), said)


def _source(lines: Lines, columns: Mapping[str, Column]) -> dict[str, object]:
    """Return whose words a row's figures are: of the one source that it names, else the row's own.

    So a figure that a table takes from one paper and that paper's own account are one source.
    """
    sources = lines.parts(columns.get("sources"))
    if len(sources) != 1:
        return {}
    speaker = Speaker(name=sources[0].words, role="media", span=sources[0].evidence)
    return {"voice": "speaker", "speaker": speaker}


def _tolls(row: _Telling, voice: dict[str, object]) -> Iterator[Claim]:
    for outcome, figures in row.mapping.tolls.items():
        whole: str | None = None
        for found in tolls(outcome, figures, row.lines):
            claim = row.claim(found.toll, found.said, **voice)
            if found.part and whole is not None:
                yield msgspec.structs.replace(claim, part_of=whole)
            else:
                whole = whole if found.part else claim.id
                yield claim


def _victims(lines: Lines, mapping: Map) -> Iterator[tuple[Victim, Said]]:
    """Yield the persons named; age, sex and role from their columns where a row names one."""
    columns = mapping.columns
    named = lines.parts(columns.get("victims"))
    facts = _facts(lines, columns) if len(named) <= 1 else {}
    if not named and facts:
        value = {
            "is": "Victim",
            "outcome": mapping.outcome,
            **{n: f for n, (f, _) in facts.items()},
        }
        yield msgspec.convert(value, Victim), next(said for _, said in facts.values())
    for said in named:
        aged = _AGED.fullmatch(said.words)
        own = {"name": aged["name"], "age": int(aged["age"])} if aged else {"name": said.words}
        told = {n: f for n, (f, _) in facts.items()} | own
        value = {"is": "Victim", "outcome": mapping.outcome, "words": said.words, **told}
        yield msgspec.convert(value, Victim), said


def _facts(lines: Lines, columns: Mapping[str, Column]) -> dict[str, tuple[object, Said]]:
    facts: dict[str, tuple[object, Said]] = {}
    for name, read in (("age", cells.age), ("sex", cells.sex), ("role", str)):
        column = columns.get(f"victims.{name}")
        said = lines.said(column)
        if said is not None and column is not None:
            try:
                facts[name] = (read(said.words), said)
            except ReadError as error:
                raise ReadError(f"{column.header}: {error}") from error
    return facts


def _blamed(row: _Telling, voice: dict[str, object]) -> Iterator[Claim]:
    by = row.lines.said(row.mapping.columns.get("blamed.by"))
    if by is not None:
        speaker = Speaker(name=by.words, span=by.evidence)
        voice = {"voice": "speaker", "speaker": speaker}
    stance: Stance = "blames"
    for said in row.lines.parts(row.mapping.columns.get("blamed")):
        yield row.claim(Responsibility(party=said.words), said, stance=stance, **voice)


def _marks(lines: Lines, columns: Mapping[str, Column]) -> Iterator[Mark]:
    """Yield what is no private person's name: places, and whom the map names as an organization.

    What is not known for something else counts for a name, and is withheld.
    """
    for name in ("place.name", "place.admin1", "place.country"):
        said = lines.said(columns.get(name))
        if said is not None:
            yield Mark(span=said.evidence, value=Place(name=said.words))
    for name in ("blamed", "blamed.by", "sources", "target"):
        for said in lines.parts(columns.get(name)):
            yield Mark(span=said.evidence, value=Name(name=said.words, kind="organization"))


def _skipped(lines: Lines, claims: Sequence[Claim], mapping: Map) -> Iterator[Skipped]:
    """Yield the cells that the map leaves out, notes among them: nothing was made of their words.

    A code, an address, a source and a region are no claims, and are made use of all the same.
    """
    used = {c.header for c in mapping.columns.values()}
    quoted = [c.evidence for c in claims]
    quoted += [c.speaker.span for c in claims if c.speaker and c.speaker.span]
    for header, span in lines.spans.items():
        if header not in used and not any(span.meets(q) for q in quoted):
            yield Skipped(why=NOT_READ, start=span.start, end=span.end)


def _received(document: Document, row: Row, lines: Lines, mapping: Map, table: str) -> Received:
    columns = mapping.columns
    code = lines.word(columns.get("code"))
    published = lines.said(columns.get("published"))
    urls = lines.parts(columns.get("url"))
    capture = Capture(
        document=document.id,
        raw=hashlib.sha256(row.raw).hexdigest(),
        ref=f"{table}:{code or row.number}",
        author=lines.word(columns.get("informant")),
        publisher=lines.word(mapping.publisher),
        source_kind=mapping.source_kind,
        published=_day(published, mapping),
        url=urls[0].words if urls else None,
        language=mapping.language,
    )
    return Received(document, capture, row.raw)


def _day(said: Said | None, mapping: Map) -> str | None:
    return None if said is None else cells.days(said.words, mapping.formats).timex
