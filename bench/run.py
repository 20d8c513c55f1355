"""Measure Cenotaph on benchmark folders: figures, documents a second, peak memory of all processes.

    python bench/run.py --scorers DIR --data DIR [--sets gva,muc4] [--limit N] [--freeze]

DIR of the scorers holds `score.py`; DIR of the data holds one folder a set, each with `input.jsonl`
(or .gz, or `html/`) and `gold.json`. With --freeze the figures are written to bench/frozen/ with
set, date and commit of the run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = 4096 if not hasattr(os, "sysconf") else os.sysconf("SC_PAGE_SIZE")


def main() -> int:
    """Run every set asked for, print its figures, freeze them when asked to."""
    options = _options()
    sets = options.sets.split(",") if options.sets else _sets(options.data)
    failed = 0
    for name in sets:
        result = measure(name, options)
        failed += result["status"] != 0
        print("\n".join(_lines(name, result)), flush=True)
        if options.freeze:
            _freeze(name, result, options.limit)
    return 1 if failed else 0


def measure(name: str, options: argparse.Namespace) -> dict[str, Any]:
    """Return what the scorer prints for one set, with the peak memory of the process tree."""
    command = [sys.executable, str(options.scorers / "score.py"), name]
    command += ["--data", str(options.data / name), "--run", options.command, "--json"]
    if options.limit:
        command += ["--limit", str(options.limit)]
    if options.keep:
        command += ["--out", str(options.keep / name)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = Peak(process.pid)
    peak.start()
    printed, _ = process.communicate()
    peak.join()
    figures = json.loads(printed) if printed.strip().startswith("{") else {}
    return {"status": process.returncode, "figures": figures, "peak_mb": peak.megabytes}


class Peak(threading.Thread):
    """Samples the proportional memory of a process and all below it until the process ends.

    A scorer itself is left out: only what it starts is measured. Linux only; 0 elsewhere.
    """

    def __init__(self, pid: int, *, itself: bool = False) -> None:
        super().__init__(daemon=True)
        self.pid, self.itself, self.megabytes = pid, itself, 0

    def run(self) -> None:
        """Sample twice a second."""
        while Path(f"/proc/{self.pid}").exists() and _state(self.pid) != "Z":
            below = [p for p in _tree(self.pid) if self.itself or p != self.pid]
            self.megabytes = max(self.megabytes, sum(map(_memory, below)) // 1_000_000)
            time.sleep(0.5)


def _state(pid: int) -> str:
    return _read(f"/proc/{pid}/stat").rpartition(")")[2].strip()[:1] or "Z"


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):  # any thread may start one
        for child in _read(str(children)).split():
            yield from _tree(int(child))


def _memory(pid: int) -> int:
    """Return bytes: shared pages counted once (PSS), else resident ones."""
    for line in _read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    fields = _read(f"/proc/{pid}/statm").split()
    return int(fields[1]) * PAGE if len(fields) > 1 else 0


def _read(path: str) -> str:
    """Return a file of /proc; "" when the process is gone or not ours."""
    try:
        return Path(path).read_text("utf-8")
    except OSError:
        return ""


def _lines(name: str, result: dict[str, Any]) -> Iterator[str]:
    for scorer, figures in result["figures"].items():
        for f in figures:
            if f["value"] is None:  # nothing was published to measure
                yield f"{scorer}.{f['name']} none (n={f['n']})"
                continue
            interval = f"95% interval {f['low']:.3f}-{f['high']:.3f}"
            yield f"{scorer}.{f['name']} {f['value']:.3f} (n={f['n']}, {interval})"
    yield f"{name}.peak_memory {result['peak_mb']} MB"


def _freeze(name: str, result: dict[str, Any], limit: int | None) -> None:
    commit = _git("rev-parse", "--short=12", "HEAD")
    changed = bool(_git("status", "--porcelain", "--untracked-files=no"))
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    frozen = {
        "set": name,
        "date": dt.datetime.now(dt.UTC).date().isoformat(),  # noqa: TID251 - the day of the run is a fact of it
        "commit": f"{commit}+changes" if changed else commit,
        "limit": limit,
        "machine": machine,
        **result,
    }
    path = HERE / "frozen" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(frozen, indent=1) + "\n", "utf-8")


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=HERE, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _sets(data: Path) -> list[str]:
    found = sorted(p.name for p in data.iterdir() if (p / "gold.json").exists())
    if not found:
        sys.exit(f"{data}: no folder with a gold.json in it")
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scorers", type=Path, required=True, help="folder that holds score.py")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the sets")
    parser.add_argument("--sets", help="comma-separated; all found when not given")
    parser.add_argument("--limit", type=int, help="first N documents of each set only")
    parser.add_argument("--keep", type=Path, help="folder to keep the published files in")
    parser.add_argument("--freeze", action="store_true", help="write bench/frozen/SET.json")
    command = f"{sys.executable} -m cenotaph.cli"
    parser.add_argument("--command", default=command, help="what starts Cenotaph")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
