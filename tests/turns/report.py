"""Reports of rights bodies and of monitors put together by lot, with what each must come to.

A lead tells of one incident as its kind of report does: an assessment of civilian harm, a
release, a verdict, a note of a mine, a testimony. Behind it stand turns that such reports take:
who counted otherwise, who was named, what a witness said, a denial, a pattern, the law, another
incident.
"""

from __future__ import annotations

import random
import re

import report_leads
import report_lists
import report_notes
import report_turns
from expected import Account
from report_making import Making


def composed(lot: random.Random) -> Account:
    """Return one account: lists or notes two in five times, else a lead and its turns."""
    return lot.choice((_report, _report, _report, report_notes.composed, report_lists.composed))(
        lot
    )


def _report(lot: random.Random) -> Account:
    made = Making.drawn(lot)
    kind = lot.choice(sorted(report_leads.LEADS))
    lead = report_leads.LEADS[kind](made)
    made.voiced = _voiced(lead)
    sentences = report_turns.told(made, lot.randint(2, 5))
    between = lot.choice((" ", "\n", "\n\n"))
    text = lead + lot.choice((" ", "\n", "\n\n")) + between.join(sentences)
    return Account(text, made.incidents(), [kind, *made.turns], made.title, made.published)


def _voiced(lead: str) -> bool:
    doubtful = re.search(r"reportedly|said to|has confirmed|documented", lead)
    return not doubtful and bool(re.search(r"\b(said|told|according to|reported)\b", lead))
