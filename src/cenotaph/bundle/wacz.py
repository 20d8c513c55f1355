"""What was received, as a web archive in a WACZ file 1.1.1, and what in such a file does not hold.

`archive`, `indexes`, `pages` and the two `datapackage` files are those of the specification; all
that a bundle has besides lies beside them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final, NamedTuple, TypeVar

import msgspec

from cenotaph.bundle import warc
from cenotaph.bundle.members import Members
from cenotaph.bundle.opening import Opened
from cenotaph.errors import VerifyError
from cenotaph.store import Copying

ARCHIVE: Final = f"archive/{warc.FILE}"
INDEX: Final = "indexes/index.cdxj"
PAGES: Final = "pages/pages.jsonl"
PACKAGE: Final = "datapackage.json"
DIGEST: Final = "datapackage-digest.json"
T = TypeVar("T")
_FIRST = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}


class Resource(msgspec.Struct, frozen=True):
    """One member as `datapackage.json` lists it."""

    name: str
    path: str
    hash: str
    bytes: int


class _Package(msgspec.Struct, frozen=True):
    resources: tuple[Resource, ...]


class _Digest(msgspec.Struct, frozen=True):
    path: str
    hash: str


class Placed(NamedTuple):
    """A capture, and where in the WARC file its record stands, in bytes."""

    entry: warc.Entry
    offset: int
    length: int


def put_received(packing: Members, copying: Copying, version: str) -> int:
    """Add the bytes received; return how many captures bear no day."""
    placed: list[Placed] = []
    offset = 0
    with packing.opened(ARCHIVE) as out:
        for content, entry in _contents(copying, version):
            member = warc.packed(content)
            out.write(member)
            placed += [Placed(entry, offset, len(member))] if entry is not None else []
            offset += len(member)
    packing.put(INDEX, _index(placed))
    packing.put(PAGES, _pages(placed))
    return sum(one.entry.dated.by == "unknown" for one in placed)


def _contents(copying: Copying, version: str) -> Iterator[tuple[bytes, warc.Entry | None]]:
    """Yield the records of a file, unpacked: what it is, then each capture's."""
    days = (warc.dated(capture) for _, capture, _ in copying.received())
    known = (day for day in days if day.by != "unknown")
    first = min(known, key=lambda day: day.moment, default=warc.UNDATED)
    yield warc.warcinfo(version, first), None
    for key, capture, raw in copying.received():
        entry = warc.entry(key, capture, raw, copying.document(capture.document).title)
        yield warc.record(entry, raw), entry


def _index(placed: list[Placed]) -> bytes:
    lines = (warc.index(*one).encode() for one in placed)
    return b"".join(sorted(lines))


def _pages(placed: list[Placed]) -> bytes:
    rows: list[dict[str, str]] = [_FIRST]
    for one, *_ in placed:
        title = {} if one.title is None else {"title": one.title}
        when = {"ts": one.dated.moment, "dated": one.dated.by}
        rows.append({"id": one.id, "url": one.uri, **when, **title})
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def put_seal(packing: Members, version: str) -> str:
    """Add the list of all members, and its hash; return which member stands for them all."""
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": "A record of killed, injured and missing people, with all that it was made from",
        "description": "Made by `cenotaph publish wacz`; `cenotaph verify FILE` checks it.",
        "software": f"Cenotaph {version}",
        "resources": [
            Resource(path.replace("/", "-").lower(), path, f"sha256:{value}", packing.lengths[path])
            for path, value in packing.hashes.items()
        ],
    }
    packing.put(PACKAGE, _readable(package))
    packing.put(DIGEST, _readable(_Digest(PACKAGE, f"sha256:{packing.hashes[PACKAGE]}")))
    return DIGEST


def _readable(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def is_wacz(bundle: Opened) -> bool:
    """Tell whether a file is one of these, even if a part of it was taken out."""
    return not {ARCHIVE, PACKAGE, DIGEST}.isdisjoint(bundle.names)


def listed(bundle: Opened) -> dict[str, str]:
    """Return the hashes by member as `datapackage.json` lists them; ValueError: it cannot be read.

    That nobody changed the list itself is for `seal_faults` to say.
    """
    known: dict[str, str] = {}
    for one in _decoded(bundle, PACKAGE, _Package).resources:
        if one.path in known:
            raise ValueError(f"{PACKAGE}: lists {one.path} twice")
        known[one.path] = one.hash.removeprefix("sha256:")
    return known


def seal_faults(bundle: Opened) -> Iterator[str]:
    """Set the list of members against its own hash, and each member against its length."""
    try:
        digest = _decoded(bundle, DIGEST, _Digest)
        resources = _decoded(bundle, PACKAGE, _Package).resources
    except ValueError as error:
        yield str(error)
        return
    if (digest.path, digest.hash) != (PACKAGE, f"sha256:{bundle.sha256(PACKAGE)}"):
        yield f"{PACKAGE}: was changed; its SHA-256 is not the one in {DIGEST}"
    for one in resources:
        if one.path in bundle.names and bundle.length(one.path) != one.bytes:
            yield f"{one.path}: has not the length that {PACKAGE} says"


def _decoded(bundle: Opened, name: str, kind: type[T]) -> T:
    content = bundle.content(name)
    if content is None:
        raise ValueError(f"{name}: is missing; no member can be set against its hash")
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ValueError(f"{name}: cannot be read: {error}") from error


class _Record(NamedTuple):
    """Where a record stands, and its SHA-256 unpacked: not all fit into memory at once."""

    offset: int
    length: int
    sha: str


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Received:
    """The records of the WARC file in a bundle; of none where it has no such file."""

    def __init__(self, bundle: Opened) -> None:
        """Read them; VerifyError where there is such a file, and it is none."""
        self._content = bundle.content(ARCHIVE) or b""
        self._most = bundle.most
        self._records: list[_Record] = []
        self._at: dict[str, int] = {}  # SHA-256 of bytes received -> where their record begins
        try:
            for one in warc.unpacked(self._content, bundle.most):
                self._records.append(_Record(one.offset, one.length, _sha(one.content)))
                self._at[_sha(warc.block(one.content))] = one.offset
        except ValueError as error:
            raise VerifyError(f"{ARCHIVE}: {error}") from error

    def raw(self, digest: str) -> bytes | None:
        """Return the bytes with this SHA-256."""
        if digest not in self._at:
            return None
        return warc.block(warc.member(self._content, self._at[digest], self._most).content)

    def faults(self, bundle: Opened, copying: Copying, version: str) -> Iterator[str]:
        """Set records, index and pages against what the ledger's captures give."""
        placed: list[Placed] = []
        both = zip_longest(self._records, _contents(copying, version))
        for number, (found, expected) in enumerate(both, 1):
            if found is None or expected is None or found.sha != _sha(expected[0]):
                yield f"{ARCHIVE} record {number}: is not what the ledger's captures give"
            elif expected[1] is not None:
                placed.append(Placed(expected[1], found.offset, found.length))
        for name, content in ((INDEX, _index(placed)), (PAGES, _pages(placed))):
            if bundle.content(name) != content:
                yield f"{name}: is not what the records of {ARCHIVE} give"
