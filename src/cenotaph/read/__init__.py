"""Files -> documents as they came in. Every module here reads one format.

A reader has `SUFFIXES` and `read(raw, name)`, which yields an `Entry` for each account that it
finds and a `Refused` for each that it cannot take. One that goes through a file line by line has
`read_lines(stream, name)` too, and is handed the open file. Nothing here follows a link out of a
page or asks the network.
"""

import datetime as dt
import hashlib
import importlib
import os
import pkgutil
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Protocol, cast

import msgspec

from cenotaph.errors import ReadError
from cenotaph.model import Capture, Document, Entry, Fields, Received, Refused, is_lived
from cenotaph.model.intake import SOURCE_KINDS

_SIDECAR = ".meta.json"
_MOST_BYTES = 64 * 1024 * 1024  # of one file that is read whole
_MOST_TEXT = 2_000_000  # code points of one account: two thick books
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Reader(Protocol):
    """What a module must have to be a reader."""

    SUFFIXES: tuple[str, ...]

    def read(self, raw: bytes, name: str) -> Iterator[Entry | Refused]:
        """Yield the accounts in the bytes of one file."""


class LineReader(Reader, Protocol):
    """What a reader must have to be handed files of any size."""

    def read_lines(self, stream: IO[bytes], name: str) -> Iterator[Entry | Refused]:
        """Yield the accounts of an open file, line by line."""


def readers() -> dict[str, Reader]:
    """Return the readers by file suffix."""
    names = (f"{__name__}.{m.name}" for m in pkgutil.iter_modules(__path__))
    modules = [cast("Reader", importlib.import_module(name)) for name in names]
    return {suffix: module for module in modules for suffix in module.SUFFIXES}


def read(path: Path, skip: frozenset[Path] = frozenset()) -> Iterator[Received | Refused]:
    """Yield the accounts in a file, or in all files of a folder in sorted order.

    Hidden files, sidecars and the files in `skip` (resolved: the ledger itself) are passed over.
    """
    known = readers()
    for found, ref in _files(path):
        if isinstance(found, Refused):
            yield found
        elif found.resolve() not in skip:
            yield from _read_file(found, ref, known)


def read_stream(stream: IO[bytes], name: str = "-") -> Iterator[Received | Refused]:
    """Yield the accounts in a stream of JSON lines, such as standard input."""
    reader = cast("LineReader", readers()[".jsonl"])
    yield from _received(reader.read_lines(stream, name), name, Fields(), None)


def _files(path: Path) -> Iterator[tuple[Path | Refused, str]]:
    """Yield files with their refs: the path below the PATH given, its name for a file alone."""
    waiting: list[tuple[Path, str, tuple[Path, ...]]] = [(path, "", ())]
    while waiting:
        here, ref, above = waiting.pop()
        try:
            inside = sorted(here.iterdir()) if stat.S_ISDIR(here.stat().st_mode) else None
            real = here.resolve()
        except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
            yield Refused(str(here), _reason(error)), ref
            continue
        if inside is None:
            yield here, ref or _readable(here.name)
        elif real in above:
            yield Refused(str(here), "is a link to a folder that it lies in; remove the link"), ref
        else:
            waiting += [
                (child, f"{ref}/{_readable(child.name)}".lstrip("/"), (*above, real))
                for child in reversed(inside)
                if not child.name.startswith(".") and not child.name.endswith(_SIDECAR)
            ]


def _readable(name: str) -> str:
    """Return a file's name as text; bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read_file(path: Path, ref: str, known: dict[str, Reader]) -> Iterator[Received | Refused]:
    try:
        reader, sidecar = _reader(path, known), _sidecar(path)
        if hasattr(reader, "read_lines"):
            with path.open("rb") as stream:
                entries = cast("LineReader", reader).read_lines(stream, str(path))
                yield from _received(entries, ref, sidecar, None)
            return
        raw = _whole(path)
        yield from _received(reader.read(raw, str(path)), ref, sidecar, raw)
    except OSError as error:
        yield Refused(str(path), _reason(error))
    except MemoryError:
        yield Refused(str(path), "is too large for this machine's memory; split it")
    except (ReadError, UnicodeError) as error:
        yield Refused(str(path), str(error))


def _reader(path: Path, known: dict[str, Reader]) -> Reader:
    if not stat.S_ISREG(path.stat().st_mode):
        raise ReadError("is not a file (a pipe, a socket or a device); copy it into a file")
    reader = known.get(path.suffix.lower())
    if reader is None:
        kind = (
            f"no reader for {path.suffix!r}" if path.suffix else "no suffix to tell its format by"
        )
        raise ReadError(f"{kind}; known: {', '.join(sorted(known))}")
    return reader


def _whole(path: Path) -> bytes:
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise ReadError(
            f"is {size:,} bytes large; one account has at most {_MOST_BYTES:,}: split it"
        )
    raw = path.read_bytes()
    if not raw.strip():
        raise ReadError("is empty; an account needs a text")
    return raw


def _sidecar(path: Path) -> Fields:
    """Return what NAME.meta.json says of NAME; nothing when there is none."""
    beside = path.with_name(path.name + _SIDECAR)
    if not beside.exists():
        return Fields()
    try:
        return msgspec.json.decode(beside.read_bytes(), type=Fields)
    except (msgspec.MsgspecError, UnicodeError) as error:
        keys = ", ".join(Fields.__struct_fields__)
        raise ReadError(
            f"its sidecar {beside.name} is broken: {error}; keys known: {keys}; {SOURCE_KINDS}"
        ) from error


def _received(
    entries: Iterator[Entry | Refused], ref: str, sidecar: Fields, raw: bytes | None
) -> Iterator[Received | Refused]:
    for entry in entries:
        if isinstance(entry, Refused):
            yield entry
            continue
        name = f"{ref}: {entry.place}" if entry.place else ref
        if not entry.text.strip():
            yield Refused(name, "has no text; an account needs one")
        elif len(entry.text) > _MOST_TEXT:
            yield Refused(name, f"has more than {_MOST_TEXT:,} characters; split it into accounts")
        else:
            yield _receive(entry, name, _over(sidecar, entry.fields), entry.raw or raw or b"")


def _over(sidecar: Fields, found: Fields) -> Fields:
    """Return what was found in a file, overruled by what its sidecar says."""
    said = {k: v for k, v in msgspec.structs.asdict(sidecar).items() if v is not None}
    return msgspec.structs.replace(found, **said)


def _receive(entry: Entry, name: str, fields: Fields, raw: bytes) -> Received:
    document = Document.of(entry.text, fields.title or None)
    published, captured = _as_given(fields.published), _as_given(fields.captured)
    capture = Capture(
        document=document.id,
        raw=hashlib.sha256(raw).hexdigest(),
        ref=fields.ref or name.replace(": line ", ":"),
        author=fields.author,
        publisher=fields.publisher,
        source_kind=fields.source_kind,
        published=published,
        url=fields.url,
        archive_url=fields.archive_url,
        captured=captured,
        language=fields.language,
    )
    doubts = (*_doubts("published", published), *_doubts("captured", captured))
    return Received(document, capture, raw, tuple(f"{name}: {doubt}" for doubt in doubts))


def _as_given(when: object) -> str | None:
    if when is None or isinstance(when, str):
        return when
    return msgspec.json.encode(when).decode()


def _doubts(key: str, when: str | None) -> Iterator[str]:
    if when is not None and not _is_time(when):
        yield f"{key} {when!r} is neither a date (2022-03-10) nor an RFC 3339 time; kept, not used"
    elif when is not None and not is_lived(dt.datetime.fromisoformat(when)):
        yield f"{key} {when!r} stands for a day that nobody knows; kept, not used"


def _is_time(when: str) -> bool:
    try:
        if _DAY.fullmatch(when):
            dt.date.fromisoformat(when)
        else:
            dt.datetime.fromisoformat(when)
            return _DAY.match(when) is not None and len(when) > len("2022-03-10")
    except ValueError:
        return False
    return True


def _reason(error: OSError | RuntimeError) -> str:
    number = getattr(error, "errno", None)
    what = str(error) if number is None else os.strerror(number)
    return f"cannot be read: {what.lower()}"
