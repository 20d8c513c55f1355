"""The decisions of a ledger -> those that are asked for, newest first, as rows and as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import urlencode

import msgspec

from cenotaph.desk.verdict import VERDICTS
from cenotaph.model import Decision
from cenotaph.pages.values import decided_words
from cenotaph.tables import Row, comma_separated, row
from cenotaph.web.now import Now
from cenotaph.web.views.asking import Asking
from cenotaph.web.words import marked

STATES: Final = {"holds": marked("holds"), "gone": marked("taken back or replaced")}
COLUMNS: Final = (
    "id", "seq", "at", "reviewer", "verdict", "subjects", "value", "reason", "supersedes", "holds",
)  # fmt: skip
_LETTERS: Final = 120  # of the words of a claim that is shown


class Wanted(Asking):
    """What the address asks for."""

    verdict: str = ""
    by: str = ""  # the reviewer, whole
    words: str = ""  # all stand in the reason, the value or an id
    first: str = ""  # ISO days: decided from the first to the last
    last: str = ""
    state: str = ""  # of STATES


class Subject(NamedTuple):
    """What a decision is about, and where that is shown."""

    words: str
    path: str
    quote: str = ""  # of a claim: the words that carry it


class Made(NamedTuple):
    """A decision as its row shows it."""

    decision: Decision
    holds: bool
    after: str  # id of the decision that took it back or replaced it; "" for none
    subjects: list[Subject]
    can_undo: bool


class Book(NamedTuple):
    """The decisions, and what became of each."""

    now: Now
    after: Mapping[str, str]  # decision -> the one that took it back or replaced it

    @classmethod
    def of(cls, now: Now) -> Book:
        """Open the book of a moment."""
        return cls(now, {d.supersedes: d.id for d in now.decisions if d.supersedes is not None})

    def holds(self, decision: Decision) -> bool:
        """Tell whether a decision holds; an undo does until it is taken back itself."""
        if decision.verdict == "undo":
            return decision.id not in self.after
        return decision.id in self.now.held


def chosen(book: Book, wanted: Wanted) -> list[Decision]:
    """Return the decisions that fit everything that is asked, newest first, names withheld."""
    return [d for d in reversed(book.now.decisions) if _fits(d, wanted, book)]


def reviewers(now: Now) -> tuple[str, ...]:
    """Return everybody who decided anything, sorted."""
    return tuple(sorted({d.reviewer for d in now.decisions}))


def verdicts(now: Now) -> tuple[str, ...]:
    """Return the verdicts that were given, in the order in which they are explained."""
    given = {d.verdict for d in now.decisions}
    return tuple(v for v in (*VERDICTS, "withdraw") if v in given)


def made(decision: Decision, book: Book) -> Made:
    """Return a decision with what it is about and what became of it."""
    return Made(
        decision=decision,
        holds=book.holds(decision),
        after=book.after.get(decision.id, ""),
        subjects=[_subject(s, book.now) for s in decision.subjects] or _publisher(decision),
        can_undo=book.holds(decision) and decision.verdict != "withdraw",
    )


def as_json(decisions: list[Decision], book: Book) -> Iterator[str]:
    """Yield a JSON line for each decision."""
    for said in (_said(d, book) for d in decisions):
        yield msgspec.json.encode(said).decode("utf-8", "replace") + "\n"


def as_table(decisions: list[Decision], book: Book) -> Iterator[str]:
    """Yield the lines of a CSV file that no spreadsheet takes for formulas."""
    yield from comma_separated(COLUMNS, (_row(_said(d, book)) for d in decisions))


def _said(decision: Decision, book: Book) -> dict[str, object]:
    held = decision.publisher if decision.verdict == "source" else None
    value = decision.value or decision.remark or held
    said = {
        **{name: getattr(decision, name) for name in COLUMNS if hasattr(decision, name)},
        "subjects": list(decision.subjects),
        "value": None if value is None else msgspec.to_builtins(value),
        "holds": book.holds(decision),
    }
    return {name: said[name] for name in COLUMNS}


def _row(said: Mapping[str, object]) -> Row:
    cells = {
        **said,
        "subjects": " ".join(map(str, said["subjects"])),  # type: ignore[call-overload]
        "value": "" if said["value"] is None else msgspec.json.encode(said["value"]).decode(),
        "holds": "yes" if said["holds"] else "no",
    }
    return row(str(said["id"]), COLUMNS, cells)  # type: ignore[arg-type]


def _fits(decision: Decision, wanted: Wanted, book: Book) -> bool:
    if wanted.verdict not in {"", decision.verdict} or wanted.by not in {"", decision.reviewer}:
        return False
    if wanted.state and book.holds(decision) != (wanted.state == "holds"):
        return False
    if decision.at[:10] < wanted.first or decision.at[:10] > (wanted.last or "9999"):
        return False
    value = decided_words(decision)
    whole = " ".join((decision.id, decision.reason, value, *decision.subjects)).casefold()
    return all(w in whole for w in wanted.words.casefold().split())


def _publisher(decision: Decision) -> list[Subject]:
    """Return the publisher that a decision is about, if it is about one."""
    if decision.publisher is None:
        return []
    name = decision.publisher.name
    return [Subject(name, f"/sources?{urlencode({'publisher': name})}")]


def _subject(subject: str, now: Now) -> Subject:
    """Return a claim's words, an incident's title, an account's source; whatever it is called."""
    rows = now.quoting.rows([now.corrected.successor(subject, now.claims)])
    if rows:
        words = " ".join(rows[0].words.split())
        short = words if len(words) <= _LETTERS else f"{words[:_LETTERS]}…"
        return Subject(rows[0].says, f"/account/{rows[0].document}?claim={subject}", short)
    incident = now.incidents.get(now.events.get(subject) or subject)
    if incident is not None:
        return Subject(incident.title, f"/incident/{incident.id}")
    capture = now.captures.get(subject)
    if capture is not None:
        return Subject(f"{capture.publisher or capture.ref}", f"/account/{subject}")
    return Subject(subject[:12], "")
