"""Figures of one account that a later total outdates, and those that stand."""

from __future__ import annotations

import pytest

from readings import bounds, stories_of

Range = tuple[int | None, int | None] | None

RISEN: dict[str, tuple[str | None, str, Range]] = {
    "increment": (
        "Mine kills nine",
        (
            "A mine killed nine people in Tarsk on Monday, the fire brigade said. "
            "A further three died on Tuesday, bringing the toll to 12."
        ),
        (12, 12),
    ),
    "risen": (
        "Mine kills nine",
        "A mine killed nine people in Tarsk. By nightfall the death toll had risen to 12.",
        (12, 12),
    ),
    "fallen": (
        "Mine kills nine",
        "A mine killed nine people in Tarsk. An earlier count had put the dead at 12.",
        (9, 9),
    ),
    "of a war": (
        "Mine kills nine",
        "A mine killed nine people in Tarsk, bringing the death toll to 340.",
        (9, 9),
    ),
    "two speakers": (
        None,
        "Medics in Tarsk said nine people had died. The army said the death toll had risen to 12.",
        (9, 12),
    ),
    "two speakers, and the first gave no most": (
        None,
        (
            "Gunmen killed at least nine people in Tarsk on Monday, medics said. "
            "The toll climbed to 30 by Tuesday, a councillor said."
        ),
        (30, 30),
    ),
    "no most, and a war's toll": (
        None,
        "Shells killed at least nine people in Tarsk, medics said. The toll rose to 340, he said.",
        (9, None),
    ),
    "no most, and a lower one": (
        None,
        "Shells killed at least nine people, medics said. The army said the toll rose to seven.",
        (7, None),
    ),
    "other people": (
        None,
        "A mine killed nine people in Tarsk on Monday. Four other people died on the way to care.",
        (13, 13),
    ),
    "more, behind a war's toll": (
        None,
        (
            "A mine killed nine people in Tarsk on Monday. The war has killed at least 6,300 "
            "civilians, according to a monitor. Four more people died in hospital."
        ),
        (13, 13),
    ),
    "of those in bags": (
        None,
        (
            "A mine killed at least 20 people in Tarsk, an elder said. "
            '"We carried out 17 bodies, and three more died on the road," he said.'
        ),
        (20, None),
    ),
    "put by another": (
        None,
        "A mine killed nine people in Tarsk on Monday. A spokesman put the death toll at 21.",
        (9, 21),
    ),
    "put by one later": (
        None,
        "A mine killed nine people in Tarsk, police said. By evening police put the toll at 21.",
        (21, 21),
    ),
    "a charge": (
        None,
        (
            "The raid left 27 dead, according to medics; the governor put the toll at 16. "
            "A sergeant was charged with killing four men."
        ),
        (16, 27),
    ),
    "only a charge": (None, "A sergeant was charged with killing four men in Tarsk.", (4, 4)),
    "rounded": (
        "Raid kills dozens",
        "The raid left 27 dead, according to medics. The governor put the death toll at 16.",
        (16, 27),
    ),
}


@pytest.mark.parametrize("case", RISEN)
def test_a_total_outdates_what_it_adds_to_and_a_charge_outdates_nothing(case: str) -> None:
    title, text, expected = RISEN[case]
    (main, *_) = stories_of(text, title)
    assert bounds(main.killed) == expected
