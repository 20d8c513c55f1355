"""What a telling is compared by: names by their sound, words by their rarity, its own sentences."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.link.compare import days, place
from cenotaph.link.profile import Profile, profiles
from cenotaph.link.rarity import rarity
from cenotaph.link.spelling import is_same, person
from cenotaph.model import Account, Place, Victim, When
from making import ALEPPO, account, claim, day, killed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oleksandr Bilyk", "Aleksandr Bilik", True),
        ("Mohammed al-Khatib", "Muhammad Khateeb", True),
        ("J. Okafor", "James Okafor", True),
        ("James Okafor", "Daniel Okafor", False),  # brothers, perhaps
        ("Okafor", "James Okafor", False),  # a surname alone is somebody's
        ("Ana Ruiz", "Ana Rojas", False),
    ],
)
def test_a_person_is_known_however_the_name_is_spelled(one: str, other: str, *, same: bool) -> None:
    a, b = person(one), person(other)
    assert a is not None
    assert b is not None
    assert is_same(a, b) is same
    assert is_same(b, a) is same


def test_a_name_without_letters_is_none() -> None:
    assert person("7 Jr.") is None


def test_rare_words_are_worth_most_and_words_that_all_accounts_share_nothing() -> None:
    assert rarity("killed") == rarity("stoppers") == 0.0  # "call Crime Stoppers"
    assert 0.0 < rarity("station") < rarity("orchard") < rarity("vasylkivska")


def _told(text: str) -> Account:
    return account(
        text, killed(3), ALEPPO, day("2016-04-27"), Victim(outcome="killed", name="Rima Haddad")
    )


def test_the_words_of_a_place_are_compared_as_a_place() -> None:
    (found,) = profiles(
        _told("Jets struck the Aleppo bakery of Rima Haddad, 34, killing three."), "2016-04-28"
    )
    assert "bakery" in found.words
    assert "aleppo" not in found.words
    assert found.ages == {34}
    assert found.victims == {person("Rima Haddad")}


def test_a_street_is_compared_as_a_street_and_as_nothing_else() -> None:
    (found,) = profiles(
        _told("Shots near a Krumholz bakery on Vandersloot Avenue killed three."), "2016-04-28"
    )
    assert found.streets == {"vandersloot"}
    assert "vandersloot" not in found.words
    assert len(found.names) == 1  # of the bakery
    assert "krumholz" in found.words


def test_a_place_that_any_news_names_is_not_little_known() -> None:
    (found,) = profiles(_told("Jets struck the Aleppo bakery, killing three."), "2016-04-28")
    assert found.names_of_places == {"aleppo"}
    assert found.little_known == frozenset()


def _placed(*places: Place) -> Profile:
    (found,) = profiles(account("Jets struck, killing three.", killed(3), *places), "2016-04-28")
    return found


def test_a_district_goes_by_the_name_of_its_town_and_a_province_does_not() -> None:
    town = Place(name="Marab", country="YE")
    district = Place(name="Marab District", country="YE", precision="admin2")
    province = Place(name="Marab province", country="YE", precision="admin1")
    assert place(_placed(town), _placed(district)) == "same little-known name"
    assert place(_placed(town), _placed(province)) == "same country"
    assert _placed(province).names_of_places == {"marab province"}


def test_a_town_that_something_was_only_near_says_no_other() -> None:
    far = msgspec.structs.replace(ALEPPO, geonames="1", lat=35.0, lon=40.0, name="Mayadin")
    near = msgspec.structs.replace(far, precision="near", relation="40 km south of")
    assert place(_placed(ALEPPO), _placed(far)) == "another and no other"
    assert place(_placed(ALEPPO), _placed(near)) == "300 km"


OAKDALE = Place(
    name="Oakdale", lat=30.8, lon=-92.6, country="US", admin1="Louisiana", precision="town"
)


def _written_at(told: Account, town: Place) -> Profile:
    dateline = claim(told.document, town, about=None)
    dateline = msgspec.structs.replace(dateline, confidence=0.4)
    told = msgspec.structs.replace(told, claims=(*told.claims, dateline))
    (found,) = profiles(told, "2016-04-28")
    return found


def test_a_park_that_no_gazetteer_holds_is_in_the_town_of_its_account() -> None:
    park = Place(name="Larch Street Park", precision="unresolved")
    told = account("Shots in Larch Street Park killed three.", killed(3), park)
    (alone,) = profiles(told, "2016-04-28")
    found = _written_at(told, OAKDALE)
    assert not alone.regions
    assert found.regions == {"US Louisiana"}
    assert found.points == ((30.8, -92.6),)
    assert found.names_of_places == {"larch street park", "oakdale"}


def test_trap_a_village_that_no_gazetteer_holds_is_not_where_its_account_is_written() -> None:
    village = Place(name="Dohlat", precision="unresolved")
    told = account("Jets struck Dohlat, killing three.", killed(3), village)
    assert not _written_at(told, ALEPPO).points
    placed = account("Shots in Oakdale killed three.", killed(3), OAKDALE)
    assert _written_at(placed, msgspec.structs.replace(OAKDALE, lat=32.5)).points == (
        (30.8, -92.6),
    )


def test_a_county_of_one_name_and_state_is_one_place_and_in_two_states_only_a_name() -> None:
    county = Place(name="Lake County", country="US", admin1="Ohio", precision="admin2")
    indiana = msgspec.structs.replace(county, admin1="Indiana")
    assert place(_placed(county), _placed(county)) == "same place"
    assert place(_placed(county), _placed(indiana)) == "same name"


def test_the_ages_of_victims_are_told_and_of_others_only_for_want_of_them() -> None:
    words = "A man, 34, shot a girl aged 6."
    girl = Victim(outcome="injured", age=6)
    (told,) = profiles(account(words, killed(1), girl), "2016-04-28")
    (untold,) = profiles(account(words, killed(1)), "2016-04-28")
    assert told.ages == {6}
    assert untold.ages == {34, 6}


def _dated(*days: When) -> Profile:
    (found,) = profiles(account("Jets struck, killing three.", killed(3), *days), "2016-12-28")
    return found


def test_a_year_in_which_a_told_day_lies_is_no_day_of_its_own() -> None:
    year, spring = day("2016-01-01", "2016-12-31"), day("2016-04-28")
    assert _dated(spring, year).days == _dated(spring).days
    assert days(_dated(spring, year), _dated(day("2016-11-02"))) == "surely apart"
    assert days(_dated(year), _dated(day("2016-11-02"))) == "within longer"


def test_a_year_in_which_no_told_day_lies_stays_one_of_the_days() -> None:
    last_year, spring = day("2015-01-01", "2015-12-31"), day("2016-04-28")
    assert days(_dated(spring, last_year), _dated(day("2015-11-02"))) == "within longer"


@pytest.mark.parametrize(
    ("text", "ago"),
    [
        ("Ten days after the killing of three in Aleppo, families have not gone home.", 10),
        ("A year after the killing of three in Aleppo, a stone was put up.", 365),
        ("A wall is being built, three weeks after the killing of three in Aleppo.", 21),
    ],
)
def test_what_is_told_so_long_after_the_event_may_be_of_a_day_so_long_before(
    text: str, ago: int
) -> None:
    (found,) = profiles(account(text, killed(3), ALEPPO), "2016-04-28")
    written = found.published or 0
    near = [(a, b) for a, b in found.days if a is not None and a <= written - ago <= b]
    assert [b < written for _, b in near] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "A day after a raid nearby, the killing of three in Aleppo was told.",
        "Three were killed in Aleppo, nine days after he was warned.",
        "Three were killed in Aleppo after ten days of rain.",
    ],
)
def test_trap_days_between_two_things_that_happened_are_none_before_publication(text: str) -> None:
    (found,) = profiles(account(text, killed(3), ALEPPO), "2016-04-28")
    assert [a for a, _ in found.days if a is not None] == []


def test_trap_a_day_told_plainly_is_the_day() -> None:
    text = "Ten days after the killing of three in Aleppo on 27 April, families have not gone home."
    (found,) = profiles(account(text, killed(3), ALEPPO, day("2016-04-27")), "2016-05-07")
    assert len(found.days) == 1


def test_who_only_tells_that_it_was_before_publication_has_the_one_day_told_beside_it() -> None:
    told = account(
        "Three were killed in Aleppo. A court heard of the raid of 27 April.",
        killed(3),
        ALEPPO,
        day(None, "2016-05-07"),
    )
    court = told.mentions[0].id[:-1] + "f"
    heard = msgspec.structs.replace(told.mentions[0], id=court, event=court)
    beside = claim(told.document, day("2016-04-27"), about=court, start=29, end=67)
    whole = msgspec.structs.replace(
        told, mentions=(*told.mentions, heard), claims=(*told.claims, beside)
    )
    (found,) = profiles(whole, "2016-05-07")
    (raid,) = profiles(_told("Jets killed three."), "2016-04-28")
    assert days(found, raid) == "same day"
    # of two days told beside it, neither is known to be the event's
    other = claim(told.document, day("2016-03-02"), about=court, start=40, end=67)
    (open_,) = profiles(msgspec.structs.replace(whole, claims=(*whole.claims, other)), "2016-05-07")
    assert [a for a, _ in open_.days] == [None]
