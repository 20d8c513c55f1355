"""Two frozen records -> what differs, and by which claim or decision. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from cenotaph.model import People
from cenotaph.releases import details
from cenotaph.releases.causes import Causes
from cenotaph.releases.changes import (
    Accounts,
    Brief,
    Change,
    CopyChange,
    Difference,
    Kind,
    RunningChange,
    TollChange,
)
from cenotaph.releases.facts import Facts
from cenotaph.releases.frozen import Frozen
from cenotaph.releases.matching import Group, matched, mentions
from cenotaph.releases.rows import FigureRow, IncidentRow, SeriesRow

_Key = tuple[str, People]
_ALONE = "Figures can differ by that alone."


def difference(before: Frozen, after: Frozen) -> Difference:
    """Return all in which the later record differs from the earlier."""
    causes = Causes(before, after)
    return Difference(
        before=before.facts,
        after=after.facts,
        notes=tuple(_notes(before.facts, after.facts)),
        incidents=tuple(_incidents(before, after, causes)),
        running=tuple(_running(before, after, causes)),
        copies=tuple(_copies(before, after)),
        accounts=_accounts(before, after),
        withdrawn=_withdrawn(after, causes),
        decisions=causes.decided(),
    )


def _notes(before: Facts, after: Facts) -> Iterator[str]:
    for what, a, b in (
        ("The two count by different policies", before.policy, after.policy),
        ("What the user set for counting differs", before.settings, after.settings),
        ("The software is another", before.software.digest, after.software.digest),
        ("The gazetteer is another", before.software.gazetteer, after.software.gazetteer),
        ("The grammar model is another", before.software.model, after.software.model),
    ):
        if a != b:
            yield f"{what}: {_short(a)} before, {_short(b)} after. {_ALONE}"
    if before.names != after.names:
        with_names = "later" if after.names else "earlier"
        yield f"Names are printed in the {with_names} one alone."
    if after.ledger.links < before.ledger.links:
        yield (
            "The second was made of a shorter ledger than the first: either this is read backwards,"
            " or the two are of different ledgers."
        )


def _short(digest: str | None) -> str:
    if digest is None:
        return "nothing"
    return digest[:12] if len(digest) == 64 else digest


def _incidents(before: Frozen, after: Frozen, causes: Causes) -> Iterator[Change]:
    def claims(incident: IncidentRow) -> Iterable[str]:
        return causes.told_of(incident.id)

    for group in matched(before.incidents, after.incidents, mentions, claims):
        change = _change(group, causes)
        if change is not None:
            yield change


def _change(group: Group[IncidentRow], causes: Causes) -> Change | None:
    """Return what became of the incidents of a group; None where nothing did."""
    kind = _kind(len(group.before), len(group.after))
    homes = frozenset(i.id for i in (*group.before, *group.after))
    tolls = tuple(_tolls(group, causes, homes, one=kind in {"new", "gone", "changed"}))
    citing = details.Citing(
        causes.is_destroyed, partial(causes.entered, homes=homes), partial(causes.left, homes=homes)
    )
    pairs = zip(group.before, group.after, strict=True) if kind == "changed" else ()
    facts = tuple(fact for old, new in pairs for fact in details.facts(old, new, citing))
    lists = tuple(details.lists(group.before, group.after, citing))
    if kind == "changed" and not (tolls or facts or lists):
        return None
    return Change(
        kind=kind,
        before=tuple(map(_brief, group.before)),
        after=tuple(map(_brief, group.after)),
        tolls=tolls,
        details=facts,
        lists=lists,
        decisions=causes.about((*group.before, *group.after)),
    )


def _kind(before: int, after: int) -> Kind:
    if not before:
        return "new"
    if not after:
        return "gone"
    if before == after == 1:
        return "changed"
    if after == 1:
        return "merged"
    return "split" if before == 1 else "regrouped"


def _brief(incident: IncidentRow) -> Brief:
    return Brief(
        id=incident.id,
        title=incident.title,
        first=incident.first,
        last=incident.last,
        tolls=incident.tolls,
    )


def _tolls(
    group: Group[IncidentRow], causes: Causes, homes: frozenset[str], *, one: bool
) -> Iterator[TollChange]:
    """Yield the figures that changed; where incidents were joined or parted, in their claims."""
    befores, afters = _figures(group.before), _figures(group.after)
    for key in dict.fromkeys((*befores, *afters)):
        old, new = befores.get(key, ()), afters.get(key, ())
        moved = one and _counts(old) != _counts(new)
        stood, stands = _claims(old), _claims(new)
        if moved or set(stood) != set(stands):
            yield TollChange(
                what=details.what(key),
                before=tuple(old),
                after=tuple(new),
                moved=moved,
                entered=causes.entered((c for c in stands if c not in stood), homes),
                left=causes.left((c for c in stood if c not in stands), homes),
            )


def _figures(incidents: Iterable[IncidentRow]) -> dict[_Key, list[FigureRow]]:
    """Return figures by what they count, however the people are called."""
    found: dict[_Key, list[FigureRow]] = {}
    for incident in incidents:
        for figure in incident.tolls:
            found.setdefault((figure.outcome, figure.people.bare()), []).append(figure)
    return found


def _counts(figures: Iterable[FigureRow]) -> Counter[tuple[object, ...]]:
    return Counter(
        (f.low, f.high, f.best, f.approximate, f.vague, f.status, f.grade, f.sources)
        for f in figures
    )


def _claims(figures: Iterable[FigureRow]) -> dict[str, None]:
    return dict.fromkeys(c for f in figures for c in f.claims)


def _running(before: Frozen, after: Frozen, causes: Causes) -> Iterator[RunningChange]:
    def keys(series: SeriesRow) -> Iterable[str]:
        return (series.id, *series.claims)

    for group in matched(before.series, after.series, keys, keys):
        if [details.running(s) for s in group.before] == [details.running(s) for s in group.after]:
            continue
        stood, stands = ({c for s in side for c in s.claims} for side in group)
        claims = sorted(stood | stands)
        yield RunningChange(
            kind=_kind(len(group.before), len(group.after)),
            before=group.before,
            after=group.after,
            entered=causes.entered(sorted(stands - stood), frozenset()),
            left=causes.left(sorted(stood - stands), frozenset()),
            decisions=causes.about((), claims),
        )


def _copies(before: Frozen, after: Frozen) -> Iterator[CopyChange]:
    refs = {s.document: s.ref for s in (*before.sources, *after.sources)}
    old, new = _originals(before), _originals(after)
    for document in sorted(old.keys() | new.keys(), key=lambda d: (refs[d], d)):
        a, b = old.get(document), new.get(document)
        if a != b:
            yield CopyChange(
                ref=refs[document],
                before=refs.get(a, a) if a else None,
                after=refs.get(b, b) if b else None,
            )


def _originals(record: Frozen) -> dict[str, str]:
    return {s.document: s.copies_of for s in record.sources if s.copies_of is not None}


def _accounts(before: Frozen, after: Frozen) -> Accounts:
    old, new = ({s.document: s.ref for s in r.sources} for r in (before, after))
    return Accounts(
        new=tuple(sorted(ref for d, ref in new.items() if d not in old)),
        gone=tuple(sorted(ref for d, ref in old.items() if d not in new)),
    )


def _withdrawn(after: Frozen, causes: Causes) -> tuple[str, ...]:
    refs: dict[str, str] = {}
    for source in after.sources:
        refs.setdefault(source.document, source.ref)
    gone: Sequence[str] = [s for d in causes.between if d.verdict == "withdraw" for s in d.subjects]
    return tuple(sorted(refs.get(d, d) for d in gone))
