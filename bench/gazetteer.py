"""Time the gazetteer: opening, memory, look-ups of names that it holds and of unknown ones.

python bench/gazetteer.py
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import subprocess
import sys
import time
from importlib import resources

from cenotaph.gazetteer import shipped

DRAWN = 5000

MEMORY = r"""
import re
from pathlib import Path
from cenotaph.gazetteer import shipped
def kilobytes():
    return int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[1])
before = kilobytes()
shipped().candidates("Paris")
print((kilobytes() - before) / 1024)
"""


def main() -> None:
    """Print the figures, one a line."""
    start = time.perf_counter()
    gazetteer = shipped()
    print(f"open.ms {1e3 * (time.perf_counter() - start):.1f}")
    spent = []
    for name in names():
        start = time.perf_counter()
        gazetteer.candidates(name)
        spent.append(1e6 * (time.perf_counter() - start))
    cuts = statistics.quantiles(spent, n=100)
    print(f"look_up.median_us {cuts[49]:.1f}\nlook_up.p99_us {cuts[98]:.1f}")
    print(f"look_up.mean_us {statistics.fmean(spent):.1f}")
    if sys.platform == "linux":
        command = [sys.executable, "-c", MEMORY]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        print(f"open.memory_mb {float(ran.stdout):.1f}")


def names() -> list[str]:
    """Return names that are there and as many that are not, mixed; the same at every run."""
    path = resources.files("cenotaph") / "data" / "gazetteer.sqlite"
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as db:
        known = [row[0] for row in db.execute("SELECT key FROM spelling ORDER BY key")]
    chance = random.Random(1)  # noqa: S311 - a draw for timing, no secret
    drawn = chance.sample(known, DRAWN)
    mixed = [*drawn, *(f"{name}zz" for name in drawn)]
    chance.shuffle(mixed)
    return mixed


if __name__ == "__main__":
    main()
