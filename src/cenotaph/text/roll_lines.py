"""Names line by line under a heading -> the lines of a roll, and what befell those named in it.

    Those killed in the market:
    1. Ana Ruiz, 22, porter
    2. Leo Sand, 40, and his brother Ivo Sand, 38

The names may stand in a table of ages and trades, or behind one another in one line.
A roll with a line that does not read as names ("unknown man, about 40") gives none: to count the
others alone would tell of too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cenotaph.model import Outcome
from cenotaph.text.harm_words import fates
from cenotaph.text.reading import Sentence

_OPENS = (
    r"(?:(?:full |the )*(?:names?|list|roll) of (?:those |the |all |people )*"
    r"|(?:those|the|people|persons) (?:who were )?)?"
)
_HEADING = re.compile(
    r"\W*(?:those (?:we|they|the \w+) lost|those who died|(?:the )?roll of hono(?:u)?r"
    rf"|{_OPENS}(?P<fate>{'|'.join(fates())})(?P<rest>\b[^.!?:]{{0,110}})?)\W*",
    re.IGNORECASE,
)
_KILLED = re.compile(r"[^.!?:]{3,120}\bkilled(?: the following)?:\s*", re.IGNORECASE)
# As in: the following nine were killed in Tarsk; two of the dead have been identified.
_FATE = re.compile(rf"\b(?:{'|'.join(fates())}|victims)\b", re.IGNORECASE)
_FOLLOW = re.compile(
    r"\bthe following\b|\b(?:names?|list|roll) of\b|\b(?:are|were|been) (?:named|identified)\b"
    r"|\b(?:named|identified)\b.{0,60} (?:as|by .{2,40}):|^\W*(?:the|all) \w+ (?:are|were):"
    r"|^\W*(?:those|people) (?:who were )?\w+ (?:are|were):",
    re.IGNORECASE,
)
_THESE = re.compile(
    r"(?:these (?:are|were)|here are) (?:some|a few|all|the)?\b.{0,120}", re.IGNORECASE
)
_THEIR = re.compile(
    r"(?:this is who (?:they|the (?:dead|victims)) (?:are|were)"
    r"|(?:these are )?their names(?: are)?|(?P<they>they (?:are|were)))\W*",
    re.IGNORECASE,
)
_NOT_THEY = re.compile(r"\b(?:suspects?|accused|arrested|convicted|charged)\b", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:names?|named|identif\w+)\b", re.IGNORECASE)
_DIED = re.compile(
    r"\b(?:killed|died|dead|murdered|slain|fallen|perished|lost their li(?:ves|fe))\b",
    re.IGNORECASE,
)
_LIVED = re.compile(
    r"\b(?:wounded|injured|hurt|survivors?|survived|suspects?|accused|arrested|convicted)\b",
    re.IGNORECASE,
)
WORD = r"[A-Z][\w'’-]*[a-z][\w'’-]*"  # of a name
_PART = r"(?:al|el|de|del|la|van|der|von|da|dos|bin|ibn|abu)"
MORE = rf"(?:\s+(?:[A-Z]\.|{_PART}\s+{WORD}|{_PART}-?{WORD}|{WORD}))"  # of it, behind a word
_YEARS = r"(?:[ -]years?[ -]old\b| y/?o\b)?"
_AGE = (
    r"(?P<aged>(?:,\s+(?:aged\s+)?|\s+\(|\s*\|\s*|\s)(?P<age>\d{1,3})"
    rf"(?![\d-]|\s[a-z]+\s(?:of|people)\b){_YEARS}\)?)?"
)
_PERSON = re.compile(
    rf"(?:(?:his|her|their|the)\s(?:[a-z-]+\s){{1,2}})?(?P<name>{WORD}{MORE}{{1,3}}){_AGE}"
)
_ABOUT = re.compile(
    r"(?:,\s(?!and\b)[a-z(][\w’' -]{1,40}|\s?\([^()]{2,40}\)|\s*\|\s*[\w’' -]{0,40}"
    r"|(?<=\d)\s[A-Za-z][\w’' -]{1,40})"
)
_NEXT = re.compile(r",?\s+(?:and|&)\s+|;\s*")
_MARK = re.compile(
    r"\s*(?:\(?\d{1,3}[.)]\s*|[-•*–·]\s*|\|?\s*\d{1,3}\s*\|\s*|\d{1,3}\s+(?=[A-Z])|\|\s*)?"
)
_COLUMNS = re.compile(
    r"(?:[\s|:#.+/-]|\b(?:no|nr|n|full|names?|victims?|ages?|sex|gender|occupation|profession|job"
    r"|work|role|residence|place|village|town|from|of|origin)\b)+",
    re.IGNORECASE,
)
_END = re.compile(r"[\s.,;]*$")
_FEWEST = 2  # persons of a roll


class RollLine(NamedTuple):
    """One line of a roll: its sentence, who is named in it, what befell them."""

    sentence: Sentence
    people: tuple[re.Match[str], ...]
    outcome: Outcome


def roll_lines(sentences: Sequence[Sentence]) -> Iterator[RollLine]:
    """Yield the lines that name the dead or the hurt one by one, where two or more are."""
    for i, heading in enumerate(sentences):
        outcome = _headed(heading) or _listed(heading, sentences[i - 1] if i else None)
        if outcome is None:
            continue
        first = i + 1
        while first < len(sentences) and _COLUMNS.fullmatch(sentences[first].cased):
            first += 1
        found = list(_below(sentences, first, outcome))
        after = first + len(found)
        whole = after == len(sentences) or _is_prose(sentences[after])
        if whole and sum(len(line.people) for line in found) >= _FEWEST:
            yield from found


def _below(sentences: Sequence[Sentence], first: int, outcome: Outcome) -> Iterator[RollLine]:
    """Yield the lines of names that begin at a sentence, each a paragraph of its own."""
    for i in range(first, len(sentences)):
        line = sentences[i]
        people = _people(line.cased)
        if not people or line.paragraph == sentences[i - 1].paragraph:
            return
        yield RollLine(line, people, outcome)


def _headed(sentence: Sentence) -> Outcome | None:
    """Return what befell those named under a heading; None where it is none."""
    text = sentence.cased
    if sentence.part != "text" or text.rstrip()[-1:] in {".", "!", "?"}:
        return None
    if _KILLED.fullmatch(text):
        return "killed"
    if text.rstrip().endswith(":") and _FOLLOW.search(text) and not _NOT_THEY.search(text):
        told = {fates().get(word.lower(), "killed") for word in _FATE.findall(text)}
        return told.pop() if len(told) == 1 else None
    match = _HEADING.fullmatch(text)
    if match is None or (match["rest"] and not text.rstrip().endswith(":")):
        return None
    return fates()[match["fate"].lower()] if match["fate"] else "killed"


def _listed(sentence: Sentence, before: Sentence | None) -> Outcome | None:
    """Return what befell those whom a whole sentence brings in: "These are some of the dead."."""
    text = sentence.cased.strip()
    if sentence.part != "text" or text[-1:] not in {".", ":"}:
        return None
    if _THESE.fullmatch(text):
        return "killed" if _DIED.search(text) and not _LIVED.search(text) else None
    told = "" if before is None or before.part != "text" else before.cased
    pointing = _THEIR.fullmatch(text)
    if pointing is None or (pointing["they"] and not _NAMES.search(told)):
        return None
    return "killed" if _DIED.search(told) and not _LIVED.search(told) else None


def _is_prose(sentence: Sentence) -> bool:
    """Tell whether a line is no entry that was not understood: a sentence, or another heading."""
    text = sentence.cased.rstrip()
    if _headed(sentence) is not None:
        return True
    return text.endswith((".", "!", "?", ":")) and _MARK.match(text).end() == 0  # type: ignore[union-attr]


def _people(text: str) -> tuple[re.Match[str], ...]:
    """Return the persons a line names, if it names nothing else."""
    mark = _MARK.match(text)
    at = 0 if mark is None else mark.end()
    found: list[re.Match[str]] = []
    while (match := _PERSON.match(text, at)) is not None:
        found.append(match)
        at = match.end()
        while (about := _ABOUT.match(text, at)) is not None:
            at = about.end()
        if _END.match(text, at):
            return tuple(found)
        between = _NEXT.match(text, at)
        if between is None:
            break
        at = between.end()
    return ()
