"""Groups -> what was barely linked or barely kept apart, for people to settle first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from cenotaph.link.bonds import Bonds
from cenotaph.link.cluster import UNKEYED, groups
from cenotaph.link.evidence import Evidence, bits, evidence
from cenotaph.link.likeness import share
from cenotaph.link.profile import Profile
from cenotaph.link.prose import Prose, prose
from cenotaph.link.weights import Weights
from cenotaph.model import Account, Dossier, Near, NearCopy, sayings

SURE = 8.0  # mean bits at which two groups are one: seldom wrong, so nobody is asked
LEAST = 0.0  # mean bits below which two groups are two
_SHARES = (0.4, 0.95)  # of event words shared: fewer is no copy, more is one for certain

Group = tuple[int, ...]


def near(
    known: Sequence[Profile],
    found: Sequence[Group],
    weights: Mapping[tuple[int, int], float],
    bonds: Bonds,
    worth: Weights | None = None,
) -> tuple[Near, ...]:
    """Return the pairs of surely joined groups whose mean bits lie between LEAST and SURE.

    `found` are the incidents; nothing is returned about what people have joined or parted.
    """

    def compare(i: int, j: int) -> float:
        return bits(known[i], known[j], worth)

    sure = groups(len(known), weights, compare, bonds, SURE)
    home = {i: n for n, group in enumerate(found) for i in group}
    rows = []
    for (p, q), (i, j) in sorted(_closest(sure, weights).items()):
        row = _barely(known, (sure[p], sure[q]), (i, j), (weights, bonds), worth)
        if row is not None:
            rows.append(msgspec.structs.replace(row, joined=home[i] == home[j]))
    return tuple(rows)


def barely(
    known: Sequence[Profile],
    sides: tuple[Group, Group],
    weights: Mapping[tuple[int, int], float],
    bonds: Bonds,
    worth: Weights | None = None,
) -> Near | None:
    """Return the doubt about two surely joined groups, the first the earlier; None for no doubt.

    `weights` are those between the two, of LEAST and above, of pairs that a key brought together.
    Whether the two are one incident now is not looked at.
    """
    closest = _closest(sides, weights).get((0, 1))
    if closest is None:
        return None
    return _barely(known, sides, closest, (weights, bonds), worth)


def _barely(
    known: Sequence[Profile],
    sides: tuple[Group, Group],
    closest: tuple[int, int],
    held: tuple[Mapping[tuple[int, int], float], Bonds],
    worth: Weights | None,
) -> Near | None:
    (left, right), (weights, bonds) = sides, held

    def compare(i: int, j: int) -> float:
        return bits(known[i], known[j], worth)

    mean = _mean(left, right, weights, compare)
    if not LEAST <= mean < SURE or not all(bonds.may_join(a, b) for a in left for b in right):
        return None
    i, j = closest
    why = evidence(known[i], known[j], worth)
    return _near(known, sides, closest, why, bits=mean)


def _closest(
    sure: Sequence[Group], weights: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return, for every two groups that some evidence joins, the two tellings most alike."""
    part = {i: n for n, group in enumerate(sure) for i in group}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for (i, j), weight in weights.items():
        p, q = part[i], part[j]
        if p == q or weight < LEAST:
            continue
        pair, ends = ((p, q), (i, j)) if p < q else ((q, p), (j, i))
        best[pair] = min(best.get(pair, (0.1, 0, 0)), (-weight, *ends))
    return {pair: (i, j) for pair, (_, i, j) in best.items()}


def _mean(
    left: Group,
    right: Group,
    weights: Mapping[tuple[int, int], float],
    compare: Callable[[int, int], float],
) -> float:
    total = 0.0
    for a in left:
        for b in right:
            pair = (a, b) if a < b else (b, a)
            weight = weights.get(pair)
            total += min(compare(*pair), UNKEYED) if weight is None else weight
    return total / (len(left) * len(right))


def _near(
    known: Sequence[Profile],
    groups: tuple[Group, Group],
    closest: tuple[int, int],
    why: Sequence[Evidence],
    *,
    bits: float,
) -> Near:
    left, right = ([known[i] for i in group] for group in groups)
    a, b = (known[i] for i in closest)
    reasons = sorted(why, key=lambda e: (-abs(e.bits), e.why))
    return Near(
        left=tuple(p.telling.event for p in left),
        right=tuple(p.telling.event for p in right),
        closest=(a.telling.event, b.telling.event),
        bits=round(bits, 3),
        joined=False,
        killed=(_floor(p.killed for p in left), _floor(p.killed for p in right)),
        injured=(_floor(p.injured for p in left), _floor(p.injured for p in right)),
        because=tuple(sayings.REASON.format(why=e.why, bits=f"{e.bits:+.1f}") for e in reasons),
    )


def _floor(figures: Iterator[tuple[int, int | None] | None]) -> int:
    return max((f[0] for f in figures if f is not None), default=0)


def near_copies(
    found: Sequence[Dossier],
    accounts: Sequence[Account],
    copy_of: Sequence[tuple[str, str]],
    order: Mapping[str, int],
) -> tuple[NearCopy, ...]:
    """Return the accounts of one incident that share much of its words, copies or not.

    `order` numbers the documents by publication.
    """
    original = dict(copy_of)
    tellers = ({c.document for c in d.claims} for d in found)
    told = {document for documents in tellers if len(documents) > 1 for document in documents}
    told_by = {a.document.id: prose(a) for a in accounts if a.document.id in told}
    rows: dict[tuple[str, str], NearCopy] = {}
    for dossier in found:
        documents = sorted({c.document for c in dossier.claims}, key=order.__getitem__)
        for row in nearly_copied(documents, told_by, original):
            rows[row.copy, row.original] = row
    return tuple(rows[pair] for pair in sorted(rows))


def nearly_copied(
    documents: Sequence[str], told_by: Mapping[str, Prose], original: Mapping[str, str]
) -> Iterator[NearCopy]:
    """Yield which of some documents, by publication, share much of their words.

    `original` is that of each copy.
    """
    for n, late in enumerate(documents):
        for early in documents[:n]:
            part = share(told_by[late], told_by[early])
            joined = original.get(late, late) == original.get(early, early)
            if _SHARES[0] <= part < _SHARES[1]:
                yield NearCopy(copy=late, original=early, share=round(part, 3), joined=joined)
