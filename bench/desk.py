"""Milliseconds and memory of the desk, with five people reading and one deciding.

    python bench/desk.py [SIZES ...] [--seconds S] [--folder DIR] [--paint] [--freeze]

For each size a ledger of made-up accounts (varied.py) is filled and served by a process of its own,
which is asked till all is prepared. Then six threads
ask it over loopback, each one request after another with a pause to read: five open pages, one
accepts and rejects claims. What a page took is the time from the request to its last byte, so it
is the server's time and that of Python's own client. With --paint a Chromium (painting.py) opens
each kind of page afterwards and tells when something of it is first seen. --freeze writes the
figures to bench/frozen/desk.json. A busy machine gives larger ones; `cpu_ms_a_request` is
processor time.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode, urlsplit

from freezing import freeze
from varied import fill, varied

from cenotaph.pipeline import refresh
from cenotaph.store import Ledger

_SIZES: Final = (1000, 3000, 30_000)
_READERS: Final = 5
_NOT_YET: Final = 503  # the record is being prepared
_PAUSE: Final = 0.5  # seconds that a reader looks at a page
_PAGES: Final = {
    "list": "/",
    "list, filtered": "/?status=contested&outcome=killed",
    "list, by words": "/?words=market",
    "points of the map": "/points",
    "questions": "/questions",
    "running totals": "/cumulative",
    "sources": "/sources",
    "activity": "/activity",
}


class Got(NamedTuple):
    """An answer."""

    status: int
    text: str
    location: str
    seconds: float


class Client:
    """One person's browser."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._at = ("127.0.0.1", parts.port or 80)
        self._cookie = ""
        self._asked("GET", f"{parts.path}?{parts.query}", None)

    def get(self, path: str) -> Got:
        """Open a page."""
        return self._asked("GET", path, None)

    def post(self, path: str, fields: Mapping[str, str]) -> Got:
        """Send a form."""
        return self._asked("POST", path, urlencode(fields))

    def _asked(self, method: str, path: str, body: str | None) -> Got:
        headers = {"Cookie": self._cookie} if self._cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self._at[1]}"
        begun = time.perf_counter()
        connection = http.client.HTTPConnection(*self._at, timeout=120)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        taken = time.perf_counter() - begun
        if answer.headers["set-cookie"] and not self._cookie:
            self._cookie = answer.headers["set-cookie"].partition(";")[0]
        location = answer.headers["location"] or ""
        connection.close()
        return Got(answer.status, text, location.partition("#")[0], taken)


class Measured:
    """What was measured, from many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seconds: dict[str, list[float]] = defaultdict(list)
        self._bytes: dict[str, int] = {}

    def add(self, name: str, got: Got, expected: int = 200) -> None:
        """Add an answer; RuntimeError for one that is none."""
        if got.status != expected:
            raise RuntimeError(f"{name}: {got.status}: {got.text[:300]}")
        with self._lock:
            self._seconds[name].append(got.seconds)
            self._bytes[name] = max(self._bytes.get(name, 0), len(got.text.encode()))

    @property
    def requests(self) -> int:
        """How many answers were measured."""
        with self._lock:
            return sum(map(len, self._seconds.values()))

    def rows(self) -> dict[str, dict[str, float]]:
        """Return milliseconds at the median and the 95th percentile, and the weight, by page."""
        with self._lock:
            return {
                name: {
                    "requests": len(found),
                    "p50_ms": _at(found, 0.5),
                    "p95_ms": _at(found, 0.95),
                    "kB": round(self._bytes[name] / 1000, 1),
                }
                for name, found in sorted(self._seconds.items())
            }


def main() -> None:
    """Measure, print, and freeze when asked to."""
    options = _options()
    rows = []
    with tempfile.TemporaryDirectory() as made:
        for size in options.sizes:
            rows.append(_of_size(size, options.folder or Path(made), options))
            print(json.dumps(rows[-1], indent=1), flush=True)
    if options.freeze:
        freeze("desk", {"rows": rows})


def _of_size(size: int, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    path = folder / f"desk-{size}.db"
    if not path.exists():
        with Ledger.open(path, create=True) as ledger:
            fill(ledger, varied(1), size)
    with Ledger.open(path) as ledger:
        refresh(ledger)
    with _served(path) as (process, address):
        found = _measured(address, options.seconds, process.pid)
        found["server_mb"] = _memory(process.pid)
        if options.paint:
            found["first_seen"] = _painted(address)
    busy = round(os.getloadavg()[0], 1)
    return {"accounts": size, "seconds": options.seconds, "busy": busy, **found}


def _measured(address: str, seconds: float, pid: int) -> dict[str, Any]:
    begun = time.perf_counter()
    first = Client(address)
    answered = first.get("/").seconds  # by the list, or by a page that says how far the desk is
    listed = _ready(first)
    opened = time.perf_counter() - begun
    asked = time.perf_counter()
    _ready(first, "/questions")
    asking = time.perf_counter() - asked
    incidents = re.findall(r'href="(/incident/\w+)"', listed.text)
    accounts = re.findall(
        r'href="(/account/\w+)', "".join(first.get(i).text for i in incidents[:5])
    )
    claims = re.findall(r"claim=(\w+)", "".join(first.get(a).text for a in accounts[:10]))
    for path in _PAGES.values():
        _ready(first, path)  # what is made once is made now
    measured, end = Measured(), time.monotonic() + seconds
    failed: list[str] = []

    def run(of: Callable[..., None], *given: object) -> None:
        try:
            of(*given)
        except (OSError, RuntimeError, http.client.HTTPException) as error:
            failed.append(str(error))

    threads = [
        threading.Thread(
            target=run, args=(_read, Client(address), measured, incidents, accounts, n, end)
        )
        for n in range(_READERS)
    ]
    threads.append(
        threading.Thread(target=run, args=(_decide, Client(address), measured, claims, end))
    )
    cpu = _processor(pid)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise RuntimeError(failed[0])
    spent = _processor(pid) - cpu
    return {
        "first_answer_s": round(answered, 2),
        "ready_s": round(opened, 2),
        "questions_ready_s": round(asking, 2),
        "cpu_ms_a_request": round(1000 * spent / measured.requests, 1),
        "pages": measured.rows(),
    }


def _painted(address: str) -> dict[str, dict[str, float]]:
    """Return when something of each kind of page is first seen, in a browser."""
    client = Client(address)
    incident = _first(r'href="(/incident/\w+)"', client.get("/").text)
    account = _first(r'href="(/account/\w+)', client.get(incident).text)
    pages = {"incident": incident, "account": account, **_PAGES}
    del pages["points of the map"]  # no page
    command = [sys.executable, str(Path(__file__).with_name("painting.py")), address]
    told = subprocess.run(
        [*command, *pages.values()], stdout=subprocess.PIPE, text=True, check=True, timeout=300
    )
    times = json.loads(told.stdout)
    return {name: times[path] for name, path in pages.items()}


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise RuntimeError(f"nothing like {pattern} on the page")
    return found[1]


def _ready(client: Client, path: str = "/") -> Got:
    """Wait until what a page needs is prepared."""
    while (got := client.get(path)).status == _NOT_YET:
        time.sleep(0.2)
    return got


def _read(
    client: Client,
    measured: Measured,
    incidents: Sequence[str],
    accounts: Sequence[str],
    seed: int,
    end: float,
) -> None:
    chance = random.Random(seed)  # noqa: S311 # which page comes next is no secret
    pages = [*_PAGES.items()]
    while time.monotonic() < end:
        name, path = chance.choice(
            [("incident", chance.choice(incidents)), ("account", chance.choice(accounts)), *pages]
        )
        measured.add(name, client.get(path))
        time.sleep(_PAUSE)


def _decide(client: Client, measured: Measured, claims: Sequence[str], end: float) -> None:
    """Judge one claim after another; each time until the page that shows the effect is there."""
    for number, claim in enumerate(cycle(claims)):
        if time.monotonic() > end:
            return
        page = client.get("/person").text
        seen = json.loads(client.get("/api/session").text)["seen"]
        csrf = re.search(r'name="csrf" value="(\w+)"', page)
        fields = {
            "csrf": csrf[1] if csrf else "",
            "verdict": ("accept", "reject")[number // len(claims) % 2],
            "ids": claim,
            "seen": str(seen),
            "reviewer": "R. Adeyemi",
            "back": "/activity",
        }
        begun = time.perf_counter()
        sent = client.post("/decide", fields)
        measured.add("a decision", sent, 303)
        shown = client.get(sent.location)
        whole = shown._replace(seconds=time.perf_counter() - begun)
        measured.add("a decision, until its effect is shown", whole)
        time.sleep(_PAUSE)


@contextmanager
def _served(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "cenotaph.cli", "serve", "--no-browser", "--ledger", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    if process.stdout is None:
        raise RuntimeError("no standard output")
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(timeout=30)


def _memory(pid: int) -> dict[str, int]:
    """Return the server's megabytes: now, and at its largest (Linux)."""
    words = Path(f"/proc/{pid}/status").read_text()
    found = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", words))
    return {"now": int(found["VmRSS"]) // 1024, "most": int(found["VmHWM"]) // 1024}


def _processor(pid: int) -> float:
    """Return the seconds of processor time that the server has taken (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _at(found: Sequence[float], share: float) -> float:
    ordered = sorted(found)
    return round(1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)], 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=_SIZES)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--folder", type=Path, help="where the ledgers are kept")
    parser.add_argument("--paint", action="store_true", help="open the pages in a Chromium too")
    parser.add_argument("--freeze", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
