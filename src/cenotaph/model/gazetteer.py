"""What the core knows of a gazetteer: its entries and its protocol."""

from __future__ import annotations

from typing import Final, Literal, Protocol

from cenotaph.model.base import Value

LOCAL: Final = frozenset({"US", "CA"})  # their news is datelined where it happened


class GazetteerPlace(Value):
    """One entry of a gazetteer."""

    geonames: str | None
    name: str
    lat: float
    lon: float
    country: str  # ISO 3166-1 alpha-2
    admin1_code: str | None  # "05"
    admin1: str | None  # "Donetsk"
    population: int
    kind: Literal["town", "admin2", "admin1", "country"]


class Gazetteer(Protocol):
    """Names -> places; read-only. The core sees this and nothing else of a gazetteer."""

    @property
    def digest(self) -> str:
        """SHA-256 of the data, hex."""

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return every place of that name, largest population first; () when none is known."""

    def country_of(self, word: str) -> str | None:
        """Return the ISO code for a country's name or adjective ("Ukrainian"), else None."""
