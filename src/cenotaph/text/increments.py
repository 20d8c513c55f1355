"""A harm as an account tells it -> whether its words set it beside those told of before."""

from __future__ import annotations

from cenotaph.model import Claim
from cenotaph.text import clauses
from cenotaph.text.almanac import ORDINALS
from cenotaph.text.harm import state_of
from cenotaph.text.harm_label_sums import MORE
from cenotaph.text.harm_likewise import DID, REST, WAS
from cenotaph.text.harm_order import died_elsewhere
from cenotaph.text.harms_in import Told

ADDING = frozenset({DID, WAS, MORE})  # rules that tell of more than those before
_DYING = frozenset({"die", "succumb"})
_HURT = frozenset({"wounded", "injured", "hurt"})
_OF_ANY_KIND = frozenset({"people", "persons", "dead", "victims", "deaths"})
_MORE = frozenset({"another", "more", "further", "additional"})


def is_increment(item: Told) -> bool:
    """Tell whether more are told of than before: "another two", "so did the driver"."""
    if item.harm.phrase.kind == "other" and state_of(item.sentence, item.harm.phrase):
        return True  # "two of the injured later died" (COUNTING 18)
    if (
        item.harm.rule in ADDING
        or _is_of_others(item)
        or _had_been_hurt(item)
        or _also_died(item)
        or (item.harm.outcome == "killed" and died_elsewhere(item.sentence, item.harm.trigger))
    ):
        return True
    number = item.harm.phrase.number
    said = (number.hedge or "").split() if number else []
    if number is None and item.harm.rule.startswith("turn bodies"):
        said = [item.sentence.lowered[item.harm.phrase.first]]  # "another body was found"
    return bool(
        item.harm.phrase.kind == "other"
        and ((number and number.role == "another") or _MORE & set(said))
    )


def _also_died(item: Told) -> bool:
    """Tell whether others than those told of before died: "Four bodyguards also died"."""
    sentence, phrase = item.sentence, item.harm.phrase
    also = "also" in {sentence.lowered[k] for k in sentence.kids[item.harm.trigger]}
    counted = phrase.kind == "group" and phrase.first == 0
    return also and counted and item.harm.outcome == "killed"


def is_counted_already(whole: Told, earlier: Claim, item: Told, claim: Claim) -> bool:
    """Tell whether those who "also died" may be in a figure told before.

    "Seven people died in the raid. Three children also died": they may be of the seven; and another
    speaker's figure goes on with nobody's.
    """
    if not _also_died(item):
        return False
    one, other = earlier.speaker, claim.speaker
    anothers = one is not None and other is not None and one.name != other.name
    return anothers or clauses.lower(whole.sentence, whole.harm.phrase.head) in _OF_ANY_KIND


def _had_been_hurt(item: Told) -> bool:
    """Tell whether one dies who had only been hurt: "a man who had been wounded in the raid died".

    He is one more (COUNTING 18); "the man who had been wounded" may be one told of as dead.
    """
    sentence, phrase = item.sentence, item.harm.phrase
    dies = sentence.tokens[item.harm.trigger].lemma.lower() in _DYING
    if item.harm.outcome != "killed" or phrase.kind != "singular" or not dies:
        return False
    if clauses.lower(sentence, phrase.first) not in {"a", "an"}:
        return False
    said = sentence.lowered[phrase.last + 1 : item.harm.trigger]
    return said[:3] == ("who", "had", "been") and not _HURT.isdisjoint(said[3:5])


def _is_of_others(item: Told) -> bool:
    """Tell whether more died than those told of before: "Eleven others died in hospital".

    "Four other people died on the way" are more; "the four other people" are known.
    """
    phrase = item.harm.phrase
    if phrase.kind != "other" or phrase.first or item.harm.rule != "killed.subject die":
        return False
    within = {clauses.lower(item.sentence, i) for i in range(1, phrase.head + 1)}
    return bool({"other", "others"} & within) and phrase.number is not None


def rank_of(item: Told) -> int | None:
    """Return which of several somebody is told to be: 6 of "a sixth officer", not "the sixth"."""
    words = [clauses.lower(item.sentence, item.harm.phrase.first + i) for i in (0, 1)]
    return ORDINALS.get(words[1]) if words[0] == "a" else None


def is_rest(item: Told) -> bool:
    """Tell whether those are counted who are left of all: "the other three had been shot"."""
    phrase = item.harm.phrase
    words = {clauses.lower(item.sentence, i) for i in range(phrase.first, phrase.head + 1)}
    several = phrase.count is not None and (phrase.count.low or 0) > 1  # "the other" is known
    told = phrase.kind == "other" and {"the", "other"} <= words and several
    # The hurt are told of again and again, one by one and together.
    return item.harm.rule == REST or (told and item.harm.outcome == "killed")
