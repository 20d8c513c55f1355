"""The record -> the rows that programs get: the contract's, questions and decisions."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

import msgspec

from cenotaph.desk.printed import Words
from cenotaph.errors import UsageError
from cenotaph.model import Decision, Joint, Record, Skipped, plain, withheld_names, without_names
from cenotaph.publish import Discreet, Options, contract_rows, discreet, write_lines
from cenotaph.web.now import Now
from cenotaph.web.views.activity import Book, Wanted, chosen
from cenotaph.web.views.cumulative import Wanted as OfSeries
from cenotaph.web.views.cumulative import chosen as series_of
from cenotaph.web.views.held import found
from cenotaph.web.views.incident import history
from cenotaph.web.views.incidents import NAMED, Asked, ordered
from cenotaph.web.views.questions import Queue, Queued
from cenotaph.web.views.sources import told

Rows = Iterator[dict[str, object]]
_AT_ONCE: Final = 100  # rows sent in one piece
_ORDERS: Final = ", ".join(NAMED)


def incidents(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield the incidents that a query asks for, as it asks of the list; by day, unless it orders.

    Errors: UsageError for an order that there is not.
    """
    asked = Asked.of(query)
    if asked.order and asked.order not in NAMED:
        raise UsageError(f"order {asked.order!r}: there is no such order; there are {_ORDERS}")
    here = found(now, asked)
    keys = {i.id: key for key, i in here.items()}
    in_order = ordered(tuple(here.values()), asked.order or "oldest")
    return _printed("incidents", now, now.parts.by_incident([keys[i.id] for i in in_order]))


def incident(now: Now, wanted: str) -> dict[str, object] | None:
    """Return the incident that holds an id now; None where none does."""
    held = now.incidents.get(wanted)
    if held is None:
        return None
    keys = [key for key in now.state.outlines if key[1] == held.id]
    return next(_printed("incidents", now, now.parts.by_incident(keys)))


def accounts(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield what each account alone says, of one document or incident or all."""
    wanted = _home(now, query)
    for row in _printed("accounts", now, now.parts.by_capture(_documents(now, query))):
        told: list[dict[str, object]] = row["incidents"]  # type: ignore[assignment]
        if wanted is None or any(i["incident"] == wanted for i in told):
            yield row


def claims(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield live claims, of one document or incident or all."""
    wanted = _home(now, query)
    rows = _printed("claims", now, now.parts.by_document(_documents(now, query)))
    return (r for r in rows if wanted is None or r["incident"] == wanted)


def spans(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield every span, of one document or all."""
    return _printed("annotations", now, now.parts.by_document(_documents(now, query)))


def documents(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield the captures of one document or all; whole texts only where names are printed.

    A whole text gives away every name in it, and with some left out its offsets and its hash would
    hold no longer.
    """
    pieces = now.parts.by_capture(_documents(now, query), now.parts.replaced())
    for row in _printed("documents", now, pieces):
        yield row if now.options.names else {**row, "title": _title(now, row)}


def cumulative(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield the figures of no incident that a query asks for, as it asks of the page."""
    wanted = OfSeries.of(query)
    every = now.parts.series()
    if wanted.given:
        ids = {s.id for s in series_of(now, wanted)}
        every = now.cut(series=tuple(s for s in every.series if s.id in ids))
    return _printed("cumulative", now, [every])


def questions(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield the questions that can be answered, the most useful first."""
    words = Words(now.found, now.hidden)
    return (question(q, words) for q in Queue(now).every(query.get("kind", "")))


def notes(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield what people keep beside incidents, of one or all."""
    wanted = _home(now, query)
    for incident in now.outlines:
        kept = now.kept.get(incident.id)
        if kept is not None and wanted in {None, incident.id}:
            yield {
                "incident": incident.id,
                "codes": list(kept.codes),
                "tags": list(kept.tags),
                "notes": [_note(d) for d in kept.notes],
            }


def decisions(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield the decisions that a query asks for, as it asks of the page, in order of force.

    Of one incident, where it asks for that: the history on its page.
    """
    book = Book.of(now)
    made = chosen(book, Wanted.of(query))
    if query.get("incident"):
        home = now.incidents.get(query["incident"])
        about = {d.id for d in history(home, now)} if home is not None else set()
        made = [d for d in made if d.id in about]
    return (decision(d, book) for d in reversed(made))


def sources(now: Now, query: Mapping[str, str]) -> Rows:
    """Yield the publishers, one or all, the one with most accounts first."""
    wanted = plain(query.get("publisher", ""))
    for row in told(now, now.own_terms):
        if not wanted or plain(row.name) == wanted:
            yield {**row._asdict(), "decided": row.decided.id if row.decided else None}


def decision(made: Decision, book: Book) -> dict[str, object]:
    """Return a decision as a row."""
    return {
        "id": made.id,
        "seq": made.seq,
        "at": made.at,
        "reviewer": made.reviewer,
        "verdict": made.verdict,
        "subjects": list(made.subjects),
        "value": None if made.value is None else msgspec.to_builtins(made.value),
        "note": None if made.remark is None else msgspec.structs.asdict(made.remark),
        "publisher": None if made.publisher is None else msgspec.structs.asdict(made.publisher),
        "part_of": made.part_of,
        "reason": made.reason,
        "supersedes": made.supersedes,
        "holds": book.holds(made),
    }


def question(queued: Queued, words: Words) -> dict[str, object]:
    """Return a question as a row."""
    shown = queued.shown
    return {
        "key": queued.key,
        "kind": shown.kind,
        "text": shown.text,
        "change": shown.change,
        "because": list(shown.because),
        "subjects": list(shown.subjects),
        "claims": list(shown.claims),
        "choices": [{"key": c.key, "words": c.words, "verdict": c.verdict} for c in shown.choices],
        "evidence": words.evidence(shown.claims),
    }


def _note(made: Decision) -> dict[str, object]:
    words = made.remark.words if made.remark is not None else None
    return {"decision": made.id, "at": made.at, "reviewer": made.reviewer, "words": words}


def lines(rows: Iterable[dict[str, object]], record: Record | None) -> Iterator[bytes]:
    """Yield rows as JSON Lines, many at once; those of the contract say of which record."""
    rows = iter(rows)
    while piece := list(islice(rows, _AT_ONCE)):
        if record is None:
            yield b"".join(msgspec.json.encode(r) + b"\n" for r in piece)
        else:
            out = io.StringIO()
            write_lines(piece, record, out)
            yield out.getvalue().encode("utf-8", "surrogatepass")


TABLES: Final[Mapping[str, Callable[[Now, Mapping[str, str]], Rows]]] = {
    "incidents": incidents,
    "accounts": accounts,
    "claims": claims,
    "annotations": spans,
    "documents": documents,
    "cumulative": cumulative,
    "notes": notes,
    "questions": questions,
    "decisions": decisions,
    "sources": sources,
}
"""What is told in lines, by name."""


def _printed(table: str, now: Now, pieces: Iterable[Record]) -> Rows:
    """Yield the contract's rows of a table, of one piece of the record after another."""
    for piece in pieces:
        yield from contract_rows(table, piece, _options(now, piece))


def _options(now: Now, piece: Record) -> Options:
    """Return how the desk prints a piece of the record, of which the names are known already."""
    names = now.options.names
    record = discreet(piece, now.options, now.hidden, now.state.captured.publishers)
    known = Discreet(of=piece, hidden=now.hidden, record=record)
    return Options(names=names, texts=names, known=known)


def _documents(now: Now, query: Mapping[str, str]) -> Collection[str] | None:
    """Return the documents that a query asks for; None for all."""
    if query.get("document"):
        return {query["document"]}
    if query.get("incident"):
        held = now.incidents.get(query["incident"])
        return held.accounts if held is not None else ()
    return None


def _home(now: Now, query: Mapping[str, str]) -> str | None:
    """Return the incident that a query asks for, by its present id; None for all."""
    wanted = query.get("incident") or None
    held = now.incidents.get(wanted or "")
    return held.id if held is not None else wanted


def _title(now: Now, row: Mapping[str, object]) -> str | None:
    """Return a title without any word that may be a private person's name."""
    account = now.accounts.get(str(row["document"]))
    if account is None or not account.document.title:
        return None
    title = account.document.title
    read = (*account.skipped, Skipped(why="shown", start=0, end=len(title), part="title"))
    names = withheld_names([msgspec.structs.replace(account, skipped=read)], names=False)
    return without_names(title, Joint(now.hidden, names))
