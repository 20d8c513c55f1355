"""What is the same for every request: how this desk counts, and what it holds for all who look."""

from __future__ import annotations

from typing import Final, NamedTuple, Self

from markupsafe import Markup

from cenotaph.config import Config
from cenotaph.link.weights import Weights
from cenotaph.model import Account
from cenotaph.pages.quoting import Sentence
from cenotaph.publish import Options
from cenotaph.reconcile.terms import Terms
from cenotaph.store.finding import Finding
from cenotaph.web.grown import Grown
from cenotaph.web.lookups import Memory, Momentary

_ACCOUNTS: Final = 150  # in memory
_PRINTED: Final = 500  # sentences, and parts of pages, each of a kilobyte or two


class Desk(NamedTuple):
    """What is the same for every request."""

    ledger: str
    policy: str  # as it was asked for
    options: Options
    terms: Terms  # of counting, as the user set them
    weights: Weights | None  # of linking; None: those shipped
    texts: Finding
    accounts: Memory[Account]
    names: Memory[frozenset[str]]  # in parts of accounts
    sentences: Memory[Sentence]
    printed: Memory[Markup]  # parts of pages
    momentary: Momentary
    grown: Grown

    @classmethod
    def opened(
        cls, ledger: str, policy: str, config: Config, texts: Finding, *, names: bool
    ) -> Self:
        """Return what a desk has that is opened on a ledger: nothing is remembered yet."""
        return cls(
            ledger=ledger,
            policy=policy,
            options=Options(names=names),
            terms=config.terms,
            weights=config.weights,
            texts=texts,
            accounts=Memory[Account](_ACCOUNTS),
            names=Memory[frozenset[str]](_ACCOUNTS),
            sentences=Memory[Sentence](_PRINTED),
            printed=Memory[Markup](_PRINTED),
            momentary=Momentary(),
            grown=Grown(),
        )
