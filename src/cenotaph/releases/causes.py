"""Why a claim came into a figure or went out of it, and which decisions had a part in it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from cenotaph.model import sayings
from cenotaph.releases.changes import Decided, Told
from cenotaph.releases.frozen import Frozen
from cenotaph.releases.rows import ClaimRow, DecisionRow, IncidentRow, SourceRow

_DONE = {
    "accept": sayings.ACCEPTED,
    "reject": sayings.REJECTED,
    "correct": sayings.CORRECTED,
    "add": sayings.ADDED_BY_PERSON,
    "withdraw": sayings.WITHDRAWN,
    "undo": sayings.TAKEN_BACK,
}


class Causes:
    """Knows what was said and decided between two records."""

    def __init__(self, before: Frozen, after: Frozen) -> None:
        self._before, self._after = before, after
        known = {d.id for d in before.decisions}
        self.between = tuple(d for d in after.decisions if d.id not in known)
        self._told_of = (_by_incident(before), _by_incident(after))
        self._about = _by_subject(self.between, (*before.decisions, *after.decisions))
        self._old = _first(before.sources)
        self._new = _first(after.sources)
        self._destroyed = frozenset(
            s
            for d in (*before.decisions, *after.decisions)
            if d.verdict == "withdraw"
            for s in d.subjects
        )

    def decided(self) -> tuple[Decided, ...]:
        """Return the decisions made in between."""
        return tuple(
            Decided(
                id=d.id,
                at=d.at,
                reviewer=d.reviewer,
                verdict=d.verdict,
                reason=d.reason,
                takes_back=d.supersedes,
            )
            for d in self.between
        )

    def about(
        self, incidents: Iterable[IncidentRow], claims: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """Return the decisions in between about these, their mentions, claims and accounts."""
        incidents = tuple(incidents)
        subjects = {m for i in incidents for m in (i.id, *i.aliases, *i.accounts)}
        subjects |= {c for i in incidents for t in i.tolls for c in t.claims} | set(claims)
        subjects |= {c for i in incidents for told in self._told_of for c in told.get(i.id, ())}
        found = {d.id for s in subjects for d in self._about.get(s, ())}
        return tuple(d.id for d in self.between if d.id in found and d.verdict != "note")

    def told_of(self, incident: str) -> tuple[str, ...]:
        """Return the claims told of an incident in either record."""
        return tuple(c for told in self._told_of for c in told.get(incident, ()))

    def entered(self, claims: Iterable[str], homes: frozenset[str]) -> tuple[Told, ...]:
        """Return why each of these claims stands now and did not before."""
        return tuple(self._told(c, *self._why_entered(c, homes)) for c in claims)

    def left(self, claims: Iterable[str], homes: frozenset[str]) -> tuple[Told, ...]:
        """Return why each of these claims stood before and does not now.

        `homes` are the ids that the incident has or had.
        """
        return tuple(self._told(c, *self._why_left(c, homes)) for c in claims)

    def is_destroyed(self, claims: Iterable[str]) -> bool:
        """Tell whether all these claims stood in accounts whose words were destroyed since.

        An older release still has them; nothing here prints them again.
        """
        rows = [self._before.claims.get(c) or self._after.claims.get(c) for c in claims]
        return bool(rows) and all(r is not None and r.document in self._destroyed for r in rows)

    def _why_entered(self, claim: str, homes: frozenset[str]) -> tuple[str, str | None]:
        now, was = self._after.claims.get(claim), self._before.claims.get(claim)
        by = self._last(claim, now)
        done = _DONE.get(by.verdict) if by is not None else None
        if now is not None and now.document not in self._old:
            new = sayings.IN_NEW_ACCOUNT
            return (
                (sayings.NEW_AND.format(why=done), by.id)
                if by is not None and done
                else (new, None)
            )
        if by is not None and done is not None:
            return done, by.id
        if was is None:
            return sayings.FOUND_ANEW, None
        if was.incident not in homes:
            return sayings.WAS_OF_ANOTHER if was.incident else sayings.WAS_OF_NONE, None
        return sayings.DID_NOT_CARRY, None

    def _why_left(self, claim: str, homes: frozenset[str]) -> tuple[str, str | None]:
        now, was = self._after.claims.get(claim), self._before.claims.get(claim)
        by = self._last(claim, now or was)
        if by is not None and by.verdict in _DONE:
            return _DONE[by.verdict], by.id
        if now is None and was is not None and was.document not in self._new:
            return sayings.IN_GONE_ACCOUNT, None
        if now is None:
            return sayings.NOT_FOUND, None
        if now.incident not in homes:
            return sayings.IS_OF_ANOTHER if now.incident else sayings.IS_OF_NONE, None
        return sayings.DOES_NOT_CARRY, None

    def _last(self, claim: str, row: ClaimRow | None) -> DecisionRow | None:
        """Return the last decision in between about a claim; of its account, a withdrawal."""
        found = list(self._about.get(claim, ()))
        if row is not None:
            told = self._about.get(row.document, ())
            found += [d for d in told if d.verdict == "withdraw"]
            if row.corrects is not None:
                found += self._about.get(row.corrects, ())
        return max(found, key=lambda d: d.seq, default=None)

    def _told(self, claim: str, because: str, decision: str | None) -> Told:
        row = self._after.claims.get(claim) or self._before.claims.get(claim)
        gone = self.is_destroyed([claim])
        words = (
            ""
            if gone
            else self._after.sentences.get(claim) or self._before.sentences.get(claim, "")
        )
        document = row.document if row else ""
        source = self._new.get(document) or self._old.get(document)
        return Told(
            claim=claim,
            because=because,
            decision=decision,
            publisher=source.publisher if source else None,
            published=source.published if source else None,
            ref=source.ref if source else None,
            document=document,
            sentence=words,
            quote=row.quote if row and not gone else "",
        )


def _by_incident(record: Frozen) -> dict[str, list[str]]:
    """Return the claims told of each incident."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in record.claims.values():
        if claim.incident is not None:
            found[claim.incident].append(claim.id)
    return found


def _first(sources: Iterable[SourceRow]) -> dict[str, SourceRow]:
    """Return the first capture of each document."""
    found: dict[str, SourceRow] = {}
    for source in sources:
        found.setdefault(source.document, source)
    return found


def _by_subject(
    decisions: Iterable[DecisionRow], known: Iterable[DecisionRow]
) -> dict[str, list[DecisionRow]]:
    """Return the decisions about each subject; what is taken back has the subjects of that."""
    by_id = {d.id: d for d in known}
    found: dict[str, list[DecisionRow]] = defaultdict(list)
    for decision in decisions:
        for subject in dict.fromkeys(_subjects(decision, by_id)):
            found[subject].append(decision)
    return found


def _subjects(decision: DecisionRow, by_id: dict[str, DecisionRow]) -> Iterator[str]:
    seen: set[str] = set()
    ahead: DecisionRow | None = decision
    while ahead is not None and ahead.id not in seen:
        seen.add(ahead.id)
        yield from ahead.subjects
        ahead = by_id.get(ahead.supersedes or "")
