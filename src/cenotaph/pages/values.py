"""A value that was claimed or decided -> a few words for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from cenotaph.model import (
    Assertion,
    Decision,
    Place,
    Publisher,
    Remark,
    Responsibility,
    Statement,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
    count_words,
    people_words,
)

Say = Callable[[str], str]


def decided_words(decision: Decision, say: Say = str) -> str:
    """Return what a decision says is right, notes or holds; "" for one that only judges.

    `say` puts our own words, and phrases of the record, into a reader's language.
    """
    if decision.remark is not None:
        return _remark_words(decision.remark, say)
    if decision.publisher is not None and decision.verdict == "source":
        return publisher_words(decision.publisher, say)
    return value_words(decision.value, say) if decision.value is not None else ""


def publisher_words(held: Publisher, say: Say = str) -> str:
    """Return what is held of a publisher: "Steppe Post: of Delta Group, not reliable"."""
    reliable = {True: say("reliable"), False: say("not reliable"), None: None}[held.reliable]
    owner = say("of %(owner)s") % {"owner": held.owner} if held.owner else None
    told = ", ".join(s for s in (owner, reliable) if s) or say("nothing set")
    return f"{held.name}: {told}"


def _remark_words(remark: Remark, say: Say) -> str:
    said = []
    if remark.code is not None:
        code = say("code %(code)s") % {"code": remark.code}
        said.append(code if remark.code else say("no code"))
    if remark.tags is not None:
        tags = say("tags %(tags)s") % {"tags": ", ".join(remark.tags)}
        said.append(tags if remark.tags else say("no tags"))
    if remark.words:
        said.append(f"“{remark.words}”")
    return "; ".join(said)


def value_words(value: Assertion, say: Say = str) -> str:  # noqa: PLR0911 # one arm a kind
    """Return what a value says: "killed 3 to 5 (civilians)", "place Aleppo"."""
    match value:
        case Toll():
            people = people_words(value.people)
            named = f" ({say(people)})" if people else ""
            return f"{say(value.outcome)} {say(count_words(value.count))}{named}"
        case Victim():
            facts = (value.name, value.age, value.sex, value.role)
            told = ", ".join(str(f) for f in facts if f is not None) or say("one person")
            return f"{say(value.outcome)}: {told}"
        case When():
            return " ".join((say("when"), value.timex))
        case Place(lat=lat, lon=lon) if lat is not None and lon is not None:
            there = f"{value.name}, {lat:.4f}, {lon:.4f} ({say(value.precision)})"
            return " ".join((say("place"), there))
        case Place() | Weapon() | Target():
            return f"{say(type(value).__name__.lower())} {value.name}"
        case Responsibility():
            return say(f"blames {value.party}")
        case Statement():
            return ": ".join((say("statement"), say(value.topic)))
        case _:
            assert_never(value)
