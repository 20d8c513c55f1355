"""An account -> the signature by which likely copies of it are found without comparing all.

MinHash over the words of the sentences that tell of events, cut into bands (locality-sensitive
hashing; Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3). Words
are few (forty in a news story), so every row has a hash of its own: of one permutation cut into
bins most bins would be empty. Signature and bands depend on one account alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from cenotaph.link.prose import event_sentences, is_figure, words_in
from cenotaph.model import Account

Signature = bytes  # ROWS numbers of four bytes; none for an account that tells of no event
Keys = NDArray[np.int64]  # BANDS keys, none negative

BANDS = 64
IN_BAND = 3  # rows: of words of which 40% are shared some band agrees 98 times in 100
ROWS = BANDS * IN_BAND
LIKELY = 0.16  # of the rows agree at least where one text may be a copy of the other
_LETTERS = 5  # of a word that tells something


def signature(account: Account) -> Signature:
    """Return the least hash of the account's telling words for each row; a pure function."""
    found = event_words(account) if account.form is None else set()
    if not found:
        return b""
    hashes = np.fromiter(map(_hash, found), np.uint64, len(found))
    factors, terms = _rows()
    spread = hashes[:, None] * factors
    spread += terms
    least: NDArray[np.uint32] = (spread.min(axis=0) >> np.uint64(32)).astype("<u4")
    return least.tobytes()


def bands(of: Signature) -> frozenset[int]:
    """Return what two accounts must share one of to be worth comparing; a pure function."""
    return frozenset(_keys(_numbers([of]))[0].tolist()) if of else frozenset()


def likely(ones: Sequence[Signature], others: Sequence[Signature]) -> NDArray[np.bool_]:
    """Tell for each pair of accounts that share a band whether they are worth comparing."""
    agreeing: NDArray[np.bool_] = _agreeing(_numbers(ones), _numbers(others)) >= LIKELY
    return agreeing


def event_words(account: Account) -> set[str]:
    """Return the telling words of the sentences that tell of events: long ones, names, figures."""
    text, plain = account.document.text, _plain_words()
    found = set()
    for span in event_sentences(account):
        for n, word in enumerate(words_in(text, span)):
            small = word.casefold()
            if len(small) >= _LETTERS or (n and word[0].isupper()) or is_figure(small):
                found.add(small)
    return found - plain


def candidates(signatures: Mapping[str, Signature]) -> list[tuple[str, str]]:
    """Return the pairs of ids, each sorted, whose signatures share a band and are alike."""
    ids = sorted(i for i, s in signatures.items() if s)
    rows = _numbers([signatures[i] for i in ids])
    found: set[tuple[int, int]] = set()
    for column in _keys(rows).T:
        for first, second in _sharing(column):
            alike = _agreeing(rows[first], rows[second]) >= LIKELY
            low, high = np.minimum(first, second)[alike], np.maximum(first, second)[alike]
            found.update(zip(low.tolist(), high.tolist(), strict=True))
    return sorted((ids[a], ids[b]) for a, b in found)


def _sharing(column: Keys) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Yield the pairs of places that hold one key, in as many steps as the key is held often."""
    order = np.argsort(column, kind="stable")
    ordered = column[order]
    at, step = np.arange(len(ordered)), 1
    while (at := at[at + step < len(ordered)]).size:
        at = at[ordered[at] == ordered[at + step]]
        yield order[at], order[at + step]
        step += 1


def _numbers(signatures: Sequence[Signature]) -> NDArray[np.uint32]:
    return np.frombuffer(b"".join(signatures), "<u4").reshape(-1, ROWS)


def _agreeing(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> NDArray[np.float64]:
    """Return the share of rows that are equal, which estimates the share of words in common."""
    share: NDArray[np.float64] = (one == other).mean(axis=-1)
    return share


def _keys(rows: NDArray[np.uint32]) -> Keys:
    """Return a row of BANDS keys for each signature."""
    factors, terms = _rows()
    banded = rows.astype(np.uint64).reshape(-1, BANDS, IN_BAND)
    mixed = banded * factors[:IN_BAND] + terms[:BANDS, None]
    mixed = (mixed ^ (mixed >> np.uint64(29))) * factors[IN_BAND : 2 * IN_BAND]
    keys: Keys = (mixed.sum(axis=2, dtype=np.uint64) >> np.uint64(1)).astype(np.int64)
    return keys


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    raw = word.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest())


@cache
def _rows() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return an odd factor and a term for each row, from a fixed sequence of hashes."""
    factors = [_hash(f"factor {n}") | 1 for n in range(ROWS)]
    terms = [_hash(f"term {n}") for n in range(ROWS)]
    return np.array(factors, np.uint64), np.array(terms, np.uint64)


@cache
def _plain_words() -> frozenset[str]:
    """Return words that tell nothing about one incident; see the data file."""
    data = resources.files("cenotaph").joinpath("data", "link_common_words.txt")
    lines = data.read_text("utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())
