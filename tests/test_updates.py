"""Accounts as agencies write them -> what the incident they are about, and others, come to.

Each text opens with the same raid; the rows say what the sentences behind it change, and what not.
"""

from __future__ import annotations

import pytest

from readings import bounds, stories_of

RAID = "A raid on Kaya killed 44 people on Friday, medics said. "
PUBLISHED = "2024-08-04"  # a Sunday

# What is told behind the raid -> its killed.
KILLED = {
    "Four of the hurt have since died, bringing the number of dead to 48, a nurse said.": 48,
    "The tally had reached 48 by Sunday, the mayor, Ana Ruiz, told the assembly.": 48,
    "The ministry gave an updated toll of 48 dead on Sunday.": 48,
    "Crews found four more bodies overnight, bringing the total to 48.": 48,
    "The toll, first given as 30, climbed through the night to 48.": 48,
    "The figure was later raised to 48.": 48,
    "The dead now number 48.": 48,
    "The ministry on Sunday lowered the toll to 38.": 38,
    "The number of burned homes rose to 48 on Sunday.": 44,
    "A camp took in the homeless; the number had reached 48 on Sunday.": 44,
    "The raid brought the total cost of the war to 48 million.": 44,
    '"We pulled out 18 bodies, and four more died on the way," a miller said.': 44,
}


@pytest.mark.parametrize("words", KILLED)
def test_what_moves_a_toll_replaces_it_and_what_does_not_leaves_it(words: str) -> None:
    main, *others = stories_of(RAID + words, published=PUBLISHED)
    assert bounds(main.killed) == (KILLED[words], KILLED[words])
    assert [o.killed for o in others if o.killed] == []
