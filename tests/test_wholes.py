"""What a person says that a figure is part of: kept by the ledger, in the record, taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cenotaph.cli import main
from cenotaph.errors import UsageError
from cenotaph.model import Claim, Decision
from cenotaph.pipeline import current, record
from cenotaph.publish import judgments
from cenotaph.store import Ledger
from ledgers import RAID, decision, filled, told
from making import killed
from serving import field, served

BLAST = told(
    "Shells fell on Orekhiv. Seven people were killed. Two sailors died, and a cook died too.",
    ("Seven people were killed", killed(7)),
    ("Two sailors died", killed(2)),
    ("a cook died", killed(1)),
)
SEVEN, TWO, ONE = BLAST.claims


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with filled(tmp_path / "cenotaph.db", BLAST, RAID) as opened:
        yield opened


def part(claim: Claim, whole: str, **more: object) -> Decision:
    return decision("correct", claim.id, value=claim.value, part_of=whole, **more)


def wholes(ledger: Ledger) -> list[str | None]:
    """Return what each figure is part of, by the record as kept, and as computed anew."""
    found = [
        [c.part_of for a in r.accounts if a.document == BLAST.document for c in a.claims]
        for r in (current(ledger), record(ledger))
    ]
    assert found[0] == found[1]
    assert ledger.verify().faults == ()
    return found[0]


def test_a_figure_is_part_of_what_a_person_says_and_the_claim_stays_itself(ledger: Ledger) -> None:
    assert wholes(ledger) == [None, None, None]
    made = ledger.decide(part(TWO, SEVEN.id))
    assert wholes(ledger) == [None, SEVEN.id, None]
    assert judgments(current(ledger))[TWO.id] == ("corrected", None)
    (kept,) = ledger.decisions()
    assert (kept.part_of, kept.id) == (SEVEN.id, made.id)
    ledger.decide(decision("undo", supersedes=made.id))
    assert wholes(ledger) == [None, None, None]


def test_the_later_word_holds_and_that_it_is_part_of_nothing_is_one(ledger: Ledger) -> None:
    ledger.decide(part(TWO, SEVEN.id))
    ledger.decide(part(TWO, ""))
    assert wholes(ledger) == [None, None, None]
    ledger.decide(part(TWO, ONE.id))
    assert wholes(ledger) == [None, ONE.id, None]


def test_it_holds_when_either_figure_is_corrected_before_or_after(ledger: Ledger) -> None:
    ledger.decide(part(TWO, SEVEN.id))
    ledger.decide(decision("correct", SEVEN.id, value=killed(8)))
    ledger.decide(decision("correct", TWO.id, value=killed(3)))
    eight, three, _ = next(
        a.claims for a in current(ledger).accounts if a.document == BLAST.document
    )
    assert (eight.value, three.value) == (killed(8), killed(3))
    assert wholes(ledger) == [None, eight.id, None]
    ledger.decide(part(three, ""))
    assert wholes(ledger) == [None, None, None]


def test_value_and_whole_are_corrected_by_one_decision(ledger: Ledger) -> None:
    ledger.decide(decision("correct", TWO.id, value=killed(3), part_of=SEVEN.id))
    claims = next(a.claims for a in current(ledger).accounts if a.document == BLAST.document)
    assert [(c.value, c.part_of) for c in claims][1] == (killed(3), SEVEN.id)


def test_a_decision_without_it_has_the_id_that_it_always_had(ledger: Ledger) -> None:
    kept = ledger.decide(decision("accept", SEVEN.id))
    assert kept.id == "43f1a67d551e2420423b288f35cbed41"  # as of a ledger made before


def test_a_figure_is_no_part_of_itself_of_another_document_or_of_what_is_no_figure(
    ledger: Ledger,
) -> None:
    for whole in (TWO.id, RAID.claims[0].id, BLAST.mentions[0].id, "0" * 32):
        with pytest.raises(UsageError, match="cannot be part of"):
            ledger.decide(part(TWO, whole))
    with pytest.raises(UsageError, match="told by `correct`"):
        ledger.decide(decision("accept", TWO.id, part_of=SEVEN.id))
    assert list(ledger.decisions()) == []


def test_it_is_told_at_the_desk_by_a_choice_among_the_accounts_figures(tmp_path: Path) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, BLAST).close()
    with served(path, "--reviewer", "R. Adeyemi") as desk:
        browser = desk.visitor()
        page = browser.get(f"/account/{BLAST.document.id}?claim={TWO.id}").text
        assert set(re.findall(r'<option value="(\w{32})"', page)) == {SEVEN.id, ONE.id}
        own = {name: field(page, name) for name in ("csrf", "seen", "back")}
        sent = {**own, "ids": TWO.id, "verdict": "correct", "number": "2", "part_of": SEVEN.id}
        after = browser.follow(browser.post("/decide", sent))
        assert re.search(rf'<option value="{SEVEN.id}" selected', after.text)
    with Ledger.open(path) as opened:
        assert wholes(opened) == [None, SEVEN.id, None]


def test_it_is_told_by_the_command_line_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cenotaph.db"
    filled(path, BLAST).close()
    common = ["--ledger", str(path), "--reviewer", "R. Adeyemi", "--reason", "read again"]
    assert main(["decide", "correct", TWO.id, "--part-of", SEVEN.id[:12], *common]) == 0
    assert main(["decide", "correct", ONE.id, "--low", "2", "--part-of", SEVEN.id, *common]) == 0
    with Ledger.open(path) as opened:
        assert wholes(opened) == [None, SEVEN.id, SEVEN.id]
    assert main(["decide", "correct", TWO.id, "--part-of", "none", *common]) == 0
    with Ledger.open(path) as opened:
        assert wholes(opened) == [None, None, SEVEN.id]
    assert main(["decide", "accept", SEVEN.id, "--part-of", "none", *common]) == 2
    assert "`correct` does" in capsys.readouterr().err
