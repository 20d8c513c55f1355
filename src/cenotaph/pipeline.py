"""The whole of Cenotaph in one page: read -> extract -> resolve -> link -> reconcile -> Record."""

import gc
import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from cenotaph import software
from cenotaph.config import Config
from cenotaph.gazetteer import shipped
from cenotaph.intake import Batch, Ingested, Intake, Step
from cenotaph.link import link
from cenotaph.model import Capture, Document, Received, Record, Refused, Value, earliest
from cenotaph.read import read, read_stream
from cenotaph.reconcile import reconcile
from cenotaph.resolve import beats, resolve
from cenotaph.review import questions
from cenotaph.store import Ledger, Live
from cenotaph.store.chain import digest
from cenotaph.text import Reading, load_grammar, read_text
from cenotaph.workers import Answer, Crew, Here

_AHEAD = 3  # batches under way for each process, so that none waits
_MOST_WORKERS = 4  # each takes some 250 MB

Source = Path | IO[bytes]  # a file or folder; an open stream of JSON lines
Tell = Callable[[Step], None]


class How(Value):
    """How to read."""

    workers: int | None = None  # processes; None: as many as suit this machine; 0: this one
    model: str = "en_core_web_sm"  # the spaCy model that gives the grammar


DEFAULT = How()
NOTHING_SET = Config()


def ingest(sources: Iterable[Source], ledger: Ledger, tell: Tell, how: How = DEFAULT) -> Ingested:
    """Read files, folders and streams, and keep what they say; tell of it once it is kept."""
    intake = Intake(ledger, software.reading_digest(how.model))
    received = (item for source in sources for item in _read(source, ledger))
    with _reader(how) as reader:
        for batch, answers in _read_ahead(intake.batches(received), reader):
            tell(intake.keep(batch, answers))
    return intake.done


def reread(ledger: Ledger, tell: Tell, how: How = DEFAULT) -> Ingested:
    """Run the present extractors over the documents that they have not read yet."""
    intake = Intake(ledger, software.reading_digest(how.model))
    with _reader(how) as reader:
        for batch, answers in _read_ahead(intake.stale(), reader):
            tell(intake.keep_again(batch, answers))
    return intake.done


def reading_of(document: Document, how: How = DEFAULT) -> Reading:
    """Return one document as the extractors see it, for those who ask why a claim is there."""
    return read_text(document, load_grammar(how.model), shipped())


def record(
    ledger: Ledger,
    policy: str = "envelope",
    before: str | None = None,
    config: Config = NOTHING_SET,
) -> Record:
    """Compute the record: a function of what was said and what was decided, and of nothing else.

    With `before` (a date), as it would be from what was published before that day.
    """
    live = ledger.live() if before is None else _as_of(ledger.live(), before)
    captures = defaultdict[str, list[Capture]](list)
    for capture in live.captures:
        captures[capture.document].append(capture)
    gazetteer = shipped()
    written = beats(live.accounts, captures, gazetteer)
    accounts = tuple(
        resolve(a, captures[a.document.id], gazetteer, written.get(a.document.id))
        for a in live.accounts
    )
    linked = link(accounts, live.captures, live.decisions)
    found = reconcile(
        linked.dossiers,
        accounts,
        live.captures,
        live.decisions,
        copies_of=linked.copies_of,
        policy=config.counting(policy),
    )
    whole = Record(
        digest="",
        policy=found.policy,
        captures=live.captures,
        accounts=accounts,
        incidents=found.incidents,
        series=found.series,
        stories=found.stories,
        copies_of=linked.copies_of,
        replaces=linked.replaces,
        decisions=live.decisions,
    )
    asked = tuple(questions(whole, linked.doubts, live.questions))
    whole = msgspec.structs.replace(whole, questions=asked)
    return msgspec.structs.replace(whole, digest=digest(whole))


def current(ledger: Ledger, policy: str = "envelope", config: Config = NOTHING_SET) -> Record:
    """Return the record, as it was last computed if nothing has changed since."""
    key = _key(ledger, config)
    with _uncollected():
        kept = ledger.projection(policy, key)
        if kept is not None:
            return msgspec.msgpack.decode(kept, type=Record)
        computed = record(ledger, policy, config=config)
        ledger.project(policy, key, msgspec.msgpack.encode(computed))
        return computed


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile.

    Immutable values make none, and the search takes a third of the time over 1,200 accounts.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def projection_faults(ledger: Ledger, config: Config = NOTHING_SET) -> Iterator[str]:
    """Compute the kept records anew, and say which are not what they should be."""
    key = _key(ledger, config)
    for policy in ledger.projected(key):
        anew = record(ledger, policy, config=config)
        if ledger.projection(policy, key) != msgspec.msgpack.encode(anew):
            yield f"the record kept under policy {policy} is not the one that the claims give"


def _key(ledger: Ledger, config: Config) -> str:
    """Return what a record depends on besides its policy."""
    ours = (software.software_digest(), software.gazetteer_digest())
    return digest(ledger.head(), *ours, *filter(None, (config.digest,)))


def _read(source: Source, ledger: Ledger) -> Iterator[Received | Refused]:
    if isinstance(source, Path):
        return read(source, ledger.files)
    return read_stream(source)


def _reader(how: How) -> Crew | Here:
    if how.workers == 0:
        return Here(how.model)
    return Crew(how.workers or min(os.cpu_count() or 1, _MOST_WORKERS), how.model)


def _read_ahead(
    batches: Iterator[Batch], reader: Crew | Here
) -> Iterator[tuple[Batch, list[Answer]]]:
    """Yield each batch with its answers, in order, while the next ones are being read."""
    under_way: deque[tuple[Batch, Future[list[Answer]]]] = deque()
    for batch in batches:
        under_way.append((batch, reader.submit(batch.wanted)))
        if len(under_way) > _AHEAD * reader.count:
            first, answers = under_way.popleft()
            yield first, answers.result()
    for batch, answers in under_way:
        yield batch, answers.result()


def _as_of(live: Live, day: str) -> Live:
    """Return what was there before a day: accounts published earlier, or at no known time."""
    published = earliest(live.captures)
    early = {d for c in live.captures if published.get(d := c.document, "") < day}
    return live._replace(
        captures=tuple(c for c in live.captures if c.document in early),
        accounts=tuple(a for a in live.accounts if a.document.id in early),
    )
