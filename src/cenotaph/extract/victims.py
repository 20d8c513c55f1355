"""Harms of one person -> victims: name, age, sex, role, outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cenotaph.model import Claim, Outcome, Span, Toll, Victim
from cenotaph.text.antecedents import named_before
from cenotaph.text.gathered import gathered
from cenotaph.text.harms_in import Told, told, trigger_span
from cenotaph.text.making import claim_of
from cenotaph.text.reading import Reading
from cenotaph.text.rolls import named
from cenotaph.text.sureness import sure
from cenotaph.text.victim_lines import victim_lines

_SINGLE = frozenset({"singular", "named", "definite", "pronoun", "other", "partitive", "subset"})


def find(reading: Reading) -> Iterator[Claim]:
    """Yield each person said to be harmed."""
    for item in told(reading):
        if item.cause == "indirect":
            continue  # COUNTING 15a: no victim of the violence
        if item.harm.phrase.name is None and trigger_span(item) in gathered(reading):
            continue  # one of a sum: told of where the incident is
        if item.modality == "real" and item.harm.phrase.kind in _SINGLE:
            victim = _victim(reading, item)
            if victim is not None:
                yield claim_of(
                    reading, victim, item.harm.span, extractor="victims", at=trigger_span(item),
                    confidence=sure("victims", _rule(item)),
                )  # fmt: skip
    yield from _of_rolls(reading)
    yield from _of_lines(reading)


def _of_rolls(reading: Reading) -> Iterator[Claim]:
    """Yield those whom a list names, but whom its own sentence tells of already."""
    harms = [(i.sentence, i.harm.phrase) for i in told(reading)]
    known = {(phrase.name, sentence.number) for sentence, phrase in harms}
    single = [s.span_of(p.first, p.last) for s, p in harms if p.kind in _SINGLE]
    for person in named(reading):
        item = person.item
        told_of = item is not None and any(map(item.holds, single))
        if (person.name, reading.sentence_of(person.span).number) not in known and not told_of:
            victim = Victim(outcome=person.outcome, name=person.name, age=person.age)
            yield claim_of(
                reading, victim, person.span, extractor="victims",
                confidence=sure("victims", "roll"),
            )  # fmt: skip


def _of_lines(reading: Reading) -> Iterator[Claim]:
    """Yield the victims entered one by one: "VICTIM (DECEASED): Ana Ruiz, 31"."""
    known = {i.sentence.number for i in told(reading) if i.harm.phrase.kind in _SINGLE}
    for line in victim_lines(reading.sentences):
        if line.sentence.number not in known:
            victim = Victim(outcome=line.outcome, name=line.name, age=line.age, sex=line.sex)
            yield claim_of(
                reading, victim, line.span, extractor="victims", confidence=sure("victims", "roll")
            )


def _rule(item: Told) -> str:
    """Return the rule of confidence.tsv by which a person is read."""
    if not item.harm.plain:
        return "repaired"
    return "state" if ".state " in item.harm.rule else "plain"


def with_wholes(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with each victim tied to the figure that counts him among others."""
    tolls: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Toll):
            tolls[claim.sentence].append(claim)
    return [_tied(claim, tolls[claim.sentence]) for claim in claims]


def _tied(claim: Claim, tolls: Sequence[Claim]) -> Claim:
    value = claim.value
    if not isinstance(value, Victim):
        return claim
    for figure in tolls:
        toll = figure.value
        if isinstance(toll, Toll) and toll.outcome == value.outcome:
            if figure.evidence == claim.evidence and toll.count.high == 1:
                return replace(claim, part_of=figure.part_of)
            if figure.evidence.holds(claim.evidence) and toll.count.high != 1:
                return replace(claim, part_of=figure.id)
    return claim


def _victim(reading: Reading, item: Told) -> Victim | None:
    phrase, outcome = item.harm.phrase, item.harm.outcome
    if outcome in {"none", "as before"} or phrase.count is None or phrase.count.high != 1:
        return None
    said: Outcome = "casualties" if outcome == "harmed" else outcome  # type: ignore[assignment]
    return Victim(
        outcome=said,
        name=phrase.name or named_before(reading, item.sentence, phrase),
        age=phrase.age,
        sex=phrase.people.sex,
        role=_role(phrase.people.roles),
        words=reading.document.quote(item.sentence.span_of(phrase.first, phrase.last)),
    )


def _role(roles: tuple[str, ...]) -> str | None:
    """Return the role to keep: an attacker's before any other."""
    if "attacker" in roles:
        return "attacker"
    return roles[0] if roles else None
