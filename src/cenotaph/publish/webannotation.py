"""`webannotation`: each claim as a W3C Web Annotation of its words, in JSON-LD.

https://www.w3.org/TR/annotation-model/ One AnnotationCollection, its one page inside it. A claim's
target is its document's text or title ("urn:cenotaph:document:HASH#text"), selected by position
and by quote; a decision about a claim is an annotation of that claim's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, assert_never

import msgspec

from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Decision,
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
    count_words,
    days_words,
    is_apart,
    judgements,
    people_words,
    quoted,
    withheld,
    without_names,
)
from cenotaph.publish import (
    Options,
    Shape,
    accidents,
    first_captures,
    hidden_names,
    homes,
    judgments,
    names_told,
    urn,
    without_addresses,
)

SHAPE: Shape = "stream"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after a quote: enough to find it in a page that has moved


class _Frame(msgspec.Struct, frozen=True):
    account: Account
    capture: Capture | None
    hidden: tuple[Span, ...]


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the collection, claims in reading order and then what people decided about them."""
    hidden = hidden_names(record, options)
    items = [*_claims(record, options, hidden)]
    items += _judged(record, options, hidden, {str(i["id"]) for i in items})
    collection = urn("record", record.digest)
    names = names_told(options)
    page = {"id": f"{collection}#page", "type": "AnnotationPage", "partOf": collection}
    whole = {
        "@context": _CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"Claims, counted under {record.policy}; names of victims and the private {names}",
        "total": len(items),
        "first": {**page, "startIndex": 0, "items": items},
    }
    out.write(msgspec.json.encode(whole).decode() + "\n")


def _claims(
    record: Record, options: Options, hidden: frozenset[str]
) -> Iterator[dict[str, object]]:
    home, judged, captures = homes(record), judgments(record), first_captures(record)
    left_out = frozenset() if options.accidents else accidents(record)
    for account in record.accounts:
        document = account.document.id
        capture = captures.get(document)
        told = without_addresses(capture, hidden) if capture is not None else None
        frame = _Frame(account, told, withheld(account, hidden))
        for claim in without_names(account.claims, hidden):
            incident = home.get(claim.about or "")
            if incident not in left_out and (not options.only_reviewed or claim.id in judged):
                yield _annotation(claim, frame, None if is_apart(claim) else incident)


def _annotation(claim: Claim, frame: _Frame, incident: str | None) -> dict[str, object]:
    body: list[dict[str, object]] = [
        _text("tagging", type(claim.value).__name__.lower()),
        _text("describing", _words(claim)),
    ]
    if incident is not None:
        body.append({"source": urn("incident", incident), "purpose": "linking"})
    return {
        "id": urn("claim", claim.id),
        "type": "Annotation",
        "motivation": "identifying",
        **_maker(claim),
        "body": body,
        "target": {
            "type": "SpecificResource",
            "source": _source(claim, frame.capture),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quoted(frame.account, claim.evidence, frame.hidden),
                    "prefix": _before(claim, frame),
                    "suffix": _after(claim, frame),
                },
                {
                    "type": "TextPositionSelector",
                    "start": claim.evidence.start,
                    "end": claim.evidence.end,
                },
            ],
        },
    }


def _maker(claim: Claim) -> dict[str, object]:
    """Return which part of the software found a claim; a person's own has only a decision."""
    if claim.extractor == "person":
        return {}
    name = f"Cenotaph, {claim.extractor}"
    return {
        "generator": {"id": urn("extractor", claim.extractor), "type": "Software", "name": name}
    }


def _text(purpose: str, words: str) -> dict[str, object]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": words,
        "format": "text/plain",
        "language": "en",
    }


def _source(claim: Claim, capture: Capture | None) -> dict[str, object]:
    """Return the words annotated; `via` is where they were read, if that is known."""
    source: dict[str, object] = {
        "id": f"{urn('document', claim.document)}#{claim.evidence.part}",
        "type": "Text",
        "format": "text/plain",
    }
    read_at = [u for u in (capture.url, capture.archive_url) if u] if capture else []
    return {**source, "via": read_at} if read_at else source


def _before(claim: Claim, frame: _Frame) -> str:
    """Return words of the sentence before the claim's own, from the last withheld name on.

    So they stand in the document as they are printed, and what the claim quotes is found by them.
    Beyond the sentence it is not known which words are names.
    """
    span = claim.evidence
    near = [h.end for h in frame.hidden if h.part == span.part and h.start < span.start]
    start = min(max(span.start - _AROUND, claim.sentence.start, *near), span.start)
    return frame.account.document.words(span.part)[start : span.start]


def _after(claim: Claim, frame: _Frame) -> str:
    span = claim.evidence
    near = [h.start for h in frame.hidden if h.part == span.part and h.end > span.end]
    end = max(min(span.end + _AROUND, claim.sentence.end, *near), span.end)
    return frame.account.document.words(span.part)[span.end : end]


def _words(claim: Claim) -> str:
    """Return what is claimed and by whom, in words."""
    said = _value_words(claim)
    if claim.stance not in {"asserts", "blames"}:
        said = f"{claim.stance}: {said}"
    if claim.voice == "unresolved":
        return f"{said}; said by a speaker whom the reading could not name"
    if claim.speaker is None:
        return f"{said}; said by the account itself"
    return f"{said}; said by {claim.speaker.name}"


# One arm a kind of claim; assert_never lists a kind that is missing.
def _value_words(claim: Claim) -> str:  # noqa: C901, PLR0911
    value = claim.value
    match value:
        case Toll():
            people = people_words(value.people)
            scope = "" if value.scope == "incident" else f", {value.scope}"
            words = f"{value.outcome}: {count_words(value.count)}{scope}"
            return f"{words} ({people})" if people else words
        case Victim():
            age = None if value.age is None else f"aged {value.age}"
            facts = (value.name or "unnamed", age, value.sex, value.role)
            return f"{value.outcome}: {', '.join(f for f in facts if f)}"
        case Responsibility():
            return f"responsible: {value.party}"
        case Place():
            where = (value.name, value.admin1, value.country)
            return f"place: {', '.join(w for w in where if w)}"
        case When():
            return f"day: {days_words(value.first, value.last)}"
        case Target():
            damage = f", {value.damage}" if value.damage else ""
            return f"target: {value.name} ({value.category}{damage})"
        case Weapon():
            return f"weapon: {value.name}"
        case Statement():
            return f"statement: {value.topic}"
        case _:
            assert_never(value)


def _judged(
    record: Record, options: Options, hidden: frozenset[str], known: set[str]
) -> Iterator[dict[str, object]]:
    """Yield what people decided about the claims that stand above; who, and why, with names."""
    about: dict[str, list[str]] = {}
    decisions: dict[str, Decision] = {}
    for claim, decision in judgements(record.decisions).items():
        if urn("claim", claim) in known:
            about.setdefault(decision.id, []).append(urn("claim", claim))
            decisions[decision.id] = decision
    for decision in sorted(decisions.values(), key=lambda d: d.seq):
        words = f"{decision.verdict}: {without_names(decision.reason, hidden)}"
        found: dict[str, object] = {
            "id": urn("decision", decision.id),
            "type": "Annotation",
            "motivation": "assessing",
            "created": decision.at.replace("+00:00", "Z"),  # as the model asks for it
            "body": [_text("assessing", words if options.names else decision.verdict)],
            "target": about[decision.id],
        }
        if options.names:
            found["creator"] = {"type": "Person", "name": decision.reviewer}
        yield found
