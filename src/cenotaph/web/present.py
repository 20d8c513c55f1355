"""The ledger -> the record as it now stands, kept while nothing is added; and decisions written."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from typing import Final, NamedTuple

from cenotaph import pipeline
from cenotaph.config import Config
from cenotaph.desk.difference import changes
from cenotaph.desk.verdict import Person
from cenotaph.errors import CenotaphError
from cenotaph.model import Account, Claim, Decision, Record, Value
from cenotaph.moving import FINDER
from cenotaph.publish import Options
from cenotaph.store import Ledger, Pieces, Standing
from cenotaph.store.finding import Finding
from cenotaph.web.lookups import Memory, Momentary
from cenotaph.web.now import ACCOUNTS, Desk, Now
from cenotaph.web.persons import Persons
from cenotaph.web.state import Kept, Over, State, changed, opened

_REMEMBERED: Final = 200  # decisions whose effect can still be shown


class Terms(Value):
    """What a desk is opened on, and how it counts and prints."""

    ledger: str
    policy: str = "envelope"
    names: bool = False
    reviewer: str | None = None  # who decides, unless another name is given


class Step(NamedTuple):
    """How far the record is prepared."""

    what: str = "record"  # what is being done: "record", "names", "words"
    done: int = 0
    of: int = 0  # 0: nobody knows


class PreparingError(Exception):
    """The record is being prepared, and this is how far it is."""

    def __init__(self, step: Step) -> None:
        super().__init__(step.what)
        self.step = step


class Present:
    """Keeps the record for all who look at it, though others may write to the ledger meanwhile."""

    def __init__(self, terms: Terms, config: Config) -> None:
        self.terms = terms
        self._config = config
        self._lock = threading.RLock()
        self._state: State | None = None
        self._step = Step()
        self._over = Over(Persons(names=terms.names), Finding())
        self._desk = Desk(
            ledger=terms.ledger,
            policy=terms.policy,
            options=Options(names=terms.names),
            terms=config.terms,
            weights=config.weights,
            texts=self._over.texts,
            accounts=Memory[Account](ACCOUNTS),
            momentary=Momentary(),
        )
        self._aside: Ledger | None = None  # holds what could not be kept in the file
        self._mine = threading.local()
        self._before: tuple[tuple[str, str], Record | None] = ("", ""), None  # last one asked for
        self._effects: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    @property
    def config(self) -> Config:
        """What a user set for counting."""
        return self._config

    @contextmanager
    def visiting(self) -> Iterator[None]:
        """Let go, at the end of a request, of every moment that it looked at in this thread."""
        self._mine.moments = []
        try:
            yield
        finally:
            for now in self._mine.moments:
                now.let_go()
            self._mine.moments = None

    def prepare(self) -> None:
        """Begin to prepare the record, so that the first to ask waits less."""
        threading.Thread(target=self._prepared, daemon=True).start()

    def now(self, patience: float | None = None) -> Now:
        """Return the record as it stands: computed anew only where the ledger has grown.

        Nobody waits for that but whoever began it: others have the record as it was till then.
        Whoever needs the very first waits so many seconds (None: as long as it takes); then
        PreparingError says how far it is.
        """
        while True:
            now = self._looked()
            if now is not None and now.is_current:
                return self._noted(now)
            wait = -1 if patience is None else patience
            if self._lock.acquire(blocking=now is None, timeout=wait if now is None else -1):
                if now is not None:
                    now.let_go()
                try:
                    self._brought_up_to_date()
                finally:
                    self._lock.release()
            elif now is not None:
                return self._noted(now)
            else:
                raise PreparingError(self._step)

    def ask(self, patience: float) -> None:
        """Have the questions kept with the record; PreparingError where that takes longer."""
        asking = threading.Thread(target=self._asked, daemon=True)
        asking.start()
        asking.join(patience)
        if asking.is_alive():
            raise PreparingError(self._step)

    def before(self, day: str) -> Record:
        """Return the record as it would be from what was published before a day (YYYY-MM-DD)."""
        now = self.now()
        now.let_go()
        with self._lock:
            key, found = self._before
            if found is not None and key == (now.head, day):
                return found
        with Ledger.open(self.terms.ledger) as ledger:  # others go on meanwhile
            found = pipeline.record(ledger, self.terms.policy, day, self._config)
        with self._lock:
            self._before = (now.head, day), found
        return found

    def whole(self) -> Record:
        """Return the record with everything in it, and every name: much memory for a large one."""
        with Ledger.open(self.terms.ledger) as ledger:
            return pipeline.current(ledger, self.terms.policy, self._config, asking=False)

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
            self._effects[kept.id] = tuple(_effect(before, after))
            while len(self._effects) > _REMEMBERED:
                self._effects.popitem(last=False)
            for now in (before, after):
                now.let_go()
            return kept

    def take_back(self, made: Sequence[Decision]) -> str:
        """Write what takes many decisions back, all or nothing; return the id of the first.

        What they changed together is kept to be shown with it.
        """
        with self._lock:
            before = self.now()
            with Ledger.open(self.terms.ledger) as ledger:
                ledger.take_in((), FINDER, [(d, None) for d in made])
            after = self.now()
            first = after.state.decisions[len(before.state.decisions)].id
            self._effects[first] = tuple(_effect(before, after))
            for now in (before, after):
                now.let_go()
            return first

    def stored(self, claim: str) -> Claim | None:
        """Return a claim as it was found, live or not; None for one that is not here any more."""
        with Ledger.open(self.terms.ledger) as ledger:
            return ledger.stored_claim(claim)

    def effect(self, decision: str) -> tuple[str, ...]:
        """Return what a decision made here changed, a line each; () where it is not known here."""
        return self._effects.get(decision, ())

    def _prepared(self) -> None:
        with suppress(CenotaphError, sqlite3.Error):  # whoever opens a page is told
            self.now().let_go()

    def _asked(self) -> None:
        with self._lock, suppress(CenotaphError, sqlite3.Error):  # whoever asks again is told
            self._brought_up_to_date(asking=True)

    def _looked(self) -> Now | None:
        """Return a look at what is kept; None where the parts in memory do not go with it."""
        if self._state is None:
            return None
        ledger = self._aside or Ledger.open(self.terms.ledger)
        looking = ledger.looking()
        if ledger is not self._aside:
            looking.begin()
        now = Now(self._state, looking, self._desk, partial(self._let_go, ledger))
        if now.is_kept:
            return now
        now.let_go()
        return None

    def _noted(self, now: Now) -> Now:
        """Return a look that ends with the request that it is for."""
        moments = getattr(self._mine, "moments", None)
        if moments is not None:
            moments.append(now)
        return now

    def _let_go(self, ledger: Ledger) -> None:
        if ledger is not self._aside:
            ledger.close()

    def _brought_up_to_date(self, *, asking: bool = False) -> None:
        """Bring the ledger and what is in memory up to date; the lock is held."""
        ledger = Ledger.open(self.terms.ledger)
        kept = True
        try:
            looking = ledger.looking()
            done = looking.is_asked(self.terms.policy) or not asking
            if self._state is not None and looking.moment() == self._state.moment and done:
                return  # another thread was quicker
            ask = partial(self._gone_on, ledger)
            self._step = Step()
            told = partial(self._told, "questions") if asking else None
            state, kept = pipeline.looked_into(ledger, self.terms.policy, self._config, ask, told)
            self._aside = None if kept else ledger
            self._state = state
        finally:
            if kept:
                ledger.close()

    def _gone_on(
        self, ledger: Ledger, standing: Standing, pieces: Pieces, name: str, policy: str
    ) -> State:
        kept = Kept(standing, ledger.looking(), pieces, name, policy)
        return opened(kept, self._over, self._state, self._told)

    def _told(self, what: str, done: int, of: int) -> None:
        self._step = Step(what, done, of)


def _effect(before: Now, after: Now) -> Iterator[str]:
    """Yield what differs between two moments, a line each, no withheld name in them."""
    what = changed(before.state, after.state)
    copies = {*before.copies.items()} ^ {*after.copies.items()}
    documents = {d for pair in copies for d in pair}
    old = before.parts.differing(what.incidents[0], what.series[0], documents)
    return changes(old, after.parts.differing(what.incidents[1], what.series[1], documents))


def person(reviewer: str) -> Person:
    """Return who decides, at this moment."""
    now = datetime.now(UTC)  # noqa: TID251 # when it was decided
    return Person(reviewer, now.isoformat(timespec="microseconds"))
