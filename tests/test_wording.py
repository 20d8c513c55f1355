"""What a record says of an incident in a few words."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cenotaph import pipeline
from cenotaph.desk.incident import as_text
from cenotaph.extract import extract
from cenotaph.model import (
    Attribute,
    Count,
    Figure,
    People,
    Place,
    Toll,
    count_of,
    count_words,
    identified,
    incident_title,
    range_words,
    some_words,
    summed,
)
from cenotaph.publish import Options
from ledgers import SHELL, filled
from making import account, killed
from readings import reading_of
from worked import counted, told, toll


@pytest.mark.parametrize(
    ("name", "told"),
    [("SAN VICENTE", "San Vicente"), ("UAE", "UAE"), ("N'Djamena", "N'Djamena"), ("Ham", "Ham")],
)
def test_a_town_that_a_wire_wrote_in_capitals_has_a_calm_title(
    name: str, told: str, tmp_path: Path
) -> None:
    with filled(tmp_path / "cenotaph.db", SHELL) as ledger:
        incident = pipeline.current(ledger).incidents[0]
    place = Attribute(value=Place(name=name, precision="town"), claims=())
    titled = incident_title(msgspec.structs.replace(incident, place=place))
    assert f" in {told}" in titled


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("More than 310 people were killed.", "more than 310"),
        ("Over 1,200 people were killed.", "more than 1,200"),
        ("The number of the dead exceeded 40.", "more than 40"),
        ("At least 311 people were killed.", "at least 311"),
        ("Some 40 people were killed.", "about 40"),
    ],
)
def test_a_figure_is_put_as_it_was_said(said: str, words: str) -> None:
    counts = [c.value.count for c in extract(reading_of(said)).claims if isinstance(c.value, Toll)]
    assert [count_words(c) for c in counts] == [words]


def test_more_than_is_a_way_of_putting_it_and_no_other_number() -> None:
    over, least = Count(low=311, over=True), Count(low=311)
    claim = account("Jets killed them.", killed(311, None)).claims[0]
    toll_ = msgspec.structs.replace(claim.value, count=over)
    assert identified(msgspec.structs.replace(claim, value=toll_)).id == claim.id
    assert over.agrees(least)
    assert (over.low, over.high) == (least.low, least.high)


def test_the_record_puts_it_as_its_source_does() -> None:
    over = msgspec.structs.replace(killed(311, None), count=Count(low=311, over=True))
    figure = toll(counted("envelope", told("Delta Herald", over)))
    assert isinstance(figure, Figure)
    assert range_words(figure) == count_words(count_of(figure)) == "more than 310"
    lower = toll(
        counted("envelope", told("Delta Herald", over), told("Coast Mail", killed(300, None)))
    )
    assert range_words(lower) == "at least 300"


def test_one_figure_alone_is_summed_as_it_was_put_and_several_are_no_more_than_one() -> None:
    over = Count(low=311, over=True)
    assert count_words(summed([over])) == "more than 310"
    assert count_words(summed([over, Count(low=3, high=3)])) == "at least 314"


@pytest.mark.parametrize(
    ("number", "what", "words"),
    [
        (0, "account", "0 accounts"),
        (1, "independent source", "1 independent source"),
        (2, "new capture", "2 new captures"),
        (1204, "copy", "1,204 copies"),
        (2, "day", "2 days"),
    ],
)
def test_one_of_something_is_one(number: int, what: str, words: str) -> None:
    assert some_words(number, what) == words


def test_an_incident_of_one_account_is_shown_with_one_source(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    with filled(path, SHELL) as ledger:
        record = pipeline.record(ledger)
    shown = list(as_text(record, record.incidents[0], Options()))
    assert "1 account, 1 independent source" in shown


def test_a_vague_word_is_not_printed_with_another_sides_number() -> None:
    dozens, fourteen = Count(low=24, vague="dozens", approximate=True), Count(low=14, high=14)
    one = Figure(
        outcome="injured",
        people=People(),
        low=24,
        high=None,
        best=None,
        approximate=True,
        vague="dozens",
        status="single-source",
        grade=None,
        sources=1,
        claims=(),
        sides=(dozens,),
    )
    assert range_words(one) == "“dozens” (about 24 or more)"
    both = msgspec.structs.replace(one, low=14, status="contested", sides=(fourteen, dozens))
    assert range_words(both) == "about 14 or more"
