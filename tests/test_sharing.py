"""What is told of several incidents at once is claimed of each, from the same words."""

from __future__ import annotations

from cenotaph.extract import extract
from cenotaph.link.counted_place import counted_place
from cenotaph.model import Account, Claim, Responsibility, Toll, When, claim_id, tellings
from readings import reading_of

ROW = (
    "Bombs went off in Aleppo, Homs and Hama on Friday, wounding nine people. The blasts were "
    "blamed on rebels."
)


def account() -> Account:
    return extract(reading_of(ROW))


def of_kind(kind: type) -> list[Claim]:
    return [c for c in account().claims if isinstance(c.value, kind)]


def test_each_incident_of_a_row_has_the_day_and_who_is_blamed() -> None:
    told = tellings(account())
    assert len(told) == 3
    for telling in told:
        kinds = {type(c.value) for c in telling.claims}
        assert {When, Responsibility} <= kinds


def test_a_claim_told_of_each_has_its_own_id_and_the_same_words() -> None:
    days = of_kind(When)
    assert len({c.id for c in days}) == len(days) == 3
    assert len({c.about for c in days}) == 3
    assert {account().document.quote(c.evidence) for c in days} == {"Friday"}
    assert [c.shared for c in days].count(False) == 1
    assert all(claim_id(c) == c.id for c in account().claims)


def test_a_figure_of_all_is_no_incidents() -> None:
    (toll,) = of_kind(Toll)
    assert isinstance(toll.value, Toll)
    assert (toll.value.count.low, toll.value.scope) == (9, "series")
    assert not any(toll in t.claims for t in tellings(account()))


def test_a_figure_of_all_counts_none_of_their_places() -> None:
    (toll,) = of_kind(Toll)
    assert counted_place(account(), toll) is None
