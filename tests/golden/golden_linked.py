"""Golden sets of accounts and the record made of them -> measured items."""

from __future__ import annotations

from collections.abc import Iterator

from golden_cases import LinkedGolden, LinkedIncident, LinkedSeries
from golden_scoring import Item, same_place
from msgspec import UNSET

from cenotaph.model import Figure, Incident, Place, Record, Series


def measure_linked(golden: LinkedGolden, record: Record) -> list[Item]:
    """Return every measured item of one set of accounts."""
    expected = golden.expect
    harmed = [i for i in record.incidents if i.tolls or i.victims]
    found = [(tuple(sorted(i.refs)), i.title) for i in harmed]
    return [
        Item("linked.count", len(harmed) == expected.count, f"{expected.count}, found {found}"),
        *(item for wanted in expected.incidents for item in _incident(wanted, harmed)),
        *_copies(golden, record),
        *(_series(wanted, record.series) for wanted in expected.series),
        *(_kept(figure.low, harmed) for figure in expected.absent),
    ]


def _incident(wanted: LinkedIncident, found: list[Incident]) -> Iterator[Item]:
    match = next((i for i in found if sorted(i.refs) == sorted(wanted.refs)), None)
    yield Item("linked.together", match is not None, f"{wanted.refs} in one incident")
    if match is None:
        return
    for toll in wanted.tolls:
        right = any(_is_toll(f, toll.outcome, (toll.low, toll.high)) for f in match.tolls)
        words = f"{toll}; found {[_show(f) for f in match.tolls]}"
        yield Item("linked.toll", right, words)
        if toll.status is not None:
            right = any(f.outcome == toll.outcome and f.status == toll.status for f in match.tolls)
            yield Item("linked.status", right, words)
    yield from _attributes(wanted, match)


def _attributes(wanted: LinkedIncident, match: Incident) -> Iterator[Item]:
    if wanted.first is not None:
        right = match.first == wanted.first and wanted.last in (None, match.last)
        yield Item("linked.day", right, f"{wanted.first}, found {match.first}..{match.last}")
    if wanted.place is not None:
        place = match.place.value if match.place is not None else None
        right = same_place(wanted.place, place if isinstance(place, Place) else None)
        yield Item("linked.place", right, f"{wanted.place}, found {place}")
    if wanted.sources is not None:
        words = f"{wanted.sources} sources, found {match.independent_sources}"
        yield Item("linked.sources", match.independent_sources == wanted.sources, words)
    kinds = [c.kind for c in match.conflicts]
    for kind in wanted.conflicts:
        yield Item("linked.conflict", kind in kinds, f"{kind}, found {kinds}")
    blames = [(b.party, b.stance) for b in match.responsibility]
    for party, stance in wanted.responsibility:
        right = any(party in p and stance == s for p, s in blames)
        yield Item("linked.responsibility", right, f"{party} {stance}, found {blames}")
    for party, stance in wanted.absent_responsibility:
        wrong = any(party in p and stance == s for p, s in blames)
        yield Item("linked.responsibility", not wrong, f"not {party} {stance}, found {blames}")
    for kind in wanted.absent_conflicts:
        yield Item("linked.conflict", kind not in kinds, f"not {kind}, found {kinds}")


def _copies(golden: LinkedGolden, record: Record) -> Iterator[Item]:
    document = {capture.ref: capture.document for capture in record.captures}
    pairs = {frozenset(pair) for pair in record.copies_of}
    wanted = {frozenset(document[ref] for ref in pair) for pair in golden.expect.copies}
    for ref, original in golden.expect.copies:
        right = frozenset((document[ref], document[original])) in pairs
        yield Item("linked.copies", right, f"{ref} is a copy of {original}")
    if not wanted:
        yield Item("linked.copies", not pairs, f"no copies, found {len(pairs)}")


def _series(wanted: LinkedSeries, found: tuple[Series, ...]) -> Item:
    right = any(
        s.scope == wanted.scope
        and s.outcome == wanted.outcome
        and wanted.low in (UNSET, s.low)
        and wanted.high in (UNSET, s.high)
        and {c.kind for c in s.conflicts} >= set(wanted.conflicts)
        for s in found
    )
    shown = [(s.scope, s.outcome, s.low, s.high, [c.kind for c in s.conflicts]) for s in found]
    return Item("linked.series", right, f"{wanted}; found {shown}")


def _kept(low: int, found: list[Incident]) -> Item:
    right = all(f.low != low for i in found for f in i.tolls)
    return Item("linked.kept", right, f"no incident's toll has {low}")


def _is_toll(figure: Figure, outcome: str, wanted: tuple[int, int | None]) -> bool:
    return figure.outcome == outcome and (figure.low, figure.high) == wanted


def _show(figure: Figure) -> str:
    return f"{figure.outcome} {figure.low}..{figure.high} {figure.status} x{figure.sources}"
