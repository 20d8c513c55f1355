"""The whole of Cenotaph in one page: read -> extract -> resolve -> link -> reconcile -> Record."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Generic, NamedTuple, TypeVar

import msgspec

from cenotaph import growth, intake, software
from cenotaph.config import Config
from cenotaph.gazetteer import shipped
from cenotaph.intake import Batch, Ingested, Intake, Step
from cenotaph.link import link, profiles
from cenotaph.link.estimate import on_ledger
from cenotaph.link.weights import Weights
from cenotaph.link.weights import shipped as weights_shipped
from cenotaph.methodology import Made
from cenotaph.model import Document, Received, Record, Refused, Value, earliest, publishers
from cenotaph.moving import Moved, Mover
from cenotaph.read import read, read_stream
from cenotaph.review import questions
from cenotaph.sheets import Table, read_table
from cenotaph.store import Ledger, Standing
from cenotaph.store.chain import digest
from cenotaph.text import Reading, load_grammar, read_text
from cenotaph.workers import Answer, Crew, Here, cores

_AHEAD = 3  # batches under way for each process, so that none waits
_MOST_WORKERS = 4  # each takes some 250 MB


Source = Path | IO[bytes] | Received  # a file or folder; a stream of JSON lines; what was typed
Tell = Callable[[Step], None]
T = TypeVar("T")


class How(Value):
    """How to read."""

    workers: int | None = None  # processes; None: as many as suit this machine; 0: this one
    model: str = "en_core_web_sm"  # the spaCy model that gives the grammar


class Asking(NamedTuple, Generic[T]):
    """What is asked of a record that is brought up to date for it."""

    ask: growth.Ask[T]
    tell: Callable[[str, int, int], None]  # what is being done, how much of it, of how much
    questions: bool = False  # whether those are wanted too


DEFAULT = How()
NOTHING_SET = Config()


def ingest(sources: Iterable[Source], ledger: Ledger, tell: Tell, how: How = DEFAULT) -> Ingested:
    """Read files, folders and streams, and keep what they say; tell of it once it is kept."""
    taken = Intake(ledger, software.reading_digest(how.model))
    received = (item for source in sources for item in _read(source, ledger))
    with _reader(how) as reader:
        for batch, answers in _read_ahead(taken.batches(received), reader):
            tell(taken.keep(batch, answers))
    return taken.done


def move_in(table: Table, ledger: Ledger, person: tuple[str, str], tell: Tell) -> Moved:
    """Take the rows of a table as accounts, and their values as a person's claims.

    `person` is the reviewer and the time.
    """
    mover = Mover(ledger, table.file, person)
    rows = read_table(table)
    for refused in mover.move(rows):
        tell(Step(refused=(refused,)))
    mover.done.notes = rows.notes
    return mover.done


def reread(ledger: Ledger, tell: Tell, how: How = DEFAULT) -> Ingested:
    """Run the present extractors over the documents that they have not read yet."""
    taken = Intake(ledger, software.reading_digest(how.model))
    with _reader(how) as reader:
        for batch, answers in _read_ahead(taken.stale(), reader):
            tell(taken.keep_again(batch, answers))
    return taken.done


def unread(ledger: Ledger) -> list[Document]:
    """Return the documents that were kept, and are still to be read for the first time."""
    return intake.unread(ledger)


def read_rest(
    ledger: Ledger, documents: Sequence[Document], tell: Tell, how: How = DEFAULT
) -> Ingested:
    """Read some documents that are kept already, one by one."""
    taken = Intake(ledger, software.reading_digest(how.model))
    with _reader(how) as reader:
        for batch, answers in _read_ahead((Batch((), (d,)) for d in documents), reader):
            tell(taken.keep_again(batch, answers))
    return taken.done


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
    with _uncollected():
        computed = growth.computed(ledger, policy, _means(config), before)
        return _with_questions(ledger, computed, config.weights)


def current(
    ledger: Ledger, policy: str = "envelope", config: Config = NOTHING_SET, *, asking: bool = True
) -> Record:
    """Return the record, bringing what is kept of it in the ledger up to date first.

    Without `asking` it has no questions: the first time they cost a look at everything.
    """
    means = _means(config)
    with _uncollected():
        return growth.current(ledger, policy, means, asking=asking)


def looked_into(ledger: Ledger, policy: str, config: Config, asking: Asking[T]) -> tuple[T, bool]:
    """Bring the record up to date, and return what is asked of its parts; as `growth` has it."""
    figures, questions = (partial(asking.tell, what) for what in ("figures", "questions"))
    means = _means(config)._replace(settling=figures, tell=questions)
    with _uncollected():
        wanted = means.asking() if asking.questions else means
        return growth.looked_into(ledger, policy, wanted, asking.ask)


@contextmanager
def earlier(
    ledger: Ledger, policy: str, config: Config, day: str, tell: Callable[[int, int], None]
) -> Iterator[Standing]:
    """Hold the parts of the record as it would be from what was published before a day."""
    with (
        _uncollected(),
        growth.earlier(ledger, policy, _means(config)._replace(settling=tell), day) as standing,
    ):
        yield standing


def as_it_was(ledger: Ledger, policy: str, config: Config, day: str) -> Record:
    """Return the record as it would be from what was published before a day, without questions.

    It is what `record` computes from nothing; what came since is taken out of what is kept.
    """
    with _uncollected():
        return growth.as_it_was(ledger, policy, _means(config), day)


def refresh(ledger: Ledger, policy: str = "envelope", config: Config = NOTHING_SET) -> str:
    """Bring what is kept of the record up to date without loading it; return its digest."""
    with _uncollected():
        return growth.digest(ledger, policy, _means(config))


def made(ledger: Ledger, policy: str, config: Config = NOTHING_SET) -> Made:
    """Return what a note on how the record was made tells besides the record."""
    counting, weights = config.counting(policy), config.weights or weights_shipped()
    terms = config.terms.over(publishers(ledger.decisions()))
    links, head = ledger.chained()
    return Made(
        software=software.version(),
        digest=software.software_digest(),
        model=software.model_digest(),
        gazetteer=software.gazetteer_digest(),
        settings=config.digest or None,
        links=links,
        head=head,
        policy=counting.policy.DESCRIPTION,
        threshold=terms.threshold,
        reliable=tuple(p.name for p in terms.publishers if p.reliable is True),
        unreliable=tuple(p.name for p in terms.publishers if p.reliable is False),
        owners=terms.owners(),
        weights=weights.name,
        prior=-weights.prior,
    )


def estimate(ledger: Ledger, config: Config = NOTHING_SET) -> str:
    """Return a file of parameters of linking, estimated on what the ledger holds."""
    found = current(ledger, config=config, asking=False)
    published = earliest(found.captures)
    told = (p for a in found.accounts for p in profiles(a, published.get(a.document.id)))
    known = sorted(told, key=lambda p: p.order)
    return on_ledger(known, found.decisions, config.weights or weights_shipped())


def _with_questions(ledger: Ledger, found: Record, weights: Weights | None) -> Record:
    doubts = link(found.accounts, found.captures, found.decisions, weights).doubts
    asked = tuple(questions(found, doubts, ledger.pieces().questions))
    return msgspec.structs.replace(found, questions=asked)


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
    """Compute what is kept of the record anew, and say what is not what it should be."""
    with _uncollected():
        yield from growth.faults(ledger, _means(config))
        for policy in growth.asked_policies(ledger):
            computed = record(ledger, policy, config=config)
            kept = current(ledger, policy, config)
            if computed.questions != kept.questions:
                yield f"the questions kept under policy {policy} are not those that the claims give"


def _means(config: Config) -> growth.Means:
    """Return all that a record depends on besides what is in the ledger."""
    own = () if config.weights is None else (config.weights.name,)
    ours = digest(software.software_digest(), software.gazetteer_digest(), *own)
    return growth.Means(ours, shipped(), config.counting, config.digest, config.weights)


def _read(source: Source, ledger: Ledger) -> Iterator[Received | Refused]:
    if isinstance(source, Received):
        return iter((source,))
    if isinstance(source, Path):
        return read(source, ledger.files)
    return read_stream(source)


def _reader(how: How) -> Crew | Here:
    if how.workers == 0:
        return Here(how.model)
    return Crew(how.workers or min(cores(), _MOST_WORKERS), how.model)


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
