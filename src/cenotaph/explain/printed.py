"""An explanation -> lines for a terminal of 80 columns, or one JSON object."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator

import msgspec

from cenotaph.explain import Explanation, FoundBy
from cenotaph.explain.telling import Dated, Located, Said
from cenotaph.explain.words import Figure, Harmful, Word
from cenotaph.model import Count, count_words

_WIDTH, _LABEL = 80, 12
_DEEPEST = 12  # steps that the tree is indented by, at most
_COLUMNS = (42, 6, 6, 11)  # word, part of speech, tag, label; the head takes the rest


def as_json(found: Explanation) -> Iterator[str]:
    """Yield the explanation as one JSON object."""
    whole = _untagged(msgspec.to_builtins(found))
    yield json.dumps(whole, ensure_ascii=False, indent=1)


def _untagged(value: object) -> object:
    """Return plain values without the words by which stored ones tell their kind."""
    match value:
        case dict():
            return {k: _untagged(v) for k, v in value.items() if k != "is"}
        case list() | tuple():
            return [_untagged(v) for v in value]
        case _:
            return value


def as_text(found: Explanation) -> Iterator[str]:
    """Yield the explanation as lines."""
    claim = found.claim
    yield from _wrapped(f"{found.before}>>{found.quote}<<{found.after}", indent="  ")
    yield ""
    for label, lines in _facts(found):
        for number, line in enumerate(lines):
            lead = label if number == 0 else ""
            yield from _wrapped(line, first=f"{lead:{_LABEL}}", indent=" " * _LABEL)
    yield ""
    if not found.parse:
        yield "Parse: none; the words were not among those that can tell of harm."
        return
    yield from _tree(found.parse)
    yield f"* words of the claim; offsets {claim['in']} {claim['start']} to {claim['end']}"


def _facts(found: Explanation) -> Iterator[tuple[str, list[str]]]:
    claim, by = found.claim, found.found_by
    yield "Claim", [f"{claim['id']}", f"in {claim['ref']}, document {str(claim['document'])[:16]}"]
    yield "Says", [_says(claim)]
    yield "Found by", list(_found_by(by))
    yield "Confidence", [f"{claim['confidence']}"]
    if found.harms:
        yield "Harm", [_harm(h) for h in found.harms]
    told = [h.figure for h in found.harms if h.figure is not None]
    numbers = [*told, *(n for n in found.numbers if n not in told)]
    yield "Number", [_number(n) for n in numbers] or ["no number phrase among its words"]
    yield "Speaker", list(_speaker(found.said))
    yield "Day", [_day(d) for d in found.days] or ["none told: on or before publication"]
    yield "Place", [_place(p) for p in found.places] or ["none told"]
    yield "Incident", [found.incident or "none"]
    yield (
        "Decisions",
        [f"{d.verdict} by {d.reviewer}, {d.at}: {d.reason}" for d in found.decisions] or ["none"],
    )


def _found_by(by: FoundBy) -> Iterator[str]:
    if by.extractor == "person":
        yield "a person, by a decision"
        return
    rule = f"{by.rule}: {by.words}" if by.rule else "no rule of this software"
    yield f"{by.extractor}, {rule}"
    if not by.again:
        yield "not found again by this software: `cenotaph reread` reads anew"


def _says(claim: dict[str, object]) -> str:
    kind, stance = claim["kind"], claim["stance"]
    if kind == "toll":
        count = Count(low=_int(claim["low"]), high=_int(claim["high"]))
        words = f"{claim['outcome']}: {count_words(count)}, scope {claim['scope']}"
        whole = f", part of {claim['part_of']}" if claim["part_of"] else ""
        return words + (f", adds to {claim['adds_to']}" if claim["adds_to"] else whole)
    own = ("outcome", "name", "age", "sex", "role", "party", "category", "damage", "first", "last")
    told = (f"{k} {claim[k]}" for k in own if claim[k] is not None)
    return f"{kind}, {stance}: " + ", ".join(told)


def _int(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _harm(harm: Harmful) -> str:
    return (
        f"“{harm.word}” ({harm.rule}): {harm.outcome}; victims “{harm.victims}”, {harm.kind};"
        f" told as {harm.modality}, scope {harm.scope}, cause {harm.cause}"
    )


def _number(number: Figure) -> str:
    high = "open" if number.high is None else number.high
    low = "no figure" if number.low is None else f"low {number.low}, high {high}"
    more = [
        f"hedge “{number.hedge}”" if number.hedge else "no hedge",
        *(["approximate"] if number.approximate else []),
        *([f"vague “{number.vague}”"] if number.vague else []),
        *([] if number.is_count else ["counts no people"]),
    ]
    return f"“{number.words}”: {low}; {', '.join(more)}"


def _speaker(said: Said) -> Iterator[str]:
    if said.speaker is None:
        words = "the account itself" if said.voice == "narrator" else "unresolved: nobody is named"
        yield words
    else:
        facts = [f for f in (said.speaker.role, said.speaker.side) if f]
        yield said.speaker.name + (f" ({', '.join(facts)})" if facts else "")
        if said.speaker.via:
            yield f"through {', '.join(said.speaker.via)}"
    if said.direct is not None:
        kind = "direct" if said.direct else "indirect"
        cue = f", by “{said.cue}”" if said.cue else ""
        source = f" of “{said.source}”" if said.source else ""
        yield f"{kind} speech{cue}{source}"
    elif said.source:
        yield f"named by “{said.source}”"


def _day(day: Dated) -> str:
    when = day.when
    resolved = " to ".join(dict.fromkeys(d or "open" for d in (when.first, when.last)))
    return (
        f"“{when.words}”, {when.timex} -> {resolved}, {when.precision or 'unresolved'}"
        f" ({day.rule or 'no rule'}, {day.confidence})"
    )


def _place(found: Located) -> str:
    place = found.place
    relation = f"{place.relation} " if place.relation else ""
    where = ", ".join(p for p in (place.admin1, place.country) if p)
    entry = f"GeoNames {place.geonames}" if place.geonames else "not in the gazetteer"
    return (
        f"“{relation}{place.name}” -> {entry}{', ' if where else ''}{where},"
        f" {place.precision} ({found.rule or 'no rule'}, {found.confidence})"
    )


def _tree(parse: tuple[Word, ...]) -> Iterator[str]:
    """Yield the parse, a word a line in reading order, indented by how deep it hangs."""
    head = ("  Parse", "part", "tag", "label", "head")
    yield _row(head)
    for word in parse:
        lead = "* " if word.claimed else "  "
        indented = lead + "  " * min(word.depth, _DEEPEST) + word.word.strip()
        above = "-" if word.head is None else parse[word.head].word
        yield _row((indented, word.part, word.tag, word.label, above))


def _row(cells: tuple[str, ...]) -> str:
    *cells_before, last = cells
    padded = [_cut(c, w).ljust(w) for c, w in zip(cells_before, _COLUMNS, strict=True)]
    line = " ".join([*padded, last])
    return line[:_WIDTH].rstrip()


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1] + "…"


def _wrapped(words: str, *, first: str | None = None, indent: str) -> Iterable[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        _WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
    ) or [first or ""]
