"""Small records, and what formats make of them, so that a test shows only what it is about."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from cenotaph import demo
from cenotaph.link import link
from cenotaph.model import (
    Account,
    Decision,
    Document,
    Mark,
    Name,
    Record,
    Span,
    Victim,
    identified,
)
from cenotaph.pipeline import How, ingest, record
from cenotaph.publish import Options, exporter, sidecar
from cenotaph.reconcile import reconcile
from cenotaph.store import Ledger
from making import ALEPPO, account, capture, day, killed

FORMATS = ("claimreview", "ftm", "geojson", "kml", "prov", "webannotation")
NAMED = Options(names=True)
HADDAD = "Omar Haddad, 34, was one of three killed by jets in Aleppo. Lina Barakat wept."


@cache
def of_the_demo() -> Record:
    with TemporaryDirectory() as folder, Ledger.open(":memory:", create=True) as ledger:
        ingest([demo.lay_out(Path(folder))], ledger, lambda _: None, How(workers=0))
        return record(ledger)


def of(*accounts: Account, decisions: tuple[Decision, ...] = (), **known: object) -> Record:
    """Return the record of some accounts, each published a day after the one before."""
    captures = tuple(
        msgspec.structs.replace(
            capture(told, f"2016-04-{28 + n}", f"Paper {n}", ref=f"{n}.txt"), **known
        )
        for n, told in enumerate(accounts)
    )
    found = reconcile(link(accounts, captures).dossiers, accounts, captures, decisions)
    return Record(
        digest="0" * 64,
        policy=found.policy,
        captures=captures,
        accounts=accounts,
        incidents=found.incidents,
        series=found.series,
        stories=found.stories,
        copies_of=(),
        replaces=(),
        decisions=decisions,
    )


def haddad(title: str | None = None, **victim: object) -> Account:
    """Return an account that names a victim, an official and, outside its claims, a passer-by."""
    person = msgspec.convert(
        {"is": "Victim", "outcome": "killed", "name": "Omar Haddad", "age": 34, **victim}, Victim
    )
    told = account(HADDAD, killed(3), person, ALEPPO, day("2016-04-27"))
    marks = (
        Mark(span=Span(start=0, end=11), value=Name(name="Omar Haddad", kind="person")),
        Mark(span=Span(start=52, end=58), value=Name(name="Aleppo", kind="organization")),
    )
    document = Document.of(told.document.text, title)
    claims = tuple(
        identified(msgspec.structs.replace(c, document=document.id)) for c in told.claims
    )
    mentions = tuple(msgspec.structs.replace(m, document=document.id) for m in told.mentions)
    return Account(document=document, mentions=mentions, claims=claims, marks=marks)


def contradicted() -> Record:
    """Return a record in which two papers give figures that do not meet."""
    one = account("Jets killed three in Aleppo.", killed(3), ALEPPO, day("2016-04-27"))
    two = account("Jets killed nine at Aleppo.", killed(9), ALEPPO, day("2016-04-27"))
    three = account("Jets killed three near Aleppo.", killed(3), ALEPPO, day("2016-04-27"))
    return of(one, two, three)


def text(name: str, what: Record, options: Options | None = None) -> str:
    out = io.StringIO()
    exporter(name).write(what, out, options or Options())
    return out.getvalue()


def read(name: str, what: Record, options: Options | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text(name, what, options))
    return found


def beside(name: str, what: Record, options: Options | None = None) -> list[dict[str, Any]]:
    lead = sidecar(name)
    assert lead is not None
    return list(lead(what, options or Options()))
