"""Questions and decisions in the terminal, on a ledger filled by the real reader."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import cenotaph
from cenotaph.cli import main
from cenotaph.model import Incident, Record, Toll
from cenotaph.pipeline import How, current, reread
from cenotaph.store import Ledger
from ledgers import filled as kept
from ledgers import told
from making import killed

LATER = (
    "Seven people were killed when shells hit a ferry at Kherson on Monday, the governor said."
    " Taras Ponomar, 31, a deckhand, was among the dead."
)
# One shelling as two tell it, who disagree on the dead; a raid on that day; an entry of a list.
ACCOUNTS = {
    "ferry": (
        "2022-11-22",
        "Delta Herald",
        "Shells hit a ferry at Kherson on Monday. Four people were killed, the captain said.",
    ),
    "later": (
        "2022-11-22",
        "Steppe Post",
        LATER,
    ),
    "depot": (
        "2022-11-22",
        "Sahel Courier",
        "Gunmen raided a bus depot in Bamako on Monday, killing at least two drivers.",
    ),
    "entry": ("2022-12-30", "Roll of Kherson", "Petro Savchuk, 58, mechanic. Ferry, 21 November."),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    lines = [
        {"ref": ref, "published": day, "publisher": publisher, "text": text, "language": "en"}
        for ref, (day, publisher, text) in ACCOUNTS.items()
    ]
    given = folder / "accounts.jsonl"
    given.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    ledger = folder / "cenotaph.db"
    assert main(["read", str(given), "--workers", "0", "--ledger", str(ledger)]) == 0
    return ledger


@pytest.fixture
def ledger(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the ledger, as the one that commands use."""
    here = tmp_path / "cenotaph.db"
    shutil.copy(filled, here)
    monkeypatch.setenv("CENOTAPH_LEDGER", str(here))
    monkeypatch.setenv("CENOTAPH_REVIEWER", "R. Adeyemi")
    return here


def record(ledger: Path) -> Record:
    with Ledger.open(ledger) as opened:
        return current(opened)


def again(ledger: Path) -> Record:
    """Return the record once all is read anew, by what calls itself other software."""
    with Ledger.open(ledger) as opened:
        runs = opened.accounts()
        found = [a for a in runs if all(c.extractor != "person" for c in a.claims)]
        opened.keep_runs(found, "other software")
        reread(opened, lambda _: None, How(workers=0))
        assert opened.verify().faults == ()
        return current(opened)


def incident(found: Record, ref: str) -> Incident:
    return next(i for i in found.incidents if ref in i.refs)


def figures(found: Record, ref: str) -> dict[str, tuple[int | None, int | None, int | None]]:
    tolls = incident(found, ref).tolls
    return {t.outcome: (t.low, t.high, t.best) for t in tolls if not t.people.roles}


def dead(found: Record, ref: str) -> str:
    """Return the id of the figure of the dead that an account gives."""
    documents = {c.document for c in found.captures if c.ref == ref}
    return next(
        c.id
        for a in found.accounts
        if a.document.id in documents
        for c in a.claims
        if isinstance(c.value, Toll) and c.value.outcome == "killed" and c.part_of is None
    )


def decide(*words: str) -> int:
    return main(["decide", *words, "--reason", "read both"])


def last(out: str) -> str:
    """Return the id of the decision that a command printed."""
    return re.findall(r"decided: [\w-]+, (\w{32})", out)[-1]


def test_the_example_has_something_to_decide(ledger: Path) -> None:
    found = record(ledger)
    assert incident(found, "ferry") == incident(found, "later")
    assert figures(found, "ferry")["killed"] == (4, 7, None)
    assert incident(found, "ferry").tolls[0].status == "contested"
    assert incident(found, "depot") != incident(found, "ferry")


def test_every_judgement_of_a_figure_binds_after_rereading_and_can_be_undone(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = record(ledger)
    four = dead(first, "ferry")
    for words, expected, judged in (
        (("accept", four), (4, 7, 4), "accepted"),
        (("reject", four), (7, 7, 7), "rejected"),
        (("correct", four, "--low", "7"), (7, 7, 7), "corrected"),
        (("correct", four, "--outcome", "injured"), (7, 7, 7), "corrected"),
    ):
        assert decide(words[0], words[1][:10], *words[2:]) == 0
        made = last(capsys.readouterr().out)
        for found in (record(ledger), again(ledger)):
            assert figures(found, "ferry")["killed"] == expected
            assert judged in {"accepted", "rejected", "corrected"}
            assert made in incident(found, "ferry").decisions
        assert decide("undo", made[:8]) == 0
        back = record(ledger)
        assert back.stories == first.stories
        strip = {"decisions": ()}
        assert [msgspec.structs.replace(i, **strip) for i in back.incidents] == [
            msgspec.structs.replace(i, **strip) for i in first.incidents
        ]


def test_the_later_judgement_holds(ledger: Path) -> None:
    four = dead(record(ledger), "ferry")
    for verdict in ("accept", "reject", "accept"):
        assert decide(verdict, four) == 0
    assert figures(record(ledger), "ferry")["killed"] == (4, 7, 4)


def test_incidents_are_parted_and_joined_by_any_id_they_ever_had(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = record(ledger)
    ferry, later = (
        next(
            m.id for a in first.accounts if a.document.text == ACCOUNTS[ref][2] for m in a.mentions
        )
        for ref in ("ferry", "later")
    )
    old = {m for i in first.incidents for m in (i.id, *i.aliases)}
    assert decide("different", ferry, later) == 0
    assert "Parted:" in capsys.readouterr().out
    for found in (record(ledger), again(ledger)):
        assert incident(found, "ferry") != incident(found, "later")
    depot = incident(first, "depot").id
    assert decide("same", incident(record(ledger), "later").id[:12], depot) == 0
    assert "Joined:" in capsys.readouterr().out
    found = again(ledger)
    assert incident(found, "later") == incident(found, "depot") != incident(found, "ferry")
    # Every id that was ever published leads to the one incident that holds it now.
    homes = [m for i in found.incidents for m in (i.id, *i.aliases)]
    assert len(homes) == len(set(homes))
    assert old <= set(homes)
    opened = cenotaph.Record.open(ledger)
    assert {opened.incident(m).id for m in old} <= {i.id for i in found.incidents}
    with pytest.raises(KeyError):
        opened.incident("0" * 32)
    for alias in sorted(old):
        assert main(["show", alias]) == 0
        assert f"id {next(i.id for i in found.incidents if alias in (i.id, *i.aliases))}" in (
            capsys.readouterr().out
        )


def test_a_list_entry_is_claimed_whole_and_hangs_on_the_incident_it_is_joined_to(
    ledger: Path,
) -> None:
    assert decide("add", "entry", "--kind", "victim", "--name", "Petro Savchuk", "--age", "58",
                  "--outcome", "killed", "--about", "new") == 0  # fmt: skip
    added = incident(record(ledger), "entry")
    assert [v.name for v, _ in added.victims] == ["Petro Savchuk"]
    assert decide("same", added.id, incident(record(ledger), "ferry").id) == 0
    for found in (record(ledger), again(ledger)):
        names = {v.name for v, _ in incident(found, "ferry").victims}
        assert names >= {"Petro Savchuk", "Taras Ponomar"}


def test_a_claim_is_added_by_its_words_and_undone(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("add", "depot", "--kind", "target", "--name", "depot", "--category", "transport")
    assert decide(*words, "--words", "a bus depot") == 0
    made = last(capsys.readouterr().out)
    found = again(ledger)
    (claim,) = [c for a in found.accounts for c in a.claims if c.extractor == "person"]
    assert claim.id in {c for t in incident(found, "depot").targets for c in t.claims}
    assert decide("undo", made) == 0
    assert all(c.extractor != "person" for a in record(ledger).accounts for c in a.claims)


def test_copies_count_as_one_source_when_a_person_says_so(ledger: Path) -> None:
    assert incident(record(ledger), "ferry").independent_sources == 2
    assert decide("copy", "later", "ferry") == 0
    found = again(ledger)
    assert incident(found, "ferry").independent_sources == 1
    documents = {c.ref: c.document for c in found.captures}
    assert found.copies_of == ((documents["later"], documents["ferry"]),)
    assert decide("not-copy", "later", "ferry") == 0
    assert incident(record(ledger), "ferry").independent_sources == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("accept", "ffffffff"), r"no claim .* 'ffffffff'; the nearest are \w{12}"),
        (("accept", "f"), "too short"),
        (("same", "{dead}"), "same takes two or more ids; 1 were given"),
        (("same", "{dead}", "{dead}"), "two of the ids name the same thing"),
        (
            ("accept", "{incident}"),
            "is a mention, and a claim is wanted here; the claims that hang",
        ),
        (("copy", "{dead}", "ferry"), "is a claim, and a document is wanted here"),
        (("correct", "{dead}"), "a toll is corrected by --outcome"),
        (("correct", "{dead}", "--low", "9", "--high", "3"), "does not fit a toll"),
        (("correct", "{dead}", "--outcome", "slain"), "does not fit a toll"),
        (("correct", "{dead}", "--party", "Army"), "--party: a toll has no such thing"),
        (("correct", "{dead}", "--value", "{"), "not JSON"),
        (("accept", "{dead}", "--low", "3"), "accept takes no value"),
        (("add", "ferry"), "--kind toll"),
        (("add", "ferry", "--kind", "toll", "--outcome", "killed"), "add says where it stands|600"),
        (
            ("add", "ferry", "--kind", "weapon", "--name", "x", "--words", "cannon"),
            "does not stand",
        ),
        (("add", "ferry", "--kind", "weapon", "--name", "x", "--words", "e"), "times: say which"),
        (("undo", "{dead}"), "is a claim, and a decision is wanted here"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_what_would_be_right(
    ledger: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = record(ledger)
    known = {"{dead}": dead(found, "ferry"), "{incident}": incident(found, "depot").id}
    if words[:2] == ("add", "ferry") and "--words" not in words and "--kind" in words:
        words = (*words, "--start", "600", "--end", "610")
    assert decide(*(known.get(w, w) for w in words)) == 2
    assert re.search(told, capsys.readouterr().err)
    assert record(ledger).decisions == ()


def test_who_decides_and_why_must_be_said(
    ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    four = dead(record(ledger), "ferry")
    assert main(["decide", "accept", four]) == 2
    assert "--reason" in capsys.readouterr().err
    monkeypatch.delenv("CENOTAPH_REVIEWER")
    assert decide("accept", four) == 2
    assert "--reviewer" in capsys.readouterr().err


def test_two_readings_in_one_sentence_are_each_shown_with_the_letter_that_chooses_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "torn.db"
    words = "Shells killed seven people in Orikhiv on 9 March 2022, of whom nine were drivers."
    parted = told(words, ("killed seven people", killed(7)), ("nine were drivers", killed(9)))
    kept(path, parted).close()
    assert main(["questions", "--ledger", str(path), "--kind", "reading"]) == 0
    printed = capsys.readouterr().out
    shown = re.findall(
        r"^     ([a-z]) “.*?claim \w+, toll of (\d) killed", printed, re.MULTILINE | re.DOTALL
    )
    for one, other in zip(shown[::2], shown[1::2], strict=True):
        assert (one[0], other[0]) == ("a", "b")
        assert {one[1], other[1]} == {"7", "9"}
    assert shown


def test_questions_fit_the_terminal_and_withhold_names(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ledger.exists()
    assert main(["questions", "--limit", "50"]) == 0
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 80
    assert "Delta Herald, 2022-11-22, ferry" in printed
    assert "Steppe Post, 2022-11-22, later" in printed
    assert main(["questions", "--json", "--kind", "reading"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["kind"] for row in rows} == {"reading"}
    assert {e["source"] for e in rows[0]["evidence"]} >= {"Delta Herald, 2022-11-22, ferry"}
    assert main(["questions", "--kind", "riddle"]) == 2
    assert "known: merge, reading" in capsys.readouterr().err
    ferry = incident(record(ledger), "ferry").id
    for names, shown in (([], False), (["--names"], True)):
        assert main(["show", ferry, *names]) == 0
        assert ("Ponomar" in capsys.readouterr().out) == shown


def typed(keys: str, *words: str) -> str:
    """Return what `decide` prints when these keys come through a pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "cenotaph.cli", "decide", *words],
        input=keys,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_questions_are_answered_with_one_key_each_through_a_pipe(ledger: Path) -> None:
    out = typed("?a", "--kind", "reading")
    assert "'?' answers nothing here" in out
    assert "a is right: decision" in out
    assert re.search(r"killed: 4 to 7 \(contested.*\) -> 4 to 7 \(contested, best \d", out)
    assert out.endswith("Answers that hold: 1.\n")
    assert [d.verdict for d in record(ledger).decisions] == ["accept"]
    assert [d.reviewer for d in record(ledger).decisions] == ["R. Adeyemi"]
    # Answered: it does not come back. Undone at once, it does.
    assert "reading" not in [q.kind for q in record(ledger).questions]


def test_an_answer_taken_back_is_asked_again_and_may_be_given_again(ledger: Path) -> None:
    before = record(ledger).questions
    typed("auq", "--kind", "reading")
    assert record(ledger).questions == before
    typed("auaq", "--kind", "reading")
    assert [d.verdict for d in record(ledger).decisions] == [
        "accept", "undo", "accept", "undo", "accept",
    ]  # fmt: skip
    assert "reading" not in [q.kind for q in record(ledger).questions]


def test_a_terminal_hands_over_each_key_at_once(ledger: Path) -> None:
    """No line end is typed: a terminal in its usual mode would wait for one."""
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "cenotaph.cli", "decide", "--kind", "reading"]
    with subprocess.Popen(command, stdin=terminal, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while "[q] quit" not in process.stdout.readline():
            pass
        os.write(controller, b"b")
        while "Nothing more" not in (line := process.stdout.readline()):
            assert line
        os.write(controller, b"q")
        assert process.wait(60) == 0
    os.close(controller)
    os.close(terminal)
    assert [d.verdict for d in record(ledger).decisions] == ["accept"]
