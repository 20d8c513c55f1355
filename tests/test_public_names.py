"""What may look like a private person's name and is none, beside the person whose name it is."""

from __future__ import annotations

import msgspec
import pytest

from cenotaph.model import (
    WITHHELD,
    Account,
    Mark,
    Name,
    Place,
    Span,
    Victim,
    withheld_names,
    without_names,
)
from making import account, killed
from test_withheld import shown, told


@pytest.mark.parametrize(
    "text",
    [
        "Harrowing images show the market where four were killed.",
        "Ostrov battalion says two of its men were killed.",
        "The Ostrov mercenaries killed four in the market.",
        "Four travellers were killed on the Tarka-Belun highway.",
        "Four were killed in Tarka province.",
        "President Marek Olsun vowed to find who killed four.",
        "The Foreign Minister, said Governor Olsun, had denied that four were killed.",
        "Fighters of G23 killed four.",
        "President Ivo Olsun, long in office, had denied that four were killed.",
        "Four patients with Alzheimer's were killed in a fire, and one with Crohn's.",
        "A boy with Down’s syndrome and a nurse with Tourette syndrome were killed.",
        "The Ebola outbreak and shelling killed nine.",
        "Four were killed on Bastille Day, five on St. Brendan's Day, six on Super Tuesday.",
        "Fighters of al-Shabab killed nine, and Boko Haram gunmen six.",
        "The Patriot Act and the Lodrin War are old; four were killed.",
        "The NGOs said that M-19 had killed four on 26th Street in the 9th Ward.",
        "Girl, 7, hurt as bomb kills four",
        "REBELS KILLED FOUR IN A RAID ON THE COUNTRY'S ARMY AND SAID THAT THEY WILL NOT STOP.",
        "Following the raid, in which four were killed, the army fled.",
    ],
)
def test_forces_roads_and_the_highest_offices_stay_readable(text: str) -> None:
    assert shown(told(text), withheld_names((told(text),), names=False)) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("President Marek Olsun was shot on Monday.", f"President {WITHHELD} was shot"),
        ("Gunmen killed Governor Olsun on Monday.", f"killed Governor {WITHHELD} on"),
        ("Mayor Olsun, 58, died.", f"Mayor {WITHHELD}, 58"),
        ("Judge Marek Olsun saw four killed.", f"Judge {WITHHELD} saw"),
        ("President Olsun's daughter Mira saw it.", f"daughter {WITHHELD} saw"),
        ("Shot Ostrov, rebels said.", f"Shot {WITHHELD}, rebels"),
        ("Gunmen shot Ostrov rebels said.", f"shot {WITHHELD} rebels"),
        ("The Ostrov family lost four.", f"The {WITHHELD} family"),
        ("Four died in Ostrov’s house.", f"in {WITHHELD}’s house"),
        ("President Ivo Olsun of the town's rotary club saw it.", f"President {WITHHELD} of"),
        ("Club President Ivo Olsun saw four killed.", f"President {WITHHELD} saw"),
        ("President Ivo Olsun of Tarka was killed.", f"President {WITHHELD} of"),
        ("The suspect, Mayor Ivo Olsun, fled.", f"Mayor {WITHHELD}, fled"),
        ("Harding was shot.", f"{WITHHELD} was shot."),
        ("President Ivo Olsun of Acme Bolts saw four killed.", f"President {WITHHELD} of"),
        ("Gunmen killed Parkinson and four more.", f"killed {WITHHELD} and"),
        ("Four died with Parkinson's mother.", f"with {WITHHELD}'s mother"),
        ("Gunmen killed Ana Day and four more.", f"killed {WITHHELD} and"),
        ("Gunmen killed Hamas Khan and four more.", f"killed {WITHHELD} and"),
        ("Ana Ruiz Act, 41, was shot.", f"{WITHHELD}, 41"),
        ("Gunmen killed Ward and four more.", f"killed {WITHHELD} and"),
        ("Tamsin, 7, was hurt as a bomb killed four.", f"{WITHHELD}, 7"),
        ("ANA RUIZ AND LEO SAND WERE KILLED IN A RAID.", f"{WITHHELD} AND {WITHHELD} WERE"),
        ("REBELS SHOT JUAN GREEN AND SAID ALI IN A RAID.", f"SHOT {WITHHELD} AND {WITHHELD} IN"),
        ("Golding the baker was shot with four more.", f"{WITHHELD} the baker"),
    ],
)
def test_victims_and_private_persons_are_withheld_beside_offices_and_forces(
    text: str, left: str
) -> None:
    assert left in shown(told(text), withheld_names((told(text),), names=False))


def test_the_president_of_a_country_is_named_and_that_of_a_firm_is_not() -> None:
    for of, named in (("Ghana", True), ("Acme Bolts", False)):
        text = f"President Ivo Olsun of {of} saw four killed."
        seen = marked(text, ("Ivo Olsun", "Ivo Olsun"))
        hidden = withheld_names((seen,), names=False)
        assert ("Ivo Olsun" not in hidden) == named


def test_whom_an_account_calls_by_the_highest_title_is_named_in_all_of_it() -> None:
    text = "President Marek Olsun spoke. Olsun vowed to find who killed four."
    both = marked(text, ("Marek Olsun", "Marek Olsun"), ("Olsun", "Marek Olsun"))
    assert withheld_names((both,), names=False) == frozenset()
    # In another account the name alone may be anybody's.
    alone = marked("Olsun saw four killed.", ("Olsun", "Olsun"))
    hidden = withheld_names((both, alone), names=False)
    assert shown(alone, hidden) == f"{WITHHELD} saw four killed."


def test_a_title_makes_nobody_public_of_whom_the_account_then_tells_harm() -> None:
    for more in ("Olsun was shot on Friday.", "Gunmen killed Olsun."):
        text = f"President Marek Olsun spoke of four killed. {more}"
        told = marked(text, ("Marek Olsun", "Marek Olsun"), ("Olsun", "Marek Olsun"))
        assert "Olsun" not in shown(told, withheld_names((told,), names=False))


def test_a_road_makes_nobody_public_who_is_called_so() -> None:
    road, more = "Four were killed on Olsun road", ", and Olsun, a baker, fled."
    person = ("Olsun", "Olsun")
    told = marked(road + more, person, person)
    assert "Olsun" not in shown(told, withheld_names((told,), names=False))
    alone = marked(f"{road}.", person)
    assert shown(alone, withheld_names((alone,), names=False)) == f"{road}."


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("Petr Olsun, a baker, fled.", "Petr Olsun"),
        ("Marek Olsun was shot.", "Marek Olsun"),
        ("Olsun, 7, was hurt.", "Olsun"),
    ],
)
def test_a_title_makes_nobody_public_who_shares_the_name_or_is_harmed(more: str, name: str) -> None:
    told = marked(f"President Olsun spoke of four killed. {more}", ("Olsun", "Olsun"), (name, name))
    hurt = account(told.document.text, Victim(outcome="killed", name=name))
    told = msgspec.structs.replace(told, claims=(*told.claims, *hurt.claims))
    assert name not in shown(told, withheld_names((told,), names=False))


def marked(text: str, *names: tuple[str, str]) -> Account:
    """Return an account whose reading saw persons: as they are called there, and as unified."""
    marks, at = [], 0
    for words, name in names:
        start = text.index(words, at)
        at = start + len(words)
        marks.append(Mark(span=Span(start=start, end=at), value=Name(name=name, kind="person")))
    return msgspec.structs.replace(account(text, killed(1)), marks=tuple(marks))


def test_a_publishers_name_is_left_whole_and_a_persons_beside_it_is_not() -> None:
    hidden, publishers = (
        frozenset({"Marlow", "Ana Roth", "Ivo Lentz"}),
        frozenset({"Marlow Herald"}),
    )
    said = "9 killed (Marlow Herald: Ana Roth), 11 killed (Coast Mail: Marlow)"
    told = f"9 killed (Marlow Herald: {WITHHELD}), 11 killed (Coast Mail: {WITHHELD})"
    assert without_names(said, hidden, publishers) == told
    assert without_names(said, hidden) == told.replace("Marlow Herald", f"{WITHHELD} Herald")
    blog = frozenset({"Ivo Lentz Diary", "Ivo Lentz"})
    assert without_names("Ivo Lentz Diary: 9", hidden, blog) == f"{WITHHELD} Diary: 9"


def test_under_a_profile_that_names_no_official_the_highest_title_names_nobody() -> None:
    text = "President Marek Olsun spoke of four killed."
    seen = marked(text, ("Marek Olsun", "Marek Olsun"))
    assert "Marek Olsun" in withheld_names((seen,), names=False, officials=False)
    unread = withheld_names((told(text),), names=False, officials=False)
    assert shown(told(text), unread) == f"President {WITHHELD} spoke of four killed."


def test_a_place_of_the_record_stays_readable_where_an_account_does_not_call_it_one() -> None:
    fair = told("Tarka fair: four were killed.")
    placed = account("Four were killed in Tarka.", killed(4), Place(name="Tarka", geonames="1"))
    unknown = account("Four were killed in Tarka.", killed(4), Place(name="Tarka"))
    assert shown(fair, withheld_names((fair, placed), names=False)) == fair.document.text
    assert WITHHELD in shown(fair, withheld_names((fair, unknown), names=False))


def test_a_victim_called_like_a_place_of_the_record_stays_withheld() -> None:
    placed = account("Four were killed in Tarka.", killed(4), Place(name="Tarka", geonames="1"))
    named = account("Tarka was killed.", Victim(outcome="killed", name="Tarka"))
    assert "Tarka" in withheld_names((named, placed), names=False)
