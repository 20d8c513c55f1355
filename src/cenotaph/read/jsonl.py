"""The contract's JSON lines: one line, one account."""

import io
from collections.abc import Iterator
from typing import IO

import msgspec

from cenotaph.model import Entry, Fields, Refused
from cenotaph.model.intake import SOURCE_KINDS

SUFFIXES = (".jsonl", ".ndjson")
_LONGEST = 16 * 1024 * 1024  # bytes of one line
_MARK = b"\xef\xbb\xbf"


class _Line(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    text: str


_decoder = msgspec.json.Decoder(_Line)
_KEYS = ", ".join(sorted(_Line.__struct_fields__))


def read(raw: bytes, name: str) -> Iterator[Entry | Refused]:
    """Yield the accounts in the bytes of a file."""
    yield from read_lines(io.BytesIO(raw), name)


def read_lines(stream: IO[bytes], name: str) -> Iterator[Entry | Refused]:
    """Yield an account for each line; a broken line is refused and the next one read."""
    found = False
    for number, line in _lines(stream):
        place = f"line {number}"
        found = True
        if line is None:
            yield Refused(f"{name}: {place}", f"is longer than {_LONGEST:,} bytes; split it")
            continue
        entry = _entry(line, place)
        yield Refused(f"{name}: {place}", entry) if isinstance(entry, str) else entry
    if not found:
        yield Refused(name, "is empty; each line holds one account as a JSON object")


def _entry(line: bytes, place: str) -> Entry | str:
    """Return the account in a line, or why there is none."""
    try:
        parsed = _decoder.decode(line)
        parsed.text.encode()
    except msgspec.ValidationError as error:
        return f"{error}; keys known: {_KEYS}; only text is required; {SOURCE_KINDS}"
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return f"is no JSON object in UTF-8: {error}"
    fields = {key: getattr(parsed, key) for key in Fields.__struct_fields__}
    return Entry(parsed.text, Fields(**fields), line, place)


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line that is not blank, numbered from 1; None for one that is too long."""
    number = 0
    while line := stream.readline(_LONGEST + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_MARK)
        if len(line) > _LONGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_LONGEST)
            yield number, None
        elif line.strip():
            yield number, line.rstrip(b"\r\n")
