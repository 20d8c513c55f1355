"""The record's own short phrases (a count, days, whom a figure counts) -> a reader's language.

What accounts say, titles, reasons and conflicts stay in their own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, get_args

from cenotaph.model import Outcome, Stance
from cenotaph.web.words import marked

Say = Callable[[str], str]
_N: Final = r"\d[\d,-]*"  # a number, or a day
_SHAPES: Final = tuple(
    (re.compile(shape), words)
    for shape, words in (
        (rf"at least (?P<n>{_N})", marked("at least %(n)s")),
        (rf"more than (?P<n>{_N})", marked("more than %(n)s")),
        (rf"about (?P<n>{_N}) or more", marked("about %(n)s or more")),
        (rf"about (?P<n>{_N}) to (?P<m>{_N})", marked("about %(n)s to %(m)s")),
        (rf"about (?P<n>{_N})", marked("about %(n)s")),
        (rf"(?P<n>{_N}) to (?P<m>{_N})", marked("%(n)s to %(m)s")),
        (rf"on or before (?P<n>{_N})", marked("on or before %(n)s")),
        (rf"aged (?P<n>{_N})", marked("aged %(n)s")),
    )
)
_WORDS: Final = (
    marked("an unstated number"),
    marked("day unknown"),
    marked("civilians"),
    marked("combatants"),
    marked("civilians and fighters"),
    marked("female"),
    marked("male"),
    marked("a speaker this reading could not name"),
)
_NOTED: Final = re.compile(r"(?P<head>.+) \((?P<tail>[^()]+)\)")
_KIND: Final = re.compile(r"(?P<kind>[a-z][a-z ]*): (?P<rest>.+)", re.DOTALL)
_STANCES: Final = "|".join(map(re.escape, get_args(Stance)))
_HELD: Final = re.compile(rf"(?P<stance>{_STANCES}) (?P<party>.+)")
_HELD_WORDS: Final = marked("%(stance)s %(party)s")
_FIGURES: Final = frozenset(get_args(Outcome)) | {"when"}


@lru_cache(maxsize=2000)  # the same few stand on every page
def phrase(words: str, say: Say) -> str:
    """Return a phrase of the record in the language of `say`; what it does not know stays."""
    for shape, told in _SHAPES:
        found = shape.fullmatch(words)
        if found is not None:
            return say(told) % found.groupdict()
    if (noted := _NOTED.fullmatch(words)) is not None:
        return f"{phrase(noted['head'], say)} ({phrase(noted['tail'], say)})"
    if (kind := _KIND.fullmatch(words)) is not None:
        what, rest = kind.group("kind", "rest")
        return f"{say(what)}: {phrase(rest, say) if what in _FIGURES else rest}"
    if (held := _HELD.fullmatch(words)) is not None:
        stance, party = held.group("stance", "party")
        return say(_HELD_WORDS) % {"stance": say(stance), "party": party}
    return ", ".join(phrase(w, say) for w in words.split(", ")) if ", " in words else say(words)
