"""Documents -> accounts, in processes of their own, each with its grammar and gazetteer.

The parent stays small, and a document that kills its process costs only itself. Processes speak in
frames of four bytes of length and as many of MessagePack over pipes, which is the same on every
system; a worker whose parent is gone reads the end of its input and goes too.
"""

import gc
import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock, local
from types import TracebackType
from typing import IO, Self

import msgspec

from cenotaph.errors import CenotaphError, InstallError
from cenotaph.model import Account, Document

_LENGTH = struct.Struct("<I")
_GARBAGE = 20_000  # new containers before they are looked through
_PIPE = subprocess.PIPE
_DIED = "could not be read, which is a fault of this software: please report it"

_FOLDER = Path(__file__).resolve().parents[1]
# The very package that started it, wherever that was imported from; all else as Python finds it.
_BEGIN = (
    "import runpy, sys; folder, module = sys.argv.pop(1), sys.argv.pop(1);"
    " sys.path.insert(0, folder); import cenotaph; sys.path.append(sys.path.pop(0));"
    " runpy.run_module(module, run_name='__main__', alter_sys=True)"
)


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a worker says of one document: its account, or why there is none."""

    account: Account | None = None
    failure: str | None = None
    fatal: bool = False  # nothing can be read here: a part is missing


class Here:
    """Reads in this very process, one batch after the other."""

    count = 1

    def __init__(self, model: str) -> None:
        self._model = model

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        return None

    def submit(self, documents: Sequence[Document]) -> "Future[list[Answer]]":
        """Read at once."""
        future: Future[list[Answer]] = Future()
        future.set_result(list(_answers(documents, self._model)))
        return future


class Crew:
    """Reads in up to `count` processes, started when there is work for them."""

    def __init__(self, count: int, model: str) -> None:
        self._model = model
        self.count = count
        self._threads = ThreadPoolExecutor(max_workers=count, thread_name_prefix="worker")
        self._own = local()  # each thread minds one process
        self._lock = Lock()
        self._running: list[subprocess.Popen[bytes]] = []
        self._closing = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with self._lock:
            self._closing = True
            for process in self._running:
                process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in self._running:
            process.wait()
            for pipe in filter(None, (process.stdin, process.stdout)):
                with suppress(OSError):  # a pipe whose other end is gone
                    pipe.close()

    def submit(self, documents: Sequence[Document]) -> "Future[list[Answer]]":
        """Hand documents to the next process that is free."""
        return self._threads.submit(self._read, tuple(documents))

    def _read(self, documents: Sequence[Document]) -> list[Answer]:
        answers: list[Answer] = []
        fallen = -1  # the document over which a process died
        while len(answers) < len(documents):
            process = self._process()
            answers.extend(_ask(process, documents[len(answers) :]))
            if len(answers) == len(documents):
                break
            self._own.process = None
            status = process.wait()
            if self._closing:
                break
            if fallen == len(answers):  # twice: it is the document, not the moment
                answers.append(Answer(failure=f"{_DIED} (exit status {status})"))
            fallen = len(answers)
        return answers

    def _process(self) -> "subprocess.Popen[bytes]":
        process: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if process is None:
            with self._lock:
                process = start(__name__, self._model)
                self._running.append(process)
                if self._closing:
                    process.kill()
            self._own.process = process
        return process


def serve(source: IO[bytes], sink: IO[bytes], model: str) -> None:
    """Answer batches of documents until the input ends; what a worker process does."""
    while (frame := receive(source)) is not None:
        for answer in _answers(msgspec.msgpack.decode(frame, type=tuple[Document, ...]), model):
            send(sink, msgspec.msgpack.encode(answer))


def _answers(documents: Sequence[Document], model: str) -> Iterator[Answer]:
    from cenotaph.extract import extract  # noqa: PLC0415 # the parent must stay small
    from cenotaph.gazetteer import shipped  # noqa: PLC0415
    from cenotaph.text import load_grammar, read_text  # noqa: PLC0415

    try:
        grammar, gazetteer = load_grammar(model), shipped()
    except InstallError as error:
        yield from (Answer(failure=str(error), fatal=True) for _ in documents)
        return
    for document in documents:
        try:
            yield Answer(account=_sound(extract(read_text(document, grammar, gazetteer))))
        except (CenotaphError, msgspec.ValidationError, MemoryError, RecursionError) as error:
            yield Answer(failure=f"{_DIED} ({type(error).__name__}: {error})")


def _sound(account: Account) -> Account:
    """Return the account once it is sure that it can be stored and read back."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(account), type=Account)


def _ask(process: "subprocess.Popen[bytes]", documents: Sequence[Document]) -> Iterator[Answer]:
    """Yield the answers that come; fewer than documents when the process dies."""
    if process.stdin is None or process.stdout is None:
        return
    try:
        send(process.stdin, msgspec.msgpack.encode(documents))
        for _ in documents:
            frame = receive(process.stdout)
            if frame is None:
                return
            yield msgspec.msgpack.decode(frame, type=Answer)
    except OSError:  # the pipe is broken; Windows has another word for that
        return


def start(module: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """Start a process that speaks in frames; it ends when its input does."""
    # -P: never import what lies in the current folder, which may be full of evidence.
    command = [sys.executable, "-P", "-c", _BEGIN, str(_FOLDER), module, *arguments]
    # One thread each: the workers are the threads.
    env = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    # In a process group of their own: Ctrl-C is for the parent alone to answer.
    if sys.platform == "win32":
        group = subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, env=env, stdin=_PIPE, stdout=_PIPE, creationflags=group)  # noqa: S603 # ourselves
    return subprocess.Popen(command, env=env, stdin=_PIPE, stdout=_PIPE, process_group=0)  # noqa: S603 # ourselves


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def send(sink: IO[bytes], frame: bytes) -> None:
    """Send one frame."""
    sink.write(_LENGTH.pack(len(frame)) + frame)
    sink.flush()


def receive(source: IO[bytes]) -> bytes | None:
    """Return the next frame; None when there is no more, or only a part of it."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    frame = source.read(length)
    return frame if len(frame) == length else None


def _at_ease(model: str) -> None:
    """Load what reading needs, and look for garbage seldom: values make next to none."""
    from cenotaph.gazetteer import shipped  # noqa: PLC0415 # the parent must stay small
    from cenotaph.text import load_grammar  # noqa: PLC0415

    with suppress(InstallError):  # told with the first documents
        load_grammar(model), shipped()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def main() -> None:
    """Be a worker."""
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing a library prints gets into frames
    _at_ease(sys.argv[1])
    try:
        serve(sys.stdin.buffer, sink, sys.argv[1])
    except BrokenPipeError:
        os._exit(1)  # the parent is gone, and with it whoever could be told


if __name__ == "__main__":
    main()
