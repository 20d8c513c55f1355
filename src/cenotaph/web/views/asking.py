"""The parameters of an address -> what a page is asked for, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Self

from cenotaph.model import Value

_DIGITS: Final = 9  # of the longest number that anybody means: no account or list is longer
_DEGREES: Final = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?")
MOST: Final = 10**_DIGITS - 1


def number(words: str, otherwise: int = 0) -> int:
    """Return the number that an address or a form gives; what is none stands for `otherwise`.

    One that is longer than any that can be meant is the largest that can, however long it is.
    """
    if not words.isdecimal():
        return otherwise
    return int(words) if len(words) <= _DIGITS else MOST


def edges_of(box: str) -> tuple[float, float, float, float] | None:
    """Return the edges of a part of a map, west, south, east, north in degrees; None for none."""
    match [float(n) for n in box.split(",") if _DEGREES.fullmatch(n)]:
        case [west, south, east, north]:
            return west, south, east, north
        case _:
            return None


class Asking(Value):
    """What an address asks for; every field is words, and "" asks for everything."""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """Return what the parameters of an address ask for; unknown ones say nothing."""
        return cls(**{name: query.get(name, "").strip() for name in cls.__struct_fields__})

    @property
    def given(self) -> dict[str, str]:
        """What is asked for, by field."""
        return {name: words for name in self.__struct_fields__ if (words := getattr(self, name))}
