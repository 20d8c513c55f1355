"""Reports that name the dead in a list, numbered, bulleted, in a line or in a table."""

from __future__ import annotations

import random

import report_leads
import report_turns
from expected import Account
from report_making import Making, said
from wording import capital

_GIVEN = (
    "Ahmad", "Fatima", "Yusuf", "Mariam", "Ibrahim", "Salma", "Oleh", "Iryna", "Moussa", "Aissata",
    "Samuel", "Grace", "Abdul", "Zainab", "Tesfaye", "Hana", "Carlos", "Luisa", "Nadia", "Karim",
)  # fmt: skip
_FAMILY = (
    "Haddad", "Diallo", "Kovalenko", "Barka", "Mensah", "Rahimi", "Tekle", "Ortiz", "Saleh",
    "Traore", "Bello", "Noor", "Kamara", "Shevchuk", "Restrepo", "Osman",
)  # fmt: skip
_WORK = (
    "teacher", "farmer", "nurse", "student", "shopkeeper", "driver", "tailor", "baker", "mechanic",
)  # fmt: skip


def composed(lot: random.Random) -> Account:
    """Return a report with a list of the dead, whole or in part."""
    made = Making.drawn(lot)
    made.low = made.high = lot.randint(3, 9)
    kind = lot.choice(("release", "massacre", "care", "mine", "bare", "both"))
    form = lot.choice(sorted(_FORMS))
    if kind in {"bare", "both"}:
        text = {"bare": _bare, "both": _both}[kind](made, form)
    else:
        lead = report_leads.LEADS[kind](made)
        named = made.lot.choice((made.low, max(2, made.low - 2)))
        text = f"{lead}\n{_opening(made, named)}\n{_FORMS[form](_people(made, named))}"
    tail = "\n" + " ".join(report_turns.told(made, lot.randint(0, 2), _AFTER))
    turns = [kind, form, *made.turns]
    return Account(text + tail, made.incidents(), turns, None, made.published)


def _opening(made: Making, named: int) -> str:
    if named < made.low:
        return made.pick(
            f"{{Teller}} established the names of {said(named)} of those killed:",
            f"{capital(said(named))} of the dead have been identified:",
            "Victims named by local sources:",
        )
    return made.pick(
        "The victims are:",
        "Those killed were:",
        "Names of the dead:",
        "List of victims",
        "The following people were killed:",
        "The dead were identified as:",
    )


def _bare(made: Making, form: str) -> str:
    """Nobody says how many there were: the list does."""
    return (
        made.pick(
            "The following people were killed in an attack on a market in {town} on {day}:",
            "{Teller} has verified the names of the people who were killed by {party} in {town} on "
            "{day}. They are:",
            "An attack on {town} on {day} killed the following civilians:",
        )
        + "\n"
        + _FORMS[form](_people(made, made.low))
    )


def _both(made: Making, form: str) -> str:
    hurt = made.hurt = made.lot.randint(2, 5)
    made.main["injured"] = (hurt, hurt)
    opening = made.pick(
        "Attack on a bus station in {town}, {land}, on {day}.",
        "On {day}, a drone struck a bus in {town}.",
        "Shells hit a market in {town} on {day}.",
    )
    dead, wounded = made.lot.choice((("Killed:", "Injured:"), ("Killed", "Wounded"),
                                     ("The dead:", "The injured:")))  # fmt: skip
    people = _people(made, made.low + hurt)
    write = _FORMS[form]
    return f"{opening}\n{dead}\n{write(people[: made.low])}\n{wounded}\n{write(people[made.low :])}"


def _people(made: Making, number: int) -> list[tuple[str, int, str]]:
    lot = made.lot
    names = [f"{g} {f}" for g, f in zip(lot.sample(_GIVEN, number), lot.choices(_FAMILY, k=number),
                                        strict=True)]  # fmt: skip
    return [(name, lot.randint(19, 80), lot.choice(_WORK)) for name in names]


def _numbered(people: list[tuple[str, int, str]]) -> str:
    return "\n".join(f"{n}. {a}, {b}, {c}" for n, (a, b, c) in enumerate(people, 1))


def _bulleted(people: list[tuple[str, int, str]]) -> str:
    return "\n".join(f"- {a} ({b}), {c}" for a, b, c in people)


def _dotted(people: list[tuple[str, int, str]]) -> str:
    return "\n".join(f"• {a}, {b} years old, a {c}" for a, b, c in people)


def _plain(people: list[tuple[str, int, str]]) -> str:
    return "\n".join(f"{a}, aged {b}" for a, b, _ in people)


def _line(people: list[tuple[str, int, str]]) -> str:
    return "; ".join(f"{a}, {b}, a {c}" for a, b, c in people) + "."


def _table(people: list[tuple[str, int, str]]) -> str:
    rows = ["No. | Name | Age | Occupation", "--- | --- | --- | ---"]
    return "\n".join((*rows, *(f"{n} | {a} | {b} | {c}" for n, (a, b, c) in enumerate(people, 1))))


def _tabbed(people: list[tuple[str, int, str]]) -> str:
    return "\n".join(("Name\tAge\tOccupation", *(f"{a}\t{b}\t{c}" for a, b, c in people)))


_FORMS = {
    "numbered": _numbered, "bulleted": _bulleted, "dotted": _dotted, "plain": _plain,
    "line": _line, "table": _table, "tabbed": _tabbed,
}  # fmt: skip
_AFTER = ("denied", "law", "total", "interviewed", "witness", "damage", "tried", "elsewhere")
