"""Golden accounts and what the pipeline found in them -> measured items, one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from golden_cases import Either, Golden, Pattern, Range, Story, Where
from msgspec import UNSET

from cenotaph.model import (
    Account,
    AccountIncident,
    AccountToll,
    Claim,
    Document,
    Place,
    Responsibility,
    Span,
    Statement,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
)

KINDS = {
    Toll: "toll", Victim: "victim", Responsibility: "responsibility", Place: "place",
    When: "when", Target: "target", Weapon: "weapon", Statement: "statement",
}  # fmt: skip
LOOSE = ("speaker", "party", "name", "role", "topic", "category", "vague")
"""Keys in which one of the two words may hold the other: "governor", "the regional governor"."""
DETAILS = ("speaker", "part_of", "adds_to", "status", "age", "sex", "role", "age_years", "vague")
"""Keys measured apart: a claim without them is found but not whole."""
UNLISTED = {"detained", "displaced"}
"""Outcomes listed only where an account is about them: arrests of suspects are everywhere."""


class Item(msgspec.Struct, frozen=True):
    """One thing measured: `sort` names the figure it counts in."""

    sort: str
    right: bool
    words: str


def measure(golden: Golden, account: Account, stories: tuple[AccountIncident, ...]) -> list[Item]:
    """Return every measured item of one account."""
    claims = [c for c in account.claims if c.confidence >= 0.5]
    return [
        *_recall(golden.expect.claims, claims, account.document),
        *_kept(golden.expect.absent, claims, account.document),
        *(_precision(golden, claims, account.document) if golden.expect.exhaustive else ()),
        *_story(golden.expect.main, stories[:1]),
        *(_other(story, stories) for story in golden.expect.others),
    ]


def figures(items: Iterable[Item]) -> dict[str, tuple[int, int]]:
    """Return right and all per sort of item."""
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for item in items:
        table[item.sort][0] += item.right
        table[item.sort][1] += 1
    return {sort: (right, of) for sort, (right, of) in sorted(table.items())}


def describe(claim: Claim, document: Document) -> str:
    """Return a claim in one line for a person who looks for a mistake."""
    facts = {k: v for k, v in facts_of(claim).items() if v not in (None, "", (), False)}
    words = " ".join(document.quote(claim.evidence).split())
    kind = facts.pop("kind")
    return f'{kind} {" ".join(f"{k}={v}" for k, v in facts.items())} "{words}"'


def facts_of(claim: Claim) -> dict[str, Any]:
    """Return what a pattern can ask of a claim, as one flat mapping."""
    value = claim.value
    facts: dict[str, Any] = {"kind": KINDS[type(value)]}
    facts |= {name: getattr(value, name) for name in value.__struct_fields__}
    if isinstance(value, Toll):
        facts |= {name: getattr(value.count, name) for name in value.count.__struct_fields__}
        facts |= {name: getattr(value.people, name) for name in ("status", "age", "sex")}
        facts["role"] = " ".join(value.people.roles)
        del facts["count"], facts["people"]
    if isinstance(value, Victim):
        facts["age_years"] = facts.pop("age")
    if isinstance(value, When):
        facts["name"] = facts.pop("words")
    return facts | {
        "stance": claim.stance,
        "voice": claim.voice,
        "speaker": claim.speaker.name if claim.speaker else None,
        "part_of": claim.part_of is not None,
        "adds_to": claim.adds_to is not None,
    }


def matches(pattern: Pattern, claim: Claim, document: Document) -> bool:
    """Tell whether a claim is what a pattern asks for."""
    facts = facts_of(claim)
    asked = _asked(pattern)
    kinds = asked.pop("kind").split("|")
    quote = asked.pop("quote", None)
    if not any(_is_kind(kind, facts) for kind in kinds):
        return False
    if quote is not None and not _stands_in(quote, claim.sentence, document):
        return False
    return all(_fits(key, wanted, facts.get(key)) for key, wanted in asked.items())


def _asked(pattern: Pattern) -> dict[str, Any]:
    found = {name: getattr(pattern, name) for name in pattern.__struct_fields__}
    exact = ("low", "high")  # None is a value there: open
    return {k: v for k, v in found.items() if v is not UNSET and (v is not None or k in exact)}


def _is_kind(kind: str, facts: dict[str, Any]) -> bool:
    if kind != "person":
        return bool(facts["kind"] == kind)
    one = facts["kind"] == "toll" and facts["low"] == facts["high"] == 1
    return bool(facts["kind"] == "victim" or one)


def _fits(key: str, wanted: Any, found: Any) -> bool:  # noqa: ANN401 (a value of any key)
    if key == "age_years" and found is None:  # a toll of one carries no age
        return False
    if not isinstance(wanted, str):
        return bool(wanted == found)
    if not isinstance(found, str):
        return False
    words = [w.casefold() for w in wanted.split("|")]
    if key in LOOSE:
        said = found.casefold()
        return any(w in said or (len(said) > 3 and said in w) for w in words)
    return found.casefold() in words


def _stands_in(quote: str, sentence: Span, document: Document) -> bool:
    """Tell whether one of the places where the words stand meets the claim's sentence."""
    loose = r"\s+".join(re.escape(word) for word in quote.split())
    return any(
        match.start() < sentence.end and sentence.start < match.end()
        for match in re.finditer(loose, document.words(sentence.part))
    )


def _bare(pattern: Pattern) -> Pattern:
    """Return the pattern without the keys that are measured apart."""
    return msgspec.structs.replace(pattern, **dict.fromkeys(DETAILS))


def _recall(
    patterns: tuple[Pattern, ...], claims: list[Claim], document: Document
) -> Iterator[Item]:
    for pattern in patterns:
        words = _show(pattern)
        kind = pattern.kind.split("|")[0]
        found = any(matches(_bare(pattern), claim, document) for claim in claims)
        yield Item(f"{kind}.recall", found, words)
        if found and _bare(pattern) != pattern:
            whole = any(matches(pattern, claim, document) for claim in claims)
            yield Item(f"{kind}.details", whole, words)


def _kept(patterns: tuple[Pattern, ...], claims: list[Claim], document: Document) -> Iterator[Item]:
    for pattern in patterns:
        met = [describe(c, document) for c in claims if matches(pattern, c, document)]
        yield Item("traps.kept", not met, f"{_show(pattern)} <- {'; '.join(met)}")


def judged(
    golden: Golden, claims: Iterable[Claim], document: Document
) -> Iterator[tuple[Claim, bool]]:
    """Yield every toll, victim and blame with whether it is expected; told twice it is right twice.

    Of an account whose list is exhaustive; arrests count only where one is about them.
    """
    expected = (*golden.expect.claims, *golden.expect.optional)
    asked = {outcome for p in golden.expect.claims for outcome in (p.outcome or "").split("|")}
    for claim in claims:
        if isinstance(claim.value, Toll | Victim) and claim.value.outcome in UNLISTED - asked:
            continue
        if isinstance(claim.value, Toll | Victim | Responsibility):
            yield claim, any(_is_it(p, claim, document) for p in expected)


def _precision(golden: Golden, claims: list[Claim], document: Document) -> Iterator[Item]:
    for claim, right in judged(golden, claims, document):
        yield Item(f"{KINDS[type(claim.value)]}.precision", right, describe(claim, document))


def _is_it(pattern: Pattern, claim: Claim, document: Document) -> bool:
    return _same_value(pattern, claim, document) or _is_one_of(pattern, claim, document)


def _same_value(pattern: Pattern, claim: Claim, document: Document) -> bool:
    core = msgspec.structs.replace(_bare(pattern), quote=None, approximate=None, name=pattern.name)
    if isinstance(claim.value, Toll | Victim) and claim.value.outcome == "casualties":
        core = msgspec.structs.replace(core, outcome=core.outcome and "casualties")  # "was shot"
    if isinstance(claim.value, Victim):
        core = msgspec.structs.replace(core, name=None, kind=core.kind.replace("victim", "person"))
    elif core.kind == "victim":  # a named victim may be told as "a clerk" elsewhere
        core = Pattern(kind="person", outcome=core.outcome)
    return matches(core, claim, document)


def _is_one_of(pattern: Pattern, claim: Claim, document: Document) -> bool:
    """Tell whether a victim is one of those whom an expected figure of the sentence counts."""
    return (
        isinstance(claim.value, Victim)
        and pattern.outcome == claim.value.outcome
        and pattern.quote is not None
        and _stands_in(pattern.quote, claim.sentence, document)
    )


def _story(expected: Story, found: tuple[AccountIncident, ...]) -> Iterator[Item]:
    story = (
        found[0]
        if found
        else AccountIncident(incident=None, event_type="none", sub_event_type=None)
    )
    for outcome in ("killed", "injured", "missing"):
        wanted = getattr(expected, outcome)
        if wanted is not UNSET:
            toll: AccountToll | None = getattr(story, outcome)
            words = f"{outcome} {wanted} found {_range(toll)}"
            yield Item(f"main.{outcome}", _in_range(wanted, _range(toll)), words)
    if isinstance(expected.first, str):
        days, wanted = (story.first, story.last), (expected.first, expected.last)
        right = days[0] == wanted[0] and wanted[1] in (UNSET, days[1])
        yield Item("main.day", right, f"day {wanted} found {days}")
    if isinstance(expected.place, Where):
        words = f"place {expected.place.name} found {story.place}"
        yield Item("main.place", same_place(expected.place, story.place), words)
    if expected.event_type is not None:
        right = story.event_type == expected.event_type
        words = f"event {expected.event_type} found {story.event_type}"
        yield Item("main.event_type", right, words)


def _other(expected: Story, stories: tuple[AccountIncident, ...]) -> Item:
    right = any(all(item.right for item in _story(expected, (s,))) for s in stories[1:])
    return Item("other.incident", right, f"another incident {expected}")


def same_place(wanted: Where, found: Place | None) -> bool:
    """Tell whether a place is the town asked for; the country must be right where it is known."""
    if found is None or found.country not in (None, wanted.country):
        return False
    name = found.name.casefold()
    return any(w in name or name in w for w in wanted.name.casefold().split("|"))


def _range(toll: AccountToll | None) -> Range:
    return None if toll is None or toll.low is None else (toll.low, toll.high)


def _in_range(wanted: Range | Either, found: Range) -> bool:
    return found in wanted.any if isinstance(wanted, Either) else found == wanted


def _show(pattern: Pattern) -> str:
    return " ".join(f"{k}={v}" for k, v in _asked(pattern).items())
