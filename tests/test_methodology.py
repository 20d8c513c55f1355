"""The note on how a record was made: what it counts, and that it keeps step with what was done."""

from __future__ import annotations

import io
import runpy
from importlib import resources
from pathlib import Path

import msgspec
import pytest

from cenotaph.cli import main
from cenotaph.disclosure import Disclosure
from cenotaph.methodology import Asked, Items, Made, Section, Table, markdown, note
from cenotaph.methodology.quality import measured
from cenotaph.model import ACCIDENT, OTHER_LANGUAGE, Record, Skipped, Victim
from cenotaph.pipeline import made, record
from cenotaph.publish import Options, exporter
from cenotaph.redaction import SHIPPED
from cenotaph.store import Ledger
from ledgers import decision, filled, received, told
from making import killed

ROOT = Path(__file__).parent.parent
SHELLS = told("Shells killed four people in Homs.", ("Shells killed four", killed(4)))
RAID = told("Raiders killed Omar Haddad.", ("killed Omar", Victim(outcome="killed", name="Omar")))


@pytest.fixture
def ledger() -> Ledger:
    return filled(":memory:", SHELLS, RAID)


def written(what: Record, options: Options | None = None) -> str:
    out = io.StringIO()
    exporter("methodology").write(what, out, options or Options())
    return out.getvalue()


def of(what: Record, title: str, by: Made | None = None, asked: Asked | None = None) -> str:
    """Return the lines of the section whose title begins so."""
    sections = note(what, what.incidents, by or Made(), asked or Asked())
    (section,) = (s for s in sections if s.title.startswith(title))
    return "\n".join(markdown("", (section,)))


def test_it_stands_in_the_five_areas_that_the_standards_name_and_two_more(ledger: Ledger) -> None:
    heads = [line[3:] for line in written(record(ledger)).splitlines() if line.startswith("## ")]
    assert heads[:7] == [
        "1. Types of sources used",
        "2. Collection",
        "3. Evaluation of sources and information",
        "4. Corroboration",
        "5. Quality control",
        "Definitions",
        "Inclusion and exclusion",
    ]


def test_sources_are_counted_by_kind_and_publisher_and_dated(ledger: Ledger) -> None:
    for kind, publisher, day in (("news", "Delta Herald", "2022-03-10"), ("ngo", None, "March")):
        fields = {"source_kind": kind, "published": day, "captured": "2022-04-01T08:00:00Z"}
        fields |= {"publisher": publisher} if publisher else {}
        text = told(f"Shells fell on {day}.")
        ledger.keep([(received(text, f"{kind}.txt", **fields), text)], "tests")
    found = of(record(ledger), "1.")
    assert "4 accounts were received: 4 documents" in found
    assert "| news media | 1 |" in found
    assert "| kind not told | 2 |" in found
    assert "| Delta Herald | 1 |" in found
    assert "3 accounts of no known publisher" in found
    assert "Published from 2022-03-10 to 2022-03-10; 3 without a day of publication." in found
    assert "Captured from 2022-04-01 to 2022-04-01 (2 accounts)." in of(record(ledger), "2.")


def test_who_reviewed_how_much_is_told_and_nobody_is_named_unless_asked(ledger: Ledger) -> None:
    before = of(record(ledger), "5.")
    assert "2 of 2 (100%) incidents rest on a machine's reading alone." in before
    assert "No person has decided anything." in before
    ledger.decide(decision("accept", SHELLS.claims[0].id))
    ledger.decide(decision("accept", RAID.claims[0].id, reviewer="Bea Lund"))
    found = of(record(ledger), "5.")
    assert "0 of 2 (0%) incidents rest on a machine's reading alone." in found
    assert "| reviewed: a person judged every claim | 2 |" in found
    assert "2 decisions of people" in found
    assert "| Reviewer 1 | accept | 1 |" in found
    assert "Lund" not in found
    named = of(record(ledger), "5.", asked=Asked(reviewers=True))
    assert "| Bea Lund | accept | 1 |" in named


def test_a_record_of_nothing_claims_nothing() -> None:
    with Ledger.open(":memory:", create=True) as empty:
        found = written(record(empty))
    assert "0 accounts were received" in found
    assert "No account tells when it was published." in found
    assert "There are no incidents." in found
    assert "(0%)" not in found


def test_settings_and_software_are_told_as_they_were(ledger: Ledger) -> None:
    by = made(ledger, "ucdp")
    assert by.links
    found = of(record(ledger, "ucdp"), "3.", by)
    assert "Counting policy: ucdp/1. It gives: lowest to highest reliable figure" in found
    assert "No publisher was set" in found
    set_ = msgspec.structs.replace(
        by,
        threshold=0.97,
        unreliable=("Gulf Post",),
        owners=(("Delta Herald", "Marsh Group"),),
    )
    found = of(record(ledger), "3.", set_)
    assert "below 0.97 feeds no figure: 1 of 1 claim of a toll." in found
    assert "Set as unreliable: Gulf Post." in found
    assert "Owners: Delta Herald of Marsh Group." in found
    assert f"| its code and data, digest | {by.digest} |" in of(record(ledger), "2.", by)
    assert f"{by.links} links and ended in `{by.head}`" in of(record(ledger), "5.", by)


def test_what_is_skipped_is_counted_by_reason(ledger: Ledger) -> None:
    text = "Ein Geschoss traf am Dienstag ein Haus in Homs und tötete dort vier Menschen."
    german = told(text)
    skip = Skipped(why=OTHER_LANGUAGE, start=0, end=len(text))
    german = msgspec.structs.replace(german, skipped=(skip,), claims=(), mentions=(), marks=())
    ledger.keep([(received(german, "de.txt"), german)], "tests")
    found = of(record(ledger), "2.")
    assert "Left out on purpose, each listed with its reason: 1 passage." in found
    assert "| not read: language | 1 |" in found


def test_what_was_left_out_of_the_output_is_told_with_its_number(ledger: Ledger) -> None:
    whole = record(ledger)
    first, *rest = whole.incidents
    crash = msgspec.structs.replace(first, event_type=ACCIDENT)
    whole = msgspec.structs.replace(whole, incidents=(crash, *rest))
    found = written(whole, Options(accidents=False))
    assert "This note is of 1 incident; 1 of the record left out:" in found
    assert "weather, disease (1)" in found
    assert "2 of 2" not in found
    assert "nothing was asked to be left out" in written(whole)
    assert "a person has not judged every claim (2)" in written(whole, Options(only_reviewed=True))


def test_figures_of_accuracy_are_those_that_the_bench_froze() -> None:
    script = runpy.run_path(str(ROOT / "scripts/measured.py"))
    kept = resources.files("cenotaph").joinpath("data", "measured.tsv").read_text("utf-8")
    assert kept == script["written"](), "run scripts/measured.py"
    assert len(measured()) == len(list(script["rows"]()))
    assert all(len(row) == 5 and 0 < float(row[2]) <= 1 for row in measured())


def test_a_profile_codes_publishers_in_settings_and_keeps_digests_of_the_ledger_back(
    ledger: Ledger,
) -> None:
    by = msgspec.structs.replace(
        made(ledger, "envelope"), unreliable=("Gulf Post",), owners=(("Gulf Post", "Marsh"),)
    )
    disclosed = Disclosure(profile=SHIPPED["public"], key=b"k" * 32)
    options = disclosed.options(Options(made=by), record(ledger))
    found = written(disclosed.record(record(ledger)), options)
    assert "Gulf Post" not in found
    assert "Set as unreliable: \\[publisher " in found
    assert by.head is not None
    assert by.head not in found
    assert "Ids and the record's digest are keyed here" in found
    assert "When accounts were captured is not told here." in found
    assert "Redacted by profile public" in found


def test_words_of_others_cannot_make_marks_of_their_own() -> None:
    section = Section(
        "A | B", ("a *b* <script> [x](y)\nc", Items(("`",)), Table(("h",), (("|",),)))
    )
    assert list(markdown("T", (section,))) == [
        "# T", "", "## A \\| B", "", "a \\*b\\* \\<script\\> \\[x\\](y) c", "", "* \\`", "",
        "| h |", "| --- |", "| \\| |",
    ]  # fmt: skip


def test_the_command_writes_it_with_the_ledgers_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.db"
    filled(path, SHELLS).close()
    assert main(["publish", "methodology", "--ledger", str(path)]) == 0
    found = capsys.readouterr().out
    assert found.startswith("# How this record was made\n")
    assert "The chain had " in found
    assert "grammar model, digest" in found
