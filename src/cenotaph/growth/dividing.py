"""Accounts -> what is kept of each, said by two processes where there are many of them.

Who says an account has no say in what is said, and what is said is given back in order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from cenotaph.growth.partner import Names, Part, Partner
from cenotaph.growth.saying import Said, say
from cenotaph.model import Gazetteer
from cenotaph.resolve import Beat, beat

_AHEAD = 2  # parts that the second process has before it, so that it never waits
_KEPT = 8  # parts in memory at most


class Here:
    """Says accounts in this process."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._beats: dict[tuple[str, Names], Beat] = {}

    def beat(self, publisher: str, names: Names) -> Beat:
        """Return what a publisher writes about."""
        key = publisher, names
        if key not in self._beats:
            self._beats[key] = beat(publisher, *names, self._gazetteer)
        return self._beats[key]

    def said(self, part: Part) -> list[Said]:
        """Return what is kept of each account of a part."""
        return [
            say(a.account, a.captures, a.decisions, self._gazetteer, self._of(a.publisher, part))
            for a in part.asked
        ]

    def _of(self, publisher: str | None, part: Part) -> Beat | None:
        return None if publisher is None else self.beat(publisher, part.beats[publisher])


def said(parts: Iterable[Part], here: Here, there: Partner | None) -> Iterator[Said]:
    """Yield what is kept of all accounts of some parts, in their order."""
    waiting: deque[tuple[Part, Future[list[Said] | None]]] = deque()
    for part in parts:
        asked = [future for _, future in waiting if not future.done()]
        if there is not None and len(asked) < _AHEAD:
            waiting.append((part, there.say(part)))
        else:
            waiting.append((part, _done(here.said(part))))
        while waiting and (waiting[0][1].done() or len(waiting) > _KEPT):
            yield from _answer(waiting.popleft(), here)
    for one in waiting:
        yield from _answer(one, here)


def _done(found: list[Said]) -> Future[list[Said] | None]:
    future: Future[list[Said] | None] = Future()
    future.set_result(found)
    return future


def _answer(one: tuple[Part, Future[list[Said] | None]], here: Here) -> list[Said]:
    part, future = one
    found = future.result()
    return here.said(part) if found is None else found
