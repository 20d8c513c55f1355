"""A value that was claimed or decided -> a few words for it."""

from __future__ import annotations

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


def decided_words(decision: Decision) -> str:
    """Return what a decision says is right, notes or holds; "" for one that only judges."""
    if decision.remark is not None:
        return _remark_words(decision.remark)
    if decision.publisher is not None and decision.verdict == "source":
        return publisher_words(decision.publisher)
    return value_words(decision.value) if decision.value is not None else ""


def publisher_words(held: Publisher) -> str:
    """Return what is held of a publisher: "Steppe Post: of Delta Group, not reliable"."""
    reliable = {True: "reliable", False: "not reliable", None: None}[held.reliable]
    said = (f"of {held.owner}" if held.owner else None, reliable)
    return f"{held.name}: {', '.join(s for s in said if s) or 'nothing set'}"


def _remark_words(remark: Remark) -> str:
    said = []
    if remark.code is not None:
        said.append(f"code {remark.code}" if remark.code else "no code")
    if remark.tags is not None:
        said.append(f"tags {', '.join(remark.tags)}" if remark.tags else "no tags")
    if remark.words:
        said.append(f"“{remark.words}”")
    return "; ".join(said)


def value_words(value: Assertion) -> str:  # noqa: PLR0911 # one arm a kind
    """Return what a value says: "killed 3 to 5 (civilians)", "place Aleppo"."""
    match value:
        case Toll():
            people = people_words(value.people)
            named = f" ({people})" if people else ""
            return f"{value.outcome} {count_words(value.count)}{named}"
        case Victim():
            facts = (value.name, value.age, value.sex, value.role)
            told = ", ".join(str(f) for f in facts if f is not None)
            return f"{value.outcome}: {told or 'one person'}"
        case When():
            return f"when {value.timex}"
        case Place(lat=lat, lon=lon) if lat is not None and lon is not None:
            return f"place {value.name}, {lat:.4f}, {lon:.4f} ({value.precision})"
        case Place() | Weapon() | Target():
            return f"{type(value).__name__.lower()} {value.name}"
        case Responsibility():
            return f"blames {value.party}"
        case Statement():
            return f"statement: {value.topic}"
        case _:
            assert_never(value)
