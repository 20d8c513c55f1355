"""The package's own word lists -> look-up tables."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """Return the lines of a data file that are neither empty nor comments."""
    text = files("cenotaph").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def grouped(name: str) -> dict[str, tuple[str, ...]]:
    """Return a data file whose lines are a group's name and its words; a name may come again."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(name):
        group, *words = line.split()
        found[group] = found.get(group, ()) + tuple(words)
    return found
