"""The package's word lists -> what capitalized words may be besides names.

Nothing here is decided: which word is whose name, `capitals` says.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from cenotaph.model.base import Value

_LOWER = re.compile(r"\b[a-z]+\b")
_WORDY = (
    "gazetteer_words.txt", "truecase.txt", "link_common_words.txt", "persons.txt", "harm.txt",
    "cues.tsv", "number_words.txt", "parties.txt", "roles.tsv", "targets.tsv", "weapons.tsv",
    "days.txt", "denials.txt", "gate.txt", "modality.txt", "events.tsv", "names.txt",
    "target_verbs.txt", "no_names.txt",
)  # fmt: skip
_DEEDS = ("harm.txt", "events.tsv", "target_verbs.txt")
_THINGS = (*_DEEDS, "weapons.tsv", "targets.tsv")


class Lists(Value):
    """What words are, in small letters but where a comment says otherwise."""

    things: frozenset[str]  # weapons, targets, events: nobody is called so
    deeds: frozenset[str]  # words for harm and events
    persons: frozenset[str]  # nouns for persons: some are surnames too
    surnames: frozenset[str]
    common: frozenset[str]  # written small in ordinary text
    given: frozenset[str]
    no_names: frozenset[str]
    small: frozenset[str]
    heads: frozenset[str]  # last words of organizations, streets and regions
    titles: frozenset[str]
    offices: frozenset[str]
    highest: frozenset[str]  # offices that nobody holds in private
    presided: frozenset[str]  # bodies, small, whose presidents do
    acts: frozenset[str]  # last words of laws and wars
    opening: frozenset[str]  # small words that nobody is called
    numbered: frozenset[str]  # behind an ordinal or a point of the compass they name no person
    young: frozenset[str]  # nouns for persons that no surname is, whatever age follows
    bodies: frozenset[str]  # nouns, small, that make the words before them a force's or a road's
    fighters: frozenset[str]  # nouns, small, that do so behind "the"
    lands: tuple[str, ...]  # the countries' names


def lines(name: str) -> list[str]:
    """Return the lines of a data file that are neither empty nor comments."""
    return [line for line in _file(name).splitlines() if line.strip() and not line.startswith("#")]


@cache
def ordered(name: str) -> dict[str, tuple[str, ...]]:
    """Return a data file whose lines are a group's name and its words; a name may come again."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(name):
        group, *words = line.split()
        found[group] = found.get(group, ()) + tuple(words)
    return found


@cache
def grouped(name: str) -> dict[str, frozenset[str]]:
    """Return the groups of such a file as sets, to look words up in; `ordered`, to walk through."""
    return {group: frozenset(words) for group, words in ordered(name).items()}


@cache
def lists() -> Lists:
    """Return the lists, read once."""
    named, nameless = grouped("names.txt"), dict(grouped("no_names.txt"))
    nouns = dict(grouped("persons.txt"))
    things = nouns.pop("things") | nouns.pop("animals")
    offices, small = nameless.pop("office"), nameless.pop("small")
    highest, bodies = nameless.pop("highest"), nameless.pop("named")
    presided, acts, young = (nameless.pop(group) for group in ("presided", "act", "young"))
    numbered = nameless.pop("numbered")
    opening = nameless.pop("opening")  # common words, as all that is small in these files
    return Lists(
        things=things.union(*(_entries(name) for name in _THINGS)),
        deeds=frozenset().union(*(_entries(name) for name in _DEEDS)),
        persons=frozenset().union(*nouns.values()),
        surnames=frozenset(_entries("gazetteer_surnames.txt")),
        common=frozenset(w for name in _WORDY for w in _LOWER.findall(_file(name))),
        given=frozenset(_LOWER.findall(_file("gazetteer_given_names.txt"))),
        no_names=frozenset().union(*nameless.values(), named["month"], _adjectives()),
        small=small,
        heads=named["body"] | named["street"] | named["region"] | named["way"],
        titles=named["title"] | offices,
        offices=offices,
        highest=highest,
        presided=frozenset(word.lower() for word in presided),
        acts=acts,
        numbered=numbered,
        opening=opening,
        young=young,
        bodies=frozenset(word.lower() for word in bodies),
        lands=tuple(row.split("\t")[1] for row in lines("seats.tsv")),
        fighters=frozenset(w for w in grouped("parties.txt")["rebel"] if w.endswith("s")),
    )


def _adjectives() -> frozenset[str]:
    """Return the countries' adjectives and demonyms, and their plurals."""
    rows = (row.split("\t") for row in lines("countries.tsv"))
    found = {w for row in rows if len(row) > 3 for w in row[3].split("|") if w}
    return frozenset(found | {f"{word}s" for word in found})


def _entries(name: str) -> list[str]:
    """Return the words in small letters of a lexicon, without its head lines."""
    return [w for row in lines(name) for w in _LOWER.findall(row)]


def _file(name: str) -> str:
    return files("cenotaph").joinpath("data", name).read_text(encoding="utf-8")
