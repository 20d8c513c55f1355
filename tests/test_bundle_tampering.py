"""Whoever changes anything in a bundle is found out; what is no bundle is refused."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bundles import WHOLE, faults, forged, members, packed, zipped
from cenotaph import bundle
from cenotaph.bundle import wrapping
from cenotaph.cli import main
from cenotaph.config import load
from cenotaph.errors import VerifyError
from cenotaph.store import Ledger


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(tmp_path_factory.mktemp("case"))


# Whoever changes it

Change = Callable[[dict[str, bytes]], object]


def _swap(name: str, old: bytes, new: bytes) -> Change:
    def change(contents: dict[str, bytes]) -> None:
        assert old in contents[name]
        contents[name] = contents[name].replace(old, new, 1)

    return change


def _text(old: bytes, new: bytes) -> Change:
    def change(contents: dict[str, bytes]) -> None:
        (name,) = [n for n in contents if n.startswith("texts/") and old in contents[n]]
        contents[name] = contents[name].replace(old, new, 1)

    return change


def _drop(start: str) -> Change:
    return lambda contents: contents.pop(next(n for n in contents if n.startswith(start)))


def _unnamed(name: str, new: bytes) -> Change:
    """Put other words into a published file, and take it out of what the bundle says it holds."""

    def change(contents: dict[str, bytes]) -> None:
        said = json.loads(contents["bundle.json"])
        del said["files"][name]
        contents.update({"bundle.json": json.dumps(said).encode(), name: new})

    return change


# What was done, with a list of hashes made anew, and what is said of it.
FORGERIES: dict[str, tuple[Change, str]] = {
    "a text": (_text(b"Three", b"Seven"), "its text is not the text that was received"),
    "bytes": (
        lambda c: c.update({next(n for n in c if n.startswith("raw/")): b"other"}),
        "are not those received",
    ),
    "a text removed": (_drop("texts/"), "its text is gone, and nobody withdrew it"),
    "bytes removed": (_drop("raw/"), "are gone, and nobody withdrew them"),
    "where a title ends": (
        _swap("ledger/words.jsonl", b'"title":15', b'"title":14'),
        "does not stand at",
    ),
    "a figure found": (
        _swap("ledger/words.jsonl", rb"\"low\":5", rb"\"low\":4"),
        "was changed after it was found",
    ),
    "a reason": (
        _swap("ledger/words.jsonl", b"counted four", b"counted nine"),
        "reason and value are not those that were given",
    ),
    "a reviewer": (
        _swap("ledger/decisions.jsonl", b"R. Adeyemi", b"A. Nother"),
        "was changed after it was recorded",
    ),
    "a link": (_swap("ledger/chain.jsonl", b'"captures"', b'"found"'), "does not follow from"),
    "the chain's end": (
        lambda c: c.update({"ledger/chain.jsonl": c["ledger/chain.jsonl"].rpartition(b"[4")[0]}),
        "chain",
    ),
    "a decision removed": (
        lambda c: c.update(
            {"ledger/decisions.jsonl": b"".join(c["ledger/decisions.jsonl"].splitlines(True)[:-1])}
        ),
        "was removed after it was recorded",
    ),
    "the head": (_swap("bundle.json", b'"head": "', b'"head": "0'), "links end in"),
    "the record's digest": (
        _swap("bundle.json", b'"record": "', b'"record": "0'),
        "is of another record",
    ),
    "a quote": (
        _swap("record/claims.jsonl", b"Five died", b"Nine died"),
        "record/claims.jsonl line .: its quote does not stand at text",
    ),
    "an offset": (_swap("record/claims.jsonl", b'"start":', b'"start":1'), "does not stand at"),
    "no offset": (_swap("record/claims.jsonl", b'"start":', b'"begin":'), "does not say where"),
    "a figure published": (
        _swap("record/incidents.jsonl", b'"low":5', b'"low":50'),
        "record/incidents.jsonl: is not what the ledger's rows give",
    ),
    "a page": (_swap("record/record.html", b"<title>", b"<title>The "), "record.html: is not what"),
    "a claim named": (
        _swap("record/incidents.jsonl", b'"claims":["', b'"claims":["0'),
        "names claims that are not in the ledger: 0",
    ),
    "a row that is no row": (
        _swap("record/claims.jsonl", b"{", b"["),
        "record/claims.jsonl line 1: cannot be read",
    ),
    "a row of the ledger that is none": (
        _swap("ledger/found.jsonl", b"[1,", b"[" * 3000),
        "ledger/found.jsonl line 1: cannot be read",
    ),
    "a number that no ledger holds": (
        _swap("ledger/found.jsonl", b"[1,", b"[99999999999999999999,"),
        "found 999999999999: no ledger holds this",
    ),
    "a row twice": (
        lambda c: c.update({"ledger/captures.jsonl": c["ledger/captures.jsonl"] * 2}),
        "no ledger holds this",
    ),
    "what it says to a person": (
        _swap("README.txt", b"whoever rewrites", b"nobody rewrites"),
        "README.txt: is not what this software writes there",
    ),
    "what it says of names": (
        _swap("bundle.json", b"hold every name", b"hold no name"),
        "bundle.json: is not what this software writes there",
    ),
    "a published file that is named no more": (
        _unnamed("record/methodology.md", b"# All was checked by hand\n"),
        "record/methodology.md: was slipped in; bundle.json does not name it",
    ),
    "what a claim is": (
        _swap("ledger/claims.jsonl", b'"Toll"', b'"Mention"'),
        "is not listed as a Toll of this document",
    ),
    "a row of nothing": (
        _swap("ledger/documents.jsonl", b"[", b"[]\n["),
        "documents: no ledger holds this",
    ),
    "the ids of a run": (
        _swap("ledger/found.jsonl", b'"[\\"', b'"[[],\\"'),
        "the ids that runs and decisions name cannot be read",
    ),
    "what of a decision lasts": (
        _swap("ledger/decisions.jsonl", rb"\"reviewer\"", rb"\"revealer\""),
        "cannot be read: Object contains unknown field `revealer`",
    ),
    "a text that is none": (
        lambda c: c.update(
            {
                "ledger/words.jsonl": re.sub(
                    rb'("kind":"text","id":"\w+","body":)null', rb'\1"x"', c["ledger/words.jsonl"]
                )
            }
        ),
        "what is stored of it cannot be read",
    ),
    "a table removed": (_drop("ledger/chain"), "ledger/chain.jsonl: is missing"),
    "a published file removed": (_drop("record/claims"), "record/claims.jsonl: is missing"),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_a_careful_forger_who_changed_it_is_found_out(
    made: Path, tmp_path: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change, said = FORGERIES[what]
    contents = members(made)
    change(contents)
    path = zipped(forged(contents), tmp_path / "b.zip")
    assert main(["verify", str(path)]) == 1
    told_of = capsys.readouterr().err
    assert re.search(said, told_of), told_of
    assert "Traceback" not in told_of


@pytest.mark.parametrize("name", ["bundle.json", "record/incidents.jsonl", "README.txt"])
def test_a_member_that_is_not_the_one_packed_is_named(
    made: Path, tmp_path: Path, name: str
) -> None:
    contents = members(made)
    contents[name] += b"\n"
    assert f"{name}: was changed" in faults(zipped(contents, tmp_path / "b.zip"))


def test_members_slipped_in_or_without_a_list_are_named(made: Path, tmp_path: Path) -> None:
    contents = members(made)
    more = {**contents, "record/more.jsonl": b"{}"}
    assert "record/more.jsonl: was slipped in" in faults(zipped(more, tmp_path / "a.zip"))
    del contents["SHA256SUMS"]
    assert "SHA256SUMS: is missing" in faults(zipped(contents, tmp_path / "b.zip"))
    odd = {**contents, "SHA256SUMS": b"no hash\n"}
    assert "SHA256SUMS line 1" in faults(zipped(odd, tmp_path / "c.zip"))


def test_a_record_by_other_software_is_not_computed_anew_and_that_is_said(
    made: Path, tmp_path: Path
) -> None:
    contents = members(made)
    manifest = json.loads(contents["bundle.json"])
    manifest["software"]["digest"] = "0" * 64
    contents["bundle.json"] = json.dumps(manifest).encode()
    found = bundle.check(zipped(forged(contents), tmp_path / "b.zip"))
    assert found.faults == ()
    assert "digest 000000000000" in (found.not_recomputed or "")
    assert "not computed anew:" in bundle.checked(tmp_path / "b.zip")[0]


def test_terms_of_ones_own_must_be_given_to_check_what_was_counted_by_them(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "cenotaph.toml"
    config.write_text("[counting]\nthreshold = 0.95\n")
    own = load(config)
    with Ledger.open(made.parent / "cenotaph.db") as ledger:
        bundle.write(ledger, bundle.Asked(str(tmp_path / "b.zip")), WHOLE, own)
    assert "--config" in (bundle.check(tmp_path / "b.zip").not_recomputed or "")
    assert main(["verify", str(tmp_path / "b.zip"), "--config", str(config)]) == 0
    assert "not computed anew" not in capsys.readouterr().out


# What is no bundle


def _refused(path: Path) -> str:
    with pytest.raises(VerifyError) as error:
        bundle.check(path)
    assert str(path) in str(error.value)
    return str(error.value)


def test_what_is_no_bundle_is_told_for_what_it_is(made: Path, tmp_path: Path) -> None:
    whole = made.read_bytes()
    plain = tmp_path / "a.txt"
    plain.write_text("no zip at all")
    assert "is not a bundle" in _refused(plain)
    plain.write_bytes(b"")
    assert "is not a bundle" in _refused(plain)
    for length in (len(whole) // 2, len(whole) - 30, 30):
        plain.write_bytes(whole[:length])
        assert "cut off or damaged" in _refused(plain)
    assert "is a ledger, not a bundle" in _refused(made.parent / "cenotaph.db")
    foreign = zipped({"README.txt": b"hello"}, tmp_path / "foreign.zip")
    assert "has no bundle.json" in _refused(foreign)
    assert "no member of such a name" in _refused(zipped({"hello.doc": b""}, tmp_path / "doc.zip"))


def test_a_bundle_of_a_newer_kind_or_an_unreadable_one_is_not_guessed_at(
    made: Path, tmp_path: Path
) -> None:
    contents = members(made)
    newer = {**contents, "bundle.json": b'{"bundle": 2, "new": true}'}
    assert "format 2" in _refused(zipped(newer, tmp_path / "a.zip"))
    for content in (b"{", b"[]", b'{"bundle": 1}', b"\xff", b"[" * 100_000):
        bad = {**contents, "bundle.json": content}
        assert "bundle.json: cannot be read" in _refused(zipped(bad, tmp_path / "b.zip"))


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/passwd", "raw/../../x", "texts\\x.txt", "record/", "C:/x.txt"]
)
def test_a_member_whose_name_leads_elsewhere_is_refused(
    made: Path, tmp_path: Path, name: str
) -> None:
    path = zipped({**members(made), name: b"x"}, tmp_path / "b.zip")
    assert "no member of such a name" in _refused(path)


def test_a_member_that_is_there_twice_is_refused(made: Path, tmp_path: Path) -> None:
    path = zipped(members(made), tmp_path / "b.zip")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("bundle.json", b"{}")
    assert "is there twice" in _refused(path)


def test_a_file_that_unpacks_to_far_more_than_it_is_is_not_unpacked(
    made: Path, tmp_path: Path
) -> None:
    bomb = zipped({**members(made), "record/bomb.jsonl": bytes(80 << 20)}, tmp_path / "b.zip")
    assert bomb.stat().st_size < 1 << 20
    assert "would unpack to" in _refused(bomb)


def test_a_member_damaged_on_the_way_is_named(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        info = archive.getinfo("record/claims.jsonl")
    whole = bytearray(made.read_bytes())
    at = info.header_offset + info.compress_size // 2
    whole[at : at + 8] = bytes(8)
    path = tmp_path / "b.zip"
    path.write_bytes(whole)
    assert "record/claims.jsonl: is damaged" in faults(path)


def _flipped(whole: bytes, at: int, path: Path) -> Path:
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    return path


def _is_missed(path: Path) -> bool:
    try:
        return not list(wrapping.faults(path))
    except zipfile.BadZipFile:
        return False


def test_a_byte_changed_around_a_member_is_found_wherever_it_stands(
    made: Path, tmp_path: Path
) -> None:
    whole = made.read_bytes()
    assert faults(made) == ""
    with zipfile.ZipFile(made) as archive:
        info, directory = archive.getinfo("record/claims.jsonl"), archive.start_dir
    first = info.header_offset
    around = [
        *range(first, first + 50 + len(info.filename)),  # its local header and what is added to it
        *range(directory, directory + 46),  # the directory's first entry
        *range(len(whole) - 22, len(whole)),  # the directory's end
    ]
    missed = [at for at in around if _is_missed(_flipped(whole, at, tmp_path / "b.zip"))]
    assert missed == []
    header, end = _flipped(whole, first + 14, tmp_path / "c.zip"), len(whole) - 22
    assert "claims.jsonl: what stands around it" in faults(header)
    late = (directory + 1).to_bytes(4, "little")  # so that members begin before the file
    (tmp_path / "d.zip").write_bytes(whole[: end + 16] + late + whole[end + 20 :])
    assert "it is damaged" in _refused(tmp_path / "d.zip")


def test_what_stands_between_members_or_behind_them_is_found(made: Path, tmp_path: Path) -> None:
    whole, path = made.read_bytes(), tmp_path / "b.zip"
    path.write_bytes(b"hidden" + whole)  # programs find the members of such a file too
    assert "not as it was packed" in faults(path)
    path.write_bytes(whole)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"hidden"
    assert "the end of the file is not as it was packed" in faults(path)


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / "none.zip")]) == 1
    assert "none.zip: No such file" in capsys.readouterr().err
