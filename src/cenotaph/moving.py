"""Rows of a table -> documents and decisions in the ledger; the same rows again change nothing.

What a row claims is kept as a person's `add` decisions. A row that has other cells than at the last
import (the same code), or a map that claims other things, takes back what no longer stands there,
by new decisions; what a person has judged since is left as it is judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from cenotaph.model import Claim, Decision, Person, Refused, Verdict, in_force, sayings
from cenotaph.sheets import Told
from cenotaph.store import Ledger

FINDER = "table/1"
"""The finder of runs over rows: no software has found anything there, so none reads them anew."""
REASON = "import of "  # begins the reason of every decision made here, and of what takes one back
_AT_ONCE = 100  # rows committed together


class Moved(msgspec.Struct):
    """What an import came to."""

    rows: int = 0  # that are in the ledger now
    new: int = 0
    claims: int = 0  # added
    taken_back: int = 0  # claims of an earlier import that no longer stand in the table
    judged: int = 0  # claims left as a person judged them since
    refused: int = 0
    notes: tuple[str, ...] = ()  # what no row of the table can say


class Mover:
    """One import in."""

    def __init__(self, ledger: Ledger, table: str, person: tuple[str, str]) -> None:
        """Begin: `table` is named in every reason, `person` is the reviewer and the time."""
        self._ledger = ledger
        self._table = table
        self._person = Person(*person)
        self._before = _Before(ledger)
        self.done = Moved()

    def move(self, rows: Iterable[Told | Refused]) -> Iterator[Refused]:
        """Keep the rows, a hundred at a time; yield what is refused."""
        left = iter(rows)
        while some := tuple(islice(left, _AT_ONCE)):
            for row in some:
                if isinstance(row, Refused):
                    self.done.refused += 1
                    yield row
            told = [r for r in some if not isinstance(r, Refused)]
            gone = [t for t in told if self._ledger.withdrawn(t.received.document.id)]
            for row in gone:
                self.done.refused += 1
                why = "was withdrawn; it is not imported again"
                yield Refused(row.received.capture.ref, why)
            self._keep([t for t in told if t not in gone])

    def _keep(self, told: list[Told]) -> None:
        new = {t.received.document.id for t in told} - self._before.documents
        decisions = [d for t in told for d in self._decisions(t)]
        self._ledger.take_in(
            [(t.received if t.received.document.id in new else None, t.account) for t in told],
            FINDER,
            decisions,
        )
        self.done.rows += len(told)
        self.done.new += len(new)

    def _decisions(self, row: Told) -> Iterator[tuple[Decision, Claim | None]]:
        """Yield what has to be decided for a row to stand as its table has it."""
        document, ref = row.received.document.id, row.received.capture.ref
        reason = sayings.IMPORT_ROW.format(table=self._table, n=row.number)
        known = self._before.added[document]
        for claim in row.claims:
            state = self._before.state(known.get(claim.id))
            if state == "judged":
                self.done.judged += 1
            elif state != "stands":
                self.done.claims += 1
                yield self._decision("add", reason), claim
        wanted = {c.id for c in row.claims}
        old = [d for c, d in known.items() if c not in wanted]
        for other in self._before.refs[ref] - {document}:
            old += self._before.added[other].values()
        for decision in old:
            if self._before.state(decision) == "stands":
                self.done.taken_back += 1
                yield self._decision("undo", reason, supersedes=decision.id), None

    def _decision(self, verdict: Verdict, reason: str, supersedes: str | None = None) -> Decision:
        made = self._person.decides(verdict, reason)
        return msgspec.structs.replace(made, supersedes=supersedes)


class _Before:
    """What earlier imports added, and what became of it."""

    def __init__(self, ledger: Ledger) -> None:
        decisions = tuple(ledger.decisions())
        self._held = {d.id for d in in_force(decisions)}
        self._after = {d.supersedes: d for d in decisions if d.supersedes is not None}
        self._judged = {s for d in in_force(decisions) if d.verdict != "add" for s in d.subjects}
        ours = {d.id: d for d in decisions if d.reason.startswith(REASON)}
        self.added: dict[str, dict[str, Decision]] = defaultdict(dict)
        for made in ledger.made():
            if made.decision in ours:
                self.added[made.claim.document][made.claim.id] = ours[made.decision]
        self.refs: dict[str, set[str]] = defaultdict(set)
        self.documents: set[str] = set()
        for capture in ledger.captures():
            self.documents.add(capture.document)
            if capture.document in self.added:
                self.refs[capture.ref].add(capture.document)

    def state(self, decision: Decision | None) -> str:
        """Return whether a claim stands, was taken back by an import, or by a person."""
        if decision is None:
            return "new"
        if decision.id in self._held:
            claim = decision.subjects[0]
            return "judged" if claim in self._judged else "stands"
        after = self._after.get(decision.id)
        return "taken back" if after and after.reason.startswith(REASON) else "judged"
