"""What no format may give away under a profile of redaction; a new one is tested unedited."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from cenotaph.disclosure import Disclosure
from cenotaph.model import Record, Victim
from cenotaph.output import as_words
from cenotaph.pipeline import How, ingest, record
from cenotaph.publish import (
    Options,
    exporter,
    file_exporter,
    folder_exporter,
    formats,
    shape,
    sidecar,
    write_lines,
)
from cenotaph.redaction import SHIPPED
from cenotaph.store import Ledger
from leaks import ids, leaks
from ledgers import decision

KEY = bytes(range(32))
TEXTS = (
    {
        "ref": "omar-zulfiqarov-killed.txt",
        "title": "Rockets kill baker Omar Zulfiqarov at Kupiansk school",
        "text": (
            "Rockets hit School No. 17 in Kupiansk in the Kharkiv region on Tuesday, killing Omar"
            " Zulfiqarov, a baker, and wounding 14 people, Mayor Bohuslav Vertepa said.\n\n"
            "Zubeydeh Zulfiqarov, 9, his daughter, was killed too. Zoë Núñezova, a teacher, was"
            " wounded. Officials blamed Russia for the attack.\n\n"
            "Haddad Quenneville, a neighbor who saw it, said that six people were buried.\n"
        ),
        "author": "Perpetua Wexcombe",
        "publisher": "Harrowgate Sentinel",
        "published": "2024-03-06T08:15:00+02:00",
        "url": "https://harrowgate-sentinel.example/2024/omar-zulfiqarov-killed",
        "archive_url": "https://archive.example/20240306/omar-zulfiqarov-killed",
        "captured": "2024-03-07T10:00:00Z",
    },
    {
        "ref": "fjordvik/zulfiqarov.txt",
        "title": "FUNERAL OF OMAR ZULFIQAROV",
        "text": (
            "KUPIANSK (Fjordvik Wire) - Omar ZULFIQAROV was killed on Tuesday when rockets hit a"
            " school in Kupiansk, Ukraine. Zoe Nunezova was wounded with 13 others, hospital"
            " director Bohuslav Vertepa said. Russia denied that it had fired on the school.\n\n"
            "In Kupiansk on Thursday soldiers raped Lalita Bhandarkar, a nurse, police said.\n"
        ),
        "author": "Torvald Eskeland",
        "publisher": "Fjordvik Wire",
        "published": "2024-03-08",
        "url": "https://fjordvik.example/a?title=Omar%20Zulfiqarov",
    },
)  # fmt: skip
REASON = "confirmed by Marjolaine Ostrander, a cousin"
PROTECTED = {"Zubeydeh Zulfiqarov", "Lalita Bhandarkar", "Zubeydeh", "Bhandarkar"}
NAMES = {
    "Omar Zulfiqarov",
    "Zulfiqarov",
    "Zoë Núñezova",
    "Núñezova",
    "Haddad Quenneville",
    "Quenneville",
}
SOURCES = {
    "Perpetua Wexcombe", "Torvald Eskeland", "Wexcombe", "omar-zulfiqarov-killed",
    "fjordvik/zulfiqarov", "https://fjordvik.example", "archive.example", "Quillon Abernathy",
    REASON, "Marjolaine Ostrander",
}  # fmt: skip
WIDE = {
    "Bohuslav Vertepa",
    "Vertepa",
    "Kupiansk",
    "School No. 17",
    "Harrowgate Sentinel",
    "Fjordvik Wire",
}
SECRETS = {
    "public": PROTECTED
    | NAMES
    | SOURCES
    | WIDE
    | {"49.71003", "37.61581", "703656", "2024-03-06T08:15", "2024-03-07T10"},
    "partner": PROTECTED | NAMES | SOURCES,
    "internal": PROTECTED,
}
EVERY = pytest.mark.parametrize("name", formats())
PROFILE = pytest.mark.parametrize("profile", SHIPPED)


@cache
def whole() -> Record:
    """Return what these accounts say, with a person's decisions."""
    with TemporaryDirectory() as folder, Ledger.open(":memory:", create=True) as ledger:
        lines = Path(folder) / "accounts.jsonl"
        lines.write_text("\n".join(json.dumps(t) for t in TEXTS), encoding="utf-8")
        ingest([lines], ledger, lambda _: None, How(workers=0))
        claims = [c for a in record(ledger).accounts for c in a.claims]
        named = next(c for c in claims if isinstance(c.value, Victim) and c.value.name)
        for verdict, claim in (("accept", named), ("reject", claims[0])):
            made = decision(verdict, claim.id, reviewer="Quillon Abernathy", reason=REASON)
            ledger.decide(made)
        return record(ledger)


@cache
def passed_on(profile: str) -> tuple[Record, Options]:
    told = Disclosure(profile=SHIPPED[profile], key=KEY)
    return told.record(whole()), told.options(Options(), whole())


def files(name: str, what: Record, options: Options) -> Iterator[tuple[str, bytes]]:
    """Yield all that a format makes of a record, its sidecar too, as (name, content)."""
    out, lead = io.BytesIO(), sidecar(name)
    match shape(name):
        case "folder":
            yield from folder_exporter(name).files(what, options)
        case "file":
            file_exporter(name).write(what, out, options)
            yield name, out.getvalue()
        case "stream":
            with as_words(out) as words:
                exporter(name).write(what, words, options)
            yield name, out.getvalue()
    if lead is not None:
        rows = io.StringIO()
        write_lines(lead(what, options), what, rows)
        yield "evidence.jsonl", rows.getvalue().encode()


def ledger_ids(what: Record) -> set[str]:
    """Return every id that is a digest of what was received or said."""
    found = {what.digest, *(c.raw for c in what.captures), *(d.id for d in what.decisions)}
    for account in what.accounts:
        found |= {account.document.id, *(c.id for c in account.claims)}
        found |= {m.id for m in account.mentions}
    return found


@EVERY
@PROFILE
def test_no_format_gives_away_what_a_profile_keeps_back(name: str, profile: str) -> None:
    for file, content in files(name, *passed_on(profile)):
        assert leaks(file.encode() + b"\n" + content, SECRETS[profile]) == set()


@EVERY
@pytest.mark.parametrize("profile", ["public", "partner"])
def test_no_format_prints_an_id_that_a_guess_could_be_tested_on(name: str, profile: str) -> None:
    for file, content in files(name, *passed_on(profile)):
        assert ids(file.encode() + b"\n" + content, ledger_ids(whole())) == set()


@EVERY
@PROFILE
def test_the_same_key_gives_the_same_bytes(name: str, profile: str) -> None:
    told = Disclosure(profile=SHIPPED[profile], key=KEY)
    again = told.record(whole()), told.options(Options(), whole())
    assert dict(files(name, *again)) == dict(files(name, *passed_on(profile)))


def test_all_of_it_would_be_printed_without_a_profile() -> None:
    made = [c for name in formats() for _, c in files(name, whole(), Options(names=True))]
    printed = set().union(*(leaks(content, SECRETS["public"]) for content in made))
    assert SECRETS["public"] - printed <= {REASON, "Quillon Abernathy", "Marjolaine Ostrander"}
    assert ids(b"\n".join(made), ledger_ids(whole()))


@pytest.mark.parametrize(
    "content",
    [
        "killed Zoë Núñezova, a".encode(),
        b"killed ZOE NUNEZOVA, a",
        "zoe\u0308 nu\u0301n\u0303ezova".encode(),
        "Zoë\nNúñezova".encode(),
        "Zoë Núñezova".encode("utf-16"),
        b"Zo&euml; N&#250;&#xf1;ezova",
        b"?q=Zo%C3%AB+N%C3%BA%C3%B1ezova",
        b'"Zo\\u00eb N\\u00fa\\u00f1ezova"',
        b"/zoe-nunezova.html",
        b"data:;base64," + base64.b64encode("x killed Zoë Núñezova, a".encode()),
        "killed Zoë Núñezova".encode().hex().encode(),
        b"avozenun eoz",
        b"id: " + hashlib.md5("Zoë Núñezova".encode(), usedforsecurity=False).hexdigest().encode(),
        b"id: " + hashlib.sha256(b"zoe nunezova").hexdigest()[:12].encode(),
        b"etag " + base64.b64encode(hashlib.blake2b("ZOË NÚÑEZOVA".encode()).digest()),
    ],
)  # fmt: skip
def test_the_search_finds_a_name_in_every_form(content: bytes) -> None:
    assert leaks(content, {"Zoë Núñezova", "Omar Zulfiqarov"}) == {"Zoë Núñezova"}


def test_every_field_of_a_record_has_a_channel() -> None:
    from cenotaph.redaction.channels import CHANNELS  # noqa: PLC0415

    assert set(_fields(Record, set())) == set(CHANNELS)


def _fields(kind: object, seen: set[object]) -> Iterator[str]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in seen:
        seen.add(kind)
        for field in msgspec.structs.fields(kind):
            yield f"{kind.__name__}.{field.name}"
            yield from _fields(field.type, seen)
    for part in getattr(kind, "__args__", ()):
        yield from _fields(part, seen)
