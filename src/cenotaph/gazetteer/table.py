"""The gazetteer file's small conventions: kinds of places and packed lists of their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

Kind = Literal["town", "admin2", "admin1", "country"]
KINDS: Final[tuple[Kind, ...]] = ("town", "admin2", "admin1", "country")


def pack(numbers: Iterable[int]) -> bytes:
    """Return rising numbers as differences of seven bits a byte, the last byte below 128."""
    packed, last = bytearray(), 0
    for number in numbers:
        step, last = number - last, number
        while step >= 128:
            packed.append(step & 127 | 128)
            step >>= 7
        packed.append(step)
    return bytes(packed)


def unpack(packed: bytes) -> Iterator[int]:
    """Yield the numbers that `pack` was given."""
    number = step = shift = 0
    for byte in packed:
        step |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            number += step
            yield number
            step = shift = 0
