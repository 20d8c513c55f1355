"""Seconds and memory of linking and reconciling by the number of accounts, and of adding to them.

    python bench/growth.py [SIZES ...] [--folder DIR] [--add N] [--freeze]

For each size a ledger of made-up accounts (varied.py) is filled; then a process of its own computes
the record from nothing, and after N more accounts brings it up to date. With --freeze the figures
are written to bench/frozen/growth.json and drawn in docs/growth.svg. Processor time and memory are
those of both processes; by the clock it takes what is frozen here only where the machine does
nothing else meanwhile. Ledgers already in DIR are used as they are, and then hold N accounts more.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from freezing import freeze
from varied import fill, varied

from cenotaph.pipeline import refresh
from cenotaph.store import Ledger

_SIZES = (1000, 3000, 10_000, 30_000, 100_000)
_HERE = Path(__file__).parent
_OTHERS = 2  # seed of the accounts that are added
_BOX = (640, 300)  # pixels of the picture
_LEFT, _TOP, _WIDE, _HIGH = 60, 30, 540, 220


def main() -> None:
    """Measure, print, and freeze when asked to."""
    options = _options()
    if options.ledger is not None:
        print(json.dumps(_measured(options.ledger, options.add)))
        return
    rows = []
    with tempfile.TemporaryDirectory() as made:
        for size in options.sizes:
            rows.append(_of_size(size, options.folder or Path(made), options.add))
            print(_line(rows[-1]), flush=True)
    if options.freeze:
        _freeze(rows)


def _of_size(size: int, folder: Path, more: int) -> dict[str, Any]:
    folder.mkdir(parents=True, exist_ok=True)
    ledger = folder / f"{size}.db"
    if not ledger.exists():
        with Ledger.open(ledger, create=True) as made:
            fill(made, varied(1), size)
    command = [sys.executable, __file__, "--ledger", str(ledger), "--add", str(more)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return {"accounts": size, **found}


def _measured(path: Path, more: int) -> dict[str, Any]:
    """Compute the record of a ledger from nothing, add accounts, and bring it up to date."""
    with Ledger.open(path) as ledger:
        ledger.standing().forget()
        first = _timed(ledger)
        fill(ledger, varied(_OTHERS), more)
        second = _timed(ledger)
    return {"from nothing": first, "added": more, "after adding": second}


def _timed(ledger: Ledger) -> dict[str, float]:
    """Measure a refreshing, with the second process where it has one."""
    wall, cpu, beside = time.perf_counter(), time.process_time(), _beside()
    refresh(ledger)
    second = _beside() - beside
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak += resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if second else 0
    return {
        "cpu": round(time.process_time() - cpu + second, 2),
        "wall": round(time.perf_counter() - wall, 2),
        "peak_mb": peak // 1024,
    }


def _beside() -> float:
    """Return the processor time of the processes that were started and have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def _line(row: dict[str, Any]) -> str:
    first, second = row["from nothing"], row["after adding"]
    each = 1000 * first["wall"] / row["accounts"]
    return (
        f"{row['accounts']:8,} accounts: {first['wall']:7.1f} s by the clock ({each:.2f} ms each),"
        f" {first['cpu']:7.1f} s of processor time, {first['peak_mb']:5} MB;"
        f" {row['added']} more: {second['cpu']:.1f} s, {second['wall']:.1f} s"
    )


def _freeze(rows: list[dict[str, Any]]) -> None:
    freeze("growth", {"rows": rows})
    (_HERE.parent / "docs" / "growth.svg").write_text(_picture(rows), "utf-8")


def _picture(rows: list[dict[str, Any]]) -> str:
    """Return the curve: milliseconds by the clock an account, by the number of accounts."""
    each = [1000 * row["from nothing"]["wall"] / row["accounts"] for row in rows]
    top = 2 * max(each)
    xs = [_LEFT + _WIDE * (n + 0.5) / len(rows) for n in range(len(rows))]
    ys = [_TOP + _HIGH * (1 - e / top) for e in each]
    points = " ".join(f"{x:.0f},{y:.0f}" for x, y in zip(xs, ys, strict=True))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BOX[0]} {_BOX[1]}">',
        '<g font-family="sans-serif" font-size="12" fill="#222">',
        "<title>Linking and reconciling: time an account, by the number of accounts</title>",
        f'<rect width="{_BOX[0]}" height="{_BOX[1]}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="18">Linking and reconciling, ms an account by the clock</text>',
        f'<path d="M{_LEFT} {_TOP}V{_TOP + _HIGH}H{_LEFT + _WIDE}" fill="none" stroke="#888"/>',
        f'<polyline points="{points}" fill="none" stroke="#0b5394" stroke-width="2"/>',
    ]
    for tick in range(5):
        y = _TOP + _HIGH * (1 - tick / 4)
        parts.append(f'<text x="8" y="{y + 4:.0f}">{top * tick / 4:.1f}</text>')
    for row, x, y, e in zip(rows, xs, ys, each, strict=True):
        more, first = row["after adding"], row["from nothing"]
        parts += [
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="#0b5394"/>',
            f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle">{e:.2f}</text>',
            _caption(x, 266, f"{row['accounts']:,}"),
            _caption(x, 280, f"{first['peak_mb']:,} MB"),
            _caption(x, 294, f"+{row['added']}: {more['wall']:.1f} s"),
        ]
    return "\n".join((*parts, "</g>", "</svg>", ""))


def _caption(x: float, y: int, words: str) -> str:
    return f'<text x="{x:.0f}" y="{y}" text-anchor="middle">{words}</text>'


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=_SIZES)
    parser.add_argument("--folder", type=Path, help="where the ledgers are kept")
    parser.add_argument("--add", type=int, default=100, help="accounts added to each")
    parser.add_argument("--freeze", action="store_true")
    parser.add_argument("--ledger", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
