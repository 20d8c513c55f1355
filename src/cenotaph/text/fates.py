"""Harms of one sentence -> which are told as later fates: "died on Friday, a week after ..."."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from cenotaph.model import Span
from cenotaph.text.almanac import MONTH, WEEKDAY
from cenotaph.text.harm import Harm
from cenotaph.text.harm_words import words
from cenotaph.text.reading import DayPhrase, Sentence

_HARMING = frozenset({"wound", "injure", "shoot", "hit", "stab", "burn", "hurt", "beat"})
_RANKS = frozenset({
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
})  # fmt: skip
_STANDING = frozenset({"still", "remain", "remained", "remains", "are", "is", "were", "was"})
_HURT = frozenset({"injured", "wounded", "hurt"})
_SORTS = frozenset({"bullet", "gunshot", "stab", "shrapnel", "knife"})  # "of stab wounds": how
_AGES = frozenset({"days", "week", "weeks", "month", "months", "year", "years"})
_ONLY_WHEN = re.compile(
    r"(?:,? (?:in|at) (?:an? |the )?(?:[\w’'-]+ ){0,3}(?:hospital|clinic|infirmary))?"
    rf"(?:,? (?:on|early|late|later|the|next|following|that|day|night|morning|evening|afternoon"
    rf"|yesterday|today|overnight|{WEEKDAY}|\d{{1,4}}|{MONTH}))+"
    r"(?:, [^,.;]{2,60} (?:said|says|reported|added))?[.!]?\s*"
)
_OF_HURT = re.compile(
    r"\b(?:of|from|among) (?:the|those|its|his|her|their)(?: [\w-]+){0,3}?"
    r" (?:wounded|injured|hurt|casualties|victims)(?: [a-z]+){0,4}$"
)
_MORE = frozenset({"more", "another", "others"})
_UNDER = frozenset({"rubble", "debris", "ruins", "wreckage"})
_REACH = 10  # tokens from "died" to "of her wounds"


def days_of_deed(
    sentence: Sentence, fates: Sequence[Harm], days: Sequence[DayPhrase]
) -> list[DayPhrase]:
    """Return the days without those on which somebody only died of it, or went home.

    "She died on Saturday of her wounds" tells no day of the shooting; "died on Friday after being
    shot on Thursday" does.
    """
    after = {h.trigger for h in fates if _dies_after(sentence, h)}
    deed = {h.trigger for h in fates if not _is_later(sentence, h)} - after
    later = {h.trigger for h in fates} - deed
    if not later or any(h.trigger in deed and h.phrase.kind != "pronoun" for h in fates):
        return list(days)
    left = [d for d in days if _nearest(sentence, fates, d) not in later]
    # of one day alone it is open whether it may be that of the deed too
    return left if all(_is_later(sentence, h) for h in fates) else left or list(days)


def _dies_after(sentence: Sentence, harm: Harm) -> bool:
    """Read "died on Friday after being shot on Thursday"."""
    if sentence.tokens[harm.trigger].lemma.lower() not in words("late"):
        return False
    told = sentence.lowered[harm.trigger + 1 : harm.trigger + _REACH]
    return ("after", "being") in itertools.pairwise(told)


def _nearest(sentence: Sentence, fates: Sequence[Harm], day: DayPhrase) -> int:
    """Return the word of the harm beside which a day stands."""
    at = sentence.token_at(day.span.start) or 0
    return min((h.trigger for h in fates), key=lambda t: (abs(t - at), t))


def _is_later(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether a known person's fate is told: "he died on Sunday", "she is in hospital".

    So are bodies that were found under what was hit.
    """
    unearthed = harm.outcome == "buried" and not _UNDER.isdisjoint(sentence.lowered)
    if unearthed or _is_lasting(sentence, harm.trigger):
        return True
    known = harm.phrase.kind in {"pronoun", "definite"}
    dies = sentence.tokens[harm.trigger].lemma.lower() in words("late")
    words_of = sentence.lowered[harm.phrase.first : harm.phrase.last + 1]
    known = known or not _RANKS.isdisjoint(words_of)  # "a tenth person died"
    if dies and (_is_of_wounds(sentence, harm) or _is_alone(sentence, harm)):
        return True
    return known and (dies or not harm.plain)


def _is_alone(sentence: Sentence, harm: Harm) -> bool:
    """Read "Ana Ruiz, 19, died on Sunday": of what, the sentences before have told."""
    end = sentence.tokens[harm.trigger].end - sentence.span.start
    named = harm.phrase.kind in {"named", "other"}
    return named and _ONLY_WHEN.fullmatch(sentence.text, end) is not None


def are_of_hurt(sentence: Sentence, verb: int) -> bool:
    """Tell whether those who die are of the wounded: "after five of the 60 wounded died"."""
    if sentence.tokens[verb].lemma.lower() not in words("late"):
        return False
    before = " ".join(sentence.lowered[max(0, verb - _REACH) : verb])
    return _OF_HURT.search(before) is not None


def is_later(sentence: Sentence, event: Span) -> bool:
    """Tell whether an event's word tells of what came later, or stood so: no day of a deed.

    A sentence that was not parsed, or the word of another one, tells nothing.
    """
    word = sentence.token_at(event.start) if sentence.span.holds(event) else None
    if word is None:
        return False
    more = sentence.lowered[word] == "died" and not _MORE.isdisjoint(sentence.lowered[:word])
    if more and _of_wounds(sentence, word):
        return True  # "two more people died overnight of wounds suffered in the riot"
    return (
        are_of_hurt(sentence, word) or _is_lasting(sentence, word) or _is_unearthed(sentence, word)
    )


def _is_unearthed(sentence: Sentence, word: int) -> bool:
    """Read "the body of another victim was found under the rubble on Wednesday"."""
    body = sentence.lowered[word] in {"body", "bodies"}
    return body and not _UNDER.isdisjoint(sentence.lowered)


def _is_lasting(sentence: Sentence, word: int) -> bool:
    """Tell whether a word says how it stood on a day: "12 were still missing on Thursday"."""
    if sentence.lowered[word] not in {"missing", "unaccounted"}:
        return False
    return not _STANDING.isdisjoint(sentence.lowered[max(0, word - 4) : word])


def _is_of_wounds(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether somebody dies of an earlier harm: "of her wounds", "a man shot by day died"."""
    last = sentence.tokens[harm.phrase.last].text.lower()
    if (harm.phrase.kind == "other" and last in _HURT) or are_of_hurt(sentence, harm.trigger):
        return True
    hurt = (sentence.tokens[k] for k in sentence.kids[harm.phrase.head] if k < harm.trigger)
    if any(t.dep in {"acl", "relcl"} and t.lemma.lower() in _HARMING for t in hurt):
        return True
    at = range(harm.trigger + 1, min(harm.trigger + _REACH, len(sentence.tokens)))
    told = sentence.lowered
    if any(told[i] in _AGES and told[i + 1 : i + 2] == ("after",) for i in at):
        return True  # "died on Friday, a week after she was shot"
    return _of_wounds(sentence, harm.trigger)


def _of_wounds(sentence: Sentence, verb: int) -> bool:
    """Read "died overnight of wounds suffered in the riot"."""
    return any(
        sentence.lowered[i] in {"wounds", "injuries"}
        and sentence.lowered[i - 1] not in _SORTS
        and {"from", "of", "to"} & set(sentence.lowered[verb + 1 : i])
        for i in range(verb + 1, min(verb + _REACH, len(sentence.tokens)))
    )
