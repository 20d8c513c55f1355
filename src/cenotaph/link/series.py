"""Claims that are no incident's -> dossiers: cumulative, over a period, stocks, indirect deaths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from cenotaph.model import Account, Claim, Dossier, People, Place, Scope, Toll, is_apart

Located = tuple[Claim, Toll, str]  # claim, its toll, name of the place it counts
_FINE = {"exact", "town", "near", "admin2"}


def series(accounts: Sequence[Account], order: Mapping[str, str]) -> list[Dossier]:
    """Return one dossier for each place, scope, outcome and kind of people (COUNTING 16).

    A figure for people of unknown status joins a named one only where the two meet: people who
    are not known to be the same are never set against each other (COUNTING 15).
    """
    rows: dict[tuple[str, ...], list[Located]] = defaultdict(list)
    for account in sorted(
        accounts, key=lambda a: (order.get(a.document.id, "9999"), a.document.id)
    ):
        for claim in account.claims:
            if is_apart(claim) and isinstance(claim.value, Toll):
                name = counted_place(account, claim)
                scope: str = claim.value.scope
                if claim.value.cause == "indirect" and scope == "incident":
                    scope = "stock"
                rows[scope, claim.value.cause, claim.value.outcome, name].append(
                    (claim, claim.value, name)
                )
    found = [d for key in sorted(rows) for d in _by_people(rows[key])]
    return sorted(found, key=lambda d: d.id)


def counted_place(account: Account, claim: Claim) -> str:
    """Return the place a figure counts: the finest in its sentence, else the commonest."""
    marks = [(m.span, m.value) for m in account.marks if isinstance(m.value, Place)]
    near = [p for span, p in marks if claim.sentence.holds(span)]
    chosen = near or [p for _, p in marks]
    if not chosen:
        return ""
    fine = [p for p in chosen if p.precision in _FINE] or chosen
    counts = Counter(p.geonames or p.name.casefold() for p in fine)
    return max(counts, key=lambda name: (counts[name], name))


def _by_people(rows: Sequence[Located]) -> list[Dossier]:
    named: dict[People, list[Located]] = defaultdict(list)
    for row in rows:
        named[row[1].people.bare()].append(row)
    unknown = named.pop(People(), [])
    loose: list[Located] = []
    for row in unknown:
        home = next((g for g in named.values() if all(_meets(row[1], o[1]) for o in g)), loose)
        home.append(row)
    return [_dossier(g) for g in (*named.values(), loose) if g]


def _meets(a: Toll, b: Toll) -> bool:
    known = a.count.low is not None and b.count.low is not None
    return known and a.count.agrees(b.count)


def _dossier(rows: Sequence[Located]) -> Dossier:
    claims = tuple(c for c, _, _ in rows)
    scope: Scope = rows[0][1].scope if rows[0][1].scope != "incident" else "stock"
    return Dossier(
        id=claims[0].id,
        mentions=(),
        claims=claims,
        because=(f"figures for {rows[0][2] or 'no place named'}",),
        scope=scope,
    )
