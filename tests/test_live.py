"""Which claims are live once the extractors, or people, have changed their minds."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from cenotaph.errors import LedgerError, OffsetError, UsageError
from cenotaph.model import Account, Claim, Decision, Span, Verdict, identified, mention_id
from cenotaph.store import Ledger
from ledgers import FINDER, SHELL, decision, filled, received, said, told
from making import injured, killed

TEXT = SHELL.document.text
THREE, VICTIM = SHELL.claims
# What better extractors find: the same figure in fewer words.
TIGHTER = said(SHELL.document, "Three people", killed(3), about=SHELL.mentions[0].id)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with filled(":memory:", SHELL) as opened:
        yield opened


def found_again(ledger: Ledger, *claims: Claim, mentions: bool = True) -> None:
    """Let other extractors find these claims, and no others."""
    account = msgspec.structs.replace(SHELL, claims=claims)
    if not mentions:
        account = msgspec.structs.replace(account, mentions=())
    ledger.keep_runs([account], "finder two")


def live_ids(ledger: Ledger) -> set[str]:
    return {c.id for a in ledger.accounts() for c in a.claims}


def judged(ledger: Ledger) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.verdict, d.subjects) for d in ledger.live().decisions]


def asked(ledger: Ledger) -> list[str]:
    return [q.text for q in ledger.live().questions]


def test_only_the_latest_run_counts(ledger: Ledger) -> None:
    found_again(ledger, TIGHTER)
    assert live_ids(ledger) == {TIGHTER.id}
    found_again(ledger, THREE)
    assert live_ids(ledger) == {THREE.id}
    assert ledger.verify().faults == ()


def test_a_claim_that_was_accepted_stays_live_and_is_asked_about(ledger: Ledger) -> None:
    ledger.decide(decision("accept", VICTIM.id))
    found_again(ledger, THREE)
    assert live_ids(ledger) == {THREE.id, VICTIM.id}
    assert asked(ledger) == [
        "Judged (accept), no longer found: “Daria Kovalenko”. Does the judgement still hold?"
    ]


def test_a_claim_that_was_rejected_does_not_come_back_and_is_asked_about(ledger: Ledger) -> None:
    ledger.decide(decision("reject", VICTIM.id))
    found_again(ledger, THREE)
    assert live_ids(ledger) == {THREE.id}
    assert asked(ledger)[0].startswith("Judged (reject), no longer found: “Daria Kovalenko”")


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_a_decision_is_carried_to_the_claim_that_says_the_same(
    ledger: Ledger, verdict: Verdict
) -> None:
    ledger.decide(decision(verdict, THREE.id))
    found_again(ledger, TIGHTER, VICTIM)
    assert judged(ledger) == [(verdict, (TIGHTER.id,))]
    assert live_ids(ledger) == {TIGHTER.id, VICTIM.id}
    assert asked(ledger) == []


@pytest.mark.parametrize(
    "other",
    [
        said(SHELL.document, "Three people", killed(4)),
        said(SHELL.document, "Three people", injured(3)),
        said(SHELL.document, "Orekhiv", killed(3)),
        said(SHELL.document, "Three people", killed(3), stance="denies"),
    ],
    ids=["another figure", "another outcome", "other words", "another stance"],
)
def test_a_decision_is_not_carried_to_a_claim_that_says_something_else(
    ledger: Ledger, other: Claim
) -> None:
    ledger.decide(decision("reject", THREE.id))
    found_again(ledger, other, VICTIM)
    assert judged(ledger) == [("reject", (THREE.id,))]
    assert len(asked(ledger)) == 1


def test_a_decision_is_not_carried_where_two_claims_could_inherit_it(ledger: Ledger) -> None:
    ledger.decide(decision("accept", THREE.id))
    found_again(ledger, TIGHTER, said(SHELL.document, "people were killed", killed(3)))
    assert judged(ledger) == [("accept", (THREE.id,))]
    assert THREE.id in live_ids(ledger)


def test_a_correction_stands_in_the_place_of_what_it_corrects(ledger: Ledger) -> None:
    part = said(SHELL.document, "Daria Kovalenko among them", killed(1), part_of=THREE.id)
    found_again(ledger, THREE, part)
    ledger.decide(decision("correct", THREE.id, value=killed(4)))
    made = identified(msgspec.structs.replace(THREE, value=killed(4)))
    (account,) = ledger.accounts()
    assert [c.id for c in account.claims] == [made.id, part.id]
    assert account.claims[0].extractor == "person"
    assert account.claims[0].evidence == THREE.evidence
    assert account.claims[1].part_of == made.id
    assert judged(ledger) == [("correct", (THREE.id, made.id))]
    assert ledger.verify().faults == ()


def test_a_correction_of_a_correction_stands_for_both(ledger: Ledger) -> None:
    ledger.decide(decision("correct", THREE.id, value=killed(4)))
    first = identified(msgspec.structs.replace(THREE, value=killed(4)))
    ledger.decide(decision("correct", first.id, value=killed(5)))
    last = identified(msgspec.structs.replace(THREE, value=killed(5)))
    assert live_ids(ledger) == {last.id, VICTIM.id}


def test_a_correction_may_be_taken_back_by_another(ledger: Ledger) -> None:
    ledger.decide(decision("correct", THREE.id, value=killed(4)))
    first = identified(msgspec.structs.replace(THREE, value=killed(4)))
    ledger.decide(decision("correct", first.id, value=killed(3)))
    assert live_ids(ledger) == {THREE.id, VICTIM.id}


def test_a_correction_that_changes_nothing_loses_nothing(ledger: Ledger) -> None:
    ledger.decide(decision("correct", THREE.id, value=killed(3)))
    assert live_ids(ledger) == {THREE.id, VICTIM.id}


def test_a_correction_is_carried_with_its_decision(ledger: Ledger) -> None:
    ledger.decide(decision("correct", THREE.id, value=killed(4)))
    found_again(ledger, TIGHTER, VICTIM)
    made = identified(msgspec.structs.replace(THREE, value=killed(4)))
    assert live_ids(ledger) == {made.id, VICTIM.id}
    assert judged(ledger) == [("correct", (TIGHTER.id, made.id))]


def test_a_correction_outlives_what_it_corrects(ledger: Ledger) -> None:
    ledger.decide(decision("correct", THREE.id, value=killed(4)))
    found_again(ledger, VICTIM)
    made = identified(msgspec.structs.replace(THREE, value=killed(4)))
    assert live_ids(ledger) == {VICTIM.id, made.id}
    assert len(asked(ledger)) == 1


def test_a_correction_that_is_overruled_is_gone(ledger: Ledger) -> None:
    ledger.decide(decision("correct", THREE.id, value=killed(4)))
    ledger.decide(decision("accept", THREE.id, reason="it was three after all"))
    assert live_ids(ledger) == {THREE.id, VICTIM.id}


def test_a_decision_that_is_superseded_has_no_force(ledger: Ledger) -> None:
    first = ledger.decide(decision("accept", VICTIM.id))
    ledger.decide(decision("reject", VICTIM.id, supersedes=first.id))
    found_again(ledger, THREE)
    assert live_ids(ledger) == {THREE.id}


def test_a_claim_that_a_person_adds_is_live_whatever_is_found(ledger: Ledger) -> None:
    added = said(SHELL.document, "Daria Kovalenko", killed(1))
    made = ledger.decide(decision("add"), added)
    assert made.subjects == (added.id,)
    found_again(ledger, THREE)
    assert live_ids(ledger) == {THREE.id, added.id}
    assert asked(ledger) == []
    assert ledger.verify().faults == ()


def test_a_claim_that_was_added_and_then_rejected_is_shown_as_rejected(ledger: Ledger) -> None:
    added = said(SHELL.document, "Daria Kovalenko", killed(1))
    ledger.decide(decision("add"), added)
    ledger.decide(decision("reject", added.id))
    assert added.id in live_ids(ledger)
    assert judged(ledger)[-1] == ("reject", (added.id,))


def test_what_links_a_mention_that_is_gone_is_asked_about(ledger: Ledger) -> None:
    other = told("Mortars hit Huliaipole. One died.", ("One died", killed(1)))
    ledger.keep([(received(other, "b.txt"), other)], FINDER)
    ledger.decide(decision("same", SHELL.mentions[0].id, other.mentions[0].id))
    assert asked(ledger) == []
    found_again(ledger, THREE, mentions=False)
    assert asked(ledger)[0].startswith("Judged (same), no longer found: “Shells”")
    assert judged(ledger) == [("same", (SHELL.mentions[0].id, other.mentions[0].id))]


def test_the_same_decision_twice_is_one(ledger: Ledger) -> None:
    first = ledger.decide(decision("accept", THREE.id))
    assert ledger.decide(decision("accept", THREE.id)) == first
    assert len(list(ledger.decisions())) == 1


def test_a_decision_about_nothing_we_have_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="has this id"):
        ledger.decide(decision("accept", "f" * 32))


def test_a_correction_must_say_what_is_right(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="says what is right"):
        ledger.decide(decision("correct", THREE.id))


def test_a_claim_that_quotes_words_that_are_not_there_is_refused(ledger: Ledger) -> None:
    beyond = Span(start=0, end=len(TEXT) + 1)
    with pytest.raises(OffsetError):
        ledger.decide(decision("add"), msgspec.structs.replace(THREE, evidence=beyond))
    assert list(ledger.decisions()) == []


def test_a_document_in_another_language_is_stored_and_said_to_be_unread(ledger: Ledger) -> None:
    foreign = Account(document=told("Обстріл міста. Троє загинули.").document)
    ledger.keep([(received(foreign, "uk.txt", language="uk"), None)], FINDER)
    (account,) = [a for a in ledger.accounts() if a.document.id == foreign.document.id]
    assert account.claims == ()
    assert account.skipped[0].why == "not read: language"
    assert account.skipped[0].end == len(foreign.document.text)


def test_what_links_a_mention_is_carried_to_where_its_claims_hang_now(ledger: Ledger) -> None:
    """The head word of the event is another; the claims that hung on it tell which."""
    other = told("Mortars hit Huliaipole. One died.", ("One died", killed(1)))
    ledger.keep([(received(other, "b.txt"), other)], FINDER)
    ledger.decide(decision("same", SHELL.mentions[0].id, other.mentions[0].id))
    head = Span(start=TEXT.index("fell"), end=TEXT.index("fell") + 4)
    new = mention_id(SHELL.document.id, head)
    mention = msgspec.structs.replace(SHELL.mentions[0], id=new, span=head, event=new)
    claims = tuple(msgspec.structs.replace(c, about=new) for c in SHELL.claims)
    ledger.keep_runs([msgspec.structs.replace(SHELL, mentions=(mention,), claims=claims)], "two")
    assert judged(ledger) == [("same", (new, other.mentions[0].id))]
    assert asked(ledger) == []
    assert ledger.heir(SHELL.mentions[0].id) == new


def test_a_correction_hangs_where_what_it_corrects_hangs_by_the_latest_reading(
    ledger: Ledger,
) -> None:
    ledger.decide(decision("correct", THREE.id, value=killed(4)))
    head = Span(start=TEXT.index("fell"), end=TEXT.index("fell") + 4)
    new = mention_id(SHELL.document.id, head)
    mention = msgspec.structs.replace(SHELL.mentions[0], id=new, span=head, event=new)
    tighter = msgspec.structs.replace(TIGHTER, about=new)
    account = msgspec.structs.replace(SHELL, mentions=(mention,), claims=(tighter,))
    ledger.keep_runs([account], "two")
    (found,) = ledger.accounts()
    assert [(c.value, c.about) for c in found.claims] == [(killed(4), new)]


def test_a_correction_of_a_correction_goes_when_the_first_is_undone(ledger: Ledger) -> None:
    first = ledger.decide(decision("correct", THREE.id, value=killed(4)))
    made = identified(msgspec.structs.replace(THREE, value=killed(4)))
    ledger.decide(decision("correct", made.id, value=killed(5)))
    ledger.decide(decision("undo", supersedes=first.id))
    assert live_ids(ledger) == {THREE.id, VICTIM.id}
    assert asked(ledger) == []


def test_who_confirms_a_judgement_of_what_is_no_longer_found_is_asked_no_more(
    ledger: Ledger,
) -> None:
    first = ledger.decide(decision("accept", VICTIM.id))
    found_again(ledger, THREE)
    (question,) = ledger.live().questions
    holds, gone = question.choices
    assert (holds.verdict, gone.verdict) == ("accept", "undo")
    again = decision(holds.verdict, *holds.subjects, supersedes=holds.supersedes, reason="still")
    ledger.decide(again)
    assert asked(ledger) == []
    assert VICTIM.id in live_ids(ledger)
    assert holds.supersedes == first.id


def test_who_takes_back_a_judgement_of_what_is_no_longer_found_is_asked_no_more(
    ledger: Ledger,
) -> None:
    first = ledger.decide(decision("accept", VICTIM.id))
    found_again(ledger, THREE)
    ledger.decide(decision("undo", supersedes=first.id))
    assert asked(ledger) == []
    assert live_ids(ledger) == {THREE.id}


@pytest.mark.parametrize(
    ("made", "told_why"),
    [
        (decision("same", THREE.id), "same is about 2 claim or mention ids or more"),
        (decision("accept", SHELL.mentions[0].id), "is a mention; accept is about a claim"),
        (decision("copy", SHELL.document.id, THREE.id), "is a claim; copy is about a document"),
        (decision("undo"), "says by `supersedes` which"),
        (decision("undo", supersedes="d" * 32), "no decision of this ledger"),
        (decision("accept", THREE.id, supersedes="d" * 32), "no decision of this ledger"),
    ],
)
def test_a_verdict_that_cannot_be_about_its_subjects_is_refused(
    ledger: Ledger, made: Decision, told_why: str
) -> None:
    with pytest.raises((UsageError, LedgerError), match=told_why):
        ledger.decide(made)
    assert list(ledger.decisions()) == []
