"""`claims`: every live claim with its words, its voice and its incident (CONTRACT)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, assert_never

import msgspec

from cenotaph.model import (
    Account,
    Assertion,
    Claim,
    Mention,
    People,
    Place,
    Record,
    Responsibility,
    Span,
    Statement,
    Target,
    Toll,
    Victim,
    Weapon,
    When,
    is_apart,
    quoted,
    withheld,
    without_names,
)
from cenotaph.publish import (
    Options,
    Shape,
    accidents,
    hidden_names,
    homes,
    judgments,
    place_value,
    refs,
    write_lines,
)

SHAPE: Shape = "stream"

# What each kind of claim adds to a row; every row has every key, null where it does not apply.
_OWN = (
    "outcome", "low", "high", "approximate", "vague", "cause", "scope", "since", "as_of", "people",
    "part_of", "adds_to", "name", "age", "sex", "role", "party", "geonames", "lat", "lon",
    "country", "admin1", "time", "precision", "category", "damage", "derived",
)  # fmt: skip


class _Frame(msgspec.Struct, frozen=True):
    account: Account
    ref: str | None
    hidden: tuple[Span, ...]
    mentions: Mapping[str, Mention]
    home: Mapping[str, str]
    judged: Mapping[str, tuple[str, str | None]]


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write one JSON line for every claim."""
    write_lines(rows(record, options), record, out)


def rows(record: Record, options: Options) -> Iterator[dict[str, object]]:
    """Yield the rows, account by account, in reading order."""
    known, home, judged = refs(record), homes(record), judgments(record)
    names = hidden_names(record, options)
    left_out = frozenset() if options.accidents else accidents(record)
    for account in record.accounts:
        frame = _Frame(
            account,
            next(iter(known.get(account.document.id, ())), None),
            withheld(account, names),
            {m.id: m for m in account.mentions},
            home,
            judged,
        )
        for claim in without_names(account.claims, names):
            of_accident = home.get(claim.about or "") in left_out
            if not of_accident and (not options.only_reviewed or claim.id in judged):
                yield _row(claim, frame)


def _row(claim: Claim, frame: _Frame) -> dict[str, object]:
    own = {**dict.fromkeys(_OWN), **_value(claim.value)}
    own["part_of"], own["adds_to"] = claim.part_of, claim.adds_to
    mention = frame.mentions.get(claim.about or "")
    judged, corrects = frame.judged.get(claim.id, ("none", None))
    when = claim.value if isinstance(claim.value, When) else claim
    return {
        "id": claim.id,
        "document": claim.document,
        "ref": frame.ref,
        "in": claim.evidence.part,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "quote": quoted(frame.account, claim.evidence, frame.hidden),
        "sentence": [claim.sentence.start, claim.sentence.end],
        "kind": type(claim.value).__name__.lower(),
        "stance": claim.stance,
        **_voice(claim),
        **own,
        "of": claim.of,
        "first": when.first,
        "last": when.last,
        "event": [mention.span.start, mention.span.end] if mention else None,
        "mention": claim.about,
        "incident": None if is_apart(claim) else frame.home.get(claim.about or ""),
        "judged": judged,
        "corrects": corrects,
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def _voice(claim: Claim) -> dict[str, object]:
    speaker = claim.speaker
    span = speaker.span if speaker else None
    return {
        "voice": claim.voice,
        "speaker": speaker.name if speaker else None,
        "speaker_role": speaker.role if speaker else None,
        "speaker_side": speaker.side if speaker else None,
        "speaker_span": [span.start, span.end] if span else None,
        "via": list(speaker.via) if speaker else [],
    }


# One arm a kind of claim; assert_never lists a kind that is missing.
def _value(value: Assertion) -> dict[str, object]:  # noqa: C901, PLR0911
    match value:
        case Toll():
            return _toll(value)
        case Victim():
            return {n: v for n, v in msgspec.structs.asdict(value).items() if n != "words"}
        case Responsibility():
            return {"party": value.party}
        case Place():
            return place_value(value)
        case When():
            return {"time": value.time, "precision": value.precision}
        case Target():
            return {"name": value.name, "category": value.category, "damage": value.damage}
        case Weapon():
            return {"name": value.name}
        case Statement():
            return {"derived": _derived(value)}
        case _:
            assert_never(value)


def _toll(toll: Toll) -> dict[str, object]:
    return {
        "outcome": toll.outcome,
        "low": toll.count.low,
        "high": toll.count.high,
        "approximate": toll.count.approximate,
        "vague": toll.count.vague,
        "cause": toll.cause,
        "scope": toll.scope,
        "since": toll.since_day or toll.since,
        "as_of": toll.as_of_day or toll.as_of,
        "people": people_value(toll.people),
    }


def people_value(people: People) -> dict[str, object]:
    """Return the contract's object for the people counted."""
    return msgspec.structs.asdict(people)


def _derived(statement: Statement) -> dict[str, object] | None:
    derived = statement.derived
    if derived is None:
        return None
    return {"low": derived.low, "high": derived.high, "from": derived.of}
