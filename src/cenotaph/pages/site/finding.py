"""Rows of incidents -> what the site's search and map read: scripts that only set a value.

A page that was opened from a folder may fetch nothing, but may name scripts. The index is the one
that MiniSearch keeps ("serializationVersion" 2), made here so that no browser has to.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from cenotaph.model import Place
from cenotaph.pages.site.listing import NOWHERE, Row, country_name

FIELDS = ("title", "place", "who", "what", "source")


def script(name: str, value: object) -> bytes:
    """Return a script that sets one global value."""
    return b"window." + name.encode() + b" = " + msgspec.json.encode(value) + b";\n"


def catalog(rows: Sequence[Row]) -> dict[str, object]:
    """Return the incidents as short rows, and the words that many of them share, once each."""
    kinds = sorted({r.kind for r in rows})
    countries = sorted({r.country for r in rows}, key=country_name)
    number = {word: n for n, word in enumerate((*kinds, *countries))}
    return {
        "kinds": kinds,
        "countries": [country_name(c) for c in countries],
        "rows": [
            [
                r.id,
                r.label,
                r.days,
                r.year,
                number[r.kind],
                number[r.country] - len(kinds),
                "; ".join(f"{t.words} {t.outcome}" for t in r.tolls),
                int(r.contested),
                *_point(r.place),
            ]
            for r in rows
        ],
    }


def _point(place: Place | None) -> Iterator[object]:
    """Yield a place's latitude, longitude, precision and name; nothing where it has no point."""
    if place is not None and place.lat is not None and place.lon is not None:
        yield from (place.lat, place.lon, place.precision, place.name)


def index(rows: Sequence[Row], publishers: Sequence[Iterable[str]]) -> dict[str, object]:
    """Return MiniSearch's index over the rows, each with its publishers, by their number."""
    terms: dict[str, dict[int, dict[int, int]]] = {}
    lengths: dict[str, list[int]] = {}
    for number, (row, said_by) in enumerate(zip(rows, publishers, strict=True)):
        lengths[str(number)] = []
        for field, words in enumerate(_fields(row, said_by)):
            found = tokens(words)
            lengths[str(number)].append(len(set(found)))
            for term, count in Counter(found).items():
                terms.setdefault(term, {}).setdefault(field, {})[number] = count
    count = len(rows)
    return {
        "documentCount": count,
        "nextId": count,
        "documentIds": {str(n): n for n in range(count)},
        "fieldIds": {name: n for n, name in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": [
            sum(own[n] for own in lengths.values()) / max(count, 1) for n in range(len(FIELDS))
        ],
        "storedFields": {},
        "dirtCount": 0,
        "index": sorted(terms.items()),
        "serializationVersion": 2,
    }


def _fields(row: Row, publishers: Iterable[str]) -> tuple[str, ...]:
    place = row.place
    names = (place.name, place.admin1 or "") if place else ()
    country = country_name(row.country) if row.country != NOWHERE else ""
    return (
        f"{row.title} {row.days}",
        " ".join((*names, country)),
        " ".join(row.blamed),
        " ".join((row.kind, *row.targets, *row.weapons)),
        " ".join(publishers),
    )


def tokens(words: str) -> list[str]:
    """Return the words to look up, as the page's script cuts a query: folded, without marks."""
    plain = "".join(
        w
        for w in unicodedata.normalize("NFD", words)
        if not unicodedata.category(w).startswith("M")
    ).lower()
    cut = groupby(plain, key=lambda w: unicodedata.category(w)[0] in "ZPC")
    return ["".join(part) for is_gap, part in cut if not is_gap]
