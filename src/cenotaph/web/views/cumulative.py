"""Running totals and other figures of no incident -> those asked for, by place and speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cenotaph.model import Series
from cenotaph.pages.telling import series_parts
from cenotaph.reconcile.period import by_place, inside
from cenotaph.web.now import Now
from cenotaph.web.views.asking import Asking


class Wanted(Asking):
    """What the address asks for."""

    place: str = ""
    speaker: str = ""
    outcome: str = ""
    scope: str = ""


def chosen(now: Now, wanted: Wanted) -> list[Series]:
    """Return the series that fit what is asked; those of one place stand beside one another."""
    return [s for s in now.once("by place", lambda: by_place(now.series)) if _fits(s, wanted)]


def choices(now: Now) -> dict[str, tuple[str, ...]]:
    """Return what the record's series have, to choose from, by field."""
    return now.once("choices of series", lambda: _choices(now.series))


def _choices(series: Sequence[Series]) -> dict[str, tuple[str, ...]]:
    facts = [_facts(s) for s in series]
    return {
        name: tuple(sorted({v for f in facts if (v := f[name])}))
        for name in Wanted.__struct_fields__
    }


def parts(series: Sequence[Series], now: Now) -> list[dict[str, Any]]:
    """Return all that the page prints of some series, with the incidents inside each."""
    held = inside(series, now.outlines)
    within = {i for one in held.values() for i in one.incidents}
    titles = {i.id: i.title for i in now.outlines if i.id in within}
    return [series_parts(s, now.quoting, now.drawing, held.get(s.id), titles) for s in series]


def _fits(series: Series, wanted: Wanted) -> bool:
    facts = _facts(series)
    return all(facts[name] == words for name, words in wanted.given.items())


def _facts(series: Series) -> dict[str, str]:
    return {
        "place": series.place.value.name if series.place else "",
        "speaker": series.speaker or "",
        "outcome": series.outcome,
        "scope": series.scope,
    }
