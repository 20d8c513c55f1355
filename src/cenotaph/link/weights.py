"""What each level of each comparison is worth, in bits, and how sure a sum of bits is."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Self

import msgspec

from cenotaph.errors import UsageError
from cenotaph.link.compare import COMPARISONS, Comparison
from cenotaph.link.profile import Profile
from cenotaph.text.lexicon import lines

SHIPPED = "link_weights.tsv"
_COLUMNS = 7  # comparison, level, bits, m, near, far, words
_REMEMBERED = 50_000  # pairs

Compared = tuple[float | None, ...]
"""Bits of each comparison, in their order; None where it has nothing to compare."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One level of one comparison, as estimated."""

    comparison: str
    level: str
    bits: float
    same: float  # weight of the pairs of one incident that are at this level
    near: float  # of the pairs of neighboring incidents
    far: float  # of other pairs
    words: str  # the reason, as it is published


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """The bits of every level; `name` is a digest of the file that they are from."""

    name: str
    prior: float  # bits before anything is compared: few pairs tell of one incident
    rows: tuple[Row, ...]
    worth: tuple[tuple[Comparison, Mapping[str, float]], ...]
    words: Mapping[tuple[str, str], str]
    sure: tuple[tuple[float, float], ...]  # from so many bits on, at least this share is right

    def compared(self, a: Profile, b: Profile) -> Compared:
        """Return what each comparison says for (or, below zero, against) one incident."""
        levels = [(compare(a, b), worth) for compare, worth in self.worth]
        return tuple(None if level is None else worth.get(level, 0.0) for level, worth in levels)

    def total(self, a: Profile, b: Profile) -> float:
        """Return the bits for (or, below zero, against) one incident."""
        return self.summed(self.compared(a, b))

    def summed(self, compared: Compared) -> float:
        """Return the bits that comparisons come to."""
        found = self.prior
        for bits in compared:
            if bits is not None:
                found += bits
        return round(found, 3)

    def certainty(self, bits: float) -> float:
        """Return how often at least a link of so many bits is right, as measured: no 2 ** bits."""
        at = bisect_right(self.sure, (bits, 2.0)) - 1
        return self.sure[max(0, at)][1]


class Remembering(Weights, frozen=True, kw_only=True):
    """Weights that know what they last compared: grouping looks at the same pairs many times."""

    pairs: dict[tuple[str, str], Compared]  # by event

    @classmethod
    def of(cls, weights: Weights) -> Self:
        """Return weights that remember nothing yet."""
        return cls(**msgspec.structs.asdict(weights), pairs={})

    def compared(self, a: Profile, b: Profile) -> Compared:
        """Return what each comparison says for (or, below zero, against) one incident."""
        pair = a.telling.event, b.telling.event
        found = self.pairs.get(pair)
        if found is None:
            if len(self.pairs) >= _REMEMBERED:
                self.pairs.clear()
            found = self.pairs[pair] = super().compared(a, b)
        return found


@cache
def shipped() -> Weights:
    """Return the weights that come with the package."""
    return parsed(lines(SHIPPED))


def parsed(text: Iterable[str]) -> Weights:
    """Return the weights that the lines of a parameters file give; UsageError where it is none."""
    kept = [line for line in text if line.strip() and not line.startswith("#")]
    rows, prior, sure = [], 0.0, []
    for number, line in enumerate(kept, 1):
        fields = line.rstrip("\n").split("\t")
        try:
            if fields[0] == "prior":
                prior = float(fields[1])
            elif fields[0] == "certainty":
                sure.append((float(fields[1]), float(fields[2])))
            else:
                rows.append(_row(fields))
        except (ValueError, IndexError) as error:
            raise UsageError(
                f"parameters of linking, line {number}: cannot read {line!r}"
            ) from error
    if not rows or not sure:
        raise UsageError("parameters of linking: no rows of levels, or none of certainty")
    return Weights(
        name=hashlib.sha256("\n".join(kept).encode()).hexdigest()[:12],
        prior=prior,
        rows=tuple(rows),
        worth=_worth(rows),
        words={(r.comparison, r.level): r.words for r in rows},
        sure=tuple(sorted(sure)),
    )


def written(prior: float, rows: Iterable[Row], sure: Iterable[tuple[float, float]]) -> str:
    """Return the lines of a parameters file, as `parsed` reads them."""
    lines = [f"prior\t{prior:g}"]
    lines += [
        f"{r.comparison}\t{r.level}\t{r.bits:g}\t{r.same:g}\t{r.near:g}\t{r.far:g}\t{r.words}"
        for r in rows
    ]
    lines += [f"certainty\t{bits:g}\t{share:g}" for bits, share in sure]
    return "\n".join(lines) + "\n"


def _row(fields: list[str]) -> Row:
    if len(fields) != _COLUMNS:
        raise ValueError(f"{len(fields)} columns, not {_COLUMNS}")
    bits, same, near, far = (float(f) for f in fields[2:6])
    return Row(
        comparison=fields[0],
        level=fields[1],
        bits=bits,
        same=same,
        near=near,
        far=far,
        words=fields[6],
    )


def _worth(rows: Iterable[Row]) -> tuple[tuple[Comparison, Mapping[str, float]], ...]:
    by_name: dict[str, dict[str, float]] = {}
    for row in rows:
        by_name.setdefault(row.comparison, {})[row.level] = row.bits
    return tuple(
        (c, by_name[c.__name__]) for c in COMPARISONS if any(by_name.get(c.__name__, {}).values())
    )
