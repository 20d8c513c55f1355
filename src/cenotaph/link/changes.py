"""A copy and its original -> what the copy changed, in words: figures, names, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from cenotaph.link.likeness import align
from cenotaph.link.prose import Passage, is_figure, prose, words_in
from cenotaph.model import Account, Dossier, sayings
from cenotaph.text.agencies import credited


def with_changes(
    dossiers: Iterable[Dossier], accounts: Iterable[Account], copy_of: Sequence[tuple[str, str]]
) -> list[Dossier]:
    """Return dossiers that say, beside why their accounts were put together, what copies changed.

    A copy is told of where it and its original are in one dossier.
    """
    original = dict(copy_of)
    asked = {d for pair in copy_of for d in pair}
    known = {a.document.id: a for a in accounts if a.document.id in asked}
    return [
        replace(d, because=(*d.because, *_told(d, known, original))) if d.families else d
        for d in dossiers
    ]


def _told(
    dossier: Dossier, known: Mapping[str, Account], original: Mapping[str, str]
) -> Iterable[str]:
    there = {c.document for c in dossier.claims}
    for document in sorted(there):
        first = original.get(document)
        if first in there and first in known and document in known:
            what = changed(known[document], known[first])
            yield sayings.COPIES.format(document=document[:12], original=first[:12], changes=what)


def changed(copy: Account, original: Account) -> str:
    """Return what a copy changed, in words; names are counted and not told: reasons are public."""
    one, other = prose(copy), prose(original)
    pairs = [(one.passages[i], other.passages[j]) for i, j in align(one, other).pairs]
    figures = [w for p, q in pairs for w in _figures((copy, p), (original, q))]
    names = {s for p, _ in pairs for s in p.specifics - other.specifics if not is_figure(s)}
    added = len(one.passages) - len(pairs)
    dropped = len(other.passages) - len(align(other, one).pairs)
    found = [sayings.OF_THE_ORIGINAL.format(n=len(pairs), m=len(one.passages))]
    found += figures
    found += [sayings.OTHER_NAMES.format(n=len(names))] if names else []
    found += [sayings.ADDED.format(n=added)] if added else []
    found += [sayings.DROPPED.format(n=dropped)] if dropped else []
    agencies = credited(copy.document.text)
    credits_ = sayings.CREDITS.format(agencies=", ".join(a.upper() for a in agencies))
    found += [credits_] if agencies else []
    return "; ".join(found)


def _figures(copy: tuple[Account, Passage], original: tuple[Account, Passage]) -> list[str]:
    """Return the figures of a sentence that stand changed in a copy of it."""
    new, old = (
        [w for w in words_in(a.document.text, p.span) if is_figure(w.casefold())]
        for a, p in (copy, original)
    )
    if len(new) != len(old):
        return []
    return [
        sayings.BECAME.format(was=was, now=now)
        for was, now in zip(old, new, strict=True)
        if was.casefold() != now.casefold()
    ]
