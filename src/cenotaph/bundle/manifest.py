"""What a bundle says of itself: `bundle.json`, the names of its members, `SHA256SUMS`."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from cenotaph.publish import CONTRACT, Options

FORMAT: Final = 1  # of the bundle; a change in what its members are needs a new number
MANIFEST: Final = "bundle.json"
SUMS: Final = "SHA256SUMS"
README: Final = "README.txt"
WORDS: Final = "ledger/words.jsonl"

# The files in `record`, each with its format.
RECORD: Final = {
    "record/record.html": "html",
    "record/methodology.md": "methodology",
    "record/incidents.jsonl": "incidents",
    "record/cumulative.jsonl": "cumulative",
    "record/claims.jsonl": "claims",
    "record/accounts.jsonl": "accounts",
    "record/annotations.jsonl": "annotations",
    "record/documents.jsonl": "documents",
}
NAME: Final = re.compile(
    r"bundle\.json|SHA256SUMS|README\.txt|texts/[0-9a-f]{64}\.txt|raw/[0-9a-f]{64}"
    r"|(ledger|record)/[a-z_]{1,40}\.[a-z]{1,5}"
    r"|archive/data\.warc\.gz|indexes/index\.cdxj|pages/pages\.jsonl|datapackage(-digest)?\.json"
)
_LINE = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<name>\S+)")


class Software(msgspec.Struct, frozen=True, kw_only=True):
    """What the record was computed by; digests are SHA-256."""

    version: str
    digest: str  # of all code and small data
    model: str
    gazetteer: str
    ledger_schema: int


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """The end of the ledger's hash chain."""

    links: int
    head: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of `bundle.json`."""

    bundle: int = FORMAT
    contract: int = CONTRACT
    record: str  # the record's digest
    policy: str  # its name as asked for
    counted: str  # its name and version, as in every row
    config: str  # digest of the user's own terms; "" without any
    options: Options  # what the files in `record` were written with
    names: str  # in words: what of names the bundle carries
    software: Software
    chain: Chain
    files: dict[str, str]  # member of `record` -> its format


class Version(msgspec.Struct, frozen=True):
    """What any bundle's `bundle.json` begins with, whatever its number."""

    bundle: int


def encode(manifest: Manifest) -> bytes:
    """Return `bundle.json`, indented to be read."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def sums(hashes: dict[str, str]) -> bytes:
    """Return `SHA256SUMS` as the program sha256sum reads and writes it."""
    return "".join(f"{value}  {name}\n" for name, value in hashes.items()).encode()


def parsed_sums(content: bytes) -> dict[str, str]:
    """Return the hashes by member; ValueError says which line is none."""
    found: dict[str, str] = {}
    for number, line in enumerate(content.decode("ascii").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None or match["name"] in found:
            raise ValueError(f"{SUMS} line {number}: not a hash and a name of its own")
        found[match["name"]] = match["sum"]
    return found
