"""How results and progress are written: files whole or not at all, progress on standard error."""

import errno
import io
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from cenotaph import folders
from cenotaph.errors import UsageError
from cenotaph.intake import Step
from cenotaph.model import some_words

_LONGEST = 1000  # code points of one message
_JUST_NOW = 60.0  # seconds
_PATIENCE = 10.0  # seconds without a word, where nobody watches the line change


def plain(words: str) -> str:
    """Return a message without what a terminal would obey, and cut where it would fill it.

    It may quote a file that somebody made to do harm.
    """
    cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST]} ..."
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in cut)


class Terminated(KeyboardInterrupt):
    """Somebody ended this process by SIGTERM."""


@contextmanager
def ending_cleanly() -> Iterator[None]:
    """Let SIGTERM stop us as Ctrl-C does, so that what is half written is taken away."""
    if threading.current_thread() is not threading.main_thread():  # only that one gets signals
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Progress:
    """Tells on standard error what was refused, and how far reading has come."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._live = sys.stderr.isatty()
        self._told = time.monotonic()
        self._kept = 0
        self._line = False  # whether a line that changes stands on the terminal

    def tell(self, step: Step) -> None:
        """Report a step; it is on the disk already."""
        self._kept += len(step.kept)
        for refused in step.refused:
            self._say(f"refused: {refused.name}: {refused.why}")
        for doubt in step.doubts:
            self._say(f"doubtful: {doubt}")
        if self._verbose:
            for ref in step.kept:
                self._say(f"read: {ref}")
        elif self._live:
            self._write(f"\r{some_words(self._kept, 'account')} read")
            self._line = True
        elif time.monotonic() - self._told > _PATIENCE:
            self._say(f"{some_words(self._kept, 'account')} read")
            self._told = time.monotonic()

    def end(self) -> None:
        """Leave the terminal's line clean."""
        if self._line:
            self._write("\r" + " " * 40 + "\r")
            self._line = False

    def _say(self, words: str) -> None:
        self.end()
        self._write(f"{plain(words)}\n")

    def _write(self, words: str) -> None:
        sys.stderr.write(words)
        sys.stderr.flush()


@contextmanager
def results(target: str | None) -> Iterator[IO[str]]:
    """Yield what to write results to: standard output for None or "-", else a new file.

    The file appears only when it is whole, and can be read by its owner only.
    """
    if target is None or target == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        return
    with together(Path(target)) as (out,), as_words(out) as words:
        yield words


@contextmanager
def as_words(out: IO[bytes]) -> Iterator[IO[str]]:
    """Yield what to write text to, as UTF-8 with line feeds, into a file of bytes."""
    words = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
    yield words
    words.detach()  # flushed, and left to be closed by whoever opened the bytes


@contextmanager
def together(*paths: Path) -> Iterator[tuple[IO[bytes], ...]]:
    """Yield what to write files of bytes to that belong together; they appear once all are whole.

    Each can be read by its owner only; until then older ones stay as they are.
    """
    with ExitStack() as stack:
        stack.enter_context(_blamed_on(paths[0]))
        paths = tuple(Path(os.path.realpath(path)) if path.is_symlink() else path for path in paths)
        parts = [_part(path, stack) for path in paths]
        yield tuple(out for _, out in parts)
        for _, out in parts:
            out.flush()
            os.fsync(out.fileno())
            out.close()
        for path, (name, _) in zip(paths, parts, strict=True):
            Path(name).replace(path)


@contextmanager
def _blamed_on(path: Path) -> Iterator[None]:
    """Let an error about a file name the one asked for, not our unfinished one or none at all."""
    try:
        yield
    except OSError as error:
        ours = error.filename is None or f".{path.name}." in str(error.filename)
        if ours and error.errno is not None:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def file(path: Path, content: bytes) -> None:
    """Write one file whole or not at all, readable by its owner only."""
    with together(path) as (out,):
        out.write(content)


def folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder whole or not at all; an older one only if we made all of it."""
    with _blamed_on(path):
        _expect_parent(path)
        folders.put(path, files)


def new_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder that is not there yet, whole or not at all; `folder` never replaces it."""
    with _blamed_on(path):
        _expect_parent(path)
        folders.put_new(path, files)


def _expect_parent(path: Path) -> None:
    if not path.parent.is_dir():
        code = errno.ENOTDIR if path.parent.exists() else errno.ENOENT
        raise OSError(code, os.strerror(code), str(path.parent))


def _part(path: Path, stack: ExitStack) -> tuple[str, IO[bytes]]:
    """Open a file beside the one wanted; the stack closes it, and takes away what is left of it."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file, such as {path / 'record.jsonl'}")
    if path.exists() and not path.is_file():  # a device or a pipe: /dev/null must stay what it is
        raise UsageError(f"{path}: is no file; without -o the output goes to standard output")
    _expect_parent(path)
    for left in folders.left_behind(path):
        found = left.stat()
        # An empty one may be another run's, made just now and not locked yet.
        if found.st_size or time.time() - found.st_mtime > _JUST_NOW:
            left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    stack.callback(Path(name).unlink, missing_ok=True)  # mkstemp made it for its owner only
    stack.enter_context(folders.held(Path(name)))
    return name, stack.enter_context(os.fdopen(handle, "wb"))
