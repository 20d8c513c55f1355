"""Distances along the globe."""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

_RADIUS = 6371.0  # km


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the kilometers between two (latitude, longitude) points, along the globe."""
    return _haversine(a, b) if a <= b else _haversine(b, a)


@lru_cache(maxsize=65536)
def _haversine(a: tuple[float, float], b: tuple[float, float]) -> float:
    (lat1, lon1), (lat2, lon2) = (map(radians, p) for p in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(h)))
