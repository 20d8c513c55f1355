"""The decisions of a ledger -> the imports that made them, and what takes a whole one back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cenotaph.desk.verdict import taken_back
from cenotaph.model import Decision, Person, sayings, standing
from cenotaph.moving import REASON

_ROW: Final = ": row "  # in the reason of what a row's import decided, before its number
_BACK: Final = ", taken back"  # after the table's name, in the reason of what takes an import back


class Import(NamedTuple):
    """One import of a table, or what took one back: it can be taken back itself."""

    table: str
    made: tuple[Decision, ...]  # all that it decided, in order of force
    standing: tuple[Decision, ...]  # of them, those that nothing took back

    @property
    def key(self) -> str:
        """The id of its first decision."""
        return self.made[0].id

    @property
    def rows(self) -> int:
        """How many rows it decided something for."""
        return len({d.reason for d in self.made})

    @property
    def is_back(self) -> bool:
        """Whether it took another one back."""
        return self.table.endswith(_BACK)


def imports(decisions: Sequence[Decision]) -> list[Import]:
    """Return every import, the last one first. What one decided has one name and one moment."""
    held = standing(decisions)
    found: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in sorted(decisions, key=lambda d: d.seq):
        if decision.reason.startswith(REASON):
            key = (decision.reviewer, decision.at, _table(decision.reason))
            found.setdefault(key, []).append(decision)
    return [
        Import(table, tuple(made), tuple(d for d in made if d.id in held))
        for (_, _, table), made in reversed(found.items())
    ]


def import_of(decision: str, decisions: Sequence[Decision]) -> Import | None:
    """Return the import that made a decision; None where none did."""
    known = imports(decisions)
    return next((i for i in known if any(d.id == decision for d in i.made)), None)


def all_back(one: Import, person: Person, why: str) -> list[Decision]:
    """Return what takes back all of an import that stands, the last of it first.

    The words of its rows stay; they claim nothing. The same table imported again is claimed again.
    """
    words = sayings.IMPORT_AGAIN if one.is_back else sayings.IMPORT_BACK
    reason = words.format(table=one.table.removesuffix(_BACK), reason=why)
    return [taken_back(d.id, person, reason) for d in reversed(one.standing)]


def judged(one: Import, decisions: Iterable[Decision]) -> int:
    """Return how many claims that an import added and that stand people have judged since."""
    added = {s for d in one.standing if d.verdict == "add" for s in d.subjects}
    own = {d.id for d in one.made}
    about = {s for d in decisions if d.id not in own and d.verdict != "undo" for s in d.subjects}
    return len(added & about)


def _table(reason: str) -> str:
    told = reason.removeprefix(REASON)
    table, found, _ = told.rpartition(_ROW)
    if found:
        return table
    table, found, _ = told.partition(f"{_BACK}: ")
    return f"{table}{_BACK}" if found else told.partition(": given back: ")[0]
