"""How results and progress are written: files whole or not at all, progress on standard error."""

import errno
import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cenotaph.errors import UsageError
from cenotaph.intake import Step

_MADE_HERE = ".cenotaph"  # an empty file that marks a folder as one that may be replaced
_PATIENCE = 10.0  # seconds without a word, where nobody watches the line change


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
            self._write(f"\r{self._kept:,} accounts read")
            self._line = True
        elif time.monotonic() - self._told > _PATIENCE:
            self._say(f"{self._kept:,} accounts read")
            self._told = time.monotonic()

    def end(self) -> None:
        """Leave the terminal's line clean."""
        if self._line:
            self._write("\r" + " " * 40 + "\r")
            self._line = False

    def _say(self, words: str) -> None:
        self.end()
        self._write(f"{words}\n")

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
    with _whole(Path(target)) as out:
        yield out


def file(path: Path, content: bytes) -> None:
    """Write one file whole or not at all, readable by its owner only."""
    with _whole_bytes(path) as out:
        out.write(content)


def folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder whole or not at all, readable by its owner only.

    An older one is replaced if we made it: no folder that holds a person's own files is touched.
    """
    if path.exists() and not (path.is_dir() and _is_ours(path)):
        raise UsageError(f"{path}: is there already and was not made here; name a new folder")
    _expect_parent(path)
    new = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent))
    try:  # mkdtemp has made it for its owner only
        (new / _MADE_HERE).touch(mode=0o600)
        for name, content in files:
            handle = os.open(new / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as out:
                out.write(content)
        if path.exists():
            old = new.with_suffix(".old")
            path.rename(old)
            new.rename(path)
            shutil.rmtree(old)
        else:
            new.rename(path)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _is_ours(path: Path) -> bool:
    return (path / _MADE_HERE).exists() or not any(path.iterdir())


def _expect_parent(path: Path) -> None:
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))


@contextmanager
def _whole(path: Path) -> Iterator[IO[str]]:
    with _whole_bytes(path) as out:
        words = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
        yield words
        words.detach()  # flushed, and left to be closed by whoever made the bytes below


@contextmanager
def _whole_bytes(path: Path) -> Iterator[IO[bytes]]:
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file, such as {path / 'record.jsonl'}")
    _expect_parent(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:  # mkstemp has made it readable by its owner only
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
