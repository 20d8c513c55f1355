"""Assessments of civilian harm put together by lot, with what each must come to.

A first paragraph sums up who was killed and hurt, where, when, and whose strike it is said to be.
Below it each source is told by its name, with its own figure, its own names and its own words;
then who is blamed, what the army says, the hour, totals, and other strikes.
"""

from __future__ import annotations

import random

import assessment_leads
import assessment_sources
from assessment_making import Making
from expected import Account


def composed(lot: random.Random) -> Account:
    """Return one assessment: sometimes a table of fields, a summary, and what its sources say."""
    made = Making.drawn(lot)
    kind = lot.choice(sorted(assessment_leads.LEADS))
    lead = assessment_leads.LEADS[kind](made)
    told = assessment_sources.told(made, lot.randint(2, 6))
    between = lot.choice(("\n\n", "\n\n", " ", "\n"))
    text = between.join((lead, *told))
    if lot.random() < 0.2:
        text = f"{assessment_leads.table(made)}\n\n{text}"
    return Account(text, made.incidents(), [kind, *made.turns], made.title, made.published)
