"""A doer who killed himself -> one of the dead, and the attacker of those whom he harmed before.

"A man shot his wife and then himself" leaves open whether he lived; that it was a murder-suicide
tells it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

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


def with_attackers(told: Sequence[tuple[Sentence, Harm]]) -> list[Harm]:
    """Return harms in reading order, who killed himself marked as the attacker of others.

    He harmed them in the same sentence, or "he" did in the one before: "A man killed three people.
    He then killed himself." Who killed nobody but himself is no attacker. Who is shot dead after he
    harmed several is one: "stabbed six people before he was shot dead".
    """
    doing = {s.number for s, h in told if _is_done(s, h)}
    beside: dict[int, list[Harm]] = defaultdict(list)
    for sentence, harm in told:
        beside[sentence.number].append(harm)
    return [
        _as_attacker(harm)
        if (
            _is_of_oneself(sentence, harm)
            and (
                sentence.number in doing
                or (harm.phrase.kind in {"pronoun", "definite"} and sentence.number - 1 in doing)
            )
        )
        or _is_of_doer(sentence, harm, beside[sentence.number])
        else harm
        for sentence, harm in told
    ]


def _is_of_doer(sentence: Sentence, harm: Harm, told: Sequence[Harm]) -> bool:
    """Tell whether "he" who is killed harmed several people before, in the same sentence.

    Of one person harmed nobody knows who "he" is: "they shot a guard, and he died".
    """
    alone = clauses.lower(sentence, harm.phrase.head) in {"he", "she", "him"}
    if harm.outcome != "killed" or harm.phrase.kind != "pronoun" or not alone:
        return False
    before = [h for h in told if h.phrase.first < harm.phrase.first]
    several = [h for h in before if h.phrase.count is not None and (h.phrase.count.low or 0) > 1]
    return bool(before) and before == several and all(_is_done(sentence, h) for h in before)


def _is_done(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a verb in the active has others as its object: "shot two", not "himself".

    "It went off, hitting him in the chest": he is nobody else.
    """
    if ".object " not in harm.rule or harm.phrase.first < harm.trigger:
        return False
    return clauses.lower(sentence, harm.phrase.head) not in {*_ONESELF, "him"}


def _is_of_oneself(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether somebody killed himself: "killing himself", "he turned the gun on himself"."""
    count = harm.phrase.count
    if harm.outcome != "killed" or count is None or count.high != 1:
        return False
    if harm.rule.startswith(("turn on_oneself", "turn own_life")):
        return True
    if ".object " not in harm.rule or clauses.is_passive(sentence, harm.trigger):
        return False
    if clauses.lower(sentence, harm.phrase.head) in _ONESELF:
        return True
    behind = range(harm.trigger + 1, harm.trigger + _REACH)
    return harm.phrase.last < harm.trigger and any(
        clauses.lower(sentence, i) in _ONESELF for i in behind
    )


def _as_attacker(harm: Harm) -> Harm:
    people = harm.phrase.people
    roles = tuple(sorted({*people.roles, "attacker"}))
    return replace(harm, phrase=replace(harm.phrase, people=replace(people, roles=roles)))


def is_by_own_hand(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a harm is the doer's own: "he shot himself", "shot his wife, then himself"."""
    if harm.outcome != "harmed" or harm.phrase.last >= harm.trigger:
        return False
    if clauses.is_passive(sentence, harm.trigger):
        return False
    behind = range(harm.trigger + 1, harm.trigger + _REACH)
    return any(clauses.lower(sentence, i) in _ONESELF for i in behind)
