"""A composed account -> what was read wrongly of it."""

from __future__ import annotations

from collections.abc import Iterator

from composed import DAY, PUBLISHED, Composed

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import AccountIncident, AccountToll, Capture, Document
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import resolve
from cenotaph.text import load_grammar, read_text


def faults(made: Composed) -> Iterator[str]:
    """Yield what is wrong with the reading of an account, in words."""
    told = _stories(made.text)
    if not told:
        yield "no incident"
        return
    main, *others = told
    killed = _bounds(main.killed)
    if killed != made.killed:
        yield f"killed {killed}, not {made.killed}"
    if (main.first, main.last) != (DAY, DAY):
        yield f"day {main.first} to {main.last}, not {DAY}"
    if main.place is None or main.place.name != made.town:
        yield f"place {main.place and main.place.name}, not {made.town}"
    beside = [_bounds(o.killed) for o in others]
    if beside != [(n, n) for n in made.beside]:
        yield f"others {beside}, not {made.beside}"


def _stories(text: str) -> tuple[AccountIncident, ...]:
    document = Document.of(text)
    account = extract(read_text(document, load_grammar(), shipped()))
    capture = Capture(document=document.id, raw="0" * 64, ref="a", published=PUBLISHED)
    return stories(resolve(account, [capture], shipped()))


def _bounds(toll: AccountToll | None) -> tuple[int | None, int | None] | None:
    return None if toll is None else (toll.low, toll.high)
