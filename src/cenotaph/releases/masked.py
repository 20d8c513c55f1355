"""Two frozen records -> the names that only one of them withholds. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.model import WITHHELD
from cenotaph.releases.frozen import Frozen


def masked(before: Frozen, after: Frozen) -> frozenset[str]:
    """Return the names that one record prints and the other withholds in the same sentence.

    Who is a private person may be known from later accounts alone, so an older release can have a
    name in other sentences too, which a comparison is not to print again.
    """
    shared = before.sentences.keys() & after.sentences.keys()
    pairs = {(before.sentences[c], after.sentences[c]) for c in shared}
    return frozenset(
        name
        for one, other in pairs
        if one != other
        for name in (*_under(one, other), *_under(other, one))
    )


def _under(sentence: str, plain: str) -> Iterator[str]:
    """Yield what stands in the other sentence where this one withholds a name."""
    pattern = "(.+?)".join(map(re.escape, sentence.split(WITHHELD)))
    found = re.fullmatch(pattern, plain)
    if found is not None:
        yield from (name for name in found.groups() if WITHHELD not in name)
