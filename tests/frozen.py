"""A ledger that grows between two releases, for the tests that compare them."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from cenotaph.cli import main
from cenotaph.model import Record, Toll
from cenotaph.pipeline import current
from cenotaph.releases.changes import Change, Difference
from cenotaph.store import Ledger

Told = dict[str, tuple[str, str, str]]  # ref -> day, publisher, text

FIRST: Told = {
    "ferry": (
        "2022-11-22",
        "Delta Herald",
        (
            "Shells hit a ferry at Kherson on Monday. Four people were killed, the captain said."
            " The river was calm and the weather mild for the season."
        ),
    ),
    "depot": (
        "2022-11-22",
        "Sahel Courier",
        "Gunmen raided a bus depot in Bamako on Monday, killing at least two drivers.",
    ),
    "mine": (
        "2022-11-23",
        "Anden Post",
        "A landmine killed three farmers near Ituango on Tuesday, the mayor said.",
    ),
    "siege": (
        "2022-11-23",
        "Anden Post",
        (
            "At least 300 people have been killed in Mariupol since the invasion began, the"
            " ministry said."
        ),
    ),
}
SECOND: Told = {
    # The same shelling, told by another on that day, who disagrees on the dead.
    "later": (
        "2022-11-22",
        "Steppe Post",
        (
            "Seven people were killed when shells hit a ferry at Kherson on Monday, the governor"
            " said. Taras Ponomar, 31, a deckhand, was among the dead."
        ),
    ),
    # The same raid, told earlier: the incident goes by another id now.
    "early": (
        "2022-11-21",
        "Mali Matin",
        "Gunmen raided a bus depot in Bamako on Monday, killing two drivers, police said.",
    ),
    "market": (
        "2022-11-24",
        "Kano Mirror",
        (
            "A bomb at a market in Kano killed nine people on Wednesday. The blast tore through"
            " the stalls of the spice sellers shortly after noon prayers, and the roof of the"
            " weighing hall fell in. Traders carried the injured to the teaching hospital in"
            " handcarts, because no ambulance came."
        ),
    ),
    "reprint": (
        "2022-11-25",
        "Jos Daily",
        (
            "A bomb at a market in Kano killed nine people on Wednesday. The blast tore through"
            " the stalls of the spice sellers shortly after noon prayers, and the roof of the"
            " weighing hall fell in. Traders carried the injured to the teaching hospital in"
            " handcarts, because no ambulance came. (Kano Mirror)"
        ),
    ),
    "toll": (
        "2022-11-30",
        "Anden Post",
        (
            "At least 340 people have been killed in Mariupol since the invasion began, the"
            " ministry said."
        ),
    ),
}


def read(ledger: Path, accounts: Told) -> None:
    """Read accounts into the ledger, in this process."""
    given = ledger.with_suffix(".jsonl")
    rows = [
        {"ref": ref, "published": day, "publisher": publisher, "text": text, "language": "en"}
        for ref, (day, publisher, text) in accounts.items()
    ]
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert main(["read", str(given), "--workers", "0", "--ledger", str(ledger)]) == 0


def grown(folder: Path) -> Path:
    """Return a ledger with a release before more accounts came, v1, and one after, v2."""
    ledger = folder / "cenotaph.db"
    for name, accounts in (("v1", FIRST), ("v2", SECOND)):
        read(ledger, accounts)
        assert main(["release", name, "--ledger", str(ledger)]) == 0
    return ledger


def record(ledger: Path) -> Record:
    with Ledger.open(ledger) as opened:
        return current(opened)


def document(found: Record, ref: str) -> str:
    return next(c.document for c in found.captures if c.ref == ref)


def dead(found: Record, ref: str) -> str:
    """Return the id of the whole figure of the dead that an account gives."""
    of = document(found, ref)
    return next(
        c.id
        for a in found.accounts
        if a.document.id == of
        for c in a.claims
        if isinstance(c.value, Toll) and c.value.outcome == "killed" and c.part_of is None
    )


def decide(*words: str) -> None:
    assert main(["decide", *words, "--reason", "read both"]) == 0


def decoded(text: str) -> Difference:
    return msgspec.json.decode(text, type=Difference)


def of(found: Difference, words: str) -> Change:
    """Return the one change of an incident whose title has these words."""
    (change,) = [c for c in found.incidents if any(words in b.title for b in (*c.before, *c.after))]
    return change
