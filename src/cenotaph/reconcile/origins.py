"""A claim's speaker -> the origin of its figure: who said it first, as names are compared.

Accounts that take a figure from one origin are independent as accounts, but that figure has one
source (COUNTING 21): "the Health Ministry" here, "the ministry of health" there, both by way of
whichever agency. Officials, residents and others who are not named are each their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cenotaph.model import Speaker, Value
from cenotaph.text.agencies import agency_of
from cenotaph.text.lexicon import grouped
from cenotaph.text.party_words import country_named
from cenotaph.text.persons import untitled

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*(?:['’]s\b)?")


class Origin(Value):
    """A source as it is compared with others."""

    name: str  # what it is: "health ministry", a surname, an agency
    whose: str = ""  # whose it is or, of a person, the first name; "" where that is not said


def origin(speaker: Speaker) -> Origin | None:
    """Return the deepest named source of what a speaker says, None where nobody is named.

    The speaker is whom the words come from, `via` whoever passed them on, nearest first.
    """
    return next((o for name in (speaker.name, *speaker.via) if (o := _named(name))), None)


def unified(origins: Iterable[Origin]) -> dict[Origin, Origin]:
    """Return for each origin the one it is counted as.

    One that does not say whose it is joins the only one of its name that does: "the ministry of
    health" is Ruritania's where no other country's is quoted for the same figure.
    """
    known = set(origins)
    whose: dict[str, set[str]] = {}
    for one in known:
        whose.setdefault(one.name, set()).update({one.whose} - {""})
    return {
        one: Origin(name=one.name, whose=next(iter(whose[one.name])))
        if not one.whose and len(whose[one.name]) == 1
        else one
        for one in known
    }


@cache
def _named(name: str) -> Origin | None:
    agency = agency_of(name)
    if agency is not None:
        return Origin(name=agency)
    words = [w for w in _WORD.findall(name) if w.casefold() not in _group("small")]
    small = [_bare(w) for w in words]
    if any(w in _group("body") for w in small):
        return _body(words, small)
    if not any(w[0].isupper() for w in words):
        return None
    person = [w.strip(".") for w in untitled(name)]
    return Origin(name=person[-1], whose=person[0] if len(person) > 1 else "")


def _body(words: list[str], small: list[str]) -> Origin:
    """Return an institution: what it is for, in any order, and whose it is."""
    what = [w for w in small if w in _group("body") or w in _group("topic")]
    whose = [w for w in words if _bare(w) not in what]
    state = country_named([re.sub(r"['’]s$", "", w) for w in whose]) if whose else None
    return Origin(
        name=" ".join(sorted({w.replace("defence", "defense") for w in what})),
        whose=(state or " ".join(map(_bare, whose))).casefold(),
    )


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word.casefold())


def _group(name: str) -> frozenset[str]:
    return grouped("origins.txt")[name]
