"""Lines of a press release or a log that enter one victim each -> who it is, and what befell him.

    VICTIM (DECEASED): Ana Ruiz, 31
    Vic. 2 (M/24), gunshot wound to the leg, stable

A line that does not say what befell the victim enters nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from cenotaph.model import Outcome, Span
from cenotaph.text.harm_words import entered
from cenotaph.text.reading import Sentence

_VICTIM = r"\W*(?:victim|vic|deceased|casualty)\b\.?\s?(?:#|no\.?\s)?(?:\d{1,2}\b)?"
_FATE = rf"(?:{'|'.join(sorted(map(re.escape, entered()), key=len, reverse=True))})"
# As in: VICTIM (DECEASED), a colon, Ana Ruiz, 31.
_NAMED = re.compile(
    rf"(?i:{_VICTIM}(?:\s?[(-]\s?(?P<fate>{_FATE})\)?)?\s?[:–—]\s)"
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|(?:al|el|de|bin|van)\s[A-Z][\w’'-]+|[A-Z][\w’'-]+)){1,3})"
    r"(?:,\s(?:aged\s)?|\s\()?(?P<age>\d{1,3})?\)?(?P<rest>[^.;]{0,80})"
)
# As in: Vic. 1 (M/24) DOA.
_UNNAMED = re.compile(
    rf"{_VICTIM}\s?\((?P<sex>[mf])[/, ]\s?(?P<age>\d{{1,3}})\)\s?[,:–—-]?\s?"
    r"(?P<rest>[^.;]{1,80})",
    re.IGNORECASE,
)
_OPENS_DEAD = re.compile(r"\W*deceased\b", re.IGNORECASE)
_FATED = re.compile(rf"\b(?<!not ){_FATE}\b", re.IGNORECASE)


class VictimLine(NamedTuple):
    """One victim entered in a line; the span holds who it is and what befell him."""

    sentence: Sentence
    span: Span
    name: str | None
    age: int | None
    sex: Literal["f", "m"] | None
    outcome: Outcome


def victim_lines(sentences: Sequence[Sentence]) -> Iterator[VictimLine]:
    """Yield the victims who are entered one by one, with what befell each."""
    for sentence in sentences:
        if sentence.part == "text" and (line := _line(sentence)) is not None:
            yield line


def _line(sentence: Sentence) -> VictimLine | None:
    match = _NAMED.match(sentence.text) or _UNNAMED.match(sentence.text)
    if match is None:
        return None
    said = match.groupdict()
    label, rest = match.group()[: match.start("rest")], match["rest"]
    fate = _FATED.search(rest)
    outcome = _outcome(said.get("fate") or "", rest, label)
    if outcome is None:
        return None
    base = sentence.span.start
    start = len(label) - len(label.lstrip())
    end = match.start("rest") + fate.end() if fate else len(label.rstrip())
    sex = said.get("sex")
    return VictimLine(
        sentence,
        Span(start=base + start, end=base + end),
        said.get("name"),
        int(said["age"]) if said["age"] else None,
        None if sex is None else "f" if sex.lower() == "f" else "m",
        outcome,
    )


def _outcome(fate: str, rest: str, label: str) -> Outcome | None:
    """Return what befell a victim, by the label's words first; None where none tell."""
    for said in (fate, rest):
        found = {entered()[word.lower()] for word in _FATED.findall(said)}
        if found:
            return "killed" if "killed" in found else "injured" if "injured" in found else None
    return "killed" if _OPENS_DEAD.match(label) else None
