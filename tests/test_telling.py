"""Which events of an account make an incident."""

from typing import Any

import msgspec
import pytest

from cenotaph.model import (
    Assertion,
    Mention,
    Responsibility,
    Span,
    Target,
    Victim,
    Weapon,
    When,
    kind_of,
    tellings,
)
from making import ALEPPO, account, day, killed

MONTH = When(words="May", timex="XXXX-05", first="2020-05-01", last="2020-05-31", precision="month")
YEAR = When(words="2014", timex="2014", first="2014-01-01", last="2014-12-31", precision="year")
SCHOOL = Target(name="school", category="school")
HELD = Victim(outcome="detained", name="Omar Haddad")
SHELLS, REBELS = Weapon(name="artillery"), Responsibility(party="rebels")

INCIDENTS: list[tuple[Assertion, ...]] = [
    (killed(3),),
    (ALEPPO, SCHOOL),
    (ALEPPO, day("2020-05-04")),
    (REBELS, SHELLS),
    (SCHOOL, SHELLS, MONTH),
]
NONE: list[tuple[Assertion, ...]] = [
    (ALEPPO,),
    (ALEPPO, MONTH),
    (ALEPPO, YEAR, MONTH),
    (killed(300, scope="cumulative"), ALEPPO),
    (killed(9, cause="indirect"), ALEPPO, MONTH),
]


@pytest.mark.parametrize("values", INCIDENTS)
def test_victims_or_two_details_of_one_moment_make_an_incident(
    values: tuple[Assertion, ...],
) -> None:
    assert len(tellings(account("Shells fell.", *values))) == 1


UNTOLD: list[tuple[Assertion, ...]] = [(ALEPPO,), (SHELLS,), (ALEPPO, SHELLS)]


@pytest.mark.parametrize("values", UNTOLD)
@pytest.mark.parametrize("mark", [day("2020-05-04"), SCHOOL, REBELS])
def test_what_nothing_tells_from_others_makes_none(
    values: tuple[Assertion, ...], mark: Assertion
) -> None:
    kind: Any = {"event_type": "Violence against civilians", "sub_event_type": "Attack"}
    assert tellings(account("Attacks went on.", *values, **kind)) == ()
    assert len(tellings(account("Attacks went on.", *values, mark, **kind))) == 1


@pytest.mark.parametrize("detail", [ALEPPO, SCHOOL, REBELS])
def test_arrests_alone_make_one_with_their_day(detail: Assertion) -> None:
    kind: Any = {"event_type": "Strategic developments", "sub_event_type": "Arrests"}
    assert tellings(account("Two were held.", HELD, detail, **kind)) == ()
    assert tellings(account("Two were held.", HELD, detail, MONTH, **kind)) == ()
    assert len(tellings(account("Two were held.", HELD, detail, day("2020-05-04"), **kind))) == 1


@pytest.mark.parametrize("values", NONE)
def test_a_background_word_makes_none(values: tuple[Assertion, ...]) -> None:
    assert tellings(account("Shells fell.", *values)) == ()


def test_there_are_as_many_traps() -> None:
    assert len(INCIDENTS) == len(NONE)


def test_a_day_that_may_be_another_s_opens_no_incident() -> None:
    told = account("Shells fell.", REBELS, day("2020-05-04"))
    loose = tuple(msgspec.structs.replace(c, confidence=0.55) for c in told.claims)
    assert len(tellings(told)) == 1
    assert tellings(msgspec.structs.replace(told, claims=loose)) == ()


def test_what_is_only_talked_of_makes_no_incident() -> None:
    told = account("Shells fell.", ALEPPO, SHELLS)
    talked = tuple(msgspec.structs.replace(m, told=False) for m in told.mentions)
    assert tellings(msgspec.structs.replace(told, mentions=talked)) == ()


def test_a_datelines_town_is_no_detail_of_what_nobody_dates() -> None:
    told = account("Shells fell.", ALEPPO, SHELLS)
    hinted = tuple(msgspec.structs.replace(c, confidence=0.55) for c in told.claims[:1])
    assert len(tellings(told)) == 1
    assert tellings(msgspec.structs.replace(told, claims=(*hinted, *told.claims[1:]))) == ()


def test_a_doubtful_detail_counts_for_none() -> None:
    told = account("Shells fell.", ALEPPO, SHELLS)
    doubtful = tuple(msgspec.structs.replace(c, confidence=0.4) for c in told.claims)
    assert tellings(msgspec.structs.replace(told, claims=doubtful)) == ()


def test_an_attack_for_which_people_were_arrested_is_no_arrest() -> None:
    def of(*kinds: tuple[str, str | None]) -> tuple[str, str | None]:
        span = Span(start=0, end=1)
        return kind_of(
            Mention(id=str(n), document="d", span=span, event="e", event_type=t, sub_event_type=s)
            for n, (t, s) in enumerate(kinds)
        )

    arrest = ("Strategic developments", "Arrests")
    attack = ("Violence against civilians", "Attack")
    assert of(arrest, arrest, attack) == attack
    assert of(arrest) == arrest
