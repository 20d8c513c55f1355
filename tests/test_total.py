"""A running total in the terminal: its figures over time, and the incidents beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cenotaph.cli import main

UNTIL = "had been killed in Ukraine since February 2022."
ACCOUNTS = {
    "early": ("2023-03-08", f"The United Nations said on Wednesday that 8,231 civilians {UNTIL}"),
    "late": ("2023-04-08", f"The United Nations said on Saturday that 8,490 civilians {UNTIL}"),
    "inside": ("2023-03-02", "Shells hit a market in Kherson on Wednesday. Six people died."),
    "after": ("2023-06-02", "Shells hit a mill in Kherson on Thursday. Nine people died."),
    "abroad": ("2023-03-02", "Gunmen raided a depot in Bamako on Wednesday, killing two drivers."),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("total")
    given = folder / "accounts.jsonl"
    rows = [
        {"ref": ref, "published": day, "publisher": f"The {ref}", "text": text, "language": "en"}
        for ref, (day, text) in ACCOUNTS.items()
    ]
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    ledger = folder / "cenotaph.db"
    assert main(["read", str(given), "--workers", "0", "--ledger", str(ledger)]) == 0
    return ledger


def published(ledger: Path, what: str) -> list[dict[str, object]]:
    out = ledger.with_name(f"{what}.jsonl")
    assert main(["publish", what, "--ledger", str(ledger), "-o", str(out)]) == 0
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_a_running_total_is_shown_with_its_figures_over_time_and_what_may_lie_inside(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (total,) = published(ledger, "cumulative")
    homes = {str(row["refs"][0]): str(row["id"]) for row in published(ledger, "incidents")}  # type: ignore[index]
    assert main(["show", str(total["id"])[:10], "--ledger", str(ledger)]) == 0
    shown = capsys.readouterr().out
    lines = shown.splitlines()
    assert max(map(len, lines)) <= 80
    assert [line[:17] for line in lines if line.startswith("2023-")] == [
        "2023-03-08: 8,231", "2023-04-08: 8,490",
    ]  # fmt: skip
    assert f"[{homes['inside'][:8]}]" in shown
    assert f"[{homes['after'][:8]}]" not in shown  # it happened after the total was taken
    assert f"[{homes['abroad'][:8]}]" not in shown
    assert f"At least {int(str(total['low'])) - 6:,} of the figure are in none of them." in lines


def test_an_incidents_id_still_shows_the_incident_and_one_of_neither_is_told(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for row in published(ledger, "incidents"):
        assert main(["show", str(row["id"]), "--ledger", str(ledger)]) == 0
        assert " independent source" in capsys.readouterr().out
    assert main(["show", "f" * 32, "--ledger", str(ledger)]) == 2
    assert "f" * 32 in capsys.readouterr().err
