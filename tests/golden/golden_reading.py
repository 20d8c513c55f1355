"""Golden accounts -> the pipeline's real answers: read, extracted, resolved, told, linked."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from golden_cases import Golden, Line, LinkedGolden, linked, singles
from golden_linked import measure_linked
from golden_scoring import Item, measure

from cenotaph import gazetteer
from cenotaph.demo import lay_out
from cenotaph.extract import extract
from cenotaph.gazetteer import GeoNames
from cenotaph.model import Account, AccountIncident
from cenotaph.pipeline import How, ingest, record
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import resolve
from cenotaph.store import Ledger
from cenotaph.text import Grammar, load_grammar, read_text


@cache
def tools() -> tuple[Grammar, GeoNames]:
    """Return the grammar and the gazetteer, loaded once for all accounts."""
    return load_grammar(), gazetteer.shipped()


@cache
def read_golden(golden: Golden) -> tuple[Account, tuple[AccountIncident, ...]]:
    """Return one account as the stages before linking leave it, and its incidents."""
    account = read_line(golden.input)
    return account, stories(account)


def read_line(line: Line) -> Account:
    """Return the account of one input line, its days and places resolved."""
    grammar, places = tools()
    reading = read_text(line.document(), grammar, places)
    return resolve(extract(reading), (line.capture(),), places)


@cache
def single_items() -> dict[str, list[Item]]:
    """Return the measured items of every single account."""
    return {name: measure(golden, *read_golden(golden)) for name, golden in singles().items()}


@cache
def linked_items() -> dict[str, list[Item]]:
    """Return the measured items of every set of accounts."""
    return {name: _linked(golden) for name, golden in linked().items()}


def _linked(golden: LinkedGolden) -> list[Item]:
    """Take one set through the whole line: received, read, kept in a ledger, made a record."""
    with Ledger.open(":memory:", create=True) as ledger, TemporaryDirectory() as folder:
        lines = io.BytesIO(b"".join(msgspec.json.encode(line) + b"\n" for line in golden.inputs))
        source = lines if golden.inputs else lay_out(Path(folder))
        ingest([source], ledger, lambda _: None, How(workers=0))
        return measure_linked(golden, record(ledger))
