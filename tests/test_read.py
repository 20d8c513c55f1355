"""What files become; and what is refused, with the reason and what would be right."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import re
import socket
import zipfile
from pathlib import Path

import pytest

from cenotaph.model import Received, Refused
from cenotaph.read import read, read_stream, readers

TEXT = "A drone hit the grain elevator at Izmail’s port. Two dockers were killed.\n"
PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>Two dockers killed at Izmail - Danube Post</title>
<meta property="og:title" content="Two dockers killed at Izmail">
<meta property="og:site_name" content="Danube Post">
<meta property="article:published_time" content="2023-08-02T06:10:00+03:00">
<link rel="canonical" href="https://danubepost.example/2023/izmail-dockers">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Two dockers killed at Izmail</h1>
<p>A drone hit the grain elevator at Izmail’s port before dawn on Wednesday, setting fire to two
silos that stood beside the quay, the harbor master’s office said in a short statement.</p>
<p>Two dockers were killed and a crane driver lost a leg. Nobody could say how many men had been
at work in the elevator, since the night shift keeps its list inside the building that burned.</p>
</article><footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>"""


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path: Path) -> Received:
    (found,) = read(path)
    assert isinstance(found, Received), found
    return found


def why(path: Path) -> str:
    (found,) = read(path)
    assert isinstance(found, Refused), found
    assert path.name in found.name
    return found.why


def refs(path: Path) -> list[str]:
    return [f.capture.ref for f in read(path) if isinstance(f, Received)]


# -- plain text


def test_a_text_file_is_one_account_word_for_word(tmp_path: Path) -> None:
    found = one(put(tmp_path, "izmail.txt", TEXT))
    assert (found.document.text, found.document.title) == (TEXT, None)
    assert found.capture.ref == "izmail.txt"
    assert found.capture.raw == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.raw == TEXT.encode()
    assert found.document.id == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.capture.published is None  # never the file's time stamp


def test_the_heading_of_a_markdown_file_is_its_title(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.md", f"# Two killed at Izmail #\n\n{TEXT}"))
    assert found.document.title == "Two killed at Izmail"
    assert found.document.text.strip() == TEXT.strip()
    assert one(put(tmp_path, "b.md", TEXT)).document.title is None


def test_a_wrong_kind_of_source_is_told_the_right_ones(tmp_path: Path) -> None:
    line = '{"text": "Two died.", "source_kind": "blog"}'
    [refused] = read(put(tmp_path, "a.jsonl", line))
    assert isinstance(refused, Refused)
    assert "source_kind is one of news, agency, official" in refused.why


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("A raid killed **six** people.", "A raid killed six people."),
        ('In [Izmail](http://a.example/b "map") *nine* died.', "In Izmail nine died."),
        ("## The toll\n\n> ***Six*** dead.\n\n- `two` hurt", "The toll\n\nSix dead.\n\ntwo hurt"),
        ("__Six__ and _two_, said a_b_c.", "Six and two, said a_b_c."),
        ("5 * 3 * 2, \\*no mark\\*, 3 - 2", "5 * 3 * 2, *no mark*, 3 - 2"),
        ("![A square][1] in [Reni][town].", "A square in Reni."),
    ],
)
def test_markdown_is_read_as_its_words(tmp_path: Path, written: str, words: str) -> None:
    assert one(put(tmp_path, "a.md", written)).document.text == words
    assert one(put(tmp_path, "a.txt", written)).document.text == written


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    assert one(put(tmp_path, "a.txt", TEXT.encode(encoding))).document.text == TEXT


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_older_russian_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    russian = (
        "Беспилотник попал в зерновой терминал порта Измаил. Погибли двое докеров, ещё один"
        " рабочий потерял ногу. Начальник порта сообщил, что список смены сгорел вместе со зданием."
    )
    assert one(put(tmp_path, "a.txt", russian.encode(encoding))).document.text == russian


# -- pages


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    found = one(put(tmp_path, "page.html", PAGE.format(charset="utf-8")))
    assert found.document.title == "Two dockers killed at Izmail"
    assert found.document.text.startswith("A drone hit the grain elevator at Izmail’s port")
    assert found.document.text.rstrip().endswith("inside the building that burned.")
    assert "Subscribe" not in found.document.text
    assert "Sport" not in found.document.text
    assert found.capture.published == "2023-08-02"
    assert found.capture.publisher == "Danube Post"
    assert found.capture.url == "https://danubepost.example/2023/izmail-dockers"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_a_page_in_the_charset_it_declares(tmp_path: Path, encoding: str) -> None:
    page = PAGE.format(charset=encoding).encode(encoding)
    assert "Izmail’s port" in one(put(tmp_path, "page.html", page)).document.text


@pytest.mark.parametrize("day", ["March 10, 2021", "10 March 2021", "2021-03-10", "10.03.2021"])
def test_a_day_in_a_pages_prose_is_not_when_it_was_published(tmp_path: Path, day: str) -> None:
    lines = PAGE.format(charset="utf-8").splitlines()
    page = "\n".join(line for line in lines if "published_time" not in line)
    page = page.replace("on Wednesday", f"on {day}")
    assert one(put(tmp_path, "page.html", page)).capture.published is None


# -- JSON lines


def line(**fields: object) -> str:
    return json.dumps({"text": TEXT, **fields}, ensure_ascii=False) + "\n"


def test_a_line_is_an_account_with_all_that_it_says(tmp_path: Path) -> None:
    given = {
        "ref": "wire-7",
        "title": "Two killed at Izmail",
        "author": "I. Duarte",
        "publisher": "Danube Post",
        "source_kind": "agency",
        "published": "2023-08-02T06:10:00+03:00",
        "url": "https://danubepost.example/7",
        "archive_url": "https://archive.example/7",
        "captured": "2023-08-03T00:00:00Z",
        "language": "en",
    }
    raw = line(**given)
    found = one(put(tmp_path, "a.jsonl", raw))
    assert found.document.title == given.pop("title")
    assert {k: getattr(found.capture, k) for k in given} == given
    assert found.doubts == ()
    assert found.raw == raw.strip().encode()
    assert found.capture.raw == hashlib.sha256(found.raw).hexdigest()


def test_broken_lines_are_refused_with_their_number_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        line(ref="a"),
        '{"text": "cut off\n',
        line(ref="b", colour="red"),
        "\n",
        '{"ref": "c"}\n',
        line(ref="d", source_kind="rumour"),
        line(ref="e", text="  "),
        "[]\n",
        '{"text": "\\ud800"}\n',
        line(ref="f"),
    ]
    found = list(read(put(tmp_path, "a.jsonl", "".join(lines))))
    assert [f.capture.ref for f in found if isinstance(f, Received)] == ["a", "f"]
    refused = {f.name.rsplit(": ", 1)[-1]: f.why for f in found if isinstance(f, Refused)}
    assert list(refused) == ["line 2", "line 3", "line 5", "line 6", "line 7", "line 8", "line 9"]
    assert "unknown field `colour`; keys known: archive_url, author" in refused["line 3"]
    assert "missing required field `text`" in refused["line 5"]
    assert "rumour" in refused["line 6"]
    assert "has no text" in refused["line 7"]


@pytest.mark.parametrize("bad", ["10 March", "2022-02-30", "2022-03", 20220310, ["2022"]])
def test_a_bad_date_is_told_and_costs_no_account(tmp_path: Path, bad: object) -> None:
    found = one(put(tmp_path, "a.jsonl", line(published=bad)))
    assert found.document.text == TEXT
    kept = bad if isinstance(bad, str) else json.dumps(bad)
    assert found.capture.published == kept
    assert found.doubts[0].startswith("a.jsonl: line 1: published ")
    assert "neither a date (2022-03-10) nor an RFC 3339 time" in found.doubts[0]


@pytest.mark.parametrize(
    "good", ["2022-03-10", "2022-03-10T09:30:00Z", "2022-03-10T09:30:00.5+02:00", None]
)
def test_a_good_date_is_kept_as_given(tmp_path: Path, good: str | None) -> None:
    found = one(put(tmp_path, "a.jsonl", line(published=good)))
    assert (found.capture.published, found.doubts) == (good, ())


def test_a_line_without_a_ref_is_known_by_its_file_and_number(tmp_path: Path) -> None:
    assert refs(put(tmp_path, "a.jsonl", line() + line(ref="x"))) == ["a.jsonl:1", "x"]


def test_standard_input_is_read_as_json_lines() -> None:
    found = list(read_stream(io.BytesIO((line() + "{\n").encode())))
    assert isinstance(found[0], Received)
    assert found[0].capture.ref == "-:1"
    assert isinstance(found[1], Refused)
    assert found[1].name == "-: line 2"


def test_a_line_of_200_megabytes_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as out:
        out.write(b'{"text": "')
        for _ in range(200):
            out.write(b"x" * 1_000_000)
        out.write(b'"}\n' + line(ref="after").encode())
    refused, kept = list(read(path))
    assert isinstance(refused, Refused)
    assert "line 1" in refused.name
    assert "is longer than" in refused.why
    assert isinstance(kept, Received)


# -- sidecars and folders


def test_a_sidecar_says_what_the_file_does_not(tmp_path: Path) -> None:
    put(tmp_path, "page.html.meta.json", '{"publisher": "Reni Courier", "published": "2023-08-03"}')
    found = one(put(tmp_path, "page.html", PAGE.format(charset="utf-8")))
    assert found.capture.publisher == "Reni Courier"
    assert found.capture.published == "2023-08-03"
    assert found.document.title == "Two dockers killed at Izmail"
    put(tmp_path, "a.txt.meta.json", '{"title": "Two killed", "ref": "mine", "published": "2/8"}')
    found = one(put(tmp_path, "a.txt", TEXT))
    assert (found.document.title, found.capture.ref) == ("Two killed", "mine")
    assert "published '2/8' is neither" in found.doubts[0]


@pytest.mark.parametrize("sidecar", ["{", '{"publisjer": "x"}', "[]", '{"publisher": 3}'])
def test_a_file_with_a_broken_sidecar_waits_until_it_is_mended(
    tmp_path: Path, sidecar: str
) -> None:
    put(tmp_path, "a.txt.meta.json", sidecar)
    reason = why(put(tmp_path, "a.txt", TEXT))
    assert reason.startswith("its sidecar a.txt.meta.json is broken")
    assert "keys known: " in reason


def test_a_folder_is_read_in_sorted_order_below_itself(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/z.txt", "c/d/y.md", ".hidden.txt", ".git/x.txt"):
        put(tmp_path, name, f"{name}: {TEXT}")
    put(tmp_path, "a.txt.meta.json", "{}")
    assert refs(tmp_path) == ["a.txt", "b.txt", "c/d/y.md", "c/z.txt"]
    assert not [f for f in read(tmp_path) if isinstance(f, Refused)]


def test_a_link_back_to_a_folder_above_is_refused_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "a/one.txt", TEXT)
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    refused = [f for f in read(tmp_path) if isinstance(f, Refused)]
    assert [r.why for r in refused] == ["is a link to a folder that it lies in; remove the link"]
    assert refs(tmp_path) == ["a/one.txt"]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (found,) = read(tmp_path)
    assert isinstance(found, Refused)
    assert "cannot be read" in found.why


def test_a_name_that_is_no_text_is_still_a_file(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))).write_text(TEXT)
    assert refs(tmp_path) == ["\ufffd.txt"]


def test_a_line_nested_too_deep_is_refused(tmp_path: Path) -> None:
    deep = '{"text": "x", "published": ' + "[" * 100_000 + "]" * 100_000 + "}\n"
    refused, kept = list(read(put(tmp_path, "a.jsonl", deep + line(ref="after"))))
    assert isinstance(refused, Refused)
    assert isinstance(kept, Received)


def test_the_ledger_itself_is_passed_over(tmp_path: Path) -> None:
    ledger = put(tmp_path, "cenotaph.db", b"SQLite format 3\x00")
    put(tmp_path, "a.txt", TEXT)
    assert len(list(read(tmp_path, frozenset({ledger.resolve()})))) == 1


# -- what is no account


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\x00" * 5_000_000)
    return out.getvalue()


REFUSED = {
    "empty.txt": (b"", "is empty; an account needs a text"),
    "blank.txt": (b" \n\n ", "is empty"),
    "empty.jsonl": (b"", "is empty; each line holds one account"),
    "bomb.html": (zipped(), "is a zip archive"),
    "packed.html": (gzip.compress(PAGE.encode()), "is a gzip archive"),
    "report.txt": (b"%PDF-1.7\n...", "is a PDF, not text; save its text as .txt or .html"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture"),
    "noise.txt": (bytes(range(256)) * 40, "zero bytes|binary data"),
    "noise.md": (bytes(range(1, 32)) * 40, "holds binary data, not text"),
    "odd.txt": (b"\xff\xfeA", "says it is UTF-16-LE and is not"),
    "page.html": (b"<html><body></body></html>", "no article could be found"),
    "letter.docx": (b"PK\x03\x04", r"no reader for '.docx'; known: .htm, .html, .json"),
    "README": (TEXT.encode(), "no suffix to tell its format by; known: .htm"),
    "long.txt": (b"word " * 500_000, "more than 2,000,000 characters; split it"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_the_reason(tmp_path: Path, name: str) -> None:
    content, reason = REFUSED[name]
    assert re.search(reason, why(put(tmp_path, name, content)))


def test_what_is_broken_does_not_keep_the_rest_from_being_read(tmp_path: Path) -> None:
    for name, (content, _) in REFUSED.items():
        put(tmp_path, name, content)
    put(tmp_path, "zz.txt", TEXT)
    found = list(read(tmp_path))
    assert len([f for f in found if isinstance(f, Refused)]) == len(REFUSED)
    assert refs(tmp_path) == ["zz.txt"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert why(tmp_path / "nowhere.txt") == "cannot be read: no such file or directory"


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (found,) = read(tmp_path)
    assert isinstance(found, Refused)
    assert found.name.endswith("gone.txt")


def test_a_socket_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as pipe:
        pipe.bind(str(tmp_path / "s.txt"))
        assert why(tmp_path / "s.txt").startswith("is not a file")


def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.txt")
    assert why(tmp_path / "p.txt").startswith("is not a file")


def test_a_file_that_cannot_be_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The suite may run as root, who may open all; so the system's answer is given here."""
    path = put(tmp_path, "a.txt", TEXT)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert why(path) == "cannot be read: permission denied"


def test_every_reader_says_which_suffixes_it_reads() -> None:
    assert set(readers()) >= {".txt", ".md", ".html", ".jsonl"}
