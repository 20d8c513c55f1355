"""Words of a list -> the same with graphic ones softened, each marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from markupsafe import Markup, escape

from cenotaph.text.lexicon import lines

MARK: Final = "~"  # stands before what was softened
_SOFT: Final = Markup('<span class="soft" title="{}">{}</span>')


def softened(words: str, tip: str) -> Markup:
    """Return words with each graphic one replaced and marked, the tip upon it."""
    whole, at = Markup(), 0
    for start, end, instead in _found(words):
        whole += escape(words[at:start]) + _SOFT.format(tip, instead)
        at = end
    return whole + escape(words[at:])


def plainly(words: str) -> str:
    """Return the same without markup."""
    whole, at = "", 0
    for start, end, instead in _found(words):
        whole, at = whole + words[at:start] + instead, end
    return whole + words[at:]


def _found(words: str) -> Iterator[tuple[int, int, str]]:
    """Yield where graphic words stand, with what stands instead."""
    found, instead = _lexicon()
    for match in found.finditer(words):
        soft = instead[" ".join(match[0].casefold().split())]
        begun = soft[0].upper() + soft[1:] if match[0][0].isupper() else soft
        yield match.start(), match.end(), MARK + begun


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the graphic words, the longest first, and what stands for each."""
    rows = (line.partition("\t") for line in lines("desk/graphic.tsv"))
    instead = {graphic: soft for graphic, _, soft in rows}
    longest = sorted(instead, key=lambda w: (-len(w), w))
    every = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest)
    return re.compile(rf"(?<![\w-])(?:{every})(?![\w-])", re.IGNORECASE), instead
