"""How many persons of the published record hang on an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from cenotaph.model import Account, Claim, Decision, Incident, People, Record, earliest, judgements

LEAST = 0.5  # persons: what moves no known figure is asked too, last
OTHER = 0.1  # of a dead person: an injured one, or a figure that only changes its source


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What questions look up in a record."""

    claims: Mapping[str, Claim]
    accounts: Mapping[str, Account]
    home: Mapping[str, Incident]  # by any of its mentions
    judged: Mapping[str, Decision]
    published: Mapping[str, str]  # document -> earliest day

    @classmethod
    def of(cls, record: Record) -> Known:
        """Return what is looked up in a record."""
        return cls(
            claims={c.id: c for a in record.accounts for c in a.claims},
            accounts={a.document.id: a for a in record.accounts},
            home={m: i for i in record.incidents for m in (i.id, *i.aliases)},
            judged=judgements(record.decisions),
            published=earliest(record.captures),
        )

    def answered(self, claims: Iterable[str]) -> bool:
        """Tell whether a person judged one of these claims, knowing the accounts of the others."""
        ids = tuple(claims)
        at = max((self.judged[c].at[:10] for c in ids if c in self.judged), default=None)
        if at is None:
            return False
        new = (self.claims[c].document for c in ids if c in self.claims and c not in self.judged)
        return all(self.published.get(d, "")[:10] <= at for d in new)


def dead(incident: Incident | None) -> int:
    """Return the floor of an incident's dead; 0 when nobody counts them."""
    tolls = incident.tolls if incident is not None else ()
    found = [t for t in tolls if t.outcome == "killed" and t.low is not None]
    whole = [t.low or 0 for t in found if t.people == People()]
    return max(whole or [t.low or 0 for t in found], default=0)


def moved(killed: float, others: float = 0.0) -> float:
    """Return the persons that move, the dead whole and others by a tenth."""
    return max(LEAST, killed + OTHER * others)


def expected(persons: float, chance: float, rows: int) -> float:
    """Return the expected change, in persons x rows."""
    return round(persons * chance * rows, 4)
