"""A country and days -> Gleditsch and Ward's number of the state it was then."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from cenotaph.model import Value
from cenotaph.text.lexicon import lines
from cenotaph.text.party_words import country_by_code

_LATEST = "9999-12-31"


class _States(Value):
    """The states that a country of today was part of, from 1989 on, and the first day of each."""

    days: tuple[str, ...] = ()
    numbers: tuple[int | None, ...] = ()  # None: the table does not say


def state_number(code: str | None, first: str | None, last: str | None) -> int | None:
    """Return the number of the state that a country was, or was part of, on all of some days.

    `code` is ISO 3166-1 alpha-2, `first` and `last` are ISO days; None is open. None where the
    state changed on one of them, for days before the table begins, and for a territory.
    """
    states = _states().get(code or "")
    if states is None:
        return None
    since = bisect_right(states.days, (first or states.days[0])[:10])
    until = bisect_right(states.days, (last or _LATEST)[:10])
    return states.numbers[since - 1] if since == until > 0 else None


def number_of_state(name: str | None, first: str | None, last: str | None) -> int | None:
    """Return the number of a state by its country's name, on all of some days."""
    return state_number(_codes().get(name or ""), first, last)


@cache
def _states() -> dict[str, _States]:
    found: dict[str, _States] = {}
    for line in lines("state_numbers.tsv"):
        code, day, number = line.split("\t")
        before = found.get(code, _States())
        found[code] = _States(
            days=(*before.days, day),
            numbers=(*before.numbers, int(number) if number else None),
        )
    return found


@cache
def _codes() -> dict[str, str]:
    return {name: code for code in _states() if (name := country_by_code(code))}
