"""Lists of incidents: a line that opens with a day or a place tells of one of its own."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import Place
from readings import reading_of

BULLETIN = """Incidents of the week:

3 May, Sumy: shells hit a depot. Two guards were killed and a clerk was wounded.

5 May, Poltava: gunmen shot dead a driver.

5 May, Lubny: a mine wounded four farmers."""
BY_PLACE = """Reported on Tuesday:

- Kirkuk: a bomb killed nine people.
- Mosul: gunmen killed two guards. The two were shot at a gate."""
STORY = """SUMY: Shells killed two guards at a depot on Tuesday.

Police said: four men were seen near it. A clerk was wounded."""
QUOTES = """Mayor Ivo Karel: "Two guards were killed here."

Doctor Mia Roth: "A clerk was wounded.\""""


def events_of(text: str) -> list[list[str]]:
    """Return the words of each event in reading order."""
    account = extract(reading_of(text))
    found: dict[str, list[str]] = {}
    for mention in account.mentions:
        found.setdefault(mention.event, []).append(account.document.quote(mention.span))
    return list(found.values())


@pytest.mark.parametrize(("text", "lines"), [(BULLETIN, 3), (BY_PLACE, 2)])
def test_each_line_is_an_event_of_its_own(text: str, lines: int) -> None:
    harmful = [e for e in events_of(text) if {"killed", "wounded", "shot"} & set(e)]
    assert len(harmful) == lines


@pytest.mark.parametrize("text", [STORY, QUOTES])
def test_one_label_and_speakers_make_no_list(text: str) -> None:
    assert len(events_of(text)) == 1


def test_the_place_of_a_label_is_where_its_line_happened() -> None:
    account = extract(reading_of(BULLETIN))
    event = {m.id: m.event for m in account.mentions}
    places = {
        c.value.name: event[c.about]
        for c in account.claims
        if isinstance(c.value, Place) and c.about and c.confidence >= 0.9
    }
    assert set(places) == {"Sumy", "Poltava", "Lubny"}
    assert len(set(places.values())) == 3
