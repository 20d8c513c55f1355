"""Copies of one story count once."""

from __future__ import annotations

import msgspec

from cenotaph.link.copies import copies, families
from cenotaph.model import Account, Claim, Span
from making import account, killed

_FURNITURE = "Subscribe to our morning letter for stories that matter to you and to your town."
_WIRE = (
    "Gunmen on motorcycles killed {n} farmers near the village of Birnin Goro at dawn on Monday, "
    "a local chief and two residents told a reporter who reached the place."
)


def _story(text: str) -> Account:
    told = account(text, killed(9))
    end = text.index(".") + 1
    whole: tuple[Claim, ...] = tuple(
        msgspec.structs.replace(c, sentence=Span(start=0, end=end)) for c in told.claims
    )
    return msgspec.structs.replace(told, claims=whole)


ORIGINAL = _story(_WIRE.format(n="nine"))
REPRINT = _story(_WIRE.format(n="nine") + " " + _FURNITURE)
CHANGED = _story(_WIRE.format(n="19") + " " + _FURNITURE)
OWN_WORDS = _story(
    "Nine men working in their fields died on Monday when riders opened fire on them near Birnin "
    "Goro, according to people who fled. " + _FURNITURE
)
DAYS = {
    ORIGINAL.document.id: "2021-03-01",
    REPRINT.document.id: "2021-03-02",
    CHANGED.document.id: "2021-03-02",
    OWN_WORDS.document.id: "2021-03-02",
}


def test_a_reprint_is_a_copy_of_the_earlier_story() -> None:
    assert copies([REPRINT, ORIGINAL], DAYS) == ((REPRINT.document.id, ORIGINAL.document.id),)


def test_a_copy_that_changed_the_number_is_a_copy() -> None:
    assert copies([ORIGINAL, CHANGED], DAYS) == ((CHANGED.document.id, ORIGINAL.document.id),)


def test_shared_furniture_makes_no_copy() -> None:
    assert copies([OWN_WORDS, REPRINT], DAYS) == ()


def test_a_family_is_known_to_each_of_its_members() -> None:
    found = families(copies([ORIGINAL, REPRINT, CHANGED, OWN_WORDS], DAYS))
    assert set(found) == {ORIGINAL.document.id, REPRINT.document.id, CHANGED.document.id}
    assert len(set(found.values())) == 1
    assert found[REPRINT.document.id][0] == ORIGINAL.document.id
