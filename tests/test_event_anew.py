"""Incidents of one account told side by side, and one incident told twice."""

from __future__ import annotations

import pytest

from cenotaph.extract import extract
from readings import events, reading_of

LEAD = "Rockets hit a depot in Sloviansk on Monday, killing three guards.\n\n"
PARTED = (
    LEAD + "In Toretsk, shells fell on a queue and killed two pensioners.",
    "A jet hit a mill in Sagaing, killing 12.\n\nTwo bombs fell on a mill in Mandalay.",
    LEAD + "Later that day shells hit a queue in Toretsk and killed two pensioners.",
    LEAD + "Hours later a missile hit a mill, killing two men.",
    LEAD + "Two pensioners were killed by a shell in Toretsk a few hours earlier.",
    LEAD + "In the south, gunmen shot dead a clerk in Melitopol.",
    LEAD + "Rebels also shelled the town of Toretsk, killing a woman.",
    LEAD + "A mine killed a farmer near the village of Toretsk.",
    LEAD + "Rebels kidnapped a priest in Toretsk.",
    "A bomb in Gao killed five.\n\nThe second bomb went off outside a clinic and killed two.",
    "Two bombs hit Gao. The first killed five people. The second exploded near a clinic.",
    "Air raid on Ariha. Deaths: 12.\n\nShelling of Saraqib. Deaths: 2.",
    "In the north, all day. Idlib: a shell killed two boys. Ariha: a mine killed a farmer.",
    "On 3 May 18 men were killed at Lom. The next night it was the turn of Ker, with 19 dead.",
    "Shells killed nine at Lom on 3 May. The next day's shelling of a mill killed two clerks.",
    "On 3 May 18 men were killed at Lom. On Friday a lorry was ambushed and two clerks were shot.",
    "A bomb killed four in Gao on 4 May. An hour afterwards a device in Mopti killed a boy.",
    "Shells hit Lom and Ker. In Lom six people were killed. In Ker one was killed.",
    "Gunmen raided the villages of Lom and Ker. Nine died in Lom. Three were killed in Ker.",
    "Shells hit Lom, Ker and Orlo. In Lom six people were killed. In Ker six were killed.",
    "A car bomb killed four people in Gao on Tuesday. Ten people were killed on 6 June.",
    "Shells killed two people in Gao on 3 May. Five people had been killed there on Friday.",
    "Twelve were killed in Gao, by the wall. The other five died on Friday in Mopti.",
)
TOGETHER = (
    "A jet hit a village in Sagaing region, killing 12.\n\nTwo bombs fell on Nyaung Kone village.",
    LEAD + "The rockets fell at noon. In Kyiv, the minister condemned the attack.",
    LEAD + "They also burned a truck in Toretsk.",
    LEAD + "Hours later one of the guards died in a clinic in Toretsk.",
    LEAD + "The guards were on the road to Toretsk when the rockets hit.",
    LEAD + "They were near Toretsk, on the Pan-American highway, when the rocket went off.",
    LEAD + "Six men were also wounded.",
    "A bomb in Gao killed four people on Tuesday. The toll had risen to ten by 19 June.",
    "A bomb in Gao killed four people on Tuesday. A fifth person died of his wounds on 19 June.",
    "Shells killed nine people in Lom and Ker. In Lom six people were killed.",
    "Shells hit the road of Lom and Ker. In Lom six people were killed. They died by a mill.",
    LEAD + "Two women, hit by splinters, were taken to a clinic in Toretsk.",
    "Two men were shot in Gao on Monday. The second died in hospital. A third man was also shot.",
    "Gunmen shot two men in Gao.\n\nA fourth shooting victim was found at a mill.",
    "Two bombs in Mali killed seven people on Monday.\n\nA bomb killed five in Gao.",
    "A blast killed two in Gao.\n\nA witness said a bomb went off at a stall and killed a boy.",
    "Police: two boys were killed by a shell. Source: a mine killed a farmer.",
    "Shells killed nine men at Lom on 3 May. Three more died the next day in a clinic.",
    "Shells killed nine men at Lom on 3 May. The next day, rescuers found three more bodies.",
    "Shells killed nine men at Lom on 3 May. On Friday, the nine were buried.",
    "Shells killed nine men at Lom on 3 May. On Friday, shells killed nine men, officials said.",
    "A bomb hit two buses in Gao and killed nine. The other four were hurt.",
)


@pytest.mark.parametrize("text", PARTED)
def test_another_act_in_a_place_of_its_own_is_another_event(text: str) -> None:
    assert events(text) == 2


@pytest.mark.parametrize("text", TOGETHER)
def test_what_goes_on_with_an_act_is_told_of_it(text: str) -> None:
    assert events(text) == 1


def test_no_figure_of_a_parted_account_is_lost() -> None:
    text = (
        "Gunmen attacked a post in Kirkuk on Monday, killing four policemen.\n\n"
        "In Baquba, a bomb killed three people.\n\n"
        "In Mosul, a mortar round killed a woman."
    )
    account = extract(reading_of(text))
    dead = [c.value for c in account.claims if getattr(c.value, "outcome", "") == "killed"]
    told = {v.count.low for v in dead if getattr(v, "scope", "") == "incident"}
    assert told == {4, 3, 1}
