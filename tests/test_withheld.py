"""Which names an output keeps to itself, over all accounts of a record."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import (
    WITHHELD,
    Account,
    Mark,
    Name,
    People,
    Place,
    Responsibility,
    Span,
    Speaker,
    Victim,
    When,
    quoted,
    withheld,
    withheld_names,
    without_names,
)
from making import account, killed

TEXT = "Police found Omar Haddad beside his car. Haddad was a baker."


def naming(text: str, name: str, kind: str = "person") -> Account:
    """Return an account whose reading saw that name once, where it first stands."""
    start = text.index(name)
    mark = Mark(
        span=Span(start=start, end=start + len(name)),
        value=msgspec.convert({"is": "Name", "name": name, "kind": kind}, Name),
    )
    return msgspec.structs.replace(account(text, killed(1)), marks=(mark,))


def shown(told: Account, hidden: frozenset[str]) -> str:
    whole = Span(start=0, end=len(told.document.text))
    return quoted(told, whole, withheld(told, hidden))


def test_a_name_that_one_reading_missed_is_withheld_because_another_saw_it() -> None:
    seen, missed = naming(TEXT, "Omar Haddad"), account("Omar Haddad, a baker, is dead.", killed(1))
    hidden = withheld_names((seen, missed), names=False)
    assert shown(missed, hidden) == f"{WITHHELD}, a baker, is dead."


def test_a_child_stays_unnamed_in_the_account_that_does_not_tell_the_age() -> None:
    told = account("A boy of 12 died.", Victim(outcome="killed", name="Omar Haddad", age=12))
    other = naming(TEXT, "Omar Haddad")
    assert shown(other, withheld_names((told, other), names=True)).startswith(
        f"Police found {WITHHELD} beside"
    )
    assert shown(other, withheld_names((other,), names=True)) == TEXT


def test_who_speaks_in_public_is_named_and_a_victim_is_not_even_so() -> None:
    told = naming("Mayor Anna Koval spoke of one dead.", "Anna Koval")
    speaker = Speaker(name="Anna Koval", role="official")
    said = msgspec.structs.replace(told.claims[0], voice="speaker", speaker=speaker)
    told = msgspec.structs.replace(told, claims=(said,))
    assert withheld_names((told,), names=False) == frozenset()
    hurt = account("Anna Koval was hurt.", Victim(outcome="injured", name="Anna Koval"))
    assert withheld_names((told, hurt), names=False) == {"Anna Koval"}


def test_what_one_account_knows_as_an_organization_is_nobodys_name() -> None:
    mistaken = naming("The Dawn Front fired.", "Dawn Front")
    right = naming("The Dawn Front fired again.", "Dawn Front", "organization")
    assert withheld_names((mistaken,), names=False) == {"Dawn Front"}
    assert withheld_names((mistaken, right), names=False) == frozenset()


@pytest.mark.parametrize(
    "value",
    [
        Responsibility(party="Omar Haddad"),
        Victim(outcome="killed", name="Omar Haddad"),
        killed(1, people=People(words="the brother of Omar Haddad")),
        (Speaker(name="Omar Haddad", role="witness"),),
    ],
)
def test_a_name_is_taken_out_however_deep_it_stands(value: object) -> None:
    printed = repr(without_names(value, frozenset({"Omar Haddad"})))
    assert "Haddad" not in printed
    assert WITHHELD in printed


def test_a_place_keeps_a_name_that_a_person_has_too() -> None:
    place = Place(name="Santiago", geonames="1", precision="town")
    assert without_names(place, frozenset({"Santiago"})) == place


def test_a_part_of_a_longer_word_or_name_is_left_alone() -> None:
    words = "Ann Arbor, Annex"
    assert without_names(words, frozenset({"Ann Arbo", "nnex", "Arbor, Ann"})) == words


def told(text: str, *, outcome: str = "killed", whole: bool = False) -> Account:
    """Return an account that reading took for one victim's and found no name in."""
    found = account(text, msgspec.convert({"is": "Victim", "outcome": outcome}, Victim))
    if not whole:  # its sentence ends at the first stop
        return found
    said = msgspec.structs.replace(found.claims[0], sentence=Span(start=0, end=len(text)))
    return msgspec.structs.replace(found, claims=(said,))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A 9-year-old boy named Wen Bo was wounded.", f"A 9-year-old boy named {WITHHELD} was"),
        ("Ximena, seven, and her cousin Yaretzi, 8, died.", f"{WITHHELD}, seven, and her cousin"),
        ("A girl was killed with Um Salim, her mother.", f"A girl was killed with {WITHHELD}, her"),
        ("Rose, 7, died with her brothers Hamid and Ziad.", f"{WITHHELD}, 7, died with her broth"),
        ("Gunmen shot the mayor's 7-year-old son Teo Ruiz.", f"7-year-old son {WITHHELD}."),
        ("The child, al-Zahra's sister, was killed.", f"The child, {WITHHELD}'s sister"),
        ("Two sons of Mr Abu Nasr were killed.", f"Two sons of Mr {WITHHELD} were"),
    ],
)
@pytest.mark.parametrize("names", [False, True])
def test_a_name_beside_a_minor_is_withheld_though_reading_knew_none(
    text: str, left: str, names: bool
) -> None:
    assert left in shown(told(text), withheld_names((told(text),), names=names))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("U Ko Lwin and Daw Mya were injured.", f"{WITHHELD} and {WITHHELD} were injured."),
        (
            "Gunmen killed Adaeze Uba, a nurse, and Thabo.",
            f"killed {WITHHELD}, a nurse, and {WITHHELD}.",
        ),
        (
            "The dead: Amadou, Bintou and J. Keita.",
            f"The dead: {WITHHELD}, {WITHHELD} and {WITHHELD}.",
        ),
    ],
)
def test_an_unknown_name_is_withheld_by_default_and_printed_on_request(
    text: str, left: str
) -> None:
    seen = told(text, whole=True)
    assert left in shown(seen, withheld_names((seen,), names=False))
    assert shown(seen, withheld_names((seen,), names=True)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed a boy on Monday, the Interior Ministry said.",
        "Two Syrian children and a Muslim teacher died in March.",
        "“Residents fled,” a nurse said. He saw a girl die.",
        "Twenty-four children were shot at. Well-known streets were empty.",
        "I'm told that a baby was killed, the Mayor said.",
        "Three-year-old twins were killed as Russian troops fired Grad rockets.",
    ],
)
@pytest.mark.parametrize("names", [False, True])
def test_words_that_are_no_names_stay_readable(text: str, names: bool) -> None:
    assert withheld_names((told(text),), names=names) == frozenset()


def test_places_days_organizations_and_officials_who_speak_stay_readable() -> None:
    text = "A boy died in Zarqan on Yawm, the Dawn Front and Anna Koval said. Zarqan wept."
    marks = [
        Mark(span=Span(start=text.index(words), end=text.index(words) + len(words)), value=value)
        for words, value in (
            ("Zarqan", Place(name="Zarqan", geonames="1", precision="town")),
            ("Yawm", When(words="Yawm", timex="XXXX")),
            ("Dawn Front", Name(name="Dawn Front", kind="organization")),
            ("Anna Koval", Name(name="Anna Koval", kind="person")),
        )
    ]
    account_ = told(text)
    said = msgspec.structs.replace(
        account_.claims[0], voice="speaker", speaker=Speaker(name="Anna Koval", role="official")
    )
    account_ = msgspec.structs.replace(account_, marks=tuple(marks), claims=(said,))
    for names in (False, True):
        assert shown(account_, withheld_names((account_,), names=names)) == text


def test_a_place_looked_up_is_quoted_though_another_account_takes_it_for_a_name() -> None:
    other = told("Gunmen killed four in Deir Zarqan.")
    text = "Deir Zarqan is quiet. They met Deir Zarqan."
    place = Place(name="Deir Zarqan", geonames="1", precision="town")
    known = msgspec.structs.replace(
        account(text, killed(1)), marks=(Mark(span=Span(start=0, end=11), value=place),)
    )
    hidden = withheld_names((other,), names=False)
    assert shown(known, hidden) == f"Deir Zarqan is quiet. They met {WITHHELD}."


def test_a_part_of_a_minors_name_is_withheld_in_the_next_sentence_too() -> None:
    first, second = "A boy named Wen Bo died.", "Crowds met Wen in the street."
    both = account(f"{first} {second}", killed(1))
    later = msgspec.structs.replace(
        both.claims[0], sentence=Span(start=len(first) + 1, end=len(both.document.text))
    )
    both = msgspec.structs.replace(both, claims=(*both.claims, later))
    assert shown(both, withheld_names((both,), names=True)).endswith(f"{WITHHELD} in the street.")


def test_whoever_is_told_to_be_an_adult_is_printed_on_request() -> None:
    text = "Adaeze Uba, 34, died with a child."
    grown = account(text, Victim(outcome="killed", name="Adaeze Uba", age=34))
    assert shown(grown, withheld_names((grown,), names=True)) == text


def test_survivors_of_sexual_violence_stay_unnamed_on_request_too() -> None:
    hurt = told("Soldiers attacked Adaeze in her home.", outcome="sexual violence")
    assert WITHHELD in shown(hurt, withheld_names((hurt,), names=True))


@pytest.mark.parametrize(
    "text",
    [
        "A girl was killed on the last day of the Lodrin War.",
        "Three children died before Vice President Ada Brandt reached the town.",
        "A baby was killed on the quay after the crowd that had come there to greet Ivo Roth left.",
        "TWO CHILDREN WERE KILLED ON THE ROAD AND OTHERS WERE TAKEN TO THE CITY BY THE ARMY.",
        "Girl Shot Dead In Standoff: What We Know",
    ],
)
def test_on_request_only_names_near_a_minor_are_withheld(text: str) -> None:
    assert shown(told(text), withheld_names((told(text),), names=True)) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("OTTO SORIANO, A CHILD, WAS KILLED ON THE ROAD.", f"{WITHHELD}, A CHILD"),
        ("Girl, 7, Shot Dead: Amina Sorto Was In Second Grade", f"Shot Dead: {WITHHELD} Was"),
        ("A boy called Rain Deng was killed.", f"called {WITHHELD} was"),
    ],
)
def test_on_request_a_minor_is_withheld_in_capitals_and_headlines_too(text: str, left: str) -> None:
    assert left in shown(told(text), withheld_names((told(text),), names=True))


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Olha Vynnyk, 38, lost her daughter Iryna Melnyk, 7.", True),
        ("She lost Iryna Melnyk (9) and her house.", True),
        ("She lost her seven-year-old niece, Iryna Melnyk, that day.", True),
        ("Iryna Melnyk, aged 12, hid in the cellar.", True),
        ("They polled for Iryna Melnyk, 11 and 8 points.", False),
        ("They counted for Iryna Melnyk, 1,428 votes.", False),
        ("The third is Iryna Melnyk (3.) this week.", False),
        ("Iryna Melnyk, 17 others and a dog hid in the cellar.", False),
        ("Iryna Melnyk, 47, hid in the cellar.", False),
        ("The 17-year-old war drove Iryna Melnyk from her home.", False),
    ],
)
def test_on_request_who_is_told_to_be_a_child_is_withheld_though_no_figure_counts_it(
    text: str, hidden: bool
) -> None:
    told = msgspec.structs.replace(naming(text, "Iryna Melnyk"), claims=())
    assert ("Iryna Melnyk" in withheld_names((told,), names=True)) == hidden


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Bomb kills three in the market.", "Bomb"),
        ("Harrowing images show three dead.", "Harrowing"),
        ("Boko Haram killed three.", "Boko Haram"),
        ("They died on Saint Brendan's Day.", "Brendan"),
        ("THREE DIED AS THE COUNTRY FLED.", "COUNTRY"),
        ("Four people were killed.", "Four"),
        ("Rebels burned the mill.", "Rebels"),
        ("Twenty-one guards fled.", "Twenty-one"),
    ],
)
def test_a_figure_or_a_thing_taken_for_a_person_at_the_head_of_a_sentence_is_printed(
    text: str, taken: str
) -> None:
    mistaken = naming(text, taken)
    assert shown(mistaken, withheld_names((mistaken,), names=False)) == text


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("Rose died on Monday.", "Rose", f"{WITHHELD} died on Monday."),
        ("Haram died on Monday.", "Haram", f"{WITHHELD} died on Monday."),
        ("Brendan's dog died.", "Brendan", f"{WITHHELD}'s dog died."),
        ("GREEN DIED AS THREE FLED.", "GREEN", f"{WITHHELD} DIED AS THREE FLED."),
        ("Hunter was shot.", "Hunter", f"{WITHHELD} was shot."),
        ("Farrier was shot.", "Farrier", f"{WITHHELD} was shot."),
        ("Win was shot.", "Win", f"{WITHHELD} was shot."),
        ("Four Okafor was shot.", "Four Okafor", f"Four {WITHHELD} was shot."),
        ("Bomb Hassan was shot.", "Bomb Hassan", f"{WITHHELD} was shot."),
        ("Bishop, 41, died.", "Bishop", f"{WITHHELD}, 41, died."),
    ],
)
def test_a_name_at_the_head_of_a_sentence_is_withheld(text: str, name: str, left: str) -> None:
    seen = naming(text, name)
    assert shown(seen, withheld_names((seen,), names=False)) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A girl was raped. Chantal fled to the forest.", f"raped. {WITHHELD} fled"),
        ("A woman was raped. Chantal, a farmer, fled.", f"raped. {WITHHELD}, a farmer"),
        ("A boy was hurt. Teo Ruiz is in hospital.", f"hurt. {WITHHELD} is in"),
        ("A boy was hurt. Police are there.", "hurt. Police are there."),
        ("A boy was hurt. Ivo Lentz, a doctor, saw it.", "hurt. Ivo Lentz, a doctor,"),
        ("A man was hurt. Teo Ruiz is in hospital.", "hurt. Teo Ruiz is in"),
    ],
)
def test_whom_the_next_sentence_opens_with_may_be_the_minor_or_the_survivor(
    text: str, left: str
) -> None:
    grave = "sexual violence" if "raped" in text else "injured"
    seen = account(text, msgspec.convert({"is": "Victim", "outcome": grave}, Victim))
    first = Span(start=0, end=text.index(".") + 1)
    claims = tuple(msgspec.structs.replace(c, sentence=first) for c in seen.claims)
    seen = msgspec.structs.replace(seen, claims=claims)
    assert left in shown(seen, withheld_names((seen,), names=True))
