"""A bundle -> what in it does not hold, and where; the ledger it was made of is not needed.

What was copied of the ledger is put into an empty one in memory and verified like any ledger;
what was published is set against it, and computed anew where the software is the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from cenotaph import pipeline
from cenotaph.bundle import manifest as told
from cenotaph.bundle import wacz, wrapping
from cenotaph.bundle.opening import Opened, opened, read_manifest
from cenotaph.bundle.packing import Wanted, manifest_of, present_software, published, readme
from cenotaph.bundle.rows import Rows
from cenotaph.config import Config
from cenotaph.errors import CenotaphError, LedgerError, VerifyError
from cenotaph.model import Document, some_words
from cenotaph.store import TABLES, Copying, Ledger, Row, Verified, Words
from cenotaph.store.bodies import DESTROYED, decision_id

T = TypeVar("T")


class Checked(NamedTuple):
    """What was looked at and what does not hold."""

    manifest: told.Manifest
    members: int
    seal: str  # the member that stands for all of them
    sums: str  # its SHA-256
    stamp: str | None  # of a WACZ file: whether a time stamp lies beside it, in words
    verified: Verified | None  # None: its ledger's rows cannot be put together
    quotes: int  # of published claims, found at their offsets
    not_recomputed: str | None  # why the record was not computed anew; None: it was
    faults: tuple[str, ...]


def check(path: Path, config: Config = pipeline.NOTHING_SET) -> Checked:
    """Check a bundle; VerifyError where it is none, or cannot be read at all."""
    with opened(path) as bundle:
        manifest = read_manifest(path, bundle)
        faults = [*wrapping.faults(path), *_member_faults(bundle, manifest)]
        as_wacz = wacz.is_wacz(bundle)
        seal = wacz.DIGEST if as_wacz else told.SUMS
        checking = _Checking(bundle, manifest, config)
        faults += checking.faults()
        return Checked(
            manifest=manifest,
            members=len(bundle.names),
            seal=seal,
            sums=bundle.sha256(seal) if seal in bundle.names else "",
            stamp=_stamp(path) if as_wacz else None,
            verified=checking.verified,
            quotes=checking.quotes,
            not_recomputed=checking.not_recomputed,
            faults=tuple(faults),
        )


def _stamp(path: Path) -> str:
    beside = Path(f"{path}.tsr")
    if beside.exists():
        return f"time stamp {beside.name}: is there; it was not checked"
    return f"time stamp {beside.name}: none is there"


def checked(path: Path, config: Config = pipeline.NOTHING_SET) -> tuple[str, tuple[str, ...]]:
    """Check a bundle, and return in words what was looked at, and what does not hold."""
    found = check(path, config)
    return "\n".join(_lines(found)), found.faults


def _lines(found: Checked) -> Iterator[str]:
    if found.verified is not None:
        yield f"{found.verified.told()},"
        yield f"{found.quotes:,} published quotes, {found.members:,} members:"
    yield f"{len(found.faults):,} do not hold"
    if found.not_recomputed is None:
        yield f"record {found.manifest.record}, computed anew"
    else:
        yield f"record {found.manifest.record}, not computed anew:"
        yield found.not_recomputed
    chain = found.manifest.chain
    yield f"chain of {some_words(chain.links, 'link')} ends in {chain.head}"
    if found.stamp is not None:
        yield found.stamp
    yield f"SHA-256 of {found.seal}: {found.sums}"


def _member_faults(bundle: Opened, manifest: told.Manifest) -> Iterator[str]:
    """Set every member against the list of hashes, and the list against the members."""
    try:
        known = wacz.listed(bundle) if wacz.is_wacz(bundle) else _sums(bundle)
    except ValueError as error:
        yield str(error)
        return
    by, seals = told.SUMS, {told.SUMS}
    if wacz.is_wacz(bundle):
        by, seals = wacz.PACKAGE, {wacz.PACKAGE, wacz.DIGEST}
        yield from wacz.seal_faults(bundle)
    there = set(bundle.names)
    for name in (n for n in bundle.names if n not in {*seals, *known}):
        yield f"{name}: was slipped in; {by} does not list it"
    for name in (n for n in bundle.names if n in told.RECORD and n not in manifest.files):
        yield f"{name}: was slipped in; {told.MANIFEST} does not name it"
    for name in (n for n in dict.fromkeys((*known, *manifest.files)) if n not in there):
        yield f"{name}: is missing"
    for name in (n for n in known if n in there):
        yield from _hash_faults(bundle, name, known[name], by)


def _sums(bundle: Opened) -> dict[str, str]:
    content = bundle.content(told.SUMS)
    if content is None:
        raise ValueError(f"{told.SUMS}: is missing; no member can be set against its hash")
    return told.parsed_sums(content)


def _hash_faults(bundle: Opened, name: str, value: str, by: str) -> Iterator[str]:
    try:
        if bundle.sha256(name) != value:
            yield f"{name}: was changed; its SHA-256 is not the one in {by}"
    except VerifyError as error:
        yield str(error)


class _Checking:
    """Checks what the members of one bundle say."""

    def __init__(self, bundle: Opened, manifest: told.Manifest, config: Config) -> None:
        self._bundle = bundle
        self._manifest = manifest
        self._config = config
        self.verified: Verified | None = None
        self.quotes = 0
        self.not_recomputed: str | None = "what was copied of the ledger does not hold"

    def faults(self) -> Iterator[str]:
        """Yield what does not hold."""
        try:
            received = wacz.Received(self._bundle)
            apart = _Members(self._bundle, received)
            ledger = Ledger.rebuilt(self._tables(), self._words(), apart)
        except (LedgerError, VerifyError) as error:
            yield f"ledger: {error}"
            return
        with ledger:
            self.verified = ledger.verify()
            found = [f"ledger: {fault}" for fault in self.verified.faults]
            yield from found
            yield from self._chain_faults(self.verified)
            yield from self._row_faults(ledger)
            if not found:
                yield from _decision_faults(ledger)
                yield from self._received_faults(ledger, received)
                yield from self._record_faults(ledger)

    def _received_faults(self, ledger: Ledger, received: wacz.Received) -> Iterator[str]:
        if wacz.is_wacz(self._bundle):
            with ledger.copying() as copying:
                version = self._manifest.software.version
                yield from received.faults(self._bundle, copying, version)

    def _tables(self) -> Iterator[tuple[str, Row]]:
        for name in TABLES:
            for row in _decoded(self._bundle, f"ledger/{name}.jsonl", tuple[str | int, ...]):
                yield name, row

    def _words(self) -> Iterator[Words]:
        yield from _decoded(self._bundle, told.WORDS, Words)

    def _chain_faults(self, found: Verified) -> Iterator[str]:
        chain = self._manifest.chain
        if (found.links, found.head) != (chain.links, chain.head):
            yield (
                f"{told.MANIFEST}: says that {chain.links:,} links end in {chain.head};"
                f" {found.links:,} are there and end in {found.head}"
            )

    def _row_faults(self, ledger: Ledger) -> Iterator[str]:
        """Set each published row against the record's digest, the texts and the claims."""
        with ledger.copying() as copying:
            known = {str(row[0]) for row in copying.table("claims")}
            rows = Rows(self._manifest, known, _texts(copying))
            for name, format_ in self._manifest.files.items():
                if name in self._bundle.names and name.endswith(".jsonl"):
                    yield from self._faults_in(name, format_, rows)
        self.quotes = rows.quotes

    def _faults_in(self, name: str, format_: str, rows: Rows) -> Iterator[str]:
        try:
            for number, row in enumerate(_decoded(self._bundle, name, dict[str, Any]), 1):
                yield from (f"{name} line {number}: {f}" for f in rows.faults(row, format_))
        except VerifyError as error:
            yield str(error)

    def _record_faults(self, ledger: Ledger) -> Iterator[str]:
        """Compute the record anew, if this software can, and set it against what was published."""
        self.not_recomputed = self._other_terms()
        if self.not_recomputed is not None:
            return
        said = self._manifest
        try:
            record = pipeline.record(ledger, said.policy, None, self._config)
            if record.digest != said.record:
                yield f"{told.MANIFEST}: the record is not {said.record}, but {record.digest}"
            made = pipeline.made(ledger, said.policy, self._config)
            options = msgspec.structs.replace(said.options, made=made)
            wanted = Wanted(record, said.policy, said.config, options)
            for name, format_ in said.files.items():
                anew = hashlib.sha256(published(wanted, format_)).hexdigest()
                if name in self._bundle.names and self._bundle.sha256(name) != anew:
                    yield f"{name}: is not what the ledger's rows give"
            yield from self._wording_faults(wanted)
        except CenotaphError as error:
            yield f"record: cannot be computed anew: {error}"

    def _wording_faults(self, wanted: Wanted) -> Iterator[str]:
        """See that what a bundle says of itself is what this software writes there."""
        as_wacz = wacz.is_wacz(self._bundle)
        anew = {
            told.README: readme(as_wacz=as_wacz),
            told.MANIFEST: manifest_of(wanted, self._manifest.chain),
        }
        for name, content in anew.items():
            if self._bundle.content(name) != content:
                yield f"{name}: is not what this software writes there"

    def _other_terms(self) -> str | None:
        """Return why this software, with this configuration, would compute another record."""
        theirs, ours = self._manifest.software, present_software()
        if theirs.digest != ours.digest:
            return (
                f"it was computed by Cenotaph {theirs.version} of digest {theirs.digest[:12]}, and"
                f" this is {ours.version} of digest {ours.digest[:12]}"
            )
        if theirs.gazetteer != ours.gazetteer:
            return (
                f"it was computed with a gazetteer of digest {theirs.gazetteer[:12]}, and this one"
                f" is of digest {ours.gazetteer[:12]}"
            )
        if self._manifest.config != self._config.digest:
            how = "with terms of its own" if self._manifest.config else "without terms of its own"
            return f"it was counted {how}: check it with the same --config"
        return None


def _texts(copying: Copying) -> dict[str, Document]:
    return {document.id: document for document in copying.documents()}


def _decision_faults(ledger: Ledger) -> Iterator[str]:
    """See that each decision's id follows from what it says; of those whose words are there."""
    for decision in ledger.decisions():
        if decision.reason != DESTROYED and decision_id(decision) != decision.id:
            yield f"ledger: decision {decision.id[:12]}: its id does not follow from what it says"


class _Members(NamedTuple):
    """Texts and raw bytes as they stand in a bundle."""

    bundle: Opened
    received: wacz.Received

    def text(self, document: str) -> bytes | None:
        return self.bundle.content(f"texts/{document}.txt")

    def raw(self, digest: str) -> bytes | None:
        if wacz.is_wacz(self.bundle):
            return self.received.raw(digest)
        return self.bundle.content(f"raw/{digest}")


def _decoded(bundle: Opened, name: str, kind: type[T]) -> Iterator[T]:
    """Yield the lines of a member as values; VerifyError says which line is none."""
    if name not in bundle.names:
        raise VerifyError(f"{name}: is missing")
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(bundle.lines(name), 1):
        try:
            yield decoder.decode(line)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise VerifyError(f"{name} line {number}: cannot be read: {error}") from error
