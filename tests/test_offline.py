"""Nothing uses the network: every test, and the demo, runs with no socket but loopback."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

# Kept for documentation by RFC 5737; nobody answers there.
NOBODY = "192.0.2.1"


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )


def test_the_tests_cannot_reach_another_machine() -> None:
    with socket.socket() as one, pytest.raises(BaseException, match="connect") as met:
        one.connect((NOBODY, 80))
    assert met.typename == "NetworkUsed"


@pytest.mark.parametrize("name", ["example.invalid", b"example.invalid"])
def test_the_tests_cannot_ask_for_a_name(name: str | bytes) -> None:
    with pytest.raises(BaseException, match="getaddrinfo") as met:
        socket.getaddrinfo(name, 80)
    assert met.typename == "NetworkUsed"


def test_a_program_started_by_a_test_cannot_reach_another_machine() -> None:
    told = python(f"import socket; socket.create_connection(({NOBODY!r}, 80))")
    assert told.returncode != 0
    assert "NetworkUsed" in told.stderr


def test_loopback_stays_open() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as one,
    ):
        assert one.getpeername() == server.getsockname()


def test_the_demo_reaches_no_other_machine(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "cenotaph.cli", "demo"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "cenotaph-demo" / "record.html").is_file()
