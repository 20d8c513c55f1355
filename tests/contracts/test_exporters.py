"""What every output format must hold to, on the demo's record; a new one is tested unedited."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from cenotaph.model import WITHHELD, Record
from cenotaph.output import as_words
from cenotaph.publish import (
    Options,
    exporter,
    file_exporter,
    folder_exporter,
    formats,
    hidden_names,
    shape,
    sidecar,
    write_lines,
)
from cenotaph.publishing import Wanted, write
from recorded import of_the_demo

EVERY = pytest.mark.parametrize("name", formats())
LED = pytest.mark.parametrize("name", [n for n in formats() if sidecar(n) is not None])
WHOLE_TEXTS = {"documents"}  # those that carry accounts' whole texts, by contract
PICTURES = {"chart"}  # those that name nothing but days, publishers and speakers
# The contract's other tables, and what is looked at in a terminal: figures only beside their ids.
# The note on method and people's own notes give no figure of an incident.
OTHERWISE = {
    "accounts", "annotations", "claimreview", "cumulative", "methodology", "notes", "table",
}  # fmt: skip
SILENT = {"notes"}  # what nobody noted has no row

KEYS = ["row", "number", "columns", "claims", "names", "policy", "contract", "record"]


def nothing() -> Record:
    parts = ("captures", "accounts", "incidents", "series", "stories", "copies_of", "questions")
    return msgspec.structs.replace(of_the_demo(), **dict.fromkeys(parts, ()))


def files(name: str, what: Record, options: Options) -> Iterator[tuple[str, bytes]]:
    """Yield all that a format makes of a record, each as (name, content)."""
    out = io.BytesIO()
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


@cache
def made(name: str) -> dict[str, bytes]:
    return dict(files(name, of_the_demo(), Options()))


def rows(name: str, what: Record, options: Options | None = None) -> str:
    """Return the sidecar's lines; none where a format has no sidecar."""
    lead, out = sidecar(name), io.StringIO()
    if lead is not None:
        write_lines(lead(what, options or Options()), what, out)
    return out.getvalue()


@cache
def lines(name: str) -> tuple[dict[str, object], ...]:
    return tuple(json.loads(line) for line in rows(name, of_the_demo()).splitlines())


def words(content: bytes) -> str:
    """Return what can be read in a file: all of it where it is packed."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(f"{n}\n{words(packed.read(n))}" for n in packed.namelist())
    if content.startswith(b"PAR1"):
        table = pq.read_table(io.BytesIO(content))
        return f"{table.schema.metadata}\n{table.to_pylist()}"
    return content.decode(errors="replace")


def read(name: str, contents: dict[str, bytes] | None = None) -> str:
    whole = made(name) if contents is None else contents
    return "\n".join(f"{file}\n{words(content)}" for file, content in whole.items())


@EVERY
def test_it_says_of_which_record_or_by_which_policy_it_is(name: str) -> None:
    whole = of_the_demo()
    out = read(name) + rows(name, whole)
    if name not in PICTURES | SILENT:  # a report is a fact of the account, whatever the policy
        assert whole.digest in out or whole.policy in out


@EVERY
def test_the_same_record_gives_the_same_bytes(name: str) -> None:
    assert dict(files(name, of_the_demo(), Options())) == made(name)
    assert rows(name, of_the_demo()) == rows(name, of_the_demo())


@EVERY
def test_it_gives_no_withheld_name_away(name: str) -> None:
    hidden = hidden_names(of_the_demo(), Options())
    assert hidden
    if name not in WHOLE_TEXTS:
        out = read(name) + rows(name, of_the_demo())
        assert [one for one in hidden if one in out] == []


@EVERY
def test_a_record_of_nothing_can_be_written_and_tells_of_nothing(name: str) -> None:
    out = read(name, dict(files(name, nothing(), Options()))) + rows(name, nothing())
    assert [c.ref for c in of_the_demo().captures if c.ref in out] == []


@EVERY
def test_only_what_was_reviewed_is_nothing_where_nothing_was(name: str) -> None:
    options = Options(only_reviewed=True)
    out = read(name, dict(files(name, of_the_demo(), options)))
    out += rows(name, of_the_demo(), options)
    assert [i.id for i in of_the_demo().incidents if i.id in out] == []


@EVERY
def test_each_figure_leads_to_its_sentence(name: str) -> None:
    """By the claim's id or its words, where a format carries them in itself."""
    quotes = {c.id: a.document.quote(c.evidence) for a in of_the_demo().accounts for c in a.claims}
    cited = {c for i in of_the_demo().incidents for t in i.tolls for c in t.claims}
    assert cited
    if sidecar(name) is None and name not in PICTURES | OTHERWISE:
        out = read(name)
        assert [c for c in cited if c not in out and quotes[c] not in out] == []


@LED
def test_what_stands_beside_it_leads_each_incident_with_a_toll_to_all_that_carries_one(
    name: str,
) -> None:
    for incident in of_the_demo().incidents:
        said = [row for row in lines(name) if incident.id in str(row["row"])]
        behind = {claim["id"] for row in said for claim in row["claims"]}  # type: ignore[attr-defined]
        tolls = [set(t.claims) for t in incident.tolls]
        assert not said or any(claims <= behind for claims in tolls)


@LED
def test_what_stands_beside_it_re_reads_to_the_words_it_points_at(name: str) -> None:
    claims = {c.id: (c, a) for a in of_the_demo().accounts for c in a.claims}
    assert lines(name)
    for row in lines(name):
        assert list(row) == KEYS
        cited = row["claims"]
        assert isinstance(cited, list)
        assert isinstance(row["columns"], dict)
        assert {c for ids in row["columns"].values() for c in ids} == {c["id"] for c in cited}
        for one in cited:
            claim, account = claims[one["id"]]
            said = account.document.words(one["in"])[one["start"] : one["end"]]
            assert one["quote"] == said or WITHHELD in one["quote"]
            assert one["sentence"] == [claim.sentence.start, claim.sentence.end]
            assert one["document"] == account.document.id


@EVERY
def test_it_is_written_as_a_user_has_it_written(name: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    write(of_the_demo(), Wanted(format=name, target=str(target)), Options())
    beside = rows(name, of_the_demo()).encode()
    if shape(name) == "folder":
        whole = {**made(name), **({"evidence.jsonl": beside} if beside else {})}
        found = {
            p.relative_to(target).as_posix(): p.read_bytes()
            for p in target.rglob("*")
            if p.is_file() and p.name != ".cenotaph"
        }
    else:
        whole = {"out": made(name)[name], **({"out.evidence.jsonl": beside} if beside else {})}
        found = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert found == whole
