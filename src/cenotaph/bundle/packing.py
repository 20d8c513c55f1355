"""A ledger, its record and what to print of it -> the bytes of a bundle."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

import msgspec

from cenotaph import software
from cenotaph.bundle import manifest as told
from cenotaph.bundle import wrapping
from cenotaph.errors import LedgerError
from cenotaph.model import Record
from cenotaph.publish import Options, exporter, formats
from cenotaph.store import SCHEMA, TABLES, Copying, Ledger

_NAMES = (
    "texts, raw and ledger hold every name, minors', survivors' and sources' too, as received;"
    " the files in record print {}"
)


class Wanted(NamedTuple):
    """What of a ledger goes into a bundle besides the ledger."""

    record: Record
    policy: str  # as asked for
    config: str  # digest of the user's own terms
    options: Options


class Packed(NamedTuple):
    """What a bundle holds."""

    members: int
    sums: str  # SHA-256 of its SHA256SUMS: one hash for everything in it
    head: str

    def told(self) -> str:
        """Return in words what it carries, and the hash of it all."""
        return (
            "bundle: accounts' whole texts and raw bytes, with every name in them, also minors'\n"
            f"{self.members:,} members; the SHA-256 of their SHA256SUMS, to be noted elsewhere:\n"
            f"{self.sums}"
        )


def pack(ledger: Ledger, head: str, wanted: Wanted, out: IO[bytes]) -> Packed:
    """Write a bundle of the ledger, whose chain ended in `head` when the record was computed.

    Errors: LedgerError where rows were appended since.
    """
    with ledger.copying() as copying, zipfile.ZipFile(out, "w") as archive:
        links, now = copying.head()
        if now != head:
            raise LedgerError("the ledger was added to meanwhile; publish the bundle again")
        packing = _Packing(archive)
        packing.put(told.README, _readme().encode())
        _put_ledger(packing, copying)
        files = _put_record(packing, wanted)
        chain = told.Chain(links=links, head=now)
        packing.put(told.MANIFEST, told.encode(_manifest(wanted, chain, files)))
        hashes = told.sums(packing.hashes)
        packing.put(told.SUMS, hashes)
    return Packed(len(packing.hashes), hashlib.sha256(hashes).hexdigest(), head)


class _Hashed:
    """Passes bytes on and hashes them."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.sha = hashlib.sha256()

    def write(self, content: bytes) -> None:
        """Write some bytes."""
        self.sha.update(content)
        self._out.write(content)


class _Packing:
    """Puts members into an archive, and notes the hash of each."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.hashes: dict[str, str] = {}

    def put(self, name: str, content: bytes) -> None:
        """Add a member."""
        with self.opened(name) as out:
            out.write(content)

    @contextmanager
    def opened(self, name: str) -> Iterator[_Hashed]:
        """Yield what to write a member to, of any length."""
        with self._archive.open(wrapping.member(name), "w", force_zip64=True) as out:
            hashed = _Hashed(out)
            yield hashed
        self.hashes[name] = hashed.sha.hexdigest()


def _put_ledger(packing: _Packing, copying: Copying) -> None:
    for name in TABLES:
        _put_lines(packing, f"ledger/{name}.jsonl", copying.table(name))
    _put_lines(packing, told.WORDS, copying.words())
    for key, text in copying.texts():
        packing.put(f"texts/{key}.txt", text)
    for key, raw in copying.raws():
        packing.put(f"raw/{key}", raw)


def _put_lines(packing: _Packing, name: str, rows: Iterable[object]) -> None:
    encode = msgspec.json.Encoder().encode
    with packing.opened(name) as out:
        for row in rows:
            out.write(encode(row) + b"\n")


def _put_record(packing: _Packing, wanted: Wanted) -> dict[str, str]:
    """Add what is published of the record; return the format of each file."""
    files = {name: format_ for name, format_ in told.RECORD.items() if format_ in formats()}
    for name, format_ in files.items():
        packing.put(name, published(wanted, format_))
    return files


def published(wanted: Wanted, format_: str) -> bytes:
    """Return a file of the record, as `cenotaph publish` writes it."""
    out = io.StringIO()
    exporter(format_).write(wanted.record, out, wanted.options)
    return out.getvalue().encode()


def _manifest(wanted: Wanted, chain: told.Chain, files: dict[str, str]) -> told.Manifest:
    names = "names but minors' and those of survivors of sexual violence"
    return told.Manifest(
        record=wanted.record.digest,
        policy=wanted.policy,
        counted=wanted.record.policy,
        config=wanted.config,
        options=msgspec.structs.replace(wanted.options, made=None),  # it follows from the ledger
        names=_NAMES.format(names if wanted.options.names else "no victim's or private one"),
        software=present_software(),
        chain=chain,
        files=files,
    )


def present_software() -> told.Software:
    """Return what this software is."""
    return told.Software(
        version=software.version(),
        digest=software.software_digest(),
        model=software.model_digest(),
        gazetteer=software.gazetteer_digest(),
        ledger_schema=SCHEMA,
    )


def _readme() -> str:
    return """\
A record of killed, injured and missing people, with all that it was made from.

  bundle.json   by which software, policy and options; how the ledger's chain ends
  SHA256SUMS    the SHA-256 of every other file: `sha256sum -c SHA256SUMS` checks them
  record/       the record as published; claims.jsonl leads each figure to its words, by
                document, offsets (Unicode code points) and quote
  texts/        each account as it was read: title, two line feeds, text. The name is the
                SHA-256 of the contents, and the document's id everywhere else
  raw/          the bytes each was read from, as received; the name is their SHA-256
  ledger/       the rows of the ledger, one JSON array or object a line: documents, captures, what
                the software found, what people decided, and the chain of hashes over all of them

`cenotaph verify FILE` re-reads all of this on any machine, without the ledger: every hash, span and
quotation, every decision, the chain, and, by the same version of the software, the record itself.
Note the hash that it prints, or that `cenotaph publish bundle` printed, where nobody can change it:
whoever rewrites the whole bundle cannot rewrite that.

The texts hold every name that the accounts hold, and the ledger who told what in confidence. Handle
this file as you would the accounts.
"""
