"""The record of an earlier day, made by taking out what came since, is that made from nothing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from test_growth import SENT, decide, read

from cenotaph import pipeline, releasing
from cenotaph.config import load
from cenotaph.pipeline import NOTHING_SET, as_it_was, current, earlier, record
from cenotaph.publish import Options
from cenotaph.store import Ledger
from cenotaph.web.comparison import KINDS
from cenotaph.web.present import Present, Terms
from cenotaph.web.views.changes import changes

DAYS = sorted({sent.published[:10] for sent in SENT if sent.published})


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of accounts of many days, in which people decided about some."""
    found = tmp_path_factory.mktemp("earlier") / "cenotaph.db"
    with Ledger.open(found, create=True) as ledger:
        read(ledger, range(len(SENT)))
        for step in range(6):
            decide(ledger, step)
        current(ledger)
    return found


def _digest(ledger: Ledger, day: str) -> str:
    decisions = ledger.pieces().decisions
    name = record(ledger, before=day).policy
    with earlier(ledger, "envelope", NOTHING_SET, day, lambda _done, _of: None) as standing:
        return standing.digest((name, "envelope"), decisions, early=True)


@pytest.mark.parametrize("day", [*DAYS, "2100-01-01"])
def test_the_earlier_record_is_the_one_computed_from_nothing(path: Path, day: str) -> None:
    with Ledger.open(path) as ledger:
        computed = record(ledger, before=day)
        assert _digest(ledger, day) == computed.digest
        whole = as_it_was(ledger, "envelope", NOTHING_SET, day)
        assert whole == msgspec.structs.replace(computed, questions=())
        assert list(pipeline.projection_faults(ledger)) == []  # what is kept was left alone


def test_what_is_not_kept_yet_is_computed_from_nothing(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    with Ledger.open(fresh, create=True) as ledger:
        read(ledger, range(len(SENT)))
        assert _digest(ledger, DAYS[-1]) == record(ledger, before=DAYS[-1]).digest


@pytest.mark.parametrize("day", [DAYS[0], DAYS[len(DAYS) // 2], DAYS[-1], "2100-01-01"])
def test_what_differs_is_found_part_by_part_as_between_the_whole_records(
    path: Path, day: str
) -> None:
    held = Present(Terms(ledger=str(path)), load(None))
    with Ledger.open(path) as ledger:
        whole = changes(releasing.grown(record(ledger, before=day), current(ledger), Options()))
    told = held.told_since(day, 60)
    assert told.compared.changes(KINDS, 0, 10_000) == whole
    assert told.head == held.now().head
