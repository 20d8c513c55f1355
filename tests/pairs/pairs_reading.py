"""Rows of the pairs table -> what the reader finds in them, and what is wrong with it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pairs_rows import Row, Want

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import (
    Account,
    AccountIncident,
    AccountToll,
    Capture,
    Claim,
    Document,
    Mark,
    Place,
    Quotation,
    Responsibility,
    Statement,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
)
from cenotaph.reconcile.accounts import stories
from cenotaph.resolve import resolve
from cenotaph.text import load_grammar, read_text

HERE = Path(__file__).parent
KINDS = {
    Toll: "toll", Victim: "victim", Responsibility: "responsibility", Place: "place",
    When: "when", Target: "target", Weapon: "weapon", Statement: "statement",
}  # fmt: skip
EXACT = {"toll", "responsibility"}  # a true row that lists one lists all
LOOSE = {"by", "who", "party", "place", "side"}  # "the army" is "army"
Facts = dict[str, object]


class Told(NamedTuple):
    """All that one row gives."""

    account: Account
    incidents: tuple[AccountIncident, ...]


@cache
def lines() -> dict[str, dict[str, list[Row]]]:
    """Return every line of the table by its name: case -> rows. A line is a file with ROWS."""
    sys.path.insert(0, str(HERE))
    names = sorted(p.stem for p in HERE.glob("*.py") if not p.stem.startswith(("pairs_", "test_")))
    return {name: importlib.import_module(name).ROWS for name in names}


def rows(line: str) -> list[Row]:
    """Return the rows of one line."""
    return [row for found in lines()[line].values() for row in found]


@cache
def _read(text: str, title: str | None, published: str | None) -> Told:
    grammar, places = load_grammar(), shipped()
    document = Document.of(text, title)
    account = extract(read_text(document, grammar, places))
    capture = Capture(document=document.id, raw="0" * 64, ref="row", published=published)
    account = resolve(account, (capture,), places)
    return Told(account, stories(account))


def read_row(row: Row) -> Told:
    """Return what is found in a row, read once."""
    return _read(row.text, row.title, row.published)


@cache
def _shown(row_text: tuple[str, str | None, str | None]) -> tuple[Facts, ...]:
    told = _read(*row_text)
    account = told.account
    by_id = {c.id: c for c in account.claims}
    found = [_claim_facts(c, account.document, by_id) for c in account.claims]
    found += [
        _speech_facts(m, m.value, account.document)
        for m in account.marks
        if isinstance(m.value, Quotation)
    ]
    found += [{"kind": "incident", "at": n} | _incident(i) for n, i in enumerate(told.incidents)]
    return tuple(found)


NONE: Facts = {"kind": "incident", "at": 0}  # asked of an account that tells of no incident


def found_in(row: Row) -> tuple[Facts, ...]:
    """Return every claim, quotation and incident found in a row as a flat mapping."""
    return _shown((row.text, row.title, row.published))


def faults(row: Row) -> list[str]:
    """Return what is wrong with what is found in a row: missing, there and must not be, extra."""
    found = found_in(row)
    told = any(f["kind"] == "incident" for f in found)
    wrong: list[str] = []
    used: set[int] = set()
    for want in row.wants:
        met = [i for i, facts in enumerate(found) if _is(want, facts)]
        if want.kind == "incident" and not told and _is(want, NONE):
            continue
        if want.absent:
            wrong += [f"must not be there: {show(found[i])}" for i in met]
        elif want.kind == "count":
            count = sum(f["kind"] == "incident" for f in found)
            wrong += [] if count == want.facts["incidents"] else [f"{count} incidents told"]
        elif not (free := [i for i in met if i not in used]):
            wrong.append(f"missing: {show({'kind': want.kind} | want.facts)}")
        else:
            used.add(free[0])
    return wrong + list(_extra(row, found))


def _extra(row: Row, found: tuple[Facts, ...]) -> Iterator[str]:
    for kind in EXACT:
        listed = [w for w in row.wants if w.kind == kind and not w.absent]
        if listed and not row.is_trap:
            for facts in found:
                if facts["kind"] == kind and not any(_is(w, facts) for w in listed):
                    yield f"not listed: {show(facts)}"


def show(facts: Facts) -> str:
    """Return facts in one line for a person who looks for a mistake."""
    kept = {k: v for k, v in facts.items() if v is not None and v not in ("", False)}
    kept |= {k: facts[k] for k in ("high", "killed", "injured") if k in facts}
    return " ".join(f"{k}={v}" for k, v in kept.items())


def _is(want: Want, facts: Facts) -> bool:
    if want.kind == "harm":
        return facts["kind"] in {"toll", "victim"} and facts["low"] != 0
    if want.kind != facts["kind"] or (want.kind == "incident" and want.at != facts["at"]):
        return False
    return all(_fits(key, wanted, facts.get(key)) for key, wanted in want.facts.items())


def _fits(key: str, wanted: object, found: object) -> bool:
    if key == "role":
        return isinstance(found, str) and str(wanted) in found.split("|")
    if key == "party" and isinstance(found, tuple):
        return any(_fits(key, wanted, one) for one in found)
    if isinstance(wanted, str) and isinstance(found, str):
        a, b = wanted.casefold(), found.casefold()
        return a == b or (key in LOOSE and _bare(a) == _bare(b))
    return wanted == found


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("a ").removesuffix("s")


def _claim_facts(claim: Claim, document: Document, by_id: dict[str, Claim]) -> Facts:
    value = claim.value
    facts: Facts = {"kind": KINDS[type(value)], "low": None}
    facts |= {name: getattr(value, name) for name in value.__struct_fields__}
    if isinstance(value, Toll):
        facts |= {name: getattr(value.count, name) for name in value.count.__struct_fields__}
        facts |= {n: getattr(value.people, n) for n in ("status", "side", "age", "sex", "words")}
        facts["role"] = "|".join(value.people.roles)
        del facts["count"], facts["people"]
    if isinstance(value, Victim):
        facts["years"] = facts.pop("age")
    return facts | {
        "stance": claim.stance,
        "voice": claim.voice,
        "by": claim.speaker.name if claim.speaker else None,
        "by_role": claim.speaker.role if claim.speaker else None,
        "by_side": claim.speaker.side if claim.speaker else None,
        "via": claim.speaker.via if claim.speaker else (),
        "part": _floor(by_id.get(claim.part_of or "")),
        "more": _floor(by_id.get(claim.adds_to or "")),
        "quote": document.quote(claim.evidence),
    }


def _floor(claim: Claim | None) -> int | None:
    return claim.value.count.low if claim and isinstance(claim.value, Toll) else None


def _speech_facts(mark: Mark, value: Quotation, document: Document) -> Facts:
    return {
        "kind": "speech",
        "says": document.quote(mark.span),
        "who": value.speaker,
        "cue": document.quote(value.cue) if value.cue else None,
        "source": document.quote(value.source) if value.source else None,
        "direct": value.direct,
    }


def _incident(incident: AccountIncident) -> Facts:
    same = incident.first == incident.last
    return {
        "killed": _range(incident.killed),
        "injured": _range(incident.injured),
        "missing": _range(incident.missing),
        "place": incident.place.name if incident.place else None,
        "country": incident.place.country if incident.place else None,
        "first": incident.first,
        "last": incident.last,
        "day": incident.first if same else None,
        "type": incident.event_type,
        "sub": incident.sub_event_type,
        "party": incident.parties,
    }


def _range(toll: AccountToll | None) -> object:
    """Return one number, a range, or None for no figure."""
    if toll is None or toll.low is None:
        return None
    return toll.low if toll.low == toll.high else (toll.low, toll.high)
