"""A ledger, its record and what to print of it -> the bytes of a bundle."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import IO, NamedTuple

import msgspec

from cenotaph import software
from cenotaph.bundle import manifest as told
from cenotaph.bundle import wacz
from cenotaph.bundle.members import Members
from cenotaph.errors import LedgerError
from cenotaph.model import Record
from cenotaph.publish import Options, exporter, formats
from cenotaph.store import SCHEMA, TABLES, Copying, Ledger

_SEALED = """\
  SHA256SUMS    the SHA-256 of every other file: `sha256sum -c SHA256SUMS` checks them"""
_SEALED_WACZ = """\
  datapackage.json           the SHA-256 of every other file but the next
  datapackage-digest.json    the SHA-256 of datapackage.json"""
_RAW = """\
  raw/          the bytes each was read from, as received; the name is their SHA-256"""
_RAW_WACZ = """\
  archive/      the bytes each was read from, as received, in a WARC file; indexes/ says where in
                it, pages/ when and from which address"""
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
    as_wacz: bool = False  # what was received as a web archive, in a WACZ file


class Packed(NamedTuple):
    """What a bundle holds."""

    members: int
    sums: str  # SHA-256 of the member that seals it: one hash for everything in it
    head: str
    seal: str = told.SUMS
    undated: int = 0  # captures in a WACZ file that bear no day

    def told(self) -> str:
        """Return in words what it carries, and the hash of it all."""
        days = f"captures without any day, dated 1970 and marked `unknown`: {self.undated:,}\n"
        return (
            "bundle: accounts' whole texts and raw bytes, with every name in them, also minors'\n"
            f"{days if self.undated else ''}"
            f"{self.members:,} members; the SHA-256 of their {self.seal}, to be noted elsewhere:\n"
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
        packing = Members(archive)
        packing.put(told.README, readme(as_wacz=wanted.as_wacz))
        _put_ledger(packing, copying)
        undated = _put_raw(packing, copying, as_wacz=wanted.as_wacz)
        for name, format_ in _files().items():
            packing.put(name, published(wanted, format_))
        chain = told.Chain(links=links, head=now)
        packing.put(told.MANIFEST, manifest_of(wanted, chain))
        seal = _seal(packing, as_wacz=wanted.as_wacz)
    return Packed(len(packing.hashes), packing.hashes[seal], head, seal, undated)


def _seal(packing: Members, *, as_wacz: bool) -> str:
    """Add the hashes of all members; return which member's own hash stands for them all."""
    if as_wacz:
        return wacz.put_seal(packing, software.version())
    packing.put(told.SUMS, told.sums(packing.hashes))
    return told.SUMS


def _put_ledger(packing: Members, copying: Copying) -> None:
    for name in TABLES:
        _put_lines(packing, f"ledger/{name}.jsonl", copying.table(name))
    _put_lines(packing, told.WORDS, copying.words())
    for key, text in copying.texts():
        packing.put(f"texts/{key}.txt", text)


def _put_raw(packing: Members, copying: Copying, *, as_wacz: bool) -> int:
    """Add the bytes received; return how many captures bear no day where that matters."""
    if as_wacz:
        return wacz.put_received(packing, copying, software.version())
    for key, raw in copying.raws():
        packing.put(f"raw/{key}", raw)
    return 0


def _put_lines(packing: Members, name: str, rows: Iterable[object]) -> None:
    encode = msgspec.json.Encoder().encode
    with packing.opened(name) as out:
        for row in rows:
            out.write(encode(row) + b"\n")


def _files() -> dict[str, str]:
    """Return the files that are published of the record, each with its format."""
    return {name: format_ for name, format_ in told.RECORD.items() if format_ in formats()}


def published(wanted: Wanted, format_: str) -> bytes:
    """Return a file of the record, as `cenotaph publish` writes it."""
    out = io.StringIO()
    exporter(format_).write(wanted.record, out, wanted.options)
    return out.getvalue().encode()


def manifest_of(wanted: Wanted, chain: told.Chain) -> bytes:
    """Return what a bundle of a record says of itself."""
    names = "names but minors' and those of survivors of sexual violence"
    said = told.Manifest(
        record=wanted.record.digest,
        policy=wanted.policy,
        counted=wanted.record.policy,
        config=wanted.config,
        options=msgspec.structs.replace(wanted.options, made=None),  # it follows from the ledger
        names=_NAMES.format(names if wanted.options.names else "no victim's or private one"),
        software=present_software(),
        chain=chain,
        files=_files(),
    )
    return told.encode(said)


def present_software() -> told.Software:
    """Return what this software is."""
    return told.Software(
        version=software.version(),
        digest=software.software_digest(),
        model=software.model_digest(),
        gazetteer=software.gazetteer_digest(),
        ledger_schema=SCHEMA,
    )


def readme(*, as_wacz: bool) -> bytes:
    """Return what a person who unpacks it reads first."""
    words = f"""\
A record of killed, injured and missing people, with all that it was made from.

  bundle.json   by which software, policy and options; how the ledger's chain ends
{_SEALED_WACZ if as_wacz else _SEALED}
  record/       the record as published; claims.jsonl leads each figure to its words, by
                document, offsets (Unicode code points) and quote
  texts/        each account as it was read: title, two line feeds, text. The name is the
                SHA-256 of the contents, and the document's id everywhere else
{_RAW_WACZ if as_wacz else _RAW}
  ledger/       the rows of the ledger, one JSON array or object a line: documents, captures, what
                the software found, what people decided, and the chain of hashes over all of them

`cenotaph verify FILE` re-reads all of this on any machine, without the ledger: every hash, span and
quotation, every decision, the chain, and, by the same version of the software, the record itself.
Note the hash that it prints, or that `cenotaph publish bundle` printed, where nobody can change it:
whoever rewrites the whole bundle cannot rewrite that.

The texts hold every name that the accounts hold, and the ledger who told what in confidence. Handle
this file as you would the accounts.
"""
    return words.encode()
