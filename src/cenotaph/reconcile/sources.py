"""Captures and copies -> who is independent of whom, and what was reported when (COUNTING 21)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from cenotaph.model import Capture, Claim, earliest, plain
from cenotaph.reconcile.origins import Origin, origin, unified


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the documents behind the claims."""

    published: Mapping[str, str]  # document -> earliest day or time of publication
    publisher: Mapping[str, str]
    family: Mapping[str, str]  # copy -> original
    refs: Mapping[str, tuple[str, ...]]
    owner: Mapping[str, str] = {}  # publisher as compared -> owner, from the user's list

    def day(self, document: str) -> str:
        """Return when a document was published, "" when nobody knows."""
        return self.published.get(document, "")

    def story(self, document: str) -> str:
        """Return the document that a copy was made from, of another document itself."""
        return self.family.get(document, document)

    def independent(self, claims: Iterable[Claim]) -> int:
        """Count the independent sources behind some claims.

        Copies, accounts of one publisher or owner and accounts that take the figure from one origin
        are one source; accounts of unknown publishers are at most one together.
        """
        return len(self.parted(claims))

    def parted(self, claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
        """Return the claims source by source, those of one independent source together."""
        told = [(c, _origin(c)) for c in claims]
        same = unified(o for _, o in told if o is not None)
        parts: list[tuple[set[object], tuple[Claim, ...]]] = []
        for claim, first in told:
            keys = self._keys(claim) | ({same[first]} if first is not None else set())
            meeting = [p for p in parts if p[0] & keys]
            parts = [p for p in parts if not p[0] & keys]
            held = tuple(c for _, some in meeting for c in some)
            parts.append((keys.union(*(k for k, _ in meeting)), (*held, claim)))
        return [held for _, held in parts]

    def _keys(self, claim: Claim) -> set[object]:
        document = self.story(claim.document)
        publisher = self.publisher.get(document, self.publisher.get(claim.document, "?"))
        names = {plain(publisher)}
        if claim.voice == "speaker" and claim.speaker and claim.speaker.role == "media":
            names.add(plain(claim.speaker.name))  # what a paper is quoted for is that paper's
        told = {("publisher", self.owner.get(n, n)) for n in names}
        return {("document", document), *told}


def _origin(claim: Claim) -> Origin | None:
    if claim.speaker is None or claim.voice != "speaker":
        return None
    return origin(claim.speaker)


def sources(
    captures: Sequence[Capture],
    copies_of: Iterable[tuple[str, str]],
    owners: Iterable[tuple[str, str]] = (),
) -> Sources:
    """Gather what the captures say of the documents; the order of captures does not matter.

    `owners` are (publisher, owner) pairs: publishers of one owner are one source (COUNTING 21).
    """
    publisher: dict[str, str] = {}
    refs: dict[str, set[str]] = {}
    for c in sorted(captures, key=lambda c: (c.document, c.ref, c.raw)):
        refs.setdefault(c.document, set()).add(c.ref)
        if c.publisher:
            publisher.setdefault(c.document, c.publisher)
    return Sources(
        published=earliest(captures),
        publisher=publisher,
        family=dict(copies_of),
        refs={d: tuple(sorted(r)) for d, r in refs.items()},
        owner={plain(p): plain(o) for p, o in owners},
    )
