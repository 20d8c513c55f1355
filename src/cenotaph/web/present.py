"""The ledger -> the record as it now stands, kept while nothing is added; and decisions written."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Final, TypeVar

import msgspec

from cenotaph import pipeline
from cenotaph.config import Config
from cenotaph.desk.difference import changes
from cenotaph.desk.ids import Ids
from cenotaph.desk.verdict import Person
from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Decision,
    Incident,
    Record,
    Remarked,
    Value,
    in_force,
    publishers,
    withheld,
    without_names,
)
from cenotaph.pages.drawing import Drawing
from cenotaph.pages.quoting import Quoting
from cenotaph.publish import Options, discreet, first_captures, hidden_names
from cenotaph.reconcile.sources import Sources, sources
from cenotaph.store import Ledger
from cenotaph.store.finding import Finding

T = TypeVar("T")
_REMEMBERED: Final = 200  # decisions whose effect can still be shown


class Terms(Value):
    """What a desk is opened on, and how it counts and prints."""

    ledger: str
    policy: str = "envelope"
    names: bool = False
    reviewer: str | None = None  # who decides, unless another name is given


class Now:
    """The record at one moment of the ledger, names withheld, and what pages look up in it."""

    def __init__(self, head: str, record: Record, terms: Terms, config: Config) -> None:
        self.head = head  # the last link of the ledger's chain
        self.whole = record  # as it is computed, with every name in it
        self.options = Options(names=terms.names)
        self.hidden = hidden_names(record, self.options)
        self.record = discreet(record, self.options, self.hidden)
        self._ledger = terms.ledger
        self.terms = config.terms.over(publishers(record.decisions))

    @property
    def seen(self) -> int:
        """The place of the last decision: what a form made now has seen."""
        return max((d.seq for d in self.whole.decisions), default=0)

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """Incidents by every id they ever had."""
        return {m: i for i in self.record.incidents for m in (i.id, *i.aliases)}

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """Accounts by document, as they came, with every name in them."""
        return {a.document.id: a for a in self.whole.accounts}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Live claims by id, as they came."""
        return {c.id: c for a in self.whole.accounts for c in a.claims}

    @cached_property
    def events(self) -> Mapping[str, str]:
        """The event of each mention: the first mention of it in its account."""
        return {m.id: m.event for a in self.whole.accounts for m in a.mentions}

    @cached_property
    def captures(self) -> Mapping[str, Capture]:
        """The first capture of each document."""
        return first_captures(self.whole)

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """The original of each copy."""
        return dict(self.whole.copies_of)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in order of force, names withheld."""
        return without_names(self.whole.decisions, self.hidden)

    def without_names(self, value: T) -> T:
        """Return a value of the record with no withheld name in its words."""
        return without_names(value, self.hidden)

    def successor(self, claim: str) -> str:
        """Return the claim that stands in the place of a corrected one; of another, itself."""
        while claim not in self.claims and claim in self._corrected:
            claim = self._corrected[claim]
        return claim

    def origin(self, claim: str) -> str:
        """Return the claim that a correction, or a correction of a correction, began with."""
        back = {new: old for old, new in self._corrected.items()}
        seen = {claim}
        while claim in back and back[claim] not in seen:
            claim = back[claim]
            seen.add(claim)
        return claim

    @cached_property
    def _corrected(self) -> Mapping[str, str]:
        """What stands in the place of each corrected claim, by the last decision in force."""
        held = (d for d in in_force(self.whole.decisions) if d.verdict == "correct")
        return {d.subjects[0]: d.subjects[-1] for d in held if len(set(d.subjects)) > 1}

    @cached_property
    def ids(self) -> Ids:
        """What finds a claim, mention, document or decision by its id."""
        return Ids(self.whole, _Past(self._ledger), self.terms)

    @cached_property
    def decided(self) -> Mapping[str, list[Decision]]:
        """Every decision about a claim, mention or document, by its id."""
        found: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            for subject in decision.subjects:
                found.setdefault(subject, []).append(decision)
        return found

    @cached_property
    def remarked(self) -> Remarked:
        """What finds the code, tags and notes of an incident, names withheld."""
        return Remarked(msgspec.structs.replace(self.whole, decisions=self.decisions))

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the decisions in force."""
        return frozenset(d.id for d in in_force(self.whole.decisions))

    @cached_property
    def quoting(self) -> Quoting:
        """What finds the sentences of claims, names withheld."""
        return Quoting(self.whole, self.captures, self.hidden)

    @cached_property
    def drawing(self) -> Drawing:
        """What draws tolls and reasons."""
        return Drawing(self.record, self.captures)

    def holding(self, words: str) -> frozenset[str]:
        """Return the documents that hold some words; the first to ask has them indexed."""
        return self.texts.holding(words)

    @cached_property
    def texts(self) -> Finding:
        """What finds accounts by the words of their titles and texts, names withheld."""
        return Finding((a.document.id, _words(a, self.hidden)) for a in self.whole.accounts)

    @cached_property
    def sources(self) -> Sources:
        """Who is independent of whom."""
        return sources(self.whole.captures, self.whole.copies_of, self.terms.owners())


def _words(account: Account, hidden: frozenset[str]) -> str:
    """Return an account's title and text, each withheld name in them left out."""
    whole = {part: account.document.words(part) for part in ("title", "text")}
    for span in reversed(withheld(account, hidden) if hidden else ()):
        words = whole[span.part]
        whole[span.part] = f"{words[: span.start]} {words[span.end :]}"
    return "\n".join(whole.values())


class _Past:
    """Finds what an id of an earlier reading stands for, in a ledger opened for the question."""

    def __init__(self, ledger: str) -> None:
        self._ledger = ledger

    def heir(self, subject: str) -> str | None:
        with Ledger.open(self._ledger) as opened:
            return opened.heir(subject)


class Present:
    """Keeps the record for all who look at it, though others may write to the ledger meanwhile."""

    def __init__(self, terms: Terms, config: Config) -> None:
        self.terms = terms
        self._config = config
        self._lock = threading.RLock()
        self._now: Now | None = None
        self._before: tuple[tuple[str, str], Record | None] = ("", ""), None  # last one asked for
        self._effects: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    @property
    def config(self) -> Config:
        """What a user set for counting."""
        return self._config

    def now(self) -> Now:
        """Return the record as it stands: computed anew only where the ledger has grown.

        Nobody waits for that but whoever began it: others have the record as it was till then.
        """
        known = self._now
        if not self._lock.acquire(blocking=known is None) and known is not None:
            return known
        try:
            return self._brought_up_to_date()
        finally:
            self._lock.release()

    def _brought_up_to_date(self) -> Now:
        with Ledger.open(self.terms.ledger) as ledger:
            head = ledger.head()
            if self._now is None or self._now.head != head:
                found = pipeline.current(ledger, self.terms.policy, self._config)
                self._now = Now(head, found, self.terms, self._config)
            return self._now

    def before(self, day: str) -> Record:
        """Return the record as it would be from what was published before a day (YYYY-MM-DD)."""
        now = self.now()
        with self._lock:
            key, found = self._before
            if found is not None and key == (now.head, day):
                return found
        with Ledger.open(self.terms.ledger) as ledger:  # others go on meanwhile
            found = pipeline.record(ledger, self.terms.policy, day, self._config)
        with self._lock:
            self._before = (now.head, day), found
        return found

    def decide(self, made: Decision, claim: Claim | None = None, *, seen: int) -> Decision:
        """Write a decision, and keep what it changed to be shown.

        `seen` is the place of the last decision that the person knew of. Errors: StaleError where
        what is decided about was decided since.
        """
        with self._lock:
            before = self.now()
            with Ledger.open(self.terms.ledger) as ledger:
                kept = ledger.decide(made, claim, seen=seen)
            after = self.now()
            self._effects[kept.id] = tuple(changes(before.record, after.record))
            while len(self._effects) > _REMEMBERED:
                self._effects.popitem(last=False)
            return kept

    def stored(self, claim: str) -> Claim | None:
        """Return a claim as it was found, live or not; None for one that is not here any more."""
        with Ledger.open(self.terms.ledger) as ledger:
            return ledger.stored_claim(claim)

    def effect(self, decision: str) -> tuple[str, ...]:
        """Return what a decision made here changed, a line each; () where it is not known here."""
        return self._effects.get(decision, ())


def person(reviewer: str) -> Person:
    """Return who decides, at this moment."""
    now = datetime.now(UTC)  # noqa: TID251 # when it was decided
    return Person(reviewer, now.isoformat(timespec="microseconds"))
