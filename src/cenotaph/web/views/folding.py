"""Long lists of an incident -> what of each its page carries, and pages of their own for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from cenotaph.model import Incident

MIX_UP: Final = "same number other outcome"
REPORTS: Final = "reports"
FIGURES: Final = "figures"
_LEAST: Final = 5  # sentences of an item that is begun
OWN: Final = 250  # sentences and items on a page of their own
_REPORTED: Final = 150  # of them reports, each drawn four times
_ROOM: Final[Mapping[str, int]] = {  # on the incident's own page, which shall stay light
    FIGURES: 100,
    "mix-ups": 30,
    REPORTS: 60,
    "responsible": 40,
    "conflicts": 60,
    "said": 40,
    "places": 40,
    "people": 40,
    "accounts": 120,
    "because": 60,
    "nearly": 40,
    "history": 60,
}
PARTS: Final = tuple(_ROOM)
"""The lists that have pages of their own, as addresses name them."""


class Slice(NamedTuple):
    """Some sentences of one item: which item, and from which of them to which."""

    item: int
    start: int
    end: int


class Fold(NamedTuple):
    """How much of a list stands on a page."""

    known: int  # items
    whole: bool  # whether every sentence of every item stands here
    page: int = 1
    pages: int = 1


Kept = Mapping[str, list[Any]]


def lists(incident: Incident) -> dict[str, list[Any]]:
    """Return the lists of an incident that can be long, by name."""
    places = [("place", incident.place)] if incident.place else []
    places += [("target", t) for t in incident.targets]
    places += [("weapon", w) for w in incident.weapons]
    return {
        FIGURES: list(incident.tolls),
        "mix-ups": [c for c in incident.conflicts if c.kind == MIX_UP],
        REPORTS: list(incident.reports),
        "responsible": list(incident.responsibility),
        "conflicts": [c for c in incident.conflicts if c.kind != MIX_UP],
        "said": list(incident.said),
        "places": places,
        "people": list(incident.victims),
        "because": list(incident.because),
    }


def lean(incident: Incident, kept: Kept) -> Incident:
    """Return an incident with nothing in its lists but what is kept of them."""
    places = kept["places"]
    return msgspec.structs.replace(
        incident,
        tolls=tuple(kept[FIGURES]),
        conflicts=(*kept["mix-ups"], *kept["conflicts"]),
        reports=tuple(kept[REPORTS]),
        responsibility=tuple(kept["responsible"]),
        said=tuple(kept["said"]),
        place=next((p for kind, p in places if kind == "place"), None),
        targets=tuple(p for kind, p in places if kind == "target"),
        weapons=tuple(p for kind, p in places if kind == "weapon"),
        victims=tuple(kept["people"]),
        because=tuple(kept["because"]),
    )


def begun(name: str, items: Sequence[Any]) -> tuple[list[Any], Fold]:
    """Return what of a list the incident's own page carries.

    Of figures all, each with the first of its sentences; of reports all or none, since they make
    one picture.
    """
    counts = [sentences(i) for i in items]
    room = _ROOM[name]
    if name == FIGURES:
        share = max(_LEAST, room // max(len(items), 1))
        sheet = [Slice(n, 0, min(count, share)) for n, count in enumerate(counts)]
    else:
        sheet = sheets(counts, room)[0]
    found = taken(items, sheet)
    whole = sum(s.end - s.start for s in sheet) == sum(counts) and len(found) == len(items)
    if name == REPORTS and not whole:
        found = []
    return found, Fold(len(items), whole)


def own(name: str, items: Sequence[Any], page: int) -> tuple[list[Any], Fold]:
    """Return what of a list stands on one of its own pages; one that is none is the nearest."""
    found = sheets([sentences(i) for i in items], _REPORTED if name == REPORTS else OWN)
    at = min(max(page, 1), len(found))
    if name == FIGURES:  # all are needed to tell those that others are part of
        here = {s.item: s for s in found[at - 1]}
        cut = [here.get(n, Slice(n, 0, 0)) for n in range(len(items))]
        return taken(items, cut), Fold(len(items), whole=False, page=at, pages=len(found))
    return taken(items, found[at - 1]), Fold(len(items), whole=False, page=at, pages=len(found))


def sheets(counts: Sequence[int], room: int) -> list[list[Slice]]:
    """Cut items of so many sentences each into sheets: every item and every sentence is on one.

    An item takes the room of a sentence besides its own. One is begun on a sheet only if a few of
    its sentences have room there.
    """
    found: list[list[Slice]] = [[]]
    left = room
    for item, count in enumerate(counts):
        end = None
        while end != count:
            start = end or 0
            if found[-1] and left <= min(count - start, _LEAST):
                found.append([])
                left = room
            end = min(count, start + left - 1)
            found[-1].append(Slice(item, start, end))
            left -= 1 + end - start
    return found


def sentences(item: Any) -> int:  # noqa: ANN401 # an item of any list
    """Return how many sentences stand below an item."""
    match item:
        case ("place" | "target" | "weapon", value):
            return len(value.claims)
        case (_, tuple(claims)):
            return len(claims)
        case _:
            return len(item.claims) if _carries(item) else 0


def taken(items: Sequence[Any], sheet: Sequence[Slice]) -> list[Any]:
    """Return what a sheet holds of items, each with no more than its sentences there."""
    return [_cut(items[s.item], s) for s in sheet]


def _cut(item: Any, at: Slice) -> Any:  # noqa: ANN401
    match item:
        case ("place" | "target" | "weapon" as kind, value):
            return kind, _with_claims(value, at)
        case (value, tuple(claims)):
            return value, claims[at.start : at.end]
        case _:
            return _with_claims(item, at) if _carries(item) else item


def _with_claims(item: Any, at: Slice) -> Any:  # noqa: ANN401
    return msgspec.structs.replace(item, claims=item.claims[at.start : at.end])


def _carries(item: Any) -> bool:  # noqa: ANN401
    """Tell whether sentences stand below an item; a report is drawn, and says none."""
    return hasattr(item, "claims") and not hasattr(item, "overtaken")
