"""What differs between two releases of real ledgers, and nothing that does not."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
from pathlib import Path

import msgspec
import pytest

from cenotaph.cli import main
from cenotaph.releases.changes import Difference
from cenotaph.releases.difference import difference
from cenotaph.releases.folder import load
from cenotaph.releases.frozen import Frozen
from cenotaph.releases.masked import masked
from cenotaph.releases.rows import IncidentRow
from frozen import SECOND, dead, decide, decoded, document, grown, of, read, record

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


def compared(heard: Heard, *words: str) -> Difference:
    heard.readouterr()
    assert main(["diff", *words, "--json"]) == 0
    return decoded(heard.readouterr().out)


def kinds(found: Difference) -> dict[str, str]:
    """Return what became of each incident, by its title."""
    return {(*c.after, *c.before)[0].title: c.kind for c in found.incidents}


def test_more_accounts_make_new_incidents_and_move_the_figures_they_tell_of(
    ledger: Path, capsys: Heard
) -> None:
    found = compared(capsys, "v1", "v2")
    assert kinds(found) == {
        "Bombing (market) in Kano, 2022-11-23": "new",
        "Shelling (ship) in Kherson, 2022-11-21": "changed",
        "Attack (station) in Bamako, 2022-11-21": "changed",
    }  # nothing is told of the mine at Ituango: nothing about it differs
    assert found.notes == ()
    assert found.accounts.new == tuple(sorted(SECOND))
    assert found.accounts.gone == found.withdrawn == found.decisions == ()
    (toll,) = of(found, "Kherson").tolls
    assert [(f.low, f.high, f.status) for f in toll.before] == [(4, 4, "single-source")]
    assert [(f.low, f.high, f.status) for f in toll.after] == [(4, 7, "contested")]
    assert toll.moved
    assert sorted(c.low or 0 for c in toll.after[0].sides) == [4, 7]
    assert main(["diff", "v1", "v2"]) == 0
    assert "-> 7 against 4 (contested," in " ".join(capsys.readouterr().out.split())
    assert toll.left == ()
    (told,) = toll.entered
    assert (told.claim, told.ref) == (dead(record(ledger), "later"), "later")
    assert told.because == "in an account that is new"
    assert told.sentence.startswith("Seven people were killed when shells hit a ferry")
    assert [c.what for c in of(found, "Kherson").lists] == ["conflicts", "accounts"]
    assert of(found, "Kherson").lists[0].new[0].words.startswith("ranges apart: killed: 4")


@pytest.mark.usefixtures("ledger")
def test_an_incident_that_goes_by_another_id_is_not_gone_and_new(capsys: Heard) -> None:
    found = of(compared(capsys, "v1", "v2"), "Bamako")
    assert found.kind == "changed"
    assert found.before[0].id != found.after[0].id
    assert {t.what for t in found.tolls} == {"killed", "killed (driver)"}
    assert all(t.entered[0].ref == "early" for t in found.tolls)


@pytest.mark.usefixtures("ledger")
def test_a_running_total_that_grows_is_one_and_is_no_incident(capsys: Heard) -> None:
    found = compared(capsys, "v1", "v2")
    (running,) = found.running
    assert running.kind == "changed"
    assert [s.low for s in running.before] == [300]
    assert [s.low for s in running.after] == [340]
    assert [t.ref for t in running.entered] == ["toll"]
    assert not any("Mariupol" in title for title in kinds(found))


def test_an_account_that_is_a_copy_is_told_apart_from_a_new_source(
    ledger: Path, capsys: Heard
) -> None:
    found = compared(capsys, "v1", "v2")
    assert [(c.ref, c.before, c.after) for c in found.copies] == [("reprint", None, "market")]
    now = record(ledger)
    decide("not-copy", document(now, "reprint"), document(now, "market"))
    found = compared(capsys, "v2", "now")
    assert [(c.ref, c.before, c.after) for c in found.copies] == [("reprint", "market", None)]
    (toll,) = of(found, "Kano").tolls
    assert [f.sources for f in (*toll.before, *toll.after)] == [1, 2]
    assert (toll.entered, toll.left) == ((), ())  # the same sentences, counted as two sources
    assert of(found, "Kano").decisions == (found.decisions[0].id,)


def test_a_correction_names_what_it_replaces_and_the_decision(ledger: Path, capsys: Heard) -> None:
    four = dead(record(ledger), "ferry")
    decide("correct", four, "--low", "6", "--high", "6")
    found = compared(capsys, "v2", "now")
    (decision,) = found.decisions
    assert (decision.verdict, decision.reason, decision.reviewer) == ("correct", "read both", None)
    assert set(kinds(found).values()) == {"changed"}
    (toll,) = of(found, "Kherson").tolls
    assert [(f.low, f.high) for f in (*toll.before, *toll.after)] == [(4, 7), (6, 7)]
    assert [(t.claim, t.because, t.decision) for t in toll.left] == [
        (four, "corrected by a person", decision.id)
    ]
    (told,) = toll.entered
    assert (told.because, told.decision) == ("corrected by a person", decision.id)
    assert told.claim != four
    assert told.sentence == "Four people were killed, the captain said."
    review = {d.what: (d.before, d.after) for d in of(found, "Kherson").details}
    assert review == {"checked": ("by nobody", "partly, by a person")}


def test_what_is_rejected_leaves_the_figure_and_settles_the_conflict(
    ledger: Path, capsys: Heard
) -> None:
    four = dead(record(ledger), "ferry")
    decide("reject", four)
    change = of(compared(capsys, "v2", "now"), "Kherson")
    (toll,) = change.tolls
    assert [(t.claim, t.because) for t in toll.left] == [(four, "rejected by a person")]
    assert toll.entered == ()
    (conflicts,) = change.lists
    assert (conflicts.what, conflicts.new) == ("conflicts", ())
    assert conflicts.gone[0].words.startswith("ranges apart")


def test_what_was_decided_and_taken_back_changes_nothing_but_is_told(
    ledger: Path, capsys: Heard
) -> None:
    decide("reject", dead(record(ledger), "ferry"))
    made = re.findall(r"decided: reject, (\w+)", capsys.readouterr().out)[-1]
    assert main(["release", "v3"]) == 0
    decide("undo", made)
    found = compared(capsys, "v2", "now")
    assert found.incidents == ()
    assert [(d.verdict, d.takes_back) for d in found.decisions] == [
        ("reject", None),
        ("undo", made),
    ]
    (toll,) = of(compared(capsys, "v3", "now"), "Kherson").tolls
    assert [(t.because, t.decision) for t in toll.entered] == [
        ("a decision was taken back", found.decisions[1].id)
    ]


def test_what_a_person_parts_is_split_and_what_he_joins_is_merged(
    ledger: Path, capsys: Heard
) -> None:
    now = record(ledger)
    decide("different", dead(now, "ferry"), dead(now, "later"))
    decide("same", dead(now, "mine"), dead(now, "market"))
    found = compared(capsys, "v2", "now")
    split, merged = of(found, "Kherson"), of(found, "Ituango")
    assert (split.kind, len(split.before), len(split.after)) == ("split", 1, 2)
    assert sorted(f.low or 0 for b in split.after for f in b.tolls) == [4, 7]
    assert split.decisions == (found.decisions[0].id,)
    assert (merged.kind, len(merged.before), len(merged.after)) == ("merged", 2, 1)
    assert merged.decisions == (found.decisions[1].id,)
    assert len(found.incidents) == 2
    assert main(["release", "v3"]) == 0
    back = compared(capsys, "v3", "v2")
    assert sorted(c.kind for c in back.incidents) == ["merged", "split"]
    assert "shorter ledger" in back.notes[0]


@pytest.mark.parametrize("form", [(), ("--json",), ("--html",)])
def test_no_comparison_prints_words_of_what_was_withdrawn(
    ledger: Path, capsys: Heard, form: tuple[str, ...]
) -> None:
    found = document(record(ledger), "mine")
    assert main(["withdraw", found, "--reason", "asked by the family"]) == 0
    capsys.readouterr()
    assert main(["diff", "v2", "now", *form]) == 0
    told = capsys.readouterr().out
    assert "farmers near" not in told
    assert "the mayor said" not in told
    assert "asked by the family" in told
    assert "mine" in told
    if form == ("--json",):
        (change,) = decoded(told).incidents
        assert change.kind == "gone"
        assert decoded(told).withdrawn == ("mine",)
        assert {t.because for toll in change.tolls for t in toll.left} == {
            "its account was withdrawn"
        }


@pytest.mark.usefixtures("ledger")
def test_other_policies_and_terms_are_said_plainly(tmp_path: Path, capsys: Heard) -> None:
    found = compared(capsys, "v2", "now", "--policy", "ucdp")
    assert found.notes[0].startswith("The two count by different policies: envelope/1 before, ucdp")
    assert main(["release", "counted", "--policy", "ucdp"]) == 0
    assert compared(capsys, "counted", "now").notes == ()  # now is counted as what it is set to
    assert compared(capsys, "counted", "now").incidents == ()
    config = tmp_path / "cenotaph.toml"
    config.write_text('[publishers."Delta Herald"]\nreliable = false\n')
    notes = compared(capsys, "counted", "now", "--config", str(config)).notes
    assert [n.partition(":")[0] for n in notes] == [
        "The two count by different policies",
        "What the user set for counting differs",
    ]


@pytest.mark.usefixtures("ledger")
def test_a_release_differs_in_nothing_from_itself_and_from_the_record_it_froze(
    capsys: Heard,
) -> None:
    for words in (("v2", "v2"), ("v2", "now"), ("now", "now")):
        found = compared(capsys, *words)
        assert (found.incidents, found.running, found.copies, found.notes) == ((), (), (), ())
    assert main(["diff", "v2", "now"]) == 0
    assert "Nothing that is counted differs." in capsys.readouterr().out


@pytest.mark.usefixtures("ledger")
def test_read_backwards_what_was_new_is_gone(capsys: Heard) -> None:
    forth, back = compared(capsys, "v1", "v2"), compared(capsys, "v2", "v1")
    turned = {"new": "gone", "gone": "new", "changed": "changed"}
    assert [turned[c.kind] for c in back.incidents] != []
    assert {t: turned[k] for t, k in kinds(back).items()} == kinds(forth)
    assert {b.because for c in back.incidents for t in c.tolls for b in t.left} == {
        "in an account that is not there any more"
    }


def frozen(ledger: Path, name: str) -> Frozen:
    return load(ledger.parent / "releases" / name)


def reread(record: Frozen) -> Frozen:
    """Return the record as if each mention had been found by another word, the claims as before."""

    def other(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(i[::-1] for i in ids)

    def renamed(incident: IncidentRow) -> IncidentRow:
        return msgspec.structs.replace(
            incident, id=incident.id[::-1], aliases=other(incident.aliases)
        )

    claims = {
        c.id: msgspec.structs.replace(c, incident=c.incident and c.incident[::-1])
        for c in record.claims.values()
    }
    return record._replace(incidents=tuple(map(renamed, record.incidents)), claims=claims)


def test_incidents_whose_mentions_are_all_found_anew_are_known_by_their_claims(
    ledger: Path,
) -> None:
    before = frozen(ledger, "v2")
    assert difference(before, reread(before)).incidents == ()
    gone = reread(before)._replace(claims={})  # a trap: nothing is shared any more
    assert sorted(c.kind for c in difference(before, gone).incidents) == ["gone"] * 4 + ["new"] * 4


def test_a_claim_that_a_newer_reading_finds_or_loses_is_told_as_such(ledger: Path) -> None:
    before = frozen(ledger, "v2")
    kherson = next(i for i in before.incidents if "Kherson" in i.title)
    lost, kept = kherson.tolls[0].claims
    toll = msgspec.structs.replace(kherson.tolls[0], claims=(kept,), low=7)
    less = msgspec.structs.replace(kherson, tolls=(toll,))
    after = before._replace(
        incidents=tuple(less if i is kherson else i for i in before.incidents),
        claims={k: c for k, c in before.claims.items() if k != lost},
    )
    (change,) = difference(before, after).incidents
    assert [(t.claim, t.because) for t in change.tolls[0].left] == [
        (lost, "not found by the newer reading")
    ]
    (change,) = difference(after, before).incidents
    assert [(t.claim, t.because) for t in change.tolls[0].entered] == [
        (lost, "found by a newer reading")
    ]


def test_a_name_that_one_of_two_releases_withholds_is_printed_of_neither(ledger: Path) -> None:
    after = frozen(ledger, "v2")
    claim = next(c for c in after.sentences if "[name withheld]" in after.sentences[c])
    plain = after.sentences[claim].replace("[name withheld]", "Taras Ponomar")
    before = after._replace(sentences={**after.sentences, claim: plain})
    assert masked(before, after) == masked(after, before) == {"Taras Ponomar"}
    assert masked(after, after) == masked(before, before) == frozenset()


def test_an_older_release_that_has_a_name_gives_it_away_in_no_comparison(
    ledger: Path, capsys: Heard
) -> None:
    """It stands in words that only the older release still has, and was not withheld there."""
    sentences = ledger.parent / "releases" / "v2" / "sentences.jsonl.gz"
    sums = sentences.with_name("SHA256SUMS")
    body = gzip.decompress(sentences.read_bytes())
    known = body.replace(b"[name withheld], 31", b"Taras Ponomar, 31")
    said = known.replace(b"killed, the captain said", b"killed, Taras Ponomar said")
    assert body != known != said
    old = hashlib.sha256(sentences.read_bytes()).hexdigest()
    sentences.write_bytes(gzip.compress(said))
    new = hashlib.sha256(sentences.read_bytes()).hexdigest()
    sums.write_text(sums.read_text().replace(old, new))
    decide("correct", dead(record(ledger), "ferry"), "--low", "6")
    assert main(["release", "v3"]) == 0
    for later in ("v3", "now"):
        capsys.readouterr()
        assert main(["diff", "v2", later]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert "“Four people were killed, [name withheld] said.”" in told
        assert "Ponomar" not in told


def test_new_blame_leads_to_its_sentence(ledger: Path, capsys: Heard) -> None:
    told = (
        "Russian forces shelled a ferry at Kherson on Monday, killing seven people, the regional"
        " governor said."
    )
    read(ledger, {"blame": ("2022-11-23", "Odesa Wire", told)})
    lists = {listed.what: listed for listed in of(compared(capsys, "v2", "now"), "Kherson").lists}
    (fact,) = lists["blame"].new
    assert fact.words.startswith("blames Russia")
    assert [(c.ref, c.because) for c in fact.claims] == [("blame", "in an account that is new")]
    assert fact.claims[0].sentence == told
    assert [f.words for f in lists["accounts"].new] == ["blame"]
    assert main(["diff", "v2", "now"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert f"blame, new: {fact.words} Odesa Wire, 2022-11-23: “{told}”" in printed


def test_a_place_that_is_another_leads_to_the_claims_for_it(ledger: Path) -> None:
    before = frozen(ledger, "v2")
    kano = next(i for i in before.incidents if "Kano" in i.title)
    assert kano.place is not None
    other = msgspec.structs.replace(kano.place, name="Kaduna", claims=kano.place.claims[:1])
    moved = msgspec.structs.replace(kano, place=other)
    after = before._replace(incidents=tuple(moved if i is kano else i for i in before.incidents))
    (change,) = difference(before, after).incidents
    (fact,) = change.details
    assert (fact.what, fact.before, fact.after) == (
        "place",
        "Kano (NG, town)",
        "Kaduna (NG, town)",
    )
    assert [t.claim for t in fact.left] == list(kano.place.claims[1:])
    assert (change.tolls, change.lists) == ((), ())
