"""What every extractor must hold to, on every golden account; a new one is tested unedited."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from cenotaph.extract import extract, extractors
from cenotaph.model import Account, Claim, claim_id
from cenotaph.text.reading import Reading
from cenotaph.text.sureness import rules
from readings import reading_of

GOLDEN = Path(__file__).parent.parent / "golden"
EVERY = pytest.mark.parametrize("name", extractors())


@cache
def accounts() -> tuple[tuple[Reading, Account], ...]:
    told = [json.loads(path.read_bytes()) for path in sorted(GOLDEN.glob("[0-9]*.json"))]
    inputs = [one for case in told for one in (case.get("inputs") or [case["input"]])]
    read = [reading_of(one["text"], one.get("title")) for one in inputs]
    return tuple((reading, extract(reading)) for reading in read)


def found(name: str) -> list[tuple[Reading, Account, Claim]]:
    find = extractors()[name]
    return [(r, account, claim) for r, account in accounts() for claim in find(r)]


@EVERY
def test_it_finds_something_and_signs_it_with_its_name(name: str) -> None:
    assert {claim.extractor for _, _, claim in found(name)} == {name}


@EVERY
def test_every_claim_is_as_sure_as_a_rule_of_the_extractor(name: str) -> None:
    known = {rule.confidence for rule in rules() if rule.extractor == name}
    assert {claim.confidence for _, _, claim in found(name)} <= known


@EVERY
def test_no_two_rules_of_an_extractor_are_equally_sure(name: str) -> None:
    sure = [rule.confidence for rule in rules() if rule.extractor == name]
    assert len(sure) == len(set(sure)) > 0


@EVERY
def test_every_claim_quotes_words_that_are_there_inside_its_sentence(name: str) -> None:
    for reading, _, claim in found(name):
        quote = reading.document.quote(claim.evidence)
        assert quote == quote.strip() != ""
        assert len(quote) == claim.evidence.end - claim.evidence.start
        assert claim.sentence.holds(claim.evidence), quote


@EVERY
def test_every_claim_bears_the_id_of_its_content_and_its_document(name: str) -> None:
    for reading, _, claim in found(name):
        assert claim.id == claim_id(claim)
        assert claim.document == reading.document.id


@EVERY
def test_every_claim_points_at_what_is_there(name: str) -> None:
    for _, account, claim in found(name):
        mentions = {mention.id for mention in account.mentions}
        claims = {other.id for other in account.claims}
        assert claim.about in mentions | {None}
        assert {claim.part_of, claim.adds_to} <= claims | {None}
        assert claim.of in claims | mentions | {None}


@EVERY
def test_every_claim_says_who_speaks_and_how_sure_it_is(name: str) -> None:
    for _, _, claim in found(name):
        assert (claim.voice == "speaker") == (claim.speaker is not None)
        assert 0 < claim.confidence <= 1


@EVERY
def test_a_denial_says_what_it_denies(name: str) -> None:
    assert [c for _, _, c in found(name) if c.stance == "denies" and c.of is None] == []


@EVERY
def test_asked_twice_it_finds_the_same(name: str) -> None:
    find = extractors()[name]
    for reading, _ in accounts():
        assert list(find(reading)) == list(find(reading))
