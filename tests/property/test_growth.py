"""However a ledger grew, the record kept in it is the one computed from nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_order import ACCOUNTS, FERRY, Sent

from cenotaph.errors import UsageError
from cenotaph.extract import extract
from cenotaph.gazetteer import shipped
from cenotaph.growth.doubting import doubts_about
from cenotaph.growth.judging import Places
from cenotaph.link import link
from cenotaph.model import (
    Account,
    Capture,
    Document,
    Near,
    Publisher,
    Record,
    Remark,
    Toll,
    publishers,
)
from cenotaph.pipeline import current, projection_faults, record, refresh
from cenotaph.reconcile import reconcile
from cenotaph.reconcile.counting import counting
from cenotaph.resolve import beats, resolve
from cenotaph.store import Ledger
from cenotaph.text import load_grammar, read_text
from ledgers import FINDER, decision, received
from making import killed

# One more village of a publisher, by whose other places it is known which one; a later total; a
# copy of which a person says it is none; a second ferry on another day.
MORE = (
    Sent("h", "2022-11-26", "Steppe Post", "Shots fell in Paris. Two people were killed."),
    Sent("i", "2022-11-27", "Steppe Post", "Shots fell in Reno, Texas. Blossom and Bonham knew."),
    Sent("j", "2022-12-02", "Coast Mail", f"From our wire. {FERRY}"),
    Sent(
        "k",
        "2022-12-09",
        "Delta Herald",
        "A rocket hit a ferry at Kherson on Wednesday. Two people were killed, a doctor said.",
    ),
    Sent(
        "l",
        "2022-12-09",
        "Harbor Gazette",
        "At least 1,150 civilians have been killed in Kherson since the siege began, the town"
        " council said. Gunmen raided a bus depot in Bamako on 21 November, killing four drivers.",
    ),
)
SENT = (*ACCOUNTS, *MORE)


@cache
def accounts() -> tuple[Account, ...]:
    grammar, gazetteer = load_grammar(), shipped()
    documents = [Document.of(sent.text) for sent in SENT]
    return tuple(extract(read_text(d, grammar, gazetteer)) for d in documents)


def read(ledger: Ledger, numbers: Sequence[int]) -> None:
    """Read accounts by number, in one transaction."""
    kept = []
    for n in numbers:
        ref, published, publisher, _ = SENT[n]
        told = received(accounts()[n], ref)
        capture = msgspec.structs.replace(told.capture, published=published, publisher=publisher)
        kept.append((told._replace(capture=capture), accounts()[n]))
    ledger.keep(kept, FINDER)


def decide(ledger: Ledger, step: int) -> None:
    """Decide something, as far as it can be said of what other decisions have left."""
    with suppress(UsageError):
        (_keep_beside if step % 9 in (4, 5) else _decide)(ledger, step)


def _decide(ledger: Ledger, step: int) -> None:
    """Decide something about accounts that are there, or read one anew by other software."""
    there = [a for a in accounts() if a.mentions and ledger.holds(a.document.id)]
    if not there:
        return
    one, other = there[step % len(there)], there[-1 - step % len(there)]
    linking = ("same", "different"), (one.mentions[0].id, other.mentions[0].id)
    copying = ("copy", "not-copy"), (one.document.id, other.document.id)
    verdicts, subjects = copying if step % 4 > 1 else linking
    if step % 7 == 0:
        ledger.decide(decision("reject", one.claims[-1].id))
    elif step % 7 == 1:
        toll = next((c for c in one.claims if type(c.value) is Toll), None)
        if toll is not None:
            ledger.decide(decision("correct", toll.id, value=killed(5 + step)))
    elif step % 7 == 2:
        fewer = msgspec.structs.replace(one, claims=one.claims[1:])
        ledger.keep_runs([fewer], f"finder {step}")
    elif step % 7 == 6 and len(one.mentions) > 1:
        ledger.decide(decision("different", one.mentions[0].id, one.mentions[-1].id))
    elif one is not other:
        ledger.decide(decision(verdicts[step % 2], *subjects))


def _keep_beside(ledger: Ledger, step: int) -> None:
    """Say something of a publisher, or note something for oneself."""
    there = [a for a in accounts() if a.mentions and ledger.holds(a.document.id)]
    if step % 9 == 4:
        held = Publisher(name="Steppe Post", owner="Delta Group", reliable=step % 2 == 0)
        ledger.decide(decision("source", publisher=held))
    elif there:
        mention = there[step % len(there)].mentions[0].id
        ledger.decide(decision("note", mention, remark=Remark(tags=(f"t{step}",))))


def doubted(ledger: Ledger) -> list[Near]:
    """Return what is kept of what linking was least sure of."""
    kept = ledger.standing().joined.doubts()
    return sorted((msgspec.msgpack.decode(d, type=Near) for d in kept), key=lambda d: d.closest)


def doubted_by_page(ledger: Ledger) -> list[Near]:
    """Return the same as a page asks for it, whether questions were asked before or not."""
    pieces = ledger.pieces()
    events = {m.event for a in pieces.accounts(pieces.documents()) for m in a.mentions}
    found = doubts_about(Places(ledger.standing(), pieces, 0, (), None), events)
    return sorted(found, key=lambda d: d.closest)


def doubts(found: Record) -> list[Near]:
    """Return the same of all accounts at once; whether two are joined now is not kept."""
    known = link(found.accounts, found.captures, found.decisions).doubts.tellings
    apart = (msgspec.structs.replace(d, joined=False) for d in known)
    return sorted(apart, key=lambda d: d.closest)


def whole(computed: Record) -> bytes:
    return msgspec.json.encode(computed)


numbers = range(len(SENT))
splits = st.lists(st.integers(0, 40), min_size=1, max_size=5)


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(numbers), steps=splits)
@example(order=[0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 9, 11], steps=[0, 0, 0])  # a group falls apart
def test_a_ledger_that_grew_keeps_the_record_computed_from_nothing(
    order: list[int], steps: list[int]
) -> None:
    """Some accounts, a decision, the record; and so on: the last one as if all came at once."""
    with Ledger.open(":memory:", create=True) as ledger:
        size = len(order) // len(steps) + 1
        for n, step in enumerate(steps):
            read(ledger, order[n * size : (n + 1) * size])
            current(ledger, "envelope" if step % 2 else "latest", asking=step % 3 > 0)
            decide(ledger, step)
        refresh(ledger)
        assert doubted_by_page(ledger) == doubts(record(ledger))
        grown = current(ledger)
        assert whole(grown) == whole(record(ledger))
        assert doubted(ledger) == doubts(grown)
        assert list(projection_faults(ledger)) == []


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(numbers), cut=st.integers(1, len(SENT) - 1))
def test_accounts_in_two_lots_give_the_record_of_all_at_once(order: list[int], cut: int) -> None:
    with Ledger.open(":memory:", create=True) as ledger:
        read(ledger, order[:cut])
        refresh(ledger)
        read(ledger, order[cut:])
        refresh(ledger)
        assert list(projection_faults(ledger)) == []
        assert whole(current(ledger)) == at_once()


@cache
def at_once() -> bytes:
    with Ledger.open(":memory:", create=True) as ledger:
        read(ledger, numbers)
        return whole(record(ledger))


def test_the_parts_make_the_record_of_the_plain_functions_over_everything() -> None:
    """Resolve, link and reconcile all accounts at once: the same dossiers, incidents, series."""
    with Ledger.open(":memory:", create=True) as ledger:
        read(ledger, numbers)
        for step in (3, 4, 5, 7, 8):
            decide(ledger, step)
        live, found = ledger.live(), record(ledger)
    captures = defaultdict[str, list[Capture]](list)
    for capture in live.captures:
        captures[capture.document].append(capture)
    gazetteer = shipped()
    habits = beats(live.accounts, captures, gazetteer)
    resolved = tuple(
        resolve(a, captures[a.document.id], gazetteer, habits.get(a.document.id))
        for a in live.accounts
    )
    linked = link(resolved, live.captures, live.decisions)
    settled = reconcile(
        linked.dossiers,
        resolved,
        live.captures,
        live.decisions,
        copies_of=linked.copies_of,
        policy=counting("envelope").over(publishers(live.decisions)),
    )
    assert found.accounts == resolved
    assert found.incidents == settled.incidents
    assert found.series == settled.series
    assert found.stories == settled.stories
    assert found.copies_of == linked.copies_of
    assert len(found.incidents) >= 3
    assert found.series
    assert found.copies_of


def test_what_an_account_does_not_touch_is_not_computed_anew(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        read(ledger, [n for n in numbers if SENT[n].ref != "k"])
        before = {i.id: i for i in current(ledger).incidents}
        read(ledger, [n for n in numbers if SENT[n].ref == "k"])
        after = {i.id: i for i in current(ledger).incidents}
        stamps = dict(ledger._db.execute("SELECT id, stamp FROM dossiers"))  # noqa: SLF001
    changed = {i for i in after if before.get(i) != after[i]}
    assert changed
    assert {i for i, stamp in stamps.items() if stamp == 2} == changed
    assert len(changed) < len(after) - 1
