"""Accounts -> which documents are copies of which: one story counts once (COUNTING 21).

A copy shares *event* sentences: those that carry a claim. Shared furniture (subscription notices,
share buttons) makes no copy. Figures are masked, so that a copy that changed a number is found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from cenotaph.model import Account, Toll, Victim

_TOKEN = re.compile(r"\w+")
_FIGURE = re.compile(
    r"^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty\w*|thirty\w*|forty\w*|fifty\w*|sixty\w*|seventy\w*|eighty\w*|ninety\w*|dozens?)$"
)
SHINGLE = 5  # words
LIKE = 0.75  # of the smaller account's event shingles that the other one holds too
LEAST = 12  # words of event text below which two accounts may agree by chance

Signature = frozenset[int]  # of runs of words; the same run has the same number everywhere


def copies(accounts: Sequence[Account], order: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return (copy, original) document ids, sorted; the original is the earliest published.

    `order` gives each document's publication day.
    """
    known = {a.document.id: signature(a) for a in accounts}
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in candidates({d: bands(s) for d, s in known.items()}):
        if alike(known[a], known[b]):
            near[a].add(b)
            near[b].add(a)
    return originals({d: (order.get(d, "9999"), d) for d in known}, near)


def originals(
    rank: Mapping[str, tuple[str, str]], near: Mapping[str, Collection[str]]
) -> tuple[tuple[str, str], ...]:
    """Return (copy, original), sorted, of documents with their rank and what each is alike to.

    A document is a copy of the earliest original that it resembles itself: no chain of likenesses
    makes a family. What no chain joins has no say, so the connected parts can be asked one by one.
    """
    original: dict[str, str] = {}
    for document in sorted(rank, key=rank.__getitem__):
        heads = [h for h in near.get(document, ()) if original.get(h) == h]
        original[document] = min(heads, key=rank.__getitem__, default=document)
    return tuple(sorted((d, o) for d, o in original.items() if d != o))


def signature(account: Account) -> Signature:
    """Return the runs of words of the sentences in which someone is harmed, figures masked."""
    spans = {
        c.sentence
        for c in account.claims
        if isinstance(c.value, Toll | Victim) and c.sentence.part == "text"
    }
    found: set[int] = set()
    for span in spans:
        words = [_masked(w) for w in _TOKEN.findall(account.document.quote(span).casefold())]
        runs = zip(*(words[i:] for i in range(SHINGLE)), strict=False)
        found.update(_number(" ".join(run)) for run in runs)
    return frozenset(found) if len(found) >= LEAST - SHINGLE else frozenset()


def bands(found: Signature) -> frozenset[int]:
    """Return what two documents must share one of to be worth comparing."""
    return found


def alike(one: Signature, other: Signature) -> bool:
    """Tell whether one document holds most event shingles of the other."""
    return len(one & other) >= LIKE * min(len(one), len(other))


def candidates(banded: Mapping[str, Collection[int]]) -> list[tuple[str, str]]:
    """Return the pairs of documents that share a band, each once, in order."""
    first: dict[int, str] = {}
    shared: dict[int, list[str]] = {}  # few bands are: most stand in one document alone
    for document in sorted(banded):
        for band in banded[document]:
            holder = first.setdefault(band, document)
            if holder is not document:
                shared.setdefault(band, [holder]).append(document)
    return sorted({pair for found in shared.values() for pair in combinations(found, 2)})


@lru_cache(maxsize=65536)
def _masked(word: str) -> str:
    return "#" if _FIGURE.match(word) else word


def _number(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=7).digest())


def families(copy_of: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return, for each document in a family, the whole family, original first."""
    members: dict[str, list[str]] = defaultdict(list)
    for copy, original in copy_of:
        members[original].append(copy)
    whole = {o: (o, *sorted(c)) for o, c in members.items()}
    return {d: family for family in whole.values() for d in family}
