"""The policies over accounts read by the real reader, as `publish` and `show` print them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from cenotaph.extract import extract
from cenotaph.model import Account, Record
from cenotaph.pipeline import record
from cenotaph.publish import Options, exporter
from cenotaph.reconcile.policies import policies
from cenotaph.store import Ledger
from ledgers import FINDER, received
from readings import reading_of

# Publisher and text: one shelling by several accounts, who differ.
ACCOUNTS = (
    (
        "Delta Herald",
        (
            "Shells hit a clinic in Kherson on Monday. Three people were killed, Governor"
            " Ihor Marsh said. He blamed the Kremlin for the attack."
        ),
    ),
    (
        "Steppe Post",
        (
            "Seventeen people were killed when Russian forces shelled a clinic in Kherson on"
            " Monday, doctors said."
        ),
    ),
    (
        "Volga Observer",
        (
            "A clinic in Kherson was shelled on Monday. Nobody was killed, a Russian army spokesman"
            " said. Moscow denied shelling the clinic."
        ),
    ),
)


def read() -> Iterator[tuple[Account, str]]:
    for publisher, text in ACCOUNTS:
        yield extract(reading_of(text)), publisher


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:", create=True) as opened:
        kept = [
            (received(a, f"{publisher}.txt", publisher=publisher, published="2022-11-23"), a)
            for a, publisher in read()
        ]
        opened.keep(kept, FINDER)
        yield opened


def rows(made: Record, name: str = "incidents") -> list[dict[str, object]]:
    out = io.StringIO()
    exporter(name).write(made, out, Options())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_rows_of_two_policies_differ_by_tolls_and_policy_alone(ledger: Ledger) -> None:
    made = {name: rows(record(ledger, name)) for name in policies()}
    assert {len(r) for r in made.values()} == {1}
    own = {"tolls", "policy", "record"}
    bare = [{k: v for k, v in r[0].items() if k not in own} for r in made.values()]
    assert all(b == bare[0] for b in bare)
    assert [r[0]["policy"] for r in made.values()] == [f"{name}/1" for name in made]


def test_one_partys_several_names_are_one_and_its_denial_stands_beside(ledger: Ledger) -> None:
    (incident,) = record(ledger).incidents
    assert {b.party for b in incident.responsibility} == {"Russia"}
    kinds = [c.kind for c in incident.conflicts]
    assert "two parties" not in kinds
    assert "denied" in kinds
    claims = {c.id: c.document for a, _ in read() for c in a.claims}
    denied = next(c for c in incident.conflicts if c.kind == "denied")
    assert len({claims[i] for i in denied.claims}) > 1


def test_a_spokesman_speaks_and_is_no_party(ledger: Ledger) -> None:
    (incident,) = record(ledger).incidents
    assert not any("spokesman" in b.party.lower() for b in incident.responsibility)


def test_the_partys_own_zero_sets_no_figure_and_is_noted(ledger: Ledger) -> None:
    for name in policies():
        (incident,) = record(ledger, name).incidents
        dead = next(f for f in incident.tolls if f.outcome == "killed")
        assert dead.low in (3, 17)
        assert any("word on its own act" in n for n in dead.notes), name


def test_the_table_shows_sides_under_the_envelope_and_the_choice_under_a_policy(
    ledger: Ledger,
) -> None:
    def table(name: str) -> str:
        out = io.StringIO()
        exporter("table").write(record(ledger, name), out, Options())
        return " ".join(out.getvalue().split())

    assert "against" in table("envelope")
    assert "17 (3" in table("ucdp")
    assert "against" not in table("ucdp")


def test_the_page_shows_a_policys_choice_with_its_grade_and_notes(ledger: Ledger) -> None:
    out = io.StringIO()
    exporter("html").write(record(ledger, "ucdp"), out, Options())
    page = out.getvalue()
    assert "17 (3 to 17)" in page
    assert "evidence: fair" in page
    assert "best: 17 (Steppe Post" in page
