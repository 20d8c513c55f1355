"""A second process for a computation from nothing: what is asked of it, and how.

It says accounts (`dividing`), and compares tellings (`comparing`) while the first one looks for
copies. What it answers is what the first would find; where it ends early, the first does it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO, TypeVar

import msgspec
import numpy as np

from cenotaph.gazetteer import shipped
from cenotaph.growth.saying import Said
from cenotaph.growth.sharing import Numbers
from cenotaph.model import Account, Capture, Decision, Gazetteer
from cenotaph.workers import cores, receive, send, start

T = TypeVar("T")
_MODULE = "cenotaph.growth.second"
_MANY = 1000  # accounts, for which a second process is worth its start

Names = tuple[int, tuple[str, ...]]
"""Of how many accounts a publisher's beat is, and the places it is made of."""


class Asked(msgspec.Struct, array_like=True, frozen=True):
    """One account to be said, with all that bears on it."""

    account: Account
    captures: tuple[Capture, ...]
    decisions: tuple[Decision, ...]
    publisher: str | None


class Part(msgspec.Struct, array_like=True, frozen=True, tag="part"):
    """Some accounts to be said, and the beats of their publishers."""

    asked: tuple[Asked, ...]
    beats: Mapping[str, Names]


class Shown(msgspec.Struct, array_like=True, frozen=True, tag="shown"):
    """Tellings to be compared later: their numbers, profiles and keys."""

    tellings: tuple[tuple[int, bytes, tuple[int, ...]], ...]


class Order(msgspec.Struct, array_like=True, frozen=True, tag="order"):
    """Tellings to be compared in an order, and the bits of the pairs that are wanted."""

    tellings: bytes
    least: float


class Lot(msgspec.Struct, array_like=True, frozen=True):
    """Pairs of tellings that enough speaks for, with their bits: three arrays."""

    ones: bytes
    others: bytes
    bits: bytes

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, int, float]]) -> Lot:
        """Put pairs together."""
        ones, others, worth = zip(*pairs, strict=True) if pairs else ((), (), ())
        return cls(
            np.array(ones, np.int64).tobytes(),
            np.array(others, np.int64).tobytes(),
            np.array(worth, np.float64).tobytes(),
        )

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """Yield the pairs again."""
        ones, others = (np.frombuffer(n, np.int64).tolist() for n in (self.ones, self.others))
        yield from zip(ones, others, np.frombuffer(self.bits, np.float64).tolist(), strict=True)


Request = Part | Shown | Order
Lots = Future[list[Lot] | None]


class Partner:
    """The second process. What it did not live to answer is None."""

    def __init__(self) -> None:
        self._process = start(_MODULE)
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # Not an executor's: nobody who leaves shall wait for what is asked for.
        self._thread = Thread(target=self._go, name="partner", daemon=True)
        self._thread.start()

    def say(self, part: Part) -> Future[list[Said] | None]:
        """Ask for what is kept of some accounts."""
        return self._later(lambda: self._said(part))

    def show(self, tellings: Iterable[tuple[int, bytes, tuple[int, ...]]]) -> None:
        """Tell of tellings that are to be compared later."""
        shown = Shown(tuple(tellings))
        self._later(lambda: self._asked(shown, 0))

    def compare(self, order: Numbers, least: float) -> Lots:
        """Ask which of the tellings shown are joined by so many bits."""
        asked = Order(order.tobytes(), least)
        return self._later(lambda: self._compared(asked))

    def _later(self, ask: Callable[[], T]) -> Future[T]:
        """Do something once all is done that was to be done before."""
        future = Future[T]()

        def work() -> None:
            try:
                future.set_result(ask())
            finally:
                future.cancel()  # what nobody expected: whoever asked shall not wait for ever

        self._work.put(work)
        return future

    def _go(self) -> None:
        """Do what is to be done until there is no more."""
        while (work := self._work.get()) is not None:
            work()

    def _said(self, part: Part) -> list[Said] | None:
        found = self._asked(part, 1)
        return None if found is None else msgspec.msgpack.decode(found[0], type=list[Said])

    def _compared(self, order: Order) -> list[Lot] | None:
        """Return lots until an empty one."""
        found = self._asked(order, 1)
        lots = []
        while found is not None:
            lots.append(msgspec.msgpack.decode(found[0], type=Lot))
            if not lots[-1].ones:
                return lots
            found = self._answers(1)
        return None

    def _asked(self, what: Request, answers: int) -> list[bytes] | None:
        """Send a request and return so many answers; None where the process is gone."""
        with suppress(OSError):  # the pipe is broken; Windows has another word for that
            for stdin, _ in _pipes(self._process):
                send(stdin, msgspec.msgpack.encode(what))
                return self._answers(answers)
        return None

    def _answers(self, count: int) -> list[bytes] | None:
        for _, stdout in _pipes(self._process):
            found = [receive(stdout) for _ in range(count)]
            return None if None in found else [f for f in found if f is not None]
        return None

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._work.put(None)
        self._thread.join()
        self._process.wait()
        for pipes in _pipes(self._process):
            for pipe in pipes:
                with suppress(OSError):  # a pipe whose other end is gone
                    pipe.close()


def _pipes(process: subprocess.Popen[bytes]) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    if process.stdin is not None and process.stdout is not None:
        yield process.stdin, process.stdout


@contextmanager
def partnered(accounts: int, gazetteer: Gazetteer) -> Iterator[Partner | None]:
    """Hold a second process where there are so many accounts, and a core for it; else none."""
    if accounts < _MANY or cores() < 2 or gazetteer.digest != shipped().digest:
        yield None
        return
    try:
        process = Partner()
    except OSError:  # no room for a second process: the first does all
        yield None
        return
    try:
        yield process
    finally:
        process.close()
