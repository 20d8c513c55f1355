"""The line from files to the record, with the real parts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import cenotaph
from cenotaph.errors import UsageError
from cenotaph.intake import Ingested, Step
from cenotaph.model import Record, Toll
from cenotaph.pipeline import How, current, ingest, projection_faults, record, reread
from cenotaph.store import Ledger
from ledgers import decision
from making import killed

FERRY = "Shells hit a ferry at Kherson on Monday. Four people were killed, the port captain said.\n"
BAZAAR = "A car bomb went off at a bazaar in Kirkuk on Sunday. At least nine people were killed.\n"
HERE = How(workers=0)


def quiet(_: Step) -> None:
    """Tell nobody."""


def lines(path: Path, *accounts: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(a) + "\n" for a in accounts))
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "cenotaph.db", create=True) as opened:
        yield opened


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    return lines(
        tmp_path / "in.jsonl",
        {"ref": "ferry", "text": FERRY, "published": "2022-11-23", "publisher": "Delta Herald"},
        {"ref": "bazaar", "text": BAZAAR, "published": "2014-08-24", "publisher": "Oil City News"},
    )


def test_a_number_leads_back_to_its_sentence(ledger: Ledger, accounts: Path) -> None:
    done = ingest([accounts], ledger, quiet, HERE)
    assert done == Ingested(accounts=2, documents=2, captures=2, refused=0)
    computed = record(ledger)
    claims = {c.id: c for a in computed.accounts for c in a.claims}
    documents = {a.document.id: a.document for a in computed.accounts}
    dead = {
        (f.low, f.high): [documents[claims[c].document].quote(claims[c].sentence) for c in f.claims]
        for i in computed.incidents
        for f in i.tolls
        if f.outcome == "killed"
    }
    assert dead == {
        (4, 4): ["Four people were killed, the port captain said."],
        (9, None): ["At least nine people were killed."],
    }


def test_processes_find_what_this_one_finds(ledger: Ledger, accounts: Path) -> None:
    ingest([accounts], ledger, quiet, How(workers=2))
    with Ledger.open(":memory:", create=True) as other:
        ingest([accounts], other, quiet, HERE)
        assert other.accounts() == ledger.accounts()
        assert other.head() == ledger.head()


def test_steps_are_told_in_order_of_input_and_only_once_kept(
    ledger: Ledger, tmp_path: Path
) -> None:
    many = [{"ref": str(n), "text": f"Note {n}: {FERRY}"} for n in range(40)]
    told: list[str] = []

    def tell(step: Step) -> None:
        kept = {c.ref for c in ledger.captures()}
        assert kept.issuperset(step.kept)
        told.extend(step.kept)

    ingest([lines(tmp_path / "many.jsonl", *many)], ledger, tell, How(workers=2))
    assert told == [str(n) for n in range(40)]


def test_reading_again_changes_nothing(ledger: Ledger, accounts: Path) -> None:
    ingest([accounts], ledger, quiet, HERE)
    head, before = ledger.head(), record(ledger)
    done = ingest([accounts], ledger, quiet, HERE)
    assert (done.accounts, done.documents, done.captures) == (2, 0, 0)
    assert ledger.head() == head
    assert record(ledger) == before


def test_rereading_with_the_same_software_changes_nothing(ledger: Ledger, accounts: Path) -> None:
    ingest([accounts], ledger, quiet, HERE)
    head = ledger.head()
    assert reread(ledger, quiet, HERE).accounts == 0
    assert ledger.head() == head


def test_rereading_finds_anew_what_other_software_left(ledger: Ledger, accounts: Path) -> None:
    ingest([accounts], ledger, quiet, HERE)
    found = ledger.accounts()
    ledger.keep_runs([msgspec.structs.replace(a, claims=()) for a in found], "older software")
    assert not any(a.claims for a in ledger.accounts())
    assert reread(ledger, quiet, HERE).accounts == 2
    assert ledger.accounts() == found
    assert ledger.verify().faults == ()


def test_a_text_in_another_language_is_kept_unread_until_someone_says_english(
    ledger: Ledger, tmp_path: Path
) -> None:
    foreign = {"ref": "a", "text": FERRY, "language": "uk"}
    ingest([lines(tmp_path / "a.jsonl", foreign)], ledger, quiet, HERE)
    (account,) = ledger.accounts()
    assert account.claims == ()
    assert account.skipped[0].why.startswith("not read")
    assert reread(ledger, quiet, HERE).accounts == 0
    again = {"ref": "b", "text": FERRY, "language": "en-GB"}
    ingest([lines(tmp_path / "b.jsonl", again)], ledger, quiet, HERE)
    (account,) = ledger.accounts()
    assert any(isinstance(c.value, Toll) for c in account.claims)


def test_an_account_with_a_bad_date_is_read_and_dated_by_nothing(
    ledger: Ledger, tmp_path: Path
) -> None:
    told: list[str] = []
    bad = lines(tmp_path / "a.jsonl", {"ref": "a", "text": FERRY, "published": "23 Nov."})
    done = ingest([bad], ledger, lambda step: told.extend(step.doubts), HERE)
    assert (done.accounts, done.refused) == (1, 0)
    assert "published '23 Nov.' is neither a date" in told[0]
    computed = record(ledger)
    assert computed.captures[0].published == "23 Nov."
    assert [c for a in computed.accounts for c in a.claims if isinstance(c.value, Toll)]


def test_a_withdrawn_account_is_refused_and_leaves_the_record(
    ledger: Ledger, accounts: Path
) -> None:
    ingest([accounts], ledger, quiet, HERE)
    document = next(c.document for c in ledger.captures() if c.ref == "ferry")
    ledger.withdraw(document, decision("withdraw"))
    refused: list[str] = []
    done = ingest([accounts], ledger, lambda s: refused.extend(r.name for r in s.refused), HERE)
    assert (done.accounts, done.refused, refused) == (1, 1, ["ferry"])
    assert len(record(ledger).incidents) == 1


def test_an_unknown_policy_is_named(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="envelope"):
        record(ledger, "no such policy")


def killed_by_story(ledger: Ledger) -> dict[str, list[int | None]]:
    """Return the dead that each account alone gives, by reference."""
    computed = record(ledger)
    refs = {c.document: c.ref for c in computed.captures}
    return {
        refs[d]: [i.killed.low if i.killed else None for i in told] for d, told in computed.stories
    }


def killed_in_record(ledger: Ledger) -> list[int | None]:
    """Return the figures for the dead in all incidents."""
    tolls = [f for i in record(ledger).incidents for f in i.tolls]
    return sorted(f.low or 0 for f in tolls if f.outcome == "killed")


def test_what_a_person_rejects_is_counted_nowhere_and_what_is_right_everywhere(
    ledger: Ledger, accounts: Path
) -> None:
    ingest([accounts], ledger, quiet, HERE)
    assert killed_in_record(ledger) == [4, 9]
    tolls = [c for a in ledger.accounts() for c in a.claims if isinstance(c.value, Toll)]
    four, nine = sorted(tolls, key=lambda c: c.value.count.low)
    ledger.decide(decision("correct", four.id, value=killed(5)))
    assert killed_in_record(ledger) == [5, 9]
    assert killed_by_story(ledger)["ferry"] == [5]
    ledger.decide(decision("reject", nine.id))
    assert killed_in_record(ledger) == [5]
    assert 9 not in killed_by_story(ledger)["bazaar"]


def test_a_running_total_that_a_person_rejects_is_no_running_total(
    ledger: Ledger, tmp_path: Path
) -> None:
    siege = "At least 1,112 civilians have been killed in Kherson since the siege began."
    ingest([lines(tmp_path / "s.jsonl", {"ref": "s", "text": siege})], ledger, quiet, HERE)
    (running,) = record(ledger).series
    assert running.low == 1112
    ledger.decide(decision("reject", running.claims[0]))
    assert record(ledger).series == ()


# -- the record as last computed


def test_the_kept_record_is_the_one_computed_anew(ledger: Ledger, accounts: Path) -> None:
    ingest([accounts], ledger, quiet, HERE)
    first = current(ledger)
    assert current(ledger) == first == record(ledger)
    assert list(projection_faults(ledger)) == []


def test_the_record_is_computed_anew_after_a_decision(ledger: Ledger, accounts: Path) -> None:
    ingest([accounts], ledger, quiet, HERE)
    before = current(ledger)
    tolls = [c.id for a in before.accounts for c in a.claims if isinstance(c.value, Toll)]
    ledger.decide(decision("accept", tolls[0]))
    after = current(ledger)
    assert after.digest != before.digest
    assert [d.subjects for d in after.decisions] == [(tolls[0],)]


def test_a_kept_record_that_someone_altered_does_not_verify(ledger: Ledger, accounts: Path) -> None:
    ingest([accounts], ledger, quiet, HERE)
    genuine = current(ledger)
    db = ledger._db  # noqa: SLF001
    db.execute("DELETE FROM incidents")
    assert genuine.incidents
    assert current(ledger).incidents == ()
    db.execute("UPDATE told SET stories = ?", (msgspec.msgpack.encode(()),))
    assert list(projection_faults(ledger)) == [
        "the record kept in told is not the one that the claims give",
        "the record kept in incidents is not the one that the claims give",
    ]


def test_the_digest_is_that_of_the_record_and_of_nothing_else(
    ledger: Ledger, accounts: Path
) -> None:
    ingest([accounts], ledger, quiet, HERE)
    computed = record(ledger)
    assert record(ledger).digest == computed.digest
    assert len(computed.digest) == 64
    early = record(ledger, before="2020-01-01")
    assert early.digest != computed.digest
    assert [c.ref for c in early.captures] == ["bazaar"]


# -- for Python


def test_the_record_is_open_to_python(tmp_path: Path, accounts: Path) -> None:
    with Ledger.open(tmp_path / "own.db", create=True) as own:
        ingest([accounts], own, quiet, HERE)
        computed: Record = current(own)
    opened = cenotaph.Record.open(tmp_path / "own.db")
    assert opened.incidents() == computed.incidents
    assert (opened.digest, opened.policy) == (computed.digest, computed.policy)
    (figure,) = [
        f for i in opened.incidents() for f in i.tolls if f.outcome == "killed" and f.low == 4
    ]
    (claim,) = [opened.claim(c) for c in figure.claims]
    assert opened.quotes(figure.claims) == (opened.quote(claim),)
    assert "Four people were killed" in opened.quote(claim)
    assert opened.sentence(claim) == "Four people were killed, the port captain said."
    assert {c.ref for c in opened.captures()} == {"ferry", "bazaar"}
    assert len(opened.accounts()) == 2
