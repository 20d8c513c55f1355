"""The pairs table: sentences of our own beside what they claim, and traps beside what they do not.

Add a row to its line (counting.py, people.py ...; the form is told in pairs_rows.py); a line more
is a file more. `./run python scripts/pairs.py` prints what is wrong, row by row.
"""

from __future__ import annotations

from collections import Counter

import pytest
from pairs_floors import read_floors, share
from pairs_misses import MISSES
from pairs_reading import faults, lines, read_row, rows
from pairs_rows import Row

LINES = list(lines())
ALL = [row for line in LINES for row in rows(line)]
FLOORS = read_floors()


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.text[:70])
def test_a_row_is_read_as_it_is_written(row: Row) -> None:
    wrong = faults(row)
    if row.opening in MISSES:
        assert wrong, "read rightly now: strike it from tests/pairs/pairs_misses.py"
    else:
        assert wrong == []


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.text[:70])
def test_every_span_of_a_row_stands_in_a_sentence_of_it(row: Row) -> None:
    account = read_row(row).account
    for claim in account.claims:
        assert claim.sentence.holds(claim.evidence)
        assert account.document.quote(claim.evidence).strip()


@pytest.mark.parametrize("line", LINES)
def test_the_share_of_right_rows_of_a_line_never_falls(line: str) -> None:
    assert share(line) >= FLOORS[line]


@pytest.mark.parametrize("line", LINES)
def test_every_case_of_a_line_is_shown_twice_and_trapped_twice(line: str) -> None:
    short = {
        case: (traps.count(False), traps.count(True))
        for case, found in lines()[line].items()
        if min((traps := [row.is_trap for row in found]).count(False), traps.count(True)) < 2
    }
    assert short == {}


@pytest.mark.parametrize("line", LINES)
def test_traps_are_about_as_many_as_true_rows(line: str) -> None:
    traps = [row.is_trap for row in rows(line)]
    assert abs(traps.count(True) - traps.count(False)) <= len(traps) // 10


def test_no_row_stands_twice() -> None:
    assert [words for words, n in Counter(row.opening for row in ALL).items() if n > 1] == []


def test_every_miss_is_a_row() -> None:
    assert MISSES.keys() - {row.opening for row in ALL} == set()
