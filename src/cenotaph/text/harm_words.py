"""The vocabulary of harm: a word as written -> what it can say of its victims.

Words are matched by their written form, not by the model's tags: in headlines and true-cased wire
text the small model takes "kills" for a noun and "shot" for either.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from cenotaph.model import Outcome
from cenotaph.text.lexicon import grouped, lines, ordered
from cenotaph.text.short_forms import short

Harmed = Literal[
    "killed", "injured", "harmed", "missing", "displaced", "detained", "abducted", "tortured",
    "sexual violence", "buried", "casualties", "none",
]  # fmt: skip
"""An outcome, or "harmed" (killed or injured, the word does not say), or "none" (unharmed)."""

Form = Literal["base", "s", "past", "ing"]
Frame = Literal["object", "subject", "of", "count", "state"]


class Trigger(msgspec.Struct, frozen=True):
    """One way a word can speak of harm."""

    lemma: str
    outcome: Harmed
    frame: Frame
    form: Form = "base"


class EventWord(msgspec.Struct, frozen=True):
    """A word for an event: its kind, and whether the word alone settles it."""

    lemma: str
    part: str  # n, v
    specific: bool
    event_type: str
    sub_event_type: str | None


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Return what each written form (lower case) can say of harm."""
    found: dict[str, list[Trigger]] = {}
    for group, words in ordered("harm.txt").items():
        outcome, _, frame = group.partition(".")
        if frame not in {"object", "subject", "of", "count", "state"} or outcome == "forms":
            continue
        for lemma in words:
            for form, written in _spelled(_forms_for(lemma, frame)):
                trigger = Trigger(lemma, outcome.replace("_", " "), frame, form)  # type: ignore[arg-type]
                known = found.setdefault(written, [])
                if trigger not in known:
                    known.append(trigger)
    return {word: tuple(kinds) for word, kinds in found.items()}


def words(group: str) -> frozenset[str]:
    """Return the words of one group of the harm lexicon."""
    return grouped("harm.txt").get(group, frozenset())


@cache
def written(group: str) -> dict[str, str]:
    """Return every written form of the verbs of a group, with its lemma."""
    return {form: lemma for lemma in words(group) for _, form in verb_forms(lemma)}


@cache
def fates() -> dict[str, Outcome]:
    """Return the words under which names stand, and what befell whom they name: "the fallen"."""
    return dict(_of_outcomes("named"))  # type: ignore[arg-type]


@cache
def entered() -> dict[str, Outcome]:
    """Return the words that say what befell one victim who is entered in a line: "DOA"."""
    return dict((*_of_outcomes("named"), *_of_outcomes("entered")))  # type: ignore[arg-type]


@cache
def headings() -> dict[str, Harmed]:
    """Return the words that head figures of harm, short forms too, and what befell the counted."""
    found = dict((*_of_outcomes("named"), *_of_outcomes("counted")))
    shortened = short("fate") | short("counted")  # "WIA: 2"
    short_ones = {form: found[word] for form, word in shortened.items() if word in found}
    return found | short_ones  # type: ignore[return-value]


def _of_outcomes(kind: str) -> Iterator[tuple[str, str]]:
    for group, listed in ordered("harm.txt").items():
        if group.startswith(f"{kind}."):
            yield from ((word, group.removeprefix(f"{kind}.")) for word in listed)


@cache
def event_words() -> dict[str, EventWord]:
    """Return the event vocabulary by "lemma/part"."""
    found: dict[str, EventWord] = {}
    for line in lines("events.tsv"):
        lemma, part, strength, kind, sub = (*line.split("\t"), "")[:5]
        found[f"{lemma}/{part}"] = EventWord(lemma, part, strength == "s", kind, sub or None)
    return found


@cache
def verb_forms(lemma: str) -> tuple[tuple[Form, str], ...]:
    """Return the written forms of a verb."""
    known = ordered("harm.txt").get(f"forms.{lemma}")
    if known is not None:
        s, past, participle, ing = known
        return (("base", lemma), ("s", s), ("past", past), ("past", participle), ("ing", ing))
    stem = lemma.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return (("base", lemma), ("s", lemma[:-1] + "ies"), ("past", lemma[:-1] + "ied"),
                ("ing", lemma + "ing"))  # fmt: skip
    s = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (("base", lemma), ("s", s), ("past", stem + "ed"), ("ing", stem + "ing"))


def _forms_for(lemma: str, frame: str) -> tuple[tuple[Form, str], ...]:
    if frame in {"object", "subject"}:
        return verb_forms(lemma)
    if frame in {"of", "count"}:
        return (("base", lemma), ("s", plural(lemma)))
    return (("base", lemma),)


def _spelled(forms: tuple[tuple[Form, str], ...]) -> tuple[tuple[Form, str], ...]:
    """Add the British spellings: "hospitalised"."""
    return forms + tuple((f, w.replace("aliz", "alis")) for f, w in forms if "aliz" in w)


def plural(noun: str) -> str:
    """Return the plural of a noun of the lexicon."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")
