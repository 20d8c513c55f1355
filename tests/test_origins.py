"""Who a figure comes from: one origin counts once (COUNTING 21)."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import Account, Speaker
from cenotaph.reconcile.origins import origin, unified
from cenotaph.reconcile.sources import sources
from cenotaph.text.agencies import agency_of, credited
from making import account, capture, killed, said_by


def _speaker(name: str, *via: str) -> Speaker:
    return Speaker(name=name, via=via)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Health Ministry", "the ministry of health"),
        ("Ukraine's health ministry", "the Ukrainian Ministry of Health"),
        ("Ministry of Defence", "Defense Ministry"),
        ("AFP", "Agence France-Presse"),
        ("the Associated Press", "AP"),
        ("Danjuma Bako", "Mr. Danjuma Bako"),
        ("police", "the police"),
    ],
)
def test_one_origin_under_two_names(one: str, other: str) -> None:
    assert origin(_speaker(one)) is not None
    assert origin(_speaker(one)) == origin(_speaker(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Health Ministry", "the Interior Ministry"),
        ("Ukraine's health ministry", "Russia's health ministry"),
        ("Danjuma Bako", "Musa Bako"),
        ("AFP", "Reuters"),
        ("Kaduna police", "Kano police"),
    ],
)
def test_two_origins(one: str, other: str) -> None:
    first, second = origin(_speaker(one)), origin(_speaker(other))
    assert first is not None
    assert second is not None
    assert len(set(unified([first, second]).values())) == 2


@pytest.mark.parametrize("name", ["officials", "residents", "a security official", "witnesses"])
def test_who_is_not_named_is_no_origin(name: str) -> None:
    assert origin(_speaker(name)) is None


def test_the_deepest_named_source_is_the_origin() -> None:
    assert origin(_speaker("health ministry", "AFP")) == origin(_speaker("ministry of health"))
    assert origin(_speaker("residents", "AFP")) == origin(_speaker("Agence France-Presse"))


def test_a_body_that_does_not_say_whose_it_is_joins_the_only_one_of_its_name() -> None:
    names = ["the ministry of health", "Ukraine's health ministry", "Russia's health ministry"]
    bare, ours, theirs = (o for n in names if (o := origin(_speaker(n))) is not None)
    assert len(set(unified([bare, ours]).values())) == 1
    assert len(set(unified([bare, ours, theirs]).values())) == 3


def test_news_agencies_are_known_by_all_their_names() -> None:
    assert agency_of("agence france-presse") == agency_of("AFP") == "afp"
    assert agency_of("Kaduna Times") is None
    assert credited("JOS (AFP) - Ten died, the governor told Reuters.") == ("afp", "reuters")
    assert credited("A cap and a pa for Mena") == ()


def _independent(*speakers: Speaker) -> int:
    told: list[Account] = []
    for n, speaker in enumerate(speakers):
        words = account(f"Report {n} says that three people died in the town.", killed(3))
        said = said_by(words, speaker.name, speaker.role)
        claims = tuple(msgspec.structs.replace(c, speaker=speaker) for c in said.claims)
        told.append(msgspec.structs.replace(said, claims=claims))
    captures = [capture(a, "2021-03-01", f"paper {n}") for n, a in enumerate(told)]
    return sources(captures, ()).independent([c for a in told for c in a.claims])


def test_accounts_that_take_a_figure_from_one_origin_are_one_source() -> None:
    assert _independent(_speaker("Health Ministry"), _speaker("ministry of health", "AFP")) == 1
    assert _independent(_speaker("Health Ministry"), _speaker("the mayor, Ana Ruiz")) == 2


def test_unnamed_officials_are_not_one_source() -> None:
    officials = [_speaker("officials"), _speaker("officials"), _speaker("a local official")]
    assert _independent(*officials) == 3
