"""`cenotaph explain`: why a claim is in the record, from a real ledger, by the real command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cenotaph import pipeline
from cenotaph.cli import main
from cenotaph.model import Claim, Toll
from cenotaph.store import Ledger
from ledgers import decision
from making import killed as counted

ACCOUNT = (
    "At least four sailors were killed and Tomas Berg, 31, was wounded when a rocket hit a pier at"
    " Kherson on Monday, the port captain said.\n\nNobody fired from the town, the mayor said."
)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pier.txt").write_text(ACCOUNT)
    (tmp_path / "pier.txt.meta.json").write_text(json.dumps({"published": "2022-11-22"}))
    assert main(["read", "pier.txt", "--workers", "0", "--ledger", "pier.db"]) == 0
    return tmp_path / "pier.db"


def claims(ledger: Path) -> list[Claim]:
    with Ledger.open(ledger) as opened:
        return [c for a in opened.accounts() for c in a.claims]


def killed(ledger: Path) -> Claim:
    tolls = [c for c in claims(ledger) if isinstance(c.value, Toll) and c.value.count.low == 4]
    assert len(tolls) == 1
    return tolls[0]


def test_a_toll_is_explained_by_its_word_rule_figure_speaker_day_and_place(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = killed(ledger)
    capsys.readouterr()
    assert main(["explain", claim.id[:9], "--ledger", str(ledger)]) == 0
    told = capsys.readouterr().out
    assert "  >>At least four sailors were killed<< and" in told
    assert "“killed” (killed.object kill): killed; victims “At least four" in told
    assert "“At least four”: low 4, high open; hedge “at least”" in told
    assert "indirect speech, by “said” of “the port captain”" in told
    assert "“Monday”, XXXX-WXX-1 -> 2022-11-21, day" in told
    assert "“Kherson” -> GeoNames 706448" in told
    assert "Found by    tolls, plain: " in told
    assert "Decisions   none" in told
    assert max(map(len, told.splitlines())) <= 80


def test_the_parse_is_a_tree_in_reading_order_that_marks_the_claim_s_words(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = killed(ledger)
    capsys.readouterr()
    assert main(["explain", claim.id, "--ledger", str(ledger), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    words = [w["word"] for w in found["parse"]]
    assert words[:6] == ["At", "least", "four", "sailors", "were", "killed"]
    marked = [w["word"] for w in found["parse"] if w["claimed"]]
    assert marked == words[:6]
    victims = found["parse"][3]
    assert (victims["label"], found["parse"][victims["head"]]["word"]) == ("nsubjpass", "killed")
    assert [w["depth"] for w in found["parse"] if w["head"] is None] == [0]
    assert found["claim"]["id"] == claim.id
    assert found["claim"]["low"] == 4


def test_names_are_withheld_in_words_and_parse_unless_asked_for(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for claim in claims(ledger):
        for words in ((), ("--json",)):
            capsys.readouterr()
            assert main(["explain", claim.id, "--ledger", str(ledger), *words]) == 0
            told = capsys.readouterr().out
            assert "Berg" not in told
            assert "Tomas" not in told
    assert main(["explain", killed(ledger).id, "--ledger", str(ledger), "--names"]) == 0
    assert "Tomas Berg" in " ".join(capsys.readouterr().out.split())


def test_decisions_about_the_claim_are_told(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = killed(ledger)
    with Ledger.open(ledger) as opened:
        opened.decide(decision("accept", claim.id))
    capsys.readouterr()
    assert main(["explain", claim.id, "--ledger", str(ledger)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "accept by R. Adeyemi, 2022-03-11T08:00:00+00:00: heard the recording" in told


def test_a_claim_that_a_person_put_in_place_is_a_person_s(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = killed(ledger)
    with Ledger.open(ledger) as opened:
        opened.decide(decision("correct", claim.id, value=counted(5)))
    made = next(c for c in claims(ledger) if c.extractor == "person")
    capsys.readouterr()
    assert main(["explain", made.id, "--ledger", str(ledger)]) == 0
    told = capsys.readouterr().out
    assert "Found by    a person, by a decision" in told
    assert "killed: 5" in told
    assert "correct by R. Adeyemi" in told


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("zz", "no live claim's id begins with 'zz'; an id is 32 hex digits, the `id` of a row"),
        ("", "begins the ids of "),
    ],
)
def test_an_unknown_or_ambiguous_id_says_what_would_be_right(
    ledger: Path, capsys: pytest.CaptureFixture[str], words: str, error: str
) -> None:
    assert main(["explain", words, "--ledger", str(ledger)]) == 2
    told = capsys.readouterr().err
    assert error in told
    if words == "":
        assert "write so much of one that it begins no other" in told


def test_every_claim_of_the_demo_is_explained_by_a_rule_that_finds_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "made"]) == 0
    with Ledger.open(tmp_path / "made" / "cenotaph.db") as opened:
        record = pipeline.current(opened)
    for account in record.accounts[:4]:
        for claim in account.claims:
            capsys.readouterr()
            command = ["explain", claim.id, "--ledger", "made/cenotaph.db", "--json"]
            assert main(command) == 0
            found = json.loads(capsys.readouterr().out)
            assert found["found_by"]["again"], found
            assert found["found_by"]["rule"], found
            whole = found["before"] + found["quote"] + found["after"]
            assert whole.strip()
            if found["claim"]["kind"] == "toll":
                assert found["harms"], found
