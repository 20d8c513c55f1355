"""All captures -> what a desk keeps of them in memory: publishers, and who told in confidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cenotaph.model import Capture, plain, source_names


class Captured(NamedTuple):
    """What is known of all documents as they came."""

    ids: tuple[str, ...]  # of the captures
    publisher: Mapping[str, str]  # of each document, by its first capture; "" where unknown
    plain: Mapping[str, str]  # each publisher as names are compared
    accounts: Mapping[str, int]  # how many each published, as names are compared
    publishers: frozenset[str]  # as they are written
    confided: frozenset[str]  # names of those who told staff

    @classmethod
    def of(cls, captures: Iterable[tuple[str, Capture]]) -> Captured:
        """Gather what captures, each with its id, say; their order does not matter."""
        ids: list[str] = []
        first: dict[str, tuple[str, str, str]] = {}
        names: set[str] = set()
        known: dict[str, str] = {}  # so that each publisher's name is in memory once
        for key, capture in captures:
            ids.append(key)
            publisher = known.setdefault(capture.publisher or "", capture.publisher or "")
            here = (capture.ref, key, publisher)
            first[capture.document] = min(here, first.get(capture.document, here))
            names |= source_names((capture,))
        publishers = {document: publisher for document, (_, _, publisher) in first.items()}
        compared = {name: plain(name) for name in known}
        return cls(
            ids=tuple(sorted(ids)),
            publisher=publishers,
            plain=compared,
            accounts=Counter(compared[p] for p in publishers.values()),
            publishers=frozenset(filter(None, known)),
            confided=frozenset(names),
        )

    def teller(self, document: str) -> str:
        """Return who published a document, as names are compared; "" where nobody knows."""
        return self.plain.get(self.publisher.get(document, ""), "")
