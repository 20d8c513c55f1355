"""A composed account -> what was read wrongly of it."""

from __future__ import annotations

from collections.abc import Iterator

from composed import DAY, PUBLISHED, Composed

from readings import bounds, stories_of


def faults(made: Composed) -> Iterator[str]:
    """Yield what is wrong with the reading of an account, in words."""
    told = stories_of(made.text, None, PUBLISHED)
    if not told:
        yield "no incident"
        return
    main, *others = told
    killed = bounds(main.killed)
    if killed != made.killed:
        yield f"killed {killed}, not {made.killed}"
    if (main.first, main.last) != (DAY, DAY):
        yield f"day {main.first} to {main.last}, not {DAY}"
    if main.place is None or main.place.name != made.town:
        yield f"place {main.place and main.place.name}, not {made.town}"
    beside = [bounds(o.killed) for o in others]
    if beside != [(n, n) for n in made.beside]:
        yield f"others {beside}, not {made.beside}"
