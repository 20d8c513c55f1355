"""What was reached once and must not be lost: the share of right rows of each line."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
from pairs_reading import faults, lines, rows

FLOORS = Path(__file__).parent / "floors.json"


def read_floors() -> dict[str, float]:
    """Return the committed floors."""
    return msgspec.json.decode(FLOORS.read_bytes(), type=dict[str, float])


def share(line: str) -> float:
    """Return the share of a line's rows that are wholly right."""
    found = rows(line)
    return sum(not faults(row) for row in found) / len(found)


def write_floors() -> None:
    """Write floors as high as what is reached now, and nowhere lower than they were."""
    old = read_floors()
    risen = {line: max(old.get(line, 0.0), _down(share(line))) for line in lines()}
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(risen), indent=1) + b"\n")


def _down(value: float) -> float:
    """Round down to three places: a floor that is never above what was measured."""
    return math.floor(value * 1000) / 1000
