"""`parquet`: a folder of the contract's tables, for notebooks, DuckDB and Spark.

Columns are the keys of the contract's rows, with lists and structures as such; each file names the
record, the contract and the policy in its own metadata. Accounts' texts only with `--full-text`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from cenotaph.model import Part, Record, Span, quoted, withheld
from cenotaph.publish import (
    CONTRACT,
    Evidence,
    Options,
    Shape,
    contract_rows,
    hidden_names,
    names_told,
    told,
)
from cenotaph.tables.nested import joined
from cenotaph.tables.told import discreet_url

SHAPE: Shape = "folder"
HOLDS_TOTALS = True

_PARTS: tuple[Part, Part] = ("title", "text")
_WORDS, _NUMBER, _POINT, _YES = pa.string(), pa.int64(), pa.float64(), pa.bool_()
_MANY, _SPAN = pa.list_(_WORDS), pa.list_(_NUMBER)


def _columns(**types: pa.DataType) -> dict[str, pa.DataType]:
    return types


def _words(names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names.split(), _WORDS)


def _struct(fields: Mapping[str, pa.DataType]) -> pa.DataType:
    return pa.struct(list(fields.items()))


_COUNT = {"low": _NUMBER, "high": _NUMBER}
_SAID = {"approximate": _YES, "vague": _WORDS}
_PEOPLE = _struct({**_words("status side age sex"), "roles": _MANY, "words": _WORDS})
_PLACE = {
    **_words("name geonames"),
    "lat": _POINT,
    "lon": _POINT,
    **_words("country admin1 precision"),
}
_TARGET, _WEAPON = _words("name category damage"), _words("name")
_ACCOUNTS_TOLL = _struct({**_COUNT, **_SAID, "claims": _MANY})


def _attribute(value: Mapping[str, pa.DataType]) -> pa.DataType:
    others = pa.list_(_struct(value))
    return _struct({**value, "claims": _MANY, "contested": _YES, "alternatives": others})


TABLES: dict[str, dict[str, pa.DataType]] = {
    "documents": {
        **_words("document raw ref title author published publisher source_kind url archive_url"),
        **_words("captured language copies_of replaces"),
        "skipped": pa.list_(_struct({"why": _WORDS, "start": _NUMBER, "end": _NUMBER})),
        "text": _WORDS,
    },
    "annotations": {
        **_words("document ref in type"),
        "start": _NUMBER,
        "end": _NUMBER,
        "quote": _WORDS,
        "value": _struct(
            {
                **_PLACE,
                **_words("timex first last event_type sub_event_type speaker"),
                "source": _SPAN,
                "cue": _SPAN,
                "direct": _YES,
                **_COUNT,
                **_SAID,
            }
        ),
    },
    "claims": {
        **_words("id document ref in"),
        "start": _NUMBER,
        "end": _NUMBER,
        "quote": _WORDS,
        "sentence": _SPAN,
        **_words("kind stance voice speaker speaker_role speaker_side"),
        "speaker_span": _SPAN,
        "via": _MANY,
        "outcome": _WORDS,
        **_COUNT,
        **_SAID,
        **_words("cause scope since as_of"),
        "people": _PEOPLE,
        **_words("part_of adds_to name"),
        "age": _NUMBER,
        **_words("sex role party geonames"),
        "lat": _POINT,
        "lon": _POINT,
        **_words("country admin1 time precision category damage"),
        "derived": _struct({**_COUNT, "from": _WORDS}),
        **_words("of first last"),
        "event": _SPAN,
        **_words("mention incident judged corrects extractor"),
        "confidence": _POINT,
    },
    "accounts": {
        **_words("document ref"),
        "incidents": pa.list_(
            _struct(
                {
                    "incident": _WORDS,
                    "killed": _ACCOUNTS_TOLL,
                    "injured": _ACCOUNTS_TOLL,
                    "missing": _ACCOUNTS_TOLL,
                    **_words("first last"),
                    "place": _struct(_PLACE),
                    **_words("event_type sub_event_type"),
                    "parties": _MANY,
                }
            )
        ),
    },
    "incidents": {
        "id": _WORDS,
        "aliases": _MANY,
        **_words("title event_type sub_event_type first last date_precision"),
        "place": _attribute(_PLACE),
        "targets": pa.list_(_attribute(_TARGET)),
        "weapons": pa.list_(_attribute(_WEAPON)),
        "victims": pa.list_(
            _struct(
                {
                    **_words("outcome name"),
                    "age": _NUMBER,
                    **_words("sex role words"),
                    "claims": _MANY,
                }
            )
        ),
        "tolls": pa.list_(
            _struct(
                {
                    "outcome": _WORDS,
                    "people": _PEOPLE,
                    **_COUNT,
                    "best": _NUMBER,
                    **_SAID,
                    **_words("status grade"),
                    "sources": _NUMBER,
                    "claims": _MANY,
                    "notes": _MANY,
                }
            )
        ),
        "responsibility": pa.list_(_struct({**_words("party stance speaker"), "claims": _MANY})),
        "conflicts": pa.list_(_struct({**_words("kind text"), "claims": _MANY})),
        "accounts": _MANY,
        "refs": _MANY,
        "independent_sources": _NUMBER,
        "review": _WORDS,
        "decisions": _MANY,
        "because": _MANY,
        "policy": _WORDS,
    },
    "cumulative": {
        **_words("id scope"),
        "place": _struct(_PLACE),
        **_words("since as_of outcome"),
        "people": _PEOPLE,
        **_COUNT,
        "approximate": _YES,
        **_words("speaker status"),
        "sources": _NUMBER,
        "claims": _MANY,
        "policy": _WORDS,
    },
}


def files(record: Record, options: Options, /) -> Iterator[tuple[str, bytes]]:
    """Yield one file for each of the contract's tables."""
    facts = {
        "cenotaph.record": record.digest,
        "cenotaph.contract": str(CONTRACT),
        "cenotaph.policy": record.policy,
        "cenotaph.names": names_told(options),
    }
    for name, columns in TABLES.items():
        fields = [*columns.items(), ("contract", _NUMBER), ("record", _WORDS)]
        schema = pa.schema(fields, metadata=facts)
        ends = {"contract": CONTRACT, "record": record.digest}
        rows = [{**row, **ends} for row in _rows(name, record, options)]
        out = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), out, compression="zstd")
        yield f"{name}.parquet", out.getvalue()


def evidence(record: Record, options: Options, /) -> Iterator[dict[str, object]]:
    """Yield the claims behind each column of each incident and of each running total."""
    known = Evidence(record, options)
    incidents, said = told(record, options)
    days = {i.id: said.days(i) for i in incidents}
    for name in ("incidents", "cumulative"):
        for number, row in enumerate(contract_rows(name, record, options), 1):
            behind = {column: joined(value).claims for column, value in row.items()}
            if name == "cumulative":
                behind["low"] = behind["high"] = behind.pop("claims")
            else:
                behind["first"] = behind["last"] = days[str(row["id"])]
            yield known.row(f"{name}.parquet {row['id']}", behind, number)


def _rows(name: str, record: Record, options: Options) -> Iterator[dict[str, object]]:
    rows = contract_rows(name, record, options)
    return _discreet(rows, record, options) if name == "documents" else rows


def _discreet(
    rows: Iterator[dict[str, object]], record: Record, options: Options
) -> Iterator[dict[str, object]]:
    """Yield documents without withheld names, and without texts unless they are asked for."""
    hidden = hidden_names(record, options)
    accounts = {a.document.id: a for a in record.accounts}
    for row in rows:
        account = accounts.get(str(row["document"]))
        whole = {"url": row["url"], "archive_url": row["archive_url"]}
        urls = {k: discreet_url(v, hidden) for k, v in whole.items() if isinstance(v, str)}
        words: dict[str, object] = {"title": None, "text": None}
        if account is not None:
            spans = withheld(account, hidden)
            for part in _PARTS if options.full_text and options.texts else _PARTS[:1]:
                length = len(account.document.words(part))
                if length:
                    words[part] = quoted(account, Span(start=0, end=length, part=part), spans)
        yield {**row, **urls, **words}
