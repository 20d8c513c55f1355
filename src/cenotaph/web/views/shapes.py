"""A template -> what it looks like once it is filled, so that what fills it can be read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

_SLOT: Final = re.compile(r"\{(\w+)\}")
_ANYTHING: Final = ".+?"


class Shape(NamedTuple):
    """A template, and the pattern that a sentence made with it matches whole."""

    template: str
    pattern: re.Pattern[str]


def shapes(templates: Iterable[str], slots: Mapping[str, str]) -> tuple[Shape, ...]:
    """Return what filled templates look like, those with most words of theirs first."""
    ordered = sorted(templates, key=lambda t: (-len(_SLOT.sub("", t)), t))
    return tuple(Shape(t, pattern(t, slots)) for t in ordered)


def pattern(template: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    """Return what a filled template looks like; `slots`: what may stand in some, by their names.

    A slot that a template has twice holds the same words both times.
    """
    parts, seen = [], set[str]()
    for n, part in enumerate(_SLOT.split(template)):
        if n % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            seen.add(part)
            parts.append(f"(?P<{part}>{slots.get(part, _ANYTHING)})")
    return re.compile("".join(parts), re.DOTALL)
