"""Releases: frozen whole, never replaced, checked whenever they are read."""

from __future__ import annotations

import gzip
import hashlib
import json
import resource
import shutil
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import pytest
import yaml

from cenotaph import releasing, software
from cenotaph.cli import main
from cenotaph.config import load
from cenotaph.errors import UsageError
from cenotaph.store import SCHEMA, Ledger
from frozen import FIRST, SECOND, dead, decide, decoded, document, read, record

SCHEMAS = Path(__file__).parent / "schemas"
HOUR = "2024-06-01T12:00:00+00:00"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("filled") / "cenotaph.db"
    read(ledger, {**FIRST, **SECOND})
    return ledger


@pytest.fixture
def ledger(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "cenotaph.db"
    shutil.copy(filled, here)
    monkeypatch.setenv("CENOTAPH_LEDGER", str(here))
    monkeypatch.setenv("CENOTAPH_REVIEWER", "R. Adeyemi")
    return here


def made(ledger: Path, name: str = "v1", *words: str) -> Path:
    assert main(["release", name, *words]) == 0
    return ledger.parent / "releases" / name


def rows(release: Path, name: str) -> list[dict[str, object]]:
    with gzip.open(release / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def words(release: Path) -> str:
    """Return everything that a release says, unpacked."""
    return "".join(
        (gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes()).decode()
        for p in sorted(release.iterdir())
    )


def test_a_release_holds_the_record_and_says_what_it_was_made_of(ledger: Path) -> None:
    decide("accept", dead(record(ledger), "mine"))
    now = record(ledger)
    release = made(ledger)
    facts = json.loads((release / "release.json").read_text("utf-8"))
    assert facts["record"] == now.digest
    assert (facts["name"], facts["policy"], facts["names"]) == ("v1", "envelope/1", False)
    assert facts["software"] == {
        "version": software.version(),
        "digest": software.software_digest(),
        "model": software.model_digest(),
        "gazetteer": software.gazetteer_digest(),
    }
    with Ledger.open(ledger) as opened:
        links, head = opened.chained()
    assert facts["ledger"] == {"schema": SCHEMA, "links": links, "head": head}
    assert [row["id"] for row in rows(release, "incidents")] == [i.id for i in now.incidents]
    assert [row["id"] for row in rows(release, "cumulative")] == [s.id for s in now.series]
    live = [c.id for a in now.accounts for c in a.claims]
    assert [row["id"] for row in rows(release, "claims")] == live
    assert [row["claim"] for row in rows(release, "sentences")] == live
    assert [row["id"] for row in rows(release, "decisions")] == [d.id for d in now.decisions]
    for name, told in facts["files"].items():
        body = gzip.decompress((release / f"{name}.gz").read_bytes())
        assert (body.count(b"\n"), hashlib.sha256(body).hexdigest()) == (
            told["rows"],
            told["sha256"],
        )
        assert all(json.loads(line)["record"] == now.digest for line in body.splitlines())


def test_the_checksums_are_those_that_sha256sum_reads_and_name_every_file(ledger: Path) -> None:
    release = made(ledger)
    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=release, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    named = {line.removesuffix(": OK") for line in checked.stdout.splitlines()}
    assert named | {"SHA256SUMS"} == {p.name for p in release.iterdir()}
    assert {stat.S_IMODE(p.stat().st_mode) for p in release.iterdir()} == {0o600}


def test_the_same_record_at_the_same_hour_gives_the_same_bytes(
    ledger: Path, tmp_path: Path
) -> None:
    found = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        wanted = releasing.Wanted(str(ledger), HOUR, folder, load(None))
        path, _ = releasing.release("v1", wanted, releasing.DataSet())
        found.append({p.name: p.read_bytes() for p in path.iterdir()})
    assert found[0] == found[1]


def test_a_release_is_never_replaced(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release = made(ledger)
    before = {p.name: p.read_bytes() for p in release.iterdir()}
    decide("reject", dead(record(ledger), "mine"))
    assert main(["release", "v1"]) == 2
    assert "there is a release v1 already" in capsys.readouterr().err
    assert main(["publish", "chart", "-o", str(release)]) == 2
    assert {p.name: p.read_bytes() for p in release.iterdir()} == before


@pytest.mark.parametrize("name", ["now", "", "../v1", "a b", ".v1", "-", "v/1", "a" * 65, "é"])
def test_a_name_that_could_not_be_found_again_is_refused(ledger: Path, name: str) -> None:
    wanted = releasing.Wanted(str(ledger), HOUR, ledger.parent / "releases", load(None))
    with pytest.raises(UsageError, match="names no release"):
        releasing.release(name, wanted, releasing.DataSet())
    assert not (ledger.parent / "releases").exists()


def test_names_are_in_a_release_that_was_asked_for_with_names_alone(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("accept", dead(record(ledger), "later"))
    with_names, without = made(ledger, "named", "--names"), made(ledger, "v1")
    for name in ("Taras", "Ponomar", "R. Adeyemi"):
        assert name in words(with_names)
        assert name not in words(without)
    assert "[name withheld]" in words(without)
    capsys.readouterr()
    assert main(["diff", "named", "now"]) == 2
    told = capsys.readouterr()
    assert "--names" in told.err
    assert "Ponomar" not in told.out
    assert main(["diff", "named", "now", "--names"]) == 0


def test_a_release_under_a_profile_is_compared_under_it_and_gives_nothing_else_away(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide("accept", dead(record(ledger), "later"))
    now = record(ledger)
    release = made(ledger, "v1", "--profile", "public")
    told = words(release)
    facts = json.loads((release / "release.json").read_text("utf-8"))
    assert (facts["profile"], facts["names"]) == ("public", False)
    for secret in (
        "Ponomar", "Steppe Post", "ferry.txt", "read both", "R. Adeyemi",
        document(now, "ferry"), dead(now, "ferry"), now.incidents[0].id,
    ):  # fmt: skip
        assert secret not in told
    assert main(["diff", "v1", "now", "--json"]) == 0
    found = decoded(capsys.readouterr().out.splitlines()[-1])
    assert (found.incidents, found.after.profile) == ((), "public")
    decide("reject", dead(now, "ferry"))
    capsys.readouterr()
    assert main(["diff", "v1", "now"]) == 0
    told = capsys.readouterr().out
    assert "no longer: rejected by a person" in told
    assert "Ponomar" not in told
    assert "Delta Herald" not in told
    made(ledger, "plain")
    assert main(["diff", "v1", "plain"]) == 2
    assert "different profiles (public, none)" in capsys.readouterr().err
    (ledger.parent / "cenotaph.db.key").write_text("ab" * 32)
    assert main(["diff", "v1", "now"]) == 2
    assert "secret keys" in capsys.readouterr().err


def test_no_whole_text_is_in_a_release(ledger: Path) -> None:
    told = words(made(ledger))
    assert "Four people were killed, the captain said." in told
    assert "The river was calm" not in told


def test_where_a_release_goes_can_be_said(ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert main(["release", "v1", "-o", str(folder)]) == 0
    assert (folder / "v1" / "SHA256SUMS").is_file()
    assert not (ledger.parent / "releases").exists()
    assert main(["diff", str(folder / "v1"), "now"]) == 0
    assert main(["diff", "v1", "now", "--releases", str(folder)]) == 0


def test_an_unknown_release_is_told_with_those_that_are_known(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(ledger, "2024-06")
    made(ledger, "2024-07")
    capsys.readouterr()
    assert main(["diff", "2024-05", "now"]) == 2
    assert "no release '2024-05'" in (told := capsys.readouterr().err)
    assert "2024-06, 2024-07" in told


def changed(release: Path) -> None:
    path = release / "claims.jsonl.gz"
    body = bytearray(path.read_bytes())
    body[-1] ^= 1
    path.write_bytes(body)


def unsummed(release: Path) -> None:
    sums = (release / "SHA256SUMS").read_text().splitlines(keepends=True)
    kept = [line for line in sums if "claims.jsonl.gz" not in line]
    (release / "SHA256SUMS").write_text("".join(kept))


def resealed(release: Path, name: str, content: bytes) -> None:
    """Put other content into a file, with checksums that hold."""
    old = hashlib.sha256((release / name).read_bytes()).hexdigest()
    (release / name).write_bytes(content)
    sums = (release / "SHA256SUMS").read_text()
    (release / "SHA256SUMS").write_text(sums.replace(old, hashlib.sha256(content).hexdigest()))


def upside_down(release: Path) -> None:
    body = gzip.decompress((release / "incidents.jsonl.gz").read_bytes())
    other = body.replace(b'"low":4,"high":7', b'"low":7,"high":4')
    assert other != body
    resealed(release, "incidents.jsonl.gz", gzip.compress(other))


def later(release: Path) -> None:
    """Make a release of a layout that is not known, with checksums that hold."""
    facts = json.loads((release / "release.json").read_text("utf-8"))
    resealed(release, "release.json", json.dumps({**facts, "layout": 9}).encode())


def packed_wrongly(release: Path) -> None:
    resealed(release, "claims.jsonl.gz", b"not packed")


def listed(release: Path) -> None:
    resealed(release, "release.json", b"[]")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (changed, "claims.jsonl.gz: its SHA-256 is "),
        (lambda r: (r / "claims.jsonl.gz").unlink(), "claims.jsonl.gz: is missing"),
        (lambda r: (r / "SHA256SUMS").unlink(), "SHA256SUMS is missing"),
        (lambda r: (r / "SHA256SUMS").write_text("no sums\n"), "'no sums' is not a digest and"),
        (unsummed, "SHA256SUMS names no claims.jsonl.gz"),
        (later, "its layout is 9; this software reads 1"),
        (listed, "release.json is none"),
        (packed_wrongly, "claims.jsonl.gz: Not a gzipped file"),
        (upside_down, "incidents.jsonl: not the rows of one: "),
    ],
)
def test_what_is_damaged_is_told_by_its_file(
    ledger: Path, capsys: pytest.CaptureFixture[str], damage: object, told: str
) -> None:
    release = made(ledger)
    assert callable(damage)
    damage(release)
    capsys.readouterr()
    assert main(["diff", "v1", "now"]) == 1
    found = capsys.readouterr()
    assert told in found.err
    assert found.out == ""
    assert main(["verify"]) == 1
    assert told in capsys.readouterr().err


def test_a_ledger_is_verified_against_the_links_that_its_releases_noted(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(ledger)
    decide("accept", dead(record(ledger), "mine"))
    assert main(["verify"]) == 0  # what was added since changes nothing
    other = tmp_path / "other" / "cenotaph.db"
    other.parent.mkdir()
    read(other, SECOND)
    shutil.copytree(ledger.parent / "releases", other.parent / "releases")
    capsys.readouterr()
    assert main(["verify", "--ledger", str(other)]) == 1
    assert "release v1: link " in capsys.readouterr().err


def test_who_withdraws_is_told_which_releases_still_hold_the_words(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(ledger, "v1")
    found = record(ledger)
    assert main(["withdraw", document(found, "mine"), "--reason", "asked"]) == 0
    assert "hold sentences of it, or may: v1" in capsys.readouterr().err
    made(ledger, "v2")
    assert "farmers near Ituango" not in words(ledger.parent / "releases" / "v2")
    assert main(["withdraw", document(found, "mine"), "--reason", "asked"]) == 0
    assert "or may: v1\n" in capsys.readouterr().err


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond 64 KiB, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_nothing_half_made(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(ledger)  # is kept, so that what follows writes the release alone
    with full_disk():
        assert main(["release", "v1", "--title", "x" * (1 << 17)]) == 1
    assert "File too large" in capsys.readouterr().err
    assert not (ledger.parent / "releases").exists()
    made(ledger, "v1")
    with full_disk():
        assert main(["release", "v2", "--title", "x" * (1 << 17)]) == 1
    assert [p.name for p in (ledger.parent / "releases").iterdir()] == ["v1"]


SAID = (
    "--title", 'Deaths of the "long" winter: a record', "--by", "Inés Duarte & Co.",
    "--by", "Archive: North", "--license", "CC-BY-4.0",
)  # fmt: skip


@pytest.mark.parametrize("said", [(), SAID])
def test_the_metadata_are_what_the_schemas_of_datacite_and_cff_ask_for(
    ledger: Path, said: tuple[str, ...]
) -> None:
    release = made(ledger, "v1", *said)
    schema = json.loads((SCHEMAS / "datacite-v4.5.json").read_text("utf-8"))
    datacite = json.loads((release / "datacite.json").read_text("utf-8"))
    valid = jsonschema.Draft201909Validator(schema)
    assert list(valid.iter_errors(datacite)) == []
    assert list(valid.iter_errors({**datacite, "creators": []}))
    assert "doi" not in json.dumps(datacite).lower()
    assert {"date": "2022-11-21/2022-11-23", "dateType": "Other"}.items() <= datacite["dates"][
        1
    ].items()
    schema = json.loads((SCHEMAS / "citation-file-format-1.2.0.json").read_text("utf-8"))
    cff = yaml.safe_load((release / "CITATION.cff").read_text("utf-8"))
    valid = jsonschema.Draft7Validator(schema)
    assert list(valid.iter_errors(cff)) == []
    assert list(valid.iter_errors({**cff, "type": "record"}))
    assert cff["version"] == datacite["version"] == "v1"
    assert cff["title"] == datacite["titles"][0]["title"]
    if said:
        names = ["Inés Duarte & Co.", "Archive: North"]
        assert [a["name"] for a in cff["authors"]] == names
        assert [c["name"] for c in datacite["creators"]] == names
        assert cff["license"] == datacite["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"
    else:
        assert "license" not in cff
        assert datacite["creators"] == [{"name": "(:unav)"}]


@pytest.mark.parametrize(
    ("given", "cff_has", "datacite_has"),
    [
        ("ODbL-1.0", {"license": "ODbL-1.0"}, {"rightsIdentifier": "ODbL-1.0"}),
        ("CC-BY-NC-SA-3.0", {"license": "CC-BY-NC-SA-3.0"}, {"rightsIdentifierScheme": "SPDX"}),
        ("https://a.example/terms", {"license-url": "https://a.example/terms"}, {}),
        ("CC BY 4.0", {}, {"rights": "CC BY 4.0"}),
        ("ask the\x85archive", {}, {"rights": "ask the\x85archive"}),
    ],
)
def test_any_license_leaves_the_metadata_sound(
    ledger: Path, given: str, cff_has: dict[str, str], datacite_has: dict[str, str]
) -> None:
    """An id that SPDX does not list makes a CITATION.cff that no tool reads."""
    release = made(ledger, "v1", "--license", given, "--title", "One\x85two")
    cff = yaml.safe_load((release / "CITATION.cff").read_text("utf-8"))
    schema = json.loads((SCHEMAS / "citation-file-format-1.2.0.json").read_text("utf-8"))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(cff)) == []
    assert {k: v for k, v in cff.items() if k.startswith("license")} == cff_has
    datacite = json.loads((release / "datacite.json").read_text("utf-8"))
    schema = json.loads((SCHEMAS / "datacite-v4.5.json").read_text("utf-8"))
    assert list(jsonschema.Draft201909Validator(schema).iter_errors(datacite)) == []
    assert datacite_has.items() <= datacite["rightsList"][0].items()
