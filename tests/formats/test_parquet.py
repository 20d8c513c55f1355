"""The contract's tables as Parquet, read back by pyarrow: every key, list and structure."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cenotaph.model import Record
from cenotaph.publish import Options, contract_rows, folder_exporter
from cenotaph.publish.parquet import TABLES
from recorded import of_the_demo

EVERY = pytest.mark.parametrize("name", TABLES)
CONTRACT = ["documents", "annotations", "claims", "accounts", "incidents", "cumulative"]


def tables(options: Options, what: Record | None = None) -> dict[str, pa.Table]:
    made = folder_exporter("parquet").files(what or of_the_demo(), options)
    return {name: pq.read_table(io.BytesIO(content)) for name, content in made}


def fits(said: Any, found: Any) -> bool:  # noqa: ANN401
    """Tell whether what was read back is what was said, and says nothing more."""
    if isinstance(said, dict):
        own = all(key in found and fits(value, found[key]) for key, value in said.items())
        return own and all(found[key] is None for key in found.keys() - said.keys())
    if isinstance(said, list | tuple):
        return len(said) == len(found) and all(map(fits, said, found))
    return bool(said == found)


def test_there_is_a_file_for_each_of_the_contracts_tables() -> None:
    assert list(tables(Options())) == [f"{name}.parquet" for name in CONTRACT]


@EVERY
def test_columns_are_the_contracts_keys_in_order_and_values_come_back(name: str) -> None:
    options = Options(names=name != "documents")
    table = tables(options)[f"{name}.parquet"]
    said = list(contract_rows(name, of_the_demo(), options))
    assert said
    assert table.column_names == [*said[0], "contract", "record"]
    found = table.drop_columns(["contract", "record"]).to_pylist()
    if name == "documents":  # whole texts and titles are held back here
        said = [{**row, "text": None, "title": None} for row in said]
        found = [{**row, "title": None} for row in found]
    assert fits(msgspec.to_builtins(said), found)
    assert set(table["record"].to_pylist()) == {of_the_demo().digest}


def test_the_trap_for_what_would_be_dropped_catches_it() -> None:
    assert fits({"a": [1, {"b": None}]}, {"a": [1, {"b": None, "c": None}]})
    assert not fits({"a": 1}, {"a": 0})
    assert not fits({"a": 1, "lost": None}, {"a": 1})
    assert not fits({"a": 1}, {"a": 1, "more": 2})


@EVERY
def test_a_table_of_nothing_has_the_same_columns_and_types(name: str) -> None:
    parts = ("captures", "accounts", "incidents", "series", "stories", "copies_of")
    nothing = msgspec.structs.replace(of_the_demo(), **dict.fromkeys(parts, ()))
    table = tables(Options(), nothing)[f"{name}.parquet"]
    assert table.num_rows == 0
    assert table.schema == tables(Options())[f"{name}.parquet"].schema


def test_the_file_names_its_record_policy_and_whether_names_are_withheld() -> None:
    facts = tables(Options())["claims.parquet"].schema.metadata
    assert facts == {
        b"cenotaph.record": of_the_demo().digest.encode(),
        b"cenotaph.contract": b"1",
        b"cenotaph.policy": b"envelope/1",
        b"cenotaph.names": b"withheld",
    }


def test_texts_are_carried_only_where_asked_for() -> None:
    without = tables(Options())["documents.parquet"]
    assert set(without["text"].to_pylist()) == {None}
    full = tables(Options(full_text=True))["documents.parquet"]["text"].to_pylist()
    assert all(full)
    assert any("[name withheld]" in text for text in full)


def test_empty_is_null_and_zero_is_zero() -> None:
    rows = tables(Options())["incidents.parquet"].to_pylist()
    tolls = [toll for row in rows for toll in row["tolls"]]
    assert any(toll["best"] is None for toll in tolls)
    assert all(toll["high"] != 0 for toll in tolls)


def test_the_same_record_gives_the_same_bytes() -> None:
    one, two = (dict(folder_exporter("parquet").files(of_the_demo(), Options())) for _ in "ab")
    assert one == two
