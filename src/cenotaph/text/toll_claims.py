"""A harm as told -> the claim of its toll, with the rule of confidence by which it was read."""

from __future__ import annotations

from msgspec.structs import replace

from cenotaph.model import Claim, Count, Outcome, People, Toll
from cenotaph.text import clauses
from cenotaph.text.gathered import gathered
from cenotaph.text.harms_in import Told, trigger_span
from cenotaph.text.making import claim_of
from cenotaph.text.reading import Reading
from cenotaph.text.sureness import sure


def plain_outcome(outcome: str) -> Outcome:
    """Return the outcome to publish; who is only said to be "shot" is a casualty, dead or not."""
    return "casualties" if outcome == "harmed" else outcome  # type: ignore[return-value]


def toll_of(item: Told, count: Count, people: People) -> Toll:
    """Return what a harm says of how many people, with its cause and scope."""
    buried = item.harm.outcome == "buried"
    return Toll(
        outcome=plain_outcome(item.harm.outcome),
        count=_asserted(count),
        people=people,
        cause=item.cause,
        scope="stock" if buried else item.period.scope,
        since=item.period.since,
        as_of=item.period.as_of,
    )


def toll_claim(reading: Reading, item: Told, value: Toll) -> Claim:
    """Return the claim of a toll, as sure as the rule by which it was read."""
    if value.scope == "incident" and trigger_span(item) in gathered(reading):
        value = replace(value, scope="series")  # "two bombs killed nine", told of one by one
    return claim_of(
        reading, value, item.harm.span, extractor="tolls", at=trigger_span(item),
        confidence=sure("tolls", _rule(item, value)),
    )  # fmt: skip


def _rule(item: Told, value: Toll) -> str:
    """Return the rule of confidence.tsv by which a toll is read."""
    harm = item.harm
    if _is_of_some(item):
        return "no-whole"
    if not harm.plain or harm.phrase.kind in {"definite", "pronoun"}:
        return "repaired"
    if harm.phrase.number is None and value.count.high != 1:
        return "summed"
    if harm.rule.startswith("turn bodies"):
        return "bodies"
    return "state" if ".state " in harm.rule else "plain"


def _is_of_some(item: Told) -> bool:
    """Tell whether a zero is of people told of before, who need not be all: "none of those"."""
    phrase = item.harm.phrase
    words = [clauses.lower(item.sentence, i) for i in range(phrase.first, phrase.last + 1)]
    return phrase.kind == "zero" and words[1:2] == ["of"] and words[2:3] in (["those"], ["these"])


def _asserted(count: Count) -> Count:
    """Return "up to n" as 1 to n: the sentence asserts victims (COUNTING 3)."""
    if count.low == 0 and count.high:
        return replace(count, low=1)
    return count
