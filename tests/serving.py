"""A desk served by a real process, and a browser as plain as can be."""

from __future__ import annotations

import atexit
import gzip
import http.client
import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    text: str


class Browser:
    """Sends what it is told, from where it is told; keeps cookies, follows nothing."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        """Send a form, as the desk's own page would."""
        own = {"Origin": f"http://127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin"}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields), {**own, **kind, **headers})

    def upload(
        self, path: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]]
    ) -> Answer:
        """Send a form with files, as the desk's own page would."""
        parts = [(f'name="{n}"', v.encode()) for n, v in fields.items()]
        parts += [(f'name="{n}"; filename="{f}"', raw) for n, (f, raw) in files.items()]
        head = "--seam\r\nContent-Disposition: form-data; "
        body = b"".join(f"{head}{named}\r\n\r\n".encode() + raw + b"\r\n" for named, raw in parts)
        own = {"Origin": f"http://127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin"}
        kind = {"Content-Type": "multipart/form-data; boundary=seam"}
        return self._ask("POST", path, body + b"--seam--\r\n", {**own, **kind})

    def send(self, path: str, body: str, csrf: str) -> Answer:
        """Send JSON, as a program would."""
        own = {"Origin": f"http://127.0.0.1:{self.port}", "X-CSRF-Token": csrf}
        return self._ask("POST", path, body, {**own, "Content-Type": "application/json"})

    def follow(self, answer: Answer) -> Answer:
        """Go where an answer sends the browser."""
        assert answer.status == 303, answer.text
        return self.get(answer.headers["location"].partition("#")[0])

    def _ask(
        self, method: str, path: str, body: str | bytes | None, headers: dict[str, str]
    ) -> Answer:
        answer = self._ask_once(method, path, body, headers)
        while answer.status == 503 and answer.headers["retry-after"]:  # it is being prepared
            time.sleep(0.1)
            answer = self._ask_once(method, path, body, headers)
        return answer

    def _ask_once(
        self, method: str, path: str, body: str | bytes | None, headers: dict[str, str]
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        kept = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        named = {k.replace("_", "-"): v for k, v in headers.items()}
        connection.request(method, path, body, {**({"Cookie": kept} if kept else {}), **named})
        got = connection.getresponse()
        raw = got.read()
        if got.headers["content-encoding"] == "gzip":
            raw = gzip.decompress(raw)
        answer = Answer(got.status, got.headers, raw.decode("utf-8", "replace"))
        for line in got.headers.get_all("set-cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        connection.close()
        return answer


class Process:
    """A command of Cenotaph that runs in a process of its own, forked from one that stood by."""

    def __init__(self, standby: socket.socket, words: list[str]) -> None:
        ours, theirs = zip(*(os.pipe() for _ in range(3)), strict=True)
        asked = {"words": words, "folder": str(Path.cwd()), "environment": dict(os.environ)}
        socket.send_fds(standby, [json.dumps(asked).encode()], theirs)
        for file in theirs:
            os.close(file)
        self.stdout, self.stderr, self._told = (os.fdopen(f, encoding="utf-8") for f in ours)
        self._pid = int(self._told.readline())
        self._status: int | None = None

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        with suppress(ProcessLookupError):
            if self._status is None:
                os.kill(self._pid, number)

    def wait(self, timeout: float) -> int:
        """Return the exit status; TimeoutError where it does not end in so many seconds."""
        if self._status is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise TimeoutError(f"process {self._pid} goes on")
            self._status = int(self._told.readline())
            self._told.close()
        return self._status


@cache
def standby() -> socket.socket:
    """Return the way to a program that has loaded Cenotaph, and forks a process for each command.

    A desk's start is a second of loading otherwise; there are a hundred in these tests.
    """
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    program = Path(__file__).parent / "standby.py"
    words = [sys.executable, str(program), str(there.fileno())]
    started = subprocess.Popen(words, pass_fds=[there.fileno()])
    there.close()

    def end() -> None:
        here.close()
        started.wait(timeout=20)

    atexit.register(end)
    return here


class Served(NamedTuple):
    """A desk that is open."""

    process: Process
    ledger: Path
    address: str  # the first line it printed
    port: int

    def stranger(self) -> Browser:
        """Return a browser that has not come in."""
        return Browser(self.port)

    def visitor(self) -> Browser:
        """Return a browser that came in by the printed address."""
        browser = Browser(self.port)
        came = browser.get(self.address.partition(str(self.port))[2])
        assert came.status == 303, came.text
        return browser


@contextmanager
def served(ledger: Path | str, *words: str) -> Iterator[Served]:
    """Serve a ledger for as long as the block lasts."""
    process = Process(standby(), ["serve", "--ledger", str(ledger), "--no-browser", *words])
    try:
        address = process.stdout.readline().strip()
        if not address:
            raise AssertionError(process.stderr.read())
        yield Served(process, Path(ledger), address, urlsplit(address).port or 80)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        process.stdout.close()
        process.stderr.close()


def field(text: str, name: str) -> str:
    """Return the value of a hidden field of a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', text)
    assert found is not None, f"no field {name}"
    return found[1]
