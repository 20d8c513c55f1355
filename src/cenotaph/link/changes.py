"""A copy and its original -> what the copy changed, in words: figures, names, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from cenotaph.link.likeness import align
from cenotaph.link.prose import Passage, is_figure, prose, words_in
from cenotaph.model import Account, Dossier
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
            yield f"{document[:12]} copies {first[:12]}: {changed(known[document], known[first])}"


def changed(copy: Account, original: Account) -> str:
    """Return what a copy changed, in words; names are counted and not told: reasons are public."""
    one, other = prose(copy), prose(original)
    pairs = [(one.passages[i], other.passages[j]) for i, j in align(one, other).pairs]
    figures = [w for p, q in pairs for w in _figures((copy, p), (original, q))]
    names = {s for p, _ in pairs for s in p.specifics - other.specifics if not is_figure(s)}
    added = len(one.passages) - len(pairs)
    dropped = len(other.passages) - len(align(other, one).pairs)
    found = [f"{len(pairs)} of {len(one.passages)} sentences are the original's"]
    found += figures
    found += [f"{len(names)} words of names are other ones"] if names else []
    found += [f"{added} added"] if added else []
    found += [f"{dropped} dropped"] if dropped else []
    agencies = credited(copy.document.text)
    found += [f"credits {', '.join(a.upper() for a in agencies)}"] if agencies else []
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
        f"“{was}” became “{now}”"
        for was, now in zip(old, new, strict=True)
        if was.casefold() != now.casefold()
    ]
