"""Accounts said by two processes: who says them has no say in what is said, nor has its death."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Iterator

import pytest

from cenotaph.gazetteer import shipped
from cenotaph.growth import partner
from cenotaph.growth.dividing import Here, said
from cenotaph.growth.partner import Asked, Part, Partner, partnered
from cenotaph.growth.saying import Said
from cenotaph.growth.second import serve
from cenotaph.pipeline import current
from cenotaph.store import Ledger
from ledgers import RAID, SHELL, decision, filled, received, told
from making import killed

GAZETTEER = shipped()
FERRY = told("Rockets struck a ferry at Paris. Nine died.", ("Nine died", killed(9)))
MANY = 100_000
ALIKE = (
    *(
        told(
            f"Rockets struck a ferry at Kherson. {n} died, Olena Brovko said.",
            (f"{n} died", killed(9)),
        )
        for n in ("Nine", "At least nine", "In all nine")
    ),
    SHELL,
    RAID,
)


def parts() -> list[Part]:
    """Return six parts of three accounts; of one a person rejected a claim."""
    beats = {"delta herald": (3, ("marib", "paris")), "coast mail": (9, ("reno", "paris"))}
    found = []
    for publisher in (None, *beats, None, *beats):
        asked = [
            Asked(
                a,
                (received(a, **({"publisher": publisher} if publisher else {})).capture,),
                (),
                publisher,
            )
            for a in (SHELL, RAID, FERRY)
        ]
        about = (decision("reject", SHELL.claims[0].id),)
        asked[0] = Asked(SHELL, asked[0].captures, about, publisher)
        found.append(Part(tuple(asked), beats))
    return found


def said_here() -> list[Said]:
    here = Here(GAZETTEER)
    return [one for part in parts() for one in here.said(part)]


@pytest.fixture
def there() -> Iterator[Partner]:
    process = Partner()
    yield process
    process.close()


def test_two_processes_say_the_same_in_the_same_order(there: Partner) -> None:
    assert there.say(parts()[1]).result() == said_here()[3:6]
    assert list(said(parts(), Here(GAZETTEER), there)) == said_here()


def test_what_the_second_did_not_live_to_say_is_said_here(there: Partner) -> None:
    os.kill(there._process.pid, signal.SIGKILL)  # noqa: SLF001
    assert list(said(parts(), Here(GAZETTEER), there)) == said_here()


def test_a_second_process_is_started_for_many_accounts_on_two_cores(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(partner, "cores", lambda: 2)
    with partnered(12, GAZETTEER) as none:
        assert none is None
    with partnered(MANY, GAZETTEER) as there:
        assert there is not None
        assert there._process.poll() is None  # noqa: SLF001
    assert there._process.poll() is not None  # noqa: SLF001
    monkeypatch.setattr(partner, "start", _no_room)
    with partnered(MANY, GAZETTEER) as none:
        assert none is None
    monkeypatch.setattr(partner, "cores", lambda: 1)
    with partnered(MANY, GAZETTEER) as none:
        assert none is None


def _no_room(_: str) -> object:
    raise OSError(12, "Cannot allocate memory")


def kept(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    """Return what is kept of a ledger's record, keys and joins included."""
    tables = ("told", "tellings", "keys", "joins", "likes", "dossiers", "incidents")
    query = "SELECT * FROM {} ORDER BY 1, 2"
    return [ledger._db.execute(query.format(t)).fetchall() for t in tables]  # noqa: SLF001


@pytest.mark.parametrize("asking", [False, True])
def test_two_processes_keep_the_record_of_one(
    monkeypatch: pytest.MonkeyPatch, *, asking: bool
) -> None:
    monkeypatch.setattr(partner, "_MANY", 1)
    found = []
    for cores in (1, 2):
        monkeypatch.setattr(partner, "cores", lambda cores=cores: cores)
        with filled(":memory:", *ALIKE) as ledger:
            current(ledger, asking=asking)
            found.append(kept(ledger))
    assert found[0] == found[1]
    assert any(found[0][3])


def test_the_second_process_ends_with_its_input() -> None:
    sink = io.BytesIO()
    serve(io.BytesIO(b""), sink)
    serve(io.BytesIO(b"\x05\x00\x00\x00cut"), sink)
    assert sink.getvalue() == b""
