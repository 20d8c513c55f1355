"""COUNTING 30: the most detailed figure, else the most recent; no vague words, no long periods."""

from __future__ import annotations

import msgspec

from cenotaph.model import When
from making import injured, killed
from worked import CIVILIANS, Told, counted, dead, told, toll

DETAILED = told("Delta Herald", killed(9), killed(4, people=CIVILIANS), injured(12))
BARE = told("Steppe Post", killed(8), on="2016-04-27")


def lasted(story: Told, first: str, last: str, precision: str = "range") -> Told:
    """Return an account whose violence took, or may have been on any of, several days."""
    account, capture = story
    when = msgspec.convert(
        {
            "is": "When",
            "words": "over the week",
            "timex": "P1W",
            "first": first,
            "last": last,
            "precision": precision,
        },
        When,
    )
    claims = tuple(
        msgspec.structs.replace(c, value=when) if isinstance(c.value, When) else c
        for c in account.claims
    )
    return msgspec.structs.replace(account, claims=claims), capture


def test_the_most_detailed_account_gives_the_figure() -> None:
    incident = counted("aoav", DETAILED, BARE)
    assert (toll(incident).best, toll(incident, "injured").best) == (9, 12)
    assert toll(incident).notes[0].startswith("the most detailed account: 9 (Delta Herald")


def test_of_equally_detailed_accounts_the_most_recent_gives_it() -> None:
    later = told("Coast Mail", killed(7), on="2016-04-30")
    assert toll(counted("aoav", told("Delta Herald", killed(9)), later)).best == 7


def test_a_vague_word_is_not_recorded_and_is_named() -> None:
    vague = told("Delta Herald", dead(24, None, vague="dozens"))
    figure = toll(counted("aoav", vague))
    assert (figure.low, figure.best) == (None, None)
    assert "vague words are not recorded: “dozens” (at least 24)" in figure.notes[0]
    assert toll(counted("aoav", vague, told("Steppe Post", killed(8)))).best == 8


def test_what_took_more_than_a_day_is_not_recorded() -> None:
    figure = toll(counted("aoav", lasted(DETAILED, "2016-04-20", "2016-04-27")))
    assert (figure.low, figure.high, figure.best) == (None, None, None)
    assert "24 hours" in figure.notes[0]


def test_one_night_and_an_unknown_day_are_recorded() -> None:
    assert toll(counted("aoav", lasted(DETAILED, "2016-04-26", "2016-04-27"))).best == 9
    unsure = lasted(DETAILED, "2016-04-20", "2016-04-27", "about")
    assert toll(counted("aoav", unsure)).best == 9
    assert toll(counted("aoav", lasted(DETAILED, "2016-04-20", "2016-04-27"), BARE)).best == 9
