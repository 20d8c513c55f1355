"""What pages show of an account, and how their forms are read: pure functions of the record."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cenotaph.config import Config
from cenotaph.errors import UsageError
from cenotaph.model import Count
from cenotaph.web.present import Present, Terms
from cenotaph.web.views.account import LONGEST, telling
from cenotaph.web.views.fields import KINDS, changes, count_of, entered, fields, number_words
from ledgers import filled, told
from making import killed


def test_an_account_of_five_megabytes_is_shown_part_by_part(tmp_path: Path) -> None:
    lines = "".join(f"Line {n} tells of nothing at all.\n" for n in range(150_000))
    long = told(f"Rockets fell. {lines}Five people were killed.", ("Five people", killed(5)))
    claims = tuple(msgspec.structs.replace(c, sentence=c.evidence) for c in long.claims)
    long = msgspec.structs.replace(long, claims=claims)
    assert len(long.document.text) > 5_000_000
    path = tmp_path / "cenotaph.db"
    filled(path, long).close()
    now = Present(Terms(ledger=str(path), names=True), Config()).now()
    begin, end = telling(long, now), telling(long, now, long.claims[0].id)
    for shown, words in ((begin, "Rockets fell."), (end, "Five people")):
        text = "".join(p.words for p in shown.text)
        assert words in text
        assert len(text) == shown.last - shown.first == LONGEST or shown is end
        assert text == long.document.text[shown.first : shown.last]
    assert [p.claim for p in end.text if p.words == "Five people"] == [long.claims[0].id]
    after = telling(long, now, first=begin.last)
    assert (after.first, after.last) == (LONGEST, 2 * LONGEST)


@pytest.mark.parametrize(
    ("words", "low", "high", "about"),
    [
        ("5", 5, 5, False),
        ("3-5", 3, 5, False),
        ("3 – 5", 3, 5, False),
        ("12+", 12, None, False),
        ("12 or more", 12, None, False),
        ("about at least 40", 40, None, True),
        ("about 40 or more", 40, None, True),
        ("~40", 40, 40, True),
        ("12 000", 12000, 12000, False),
        ("", None, None, False),
    ],
)
def test_numbers_are_read_as_people_write_them(
    words: str, low: int | None, high: int | None, *, about: bool
) -> None:
    found = count_of(words)
    assert (found["low"], found["high"], found["approximate"]) == (low, high, about)
    count = Count(low=low, high=high, approximate=about)
    again = count_of(number_words(count))
    assert (again["low"], again["high"], again["approximate"]) == (low, high, about)


@pytest.mark.parametrize("words", ["many", "-3", "5 to 3", "3 to", "five"])
def test_words_that_are_no_number_are_refused(words: str) -> None:
    with pytest.raises(UsageError):
        count_of(words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_sent_as_it_came_changes_nothing(kind: str) -> None:
    value = KINDS[kind]
    sent = {f.name: f.value for f in fields(value)}
    assert sent
    assert changes(value, sent) == {}
    assert set(entered(value, sent)) <= {"outcome", "scope", "cause", "people"}
