"""Readings of made-up accounts, by the grammar model and gazetteer that are shipped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import Capture, Document
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import resolve
from cenotaph.text import load_grammar, read_text

if TYPE_CHECKING:
    from cenotaph.model import Account, AccountIncident, AccountToll, Count
    from cenotaph.text.reading import Reading


@cache
def reading_of(text: str, title: str | None = None) -> Reading:
    """Return the reading of an account."""
    return read_text(Document.of(text, title), load_grammar(), shipped())


def stories_of(
    text: str, title: str | None = None, published: str | None = None
) -> tuple[AccountIncident, ...]:
    """Return what an account published on a day says of its incidents."""
    return stories(account_of(text, title, published))


@cache
def account_of(text: str, title: str | None = None, published: str | None = None) -> Account:
    """Return the claims of an account published on a day, places and days resolved."""
    account = extract(reading_of(text, title))
    capture = Capture(document=account.document.id, raw="0" * 64, ref="a", published=published)
    return resolve(account, [capture], shipped())


def bounds(toll: AccountToll | Count | None) -> tuple[int | None, int | None] | None:
    """Return least and most of a figure."""
    return None if toll is None else (toll.low, toll.high)


def events(text: str) -> int:
    """Return how many events, older ones left out, an account is read to tell of."""
    return len({m.event for m in reading_of(text).mentions if not m.background})
