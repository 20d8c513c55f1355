"""Worked examples as published tables, read back with the standard library's reader."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import msgspec

from cenotaph.link import link
from cenotaph.model import Decision, Record, Toll
from cenotaph.publish import Options, exporter, folder_exporter, shape, sidecar, write_lines
from cenotaph.reconcile import reconcile
from worked import Told


def record_of(
    *accounts: Told, policy: str = "envelope", decisions: tuple[Decision, ...] = ()
) -> Record:
    """Return the record of some accounts, linked and counted as `publish` has it."""
    every, captures = [a for a, _ in accounts], tuple(c for _, c in accounts)
    linked = link(every, captures, decisions)
    found = reconcile(linked.dossiers, every, captures, decisions, policy=policy)
    return Record(
        digest="d" * 64,
        policy=found.policy,
        captures=captures,
        accounts=tuple(every),
        incidents=found.incidents,
        series=found.series,
        stories=found.stories,
        copies_of=(),
        replaces=(),
        decisions=decisions,
    )


def parted(one: Told) -> Told:
    """Return an account whose other figures of the dead are parts of the first."""
    account, capture = one
    dead = [c for c in account.claims if isinstance(c.value, Toll) and c.value.outcome == "killed"]
    parts = {c.id for c in dead[1:]}
    claims = tuple(
        msgspec.structs.replace(c, part_of=dead[0].id) if c.id in parts else c
        for c in account.claims
    )
    return msgspec.structs.replace(account, claims=claims), capture


def text(name: str, record: Record, options: Options | None = None) -> str:
    """Return what a format writes; of a folder one file after the other."""
    if shape(name) == "folder":
        found = folder_exporter(name).files(record, options or Options())
        return "\n".join(f"{file}\n{content.decode()}" for file, content in found)
    out = io.StringIO()
    exporter(name).write(record, out, options or Options())
    return out.getvalue()


def table(name: str, record: Record, options: Options | None = None) -> list[dict[str, str]]:
    """Return the rows of a table, what is empty left out."""
    return rows(text(name, record, options))


def tables(name: str, record: Record) -> dict[str, list[dict[str, str]]]:
    """Return the rows of each table of a folder."""
    found = folder_exporter(name).files(record, Options())
    return {file.removesuffix(".csv"): rows(content.decode()) for file, content in found}


def rows(content: str) -> list[dict[str, str]]:
    """Return the rows of comma-separated values, what is empty left out."""
    read = csv.DictReader(io.StringIO(content, newline=""), strict=True)
    return [{column: value for column, value in row.items() if value} for row in read]


def led(name: str, record: Record) -> list[dict[str, Any]]:
    """Return the rows of a format's sidecar."""
    lead, out = sidecar(name), io.StringIO()
    assert lead is not None
    write_lines(lead(record, Options()), record, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]
