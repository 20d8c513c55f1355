"""Seconds and memory of publishing a site, by the number of incidents.

    python bench/site.py [--incidents N] [--folder DIR] [--freeze]

A record is composed of made-up accounts (varied.py): those of one made-up event are linked among
themselves alone, so that a large record is there soon. Then a process of its own writes its site as
`cenotaph publish site` does, and writes it again: nothing may change. With --freeze the figures are
written to bench/frozen/site.json. Processor time says what a machine that does nothing else takes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
from freezing import freeze
from varied import varied

from cenotaph.gazetteer import shipped
from cenotaph.link import link
from cenotaph.model import Account, Capture, Dossier, Received, Record
from cenotaph.publish import Options
from cenotaph.publishing import Wanted, write
from cenotaph.reconcile import reconcile
from cenotaph.resolve import resolve


def main() -> None:
    """Measure, print, and freeze when asked to."""
    options = _options()
    if options.record is not None:
        print(json.dumps(_measured(options.record, options.folder)))
        return
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        kept = folder / f"{options.incidents}.record"
        if not kept.exists():
            kept.write_bytes(msgspec.msgpack.encode(_record(options.incidents)))
        command = [sys.executable, __file__, "--record", str(kept), "--folder", str(folder)]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    print(json.dumps(found, indent=1))
    if options.freeze:
        freeze("site", found)


def _record(incidents: int) -> Record:
    """Return a record of so many incidents or a few more."""
    accounts: list[Account] = []
    captures: list[Capture] = []
    dossiers: list[Dossier] = []
    copies: list[tuple[str, str]] = []
    places = shipped()
    for told in _events():
        received = [r.capture for r, _ in told]
        own = {a.document.id: resolve(a, [r.capture], places) for r, a in told}
        linked = link(tuple(own.values()), received)
        accounts += own.values()
        captures += received
        dossiers += linked.dossiers
        copies += linked.copies_of
        if sum(d.scope == "incident" for d in dossiers) >= incidents:
            break
    found = reconcile(dossiers, accounts, captures, ())
    return Record(
        digest="0" * 64,
        policy=found.policy,
        captures=tuple(captures),
        accounts=tuple(accounts),
        incidents=found.incidents,
        series=found.series,
        stories=found.stories,
        copies_of=tuple(copies),
        replaces=(),
        decisions=(),
    )


def _events() -> Iterator[list[tuple[Received, Account]]]:
    """Yield the accounts of one made-up event after another."""
    seen: set[str] = set()
    for _, group in groupby(varied(1), key=lambda told: told[0].capture.ref.partition("-")[0]):
        told = [t for t in group if t[1].document.id not in seen]
        seen |= {account.document.id for _, account in told}
        if told:
            yield told


def _measured(path: Path, folder: Path) -> dict[str, Any]:
    """Read a record and write its site twice."""
    record = msgspec.msgpack.decode(path.read_bytes(), type=Record)
    loaded, out = _peak(), folder / "site"
    first = _timed(record, out)
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file()}
    again = _timed(record, out)
    after = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file()}
    pages = [p.stat().st_size for p in (out / "incidents").iterdir()]
    return {
        "incidents": len(record.incidents),
        "accounts": len(record.accounts),
        "files": len(after),
        "megabytes": round(sum(p.stat().st_size for p in after) / 1e6),
        "largest_incident_page_kb": max(pages) // 1000,
        "record_alone_mb": loaded,
        "first": first,
        "again": again,
        "written_again": sum(before.get(p) != at for p, at in after.items()) - 1,  # the list of all
    }


def _timed(record: Record, out: Path) -> dict[str, float]:
    wall, cpu, load = time.perf_counter(), time.process_time(), os.getloadavg()[0]
    write(record, Wanted(format="site", target=str(out)), Options())
    return {
        "cpu": round(time.process_time() - cpu, 1),
        "wall": round(time.perf_counter() - wall, 1),
        "peak_mb": _peak(),
        "load": round(max(load, os.getloadavg()[0]), 1),  # of the whole machine: what it waits for
    }


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where record and site are kept")
    parser.add_argument("--freeze", action="store_true")
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
