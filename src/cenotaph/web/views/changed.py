"""A line that tells what changed in the record -> the same in a reader's language.

Parties, places, references and words of accounts stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, get_args

from cenotaph.model import Outcome
from cenotaph.web.views.phrases import Say, phrase, speaker_words, title_words
from cenotaph.web.views.sentences import sentence
from cenotaph.web.words import OWN, Language, marked

_LABELS: Final = frozenset(
    (
        *(marked("New"), marked("Gone"), marked("Joined"), marked("Parted"), marked("title")),
        *(marked("first"), marked("last"), marked("independent sources"), marked("review")),
        *(marked("blamed"), marked("targets, new"), marked("weapons, new"), marked("blame, new")),
        *(marked("conflicts, new"), marked("accounts, new"), marked("targets, gone")),
        *(marked("weapons, gone"), marked("blame, gone"), marked("conflicts, gone")),
        *(marked("accounts, gone"), marked("kind"), marked("days"), marked("checked")),
        marked("place"),
    )
)
_SIDES: Final = {
    "nothing": marked("nothing"),
    "unknown": marked("unknown"),
    "nobody": marked("nobody"),
    "no figure": marked("no figure"),
    "no figures": marked("no figures"),
    "machine": marked("machine reading only"),
    "partly": marked("partly checked by a person"),
    "reviewed": marked("checked by a person"),
    "by nobody": marked("by nobody"),
    "partly, by a person": marked("partly, by a person"),
    "by a person": marked("by a person"),
    "(in an account that was withdrawn)": marked("(in an account that was withdrawn)"),
}
_WHOLE: Final = frozenset((marked("The record is as it was."),))
_NAMES: Final = ("blamed", "targets, new", "targets, gone", "accounts, new", "accounts, gone")
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
_GROUNDS: Final = ", on other grounds"
_GROUNDS_WORDS: Final = marked("%(figures)s, on other grounds")
_MORE: Final = re.compile(r"(?P<n>[\d,]+) lines more are not shown here\.")
_MORE_WORDS: Final = marked("Lines that are not shown here: %(n)s")
_ID: Final = r"\[[0-9a-f]{8}\]"
_TITLED: Final = re.compile(rf"(?P<title>.+?) (?P<id>{_ID})")
_HEADED: Final = re.compile(
    rf"(?:(?P<what>New|Gone|Joined|Parted): |(?P<arrow>->) )?(?P<titles>.+? {_ID})"
    rf"(?:: ?(?P<figures>.*))?"
)
_RUNNING: Final = re.compile(rf"Running total (?P<id>{_ID}): (?P<rest>.+)")
_RUNNING_WORDS: Final = marked("Running total")
_COPY: Final = re.compile(r"(?P<ref>.+): a copy of (?P<old>.+?) (?:->|→) of (?P<new>.+)")
_COPY_WORDS: Final = marked("%(ref)s: a copy of: %(old)s → %(new)s")
# a figure after what it counts: killed (children) 3 (agreed, 2 sources)
_COUNTED: Final = re.compile(
    rf"(?P<what>(?:{'|'.join(get_args(Outcome))})(?: \([^()]*\))?) (?P<figure>.+)"
)
# a place with what is known of it: Sumy (UA, town), contested: Sumy
_PLACE: Final = re.compile(
    r"(?P<name>.+?) \((?P<where>[^()]*)\)(?:, contested: (?P<others>.+))?", re.DOTALL
)
_CONTESTED: Final = marked("%(name)s (%(where)s), contested: %(others)s")


def told(line: str, language: Language) -> str:
    """Return a line in a reader's language, as far as its words are ours."""
    say = language.say
    if language.code == OWN:
        return line
    if line in _WHOLE:
        return say(line)
    for shape, tell in _LINES:
        found = shape.fullmatch(line)
        if found is not None:
            return tell(found, language)
    label, sep, rest = line.partition(": ")
    if not sep:
        return line
    told_label = " → ".join(_label(part, say) for part in _ARROW.split(label))
    sides = (_fact(label, side, language) for side in _ARROW.split(rest))
    return f"{told_label}: {' → '.join(sides)}"


def _headed(found: re.Match[str], language: Language) -> str:
    """Return a line that names incidents, with their figures if there are any."""
    say = language.say
    what, arrow, titles, figures = found.groups()
    whole = f"{say(what)}: " if what else "→ " if arrow else ""
    whole += _TITLED.sub(
        lambda m: f"{title_words(m['title'].lstrip('; '), say)} {m['id']}; ", titles
    )
    whole = whole.removesuffix("; ")
    if figures is None:
        return whole
    return f"{whole}: {_side(figures, language)}" if figures else f"{whole}:"


def _total(found: re.Match[str], language: Language) -> str:
    sides = (_side(side, language) for side in _ARROW.split(found["rest"]))
    return f"{language.say(_RUNNING_WORDS)} {found['id']}: {' → '.join(sides)}"


def _copy(found: re.Match[str], language: Language) -> str:
    none = language.say(marked("none"))
    old, new = (none if found[n] == "none" else found[n] for n in ("old", "new"))
    return language.say(_COPY_WORDS) % {"ref": found["ref"], "old": old, "new": new}


def _rest(found: re.Match[str], language: Language) -> str:
    return language.say(_MORE_WORDS) % {"n": found["n"]}


_LINES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Language], str]], ...]] = (
    (_MORE, _rest),
    (_RUNNING, _total),
    (_COPY, _copy),
    (_HEADED, _headed),
)


def _label(words: str, say: Say) -> str:
    if words in _LABELS or words in _SIDES:
        return say(words)
    return phrase(words, say)


def _fact(label: str, words: str, language: Language) -> str:
    """Return one side of a fact; what names something keeps its name."""
    say = language.say
    if words in _SIDES:
        return say(_SIDES[words])
    if label in _NAMES:
        return words
    if label == "title":
        return title_words(words, say)
    if label == "place":
        return _place(words, say)
    return _side(words, language)


def _place(words: str, say: Say) -> str:
    found = _PLACE.fullmatch(words)
    if found is None:
        return words
    name, where, others = found.groups()
    told_where = ", ".join(map(say, where.split(", ")))
    if others is None:
        return f"{name} ({told_where})"
    return say(_CONTESTED) % {"name": name, "where": told_where, "others": others}


def _side(words: str, language: Language) -> str:
    say = language.say
    if words in _SIDES:
        return say(_SIDES[words])
    if words.endswith(_GROUNDS):
        figures = _side(words.removesuffix(_GROUNDS), language)
        return say(_GROUNDS_WORDS) % {"figures": figures}
    parts = re.split(r"(?<=\)); ", words)
    if all(map(_FIGURE.fullmatch, parts)):
        return "; ".join(_figure(part, language) for part in parts)
    return _listed(words, say)


def _figure(words: str, language: Language) -> str:
    """Return a figure with its standing, and what it counts where that stands before it."""
    say = language.say
    found = _FIGURE.fullmatch(words)
    if found is None:
        return _listed(words, say)
    counted = _COUNTED.fullmatch(found["figure"])
    what = f"{phrase(counted['what'], say)} " if counted else ""
    number = counted["figure"] if counted else found["figure"]
    status, best, grade = found.group("status", "best", "grade")
    against, count = say("against"), int(found["sources"])
    figure = f" {against} ".join(_listed(n, say) for n in number.split(" against "))
    sources = language.strings.ngettext("%(num)d source", "%(num)d sources", count)
    more = [say(status)]
    if best:
        more.append(say("best %(n)s") % {"n": best})
    if grade:
        more.append(say("evidence %(grade)s") % {"grade": say(grade)})
    return f"{what}{figure} ({', '.join((*more, sources % {'num': count}))})"


def _listed(words: str, say: Say) -> str:
    """Return what is told one thing after another."""
    counted = _COUNTED.fullmatch(words)
    if counted is not None:
        return f"{phrase(counted['what'], say)} {phrase(counted['figure'], say)}"
    whole = sentence(words, say, lambda part: phrase(part, say))
    return ", ".join(_one(part, say) for part in words.split(", ")) if whole is None else whole


def _one(words: str, say: Say) -> str:
    for shape, told_so in _TOLD:
        found = shape.fullmatch(words)
        if found is not None:
            return say(told_so) % {k: speaker_words(v, say) for k, v in found.groupdict().items()}
    return phrase(words, say)
