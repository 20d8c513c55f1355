"""Figures that only add up events which the account tells one by one."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.model import Toll, tellings
from readings import reading_of

TALES = (
    (
        "Nine people died in Mali on Monday. In Gao on Monday a mine killed four. On Sunday five "
        "men were shot dead in Mopti."
    ),
    (
        "Two attacks killed nine people in Mali, officials said. On Monday a mine killed four in "
        "Gao. On Sunday five men were shot dead in Mopti."
    ),
    (
        "Three people died in two separate shootings. A man was shot dead in Gao Monday. On Sunday "
        "two women were shot dead in Mopti."
    ),
    (
        "Four people died in attacks on two vans in Mali. In the first, near Gao, a van was hit, "
        "and its driver and a nurse lost their lives. A missile struck the other in Mopti, killing "
        "both men in it."
    ),
)
OTHER_FIGURES = """
Nine people died in Mopti on Monday. In Gao on Sunday four died. On Friday three died in Homs.
Nine people died in Mopti on Monday. In Gao on Sunday a mine killed nine people.
Nine people died in Mopti on Monday, five of them women. In Gao on Sunday a mine killed four people.
Four were killed in Homs. Raiders killed three in Gao on Friday. The murder of Ana Ruiz shook Homs.
Three people died in Mopti on Monday. In Gao on Sunday a man died. On Friday two died in Homs.
""".strip().splitlines()


@pytest.mark.parametrize("text", TALES)
def test_a_sum_of_events_told_one_by_one_is_a_series(text: str) -> None:
    assert [t.scope for t in tolls(text)] == ["series", "incident", "incident"]


@pytest.mark.parametrize("text", TALES)
def test_it_makes_no_incident_of_its_own(text: str) -> None:
    assert len(tellings(extract(reading_of(text)))) == 2


@pytest.mark.parametrize("text", OTHER_FIGURES)
def test_another_figure_is_of_its_own_incident(text: str) -> None:
    assert {t.scope for t in tolls(text)} == {"incident"}


def test_a_headline_is_a_sum_where_the_text_gives_its_number_as_one() -> None:
    text = (
        "Two men were killed in separate shootings on Saturday. At 8:55 p.m. Ivo Ruiz, 20, was "
        "shot in Lom and died. At 9:40 p.m. gunmen fired into a garage, and Tam Lo, 26, died."
    )
    assert scope_of_headline("Two slain within an hour", text) == "series"
    assert scope_of_headline("Two slain in Lom", "Two were killed in Lom on Monday.") == "incident"


def scope_of_headline(title: str, text: str) -> str:
    claims = extract(reading_of(text, title)).claims
    headed = [c for c in claims if c.evidence.part == "title" and isinstance(c.value, Toll)]
    return next(c.value.scope for c in headed if isinstance(c.value, Toll))


def tolls(text: str) -> list[Toll]:
    claims = extract(reading_of(text)).claims
    return [c.value for c in claims if isinstance(c.value, Toll)]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        (
            "About 310 people have been killed since rebel troops left the old city in May 2019.",
            "rebel troops left the old city in May 2019",
        ),
        # trap: the day of another clause is no start of the total
        ("Raids have killed 30 since May, and a mine killed two men in March 2019.", "May"),
    ],
)
def test_a_running_total_starts_on_the_day_that_its_own_words_end_with(
    text: str, since: str
) -> None:
    tolls = [c.value for c in extract(reading_of(text)).claims if isinstance(c.value, Toll)]
    assert [t.since for t in tolls if t.scope == "cumulative"] == [since]
