"""The publishers of a record -> how much each told, how often alone, how often contested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cenotaph.model import Decision, plain
from cenotaph.reconcile.terms import Terms
from cenotaph.web.now import Now
from cenotaph.web.views.asking import Asking
from cenotaph.web.words import marked


class Wanted(Asking):
    """What the address asks for."""

    words: str = ""  # all stand in the name or the owner
    said: str = ""  # of SAID
    order: str = ""  # of ORDERS


class Told(NamedTuple):
    """What one publisher contributed."""

    name: str  # "" for accounts of which nobody says who published them
    accounts: int
    copies: int  # of them, those that copy another account
    incidents: int  # that any of them tells of
    alone: int  # of those, incidents that no other independent source tells of
    contested: int  # incidents with a contested figure that its accounts give a side of
    owner: str
    reliable: str  # "yes", "no", "unsaid"
    decided: Decision | None  # what is held of it was decided here; None: as the file has it
    in_file: bool  # the user's cenotaph.toml says something of it


def told(now: Now, terms: Terms) -> list[Told]:
    """Return every publisher, the one with most accounts first.

    `terms` are those of the user's file; what was decided lies over them.
    """
    captured, found = now.state.captured, now.state.tally.told
    spelled = {captured.plain[n]: n for n in sorted({*captured.publisher.values()}, reverse=True)}
    accounts = captured.accounts
    copies = Counter(captured.teller(d) for d in now.copies if d in captured.publisher)
    file = {plain(p.name) for p in terms.publishers}
    known = {plain(p.name): p for p in now.terms.publishers}
    decided = {plain(n): d for n, d in _decided(now)}
    names = sorted(accounts, key=lambda n: (-accounts[n], n))
    return [
        Told(
            name=spelled[name],
            accounts=accounts[name],
            copies=copies[name],
            incidents=found[name]["incidents"] if name in found else 0,
            alone=found[name]["alone"] if name in found else 0,
            contested=found[name]["contested"] if name in found else 0,
            owner=(known[name].owner or "") if name in known else "",
            reliable=_words(known[name].reliable if name in known else None),
            decided=decided.get(name),
            in_file=name in file,
        )
        for name in names
    ]


SAID: Final[Mapping[str, tuple[str, Callable[[Told], bool]]]] = {
    "unsaid": (marked("not said"), lambda r: r.decided is None and not r.in_file),
    "said": (marked("something is said"), lambda r: r.decided is not None or r.in_file),
    "reliable": (marked("reliable"), lambda r: r.reliable == "yes"),
    "unreliable": (marked("not reliable"), lambda r: r.reliable == "no"),
}
"""What can be held of a publisher, as the address names it: in words, and who it fits."""
ORDERS: Final[Mapping[str, tuple[str, Callable[[Told], int | str]]]] = {
    "": (marked("most accounts first"), lambda r: -r.accounts),
    "incidents": (marked("most incidents first"), lambda r: -r.incidents),
    "alone": (marked("most often alone first"), lambda r: -r.alone),
    "contested": (marked("most often contested first"), lambda r: -r.contested),
    "name": (marked("by name"), lambda r: plain(r.name)),
}
"""The orders of the publishers, as the address names them: in words, and what comes first."""


def chosen(rows: Sequence[Told], wanted: Wanted) -> list[Told]:
    """Return the publishers that fit all that is asked for, in the order that is asked for."""
    words = wanted.words.casefold().split()
    fits = SAID[wanted.said][1] if wanted.said in SAID else None
    found = [
        r
        for r in rows
        if all(w in f"{r.name} {r.owner}".casefold() for w in words) and (not fits or fits(r))
    ]
    return sorted(found, key=ORDERS[wanted.order if wanted.order in ORDERS else ""][1])


def about(now: Now, publisher: str) -> list[Decision]:
    """Return every decision about a publisher, in order of force."""
    wanted = plain(publisher)
    held = ((d, d.publisher) for d in now.decisions)
    return [d for d, p in held if p is not None and plain(p.name) == wanted]


def _decided(now: Now) -> Iterable[tuple[str, Decision]]:
    """Yield each publisher of a decision in force, the later ones last."""
    for decision in now.decisions:
        if decision.id in now.held and decision.publisher is not None:
            yield decision.publisher.name, decision


def _words(reliable: bool | None) -> str:
    return {True: "yes", False: "no", None: "unsaid"}[reliable]
