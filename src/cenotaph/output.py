"""How results and progress are written: files whole or not at all, progress on standard error."""

import errno
import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from cenotaph.errors import UsageError
from cenotaph.intake import Step

_MADE_HERE = ".cenotaph"  # marks a folder as ours, and lists what we put there
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
    """Write a folder whole or not at all, readable by its owner only.

    An older one is replaced if we made it and all that is in it: no folder that holds a person's
    own files is touched. A file whose bytes are those of the older one is not written again.
    """
    _expect_ours(path)
    with _blamed_on(path), _folder_part(path) as new:
        names = []
        for name, content in files:
            _fill(new / name, content, path / name)
            names.append(name)
        _fill(new / _MADE_HERE, "".join(f"{name}\n" for name in sorted(names)).encode())
        _swap(path, new)


def new_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder that is not there yet, whole or not at all; `folder` never replaces it."""
    with _folder_part(path) as new:
        for name, content in files:
            _fill(new / name, content)
        new.rename(path)


@contextmanager
def _folder_part(path: Path) -> Iterator[Path]:
    """Yield an empty folder beside the one wanted; nothing is left of it where that fails."""
    _expect_parent(path)
    new = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent))
    try:  # mkdtemp has made it for its owner only
        yield new
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _fill(path: Path, content: bytes, older: Path | None = None) -> None:
    for folder in reversed(path.parents):
        if not folder.exists():
            folder.mkdir(mode=0o700)
    if older is not None and _is_taken_over(older, path, content):
        return
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)


def _is_taken_over(older: Path, path: Path, content: bytes) -> bool:
    """Give an older file of the same bytes a second name; tell whether that could be done.

    It keeps its time and who may read it, and loses its first name with the older folder.
    """
    try:
        if older.stat().st_size != len(content) or older.read_bytes() != content:
            return False
        path.hardlink_to(older)
    except OSError:  # it is not there; or the disk knows no second names
        return False
    return True


def _swap(path: Path, new: Path) -> None:
    """Put a new folder in the place of an old one, which stays where that cannot be done."""
    if not path.exists():
        new.rename(path)
        return
    old = new.with_suffix(".old")
    path.rename(old)
    try:
        new.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old)


def _expect_ours(path: Path) -> None:
    if not path.exists():
        return
    made = path / _MADE_HERE
    ours = {_MADE_HERE, *(made.read_text().splitlines() if made.is_file() else ())}
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    own = [p.relative_to(path).as_posix() for p in found if not p.is_dir()]
    if not path.is_dir() or (own and not made.is_file()):
        raise UsageError(f"{path}: is there already and was not made here; name a new folder")
    foreign = next((name for name in own if name not in ours), None)
    if foreign is not None:
        raise UsageError(
            f"{path / foreign}: was not put there by us, and would be lost; move it out of"
            f" {path}, or name a new folder"
        )


def _expect_parent(path: Path) -> None:
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))


def _part(path: Path, stack: ExitStack) -> tuple[str, IO[bytes]]:
    """Open a file beside the one wanted; the stack closes it, and takes away what is left of it."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file, such as {path / 'record.jsonl'}")
    if path.exists() and not path.is_file():  # a device or a pipe: /dev/null must stay what it is
        raise UsageError(f"{path}: is no file; without -o the output goes to standard output")
    _expect_parent(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    stack.callback(Path(name).unlink, missing_ok=True)  # mkstemp made it for its owner only
    return name, stack.enter_context(os.fdopen(handle, "wb"))
