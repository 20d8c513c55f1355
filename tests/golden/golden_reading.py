"""Golden accounts -> the pipeline's real answers: read, extracted, resolved, told, linked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from cenotaph.extract import extract
from cenotaph.reconcile.accounts import stories
from golden_cases import Golden, LinkedGolden, linked, singles
from golden_scoring import Item, measure

from cenotaph import gazetteer
from cenotaph.gazetteer import GeoNames
from cenotaph.model import Account, AccountIncident
from cenotaph.resolve import resolve
from cenotaph.text import Grammar, load_grammar, read_text


@cache
def tools() -> tuple[Grammar, GeoNames]:
    """Return the grammar and the gazetteer, loaded once for all accounts."""
    return load_grammar(), gazetteer.shipped()


def read_golden(golden: Golden) -> tuple[Account, tuple[AccountIncident, ...]]:
    """Return one account as the stages before linking leave it, and its incidents."""
    grammar, places = tools()
    reading = read_text(golden.input.document(), grammar, places)
    account = resolve(extract(reading), (golden.input.capture(),), places)
    return account, stories(account)


@cache
def single_items() -> dict[str, list[Item]]:
    """Return the measured items of every single account."""
    return {name: measure(golden, *read_golden(golden)) for name, golden in singles().items()}


def linked_items(folder: Path) -> dict[str, list[Item]]:
    """Return the measured items of every set of accounts; ledgers are made in the folder."""
    return {name: _linked(golden, folder / name) for name, golden in linked().items()}


def _linked(golden: LinkedGolden, folder: Path) -> list[Item]:
    raise NotImplementedError
