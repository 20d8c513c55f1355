"""Decisions in any batching and order of reading give the same record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from test_order import ACCOUNTS, accounts, read

from cenotaph.model import Decision, Toll, Verdict
from cenotaph.pipeline import record
from cenotaph.store import Ledger
from ledgers import FINDER, decision
from making import killed


@cache
def subjects() -> tuple[tuple[int, str, str], ...]:
    """Return what can be judged: (number of its account, kind, id)."""
    found = []
    for n, account in enumerate(accounts()):
        found.append((n, "document", account.document.id))
        found.extend((n, "mention", m.id) for m in account.mentions)
        found.extend((n, "toll", c.id) for c in account.claims if isinstance(c.value, Toll))
    return tuple(found)


def about(*kinds: str) -> st.SearchStrategy[tuple[int, str, str]]:
    return st.sampled_from([s for s in subjects() if s[1] in kinds])


Made = tuple[Verdict, tuple[tuple[int, str, str], ...]]


def verdicts() -> st.SearchStrategy[Made]:
    """Return verdicts about claims, pairs of tellings and pairs of documents."""
    one = about("toll").map(lambda s: (s,))
    pair = st.tuples(about("mention", "toll"), about("mention", "toll"))
    both = st.tuples(about("document"), about("document"))
    return st.one_of(
        st.tuples(st.sampled_from(["accept", "reject", "correct"]), one),
        st.tuples(
            st.sampled_from(["same", "different"]), pair.filter(lambda p: p[0][2] != p[1][2])
        ),
        st.tuples(st.sampled_from(["copy", "not-copy"]), both.filter(lambda p: p[0][2] != p[1][2])),
        st.just(("undo", ())),
    )


def decided(made: Sequence[Made], order: Sequence[int], *, at_once: bool) -> bytes:
    """Return the record of accounts read in an order, and decisions made as soon as they can be."""
    waiting, done = list(made), list[Decision]()
    with Ledger.open(":memory:", create=True) as ledger:
        for n, number in enumerate(order):
            read(ledger, [number])
            here = set(order[: n + 1])
            while waiting and (at_once or len(here) == len(order)):
                verdict, what = waiting[0]
                if not {s[0] for s in what} <= here:
                    break
                _decide(ledger, verdict, what, done)
                waiting.pop(0)
        ledger.keep_runs(accounts(), f"{FINDER}, again")
        assert ledger.verify().faults == ()
        return msgspec.json.encode(record(ledger))


def _decide(
    ledger: Ledger, verdict: Verdict, what: tuple[tuple[int, str, str], ...], done: list[Decision]
) -> None:
    at = f"2023-01-01T00:00:{len(done):02}+00:00"
    if verdict == "undo":
        if done:
            taken = decision("undo", supersedes=done[-1].id, at=at)
            done.append(ledger.decide(taken))
        return
    value = killed(9) if verdict == "correct" else None
    done.append(ledger.decide(decision(verdict, *(s[2] for s in what), value=value, at=at)))


@settings(max_examples=8, deadline=None)
@given(data=st.data(), order=st.permutations(range(len(ACCOUNTS))))
def test_decisions_count_the_same_whenever_accounts_are_read(
    data: st.DataObject, order: list[int]
) -> None:
    made = data.draw(st.lists(verdicts(), max_size=6))
    assert decided(made, order, at_once=True) == decided(made, range(len(ACCOUNTS)), at_once=False)
