"""A WACZ file is read by its specification alone, and whoever changes it is found out."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from bundles import LOST, WHOLE, members, zipped
from cenotaph import bundle
from cenotaph.bundle import warc
from cenotaph.cli import main
from cenotaph.config import load
from cenotaph.model import Account, Capture, Received
from cenotaph.store import Ledger
from ledgers import FINDER, RAID, SHELL, decision, received, told
from making import killed

QUIET = told("Gunmen shot 3 at Alba. It was dawn.", ("shot 3", killed(3)))
PAGE = b"<html><p>Shell</p>\r\n\r\n\xff\x00</html>"  # no UTF-8, and line ends as in a header


def as_received(account: Account, ref: str, raw: bytes | None = None, **fields: str) -> Received:
    one = received(account, ref, **fields)
    if raw is None:
        return one
    capture = msgspec.structs.replace(one.capture, raw=hashlib.sha256(raw).hexdigest())
    return one._replace(raw=raw, capture=capture)


def write(ledger: Ledger, path: Path) -> bundle.Packed:
    return bundle.write(ledger, bundle.Asked(str(path), as_wacz=True), WHOLE, load(None))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    line = json.dumps({"text": RAID.document.text}).encode()
    batch = [
        as_received(
            SHELL,
            "shell.html",
            PAGE,
            url="https://News.example.org:8080/ä b?q=1\r\nWARC-Type: request",
            captured="2022-03-10T23:30:00-02:00",
            published="2022-03-09",
        ),
        as_received(RAID, "own-id", line, url="http://example.com/raid", published="2022-03-08"),
        as_received(QUIET, "quiet.txt", published="10 March", url="no address"),
        as_received(LOST, "lost.txt", url="https://example.net/Nader"),
    ]
    with Ledger.open(folder / "cenotaph.db", create=True) as ledger:
        ledger.keep(
            [(one, a) for one, a in zip(batch, (SHELL, RAID, QUIET, LOST), strict=True)], FINDER
        )
        ledger.decide(decision("accept", SHELL.claims[0].id))
        ledger.withdraw(LOST.document.id, decision("withdraw", LOST.document.id))
        assert write(ledger, folder / "case.wacz").undated == 1
    return folder / "case.wacz"


# Read by the specification


class Read(NamedTuple):
    offset: int
    length: int
    fields: dict[str, str]
    block: bytes


def read_warc(content: bytes) -> list[Read]:
    """Read a WARC file as ISO 28500 has it, each record a gzip member; anything else fails."""
    records, offset = [], 0
    while offset < len(content):
        member = zlib.decompressobj(31)
        whole = member.decompress(content[offset:])
        assert member.eof
        length = len(content) - offset - len(member.unused_data)
        head, between, rest = whole.partition(b"\r\n\r\n")
        assert between
        version, *lines = head.decode("utf-8").split("\r\n")
        assert version == "WARC/1.1"
        fields = {}
        for line in lines:
            match = re.fullmatch(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+): ([^\x00-\x1f\x7f]+)", line)
            assert match is not None, line
            assert match[1] not in fields
            fields[match[1]] = match[2]
        size = int(fields["Content-Length"])
        assert rest[size:] == b"\r\n\r\n"
        records.append(Read(offset, length, fields, rest[:size]))
        offset += length
    return records


def test_the_archive_is_read_by_the_standard_alone(made: Path) -> None:
    info, *rest = read_warc(members(made)["archive/data.warc.gz"])
    assert info.fields["WARC-Type"] == "warcinfo"
    assert info.fields["Content-Type"] == "application/warc-fields"
    assert info.fields["WARC-Date"] == "2022-03-08"  # of the first capture; no clock was asked
    assert "WARC-Target-URI" not in info.fields
    assert len({one.fields["WARC-Record-ID"] for one in (info, *rest)}) == 4  # LOST is gone
    for one in rest:
        digest = f"sha256:{hashlib.sha256(one.block).hexdigest()}"
        assert one.fields["WARC-Payload-Digest"] == digest
        assert re.fullmatch(r"<urn:uuid:[0-9a-f-]{36}>", one.fields["WARC-Record-ID"])
        assert re.fullmatch(r"[a-z]+:[!-~]+", one.fields["WARC-Target-URI"])
    by = {one.fields["Content-Type"]: one for one in rest}
    page, line, plain = by["text/html"], by["application/json"], by["text/plain"]
    assert page.block == PAGE
    assert page.fields["WARC-Type"] == "resource"
    assert page.fields["WARC-Date"] == "2022-03-11T01:30:00Z"
    assert "%0D%0AWARC-Type:%20request" in page.fields["WARC-Target-URI"]
    # a line of JSON is not what stood at that address
    assert (line.fields["WARC-Type"], line.fields["WARC-Date"]) == ("conversion", "2022-03-08")
    assert line.fields["Cenotaph-Dated"] == "published"
    raw = hashlib.sha256(QUIET.document.text.encode()).hexdigest()
    assert plain.fields["WARC-Target-URI"] == f"urn:sha256:{raw}"
    assert (plain.fields["WARC-Type"], plain.fields["Cenotaph-Dated"]) == ("resource", "unknown")


def test_each_line_of_the_index_leads_to_its_record(made: Path) -> None:
    contents = members(made)
    content = contents["archive/data.warc.gz"]
    records = {one.offset: one for one in read_warc(content)}
    lines = contents["indexes/index.cdxj"].splitlines(keepends=True)
    assert lines == sorted(lines)
    assert len(lines) == 3
    for line in lines:
        key, digits, where = line.decode().split(" ", 2)
        found = json.loads(where)
        one = records[found["offset"]]
        assert one.length == found["length"]
        alone = gzip.decompress(content[one.offset : one.offset + one.length])
        assert alone.startswith(b"WARC/1.1\r\n")
        fields = one.fields
        assert found["url"] == fields["WARC-Target-URI"]
        assert found["mime"] == fields["Content-Type"]
        assert found["digest"] == fields["WARC-Payload-Digest"]
        assert {"status", "filename"} <= set(found)
        assert digits.startswith(re.sub(r"\D", "", fields["WARC-Date"]))
        assert len(digits) == 14
        assert key == warc.searchable(found["url"])


@pytest.mark.parametrize(
    ("uri", "key"),
    [
        ("https://www.example.org/index.html", "org,example,www)/index.html"),  # the standard's own
        ("http://Example.org:8080/A?b=C", "org,example:8080)/a?b=c"),
        ("https://example.org", "org,example)"),
        ("urn:sha256:AB", "urn:sha256:ab"),
    ],
)
def test_an_address_is_turned_around_to_be_found(uri: str, key: str) -> None:
    assert warc.searchable(uri) == key


def test_the_pages_and_the_package_list_all_that_is_there(made: Path) -> None:
    contents = members(made)
    head, *pages = map(json.loads, contents["pages/pages.jsonl"].splitlines())
    assert head["format"] == "json-pages-1.0"
    whens = {page["dated"]: page["ts"] for page in pages}
    assert whens == {
        "captured": "2022-03-11T01:30:00Z",
        "published": "2022-03-08T00:00:00Z",
        "unknown": "1970-01-01T00:00:00Z",
    }
    package = json.loads(contents["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    listed = {one["path"]: (one["hash"], one["bytes"]) for one in package["resources"]}
    seals = {"datapackage.json", "datapackage-digest.json"}
    assert listed == {
        name: (f"sha256:{hashlib.sha256(content).hexdigest()}", len(content))
        for name, content in contents.items()
        if name not in seals
    }
    names = [one["name"] for one in package["resources"]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    digest = json.loads(contents["datapackage-digest.json"])
    hashed = hashlib.sha256(contents["datapackage.json"]).hexdigest()
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{hashed}"}
    assert {"record/claims.jsonl", "ledger/decisions.jsonl", "bundle.json"} <= set(listed)
    with zipfile.ZipFile(made) as archive:  # or no reader could take one record out of it
        assert archive.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED


def test_what_was_withdrawn_is_nowhere_in_it(made: Path) -> None:
    contents = members(made)
    contents["warc"] = gzip.decompress(contents["archive/data.warc.gz"])
    whole = b"\n".join(contents.values())
    for words in (b"Rockets", b"Karim", b"Nader"):
        assert words not in whole


@pytest.mark.parametrize(
    ("captured", "published", "expected"),
    [
        ("2022-03-10", "2022-03-09", ("2022-03-10", "captured")),
        ("2022-03-10T08:00:00", None, ("2022-03-10", "captured")),  # in which zone, nobody says
        ("yesterday", "2022-03-09T10:00:00Z", ("2022-03-09", "published")),
        ("0001-01-01T00:00:00+10:00", None, ("0001-01-01", "captured")),
        (None, "2022-02-30", ("1970-01-01", "unknown")),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(
    captured: str | None, published: str | None, expected: tuple[str, str]
) -> None:
    capture = Capture(document="d", raw="r", ref="a", captured=captured, published=published)
    assert warc.dated(capture) == expected


# Checked by our own


def test_the_same_ledger_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    with Ledger.open(made.parent / "cenotaph.db") as ledger:
        again = write(ledger, tmp_path / "again.wacz")
    assert (tmp_path / "again.wacz").read_bytes() == made.read_bytes()
    assert again.sums == bundle.check(made).sums


def test_it_holds_without_a_ledger_and_says_whether_a_time_stamp_is_there(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "case.wacz"
    alone.write_bytes(made.read_bytes())
    assert main(["verify", str(alone)]) == 0
    out = capsys.readouterr().out
    assert "0 do not hold" in out
    assert "computed anew" in out
    assert "case.wacz.tsr: none is there" in out
    assert "SHA-256 of datapackage-digest.json: " in out
    (tmp_path / "case.wacz.tsr").write_bytes(b"by hand")
    assert main(["verify", str(alone)]) == 0
    assert "case.wacz.tsr: is there; it was not checked" in capsys.readouterr().out


def sealed(contents: dict[str, bytes]) -> dict[str, bytes]:
    """Return the members with lists of hashes that fit them, as a careful forger would."""
    package = json.loads(contents["datapackage.json"])
    for one in package["resources"]:
        content = contents[one["path"]]
        one |= {"hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
    new = json.dumps(package).encode()
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(new).hexdigest()}"}
    seals = {"datapackage.json": new, "datapackage-digest.json": json.dumps(digest).encode()}
    return contents | seals


def rewritten(contents: dict[str, bytes], old: bytes, new: bytes) -> bytes:
    records = read_warc(contents["archive/data.warc.gz"])
    content = contents["archive/data.warc.gz"]
    parts = [gzip.decompress(content[r.offset : r.offset + r.length]) for r in records]
    assert any(old in part for part in parts)
    return b"".join(gzip.compress(part.replace(old, new), mtime=0) for part in parts)


def swapped(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(contents: dict[str, bytes]) -> None:
        if name.endswith(".gz"):
            contents[name] = rewritten(contents, old, new)
        else:
            assert old in contents[name]
            contents[name] = contents[name].replace(old, new)

    return change


WARC, INDEX, PAGES = "archive/data.warc.gz", "indexes/index.cdxj", "pages/pages.jsonl"
FORGED = {
    "bytes received": (swapped(WARC, b"<p>Shell</p>", b"<p>Shelf</p>"), "the raw bytes"),
    "a date": (swapped(WARC, b"2022-03-11T01", b"2022-03-12T01"), "record"),
    "an address": (swapped(WARC, b"example.com/raid", b"example.com/rain"), "record"),
    "a record's head": (swapped(WARC, b"Cenotaph-Dated: published", b"X: y"), "record"),
    "the index": (swapped(INDEX, b'"offset":', b'"offset":1'), "indexes/index.cdxj"),
    "a page": (swapped(PAGES, b"2022-03-08", b"2022-03-07"), "pages/pages.jsonl"),
    "a record cut off": (lambda c: c.update({WARC: c[WARC][:-20]}), "cut off"),
    "no WARC file": (lambda c: c.update({WARC: b"plain"}), "no gzip member"),
    "the record": (swapped("record/incidents.jsonl", b'"id"', b'"di"'), "record/incidents.jsonl"),
}


@pytest.mark.parametrize("how", FORGED)
def test_what_a_careful_forger_changes_is_found(made: Path, tmp_path: Path, how: str) -> None:
    change, expected = FORGED[how]
    contents = members(made)
    change(contents)
    plain = "\n".join(bundle.check(zipped(contents, tmp_path / "a.wacz")).faults)
    assert "was changed" in plain
    careful = "\n".join(bundle.check(zipped(sealed(contents), tmp_path / "b.wacz")).faults)
    assert expected in careful
    assert "was changed" not in careful


def test_a_member_gone_slipped_in_or_listed_falsely_is_found(made: Path, tmp_path: Path) -> None:
    contents = members(made)

    def faults(changed: dict[str, bytes]) -> str:
        return "\n".join(bundle.check(zipped(changed, tmp_path / "c.wacz")).faults)

    assert faults(contents) == ""
    for name in ("datapackage.json", "datapackage-digest.json", WARC, INDEX, PAGES, "README.txt"):
        less = {n: c for n, c in contents.items() if n != name}
        assert f"{name}: is missing" in faults(less)
    assert "slipped in" in faults({**contents, "raw/" + "0" * 64: b"x"})
    package = contents["datapackage.json"].replace(b'"bytes": ', b'"bytes": 1')
    assert "has not the length" in faults({**contents, "datapackage.json": package})
    assert "datapackage.json: was changed" in faults({**contents, "datapackage.json": package})
    for broken in (b"{", b"[]", b"\xff"):
        assert "cannot be read" in faults({**contents, "datapackage.json": broken})
        assert "cannot be read" in faults({**contents, "datapackage-digest.json": broken})


def test_a_record_that_would_unpack_to_far_more_is_refused(made: Path, tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(80 << 20), mtime=0)
    contents = members(made) | {WARC: bomb}
    found = "\n".join(bundle.check(zipped(sealed(contents), tmp_path / "d.wacz")).faults)
    assert "unpacks to too much" in found


# What is asked for wrongly


def test_whole_texts_and_a_name_that_ends_in_wacz_are_asked_for(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["publish", "wacz", "--ledger", str(made.parent / "cenotaph.db"), "-o"]
    assert main([*words, str(tmp_path / "x.wacz")]) == 2
    assert "--full-text" in capsys.readouterr().err
    assert main([*words, str(tmp_path / "x.zip"), "--full-text"]) == 2
    assert "must end in .wacz" in capsys.readouterr().err
    assert main([*words, str(tmp_path / "x.wacz"), "--full-text", "--profile", "public"]) == 2
    assert list(tmp_path.iterdir()) == []
    assert main([*words, str(tmp_path / "x.wacz"), "--full-text"]) == 0
    assert "marked `unknown`: 1" in capsys.readouterr().err
