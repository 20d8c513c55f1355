"""Names -> places: GeoNames' towns of 500 people and more, regions, countries; read-only."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import weakref
from functools import cached_property, lru_cache
from importlib import resources
from itertools import chain
from math import cos, radians
from pathlib import Path
from typing import Any, Final

from cenotaph.errors import InstallError
from cenotaph.gazetteer.spelling import key, spellings
from cenotaph.gazetteer.table import KINDS, unpack
from cenotaph.model import GazetteerPlace
from cenotaph.model.globe import distance

__all__ = ["GeoNames", "shipped"]

_REMEMBERED: Final = 8192  # names; a folder of news uses a few thousand

_EVERY: Final = """
SELECT place.id, geonames, place.name, lat, lon, place.country, region, region.name, population,
    kind
FROM place LEFT JOIN region ON region.country = place.country AND region.code = place.region
WHERE """
_SPELLED: Final = "SELECT places FROM spelling WHERE key = ?"
_PLACES: Final = _EVERY + "place.id IN (SELECT value FROM json_each(?))"  # noqa: S608 # our own
# Towns in a box of degrees; one that runs over 180 degrees east is two.
_IN_BOX: Final = """
kind = 0 AND lat BETWEEN :south AND :north
  AND (lon BETWEEN :west AND :east OR lon + 36000000 BETWEEN :west AND :east
    OR lon - 36000000 BETWEEN :west AND :east)
"""
_BOX: Final = "SELECT id, lat, lon FROM place WHERE " + _IN_BOX  # noqa: S608 # our own
_LARGEST: Final = _EVERY + _IN_BOX + " ORDER BY place.id LIMIT :count"  # ids go by population
_REACHES: Final = (0.25, 1.0, 4.0, 16.0)  # degrees of latitude within which towns are looked for


class GeoNames:
    """The gazetteer protocol over a file that `scripts/build_gazetteer.py` made.

    The file is opened as immutable, so a folder that nobody may write to is good enough. Look-ups
    are remembered in the object; one object may serve several threads.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if not path.is_file():
            raise InstallError(f"{path}: the gazetteer is missing; install the package again")
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(address, uri=True, check_same_thread=False)
            # From Python 3.13 on, a connection that nobody closed is reported as a fault.
            weakref.finalize(self, self._db.close)
            self._nations = dict(self._db.execute("SELECT key, country FROM nation"))
        except sqlite3.DatabaseError as error:
            raise InstallError(f"{path}: not a gazetteer of ours: {error}") from error
        self._recall = lru_cache(_REMEMBERED)(self._look_up)
        self._recall_country = lru_cache(_REMEMBERED)(self._look_up_country)

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the file, hex; it reads the whole file once."""
        with self._path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return every place of that name, largest population first; () when none is known."""
        return self._recall(name)

    def country_of(self, word: str) -> str | None:
        """Return the ISO code for a country's name or adjective ("Ukrainian"), else None."""
        return self._recall_country(word)

    def near(self, lat: float, lon: float, count: int) -> tuple[GazetteerPlace, ...]:
        """Return the towns nearest to a point, the nearest first; () far from all."""
        found: list[tuple[float, int]] = []
        for reach in _REACHES:
            wide = min(reach / max(cos(radians(lat)), 0.01), 180.0)
            sides = {
                "south": lat - reach,
                "north": lat + reach,
                "west": lon - wide,
                "east": lon + wide,
            }
            rows = self._db.execute(_BOX, {n: round(d * 1e5) for n, d in sides.items()})
            found = sorted((distance((lat, lon), (a / 1e5, o / 1e5)), n) for n, a, o in rows)
            if len(found) >= count:
                break
        numbers = [n for _, n in found[:count]]
        rows = self._db.execute(_PLACES, (json.dumps(numbers),))
        places = {number: self._place(row) for number, *row in rows}
        return tuple(places[number] for number in numbers)

    def largest(
        self, south: float, west: float, north: float, east: float, count: int
    ) -> tuple[GazetteerPlace, ...]:
        """Return the most populous towns between some degrees, the largest first."""
        sides = {"south": south, "west": west, "north": north, "east": east}
        box = {n: round(d * 1e5) for n, d in sides.items()}
        rows = self._db.execute(_LARGEST, {**box, "count": count})
        return tuple(self._place(row) for _, *row in rows)

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def _look_up(self, name: str) -> tuple[GazetteerPlace, ...]:
        found = (self._db.execute(_SPELLED, (k,)).fetchone() for k in spellings(name))
        held = (unpack(row[0]) for row in found if row is not None)
        numbers = tuple(dict.fromkeys(chain.from_iterable(held)))
        if not numbers:
            return ()
        rows = self._db.execute(_PLACES, (json.dumps(numbers),))
        places = {number: self._place(row) for number, *row in rows}
        return tuple(places[number] for number in numbers)

    @staticmethod
    def _place(row: list[Any]) -> GazetteerPlace:
        geonames, name, lat, lon, country, code, region, population, kind = row
        return GazetteerPlace(
            geonames=None if geonames is None else str(geonames),
            name=name,
            lat=lat / 1e5,
            lon=lon / 1e5,
            country=country,
            admin1_code=code,
            admin1=region,
            population=population,
            kind=KINDS[kind],
        )

    def _look_up_country(self, word: str) -> str | None:
        spelled = key(word)
        return self._nations.get(spelled) or self._nations.get(spelled.removesuffix("s"))


def shipped() -> GeoNames:
    """Open the gazetteer that comes with the package."""
    return GeoNames(Path(str(resources.files("cenotaph") / "data" / "gazetteer.sqlite")))
