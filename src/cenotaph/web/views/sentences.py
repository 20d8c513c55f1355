"""A sentence that the record makes of itself -> the same in a reader's language.

Each is taken apart by the template that it was made with (`model.sayings`); names of parties,
places and publishers, and words of accounts, are put back as they stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, NamedTuple, get_args

from cenotaph.desk.verdict import VERDICTS
from cenotaph.link.weights import shipped
from cenotaph.model import Outcome, sayings
from cenotaph.model.record import ConflictKind
from cenotaph.model.wording import kind_words
from cenotaph.sheets.things import KINDS
from cenotaph.web.views.shapes import Shape, pattern, shapes
from cenotaph.web.words import marked

Say = Callable[[str], str]
_N: Final = r"\d[\d,]*"
COUNT: Final = (
    rf"(?:more than |at least )?(?:about )?{_N}(?: to {_N}| or more)?"
    r"|“[^”]*”(?: \([^()]*\))?|an unstated number"
)
_DAY: Final = r"\d{4}-\d\d-\d\d"
_GIVEN: Final = rf"(?:{COUNT}) \(.+?\)"
_CONFLICTS: Final = get_args(ConflictKind)


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def kinds() -> tuple[str, ...]:
    """Return every kind of event in a reader's words, as titles begin with them."""
    pairs = ((kind, sub) for kind, subs in KINDS.items() for sub in (None, *subs))
    return tuple(dict.fromkeys(kind_words(*pair) for pair in pairs))


_HEADS: Final = _one_of(tuple(k[:1].upper() + k[1:] for k in kinds()))  # of titles
_DAYS: Final = rf"{_DAY}(?: to {_DAY})?"
# "Air strike (school) in Sale, 2052-05-07 to 2052-05-09", as model.wording.incident_title has it
_TITLE: Final = (
    rf"(?:{_HEADS})"
    rf"(?: \([^()]+\))?(?: in [^:]+?)?(?:,? (?:on or before )?{_DAYS}|, {_DAYS})?"
)
_TITLED: Final = re.compile(
    rf"(?P<kind>{_HEADS})"
    rf"(?: \((?P<target>[^()]+)\))?(?: in (?P<place>[^:]+?))??"
    rf"(?:(?P<before> on or before|,) (?P<days>{_DAYS}))?"
)
# What may stand in a slot of a template; in any other one stand names and words as they were said.
_SLOTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("low", "high", "given", "before", "after"), _GIVEN),
    **dict.fromkeys(("count", "top", "whole"), COUNT),
    **dict.fromkeys(("n", "m"), _N),
    **dict.fromkeys(("title", "other"), _TITLE),
    "day": _DAY,
    **dict.fromkeys(("before_it", "now_it"), rf"{_one_of((sayings.NO_COPY,))}|a copy of .+?"),
    "bits": r"[+-]\d+\.\d",
    "less": r"[\d.]+",
    "share": r"\d+%",
    **dict.fromkeys(("a", "b"), _N),
    "decision": "[0-9a-f]{8}",
    "verdict": _one_of(tuple(VERDICTS)),
    "changes": rf"{_N} of {_N} sentences .+",
    "outcome": _one_of(get_args(Outcome)),
    "what": r"(?:(?! [+-]\d).)+?",  # of a reason, without its bits
    "likely": _one_of(sayings.LIKELIHOODS),
    "mixed": _one_of(sayings.MIX_UPS),
    "fell": _one_of(sayings.FELL),
    "said": _one_of(sayings.SAID),
    "counted": _one_of((sayings.ONE_SOURCE, sayings.TWO_SOURCES)),
}
_REASON: Final = re.compile(r"(?P<why>.+?) (?P<bits>[+-]\d+\.\d)(?:, |$)")
_KEPT: Final = frozenset(
    {"who", "party", "document", "original", "words", "was", "now", "name", "agencies", "claim"}
    | {"reviewer", "decision", "quotes", "day", "bits", "less", "share", "n", "m"}
    | {"cells", "sheet"}
)  # as they stand, whatever words of ours they may look like
# Templates that are sentences of their own: the others stand in slots of these, or in lists.
_TITLES: Final = {sayings.OF_TARGET, sayings.IN_PLACE, sayings.ON_DAYS, sayings.BEFORE_DAYS}
_INNER: Final = frozenset(
    {
        sayings.GIVEN,
        sayings.MORE,
        sayings.BY,
        sayings.PAIR,
        sayings.COMBATANTS_OF,
        sayings.CIVILIANS_OF,
        *_TITLES,
        *sayings.REASONS,
        *sayings.OF_TABLES,
    }
)
_ABOUT: Final = re.compile(
    rf"(?:(?P<title>{_TITLE}): )?(?P<kind>{_one_of(_CONFLICTS)}): (?P<text>.+)", re.DOTALL
)
_WORDS_OF_RULES: Final = (sayings.THE_ACCOUNT, sayings.A_PARTY)
_LINK: Final = re.compile(r"(?P<pair>[^:]+ with [^:]+): (?P<weighed>.+)", re.DOTALL)


def title(words: str, say: Say, phrase: Callable[[str], str]) -> str | None:
    """Return an incident's title in the language of `say`; None for other words."""
    return _Telling(say, phrase).title(words)


def reason(words: str, say: Say, phrase: Callable[[str], str]) -> str | None:
    """Return the reason of a decision for which nobody gave one; None for other words."""
    for template in sayings.REASONS:
        found = _pattern(template).fullmatch(words)
        if found is not None:
            told = found.groupdict()
            if "choice" in told:
                told["choice"] = phrase(told["choice"])
            return say(template).format(**told)
    return None


def sentence(words: str, say: Say, phrase: Callable[[str], str]) -> str | None:
    """Return a sentence of the record in the language of `say`; None for other words.

    `phrase` tells what stands in it and is a phrase of the record too.
    """
    telling = _Telling(say, phrase)
    title = telling.title(words)
    if title is not None:
        return title
    about = _ABOUT.fullmatch(words)
    if about is not None:
        where = f"{telling.title(about['title'])}: " if about["title"] else ""
        return f"{where}{say(about['kind'])}: {phrase(about['text'])}"
    link = _LINK.fullmatch(words)
    if link is not None:
        weighed = telling.listed(link["weighed"], "; ")
        return f"{telling.pair(link['pair'])}: {weighed}"
    return telling.shaped(words)


class _Telling(NamedTuple):
    """Tells sentences and what stands in their slots."""

    say: Say
    phrase: Callable[[str], str]

    def title(self, words: str) -> str | None:
        """Return an incident's title; None for other words."""
        found = _TITLED.fullmatch(words)
        if found is None:
            return None
        kind, target, place, before, days = found.groups()
        told = self.say(kind[:1].lower() + kind[1:])
        told = told[:1].upper() + told[1:]
        if target:
            told = self.say(sayings.OF_TARGET).format(event=told, target=self.say(target))
        if place:
            told = self.say(sayings.IN_PLACE).format(event=told, place=place)
        if days:
            when = sayings.ON_DAYS if before == "," else sayings.BEFORE_DAYS
            told = self.say(when).format(event=told, days=self.phrase(days))
        return told

    def pair(self, words: str) -> str:
        """Return two accounts of a link."""
        one, _, other = words.partition(" with ")
        return self.say(sayings.PAIR).format(document=one, original=other)

    def shaped(self, words: str) -> str | None:
        """Return a sentence that some template makes."""
        for shape in _shapes():
            found = shape.pattern.fullmatch(words)
            if found is not None:
                told = {k: self._slot(k, v) for k, v in found.groupdict().items()}
                return self.say(shape.template).format(**told)
        return None

    def listed(self, words: str, between: str) -> str:
        """Return sentences that stand one after another."""
        return between.join(map(self.phrase, words.split(between)))

    def _slot(self, name: str, words: str) -> str:
        if words in _WORDS_OF_RULES:
            return self.say(words)
        if name in _KEPT:
            return words
        tell = _IN_SLOTS.get(name)
        return tell(self, words) if tell is not None else self.phrase(words)

    def given(self, words: str) -> str:
        """Return a figure with who gives it: "at least 17 (Delta Herald: Governor Marsh)"."""
        found = re.fullmatch(rf"(?P<count>{COUNT}) \((?P<givers>.+)\)", words, re.DOTALL)
        if found is None:
            return words
        count, givers = self.phrase(found["count"]), self.givers(found["givers"])
        return self.say(sayings.GIVEN).format(count=count, givers=givers)

    def givers(self, words: str) -> str:
        unknown = sayings.PUBLISHER_UNKNOWN
        named = words.replace(unknown, self.say(unknown))
        head, sep, last = named.rpartition("; ")
        more = re.fullmatch(rf"({_N}) more", last)
        if more is None:
            return named
        return f"{head}{sep}{self.say(sayings.MORE).format(n=more[1])}"

    def all_given(self, words: str) -> str:
        """Return figures that stand one after another, each with its givers in brackets."""
        parts = re.split(rf"(?<=\)); (?=(?:{COUNT}) \()", words)
        return "; ".join(map(self.given, parts))

    def parts(self, words: str) -> str:
        """Return the parts of a whole: "3 (children) and 2 (women)"."""
        return f" {self.say(_AND)} ".join(map(self.phrase, words.split(" and ")))

    def sides(self, words: str) -> str:
        """Return the dead of each side with their numbers: "army combatants 3 + unknown 4"."""
        return " + ".join(map(self._side, words.split(" + ")))

    def publishers(self, words: str) -> str:
        """Return names of publishers as they stand; or that there is none, in our words."""
        return self.say(words) if words in {sayings.NONE_SET, sayings.NONE} else words

    def changes(self, words: str) -> str:
        """Return what a copy changed."""
        return self.listed(words, "; ")

    def decisions(self, words: str) -> str:
        """Return decisions that stand one after another, each ending in its id."""
        return ", ".join(map(self.phrase, re.split(r"(?<=, [0-9a-f]{8}), ", words)))

    def reasons(self, words: str) -> str:
        """Return reasons with their bits."""
        return ", ".join(map(self._reason, _REASON.finditer(words)))

    def parties(self, words: str) -> str:
        """Return parties, each with who holds it responsible in brackets."""
        return "; ".join(map(self._party, words.split("; ")))

    def held(self, words: str) -> str:
        """Return who holds a party responsible."""
        return ", ".join(map(self._by, words.split(", ")))

    def _side(self, words: str) -> str:
        who, _, number = words.rpartition(" ")
        for template in (sayings.COMBATANTS_OF, sayings.CIVILIANS_OF):
            found = _pattern(template).fullmatch(who)
            if found is not None:
                return f"{self.say(template).format(side=found['side'])} {number}"
        return f"{self.say(who)} {number}"

    def _party(self, words: str) -> str:
        found = re.fullmatch(r"(?P<party>.+) \((?P<held>[^()]+)\)", words)
        if found is None:
            return words
        return f"{found['party']} ({self.held(found['held'])})"

    def _by(self, words: str) -> str:
        if words in {sayings.ADMITS, sayings.CLAIMS}:
            return self.say(words)
        who = words.removeprefix("by ")
        return self.say(sayings.BY).format(who=self._slot("who", who))

    def _reason(self, found: re.Match[str]) -> str:
        why, bits = found.group("why", "bits")
        return self.say(sayings.REASON).format(why=self.phrase(why), bits=bits)


_AND: Final = marked("and")


_IN_SLOTS: Final[Mapping[str, Callable[[_Telling, str], str]]] = {
    **dict.fromkeys(("low", "high", "given", "before", "after"), _Telling.given),
    **dict.fromkeys(("ones", "others", "givers"), _Telling.givers),
    "all": _Telling.all_given,
    "parts": _Telling.parts,
    "changes": _Telling.changes,
    "decisions": _Telling.decisions,
    "reasons": _Telling.reasons,
    "parties": _Telling.parties,
    "sides": _Telling.sides,
    **dict.fromkeys(("good", "bad"), _Telling.publishers),
    "held": _Telling.held,
}


@cache
def _shapes() -> tuple[Shape, ...]:
    """Return what filled templates look like, those with most words of theirs first."""
    every = {t for t in sayings.templates().values() if t not in _INNER and "{" in t}
    every |= {words for words in shipped().words.values() if "{" in words}
    return shapes(every, _SLOTS)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return pattern(template, _SLOTS)
