"""A line that tells what changed in the record -> the same in a reader's language.

Titles, parties and references stay in their own words.
"""

from __future__ import annotations

import re
from typing import Final

from cenotaph.web.views.phrases import Say, phrase
from cenotaph.web.words import OWN, Language, marked

_LABELS: Final = frozenset(
    (
        *(marked("New"), marked("Gone"), marked("Joined"), marked("Parted"), marked("title")),
        *(marked("first"), marked("last"), marked("independent sources"), marked("review")),
        *(marked("blamed"), marked("targets, new"), marked("weapons, new"), marked("blame, new")),
        *(marked("conflicts, new"), marked("accounts, new"), marked("targets, gone")),
        *(marked("weapons, gone"), marked("blame, gone"), marked("conflicts, gone")),
        marked("accounts, gone"),
    )
)
_SIDES: Final = {
    "nothing": marked("nothing"),
    "unknown": marked("unknown"),
    "nobody": marked("nobody"),
    "machine": marked("machine reading only"),
    "partly": marked("partly checked by a person"),
    "reviewed": marked("checked by a person"),
}
_WHOLE: Final = frozenset((marked("The record is as it was."),))
# a figure with what it rests on: 2 against at least 14 (contested, evidence fair, 3 sources)
_FIGURE: Final = re.compile(
    r"(?P<figure>.+) \((?P<status>agreed|updated|contested|single-source)"
    r"(?:, best (?P<best>[\d,]+))?(?:, evidence (?P<grade>[a-z]+))?, (?P<sources>\d+) sources?\)"
)
_TOLD: Final = (
    (re.compile(r"since (?P<when>.+)"), marked("since %(when)s")),
    (re.compile(r"as of (?P<when>.+)"), marked("as of %(when)s")),
    (re.compile(r"says (?P<who>.+)"), marked("says %(who)s")),
)
_ARROW: Final = re.compile(r" (?:->|→) ")


def told(line: str, language: Language) -> str:
    """Return a line in a reader's language, as far as its words are ours."""
    say = language.say
    label, sep, rest = line.partition(": ")
    if language.code == OWN or not sep:
        return say(line) if line in _WHOLE else line
    label = " → ".join(_label(part, say) for part in _ARROW.split(label))
    return f"{label}: {' → '.join(_side(side, language) for side in _ARROW.split(rest))}"


def _label(words: str, say: Say) -> str:
    if words in _LABELS or words in _SIDES:
        return say(words)
    return phrase(words, say)


def _side(words: str, language: Language) -> str:
    say = language.say
    found = _FIGURE.fullmatch(words)
    if found is None:
        return say(_SIDES[words]) if words in _SIDES else _listed(words, say)
    status, best, grade = found.group("status", "best", "grade")
    against, count = say("against"), int(found["sources"])
    figure = f" {against} ".join(_listed(n, say) for n in found["figure"].split(" against "))
    sources = language.strings.ngettext("%(num)d source", "%(num)d sources", count)
    more = [say(status)]
    if best:
        more.append(say("best %(n)s") % {"n": best})
    if grade:
        more.append(say("evidence %(grade)s") % {"grade": say(grade)})
    return f"{figure} ({', '.join((*more, sources % {'num': count}))})"


def _listed(words: str, say: Say) -> str:
    """Return what is told one thing after another."""
    return ", ".join(_one(part, say) for part in words.split(", "))


def _one(words: str, say: Say) -> str:
    for shape, told_so in _TOLD:
        found = shape.fullmatch(words)
        if found is not None:
            return say(told_so) % found.groupdict()
    return phrase(words, say)
