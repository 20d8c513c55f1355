"""What was reached once and must not be lost: floors by figure, and accounts wholly right."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
from golden_scoring import Item, figures

FLOORS = Path(__file__).parent / "floors.json"


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`floors`: share right by sort of item. `right`: names of accounts without a fault."""

    floors: dict[str, float]
    right: tuple[str, ...]


def read_floors() -> Floors:
    """Return the committed floors; none when there is no file yet."""
    if not FLOORS.is_file():
        return Floors(floors={}, right=())
    return msgspec.json.decode(FLOORS.read_bytes(), type=Floors)


def raised(old: Floors, items: dict[str, list[Item]]) -> Floors:
    """Return floors as high as what is reached now, and nowhere lower than they were."""
    reached = shares(items)
    sorts = sorted(reached | old.floors)
    return Floors(
        floors={s: max(old.floors.get(s, 0.0), _down(reached.get(s, 0.0))) for s in sorts},
        right=tuple(sorted({*old.right, *all_right(items)})),
    )


def shares(items: dict[str, list[Item]]) -> dict[str, float]:
    """Return the share right of every sort of item."""
    table = figures(item for found in items.values() for item in found)
    return {sort: right / of for sort, (right, of) in table.items()}


def all_right(items: dict[str, list[Item]]) -> list[str]:
    """Return the names of the accounts in which nothing is wrong."""
    return [name for name, found in items.items() if all(item.right for item in found)]


def write_floors(floors: Floors) -> None:
    """Write the floors, one figure and one name a line, so that a change reads well."""
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")


def _down(share: float) -> float:
    """Round down to three places: a floor that is never above what was measured."""
    return math.floor(share * 1000) / 1000
