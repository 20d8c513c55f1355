"""A file that may be anything -> the members of a bundle, or a sentence that says why not.

Nothing is unpacked onto the disk, so that no name in it leads anywhere; and no member is read that
is larger than what the file's own size allows for.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from cenotaph.bundle import manifest as told
from cenotaph.errors import VerifyError

_CHUNK = 1 << 20
_MOST_TIMES = 100  # what a bundle is larger unpacked; rows of JSON shrink to a tenth or twentieth
_ALWAYS = 64 << 20  # bytes that any bundle may unpack to
_SQLITE = b"SQLite format 3\x00"
_ENCRYPTED = 0x1
_BAD = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class Opened:
    """The members of a bundle."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, most: int) -> None:
        self._path = path
        self.most = most  # bytes that it may unpack to
        self._archive = archive
        self._infos = {info.filename: info for info in archive.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, in their order."""
        return tuple(self._infos)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the contents of a member piece by piece; VerifyError where they are damaged."""
        try:
            with self._archive.open(self._infos[name]) as member:
                while chunk := member.read(_CHUNK):
                    yield chunk
        except _BAD as error:
            raise VerifyError(f"{self._path}: {name}: is damaged: {error}") from error

    def content(self, name: str) -> bytes | None:
        """Return the contents of a member; None: there is none of that name."""
        return b"".join(self.chunks(name)) if name in self._infos else None

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a member; none if it is missing."""
        rest = b""
        for chunk in self.chunks(name) if name in self._infos else ():
            *whole, rest = (rest + chunk).split(b"\n")
            yield from whole
        if rest:
            yield rest

    def length(self, name: str) -> int:
        """Return how many bytes a member has, unpacked."""
        return self._infos[name].file_size

    def sha256(self, name: str) -> str:
        """Return the SHA-256 of a member, hex."""
        whole = hashlib.sha256()
        for chunk in self.chunks(name):
            whole.update(chunk)
        return whole.hexdigest()


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Yield a bundle's members; VerifyError for a file that is none, or one made to do harm."""
    size = path.stat().st_size
    most = max(_ALWAYS, size * _MOST_TIMES)
    try:
        archive = zipfile.ZipFile(path)
    except (*_BAD, ValueError, OverflowError) as error:
        raise VerifyError(f"{path}: {_what_else(path)}: {error}") from error
    with archive:
        _expect_harmless(path, archive.infolist(), size, most)
        yield Opened(path, archive, most)


def read_manifest(path: Path, bundle: Opened) -> told.Manifest:
    """Return what a bundle says of itself; VerifyError where this software cannot know it."""
    content = bundle.content(told.MANIFEST)
    if content is None:
        raise VerifyError(
            f"{path}: a ZIP file, but no bundle of Cenotaph: it has no {told.MANIFEST};"
            f" `cenotaph publish bundle` makes one"
        )
    try:
        number = msgspec.json.decode(content, type=told.Version).bundle
        if number == told.FORMAT:
            return msgspec.json.decode(content, type=told.Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise VerifyError(f"{path}: {told.MANIFEST}: cannot be read: {error}") from error
    raise VerifyError(
        f"{path}: a bundle of format {number}; this Cenotaph knows {told.FORMAT}. Check it with the"
        f" version that made it, or with a newer one"
    )


def _what_else(path: Path) -> str:
    """Return what a file that is no ZIP file is."""
    with path.open("rb") as file:
        start = file.read(len(_SQLITE))
    if start == _SQLITE:
        return f"is a ledger, not a bundle; `cenotaph verify --ledger {path}` checks it"
    if start.startswith(b"PK"):
        return "is not a whole bundle: it was cut off or damaged on the way"
    return "is not a bundle; `cenotaph publish bundle -o FILE --full-text` makes one"


def _expect_harmless(path: Path, infos: list[zipfile.ZipInfo], size: int, most: int) -> None:
    seen: set[str] = set()
    for info in infos:
        if told.NAME.fullmatch(info.filename) is None:
            raise VerifyError(f"{path}: {info.filename!r}: a bundle has no member of such a name")
        if info.filename in seen:
            raise VerifyError(f"{path}: {info.filename}: is there twice; which one counts is open")
        if info.header_offset < 0:  # the directory is said to end elsewhere than it does
            raise VerifyError(f"{path}: {info.filename}: is not where the file says; it is damaged")
        if info.flag_bits & _ENCRYPTED:
            raise VerifyError(f"{path}: {info.filename}: is encrypted; a bundle is not")
        seen.add(info.filename)
    unpacked = sum(info.file_size for info in infos)
    if unpacked > most:
        raise VerifyError(
            f"{path}: {size:,} bytes would unpack to {unpacked:,}, more than {_MOST_TIMES} times as"
            f" many: no bundle does; it was not read"
        )
