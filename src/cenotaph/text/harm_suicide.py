"""A doer who shot himself, in an account of a murder-suicide -> one of its dead.

"A man shot his wife and then himself" leaves open whether he lived; that it was a murder-suicide
tells it.
"""

from __future__ import annotations

import re

from cenotaph.text import clauses
from cenotaph.text.harm import Harm
from cenotaph.text.reading import Reading, Sentence

_WITH_MURDER = r"\b(?:murders?|homicides?|killings?|shootings?)\s?[-–—/ ]\s?suicides?\b"
_MURDER_SUICIDE = re.compile(_WITH_MURDER, re.IGNORECASE)
_SUICIDE = re.compile(
    rf"{_WITH_MURDER}|\b(?:committed|commits|died by|killed \w+ by) suicide\b",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(
    r"\battempt(?:ed|ing|s)?\b[^.]{0,30}\bsuicides?\b|\bsuicides? (?:attempt|bid)"
    r"|\b(?:tried|trying|attempted) to (?:kill|shoot) (?:him|her)self\b",
    re.IGNORECASE,
)
_ONESELF = frozenset({"himself", "herself", "self"})
_REACH = 10  # tokens from the verb to "himself", over those whom it harms before


def tells_of_suicide(reading: Reading) -> bool:
    """Tell whether an account says that somebody took his own life, and not only tried to."""
    text = f"{reading.document.title or ''}\n{reading.document.text}"
    return _SUICIDE.search(text) is not None and _ATTEMPT.search(text) is None


def tells_of_murder_suicide(text: str) -> bool:
    """Tell whether words call a deed a murder-suicide, and no attempt at one."""
    return _MURDER_SUICIDE.search(text) is not None and _ATTEMPT.search(text) is None


def is_by_own_hand(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm is the doer's own: "he shot himself", "shot his wife, then himself"."""
    if harm.outcome != "harmed" or harm.phrase.last >= harm.trigger:
        return False
    if clauses.is_passive(sentence, harm.trigger):
        return False
    behind = range(harm.trigger + 1, harm.trigger + _REACH)
    return any(clauses.lower(sentence, i) in _ONESELF for i in behind)
