"""Acts told as one more, people taken from home, and where an account was written."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import AccountIncident, Toll
from readings import reading_of, stories_of


def told(text: str) -> tuple[AccountIncident, ...]:
    """Return what an account published on 16 March 1990 says of its incidents."""
    return stories_of(text, published="1990-03-16")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Soldiers took two youths from their homes in Zanda on 9 March.", 2),
        ("Two brothers were taken from their homes by armed men on Sunday.", 2),
        # traps: care, things
        ("Paramedics took two men from their homes to hospital on Sunday.", None),
        ("Agents took two rifles from his home on Sunday.", None),
        ("Two girls were taken from their home into care on Sunday.", None),
    ],
)
def test_who_is_taken_from_home_is_abducted(text: str, taken: int | None) -> None:
    found = [c.value for c in extract(reading_of(text)).claims if isinstance(c.value, Toll)]
    counts = [t.count.low for t in found if t.outcome == "abducted"]
    assert counts == ([] if taken is None else [taken])


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("The army also reported that urban guerrillas blew up three pylons, hurting a clerk.", 2),
        ("Later, at 9 a.m., rebels burned nine trucks on the same road.", 2),
        ("The rebels also burned three trucks on the coastal highway.", 2),
        ("Likewise, gunmen attacked a bus in Zanda and killed a clerk.", 2),
        # traps: more of the same
        ("The army also reported that two guards were wounded.", 1),
        ("Later, at the clinic, one of the guards died.", 1),
    ],
)
def test_an_act_told_as_one_more_is_another(more: str, count: int) -> None:
    text = f"Rebels shot two guards at a checkpoint in Tarsk on Monday, killing both.\n\n{more}"
    events = {m.event for m in reading_of(text).mentions if not m.background}
    assert len(events) == count


def test_an_account_is_placed_where_it_was_written_if_it_opens_there() -> None:
    """A meeting abroad told of further down moves nothing; another land in the opening does."""
    text = "LIMA, March 16 -- A judge was shot dead on Monday. Peru and Lima mourn.\n\n" + (
        "The minister left for Spain. He will meet his colleague of Spain in Madrid. " * 4
    )
    (main, *_) = told(text)
    assert main.place is not None
    assert main.place.name == "LIMA"
