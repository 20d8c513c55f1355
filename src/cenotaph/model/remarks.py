"""What people keep beside an incident for themselves: a code of their own, tags, notes."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from cenotaph.model.account import Account
from cenotaph.model.base import Value
from cenotaph.model.decided import in_force
from cenotaph.model.record import Decision, Incident, Remark


class Remarks(Value):
    """What people keep beside one incident now."""

    codes: tuple[str, ...] = ()  # more than one where incidents with codes of their own were joined
    tags: tuple[str, ...] = ()
    notes: tuple[Decision, ...] = ()  # the decisions that wrote them, in order of force


class Remarked:
    """Finds the remarks of an incident: those about any mention that it holds now.

    So they stay with what they were written about however incidents are joined and parted.
    """

    def __init__(self, decisions: Iterable[Decision], accounts: Iterable[Account]) -> None:
        self._codes: dict[str, str] = {}
        self._tags: dict[str, tuple[str, ...]] = {}
        self._notes: dict[str, list[Decision]] = {}
        held = [d for d in in_force(decisions) if d.remark is not None]
        about = _about({s for d in held for s in d.subjects}, accounts)
        for decision in held:
            for subject in decision.subjects:
                self._take(about.get(subject, subject), decision)

    def of(self, incident: Incident) -> Remarks:
        """Return the remarks of an incident, each once."""
        mentions = dict.fromkeys((incident.id, *incident.aliases))
        notes = {d.id: d for m in mentions for d in self._notes.get(m, ())}
        return Remarks(
            codes=tuple(sorted({c for m in mentions if (c := self._codes.get(m))})),
            tags=tuple(sorted({t for m in mentions for t in self._tags.get(m, ())})),
            notes=tuple(sorted(notes.values(), key=lambda d: d.seq)),
        )

    def replaced(self, incident: Incident, remark: Remark) -> tuple[str, ...]:
        """Return the mentions of an incident whose code or tags a new remark stands instead of."""
        held = {
            *(self._codes if remark.code is not None else ()),
            *(self._tags if remark.tags is not None else ()),
        }
        return tuple(m for m in dict.fromkeys((incident.id, *incident.aliases)) if m in held)

    def mentions(self) -> set[str]:
        """Return the mentions beside which anything is kept."""
        return {*self._codes, *self._tags, *self._notes}

    def _take(self, mention: str, decision: Decision) -> None:
        remark = decision.remark
        if remark is None:
            return
        if remark.code is not None:
            self._codes[mention] = remark.code
        if remark.tags is not None:
            self._tags[mention] = remark.tags
        if remark.words:
            self._notes.setdefault(mention, []).append(decision)


def _about(subjects: AbstractSet[str], accounts: Iterable[Account]) -> dict[str, str]:
    """Return the mention of each subject that is a claim: what it hangs on."""
    claims = (c for a in accounts for c in a.claims) if subjects else ()
    return {c.id: c.about for c in claims if c.id in subjects and c.about is not None}
