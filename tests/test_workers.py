"""Reading in processes of their own: what dies there costs only itself."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import cenotaph
from cenotaph.model import Document
from cenotaph.workers import Crew, Here, serve

MODEL = "en_core_web_sm"
DOCUMENTS = tuple(
    Document.of(f"Shells hit a ferry at Kherson on Monday. {n} people were killed.")
    for n in range(2, 8)
)


def read_here() -> list[object]:
    return list(Here(MODEL).submit(DOCUMENTS).result())


def worker(crew: Crew, number: int) -> int:
    """Return the process that a crew started as its first, second ..., once it has."""
    running = crew._running  # noqa: SLF001
    for _ in range(1000):
        if len(running) >= number:
            return running[number - 1].pid
        time.sleep(0.01)
    raise AssertionError(f"no process number {number}")


def test_a_process_that_dies_is_replaced_and_nothing_is_lost() -> None:
    with Crew(1, MODEL) as crew:
        answers = crew.submit(DOCUMENTS)
        os.kill(worker(crew, 1), signal.SIGKILL)
        assert list(answers.result()) == read_here()
        assert len(crew._running) == 2  # noqa: SLF001


def test_a_document_over_which_two_processes_die_is_refused_and_the_rest_read() -> None:
    with Crew(1, MODEL) as crew:
        answers = crew.submit(DOCUMENTS)
        for number in (1, 2):  # while they load the grammar, so over the first document
            os.kill(worker(crew, number), signal.SIGKILL)
        first, *rest = answers.result()
        assert first.account is None
        assert "a fault of this software: please report it (exit status -9)" in str(first.failure)
        assert rest == read_here()[1:]


def test_a_missing_model_is_told_not_guessed() -> None:
    with Crew(1, "no_such_model") as crew:
        (answer,) = crew.submit(DOCUMENTS[:1]).result()
    assert answer.fatal
    assert "'no_such_model' is not installed" in str(answer.failure)


def test_a_worker_ends_with_its_input() -> None:
    sink = io.BytesIO()
    serve(io.BytesIO(b""), sink, MODEL)
    serve(io.BytesIO(b"\x05\x00\x00\x00cut"), sink, MODEL)
    assert sink.getvalue() == b""


def test_leaving_a_crew_ends_its_processes_at_once() -> None:
    with Crew(2, MODEL) as crew:
        crew.submit(DOCUMENTS)
        worker(crew, 1)
    assert all(p.poll() is not None for p in crew._running)  # noqa: SLF001


def test_a_process_has_the_package_of_whoever_starts_it(tmp_path: Path) -> None:
    other = tmp_path / "cenotaph"  # what Python itself would find first
    other.mkdir()
    (other / "__init__.py").write_text("raise SystemExit('another package')")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from cenotaph.growth.partner import Partner,"
        " Part; there = Partner(); print(there.say(Part((), {})).result()); there.close()"
    )
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    source = str(Path(cenotaph.__file__).parents[1])
    command = [sys.executable, "-P", "-c", code, source]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")
