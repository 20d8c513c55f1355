"""A value that was claimed or decided -> a few words for it."""

from __future__ import annotations

from typing import assert_never

from cenotaph.model import (
    Assertion,
    Place,
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
