"""A comparison of releases as it is printed: text for a terminal, and a page of corrections."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from cenotaph.cli import main
from frozen import dead, decide, grown, record

Heard = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return grown(tmp_path_factory.mktemp("grown"))


@pytest.fixture
def ledger(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(released.parent, tmp_path / "here")
    monkeypatch.setenv("CENOTAPH_LEDGER", str(tmp_path / "here" / "cenotaph.db"))
    monkeypatch.setenv("CENOTAPH_REVIEWER", "R. Adeyemi")
    return tmp_path / "here" / "cenotaph.db"


def test_the_text_is_read_at_80_columns_and_names_each_decision(
    ledger: Path, capsys: Heard
) -> None:
    decide("correct", dead(record(ledger), "ferry"), "--low", "6")
    decide("different", dead(record(ledger), "mine"), dead(record(ledger), "market"))
    capsys.readouterr()
    assert main(["diff", "v1", "now"]) == 0
    told = capsys.readouterr().out
    assert [line for line in told.splitlines() if len(line) > 80] == []
    assert "Ponomar" not in told
    for words in (
        "New incidents: 1\n",
        "Incidents of which something changed: 2\n",
        "  killed: 4 (single-source, evidence weak, 1 source) -> ",
        "    now: in an account that is new\n",
        "Steppe Post, 2022-11-22: “Seven people were killed when shells hit a ferry",
        "decided: correct by a reviewer, ",
        "Decisions in between: 2\n",
        "Running totals: 1\n",
        "reprint: was no copy, is a copy of market\n",
    ):
        assert words in told


def test_the_page_of_corrections_stands_alone_and_needs_no_script(
    ledger: Path, tmp_path: Path
) -> None:
    decide("correct", dead(record(ledger), "ferry"), "--low", "6")
    page = tmp_path / "corrections.html"
    assert main(["diff", "v1", "now", "--html", "-o", str(page)]) == 0
    told = page.read_text("utf-8")
    assert "<script" not in told
    assert re.findall(r"""(?:src|href)=["'](?!#|data:,)""", told) == []
    assert "default-src 'none'" in told
    assert "Ponomar" not in told
    ids = set(re.findall(r'id="([^"]+)"', told))
    links = set(re.findall(r'href="#([^"]+)"', told))
    assert links
    assert links <= ids
    assert "<mark>Seven people were killed</mark>" in told
    assert "Corrections: v1 to now" in told


def test_words_that_look_like_markup_stay_words(ledger: Path, tmp_path: Path) -> None:
    decide_as = ["decide", "reject", dead(record(ledger), "ferry")]
    assert main([*decide_as, "--reason", "<script>alert(1)</script>"]) == 0
    page = tmp_path / "corrections.html"
    assert main(["diff", "v2", "now", "--html", "-o", str(page)]) == 0
    assert "<script" not in page.read_text("utf-8")
    assert "&lt;script&gt;" in page.read_text("utf-8")
