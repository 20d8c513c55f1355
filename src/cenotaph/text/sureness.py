"""The rules of the extractors and how sure each is: confidence.tsv."""

from __future__ import annotations

from functools import cache

import msgspec

from cenotaph.text.lexicon import lines


class Rule(msgspec.Struct, frozen=True):
    """One way in which an extractor finds claims."""

    extractor: str
    name: str
    confidence: float
    words: str  # what it reads


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule of every extractor."""
    rows = (line.split("\t") for line in lines("confidence.tsv"))
    return tuple(Rule(e, name, float(sure), words) for e, name, sure, words in rows)


def sure(extractor: str, rule: str) -> float:
    """Return how sure an extractor's rule is."""
    return _by_name()[extractor, rule]


def rule_at(extractor: str, confidence: float) -> Rule | None:
    """Return the rule by which an extractor is so sure; None for what no rule found."""
    return _by_confidence().get((extractor, confidence))


@cache
def _by_name() -> dict[tuple[str, str], float]:
    return {(r.extractor, r.name): r.confidence for r in rules()}


@cache
def _by_confidence() -> dict[tuple[str, float], Rule]:
    return {(r.extractor, r.confidence): r for r in rules()}
