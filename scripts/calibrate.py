"""Golden accounts and pairs -> how often claims of each confidence are right: table, plot.

./run python scripts/calibrate.py             the table by extractor and rule, then by confidence
./run python scripts/calibrate.py --finer     tolls and victims by lexicon group and kind of phrase
./run python scripts/calibrate.py --plot      write docs/reliability.svg anew

Judged are the claims of which accounts written by hand say what is right: every toll, victim and
blame of an account whose list is exhaustive, and the days and places of its main incident.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import msgspec

ROOT = Path(__file__).parent.parent
for folder in ("golden", "pairs"):
    sys.path.insert(0, str(ROOT / "tests" / folder))

from golden_cases import Golden, Where, singles  # noqa: E402
from golden_reading import tools  # noqa: E402
from golden_scoring import judged, same_place  # noqa: E402
from pairs_reading import lines, read_row  # noqa: E402
from pairs_rows import Row, Want  # noqa: E402

from cenotaph.extract import extract  # noqa: E402
from cenotaph.model import (  # noqa: E402
    Account,
    AccountIncident,
    Claim,
    Document,
    Place,
    Responsibility,
    Toll,
    Victim,
    When,
)
from cenotaph.reconcile.accounts import stories  # noqa: E402
from cenotaph.resolve import resolve  # noqa: E402
from cenotaph.text import Reading, read_text  # noqa: E402
from cenotaph.text.harms_in import told  # noqa: E402
from cenotaph.text.sureness import rule_at  # noqa: E402

PLOT = ROOT / "docs" / "reliability.svg"
UNSEEN = ROOT / "tests" / "golden" / "unseen.tsv"
COLORS = ("#1b5e9b", "#c0531a", "#4a7a2c")
SIZE = 420  # of the plot, in pixels
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Judged(msgspec.Struct, frozen=True):
    """One claim, by what it was found, how sure it is, and whether it is right."""

    source: str  # golden, pairs
    extractor: str
    rule: str
    confidence: float
    right: bool
    finer: str = ""  # of tolls and victims: lexicon group and kind of phrase
    words: str = ""


Share = tuple[int, int]  # right, of


def main() -> int:
    """Print how often claims are right, by rule and by confidence."""
    options = _options()
    found = [*golden_claims(options.first, options.last), *pair_claims()]
    if options.wrong:
        _print_wrong(found, options.wrong)
        return 0
    if options.save:
        _save(found, Path(options.save))
        return 0
    unseen = _unseen()
    _print_table(found, unseen, finer=options.finer)
    _print_bins(found, unseen)
    if options.plot:
        known = [f for f in found if f.source == "golden"]
        pairs = [f for f in found if f.source == "pairs"]
        series = {"golden, known ground": known, "golden, unseen": unseen, "pairs": pairs}
        PLOT.write_text(plot(series), encoding="utf-8")
        print(f"written: {PLOT.relative_to(ROOT)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--finer", action="store_true", help="tolls and victims by their words")
    parser.add_argument("--plot", action="store_true", help=f"write {PLOT.name} anew")
    parser.add_argument("--wrong", metavar="EXTRACTOR", help="print what is wrong")
    parser.add_argument("--first", type=int, default=1, help="first golden account")
    parser.add_argument("--last", type=int, default=999, help="last golden account")
    parser.add_argument("--save", metavar="FILE", help="write the counts of golden accounts")
    return parser.parse_args()


def golden_claims(first: int, last: int) -> Iterator[Judged]:
    """Yield the judged claims of the single golden accounts."""
    grammar, places = tools()
    for name, golden in singles().items():
        if first <= int(name[:3]) <= last:
            reading = read_text(golden.input.document(), grammar, places)
            account = resolve(extract(reading), (golden.input.capture(),), places)
            if golden.expect.exhaustive:
                for claim, right in judged(golden, account.claims, account.document):
                    yield _judged("golden", claim, right, account.document, reading)
            for claim, right in _of_main(golden, account, stories(account)):
                yield _judged("golden", claim, right, account.document)


def _of_main(
    golden: Golden, account: Account, told_of: tuple[AccountIncident, ...]
) -> Iterator[tuple[Claim, bool]]:
    """Yield the days and places told of the main incident: of the events that give its tolls."""
    tolls = [t for i in told_of[:1] for t in (i.killed, i.injured, i.missing) if t is not None]
    ids = {c for t in tolls for c in t.claims}
    events = {m.id: m.event for m in account.mentions}
    own = {events.get(c.about or "") for c in account.claims if c.id in ids}
    main = golden.expect.main
    for claim in account.claims:
        if events.get(claim.about or "") not in own:
            continue
        if isinstance(claim.value, When) and isinstance(main.first, str):
            yield claim, _covers(claim.value, main.first)
        if isinstance(claim.value, Place) and isinstance(main.place, Where):
            yield claim, _is_there(claim.value, main.place)


def _covers(when: When, day: str) -> bool:
    return when.last is not None and (when.first or "") <= day <= when.last


def _is_there(place: Place, wanted: Where) -> bool:
    """Tell whether a place is the town, or a region or country that may hold it."""
    wide = place.precision in {"admin2", "admin1", "country"} and place.country == wanted.country
    return wide or same_place(wanted, place)


def pair_claims() -> Iterator[Judged]:
    """Yield the tolls, victims and blames of rows that list all of them."""
    for cases in lines().values():
        for row in (row for rows in cases.values() for row in rows):
            account = read_row(row).account
            for claim in account.claims:
                right = _in_row(claim, row)
                if right is not None:
                    yield _judged("pairs", claim, right, account.document)


def _in_row(claim: Claim, row: Row) -> bool | None:
    """Tell whether a row lists a claim; None where the row does not say.

    A true row that lists a toll lists all of them; a trap says what must not be there.
    """
    facts = _facts(claim)
    if facts is None:
        return None
    kind = str(facts["kind"])
    listed = [w for w in row.wants if w.kind == kind and not w.absent]
    barred = [w for w in row.wants if w.absent and w.kind in {kind, "harm"}]
    if any(_meets(w, facts) for w in listed):
        return True
    if any(_meets(w, facts) for w in barred):
        return False
    return False if listed and not row.is_trap else None


def _facts(claim: Claim) -> dict[str, object] | None:
    value = claim.value
    if isinstance(value, Toll):
        count = value.count
        facts = {"outcome": value.outcome, "low": count.low, "high": count.high}
        return {"kind": "toll", "scope": value.scope, "stance": claim.stance, **facts}
    if isinstance(value, Responsibility):
        return {"kind": "responsibility", "party": value.party, "stance": claim.stance}
    return None


def _meets(want: Want, facts: dict[str, object]) -> bool:
    """Tell whether a claim is what a row speaks of, by figure, scope and stance, or by party."""
    if want.kind == "harm":
        return facts["kind"] == "toll" and facts["low"] != 0
    return all(_same(want.facts[key], found) for key, found in facts.items() if key in want.facts)


def _same(wanted: object, found: object) -> bool:
    if isinstance(wanted, str) and isinstance(found, str):
        return wanted.casefold() in found.casefold() or found.casefold() in wanted.casefold()
    return wanted == found


def _judged(
    source: str, claim: Claim, right: bool, document: Document, reading: Reading | None = None
) -> Judged:
    rule = rule_at(claim.extractor, claim.confidence)
    return Judged(
        source=source,
        extractor=claim.extractor,
        rule=rule.name if rule else "?",
        confidence=claim.confidence,
        right=right,
        finer=_finer(claim, reading) if reading is not None else "",
        words=f"{claim.value} {document.quote(claim.evidence)!r}",
    )


def _finer(claim: Claim, reading: Reading) -> str:
    if not isinstance(claim.value, Toll | Victim):
        return ""
    for item in told(reading):
        if item.harm.span == claim.evidence:
            rule = " ".join(item.harm.rule.split()[: 2 if item.harm.rule[:4] == "turn" else 1])
            return f"{rule} {item.harm.phrase.kind} {claim.evidence.part}"
    return "list"


def shares(found: Iterable[Judged], *, finer: bool) -> dict[tuple[str, ...], Share]:
    """Return right and all by extractor, rule and confidence."""
    table: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        key = (one.extractor, one.rule, f"{one.confidence:g}", one.finer if finer else "")
        table[key][0] += one.right
        table[key][1] += 1
    return {key: (right, of) for key, (right, of) in sorted(table.items())}


def _print_table(found: list[Judged], unseen: list[Judged], *, finer: bool) -> None:
    known = shares([f for f in found if f.source == "golden"], finer=finer)
    pairs, fresh = (
        shares([f for f in found if f.source == "pairs"], finer=finer),
        shares(unseen, finer=finer),
    )
    print(f"{'extractor, rule, confidence':44} {'golden':>16} {'pairs':>16} {'unseen':>16}")
    for key in sorted({*known, *pairs, *fresh}):
        cells = (_cell(table.get(key)) for table in (known, pairs, fresh))
        print(f"{' '.join(key):44} {' '.join(f'{c:>16}' for c in cells)}")


def _cell(share: Share | None) -> str:
    return f"{share[0] / share[1]:.3f} (n={share[1]})" if share else ""


def _print_bins(found: list[Judged], unseen: list[Judged]) -> None:
    print(f"\n{'confidence':44} {'known ground':>16} {'unseen':>33}")
    known, fresh = _bins(f for f in found if f.source == "golden"), _bins(unseen)
    for low, high in pairwise(BINS):
        cells = f"{_cell(known.get(low)):>16} {_cell(fresh.get(low)):>33}"
        print(f"{f'{low:g} to {min(high, 1):g}':44} {cells}")


def _bins(found: Iterable[Judged]) -> dict[float, Share]:
    table: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        low = max(b for b in BINS if b <= one.confidence)
        table[low][0] += one.right
        table[low][1] += 1
    return {low: (right, of) for low, (right, of) in sorted(table.items())}


def _print_wrong(found: Iterable[Judged], extractor: str) -> None:
    for one in found:
        if one.extractor == extractor and not one.right:
            print(f"{one.source} {one.rule} {one.confidence:g} [{one.finer}] {one.words}")


def _save(found: Iterable[Judged], path: Path) -> None:
    """Write the counts of golden accounts, to be kept as those of unseen ones."""
    table = shares([f for f in found if f.source == "golden"], finer=True)
    rows = ("\t".join((*key, str(right), str(of))) for key, (right, of) in table.items())
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _unseen() -> list[Judged]:
    """Return the judgements of accounts measured before the code was mended on them."""
    found = []
    lines_ = UNSEEN.read_text(encoding="utf-8").splitlines() if UNSEEN.is_file() else []
    for line in (ln for ln in lines_ if ln and not ln.startswith("#")):
        extractor, rule, confidence, finer, right, of = line.split("\t")
        for n in range(int(of)):
            one = Judged("unseen", extractor, rule, float(confidence), n < int(right), finer)
            found.append(one)
    return found


def plot(series: Mapping[str, list[Judged]]) -> str:
    """Return a reliability plot as SVG: share right against confidence, with 95% intervals."""
    marks = [
        _point(found, low, high, color)
        for color, found in zip(COLORS, series.values(), strict=True)
        for low, high in pairwise(BINS)
    ]
    ticks = [n / 10 for n in range(4, 11)]
    grid = [
        f'<path d="M{_x(t)} {_y(0.4)}V{_y(1)}M{_x(0.4)} {_y(t)}H{_x(1)}" stroke="#ddd"/>'
        f'<text x="{_x(t)}" y="{_y(0.4) + 18}" text-anchor="middle">{t:g}</text>'
        f'<text x="{_x(0.4) - 8}" y="{_y(t) + 4}" text-anchor="end">{t:g}</text>'
        for t in ticks
    ]
    legend = [
        f'<circle cx="{_x(0.43)}" cy="{_y(0.98) + 20 * n}" r="5" fill="{color}"/>'
        f'<text x="{_x(0.43) + 12}" y="{_y(0.98) + 20 * n + 4}">{name} (n={len(found):,})</text>'
        for n, (color, (name, found)) in enumerate(zip(COLORS, series.items(), strict=True))
    ]
    diagonal = f'<path d="M{_x(0.4)} {_y(0.4)}L{_x(1)} {_y(1)}" stroke="#888"/>'
    axes = (
        f'<text x="{_x(0.7)}" y="{_y(0.4) + 40}" text-anchor="middle">confidence</text>'
        f'<text transform="translate({_x(0.4) - 40} {_y(0.7)}) rotate(-90)"'
        ' text-anchor="middle">share of claims that are right</text>'
    )
    size = f'width="{SIZE + 90}" height="{SIZE + 80}"'
    style = 'font-family="sans-serif" font-size="12" fill="#222"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>',
        f'<rect {size} fill="#fff"/>',
        *(*grid, diagonal, axes, *legend, *filter(None, marks)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _point(found: Iterable[Judged], low: float, high: float, color: str) -> str | None:
    """Return a bin's point at its mean confidence, with its interval and its number of claims."""
    inside = [one for one in found if low <= one.confidence < high]
    if not inside:
        return None
    x = _x(max(0.4, sum(one.confidence for one in inside) / len(inside)))
    right, of = sum(one.right for one in inside), len(inside)
    bottom, top = (_y(max(0.4, share)) for share in wilson(right, of))
    y = _y(max(0.4, right / of))
    return (
        f'<path d="M{x} {bottom}V{top}" stroke="{color}"/>'
        f'<circle cx="{x}" cy="{y}" r="5" fill="{color}"/>'
        f'<text x="{x + 8}" y="{y + 4}" fill="{color}">{of}</text>'
    )


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson 1927)."""
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5
    return middle - half, min(1.0, middle + half)


def _x(confidence: float) -> float:
    return round(60 + (confidence - 0.4) / 0.6 * SIZE, 1)


def _y(share: float) -> float:
    return round(20 + (1 - share) / 0.6 * SIZE, 1)


if __name__ == "__main__":
    sys.exit(main())
