"""What people keep beside the record: codes, tags and notes, and what they hold of publishers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import msgspec
import openpyxl
import pytest

from cenotaph.cli import main
from cenotaph.config import load
from cenotaph.errors import StaleError, UsageError
from cenotaph.model import Publisher, Record, Remark, Remarked, Remarks, publishers
from cenotaph.pipeline import current, made, projection_faults, record
from cenotaph.redaction import redact
from cenotaph.redaction.profile import SHIPPED
from cenotaph.store import Ledger
from ledgers import decision
from test_desk import decide, figures, incident, last
from test_desk import filled as filled  # noqa: PLC0414 # a fixture
from test_desk import ledger as ledger  # noqa: PLC0414


def computed(ledger: Path) -> Record:
    with Ledger.open(ledger) as opened:
        found = current(opened)
        assert msgspec.json.encode(found) == msgspec.json.encode(record(opened))
        assert not list(projection_faults(opened))
        return found


def remarks(ledger: Path, ref: str) -> Remarks:
    found = computed(ledger)
    return Remarked(found.decisions, found.accounts).of(incident(found, ref))


def words(found: Remarks) -> list[str | None]:
    return [d.remark.words for d in found.notes if d.remark is not None]


# -- a code, tags and notes


def test_a_note_is_kept_about_an_incident_and_moves_nothing_in_it(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = computed(ledger)
    home = incident(before, "ferry")
    said = ("--code", "KH-7", "--tag", "ferry", "--tag", "Port", "--note", "Ask the harbor again.")
    assert main(["decide", "note", home.id[:10], *said]) == 0
    assert "The record is as it was." in capsys.readouterr().out
    after = computed(ledger)
    assert (after.incidents, after.series, after.stories) == (
        before.incidents, before.series, before.stories,
    )  # fmt: skip
    assert after.questions == before.questions
    found = Remarked(after.decisions, after.accounts).of(home)
    assert (found.codes, found.tags, words(found)) == (
        ("KH-7",), ("Port", "ferry"), ["Ask the harbor again."],
    )  # fmt: skip
    assert found.notes[0].reviewer == "R. Adeyemi"
    assert remarks(ledger, "depot") == Remarks()
    assert main(["show", home.id[:10]]) == 0
    out = capsys.readouterr().out
    assert "KH-7" in out
    assert "Ask the harbor again." in out


def test_a_later_code_and_later_tags_stand_instead_and_notes_beside(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = incident(computed(ledger), "ferry")
    for said in (
        ("--code", "A"), ("--tag", "one", "--tag", "two"), ("--note", "first"),
        ("--code", "B"), ("--untag", "ONE"), ("--note", "second"),
    ):  # fmt: skip
        assert main(["decide", "note", home.id, *said]) == 0
    second = last(capsys.readouterr().out)
    found = remarks(ledger, "ferry")
    assert (found.codes, found.tags, words(found)) == (("B",), ("two",), ["first", "second"])
    assert decide("undo", second) == 0
    assert words(remarks(ledger, "ferry")) == ["first"]
    assert main(["decide", "note", home.id, "--code", ""]) == 0
    assert remarks(ledger, "ferry").codes == ()
    assert incident(computed(ledger), "ferry") == home  # not even that decisions are about it


def test_remarks_go_with_their_mentions_when_incidents_are_joined_and_parted(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = computed(ledger)
    for ref, code in (("ferry", "F"), ("depot", "D")):
        home = incident(found, ref).id
        assert main(["decide", "note", home, "--code", code, "--tag", code.lower()]) == 0
    ferry, depot = (incident(found, r).id for r in ("ferry", "depot"))
    assert decide("same", ferry, depot) == 0
    joined = last(capsys.readouterr().out)
    both = remarks(ledger, "ferry")
    assert (both.codes, both.tags) == (("D", "F"), ("d", "f"))
    assert main(["decide", "note", depot, "--code", "FD"]) == 0  # instead of both
    assert remarks(ledger, "depot").codes == ("FD",)
    assert decide("undo", joined) == 0
    assert [remarks(ledger, r).codes for r in ("ferry", "depot")] == [("FD",), ("FD",)]
    assert [remarks(ledger, r).tags for r in ("ferry", "depot")] == [("f",), ("d",)]


def test_remarks_survive_another_reading(ledger: Path) -> None:
    home = incident(computed(ledger), "later")
    assert main(["decide", "note", home.id, "--code", "K", "--note", "stays"]) == 0
    with Ledger.open(ledger) as opened:
        documents = {c.document for c in opened.captures() if c.ref in ("ferry", "later")}
        moved = []
        for account in opened.accounts():
            if account.document.id in documents:  # each mention by its next words
                renamed = {m.id: "0" * 31 + str(n) for n, m in enumerate(account.mentions)}
                moved.append(
                    msgspec.structs.replace(
                        account,
                        mentions=tuple(
                            msgspec.structs.replace(
                                m, id=renamed[m.id], event=renamed.get(m.event, m.event)
                            )
                            for m in account.mentions
                        ),
                        claims=tuple(
                            msgspec.structs.replace(c, about=renamed.get(c.about or "", c.about))
                            for c in account.claims
                        ),
                    )
                )
        opened.keep_runs(moved[:1], "software of tomorrow")
    found = remarks(ledger, "later")
    assert (found.codes, words(found)) == (("K",), ["stays"])


def test_words_of_a_note_are_destroyed_with_the_account(ledger: Path) -> None:
    found = computed(ledger)
    home = incident(found, "depot")
    assert main(["decide", "note", home.id, "--note", "Told by Lina Moroz."]) == 0
    (document,) = home.accounts
    assert main(["withdraw", document, "--reason", "asked for"]) == 0
    assert b"Lina Moroz" not in ledger.read_bytes()
    with Ledger.open(ledger) as opened:
        assert opened.verify().faults == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((), "a note says something"),
        (("--code", "x" * 81), "at most 80 letters"),
        (("--tag", "a,b"), "no comma"),
        (("--untag", "port"), "no such tag; it has none"),
        (("--low", "3"), "takes no value"),
        (("--owner", "x"), "note takes no --owner; `source` does"),
        (("--note", "x" * 4_001), "at most 4,000 letters"),
    ],
)
def test_what_is_no_note_is_refused(
    said: tuple[str, ...], expected: str, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = incident(computed(ledger), "ferry")
    assert main(["decide", "note", home.id, *said]) == 2
    assert expected in capsys.readouterr().err


# -- what is held of publishers


def test_a_publisher_set_as_unreliable_feeds_no_figure_till_that_is_taken_back(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = computed(ledger)
    assert figures(first, "ferry")["killed"] == (4, 7, None)
    assert decide("source", "steppe  POST", "--reliable", "no") == 0
    one = last(capsys.readouterr().out)
    for policy in ("envelope", "ucdp"):
        with Ledger.open(ledger) as opened:
            grown, whole = current(opened, policy), record(opened, policy)
            assert msgspec.json.encode(grown) == msgspec.json.encode(whole)
            assert "unreliable: Steppe Post" in grown.policy
    assert figures(grown, "ferry")["killed"] == (4, 4, 4)  # by ucdp, which asks for reliable ones
    assert publishers(computed(ledger).decisions) == (
        Publisher(name="Steppe Post", reliable=False),
    )
    assert decide("source", "Steppe Post", "--reliable", "yes", "--owner", "Delta Group") == 0
    two = last(capsys.readouterr().out)
    assert decide("source", "Delta Herald", "--owner", "Delta Group") == 0
    three = last(capsys.readouterr().out)
    assert incident(computed(ledger), "ferry").independent_sources == 1  # one owner
    with Ledger.open(ledger) as opened:
        assert made(opened, "envelope").reliable == ("Steppe Post",)
        assert made(opened, "envelope").owners == (
            ("Delta Herald", "Delta Group"), ("Steppe Post", "Delta Group"),
        )  # fmt: skip
    assert decide("undo", two) == 0
    assert publishers(computed(ledger).decisions)[1] == Publisher(
        name="Steppe Post", reliable=False
    )
    for gone in (one, three):
        assert decide("undo", gone) == 0
    assert incident(computed(ledger), "ferry").independent_sources == 2


def test_what_is_decided_of_a_publisher_lies_over_what_a_file_sets(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cenotaph.toml"
    file.write_text('[publishers."Steppe Post"]\nreliable = false\nowner = "Delta Group"\n')
    config = load(file)
    with Ledger.open(ledger) as opened:
        assert "unreliable: Steppe Post" in current(opened, config=config).policy
    said = ("source", "Steppe Post", "--reliable", "unsaid", "--config", str(file))
    assert decide(*said) == 0
    with Ledger.open(ledger) as opened:
        assert current(opened, config=config).policy == (
            "envelope/1 (owners: Steppe Post of Delta Group)"  # what was not said stays
        )
    assert decide("source", "Steppe Post", "--reliable", "unsaid", "--config", str(file)) == 2
    assert "held of it already" in capsys.readouterr().err
    assert decide("source", "Stepe Post", "--reliable", "no") == 2
    assert "near it are Steppe Post" in capsys.readouterr().err


def test_who_did_not_see_the_last_word_on_a_publisher_is_told(ledger: Path, tmp_path: Path) -> None:
    shutil.copy(ledger, tmp_path / "other.db")
    with Ledger.open(tmp_path / "other.db") as opened:
        held = Publisher(name="Steppe Post", reliable=False)
        seen = opened.decide(decision("source", publisher=held)).seq
        later = Publisher(name="steppe post", owner="Delta Group")
        again = opened.decide(decision("source", publisher=later), seen=seen)
        for old in (
            decision("source", publisher=held, reason="again"),
            decision("undo", supersedes=again.id),
        ):
            with pytest.raises(StaleError, match="steppe post was decided about meanwhile"):
                opened.decide(old, seen=seen)
        opened.decide(
            decision("source", publisher=Publisher(name="Delta Herald", owner="x")), seen=seen
        )
        for wrong in (
            decision("source"),
            decision("source", "a" * 32, publisher=held),
            decision("accept", "a" * 32, publisher=held),
            decision("note", publisher=held, remark=Remark(code="x")),
        ):
            with pytest.raises(UsageError):
                opened.decide(wrong)
        assert opened.verify().faults == ()


def test_profiles_pass_on_neither_notes_nor_what_is_held_of_publishers(ledger: Path) -> None:
    home = incident(computed(ledger), "ferry")
    said = ("--code", "QX-41", "--tag", "grief", "--note", "Told by Lina Moroz of the yard.")
    assert main(["decide", "note", home.id, *said]) == 0
    assert decide("source", "Steppe Post", "--owner", "Ordo Holding", "--reliable", "yes") == 0
    found = computed(ledger)
    private = ("QX-41", "grief", "Moroz")
    for name, there, gone in (
        ("public", (), (*private, "Ordo")),
        ("partner", ("Ordo",), private),
        ("internal", (*private, "Ordo"), ()),
    ):
        passed = msgspec.json.encode(redact(found, SHIPPED[name], b"k" * 16)).decode()
        assert [w for w in (*private, "Ordo") if w in passed] == list(there), name
        assert not any(w in passed for w in gone)


def test_a_bundle_and_a_release_hold_what_is_held_of_publishers_and_no_note_without_names(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = incident(computed(ledger), "ferry")
    assert main(["decide", "note", home.id, "--note", "Told by Lina Moroz of the yard."]) == 0
    assert decide("source", "Steppe Post", "--owner", "Ordo Holding", "--reliable", "no") == 0
    assert main(["publish", "bundle", "--full-text", "-o", str(tmp_path / "b.zip")]) == 0
    assert main(["verify", str(tmp_path / "b.zip")]) == 0
    capsys.readouterr()
    assert main(["publish", "methodology"]) == 0
    assert "Steppe Post of Ordo Holding" in " ".join(capsys.readouterr().out.split())
    assert main(["release", "one", "-o", str(tmp_path / "releases")]) == 0
    kept = b"".join(p.read_bytes() for p in (tmp_path / "releases").rglob("*") if p.is_file())
    assert b"Ordo Holding" in kept
    assert b"Moroz" not in kept


def test_notes_are_published_with_names_and_codes_without(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = incident(computed(ledger), "ferry")
    said = ("--code", "QX-41", "--tag", "grief", "--note", "Told by Lina Moroz of the yard.")
    assert main(["decide", "note", home.id, *said]) == 0
    capsys.readouterr()
    for more, told in (((), False), (("--names",), True)):
        assert main(["publish", "notes", *more]) == 0
        (row,) = map(json.loads, capsys.readouterr().out.splitlines())
        assert (row["incident"], row["codes"], row["tags"]) == (home.id, ["QX-41"], ["grief"])
        assert row["notes"][0]["words"] == ("Told by Lina Moroz of the yard." if told else None)
        assert row["contract"] == 1
        book = tmp_path / "record.xlsx"
        assert main(["publish", "xlsx", "-o", str(book), "--no-evidence", *more]) == 0
        sheet = openpyxl.load_workbook(book)["Own notes"]
        cells = [c.value for c in list(sheet.rows)[1]]
        assert cells[2:4] == ["QX-41", "grief"]
        assert (cells[4] == "Told by Lina Moroz of the yard.") is told
    for name in ("csv", "incidents", "acled", "geojson"):
        assert main(["publish", name, "--no-evidence"]) == 0
        assert "QX-41" not in capsys.readouterr().out
