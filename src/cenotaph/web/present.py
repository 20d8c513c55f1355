"""The ledger -> the record as it now stands, kept while nothing is added; and decisions written."""

from __future__ import annotations

import gc
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from typing import Final, NamedTuple, TypeVar

from cenotaph import pipeline
from cenotaph.config import Config
from cenotaph.errors import CenotaphError
from cenotaph.model import Claim, Decision, Person, Value
from cenotaph.moving import FINDER
from cenotaph.store import Ledger, Pieces, Standing
from cenotaph.store.finding import Finding
from cenotaph.web.comparison import Compared, Contents, How, Side, compare
from cenotaph.web.effects import effect
from cenotaph.web.gathering import gather
from cenotaph.web.now import Now
from cenotaph.web.persons import Persons
from cenotaph.web.reading import Readings
from cenotaph.web.remembered import Desk
from cenotaph.web.since import Since, Told
from cenotaph.web.state import Kept, Over, State, opened

W = TypeVar("W")
_REMEMBERED: Final = 200  # decisions whose effect can still be shown
PATIENCE: Final = 4.0  # seconds that a decision waits for its effect
_MANY: Final = 3000  # incidents: of more, questions are first gathered in a process of its own


class Terms(Value):
    """What a desk is opened on, and how it counts and prints."""

    ledger: str
    policy: str = "envelope"
    names: bool = False
    reviewer: str | None = None  # who decides, unless another name is given


class Step(NamedTuple):
    """How far the record is prepared."""

    # what is being done: record, figures, names, words, questions, earlier, changes
    what: str = "record"
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
        self._lock = threading.RLock()  # whoever has it changes the record
        self._beginning = threading.Lock()
        self._bringing: Future[None] | None = None
        self._state: State | None = None
        self._step = Step()
        self._over = Over(Persons(names=terms.names), Finding())
        opened = (terms.ledger, terms.policy, config, self._over.texts)
        self._desk = Desk.opened(*opened, names=terms.names)
        self._aside: Ledger | None = None  # holds what could not be kept in the file
        self._mine = threading.local()
        self._since = Since(self._compared)
        self.readings = Readings(terms.ledger, self._caught_up)
        self._effects: OrderedDict[str, tuple[str, ...]] = OrderedDict()
        self._finding = ""  # the decision whose effect is being found

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
        """Begin to prepare the record, so that the first to ask waits less; read what is unread."""
        self.readings.resume()
        threading.Thread(target=self._prepared, daemon=True).start()

    def now(self, patience: float | None = None) -> Now:
        """Return the record as it stands: computed anew only where the ledger has grown.

        Others have the record as it was while that is computed; so has whoever began it, where it
        takes long. Whoever needs the very first waits so many seconds (None: as long as anything
        takes); then PreparingError says how far it is.
        """
        now, in_time = self._looked(), True
        while in_time and (now is None or not now.is_current):
            if now is not None:
                now.let_go()
            in_time = self._awaited(patience, is_first=now is None)
            now = self._looked()
        if now is None:
            raise PreparingError(self._step)
        return self._noted(now)

    def _awaited(self, patience: float | None, *, is_first: bool) -> bool:
        """Have the record brought up to date; tell whether it was in time.

        Where somebody is at it already, nobody waits who can have the record as it was.
        """
        if patience is None:
            if not self._lock.acquire(blocking=is_first):
                return False
            try:
                self._brought_up_to_date()
            finally:
                self._lock.release()
            return True
        with self._beginning:
            bringing = self._bringing
            if bringing is None or bringing.done():
                if not is_first and not self._is_free():
                    return False
                bringing = self._bringing = Future[None]()
                threading.Thread(target=self._bring, args=(bringing,), daemon=True).start()
            elif not is_first:
                return False
        try:
            bringing.result(patience if is_first and self._state is None else PATIENCE)
        except FutureTimeoutError:
            return False
        return True

    def _caught_up(self) -> None:
        """Return once the record holds what was kept: an account is read when it is in it."""
        self._awaited(None, is_first=True)

    def _is_free(self) -> bool:
        """Tell whether nobody changes the record."""
        free = self._lock.acquire(blocking=False)
        if free:
            self._lock.release()
        return free

    def _bring(self, done: Future[None]) -> None:
        try:
            self._awaited(None, is_first=True)
            done.set_result(None)
        except (CenotaphError, sqlite3.Error, OSError) as error:
            done.set_exception(error)
        finally:
            done.cancel()  # what nobody expected: whoever asked shall not wait for ever

    def ask(self, patience: float) -> None:
        """Have the questions kept with the record; PreparingError where that takes longer."""
        asking = threading.Thread(target=self._asked, daemon=True)
        asking.start()
        asking.join(patience)
        if asking.is_alive():
            raise PreparingError(self._step)

    def told_since(self, day: str, patience: float, old: str = "") -> Told:
        """Return what is new since a day (YYYY-MM-DD); PreparingError while that is found out.

        What took long is not found out anew for every decision, unless the reader has `old`, the
        last link of the chain when it was.
        """
        with _letting_go(self.now()) as now:
            head = now.head
        found = self._since.told(day, head, patience, old)
        if found is None:
            raise PreparingError(Step(*self._since.step))
        return found

    def _compared(self, day: str, tell: Callable[[str, int, int], None]) -> tuple[str, Compared]:
        """Return the last link of the chain, and how the record differs from that of a day."""
        while True:
            with _letting_go(self.now()) as now, Ledger.open(self.terms.ledger) as ledger:
                told = partial(tell, "earlier")
                terms = (self.terms.policy, self._config, day)
                with pipeline.earlier(ledger, *terms, told) as standing:
                    if ledger.head() == now.head:
                        before = self._side(ledger, standing)
                        how = How(now.options, now.hidden, now.state.captured.publishers)
                        return now.head, compare(before, now.side, how, partial(tell, "changes"))

    def _side(self, ledger: Ledger, standing: Standing) -> Side:
        contents = Contents.of(standing, self.terms.policy)
        return Side(contents, ledger.looking(), self.terms.policy)

    def decide(
        self,
        made: Decision,
        claim: Claim | None = None,
        *,
        seen: int,
        patience: float | None = PATIENCE,
    ) -> Decision:
        """Write a decision, and keep what it changed to be shown.

        `seen` is the place of the last decision that the person knew of. What takes longer than
        `patience` (None: nothing does) goes on after this returns. Errors: StaleError where what is
        decided about was decided since.
        """

        def write(ledger: Ledger, _: Now) -> Decision:
            return ledger.decide(made, claim, seen=seen)

        return self._written(write, lambda kept: kept.id, patience)

    def take_back(self, made: Sequence[Decision], patience: float | None = PATIENCE) -> str:
        """Write what takes many decisions back, all or nothing; return the id of the first.

        What they changed together is kept to be shown with it.
        """

        def write(ledger: Ledger, before: Now) -> str:
            ledger.take_in((), FINDER, [(d, None) for d in made])
            return list(ledger.decisions())[len(before.state.decisions)].id

        return self._written(write, str, patience)

    def working(self, decision: str) -> Step | None:
        """Return how far what a decision changes is found; None where nobody is finding it."""
        return self._step if decision and decision == self._finding else None

    def stored(self, claim: str) -> Claim | None:
        """Return a claim as it was found, live or not; None for one that is not here any more."""
        with Ledger.open(self.terms.ledger) as ledger:
            return ledger.stored_claim(claim)

    def effect(self, decision: str) -> tuple[str, ...]:
        """Return what a decision made here changed, a line each; () where it is not known here."""
        return self._effects.get(decision, ())

    def _written(
        self, write: Callable[[Ledger, Now], W], key: Callable[[W], str], patience: float | None
    ) -> W:
        """Write to the ledger and find what that changed, in a thread of its own.

        Returned is what was written, once it is and the rest is done, or taking longer.
        """
        written = Future[W]()

        def work() -> None:
            with self._lock:
                try:
                    with _letting_go(self.now()) as before:
                        with Ledger.open(self.terms.ledger) as ledger:
                            kept = write(ledger, before)
                        self._finding = key(kept)
                        written.set_result(kept)
                        self._find(before)
                except (CenotaphError, sqlite3.Error, OSError) as error:
                    written.set_exception(error)
                finally:
                    written.cancel()  # what nobody expected: whoever asked shall not wait for ever

        working = threading.Thread(target=work, daemon=True)
        working.start()
        found = written.result()
        working.join(patience)
        return found

    def _find(self, before: Now) -> None:
        """Keep what a decision changed; the lock is held."""
        try:
            with suppress(CenotaphError, sqlite3.Error), _letting_go(self.now()) as after:
                self._effects[self._finding] = effect(before, after)
            while len(self._effects) > _REMEMBERED:
                self._effects.popitem(last=False)
        finally:
            self._finding = ""

    def _prepared(self) -> None:
        with suppress(CenotaphError, sqlite3.Error):  # whoever opens a page is told
            self.now().let_go()
        gc.freeze()  # what stays as it is is not looked through for garbage, while all wait

    def _asked(self) -> None:
        with self._lock, suppress(CenotaphError, sqlite3.Error):  # whoever asks again is told
            if self._state is not None and len(self._state.outlines) > _MANY and self._is_new():
                terms = self.terms
                gather(terms.ledger, terms.policy, self._config, self._told)
            self._brought_up_to_date(asking=True)

    def _is_new(self) -> bool:
        """Tell whether nobody ever asked this ledger for questions, which can be kept there."""
        with Ledger.open(self.terms.ledger) as ledger:
            return self._aside is None and not ledger.looking().was_asked(self.terms.policy)

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
            how = pipeline.Asking(ask, self._told, questions=asking)
            state, kept = pipeline.looked_into(ledger, self.terms.policy, self._config, how)
            self._aside = None if kept else ledger
            self._state = state
        finally:
            if kept:
                ledger.close()

    def _gone_on(
        self, ledger: Ledger, standing: Standing, pieces: Pieces, name: str, policy: str
    ) -> State:
        kept = Kept(standing, ledger.looking(), pieces, name, policy)
        state = opened(kept, self._over, self._state, self._told)
        if self._state is not None:
            Now(state, kept.looking, self._desk, lambda: None).make_ready(self._state.moment)
        return state

    def _told(self, what: str, done: int, of: int) -> None:
        self._step = Step(what, done, of)


@contextmanager
def _letting_go(now: Now) -> Iterator[Now]:
    try:
        yield now
    finally:
        now.let_go()


def person(reviewer: str) -> Person:
    """Return who decides, at this moment."""
    now = datetime.now(UTC)  # noqa: TID251 # when it was decided
    return Person(reviewer, now.isoformat(timespec="microseconds"))
