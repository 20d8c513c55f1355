"""A ledger, a name and the hour -> a release; two names -> what differs between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cenotaph import output, pipeline, software
from cenotaph.config import Config
from cenotaph.errors import UsageError, VerifyError
from cenotaph.model import Record, without_names
from cenotaph.publish import Options, hidden_names
from cenotaph.releases import folder, page, printed
from cenotaph.releases.changes import Difference
from cenotaph.releases.difference import difference
from cenotaph.releases.facts import Chained, Counts, Facts, Software
from cenotaph.releases.frozen import Frozen
from cenotaph.store import SCHEMA, Ledger

beside = folder.beside
_POLICY = "envelope"


class Wanted(NamedTuple):
    """How the record is to be counted and printed, and when it is asked for."""

    ledger: str  # its path
    made: str  # RFC 3339, UTC
    releases: Path  # the folder that releases are kept in
    config: Config
    policy: str | None = None
    names: bool = False


class DataSet(NamedTuple):
    """What a person says of the data set."""

    title: str | None = None
    by: tuple[str, ...] = ()
    license: str | None = None


def release(name: str, wanted: Wanted, said: DataSet) -> tuple[Path, Facts]:
    """Freeze the record under a name and return where it is; nothing is left where that fails."""
    path = folder.place(wanted.releases, name)  # one that is there is refused before any work
    record, facts = _record(wanted, wanted.policy or _POLICY, name, said)
    made = not wanted.releases.exists()
    wanted.releases.mkdir(mode=0o700, exist_ok=True)
    try:
        output.new_folder(path, folder.files(record, facts, Options(names=wanted.names)))
    except BaseException:
        if made:
            wanted.releases.rmdir()
        raise
    return path, folder.load(path).facts


def compared(before: str, after: str, wanted: Wanted) -> Difference:
    """Return what differs between two releases, either of which may be the present record."""
    kept = {
        words: folder.load(folder.found(words, wanted.releases))
        for words in (before, after)
        if words != folder.NOW
    }
    for words, one in kept.items():
        if one.facts.names and not wanted.names:
            raise UsageError(
                f"release {words} has names of victims and private persons in it; --names prints"
                " them"
            )
    if folder.NOW not in {before, after}:
        return difference(kept[before], kept[after])
    now, hidden = _now(wanted, [one.facts for one in kept.values()])
    found = difference(kept.get(before, now), kept.get(after, now))
    return without_names(found, hidden)  # a name may be known for one only since the release


def since(before: Record, now: Record, options: Options) -> list[str]:
    """Return lines on what is new in a record since an earlier state of it, and what changed."""
    facts = Facts(
        name=None,
        made="",
        record=now.digest,
        policy=now.policy,
        settings=None,
        software=_software(),
        ledger=Chained(schema=SCHEMA, links=0, head=""),
        counts=Counts(),
        names=options.names,
    )
    then, present = (folder.present(record, facts, options) for record in (before, now))
    lines = [f"{line}\n" for line in printed.changes(difference(then, present))]
    return lines[1:]  # no blank line before the first heading


def told(path: Path, facts: Facts) -> str:
    """Return what was made, in words, with the one digest that vouches for all of it."""
    counts = facts.counts
    return (
        f"{path}: incidents {counts.incidents:,}, running totals {counts.running:,}, claims"
        f" {counts.claims:,}, decisions {counts.decisions:,}; policy {facts.policy}\n"
        f"record {facts.record}\n"
        f"SHA-256 of {folder.SUMS} {folder.seal(path)}: note it down elsewhere"
    )


def written(found: Difference, *, as_json: bool = False, as_page: bool = False) -> Iterator[str]:
    """Yield a difference as text, as one JSON object or as a page."""
    if as_json:
        yield f"{printed.as_json(found)}\n"
    elif as_page:
        yield page.as_page(found)
    else:
        yield from (f"{line}\n" for line in printed.as_text(found))


def faults(ledger: Ledger, releases: Path) -> Iterator[str]:
    """Yield what of the releases beside a ledger does not hold."""
    for name in folder.known(releases):
        try:
            chained = folder.load(releases / name).facts.ledger
        except VerifyError as error:
            yield str(error)
            continue
        if chained.links and ledger.link(chained.links) != chained.head:
            yield (
                f"release {name}: link {chained.links:,} of the chain was {chained.head[:16]}...,"
                " and is not in this ledger: it is another ledger, or its past was changed"
            )


def holding(document: str, releases: Path) -> Sequence[str]:
    """Return the releases that hold words of a document, or cannot be read."""
    found = []
    for name in folder.known(releases):
        try:
            one = folder.load(releases / name)
        except VerifyError:
            found.append(name)
            continue
        if any(claim.document == document for claim in one.claims.values()):
            found.append(name)
    return found


def _now(wanted: Wanted, others: Sequence[Facts]) -> tuple[Frozen, frozenset[str]]:
    """Return the present record, counted as the one it is compared with unless told otherwise."""
    as_other = next((f.policy.split("/")[0] for f in others), _POLICY)
    record, facts = _record(wanted, wanted.policy or as_other, None, DataSet())
    options = Options(names=wanted.names)
    return folder.present(record, facts, options), hidden_names(record, options)


def _record(wanted: Wanted, policy: str, name: str | None, said: DataSet) -> tuple[Record, Facts]:
    """Return the record and the facts of one moment of the ledger, whoever else writes to it."""
    with Ledger.open(wanted.ledger) as ledger:
        links, head = ledger.chained()
        record = pipeline.current(ledger, policy, wanted.config, asking=False)
        while ledger.chained() != (links, head):
            links, head = ledger.chained()
            record = pipeline.current(ledger, policy, wanted.config, asking=False)
    facts = Facts(
        name=name,
        made=wanted.made,
        record=record.digest,
        policy=record.policy,
        settings=wanted.config.digest or None,
        software=_software(),
        ledger=Chained(schema=SCHEMA, links=links, head=head),
        counts=Counts(),
        names=wanted.names,
        title=said.title or "Record of incidents of violence",
        by=said.by,
        license=said.license,
    )
    return record, facts


def _software() -> Software:
    return Software(
        version=software.version(),
        digest=software.software_digest(),
        model=software.model_digest(),
        gazetteer=software.gazetteer_digest(),
    )
