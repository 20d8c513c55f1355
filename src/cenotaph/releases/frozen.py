"""The record -> the files of rows that a release keeps, and those files -> a record to compare.

The record as it stands goes the same way as a release, so the two are compared alike. No I/O.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

import msgspec

from cenotaph.errors import VerifyError
from cenotaph.model import Record, Span, quoted, withheld, without_names
from cenotaph.publish import (
    Options,
    claims,
    cumulative,
    hidden_names,
    incidents,
    write_lines,
)
from cenotaph.releases.facts import Counts, Facts, File
from cenotaph.releases.rows import (
    ClaimRow,
    DecisionRow,
    IncidentRow,
    Row,
    SentenceRow,
    SeriesRow,
    SidesRow,
    SourceRow,
)

R = TypeVar("R", bound=Row)
Rows = Iterable[dict[str, object]]
_SUFFIX: Final = ".jsonl"


class Frozen(NamedTuple):
    """A record that no longer changes: a release, or the present one."""

    facts: Facts
    incidents: tuple[IncidentRow, ...]
    series: tuple[SeriesRow, ...]
    claims: dict[str, ClaimRow]
    sentences: dict[str, str]  # by claim
    decisions: tuple[DecisionRow, ...]
    sources: tuple[SourceRow, ...]


def freeze(record: Record, facts: Facts, options: Options) -> tuple[Facts, dict[str, bytes]]:
    """Return the facts with what the files hold, and each file's bytes by name."""
    files = {}
    for name, rows in _tables(record, options).items():
        out = io.StringIO()
        write_lines(rows, record, out)
        files[name + _SUFFIX] = out.getvalue().encode("utf-8", "surrogatepass")
    return msgspec.structs.replace(
        facts,
        counts=_counts(record),
        files={
            name: File(rows=body.count(b"\n"), sha256=hashlib.sha256(body).hexdigest())
            for name, body in files.items()
        },
    ), files


def frozen(facts: Facts, files: Mapping[str, bytes]) -> Frozen:
    """Return what the files hold; VerifyError where one is not what a release keeps."""
    kept = _Kept(facts, files)
    return Frozen(
        facts=facts,
        incidents=_with_sides(kept.rows("incidents", IncidentRow), kept.rows("sides", SidesRow)),
        series=kept.rows("cumulative", SeriesRow),
        claims={c.id: c for c in kept.rows("claims", ClaimRow)},
        sentences={s.claim: s.words for s in kept.rows("sentences", SentenceRow)},
        decisions=kept.rows("decisions", DecisionRow),
        sources=kept.rows("sources", SourceRow),
    )


class _Kept(NamedTuple):
    facts: Facts
    files: Mapping[str, bytes]

    def rows(self, name: str, kind: type[R]) -> tuple[R, ...]:
        """Return the rows of one file; each line says of which record it is."""
        decode = msgspec.json.Decoder(kind).decode
        if name + _SUFFIX not in self.files:
            raise VerifyError(f"release {self.facts.name}: it has no {name}{_SUFFIX}")
        lines = self.files[name + _SUFFIX].splitlines()
        try:
            return tuple(map(decode, lines))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise VerifyError(
                f"release {self.facts.name}: {name}{_SUFFIX}: not the rows of one: {error}"
            ) from error


def _with_sides(
    incidents: Iterable[IncidentRow], sides: Iterable[SidesRow]
) -> tuple[IncidentRow, ...]:
    known = {(s.incident, s.toll): s.sides for s in sides}
    replace = msgspec.structs.replace
    return tuple(
        replace(
            incident,
            tolls=tuple(
                replace(toll, sides=known.get((incident.id, n), ()))
                for n, toll in enumerate(incident.tolls)
            ),
        )
        for incident in incidents
    )


def _tables(record: Record, options: Options) -> dict[str, Rows]:
    """Return the rows of each file: the contract's, and four that it has none for."""
    hidden = hidden_names(record, options)
    return {
        "incidents": incidents.rows(record, options),
        "sides": _sides(record),
        "cumulative": cumulative.rows(record, options),
        "claims": claims.rows(record, options),
        "sentences": _sentences(record, hidden),
        "decisions": _decisions(record, hidden, names=options.names or options.profile is not None),
        "sources": _sources(record),
    }


def _sides(record: Record) -> Iterator[dict[str, object]]:
    """Yield what stands against what, of contested figures alone."""
    for incident in record.incidents:
        for n, toll in enumerate(incident.tolls):
            if toll.status == "contested" and len(toll.sides) > 1:
                sides = [msgspec.structs.asdict(side) for side in toll.sides]
                yield {"incident": incident.id, "toll": n, "sides": sides}


def _sentences(record: Record, hidden: frozenset[str]) -> Iterator[dict[str, object]]:
    for account in record.accounts:
        names = withheld(account, hidden)
        known: dict[Span, str] = {}
        for claim in account.claims:
            span = claim.sentence
            if span not in known:
                known[span] = " ".join(quoted(account, span, names).split())
            yield {"claim": claim.id, "words": known[span]}


def _decisions(
    record: Record, hidden: frozenset[str], *, names: bool
) -> Iterator[dict[str, object]]:
    for decision in without_names(record.decisions, hidden):
        plain = msgspec.structs.asdict(decision)
        if not names:
            plain["reviewer"] = None  # who records can be in danger for it
            plain["remark"] = None  # no reading knows the names in it
        for name in ("value", "remark", "publisher"):
            plain[name] = msgspec.to_builtins(plain[name])
        yield plain


def _sources(record: Record) -> Iterator[dict[str, object]]:
    copies, older = dict(record.copies_of), dict(record.replaces)
    for capture in record.captures:
        plain = msgspec.structs.asdict(capture)
        del plain["author"]
        yield {
            **plain,
            "copies_of": copies.get(capture.document),
            "replaces": older.get(capture.document),
        }


def _counts(record: Record) -> Counts:
    return Counts(
        documents=len({c.document for c in record.captures}),
        captures=len(record.captures),
        claims=sum(len(a.claims) for a in record.accounts),
        incidents=len(record.incidents),
        machine_only=sum(i.review == "machine" for i in record.incidents),
        running=len(record.series),
        decisions=len(record.decisions),
    )
