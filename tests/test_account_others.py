"""Who of the persons an account tells of belongs to its incident, and who is told of twice."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from cenotaph.reconcile.accounts import stories
from readings import bounds, reading_of

Range = tuple[int | None, int | None] | None
FILLER = (
    "Neighbors on Alder Street said they had heard nothing of it until the police came to the"
    " door that evening. The mayor called it a hard day for the town, and a fund for the family"
    " was set up at the savings bank. A school counselor will be at the library all week. "
    "The inquiry goes on, and the sheriff's office asks for patience. "
)
HEADED: dict[str, tuple[str, str, Range, Range]] = {
    "another case below the lead": (
        "Boy, 3, killed in shooting",
        f"A 3-year-old boy was shot dead in Tarsk. {FILLER}A woman, 40, was killed two streets on.",
        (1, 1),
        None,
    ),
    "trap: in the lead": (
        "Boy, 3, killed in shooting",
        f"A 3-year-old boy was shot dead in Tarsk. A 40-year-old woman was killed too. {FILLER}",
        (2, 2),
        None,
    ),
    "trap: the headline tells of two": (
        "Boy, 3, and second victim killed in shooting",
        f"A 3-year-old boy was shot dead in Tarsk. {FILLER}Ana Ruiz, 40, was killed in the yard.",
        (2, 2),
        None,
    ),
    "trap: another": (
        "Boy, 3, killed in shooting",
        f"A 3-year-old boy was shot dead in Tarsk. {FILLER}Another child, 5, was killed there.",
        (2, 2),
        None,
    ),
    "trap: with him": (
        "Boy, 3, killed in shooting",
        f"A 3-year-old boy was shot dead in Tarsk. {FILLER}Ana Ruiz, 40, was also killed.",
        (2, 2),
        None,
    ),
    "hurt, and of another case": (
        "Boy, 3, killed in shooting",
        f"A 3-year-old boy was shot dead in Tarsk. {FILLER}A 40-year-old woman was wounded.",
        (1, 1),
        None,
    ),
    "trap: hurt, and of his kin": (
        "Boy, 3, killed in shooting",
        f"A 3-year-old boy was shot dead in Tarsk. {FILLER}The Reyes' daughter was wounded.",
        (1, 1),
        (1, 1),
    ),
    "hurt, beside the one of the headline": (
        "Girl, 2, shot in Tarsk",
        f"A 2-year-old girl was shot in the leg. {FILLER}A boy, 14, was wounded on Monday.",
        None,
        (1, 1),
    ),
    "trap: another hurt, beside the one of the headline": (
        "Girl, 2, shot in Tarsk",
        f"A 2-year-old girl was shot in the leg. {FILLER}Another child, 14, was wounded there.",
        None,
        (2, 2),
    ),
    "a deadly shooting of one": (
        "Was a deadly shooting an accident?",
        "Detectives look into it. A man was shot in the chest.",
        (1, 1),
        None,
    ),
    "a shooting death of one": (
        "Shooting death investigated",
        "A boy, 14, was shot in the head by his brother.",
        (1, 1),
        None,
    ),
    "trap: not deadly": (
        "Was a shooting an accident?",
        "Detectives look into it. A man was shot in the chest.",
        None,
        (1, 1),
    ),
    "another than who was arrested": (
        "Shooting in Tarsk",
        "A teen was struck by a bullet. A boy was arrested after another boy was hurt in a yard.",
        None,
        (1, 1),
    ),
    "trap: another than who was hurt": (
        "Shooting in Tarsk",
        "A boy was struck by a bullet. Another boy was hurt in a yard.",
        None,
        (2, 2),
    ),
    "one dead, and farther down the dead of elsewhere": (
        "1 dead, 3 hurt in shooting",
        f"One man is dead and three are hurt in Tarsk. {FILLER}In Moldra, two men were killed.",
        (1, 1),
        (3, 3),
    ),
    "one dead in the headline, and two who died there before": (
        "Gunfire at car wash kills one",
        f"A man was killed and three were hurt at a car wash. {FILLER}Two died there on May 7.",
        (1, 1),
        (3, 3),
    ),
    "both in the yard are of the five": (
        "Tarsk mourns",
        "Five pupils were killed, police said. Both girls in the yard died at once, medics said.",
        (5, 5),
        None,
    ),
    "trap: a rival's toll": (
        "Tarsk mourns",
        "Five people were killed, police said. The mayor put the toll at four.",
        (4, 5),
        None,
    ),
    "a year apart": (
        "Father shoots son, 10",
        "A man shot his 10-year-old son in the cheek. An 11-year-old boy is in hospital.",
        None,
        (1, 1),
    ),
    "trap: two years apart": (
        "Shots at a home",
        "A man shot his 10-year-old son in the cheek. A 12-year-old boy is in hospital.",
        None,
        (2, 2),
    ),
    "also": (
        "Officer killed",
        "An officer was killed in Tarsk. Ana Ruiz, the officer, was 40. A woman was also killed.",
        (2, 2),
        None,
    ),
    "trap: not also": (
        "Officer killed",
        "An officer was killed in Tarsk. Ana Ruiz, the officer, was 40. A woman was killed.",
        (1, 1),
        None,
    ),
    "two dead told apart, with no figure": (
        "Sheriff's Office looks for witnesses",
        "Deputies look into the death of a 22-year-old clerk. A 17-year-old boy was shot dead.",
        (1, 1),
        None,
    ),
    "trap: in one sentence": (
        "Sheriff's Office looks for witnesses",
        "A 22-year-old clerk died in Tarsk after a 17-year-old boy was shot dead.",
        (2, 2),
        None,
    ),
    "trap: another one": (
        "Sheriff's Office looks for witnesses",
        "Deputies look into the death of a 22-year-old clerk. Another man, 40, was killed there.",
        (2, 2),
        None,
    ),
    "trap: his own death": (
        "Sheriff's Office looks for witnesses",
        "Ana Ruiz, 22, was shot dead in Tarsk. Ivo Lentz, 40, then fatally shot himself.",
        (2, 2),
        None,
    ),
    "two hurt told apart": (
        "Girl shot in Tarsk",
        f"A girl was shot in the leg. {FILLER}A man of Alder Street was wounded in the hand.",
        None,
        (1, 1),
    ),
    "trap: two names": (
        "Shooting in Tarsk",
        f"Ana Ruiz was shot in the leg. {FILLER}Peter Ortiz was wounded in the hand.",
        None,
        (2, 2),
    ),
    "shot, apart from the dead": (
        "Woman killed in Tarsk",
        "A woman was killed in Tarsk. A pupil heard that a boy had been shot.",
        (1, 1),
        None,
    ),
    "trap: shot beside the dead": (
        "Woman killed in Tarsk",
        "A woman was killed and a boy was shot in Tarsk.",
        (1, 1),
        (1, 1),
    ),
    "whose father": ("Child wounded", "The wounded child's father, 40, spoke.", None, (1, 1)),
    "a bare noun points back": (
        "Girl, 3, shoots herself in hand",
        "A 3-year-old is recovering with minor wounds after girl shot herself in the hand.",
        None,
        (1, 1),
    ),
    "one of them died": (
        "Man wounded in shooting dies",
        "Ivo Lentz, 38, died of his wounds on Sunday. Lentz was one of five people injured.",
        (1, 1),
        (4, 4),
    ),
    "trap: one of five": (
        "Man shot dead",
        "Ivo Lentz, 38, was shot dead. Among the five people injured are two children.",
        (1, 1),
        (5, 5),
    ),
    "shot, and among the dead": (
        "Five dead in murder-suicide",
        "Five people were found dead. Police believe a man shot a woman at a store on Monday.",
        (5, 5),
        None,
    ),
    "trap: more shot than dead": (
        "Two dead in shooting",
        "Two men were found dead. A woman, 40, was shot. A boy, 9, was shot. A man, 61, was shot.",
        (2, 2),
        (3, 3),
    ),
}


READ: dict[str, tuple[Range, Range]] = {
    "GUARDS SHOT, SUSPECT KILLED Hundreds mourn the dead guards.": (None, None),
    "GUNMEN KILLED HUNDREDS IN THE PORT.": ((200, None), None),
    "Three boys were shot. None was killed. The victims were two boys and a girl.": (
        (0, 0),
        (3, 3),
    ),
    "Three boys were shot dead. The victims were two boys and a girl.": ((3, 3), None),
    "A man was shot. There are two or three guns down there, an officer said.": (None, (1, 1)),
    "He gunned down two or three guards.": ((2, 3), None),
    "Police look into the fatal shooting of a 19-year-old Thursday evening.": ((1, 1), None),
    "Police look into the fatal shooting of a 19-year-old clerk.": ((1, 1), None),
    "A gunman killed six people, including an unborn child.": ((5, 5), None),
    "A gunman killed five adults and an unborn child.": ((5, 5), None),
    "A gunman killed six people. An unborn child is among those who lived.": ((6, 6), None),
    "An eighth-grader died Friday after being shot at home Thursday.": ((1, 1), None),
    "He killed three burglars. They found the three dead suspects in a yard.": ((3, 3), None),
    "A man killed three burglars. It ended with a trial, and three dead burglars.": ((3, 3), None),
    "They found three dead guards and three dead attackers in a yard.": ((6, 6), None),
    "The shooting injured five people, including a boy, 8, who is in critical condition.": (
        None,
        (5, 5),
    ),
    "The shooting injured five people, and a boy, 8, is in critical condition.": (None, (6, 6)),
    "A nurse, guard, and cook were killed.": ((3, 3), None),
    "A mother, father, and toddler were found dead.": ((3, 3), None),
    "A nurse, mother of a guard and cook, was killed.": ((1, 1), None),
    "Winter Weather Advisory issued 12 January at 2:09 expiring 12 January at 7:00.": (None, None),
    "A man shot in Tarsk expired at a hospital.": ((1, 1), None),
    "Shells killed five people, including a boy who was killed at home.": ((5, 5), None),
    "He killed three guards. Police shot dead three attackers in a yard.": ((6, 6), None),
    'Lentz shot John Paul "J.P." Prado dead. Prado was found with a bullet wound.': ((1, 1), None),
}


@pytest.mark.parametrize("case", HEADED)
def test_persons_are_told_apart_and_of_their_own_incident(case: str) -> None:
    title, text, killed, injured = HEADED[case]
    (main, *_) = stories(extract(reading_of(text, title)))
    assert (bounds(main.killed), bounds(main.injured)) == (killed, injured)


@pytest.mark.parametrize("text", READ)
def test_nobody_is_counted_twice_and_nobody_by_a_word_that_is_none(text: str) -> None:
    found = stories(extract(reading_of(text)))
    main = found[0] if found else None
    assert (
        bounds(main.killed if main else None),
        bounds(main.injured if main else None),
    ) == READ[text]
