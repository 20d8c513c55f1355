"""Lists of victims in headlines, whose commas are "and": "Man, woman killed"."""

from __future__ import annotations

from functools import cache

from cenotaph.text.clauses import lower
from cenotaph.text.lexicon import grouped
from cenotaph.text.persons import Whole


def listed_in_headline(whole: Whole, near: int) -> tuple[int, ...]:
    """Read the headline "Man, woman killed", "Mother, daughter, aunt found dead"; () for none.

    Bare nouns of sex, age or kin alone: "Teacher, coach killed" may be one person.
    """
    if whole.sentence.part != "title" or not _is_of_kind(whole, near):
        return ()
    found = [near]
    while lower(whole.sentence, found[0] - 1) == "," and _is_of_kind(whole, found[0] - 2):
        if whole.sentence.tokens[max(0, found[0] - 3)].pos == "VERB":
            return ()  # "Man kills wife, son hurt"
        found.insert(0, found[0] - 2)
    while lower(whole.sentence, found[-1] + 1) == "," and _is_of_kind(whole, found[-1] + 2):
        found.append(found[-1] + 2)
    names = {lower(whole.sentence, i) for i in found}
    several = len(names) == len(found) > 1 and (len(found) > 2 or not _may_be_one(names))
    return tuple(found) if several else ()


def _may_be_one(names: set[str]) -> bool:
    """Tell whether two words may be of one person: "Wife, mother killed in crash"."""
    groups = grouped("persons.txt")
    one_sex = names <= groups["male"] or names <= groups["female"]
    return one_sex and names <= groups["kin"] and not names & {"son", "daughter"}


def _is_of_kind(whole: Whole, index: int) -> bool:
    """Tell whether one noun says a person's sex, age or kin: "woman", "toddler", "aunt"."""
    return index >= 0 and lower(whole.sentence, index) in _kinds()


@cache
def _kinds() -> frozenset[str]:
    groups = grouped("persons.txt")
    aged = {w for g, ws in groups.items() if g.startswith("ages.") for w in ws}
    return frozenset(aged | groups["kin"] & (groups["male"] | groups["female"]))
