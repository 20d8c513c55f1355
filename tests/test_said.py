"""Words that are no count are shown beside the figures they bear on, and move none of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cenotaph.cli import main
from cenotaph.model import Claim, Record, Statement, Toll
from cenotaph.pipeline import current, record
from cenotaph.store import Ledger

TOLD = (
    "Rockets hit a bakery in Homs on Monday, killing four people, the mayor, Maria Lopez, said. "
    "The army said it would investigate the attack. "
    "“There were no civilians in the bakery,” said Colonel Dana Orel, an army spokeswoman.\n\n"
    "More than 300 people have been killed in Homs since May, by the official count. "
    "Maria Lopez said the dead were three to four times more than the official count."
)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "a.txt.meta.json").write_text('{"published": "2016-06-14"}', encoding="utf-8")
    monkeypatch.setenv("CENOTAPH_LEDGER", str(tmp_path / "cenotaph.db"))
    monkeypatch.setenv("CENOTAPH_REVIEWER", "R. Adeyemi")
    assert main(["read", str(tmp_path / "a.txt"), "--workers", "0"]) == 0
    return tmp_path / "cenotaph.db"


def now(ledger: Path) -> Record:
    with Ledger.open(ledger) as opened:
        found = current(opened)
        assert found.incidents == record(opened).incidents
        assert found.series == record(opened).series
        return found


def said(found: Record, ids: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """Return the topic and the speaker of each statement."""
    claims = {c.id: c for a in found.accounts for c in a.claims}
    told = [claims[i] for i in ids]
    return [(topic(c), c.speaker.name if c.speaker else None) for c in told]


def topic(claim: Claim) -> str:
    assert isinstance(claim.value, Statement)
    return claim.value.topic


def test_what_is_said_of_an_incident_stands_with_it(ledger: Path) -> None:
    found = now(ledger)
    (incident,) = found.incidents
    assert said(found, incident.said) == [("investigation", "army"), ("presence", "Dana Orel")]
    assert [(t.low, t.high) for t in incident.tolls] == [(4, 4)]


def test_a_multiple_stands_with_its_total_and_never_counts(ledger: Path) -> None:
    found = now(ledger)
    (series,) = found.series
    assert said(found, series.said) == [("ratio", "Maria Lopez")]
    assert (series.low, series.high) == (301, None)


def test_a_rejected_statement_is_gone_and_a_rejected_total_takes_its_multiple_along(
    ledger: Path,
) -> None:
    found = now(ledger)
    (multiple,) = found.series[0].said
    presence = found.incidents[0].said[1]
    assert main(["decide", "reject", multiple, "--reason", "a guess"]) == 0
    assert main(["decide", "reject", presence, "--reason", "of another day"]) == 0
    left = now(ledger)
    assert left.series[0].said == ()
    assert [t for t, _ in said(left, left.incidents[0].said)] == ["investigation"]
    (total,) = [c for a in left.accounts for c in a.claims
                if isinstance(c.value, Toll) and c.value.scope == "cumulative"]  # fmt: skip
    assert main(["decide", "undo", _last(ledger, multiple), "--reason", "no guess"]) == 0
    assert main(["decide", "reject", total.id, "--reason", "of another town"]) == 0
    assert now(ledger).series == ()


def _last(ledger: Path, claim: str) -> str:
    """Return the decision about a claim."""
    with Ledger.open(ledger) as opened:
        return next(d.id for d in opened.decisions() if claim in d.subjects)


def test_the_terminal_and_the_page_show_both(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (incident,) = now(ledger).incidents
    capsys.readouterr()
    assert main(["show"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "a multiple of it: at Maria Lopez least 903, worked out, not counted" in shown
    assert main(["show", incident.id]) == 0
    one = capsys.readouterr().out
    assert "Dana Orel: who was there\n" in one
    assert "army: an inquiry\n" in one
    assert main(["publish", "html"]) == 0
    page = capsys.readouterr().out
    assert re.search(r"<b>Maria Lopez[^<]*</b>: a multiple of it: at least 903, worked out", page)
    assert "<b>Maria Lopez (official)</b>" in page
    assert page.count("What else is said of it") == 1


def test_who_speaks_in_private_is_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = TOLD.replace("the mayor, Maria Lopez, said", "the mayor said")
    (tmp_path / "a.txt").write_text(told.replace("Maria Lopez", "A neighbour, Maria Lopez,"))
    monkeypatch.setenv("CENOTAPH_LEDGER", str(tmp_path / "cenotaph.db"))
    assert main(["read", str(tmp_path / "a.txt"), "--workers", "0"]) == 0
    capsys.readouterr()
    assert main(["show"]) == 0
    shown = capsys.readouterr().out
    assert "a multiple of it" in shown
    assert "Lopez" not in shown
