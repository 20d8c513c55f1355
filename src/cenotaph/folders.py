"""Files -> a folder that appears whole, takes an older one's place, or leaves it as it was."""

import ctypes
import glob
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from cenotaph.errors import UsageError

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows: what a killed run left there stays
    _LOCKS = False
else:
    _LOCKS = True

_MADE_HERE: Final = ".cenotaph"  # marks a folder as ours, and lists what we put there
_PART: Final = ".part"  # ends the name of a folder that is not whole yet, or no longer wanted
_OLD: Final = ".old"  # ends that of one whose place was being taken
_HERE: Final = -100  # AT_FDCWD of Linux: names are looked up from the working folder
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of renamex_np(2)


def put(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder whole or not at all, readable by its owner only.

    An older one is replaced if we made it and all that is in it: no folder that holds a person's
    own files is touched. A file whose bytes are those of the older one is not written again.
    """
    path = _followed(path)
    _take_up(path)
    _expect_ours(path)
    with _part(path) as new:
        names = []
        for name, content in files:
            _fill(new / name, content, path / name)
            names.append(name)
        (new / _MADE_HERE).write_text("".join(f"{name}\n" for name in sorted(names)))
        _swap(path, new)


def put_new(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder that is not there yet, whole or not at all; `put` never replaces it."""
    _take_up(path)
    with _part(path) as new:
        for name, content in files:
            _fill(new / name, content)
        (new / _MADE_HERE).unlink()
        new.rename(path)


def _followed(path: Path) -> Path:
    """Return where a link leads to; UsageError where that is nowhere."""
    if not path.is_symlink():
        return path
    real = Path(os.path.realpath(path))
    if not real.exists():
        raise UsageError(f"{path}: is a link to {real}, which is not there; name a folder")
    return real


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """Yield an empty folder beside the one wanted; nothing is left of it afterwards."""
    new = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=_PART, dir=path.parent))
    try:  # mkdtemp has made it for its owner only
        with held(new):
            _fill(new / _MADE_HERE, b"")
            yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def held(part: Path) -> Iterator[None]:
    """Lock a file or folder that is not whole yet for as long as this process lives."""
    if not _LOCKS:
        yield
        return
    handle = os.open(part, os.O_RDONLY)
    try:
        with suppress(OSError):  # a disk that knows no locks: what is left there stays
            flock(handle, LOCK_EX | LOCK_NB)
        yield
    finally:
        os.close(handle)


def left_behind(path: Path) -> Iterator[Path]:
    """Yield what runs that were killed left beside a file or folder before it was whole.

    What a run is at work on is locked from before its first byte on.
    """
    ours = re.compile(rf"{re.escape(f'.{path.name}.')}[a-z0-9_]{{8}}{re.escape(_PART)}")
    for part in sorted(path.parent.glob(f".{glob.escape(path.name)}.*{_PART}")):
        if ours.fullmatch(part.name) and not part.is_symlink() and _is_free(part):
            yield part


def _is_free(part: Path) -> bool:
    """Tell whether no process holds it."""
    if not _LOCKS:
        return False
    try:
        handle = os.open(part, os.O_RDONLY)
    except OSError:
        return False
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


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
    """Put a new folder in the place of an old one, which stays where that cannot be done.

    In one step where the system knows how. Else in two: who is stopped between them leaves the old
    one beside its place, and `_take_up` puts it back.
    """
    if not path.exists():
        new.rename(path)
        return
    if exchanged(path, new):
        return
    old = new.with_suffix(_OLD)
    path.rename(old)
    try:
        new.rename(path)
    except BaseException:
        old.rename(path)
        raise
    shutil.rmtree(old)


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; tell whether this system and disk could."""
    names = (os.fsencode(one), os.fsencode(other))
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, _EXCHANGE) == 0)
        return bool(system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # no such call, or no such library
        return False


def _take_up(path: Path) -> None:
    """Finish what a replacement left that was stopped between its two steps, or before them."""
    for part in left_behind(path):
        if (part / _MADE_HERE).is_file():
            shutil.rmtree(part, ignore_errors=True)
    for old in sorted(path.parent.glob(f".{glob.escape(path.name)}.*{_OLD}")):
        if not (old / _MADE_HERE).is_file():
            continue
        if path.exists():
            shutil.rmtree(old)
        else:
            old.rename(path)


def _expect_ours(path: Path) -> None:
    if not path.exists():
        return
    made = path / _MADE_HERE
    ours = {_MADE_HERE, *(made.read_text().splitlines() if made.is_file() else ())}
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    own = [p.relative_to(path).as_posix() for p in found if p.is_symlink() or not p.is_dir()]
    if not path.is_dir() or (own and not made.is_file()):
        raise UsageError(f"{path}: is there already and was not made here; name a new folder")
    foreign = next((name for name in own if name not in ours), None)
    if foreign is not None:
        raise UsageError(
            f"{path / foreign}: was not put there by us, and would be lost; move it out of"
            f" {path}, or name a new folder"
        )
