"""Questions of a large record are first gathered by a process of its own, and are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from cenotaph.config import Config
from cenotaph.pipeline import current, record
from cenotaph.store import Ledger
from cenotaph.web import present
from cenotaph.web.gathering import Tell, gather
from cenotaph.web.present import Present, Terms
from ledgers import filled
from making import ALEPPO, HOSPITAL, account, day, injured, killed

TOLD = [
    account(f"Jets struck a hospital, paper {n} said.", killed(3 + 40 * n), injured(17), ALEPPO,
            HOSPITAL, day("2016-04-27"))
    for n in range(3)
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    filled(tmp_path / "asked.db", *TOLD).close()
    return tmp_path / "asked.db"


def was_asked(path: Path) -> bool:
    with Ledger.open(path) as ledger:
        return ledger.looking().was_asked("envelope")


def test_another_process_keeps_the_questions_and_tells_how_far_it_is(path: Path) -> None:
    steps: list[str] = []
    assert not was_asked(path)
    gather(str(path), "envelope", Config(), lambda what, _done, _of: steps.append(what))
    assert was_asked(path)
    assert "questions" in steps


@pytest.mark.parametrize(("many", "beside"), [(0, 1), (3000, 0)])
def test_the_desk_has_the_same_questions_either_way(
    path: Path, monkeypatch: pytest.MonkeyPatch, many: int, beside: int
) -> None:
    calls: list[str] = []

    def spied(ledger: str, policy: str, config: Config, tell: Tell) -> None:
        calls.append(policy)
        gather(ledger, policy, config, tell)

    monkeypatch.setattr(present, "_MANY", many)
    monkeypatch.setattr(present, "gather", spied)
    held = Present(Terms(ledger=str(path)), Config())
    held.now().let_go()
    held.ask(60)
    assert was_asked(path)
    assert len(calls) == beside
    with Ledger.open(path) as ledger:
        assert current(ledger).questions == record(ledger).questions != ()


def test_a_ledger_that_is_gone_ends_it(tmp_path: Path) -> None:
    gather(str(tmp_path / "no" / "such.db"), "envelope", Config(), lambda *_: None)
    assert not (tmp_path / "no").exists()
