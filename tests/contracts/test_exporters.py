"""What every output format must hold to, on the demo's record; a new one is tested unedited."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from cenotaph import demo
from cenotaph.model import Record
from cenotaph.pipeline import How, ingest, record
from cenotaph.publish import Options, exporters, hidden_names
from cenotaph.store import Ledger

STREAMS = [name for name, module in exporters().items() if module.SHAPE == "stream"]
EVERY = pytest.mark.parametrize("name", STREAMS)


@cache
def of_the_demo() -> Record:
    with TemporaryDirectory() as folder, Ledger.open(":memory:", create=True) as ledger:
        ingest([demo.lay_out(Path(folder))], ledger, lambda _: None, How(workers=0))
        return record(ledger)


def written(name: str, what: Record) -> str:
    out = io.StringIO()
    exporters()[name].write(what, out, Options())
    return out.getvalue()


def test_every_format_is_a_stream_so_far() -> None:
    assert set(STREAMS) == set(exporters())


@EVERY
def test_it_says_of_which_record_or_by_which_policy_it_is(name: str) -> None:
    whole = of_the_demo()
    out = written(name, whole)
    assert whole.digest in out or whole.policy in out


@EVERY
def test_the_same_record_gives_the_same_bytes(name: str) -> None:
    assert written(name, of_the_demo()) == written(name, of_the_demo())


@EVERY
def test_it_gives_no_withheld_name_away(name: str) -> None:
    hidden = hidden_names(of_the_demo(), Options())
    assert hidden
    out = written(name, of_the_demo())
    if name != "documents":  # the one that carries whole texts, by contract
        assert [one for one in hidden if one in out] == []


@EVERY
def test_a_record_of_nothing_can_be_written_and_tells_of_nothing(name: str) -> None:
    parts = ("captures", "accounts", "incidents", "series", "stories", "copies_of", "questions")
    nothing = msgspec.structs.replace(of_the_demo(), **dict.fromkeys(parts, ()))
    out = written(name, nothing)
    assert [c.ref for c in of_the_demo().captures if c.ref in out] == []
