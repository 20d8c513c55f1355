"""A ledger, a name and the hour -> a release; two names -> what differs between them."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from cenotaph import disclosure, output, pipeline, software
from cenotaph.config import Config, load
from cenotaph.errors import UsageError, VerifyError
from cenotaph.model import Record, without_names
from cenotaph.publish import Options, hidden_names
from cenotaph.redaction import kept_id
from cenotaph.releases import folder, page, printed
from cenotaph.releases.changes import Difference
from cenotaph.releases.difference import difference
from cenotaph.releases.facts import Chained, Counts, Facts, Software
from cenotaph.releases.frozen import Frozen
from cenotaph.releases.masked import masked
from cenotaph.store import SCHEMA, Ledger

beside = folder.beside
_KEEP = "its ids are made with the secret key: without that nothing later can be compared with it"
_MARK = hashlib.sha256(b"the key of a release").hexdigest()  # coded, it tells keys apart
_POLICY = "envelope"


class Wanted(NamedTuple):
    """How the record is to be counted and passed on, and when it is asked for."""

    ledger: str  # its path
    made: str  # RFC 3339, UTC
    releases: Path  # the folder that releases are kept in
    config: Config
    policy: str | None = None
    names: bool = False
    profile: str | None = None  # of redaction


class DataSet(NamedTuple):
    """What a person says of the data set."""

    title: str | None = None
    by: tuple[str, ...] = ()
    license: str | None = None


class _Moment(NamedTuple):
    """The record as it is passed on, and what it was made of."""

    record: Record
    facts: Facts
    options: Options


def wanted(asked: Namespace, ledger: str, made: str) -> Wanted:
    """Return what the words of a command line ask for."""
    return Wanted(
        ledger=ledger,
        made=made,
        releases=Path(asked.releases) if asked.releases else beside(ledger),
        config=load(asked.config),
        policy=asked.policy,
        names=asked.names,
        profile=asked.profile,
    )


def release(name: str, wanted: Wanted, said: DataSet) -> tuple[Path, Facts]:
    """Freeze the record under a name and return where it is; nothing is left where that fails."""
    path = folder.place(wanted.releases, name)  # one that is there is refused before any work
    moment = _moment(wanted, wanted.policy or _POLICY, name, said)
    made = not wanted.releases.exists()
    wanted.releases.mkdir(mode=0o700, exist_ok=True)
    try:
        output.new_folder(path, folder.files(*moment))
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
        return _alike(kept[before], kept[after])
    now, hidden = _now(wanted, next((one.facts for one in kept.values()), None))
    found = _alike(kept.get(before, now), kept.get(after, now))
    return without_names(found, hidden)  # a name may be known for one only since the release


def _alike(before: Frozen, after: Frozen) -> Difference:
    """Return what differs; UsageError where no id of the one can be an id of the other."""
    if before.facts.key != after.facts.key:
        one, other = (f.facts.profile or "none" for f in (before, after))
        raise UsageError(
            f"the two cannot be compared: their ids are of different profiles ({one}, {other}) or"
            " secret keys; --profile says how 'now' is passed on, and its key stands beside the"
            " ledger"
        )
    found = difference(before, after)
    if before.facts.names or after.facts.names:
        return found  # names were asked for
    return without_names(found, masked(before, after))


def since(before: Record, now: Record, options: Options) -> list[str]:
    """Return lines on what is new in a record since an earlier state of it, and what changed."""
    lines = [f"{line}\n" for line in printed.changes(grown(before, now, options))]
    return lines[1:]  # no blank line before the first heading


def grown(before: Record, now: Record, options: Options) -> Difference:
    """Return how a record differs from an earlier state; neither's withheld names are in it."""
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
    found = difference(then, present)
    return without_names(found, hidden_names(now, options) | hidden_names(before, options))


def told(path: Path, facts: Facts) -> str:
    """Return what was made, in words, with the one digest that vouches for all of it."""
    counts = facts.counts
    return (
        f"{path}: incidents {counts.incidents:,}, running totals {counts.running:,}, claims"
        f" {counts.claims:,}, decisions {counts.decisions:,}; policy {facts.policy}\n"
        f"record {facts.record}\n"
        f"SHA-256 of {folder.SUMS} {folder.seal(path)}: note it down elsewhere"
        + ("" if facts.key is None else f"\n{_KEEP}")
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
    """Return the releases that hold words of a document, or of which that cannot be told."""
    found = []
    for name in folder.known(releases):
        try:
            one = folder.load(releases / name)
        except VerifyError:
            found.append(name)
            continue
        keyed = one.facts.key is not None  # its ids are others, and the key may be another
        if keyed or any(claim.document == document for claim in one.claims.values()):
            found.append(name)
    return found


def _now(wanted: Wanted, other: Facts | None) -> tuple[Frozen, frozenset[str]]:
    """Return the present record and the names to withhold.

    Unless told otherwise it is counted, and passed on, as the one it is compared with.
    """
    if other is not None:
        wanted = wanted._replace(
            policy=wanted.policy or other.policy.split("/")[0],
            profile=wanted.profile or other.profile,
        )
    moment = _moment(wanted, wanted.policy or _POLICY, None, DataSet())
    return folder.present(*moment), hidden_names(moment.record, moment.options)


def _moment(wanted: Wanted, policy: str, name: str | None, said: DataSet) -> _Moment:
    """Return the record of one moment of the ledger, whoever else writes to it."""
    options = Options(names=wanted.names)
    if wanted.profile is not None:
        disclosure.expect(wanted.config.profile(wanted.profile), options)
    with Ledger.open(wanted.ledger) as ledger:
        links, head = ledger.chained()
        record = pipeline.current(ledger, policy, wanted.config, asking=False)
        while ledger.chained() != (links, head):
            links, head = ledger.chained()
            record = pipeline.current(ledger, policy, wanted.config, asking=False)
        made = pipeline.made(ledger, policy, wanted.config)
    facts = Facts(
        name=name,
        made=wanted.made,
        record=record.digest,
        policy=record.policy,
        settings=wanted.config.digest or None,
        software=_software(),
        ledger=Chained(schema=SCHEMA, links=links, head=head),
        counts=Counts(),
        names=options.names,
        title=said.title or "Record of incidents of violence",
        by=said.by,
        license=said.license,
    )
    made = msgspec.structs.replace(made, links=links, head=head)  # whoever wrote to it since
    options = msgspec.structs.replace(options, made=made)
    return _passed_on(_Moment(record, facts, options), wanted)


def _passed_on(moment: _Moment, wanted: Wanted) -> _Moment:
    """Return the record as the profile asked for passes it on; as it is where none is."""
    if wanted.profile is None:
        return moment
    told = disclosure.disclosure(wanted.profile, wanted.config, wanted.ledger)
    options, record = told.options(moment.options, moment.record), told.record(moment.record)
    settings = moment.facts.settings
    facts = msgspec.structs.replace(
        moment.facts,
        record=record.digest,
        policy=record.policy,
        settings=kept_id(settings, told.profile, told.key) if settings else None,
        names=options.names,
        profile=told.profile.name,
        passed_on=options.told,
        key=kept_id(_MARK, told.profile, told.key) if told.profile.ids == "keyed" else None,
    )
    return _Moment(record, facts, options)


def _software() -> Software:
    return Software(
        version=software.version(),
        digest=software.software_digest(),
        model=software.model_digest(),
        gazetteer=software.gazetteer_digest(),
    )
