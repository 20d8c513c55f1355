"""Captures with the bytes received -> records of a WARC file, and such a file -> its records.

WARC/1.1 as in ISO 28500:2017; the index is CDXJ 0.1.0. Each record is a gzip member of its own, so
that one can be read without the others. Nothing here knows a clock: a capture that bears no day
cannot be given one, and says so.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import uuid
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import quote

import msgspec

from cenotaph.model import Capture

FILE: Final = "data.warc.gz"
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
_KEPT = "%:/?#[]@!$&'()*+,;=~"  # what RFC 3986 lets stand in an address besides letters and digits
_LINE = re.compile(r":\d+$")  # of a ref: the line in a file of many accounts
_CHUNK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
_MEDIA = {
    ".html": "text/html",
    ".htm": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".jsonl": "application/json",  # one line of it
}


class Dated(NamedTuple):
    """When something was captured or, failing that, published."""

    given: str  # as precise as known: a day, or a time in UTC
    by: str  # captured, published or unknown

    @property
    def moment(self) -> str:
        """The same as an RFC 3339 time; of a day its first moment."""
        return self.given if "T" in self.given else f"{self.given}T00:00:00Z"

    @property
    def digits(self) -> str:
        """The same as fourteen digits, as an index has it."""
        return re.sub(r"\D", "", self.moment)[:14]


UNDATED: Final = Dated(
    "1970-01-01", "unknown"
)  # a record must have a date, and says that it has none


class Entry(NamedTuple):
    """One capture as a record: what its headers, the index and the list of pages say."""

    id: str
    kind: str  # resource or conversion
    uri: str
    dated: Dated
    media: str
    digest: str  # of the bytes received, labelled
    title: str | None


class Found(NamedTuple):
    """A record as it stands in a file: bytes from its beginning, and unpacked."""

    offset: int
    length: int
    content: bytes


def entry(key: str, capture: Capture, raw: bytes, title: str | None) -> Entry:
    """Return a capture as a record.

    It is a `resource` where the bytes are what its address served (a web page), or where it has no
    address; an account copied into a text or a line of JSON is a `conversion` of what stood there.
    """
    uri, media = _uri(capture), _media(capture, raw)
    own = media == "text/html" or uri.startswith("urn:sha256:")
    kind = "resource" if own else "conversion"
    digest = f"sha256:{hashlib.sha256(raw).hexdigest()}"
    return Entry(key, kind, uri, dated(capture), media, digest, title)


def dated(capture: Capture) -> Dated:
    """Return the time of capture where it is known, else the day of capture or of publication."""
    moment = _moment(capture.captured)
    if moment is not None:
        return Dated(moment, "captured")
    for given, by in ((capture.captured, "captured"), (capture.published, "published")):
        day = (given or "")[:10]
        if _is_day(day):
            return Dated(day, by)
    return UNDATED


def _moment(given: str | None) -> str | None:
    """Return a time in UTC; None for a day, for a time that says no zone, for what is neither."""
    try:
        time = dt.datetime.fromisoformat(given or "")
        utc = time.astimezone(dt.UTC) if time.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
    return None if utc is None else utc.isoformat().replace("+00:00", "Z")


def _is_day(words: str) -> bool:
    try:
        return len(words) == len("2022-03-10") and bool(dt.date.fromisoformat(words))
    except ValueError:
        return False


def _uri(capture: Capture) -> str:
    url = quote((capture.url or "").strip(), safe=_KEPT)
    return url if _URI.match(url) else f"urn:sha256:{capture.raw}"


def _media(capture: Capture, raw: bytes) -> str:
    suffix = "." + _LINE.sub("", capture.ref).rpartition(".")[2].lower()
    try:
        msgspec.json.decode(raw, type=dict[str, object])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return _MEDIA.get(suffix, "application/octet-stream")
    return "application/json"


def warcinfo(version: str, day: Dated) -> bytes:
    """Return the record that a file begins with, unpacked."""
    block = (
        f"software: Cenotaph/{version}\r\nformat: WARC File Format 1.1\r\n"
        "description: bytes as Cenotaph received them; no HTTP headers were kept\r\n"
    ).encode()
    fields = {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": _record_id(f"{version} {day}"),
        "WARC-Date": day.given,
        "WARC-Filename": FILE,
        "Content-Type": "application/warc-fields",
    }
    return _record(fields, block)


def record(one: Entry, raw: bytes) -> bytes:
    """Return a capture's record, unpacked."""
    fields = {
        "WARC-Type": one.kind,
        "WARC-Record-ID": _record_id(one.id),
        "WARC-Date": one.dated.given,
        "WARC-Target-URI": one.uri,
        "WARC-Payload-Digest": one.digest,
        "WARC-Block-Digest": one.digest,
        "Content-Type": one.media,
        "Cenotaph-Dated": one.dated.by,
        "Cenotaph-Capture": one.id,
    }
    return _record(fields, raw)


def _record(fields: dict[str, str], block: bytes) -> bytes:
    lines = [f"{name}: {value}" for name, value in fields.items()]
    head = "\r\n".join(("WARC/1.1", *lines, f"Content-Length: {len(block)}", "", ""))
    return head.encode() + block + b"\r\n\r\n"


def _record_id(key: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, key)}>"


def packed(content: bytes) -> bytes:
    """Return a record as a gzip member, which says neither when nor where it was made."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
    return packer.compress(content) + packer.flush()


def unpacked(content: bytes, most: int) -> Iterator[Found]:
    """Yield the records of a file; ValueError where it is none, or larger unpacked than `most`."""
    offset, left = 0, most
    while offset < len(content):
        found = member(content, offset, left)
        yield found
        offset += found.length
        left -= len(found.content)


def member(content: bytes, offset: int, most: int) -> Found:
    """Return the record that begins at a byte; ValueError as above."""
    unpacker, parts, at = zlib.decompressobj(_GZIP), [], offset
    while not unpacker.eof and at < len(content):
        piece = content[at : at + _CHUNK]
        try:
            parts.append(unpacker.decompress(piece, most + 1))
        except zlib.error as error:
            raise ValueError(f"no gzip member at byte {offset}: {error}") from error
        most -= len(parts[-1])
        if most < 0:
            raise ValueError(f"the record at byte {offset} unpacks to too much")
        at += len(piece)
    if not unpacker.eof:
        raise ValueError(f"the record at byte {offset} is cut off")
    return Found(offset, at - offset - len(unpacker.unused_data), b"".join(parts))


def block(content: bytes) -> bytes:
    """Return the bytes that an unpacked record holds, whatever its header says of them."""
    return content.partition(b"\r\n\r\n")[2][:-4]


def index(one: Entry, offset: int, length: int) -> str:
    """Return the line of the index that leads to a record."""
    where = {
        "url": one.uri,
        "mime": one.media,
        "status": "-",  # nobody noted what a server answered
        "digest": one.digest,
        "length": length,
        "offset": offset,
        "filename": FILE,
    }
    return f"{searchable(one.uri)} {one.dated.digits} {msgspec.json.encode(where).decode()}\n"


def searchable(uri: str) -> str:
    """Return an address with its host turned around: sorted, sites stay together."""
    scheme, _, rest = uri.lower().partition("://")
    if scheme not in {"http", "https"}:
        return uri.lower()
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    name, colon, port = host.rpartition("@")[2].partition(":")
    return f"{','.join(reversed(name.split('.')))}{colon}{port}){rest[len(host) :]}"
