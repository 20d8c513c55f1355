"""The words of a claim: sentence, parse, and what the grammars of harm and number made of it."""

from __future__ import annotations

import msgspec

from cenotaph.model import Account, Claim, Span, Toll, Victim, quoted
from cenotaph.model.withheld import WITHHELD
from cenotaph.text.harms_in import Told, told
from cenotaph.text.reading import NumberPhrase, Reading


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """One word of the parse; `depth` counts the heads above it."""

    word: str
    part: str  # universal part of speech
    tag: str
    label: str  # of its dependency on its head
    head: int | None  # its place in the sentence; None for the root
    depth: int
    start: int
    end: int
    claimed: bool  # among the words that the claim quotes


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number phrase and how the number grammar reads it (COUNTING 1-10)."""

    words: str
    figure: str  # the words without their hedge
    hedge: str | None
    low: int | None
    high: int | None  # None: open
    approximate: bool
    vague: str | None
    role: str
    is_count: bool  # False: an age, a year, a distance


class Harmful(msgspec.Struct, frozen=True, kw_only=True):
    """A word of harm, the people in its victims' place, and how the words tell of it."""

    rule: str  # group and word of the lexicon of harm, or turn of phrase
    word: str
    outcome: str
    victims: str
    kind: str  # of the victims' phrase: group, singular, named, definite ...
    figure: Figure | None
    modality: str
    scope: str
    cause: str


def pieces(account: Account, claim: Claim, hidden: tuple[Span, ...]) -> tuple[str, str, str]:
    """Return the claim's sentence up to its words, its words, and the rest."""
    whole, own = claim.sentence, claim.evidence
    cuts = ((whole.start, own.start), (own.start, own.end), (own.end, whole.end))
    before, quote, after = (
        quoted(account, Span(start=a, end=b, part=own.part), hidden) if a < b else ""
        for a, b in cuts
    )
    return before, quote, after


def words(reading: Reading, claim: Claim, hidden: tuple[Span, ...]) -> tuple[Word, ...]:
    """Return the parse of the claim's sentence, a withheld name's words replaced."""
    sentence = reading.sentence_of(claim.evidence)
    heads = [token.head for token in sentence.tokens]
    found = []
    for index, token in enumerate(sentence.tokens):
        span = sentence.span_of(index, index)
        found.append(
            Word(
                word=WITHHELD if any(h.meets(span) for h in hidden) else token.text,
                part=token.pos,
                tag=token.tag,
                label=token.dep,
                head=None if token.head == index else token.head,
                depth=_depth(heads, index),
                start=token.start,
                end=token.end,
                claimed=claim.evidence.meets(span),
            )
        )
    return tuple(found)


def _depth(heads: list[int], index: int) -> int:
    depth = 0
    while heads[index] != index:
        index, depth = heads[index], depth + 1
    return depth


def figures(reading: Reading, claim: Claim) -> tuple[Figure, ...]:
    """Return the number phrases among the claim's words."""
    numbers = reading.numbers_at.meeting(claim.evidence)
    return tuple(_figure(reading, n) for n in numbers)


def _figure(reading: Reading, number: NumberPhrase) -> Figure:
    return Figure(
        words=reading.document.quote(number.span),
        figure=reading.document.quote(number.figure),
        hedge=number.hedge,
        low=number.count.low,
        high=number.count.high,
        approximate=number.count.approximate,
        vague=number.count.vague,
        role=number.role,
        is_count=number.kind == "count",
    )


def harmful(reading: Reading, claim: Claim) -> tuple[Harmful, ...]:
    """Return the harms that a toll or a victim was made of: several for a list summed up."""
    value = claim.value
    if not isinstance(value, Toll | Victim):
        return ()
    inside = [t for t in told(reading) if claim.evidence.holds(t.harm.span)]
    own = [t for t in inside if _outcome(t) == value.outcome]
    exact = [t for t in own if t.harm.span == claim.evidence]
    return tuple(_harmful(reading, t) for t in exact or own)


def _outcome(item: Told) -> str:
    return "casualties" if item.harm.outcome == "harmed" else item.harm.outcome


def _harmful(reading: Reading, item: Told) -> Harmful:
    harm, phrase = item.harm, item.harm.phrase
    return Harmful(
        rule=harm.rule,
        word=item.sentence.tokens[harm.trigger].text,
        outcome=_outcome(item),
        victims=reading.document.quote(item.sentence.span_of(phrase.first, phrase.last)),
        kind=phrase.kind,
        figure=None if phrase.number is None else _figure(reading, phrase.number),
        modality=item.modality,
        scope=item.period.scope,
        cause=item.cause,
    )
