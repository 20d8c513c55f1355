"""The record's own short phrases (a count, days, whom a figure counts) -> a reader's language.

What accounts say, titles, reasons and conflicts stay in their own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, get_args

from cenotaph.model import Outcome, Stance
from cenotaph.model.wording import TOPICS
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
_FIGURES: Final = frozenset(get_args(Outcome)) | {"when", "statement"} | {*TOPICS.values()}
_DERIVED: Final = ", worked out, not counted"
_DERIVED_WORDS: Final = marked("%(n)s, worked out, not counted")
# "2024-04-17T06:15:00+03:00": a time as RFC 3339 has it
_STAMP: Final = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[Tt ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(?P<zone>[Zz]|[+-]\d\d:\d\d)?"
)
_UTC: Final = ("Z", "z", "+00:00", "-00:00")


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
    if words.endswith(_DERIVED):
        return say(_DERIVED_WORDS) % {"n": phrase(words.removesuffix(_DERIVED), say)}
    if (held := _HELD.fullmatch(words)) is not None:
        stance, party = held.group("stance", "party")
        return say(_HELD_WORDS) % {"stance": say(stance), "party": party}
    return ", ".join(phrase(w, say) for w in words.split(", ")) if ", " in words else say(words)


def stamp(words: str) -> str:
    """Return a time in words that are read at a look, to the minute; what is none as it is."""
    found = _STAMP.fullmatch(words)
    if found is None:
        return words
    zone = "UTC" if found["zone"] in _UTC else found["zone"]
    return " ".join(filter(None, (found["day"], found["time"], zone)))
