"""The commands of the contract, as a person or a program calls them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cenotaph import software
from cenotaph.cli import main
from cenotaph.gazetteer import shipped
from cenotaph.options import parser
from cenotaph.store import Ledger
from cenotaph.text import load_grammar

FERRY = "Shells hit a ferry at Kherson on Monday. Four people were killed, the port captain said.\n"
LATER = (
    "Seven people were killed when shells hit a ferry at Kherson on Monday, the governor said.\n"
)
FORMATS = ("documents", "annotations", "claims", "accounts", "incidents", "cumulative")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of a command, with two accounts in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CENOTAPH_LEDGER", raising=False)
    accounts = tmp_path / "accounts"
    accounts.mkdir()
    for name, text, day in (("a", FERRY, "2022-11-22"), ("b", LATER, "2022-11-24")):
        (accounts / f"{name}.txt").write_text(text)
        (accounts / f"{name}.txt.meta.json").write_text(json.dumps({"published": day}))
    return tmp_path


def read(*words: str) -> int:
    return main(["read", "accounts", "--workers", "0", *words])


def shell(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cenotaph.cli", *words],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.usefixtures("folder")
def test_reading_says_what_it_came_to_on_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert read() == 0
    told = capsys.readouterr()
    assert told.out == "2 accounts in cenotaph.db: 2 new documents, 2 new captures; 0 refused\n"
    assert told.err == ""
    assert read("-v") == 0
    told = capsys.readouterr()
    assert told.out == "2 accounts in cenotaph.db: 0 new documents, 0 new captures; 0 refused\n"
    assert told.err == "read: a.txt\nread: b.txt\n"


def test_what_is_refused_is_told_the_rest_is_done_and_the_status_is_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "accounts" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert read() == 1
    told = capsys.readouterr()
    assert told.out.startswith("2 accounts in cenotaph.db")
    assert told.err.startswith("refused: accounts/photo.jpg: no reader for '.jpg'; known: ")


@pytest.mark.usefixtures("folder")
def test_a_dash_is_json_lines_on_standard_input() -> None:
    done = shell(
        "read", "-", "--workers", "0", given=json.dumps({"text": FERRY, "ref": "x"}) + "\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    with Ledger.open("cenotaph.db") as ledger:
        assert [c.ref for c in ledger.captures()] == ["x"]


def test_the_ledger_is_where_the_environment_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CENOTAPH_LEDGER", str(folder / "other.db"))
    assert read() == 0
    assert (folder / "other.db").exists()
    assert not (folder / "cenotaph.db").exists()
    assert read("--ledger", "named.db") == 0
    assert (folder / "named.db").exists()


@pytest.mark.usefixtures("folder")
def test_a_ledger_on_a_server_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert read("--ledger", "postgresql://host/db") == 2
    assert "a ledger is a file" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_each_row_with_contract_and_record(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    read()
    capsys.readouterr()
    assert main(["publish", name]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows or name == "cumulative"
    for row in rows:
        assert list(row)[-2:] == ["contract", "record"]
        assert (row["contract"], len(row["record"])) == (1, 64)


def test_a_file_is_written_whole_and_for_its_owner_only(folder: Path) -> None:
    read()
    old = folder / "claims.jsonl"
    old.write_text("old")
    assert main(["publish", "claims", "-o", "claims.jsonl"]) == 0
    assert old.read_text().count('"contract":1') > 3
    assert not [p for p in folder.iterdir() if p.name.endswith(".part")]
    if os.name == "posix":
        assert oct(old.stat().st_mode & 0o777) == "0o600"


def test_a_file_that_cannot_be_written_leaves_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read()
    assert main(["publish", "claims", "-o", "missing/claims.jsonl"]) == 1
    assert "No such file or directory" in capsys.readouterr().err
    assert main(["publish", "claims", "-o", "accounts"]) == 2
    assert not list(folder.rglob("*.part"))


@pytest.mark.usefixtures("folder")
def test_output_says_which_names_and_texts_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    read()
    main(["publish", "claims"])
    assert "names of victims and private persons withheld" in capsys.readouterr().err
    main(["publish", "claims", "--names"])
    assert "names of victims and private persons printed, but minors'" in capsys.readouterr().err
    main(["publish", "documents"])
    assert "whole texts, with every name" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_the_same_record_is_published_byte_for_byte() -> None:
    read()
    first = shell("publish", "incidents")
    assert first.stdout == shell("publish", "incidents", "-o", "-").stdout != ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["publish", "telegram"], "no format 'telegram'; known: accounts"),
        (["publish", "claims", "--policy", "guess"], "envelope"),
        (["show", "--since", "yesterday"], "not a date; write it as 2022-03-10"),
        (["serve", "--no-browser", "--port", "99999"], "they go from 1 to 65535"),
    ],
)
def test_wrong_usage_is_told_with_what_would_be_right(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    read()
    assert folder.exists()
    assert main(words) == 2
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.err.startswith("cenotaph: ")


@pytest.mark.parametrize("words", [["reed"], ["read"], ["publish"], ["withdraw", "x"], ["--nope"]])
def test_words_that_are_no_command_are_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2


@pytest.mark.usefixtures("folder")
def test_a_missing_ledger_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show"]) == 1
    assert "cenotaph.db: no such ledger; `cenotaph read PATH" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_show_prints_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    read()
    capsys.readouterr()
    assert main(["show"]) == 0
    assert "Kherson" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_show_since_says_which_toll_moved_and_by_which_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    read()
    capsys.readouterr()
    assert main(["show", "--since", "2022-11-23"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "“Seven people were killed when shells hit a ferry at Kherson on Monday" in told
    assert main(["show", "--since", "2022-11-25"]) == 0
    assert capsys.readouterr().out == "Nothing new since 2022-11-25.\n"
    assert main(["show", "--since", "2022-01-01"]) == 0
    assert capsys.readouterr().out.startswith("New incidents: 1\n")


@pytest.mark.usefixtures("folder")
def test_verify_says_what_holds_and_exits_1_when_something_does_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    read()
    main(["show"])
    capsys.readouterr()
    assert main(["verify"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("2 documents, 2 captures, ")
    assert told.err == ""
    with Ledger.open("cenotaph.db") as ledger:
        ledger._db.execute("DROP TRIGGER found_kept")  # noqa: SLF001
    assert main(["verify"]) == 1
    assert "does not hold: found_kept: the ledger's schema was altered" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_withdraw_destroys_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    read()
    main(["show"])
    with Ledger.open("cenotaph.db") as ledger:
        document = next(c.document for c in ledger.captures() if c.ref == "a.txt")
    capsys.readouterr()
    assert main(["withdraw", document, "--reason", "asked by the family"]) == 0
    assert capsys.readouterr().out == f"withdrawn: {document}\n"
    assert b"port captain" not in Path("cenotaph.db").read_bytes()
    assert main(["verify"]) == 0
    assert read() == 1
    assert "refused: a.txt: was withdrawn; it is not read again" in capsys.readouterr().err
    main(["publish", "documents"])
    rows = {r["ref"]: r for r in map(json.loads, capsys.readouterr().out.splitlines())}
    assert (rows["a.txt"]["document"], rows["a.txt"]["text"]) == (document, None)
    assert rows["b.txt"]["text"] == LATER
    for name in (*FORMATS, "html", "table"):
        assert main(["publish", name]) == 0
        assert "port captain" not in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_reread_finds_nothing_new_with_the_same_software(
    capsys: pytest.CaptureFixture[str],
) -> None:
    read()
    capsys.readouterr()
    assert main(["reread", "--workers", "0"]) == 0
    assert capsys.readouterr().out == "0 documents read again; 0 could not be read\n"


@pytest.mark.usefixtures("folder")
def test_whoever_reads_our_output_may_stop_reading() -> None:
    read()
    with subprocess.Popen(
        [sys.executable, "-m", "cenotaph.cli", "publish", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as publishing:
        assert publishing.stdout is not None
        assert publishing.stderr is not None
        publishing.stdout.close()
        assert "Traceback" not in publishing.stderr.read()
        assert publishing.wait() == 0


def test_the_version_names_what_the_record_depends_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert list(facts) == ["software", "contract", "ledger_schema", "model", "gazetteer"]
    assert (facts["contract"], facts["ledger_schema"]) == (1, 6)
    assert len(facts["model"]) == len(facts["gazetteer"]) == 64
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"cenotaph {facts['software']}\n"


def test_the_versions_hashes_are_those_of_the_files() -> None:
    assert software.gazetteer_digest() == shipped().digest
    assert software.model_digest() == load_grammar().digest


def test_help_shows_every_verb_and_examples_at_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    for verb in ("read", "reread", "show", "publish", "serve", "verify", "withdraw", "demo"):
        assert f"\n    {verb} " in told
    examples = [line.strip() for line in told.splitlines() if line.startswith("  cenotaph ")]
    assert len(examples) > 5
    assert [line for line in told.splitlines() if len(line) > 80] == []


def test_every_example_in_the_help_is_a_command() -> None:
    epilog = parser().epilog or ""
    lines = [line.split("  ")[1] for line in epilog.splitlines() if line.startswith("  cenotaph")]
    assert lines
    for line in lines:
        parser().parse_args(shlex.split(line)[1:])


def test_without_words_it_shows_its_help_and_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: cenotaph" in capsys.readouterr().err


def test_the_demo_shows_its_record_and_where_the_page_is(folder: Path) -> None:
    """Every socket but loopback is shut in it, as in all that the suite starts."""
    done = shell("demo", "made")
    assert done.returncode == 0
    assert re.fullmatch(r"(?:[\d,]+ accounts read\n)*", done.stderr), done.stderr  # if slow
    page = folder / "made" / "record.html"
    assert page.as_uri() in done.stdout
    assert page.stat().st_size > 10_000
    assert "Kill" in done.stdout
    assert "made up" in done.stdout
    assert main(["verify", "--ledger", str(folder / "made" / "cenotaph.db")]) == 0
    again = shell("demo", "made")
    assert again.stdout == done.stdout


def test_importing_the_package_is_cheap() -> None:
    code = "import sys, cenotaph; print(*sorted(m for m in sys.modules if m.count('.') == 0))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "cenotaph" in loaded
    assert not {"spacy", "numpy", "msgspec", "sqlite3", "trafilatura"} & set(loaded)


WRECK = (
    "Nine people were killed when a bus crashed near Sumy on Monday, police said.\n\n"
    "In a separate attack on Sunday, gunmen shot dead two guards in Poltava.\n"
)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_accidents_are_kept_and_left_out_where_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "accounts" / "wreck.txt").write_text(WRECK)
    (folder / "accounts" / "wreck.txt.meta.json").write_text('{"published": "2022-11-22"}')
    read()
    for name in ("incidents", "accounts", "claims", "html"):
        whole = printed(capsys, "publish", name)
        less = printed(capsys, "publish", name, "--without", "accidents")
        assert len(less) < len(whole), name
        assert ("Nine people" if name in {"claims", "html"} else "Accident or disaster") in whole
        assert "Accident or disaster" not in less
        assert "Nine people" not in less
        assert "Poltava" in less, name
    assert "Sumy: accident" in printed(capsys, "show")
    less = printed(capsys, "show", "--without", "accidents")
    assert "Sumy" not in less
    assert "Left out: 1 incident without violence." in less
    new = printed(capsys, "show", "--since", "2022-11-20", "--without", "accidents")
    assert "Poltava" in new
    assert "Sumy" not in new


def test_what_else_may_be_left_out_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["show", "--without", "rain"])
    assert stopped.value.code == 2
    assert "accidents" in capsys.readouterr().err
