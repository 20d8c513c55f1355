"""Accounts -> which documents are copies of which: one story counts once (COUNTING 21).

A copy shares *event* sentences: those that carry a claim. Shared furniture (subscription notices,
share buttons) makes no copy. Figures are masked, so that a copy that changed a number is found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
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

Shingles = frozenset[str]


def copies(accounts: Sequence[Account], order: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return (copy, original) document ids, sorted; the original is the earliest published.

    `order` gives each document's publication day. A document is a copy of the earliest original
    that it resembles itself: no chain of likenesses makes a family.
    """
    shingles = {a.document.id: event_shingles(a) for a in accounts}
    alike = _alike(shingles)
    rank = {d: (order.get(d, "9999"), d) for d in shingles}
    original: dict[str, str] = {}
    for document in sorted(shingles, key=rank.__getitem__):
        heads = [h for h in alike[document] if original.get(h) == h]
        original[document] = min(heads, key=rank.__getitem__, default=document)
    return tuple(sorted((d, o) for d, o in original.items() if d != o))


def event_shingles(account: Account) -> Shingles:
    """Return the runs of words of the sentences in which someone is harmed, figures masked."""
    spans = {
        c.sentence
        for c in account.claims
        if isinstance(c.value, Toll | Victim) and c.sentence.part == "text"
    }
    found: set[str] = set()
    for span in spans:
        words = [_masked(w) for w in _TOKEN.findall(account.document.quote(span).casefold())]
        found.update(map(" ".join, zip(*(words[i:] for i in range(SHINGLE)), strict=False)))
    return frozenset(found) if len(found) >= LEAST - SHINGLE else frozenset()


@lru_cache(maxsize=65536)
def _masked(word: str) -> str:
    return "#" if _FIGURE.match(word) else word


def _alike(shingles: Mapping[str, Shingles]) -> dict[str, set[str]]:
    """Return, for each document, those it shares most event shingles with."""
    first: dict[str, str] = {}
    shared: dict[str, list[str]] = {}  # few runs of words are: most stand in one document alone
    for document in sorted(shingles):
        for run in shingles[document]:
            holder = first.setdefault(run, document)
            if holder is not document:
                shared.setdefault(run, [holder]).append(document)
    candidates = {pair for found in shared.values() for pair in combinations(found, 2)}
    alike: dict[str, set[str]] = defaultdict(set)
    for a, b in sorted(candidates):
        smaller = min(len(shingles[a]), len(shingles[b]))
        if len(shingles[a] & shingles[b]) >= LIKE * smaller:
            alike[a].add(b)
            alike[b].add(a)
    return alike


def families(copy_of: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return, for each document in a family, the whole family, original first."""
    members: dict[str, list[str]] = defaultdict(list)
    for copy, original in copy_of:
        members[original].append(copy)
    whole = {o: (o, *sorted(c)) for o, c in members.items()}
    return {d: family for family in whole.values() for d in family}
