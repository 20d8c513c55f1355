"""Copies as found, and what people decided about them -> copies as they stand (COUNTING 21)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cenotaph.link.bonds import Bonds, decided
from cenotaph.model import Clash, Decision, in_force

Copies = tuple[tuple[str, str], ...]


def judged_copies(
    found: Copies, decisions: Sequence[Decision], documents: Sequence[str]
) -> tuple[Copies, tuple[Clash, ...]]:
    """Return (copy, original) pairs, sorted, every copy with the one original of its family.

    `documents` are all there are, in order of publication. A person's word on a copy stands in the
    place of what was found for it; the rest of a family stays together as far as nobody parted it.
    """
    at = {document: i for i, document in enumerate(documents)}
    bonds, clashes = decided(len(documents), at, decisions, ("copy", "not-copy"))
    copied = _copied(decisions, at, bonds)
    for copy, original in found:
        if copy not in copied:
            bonds.join(at[copy], at[original])
    whole: dict[int, list[str]] = {}
    for document in documents:
        whole.setdefault(bonds.root(at[document]), []).append(document)
    machine = {copy for copy, _ in found}
    pairs: list[tuple[str, str]] = []
    for family in whole.values():
        original = min(family, key=lambda d: (d in copied, d in machine, at[d]))
        pairs.extend((d, original) for d in family if d != original)
    return tuple(sorted(pairs)), clashes


def _copied(decisions: Sequence[Decision], at: Mapping[str, int], bonds: Bonds) -> set[str]:
    """Return the documents that a person holds to be copies, by the decisions that are honored."""
    held = {}
    for decision in in_force(decisions):
        if decision.verdict == "copy" and all(s in at for s in decision.subjects):
            copy, original = decision.subjects
            if bonds.root(at[copy]) == bonds.root(at[original]):
                held[frozenset(decision.subjects)] = copy
    return set(held.values())
