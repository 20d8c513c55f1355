"""A word about a publisher: only what it can touch is counted anew, all else is named anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_growth import SENT, read, whole

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import Decision, Document, Publisher
from cenotaph.pipeline import current, projection_faults, record
from cenotaph.store import Ledger
from cenotaph.text import load_grammar, read_text
from ledgers import FINDER, decision, received


def of(name: str, *, owner: str | None = None, reliable: bool | None = None) -> Decision:
    return decision("source", publisher=Publisher(name=name, owner=owner, reliable=reliable))


SAID = (
    of("Steppe Post", reliable=False),
    of("steppe  POST", owner="Delta Group", reliable=False),
    of("Delta Herald", owner="Delta Group"),
    of("Harbor Gazette", reliable=True),
    of("Nobody's Paper", reliable=False),  # by whom nothing is
    of("Steppe Post"),
)


@pytest.mark.parametrize("policy", ["envelope", "ucdp"])
def test_what_is_carried_on_is_what_is_computed_from_nothing(tmp_path: Path, policy: str) -> None:
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        read(ledger, range(len(SENT)))
        current(ledger, policy)
        for said in SAID:
            ledger.decide(said)
            assert whole(current(ledger, policy)) == whole(record(ledger, policy)), said.publisher
            assert list(projection_faults(ledger)) == []


def test_an_account_that_quotes_the_publisher_is_counted_anew(tmp_path: Path) -> None:
    text = (
        "A rocket hit a school in Homs on Monday. The Harbor Gazette said nine people were killed."
    )
    quoting = extract(read_text(Document.of(text), load_grammar(), shipped()))
    told = received(quoting, "homs", published="2022-11-22", publisher="Delta Herald")
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        read(ledger, range(len(SENT)))
        ledger.keep([(told, quoting)], FINDER)
        current(ledger)
        before = _stamps(ledger)
        ledger.decide(of("Harbor Gazette", owner="Delta Group"))
        assert whole(current(ledger)) == whole(record(ledger))
        after = _stamps(ledger)
    homes = {m.id for m in quoting.mentions} & after.keys()
    assert homes
    assert all(after[home] != before[home] for home in homes)


def _stamps(ledger: Ledger) -> dict[str, int]:
    return dict(ledger._db.execute("SELECT id, stamp FROM dossiers"))  # noqa: SLF001


def test_incidents_without_an_account_of_the_publisher_are_not_counted_anew(
    tmp_path: Path,
) -> None:
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        read(ledger, range(len(SENT)))
        found = current(ledger, "ucdp")
        before = _stamps(ledger)
        ledger.decide(of("Harbor Gazette", reliable=False))
        changed = current(ledger, "ucdp")
        after = _stamps(ledger)
    publisher = {c.document: c.publisher for c in found.captures}
    own = {i.id for i in found.incidents if "Harbor Gazette" in map(publisher.get, i.accounts)}
    anew = {i for i in after if after[i] != before[i]}
    assert own
    assert own <= anew
    assert len(anew) < len(after)
    assert all("Harbor Gazette" in i.policy for i in changed.incidents)
