"""The order of reading never changes the record; reading twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.model import Account, Document, Record
from cenotaph.pipeline import record
from cenotaph.store import Ledger
from cenotaph.text import load_grammar, read_text
from ledgers import FINDER, decision, received


class Sent(NamedTuple):
    """An account as someone sent it."""

    ref: str
    published: str | None
    publisher: str | None
    text: str


FERRY = (
    "Shells hit a ferry at Kherson on Monday. Four people were killed and six wounded, the port"
    " captain said. Russia denied shelling the ferry."
)
# A ferry as two tell it, who disagree; a copy, and the very text from another publisher; a raid on
# the same day elsewhere; a running total; a text without a day.
ACCOUNTS = (
    Sent("a", "2022-11-22", "Delta Herald", FERRY),
    Sent(
        "b",
        "2022-11-24",
        "Steppe Post",
        "Seven people were killed when shells hit a ferry at Kherson on Monday, the governor said."
        " He blamed Russian troops on the left bank.",
    ),
    Sent("c", "2022-11-22", "Harbor Gazette", FERRY),
    Sent("d", "2022-11-23", "Coast Mail", f"{FERRY} The ferry has been out of use since."),
    Sent(
        "e",
        "2022-11-22",
        None,
        "Gunmen raided a bus depot in Bamako on Monday, killing at least two drivers. Nobody has"
        " claimed the raid.",
    ),
    Sent(
        "f",
        "2022-11-25",
        "Steppe Post",
        "At least 1,112 civilians have been killed in Kherson since the siege began, the town"
        " council said on Thursday.",
    ),
    Sent("g", None, None, "A grenade exploded at a wedding near Bamako. Three guests died."),
)


@cache
def accounts() -> tuple[Account, ...]:
    grammar, gazetteer = load_grammar(), shipped()
    documents = [Document.of(text) for *_, text in ACCOUNTS]
    return tuple(extract(read_text(d, grammar, gazetteer)) for d in documents)


def read(ledger: Ledger, order: Sequence[int]) -> None:
    """Read accounts by number, each in a transaction of its own."""
    for n in order:
        ref, published, publisher, _ = ACCOUNTS[n]
        told = received(accounts()[n], ref)
        capture = msgspec.structs.replace(told.capture, published=published, publisher=publisher)
        ledger.keep([(told._replace(capture=capture), accounts()[n])], FINDER)


def computed(order: Sequence[int]) -> Record:
    with Ledger.open(":memory:", create=True) as ledger:
        read(ledger, order)
        return record(ledger)


@cache
def in_order() -> bytes:
    return msgspec.json.encode(computed(range(len(ACCOUNTS))))


def test_the_example_has_something_to_get_wrong() -> None:
    whole = computed(range(len(ACCOUNTS)))
    assert len(whole.incidents) >= 3
    assert whole.series
    assert {f.status for i in whole.incidents for f in i.tolls} >= {"single-source"}
    assert len(whole.captures) == len(ACCOUNTS)


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(range(len(ACCOUNTS))))
def test_the_order_of_reading_never_changes_the_record(order: list[int]) -> None:
    assert msgspec.json.encode(computed(order)) == in_order()


@settings(max_examples=20, deadline=None)
@given(
    order=st.permutations(range(len(ACCOUNTS))),
    again=st.lists(st.integers(0, len(ACCOUNTS) - 1), max_size=12),
)
def test_reading_again_changes_nothing(order: list[int], again: list[int]) -> None:
    with Ledger.open(":memory:", create=True) as ledger:
        read(ledger, order)
        head = ledger.head()
        read(ledger, again)
        assert ledger.head() == head
        assert msgspec.json.encode(record(ledger)) == in_order()


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(len(ACCOUNTS))), moment=st.integers(1, len(ACCOUNTS)))
def test_a_decision_counts_the_same_whenever_the_rest_is_read(
    order: list[int], moment: int
) -> None:
    """Decisions stand in their own order; what is read before or after them is of no matter."""
    claim = accounts()[order[0]].claims[0]

    def decided(first: int) -> bytes:
        with Ledger.open(":memory:", create=True) as ledger:
            read(ledger, order[:first])
            ledger.decide(decision("reject", claim.id))
            read(ledger, order[first:])
            return msgspec.json.encode(record(ledger))

    assert decided(moment) == decided(len(ACCOUNTS))


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(len(ACCOUNTS))))
def test_whatever_was_read_in_whatever_order_verifies(order: list[int]) -> None:
    with Ledger.open(":memory:", create=True) as ledger:
        read(ledger, order)
        assert ledger.verify().faults == ()
