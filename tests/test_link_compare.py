"""What two tellings agree on, aspect by aspect, and what keeps them apart."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec
import pytest

from cenotaph.link.compare import COMPARISONS, ages, days, hour, injured, names, place
from cenotaph.link.profile import Profile, profiles
from cenotaph.model import Account, Assertion, Mark, Place, Span, Victim, When
from making import ALEPPO, HOMS, account, day, killed


def _profile(told: Account, published: str = "2016-04-28") -> Profile:
    (found,) = profiles(told, published)
    return found


def _told(*values: Assertion, text: str = "Jets struck, killing three.") -> Account:
    return account(text, killed(3), *values)


def _marked(told: Account, *values: Place | When) -> Account:
    span = Span(start=0, end=4)
    return msgspec.structs.replace(told, marks=tuple(Mark(span=span, value=v) for v in values))


def test_days_told_plainly_of_the_event_keep_two_accounts_apart() -> None:
    april, may = (_profile(_told(day(d))) for d in ("2016-04-27", "2016-05-20"))
    assert april.sure
    assert days(april, may) == "surely apart"


@pytest.mark.parametrize(("later", "level"), [("2016-04-28", "1 day"), ("2016-04-30", "2-3 days")])
def test_days_next_to_each_other_are_two_only_where_both_are_told_plainly(
    later: str, level: str
) -> None:
    told, next_to = _profile(_told(day("2016-04-27"))), _told(day(later))
    assert days(told, _profile(next_to)) == "surely 1-3 days"
    assert days(told, _profile(_doubtful(next_to))) == level


def test_a_day_that_may_be_the_courts_keeps_nobody_surely_apart() -> None:
    told = _told(day("2016-05-20"))
    doubtful = tuple(
        msgspec.structs.replace(c, confidence=0.6) if isinstance(c.value, When) else c
        for c in told.claims
    )
    court = _profile(msgspec.structs.replace(told, claims=doubtful))
    assert days(_profile(_told(day("2016-04-27"))), court) == "11-60 days"


def _doubtful(told: Account) -> Account:
    """Return an account whose day may be of something else told beside the event."""
    claims = tuple(
        msgspec.structs.replace(c, confidence=0.6) if isinstance(c.value, When) else c
        for c in told.claims
    )
    return msgspec.structs.replace(told, claims=claims)


@pytest.mark.parametrize(
    ("published", "level"),
    [
        ("2016-05-21", "news apart"),
        ("2016-06-20", "11-60 days"),  # a trial, perhaps, of what was in April
        (None, "11-60 days"),
    ],
)
def test_news_of_two_days_is_of_two_events(published: str | None, level: str) -> None:
    april = _profile(_told(day("2016-04-27")))
    (may,) = profiles(_doubtful(_told(day("2016-05-20"))), published)
    assert not may.sure
    assert days(april, may) == days(may, april) == level


def test_news_of_days_that_meet_is_no_further_apart() -> None:
    told = _profile(_told(day("2016-04-27")))
    (next_day,) = profiles(_doubtful(_told(day("2016-04-28"))), "2016-04-29")
    assert days(told, next_day) == "1 day"


def test_what_was_published_before_a_day_told_plainly_tells_of_another_event() -> None:
    recalled = _profile(_told(day(None, "2016-04-28")), "2016-04-28")
    told = _profile(_told(day("2016-08-19")), "2016-08-20")
    assert days(recalled, told) == days(told, recalled) == "too early"
    eve = _profile(_told(day(None, "2016-08-18")), "2016-08-18")
    assert days(eve, told) != "too early"  # the 19th to the east
    courts = _told(msgspec.structs.replace(day("2016-08-19"), precision="about"))
    doubtful = msgspec.structs.replace(
        courts, claims=tuple(msgspec.structs.replace(c, confidence=0.6) for c in courts.claims)
    )
    assert days(recalled, _profile(doubtful, "2016-08-20")) != "too early"


def test_what_looks_back_too_is_no_news() -> None:
    told = _profile(_told(day("2016-04-27")))
    looking_back = _doubtful(_told(day("2016-05-20"), day("2016-01-03")))
    (found,) = profiles(looking_back, "2016-05-21")
    assert not found.news
    assert days(told, found) == "11-60 days"


def test_without_a_day_of_its_own_the_days_named_around_an_event_may_be_it() -> None:
    open_ended = _told(day(None, "2016-04-28"))
    named = _profile(_marked(open_ended, day("2016-04-27")))
    assert days(named, _profile(_told(day("2016-04-27")))) == "same day"
    assert days(_profile(open_ended), _profile(_told(day("2016-04-27")))) == "told within 2 days"


def test_days_named_around_an_event_that_has_its_own_say_nothing() -> None:
    dated = _profile(_marked(_told(day("2016-04-27")), day("2016-03-01")))
    assert days(dated, _profile(_told(day("2016-03-01")))) == "surely apart"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("06:10", "06:30", "same"),
        ("06:10", "morning", "same part"),
        ("night", "01:15", "same part"),  # the night goes on past midnight
        ("23:50", "00:10", "same"),
        ("06:10", "08:30", "other"),
        ("dawn", "evening", "far"),
        ("06:10", "after prayers", None),
    ],
)
def test_hours_of_one_day_are_compared(one: str, other: str, level: str | None) -> None:
    a, b = (
        _profile(_told(msgspec.structs.replace(day("2016-04-27"), time=t))) for t in (one, other)
    )
    assert hour(a, b) == hour(b, a) == level


def test_hours_of_two_days_are_not_compared() -> None:
    a, b = (
        _profile(_told(msgspec.structs.replace(day(d), time="06:10")))
        for d in ("2016-04-27", "2016-05-20")
    )
    assert hour(a, b) is None


QUARTER = Place(name="Zabdiyah", lat=36.19, lon=37.11, country="SY", precision="town")


def test_a_place_that_the_other_names_beside_its_own_is_no_other_place() -> None:
    abroad = _profile(_marked(_told(HOMS), ALEPPO))
    assert place(abroad, _profile(_told(ALEPPO))) == "place beside"
    assert place(_profile(_told(ALEPPO)), abroad) == "place beside"
    assert place(_profile(_told(HOMS)), _profile(_told(ALEPPO))) == "another and no other"


def test_a_quarter_named_with_its_town_is_in_it_and_a_village_near_by_is_not() -> None:
    quarter = _profile(_marked(_told(QUARTER), QUARTER, ALEPPO))
    assert place(quarter, _profile(_told(ALEPPO))) == "around it"
    assert place(_profile(_told(QUARTER)), _profile(_told(ALEPPO))) == "10 km"


def test_rare_names_are_compared_as_they_are_heard() -> None:
    one = _profile(_told(text="Jets struck the Qarbinah mill, killing three."))
    other = _profile(_told(text="Three died at the mill of Karbina when planes came."))
    assert names(one, other) == "one"
    assert names(one, _profile(_told(text="Jets struck Dohlat, killing three."))) == "none"
    assert names(one, _profile(_told(text="Jets struck a mill, killing three."))) is None


def test_a_name_in_one_account_may_be_a_place_in_the_other() -> None:
    told = _profile(_told(text="Jets struck the Qarbinah mill, killing three."))
    there = msgspec.structs.replace(ALEPPO, name="Karbina")
    placed = _profile(_told(there, text="Jets struck, killing three."))
    assert names(told, placed) == names(placed, told) == "one"
    both = _profile(_told(there, text="Jets struck the Qarbinah mill, killing three."))
    assert names(both, placed) is None  # one agreement, and it is of places


def test_initials_are_no_rare_name() -> None:
    assert not _profile(_told(text="Jets struck, KXQV News reports, killing three.")).names
    assert _profile(_told(text="JETS STRUCK QARBINAH, KILLING THREE.")).names


def test_victims_of_other_ages_are_others() -> None:
    told = "Jets struck a man, 34, killing a boy aged 6."
    a, b, c = (_profile(_told(Victim(outcome="killed", age=age), text=told)) for age in (34, 35, 6))
    assert ages(a, b) == "none"  # a report may be a year out
    assert ages(a, c) == "other victims"


@pytest.mark.parametrize(
    ("dead", "hurt", "published", "level"),
    [
        (28, 70, "2016-04-29", "both apart"),
        (28, 70, "2016-05-03", "apart"),  # a toll that grew
        (28, 11, "2016-05-03", "both apart"),  # more dead, fewer hurt
        (9, 70, "2016-04-28", "apart"),  # as many dead
    ],
)
def test_the_dead_and_the_injured_apart_are_of_two_attacks(
    dead: int, hurt: int, published: str, level: str
) -> None:
    told = _profile(_told())
    one = msgspec.structs.replace(told, killed=(9, 9), injured=(27, 27))
    later = date.fromisoformat(published).toordinal()
    other = msgspec.structs.replace(
        told, killed=(dead, dead), injured=(hurt, hurt), published=later
    )
    assert injured(one, other) == level


def test_every_comparison_is_the_same_both_ways() -> None:
    told = [
        _profile(_marked(_told(p, day(d)), ALEPPO))
        for p, d in ((ALEPPO, "2016-04-27"), (HOMS, "2016-04-28"), (QUARTER, None))
    ]
    for a, b in pairwise(told):
        assert [c(a, b) for c in COMPARISONS] == [c(b, a) for c in COMPARISONS]
