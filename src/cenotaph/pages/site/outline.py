"""The outline of land as TopoJSON has it, for a globe -> polygons that can be drawn on a plane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

Point = tuple[float, float]  # latitude, longitude, degrees
Ring = list[Point]

_TURN = 360.0


def polygons(topology: bytes) -> list[list[Ring]]:
    """Return every polygon of land, each a list of rings, the outer one first.

    On a globe a ring runs on over the 180th meridian, and one runs around the south pole. On a
    plane the first is drawn where it begins and once more a turn away, so that its part beyond the
    meridian stands at the other edge; the second is closed below the map.
    """
    whole = msgspec.json.decode(topology)
    arcs = [_unpacked(arc, whole["transform"]) for arc in whole["arcs"]]
    found = []
    for shape in _shapes(whole["objects"]["land"]):
        rings = [_unrolled(_joined(ring, arcs)) for ring in shape]
        east = max(lon for _, lon in rings[0])
        west = min(lon for _, lon in rings[0])
        shifts = [0.0, *([-_TURN] if east > 180 else []), *([_TURN] if west < -180 else [])]
        found += [[[(la, round(lo + s, 2)) for la, lo in ring] for ring in rings] for s in shifts]
    return found


def _shapes(geometry: dict[str, Any]) -> Iterator[list[list[int]]]:
    """Yield each polygon as rings of arcs, by number; ~n is arc n backwards."""
    match geometry["type"]:
        case "GeometryCollection":
            for part in geometry["geometries"]:
                yield from _shapes(part)
        case "MultiPolygon":
            yield from geometry["arcs"]
        case _:
            yield geometry["arcs"]


def _unpacked(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Ring:
    """Return an arc's points: each is stored as steps of a grid from the one before."""
    (across, up), (left, low) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for right, above in arc:
        x, y = x + right, y + above
        points.append((round(y * up + low, 2), round(x * across + left, 2)))
    return points


def _joined(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Return the ring that some arcs make; each begins where the one before it ends."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _unrolled(ring: Ring) -> Ring:
    """Return a ring without steps from one edge of the world to the other."""
    turn, points = 0.0, ring[:1]
    for (_, before), (lat, lon) in pairwise(ring):
        if abs(lon - before) > _TURN / 2:
            turn += -_TURN if lon > before else _TURN
        points.append((lat, lon + turn))
    if turn:
        points += [(-90.0, points[-1][1]), (-90.0, points[0][1]), points[0]]
    return points
