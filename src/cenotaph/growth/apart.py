"""Tellings that were shown, without a ledger -> which of them are joined; see `partner`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import IO

from cenotaph.growth.comparing import JOINS, Known
from cenotaph.growth.judging import PROFILES
from cenotaph.growth.partner import Lot
from cenotaph.growth.saying import profile_of
from cenotaph.growth.sharing import Numbers, Sharing
from cenotaph.link import Profile


class Compared:
    """Tellings as they were shown: outlines and keys in memory, profiles in a file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._end = 0
        self._at: dict[int, tuple[int, int]] = {}
        self._keys: dict[int, array[int]] = {}
        self._profile = lru_cache(maxsize=PROFILES)(self._read)
        self._known = Known(self._profile, None)

    def show(self, tellings: Iterable[tuple[int, bytes, tuple[int, ...]]]) -> None:
        """Take in tellings."""
        for number, stored, keys in tellings:
            self._file.write(stored)
            self._at[number] = self._end, len(stored)
            self._end += len(stored)
            self._keys[number] = array("q", keys)
            self._known.add(number, profile_of(stored))

    def lots(self, order: Numbers, least: float) -> Iterator[Lot]:
        """Yield what the tellings are joined with among themselves, and an empty lot at the end."""
        self._file.flush()
        keys = Sharing([self._keys.pop(n) for n in order.tolist()])
        found = self._known.joined_by(keys, order, least)
        while part := list(islice(found, JOINS)):
            yield Lot.of(part)
        yield Lot.of(())

    def _read(self, number: int) -> Profile:
        start, length = self._at[number]
        self._file.seek(start)
        return profile_of(self._file.read(length))
