"""Two moments of the record -> what a decision changed between them, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from cenotaph.desk.difference import changes
from cenotaph.web.now import Now
from cenotaph.web.state import Changed, State, changed

_LINES: Final = 300  # of one effect: more make a page heavy, and nobody reads them


def effect(before: Now, after: Now) -> tuple[str, ...]:
    """Return what differs, the first lines of it, and how many more there are."""
    return shortened(_told(before, after))


def _told(before: Now, after: Now) -> Iterator[str]:
    """Yield what differs between two moments, a line each, no withheld name in them."""
    what = _told_apart(before.state, after.state)
    apart = before.copies != after.copies
    copies = before.copies.items() ^ after.copies.items() if apart else ()
    documents = {d for pair in copies for d in pair}
    old = before.parts.differing(what.incidents[0], what.series[0], documents)
    return changes(old, after.parts.differing(what.incidents[1], what.series[1], documents))


def _told_apart(before: State, after: State) -> Changed:
    """Return what changed, less the incidents that nobody can tell from what they were.

    How all publishers are counted stands in every incident: one word about one of them is in all.
    """
    what = changed(before, after)
    gone, come = what.incidents
    if {key for _, key in gone} != {key for _, key in come}:
        return what  # some were joined or parted: all of them are needed to see which
    same = {k for k in come if before.outlines.get(k) == after.outlines[k]}
    return what._replace(
        incidents=([k for k in gone if k not in same], [k for k in come if k not in same])
    )


def shortened(lines: Iterator[str]) -> tuple[str, ...]:
    """Return the first lines, and how many more there are."""
    found = tuple(islice(lines, _LINES))
    rest = sum(1 for _ in lines)
    return (*found, f"{rest:,} lines more are not shown here.") if rest else found
