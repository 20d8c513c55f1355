"""What a table of the field carries comes back where the table is moved in again."""

from __future__ import annotations

from pathlib import Path

import pytest

from cenotaph import pipeline
from cenotaph.cli import main
from cenotaph.model import Incident, Record
from cenotaph.publish import Options
from cenotaph.store import Ledger
from recorded import of_the_demo
from tabled import text


def said(record: Record, outcome: str, *, placed: bool = True) -> set[tuple[object, ...]]:
    """Return each incident's days, country and bounds of a toll."""
    return {
        (i.first, i.last, _country(i) if placed else None, *_bounds(i, outcome))
        for i in record.incidents
    }


def _country(incident: Incident) -> str | None:
    return getattr(incident.place.value, "country", None) if incident.place else None


def _bounds(incident: Incident, outcome: str) -> tuple[int | None, int | None]:
    everybody = (f for f in incident.tolls if f.outcome == outcome and not f.people.roles)
    found = next((f for f in everybody if f.people.bare().status == "unknown"), None)
    return (found.low, found.high) if found else (None, None)


def moved_in(name: str, folder: Path) -> Record:
    table, ledger = folder / f"{name}.csv", str(folder / "new.db")
    table.write_text(text(name, of_the_demo(), Options()), encoding="utf-8")
    asked = ["import", str(table), "--map", name, "--ledger", ledger, "--reviewer", "R. Adeyemi"]
    assert main(asked) == 0
    with Ledger.open(ledger) as opened:
        return pipeline.current(opened)


def test_days_countries_and_both_bounds_of_the_dead_come_back_from_geds_columns(
    tmp_path: Path,
) -> None:
    assert said(moved_in("ucdp", tmp_path), "killed") == said(of_the_demo(), "killed")


@pytest.mark.parametrize("outcome", ["killed", "injured"])
def test_days_and_bounds_come_back_from_ibcs_columns(outcome: str, tmp_path: Path) -> None:
    back = said(moved_in("ibc", tmp_path), outcome, placed=False)  # its places are words alone
    assert back == said(of_the_demo(), outcome, placed=False)


def test_acleds_one_number_comes_back_and_where_there_was_none_there_is_none(
    tmp_path: Path,
) -> None:
    best = {
        (day, last, where, low if low == high else None, high if low == high else None)
        for day, last, where, low, high in said(of_the_demo(), "killed")
    }
    assert said(moved_in("acled", tmp_path), "killed") == best
