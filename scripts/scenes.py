"""The composed corpus read account by account: what each says of each incident, and what was read.

./run python scripts/scenes.py               figures, by register and by half
./run python scripts/scenes.py --wrong even  every wrong account of the even scenes, with its text
./run python scripts/scenes.py --wrong 017   those of scenes whose names hold a word
"""

from __future__ import annotations

import argparse
import io
import json
import math
import os
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: small matrices gain from one

from cenotaph.gazetteer import GeoNames, shipped
from cenotaph.model import AccountIncident, AccountToll, GazetteerPlace, Place, Record
from cenotaph.pipeline import How, ingest, record
from cenotaph.store import Ledger

SCENES = Path(__file__).parent.parent / "tests" / "scenes"
Pair = tuple[int, int | None]
NEAR = 25  # km from the wanted town: a village, a quarter or a crossroads there is right too


class Judged(NamedTuple):
    """One thing an account says, and whether it was read right."""

    scene: str
    ref: str
    sort: str
    right: bool
    words: str


def main() -> int:
    """Print the figures and, if asked, what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wrong", metavar="WORD", help="even, odd, or part of a scene's name")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    scenes = [json.loads(p.read_text("utf-8")) for p in sorted(SCENES.glob("*.json"))]
    found = list(judged(scenes, read(scenes, asked.workers)))
    if asked.wrong:
        _print_wrong(scenes, found, asked.wrong)
    _print_figures(scenes, found)
    return 0


def read(scenes: Sequence[Mapping[str, object]], workers: int) -> Record:
    """Read all accounts of all scenes into one ledger and return its record."""
    lines = [_line(a) for s in scenes for a in s["accounts"]]  # type: ignore[attr-defined] # JSON
    with Ledger.open(":memory:", create=True) as ledger:
        ingest([io.BytesIO(b"".join(lines))], ledger, lambda _: None, How(workers=workers))
        return record(ledger)


def _line(account: Mapping[str, object]) -> bytes:
    keys = ("ref", "publisher", "source_kind", "published", "title", "text")
    return json.dumps({k: account[k] for k in keys}).encode() + b"\n"


def judged(scenes: Sequence[Mapping[str, object]], read_: Record) -> Iterator[Judged]:
    """Yield what every account says of its main incident and of the others, judged."""
    document = {c.ref: c.document for c in read_.captures}
    gazetteer = shipped()
    stories = dict(read_.stories)
    for scene in scenes:
        known = {i["id"]: i for i in scene["incidents"]}  # type: ignore[attr-defined]
        for account in scene["accounts"]:  # type: ignore[attr-defined]
            told = stories.get(document[account["ref"]], ())
            where = (str(scene["scene"]), account["ref"])
            first, *rest = account["tells"]
            yield from _main(where, first, known[first["incident"]], told)
            main = told[0].place if told else None
            yield _where(where, known[first["incident"]]["place"], main, gazetteer)
            found = main is not None and main.precision != "unresolved"
            yield Judged(*where, "place resolved", found, main.name if main else "no place")
            for more in rest:
                right = any(_same(more, s) for s in told[1:])
                yield Judged(*where, "other incident", right, f"wants {_wants(more)}")


def _main(
    where: tuple[str, str],
    told: Mapping[str, object],
    incident: Mapping[str, str],
    read_: Sequence[AccountIncident],
) -> Iterator[Judged]:
    main = read_[0] if read_ else None
    for outcome in ("killed", "injured"):
        want, got = told[outcome], _pair(getattr(main, outcome, None))
        right = (tuple(want) if isinstance(want, list) else (0, 0)) == (got or (0, 0))
        yield Judged(*where, outcome, right, f"wants {want}, has {got}")
    days = (main.first, main.last) if main else (None, None)
    right = (
        days[1] is not None and (days[0] or "") <= incident["last"] and days[1] >= incident["first"]
    )
    yield Judged(*where, "day", right, f"wants {incident['first']}, has {days}")


def _where(where: tuple[str, str], wanted: str, place: Place | None, gazetteer: GeoNames) -> Judged:
    """Judge a place: right is the wanted town by name, or a point near it."""
    town = _plain(wanted.split(",", maxsplit=1)[0])
    name = _plain(place.name) if place else ""
    point = _point(wanted, gazetteer)
    right = bool(name) and (town in name or name in town)
    if point and place and place.lat is not None and place.lon is not None:
        right = right or _km(point, place.lat, place.lon) <= NEAR
    has = "none" if place is None else f"{place.name} ({place.precision})"
    return Judged(*where, "place", right, f"wants {wanted}, has {has}")


def _point(wanted: str, gazetteer: GeoNames) -> GazetteerPlace | None:
    """Return the gazetteer's town of "Sumy, Sumy Oblast, Ukraine", the region's before others."""
    town, *around = (part.strip() for part in wanted.split(","))
    country = gazetteer.country_of(around[-1]) if around else None
    region = _plain(around[0].split()[0]) if around else ""
    found = [p for p in gazetteer.candidates(town) if p.country == country and p.kind == "town"]
    own = [p for p in found if region in _plain(p.admin1 or "")]
    return next(iter(own or found), None)


def _km(point: GazetteerPlace, lat: float, lon: float) -> float:
    east = (lon - point.lon) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(lat - point.lat, east)


def _plain(name: str) -> str:
    """Return a name without case and accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def _same(told: Mapping[str, object], story: AccountIncident) -> bool:
    return all(
        (tuple(w) if isinstance(w := told[o], list) else (0, 0))
        == (_pair(getattr(story, o)) or (0, 0))
        for o in ("killed", "injured")
    )


def _wants(told: Mapping[str, object]) -> str:
    return f"{told['incident']}: killed {told['killed']}, injured {told['injured']}"


def _pair(toll: AccountToll | None) -> Pair | None:
    return None if toll is None or toll.low is None else (toll.low, toll.high)


def _print_wrong(
    scenes: Sequence[Mapping[str, object]], found: Sequence[Judged], word: str
) -> None:
    texts = {a["ref"]: a for s in scenes for a in s["accounts"]}  # type: ignore[attr-defined]
    wrong = defaultdict(list)
    for item in found:
        if (
            not item.right
            and item.sort != "place resolved"
            and (word in item.scene or word == _half(item.scene))
        ):
            wrong[item.ref].append(f"{item.sort}: {item.words}")
    for ref, words in wrong.items():
        account = texts[ref]
        print(f"\n== {ref} {account['published']} {account['title']}\n{account['text']}")
        print("\n".join(f"   >> {w}" for w in words))


def _half(scene: str) -> str:
    return "odd" if int(scene[:3]) % 2 else "even"


def _print_figures(scenes: Sequence[Mapping[str, object]], found: Sequence[Judged]) -> None:
    register = {str(s["scene"]): str(s["register"]) for s in scenes}
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for item in found:
        for group in ("all", _half(item.scene), register[item.scene]):
            counts[item.sort, group].append(item.right)
    groups = ["all", "even", "odd", *sorted(set(register.values()))]
    print(f"\n{'':16}" + "".join(f"{g:>14}" for g in groups))
    for sort in dict.fromkeys(i.sort for i in found):
        cells = [counts[sort, g] for g in groups]
        row = (f"{sum(c) / len(c):.3f} ({len(c)})" if c else "" for c in cells)
        print(f"{sort:16}" + "".join(f"{r:>14}" for r in row))


if __name__ == "__main__":
    sys.exit(main())
