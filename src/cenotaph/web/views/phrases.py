"""What the record says by itself, from a count to a question -> a reader's language.

What accounts say stays in its own words; sentences are told in `sentences`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, get_args

from cenotaph.model import Outcome, Role, Stance
from cenotaph.model.wording import TOPICS
from cenotaph.web.views.sentences import reason, sentence, title
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
)
_NOTED: Final = re.compile(r"(?P<head>.+) \((?P<tail>[^()]+)\)")
_KIND: Final = re.compile(r"(?P<kind>[a-z][a-z ]*): (?P<rest>.+)", re.DOTALL)
_UNNAMED: Final = marked("unnamed")
_STANCES: Final = "|".join(map(re.escape, get_args(Stance)))
_HELD: Final = re.compile(rf"(?P<stance>{_STANCES}) (?P<party>.+)")
_HELD_WORDS: Final = marked("%(stance)s %(party)s")
_FIGURES: Final = frozenset(get_args(Outcome)) | {"when", "statement"} | {*TOPICS.values()}
_DERIVED: Final = re.compile(r"(?P<n>.+), worked out, not counted")
_DERIVED_WORDS: Final = marked("%(n)s, worked out, not counted")
# "2024-04-17T06:15:00+03:00": a time as RFC 3339 has it
_STAMP: Final = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[Tt ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(?P<zone>[Zz]|[+-]\d\d:\d\d)?"
)
_NOBODY: Final = (
    marked("the account itself"),
    marked("a speaker this reading could not name"),
)
_THROUGH: Final = marked("through %(via)s")
_SPEAKER: Final = re.compile(
    rf"(?P<name>.+) \((?P<role>{'|'.join(get_args(Role))})(?P<side>, .+)?\)", re.DOTALL
)
_UTC: Final = ("Z", "z", "+00:00", "-00:00")


@lru_cache(maxsize=5000)  # the same ones stand on page after page
def phrase(words: str, say: Say) -> str:
    """Return a phrase of the record in the language of `say`; what it does not know stays."""
    if not words:
        return ""  # gettext has its heading there
    for shape, told in _SHAPES:
        found = shape.fullmatch(words)
        if found is not None:
            return say(told) % found.groupdict()
    whole = say(words)
    if whole == words:
        whole = sentence(words, say, lambda part: phrase(part, say)) or words
    return _in_parts(words, say) if whole == words else whole


def _in_parts(words: str, say: Say) -> str:
    """Return a phrase in the language of `say`, part by part."""
    for shape, tell in _PARTS:
        found = shape.fullmatch(words)
        if found is not None:
            return tell(found, say)
    return ", ".join(phrase(w, say) for w in words.split(", ")) if ", " in words else say(words)


def _noted(found: re.Match[str], say: Say) -> str:
    return f"{phrase(found['head'], say)} ({phrase(found['tail'], say)})"


def _of_kind(found: re.Match[str], say: Say) -> str:
    what, rest = found.group("kind", "rest")
    if what == "weapon":  # those have names of ours: "gun, bomb"
        return f"{say(what)}: {', '.join(map(say, rest.split(', ')))}"
    ours = what in _FIGURES or rest == _UNNAMED
    return f"{say(what)}: {phrase(rest, say) if ours else rest}"


def _derived(found: re.Match[str], say: Say) -> str:
    return say(_DERIVED_WORDS) % {"n": phrase(found["n"], say)}


def _held(found: re.Match[str], say: Say) -> str:
    stance, party = found.group("stance", "party")
    return say(_HELD_WORDS) % {"stance": say(stance), "party": party}


_PARTS: Final = ((_NOTED, _noted), (_KIND, _of_kind), (_DERIVED, _derived), (_HELD, _held))


def title_words(words: str, say: Say) -> str:
    """Return an incident's title in the language of `say`; other words stay."""
    return title(words, say, lambda part: phrase(part, say)) or words


def speaker_words(words: str, say: Say) -> str:
    """Return who says something, with their role; their name stays as it is.

    "Ada Roth (official, Ruritania), through Steppe Post", as pages.quoting.voice has it.
    """
    if words in _NOBODY:
        return say(words)
    name, via = words, ""
    if ", through " in words:
        name, _, through = words.rpartition(", through ")
        via = say(_THROUGH) % {"via": through}
    found = _SPEAKER.fullmatch(name)
    if found is not None:
        who, role, side = found.groups()
        name = f"{who} ({say(role)}{side or ''})"
    return f"{name}, {via}" if via else name


def reason_words(words: str, say: Say) -> str:
    """Return why something was decided: a person's own words stay, the desk's are told."""
    return reason(words, say, lambda part: phrase(part, say)) or words


def name_words(kind: str, words: str, say: Say) -> str:
    """Return the name of a place, a target or a weapon: those of weapons are words of ours."""
    return say(words) if kind == "weapon" else words


def aspect_words(what: str, words: str, say: Say) -> str:
    """Return what an account says of one aspect of an incident, one thing after another."""
    if what in {"Place", "Target", "Held responsible", "Persons named"}:
        return words
    return "; ".join(phrase(part, say) for part in words.split("; "))


def stamp(words: str) -> str:
    """Return a time in words that are read at a look, to the minute; what is none as it is."""
    found = _STAMP.fullmatch(words)
    if found is None:
        return words
    zone = "UTC" if found["zone"] in _UTC else found["zone"]
    return " ".join(filter(None, (found["day"], found["time"], zone)))
