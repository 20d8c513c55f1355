"""Rolls of the dead and wounded -> who is named in them, and what befell each.

"The dead are Ana Ruiz, 22; Leo Sand, a porter; and Mia Roth." The names stand in a list that no
word of harm governs, so it is read by its words: an opening that says whose names follow, then
names with ages and a few words about each. What befell "them" is what the sentence before tells. A
list that does not read as names to its end gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from cenotaph.model import Outcome, Span
from cenotaph.text.harm_words import fates
from cenotaph.text.harms_in import Told, told
from cenotaph.text.reading import Reading, Sentence
from cenotaph.text.roll_lines import MORE, WORD, roll_lines

_SUFFERED: dict[str, Outcome] = {
    "killed": "killed", "injured": "injured", "missing": "missing", "abducted": "abducted",
    "harmed": "casualties",
}  # fmt: skip
_STATE = "|".join(fates())
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_WHO = (
    rf"(?P<who>they|them|(?:the|all|both)(?:\s+{_NUMBER})?\s+(?:other\s+)?(?:victims|men|women|boys"
    rf"|girls|children|people|bodies|(?P<state>{_STATE})(?:\s+[a-z]{{3,}})?)"
    rf"|those\s+(?P<fate>{_STATE})|the\s+{_NUMBER})"
)
_BY = r"(?:\s+(?:on|by|late|early)\s+[^,;:]{1,60}?)?"
_NAMED = r"(?:named|identified)"
_OPENINGS = (
    re.compile(
        rf"(?i:{_WHO}\s+(?:are|were)(?:\s+(?:later|since))?(?:\s+{_NAMED}{_BY}\s+as)?:?\s+)"
    ),
    re.compile(rf"(?i:^(?:also\s+)?(?P<who>(?P<state>{_STATE}))(?P<fate>)\s+(?:are|were):?\s+)"),
    re.compile(rf"(?i:{_WHO}\s+(?:have|had)\s+been\s+{_NAMED}{_BY}\s+as:?\s+)"),
    re.compile(rf"(?i:\b(?:has |have |had )?{_NAMED}\s+{_WHO}{_BY}\s+as:?\s+)"),
)
_TOLD_OF = re.compile(r"(?i)\b(?:name[sd]?|naming|identif\w+|victims?|dead|killed|died|wounded)\b")
_OF_OTHERS = re.compile(r"(?i)\b(?:suspects?|accused|charged|arrested|detained|wanted|jailed)\b")
_TIES = r"(?:of|from|in|at|with|by|for|who|whose|and)\b"
_NAME = re.compile(
    rf"(?:(?i:and\s+))?(?:(?:(?i:the|his|her|their|an?)\s+)?(?:(?!{_TIES})[a-z-]+,?\s+){{1,3}})?"
    rf"(?P<name>{WORD}{MORE}{{0,3}})"
    r"(?P<aged>(?:,\s+(?:aged\s+)?|\s+\()(?P<age>\d{1,3})\)?(?![\d-]))?"
)
_ABOUT = re.compile(r",\s+(?:(?:an?|the|his|her|their|of|from|both|who|whose)\s)[^,;.]*")
_NEXT = re.compile(r"\s*(?:;\s*(?:and\s+)?|,\s+and\s+|,\s+|\s+and\s+)")
_END = re.compile(r"\s*(?:[.!]?[\"”’]?\s*$|,\s+(?:[\w\s.]+\s)?(?:said|says|according)\b)")
_FEWEST = 2  # persons of a list
_NO_NAME = frozenset({"The", "A", "An", "Police", "He", "She", "They", "It", "In", "On", "At"})


# "Ada Brel (47), her son Tom (9) and Mia Roth (3) were killed": ages tell that it is of persons.
_FATED = re.compile(
    r"\s+(?:(?:were|are|have\s+been|had\s+been)(?:\s+(?:all|both))?\s+"
    rf"(?:reportedly\s+)?(?P<state>{_STATE})|(?P<died>died))\b"
)
_HEADS = re.compile(r"^|:\s+")


class Named(msgspec.Struct, frozen=True):
    """One person of a roll; `span` holds name and age."""

    name: str
    age: int | None
    outcome: Outcome
    span: Span
    item: Span | None = None  # with the words before the name, where a word of harm governs it


def named(reading: Reading) -> Iterator[Named]:
    """Yield the persons whom a reading's rolls name, in reading order."""
    for sentence in reading.sentences:
        text = sentence.cased
        for opening in _OPENINGS if " as" in text or "are" in text or "were" in text else ():
            match = opening.search(text)
            outcome = None if match is None else _outcome(reading, match, sentence)
            people = [] if match is None or outcome is None else _people(text, match.end())
            if len(people) > 1 and outcome is not None:
                yield from (_named(reading, sentence, person, outcome) for person in people)
                break
        else:
            yield from _fated(reading, sentence)
    yield from _in_lines(reading)


def _in_lines(reading: Reading) -> Iterator[Named]:
    """Yield who is named line by line under "Those we lost"."""
    for line in roll_lines(reading.sentences):
        yield from (_named(reading, line.sentence, match, line.outcome) for match in line.people)


def _fated(reading: Reading, sentence: Sentence) -> Iterator[Named]:
    """Yield the persons of a list with ages whose fate stands behind it."""
    if sentence.cased.count("(") < _FEWEST:
        return
    for head in _HEADS.finditer(sentence.cased):
        people = _aged(sentence.cased, head.end())
        fate = _FATED.match(sentence.cased, people[-1].end()) if people else None
        if len(people) >= _FEWEST and fate is not None:
            outcome = "killed" if fate["died"] else fates()[fate["state"].lower()]
            for person in people:
                found = _named(reading, sentence, person, outcome)
                start = sentence.span.start + person.start()
                yield replace(found, item=replace(found.span, start=start))
            return


def _aged(text: str, start: int) -> list[re.Match[str]]:
    """Return the persons of a list, each with an age in brackets, as far as it goes."""
    found: list[re.Match[str]] = []
    at = start
    while (match := _NAME.match(text, at)) is not None and (match["aged"] or "").endswith(")"):
        found.append(match)
        between = _NEXT.match(text, match.end())
        if between is None:
            break
        at = between.end()
    return found


def _outcome(reading: Reading, match: re.Match[str], sentence: Sentence) -> Outcome | None:
    """Return what those named suffered; None where the words before do not tell."""
    said = match["state"] or match["fate"]
    if said:
        return fates()[said.lower()]
    before = reading.before(sentence)
    if before is None:
        return None
    near = f"{before.cased} {sentence.cased[: match.end()]}"
    if not _TOLD_OF.search(near) or _OF_OTHERS.search(near):
        return None
    told_of = [t for t in told(reading) if _is_antecedent(t, sentence, before)]
    return _SUFFERED.get(told_of[-1].harm.outcome) if told_of else None


def _is_antecedent(item: Told, sentence: Sentence, before: Sentence) -> bool:
    count = item.harm.phrase.count
    many = count is not None and (count.high is None or count.high > 1)
    return item.modality == "real" and many and item.sentence.number in {
        before.number, sentence.number
    }  # fmt: skip


def _people(text: str, start: int) -> list[re.Match[str]]:
    """Return the persons of a list that reads as one to its end; [] for anything else."""
    found: list[re.Match[str]] = []
    at = start
    while (match := _NAME.match(text, at)) is not None and _is_person(match):
        found.append(match)
        at = match.end()
        if ";" in text[start:] and ";" in text[at:]:
            at = text.index(";", at)
        else:
            while not _goes_on(text, at) and (about := _ABOUT.match(text, at)) is not None:
                at = about.end()
        if _END.match(text, at):
            return found
        between = _NEXT.match(text, at)
        if between is None:
            break
        at = between.end()
    return found if ";" in text[start:] and _END.search(text, at) and len(found) > 2 else []


def _goes_on(text: str, at: int) -> bool:
    """Tell whether the next person follows: ", her brother Leo Sand", not ", a nurse"."""
    between = _NEXT.match(text, at)
    following = between and _NAME.match(text, between.end())
    return following is not None and _is_person(following)


def _is_person(match: re.Match[str]) -> bool:
    words = match["name"].split()
    return words[0] not in _NO_NAME and (len(words) > 1 or match["age"] is not None)


def _named(reading: Reading, sentence: Sentence, match: re.Match[str], outcome: Outcome) -> Named:
    base = sentence.span.start
    span = Span(start=base + match.start("name"), end=base + match.end(), part=sentence.part)
    name = Span(start=span.start, end=base + match.end("name"), part=sentence.part)
    known = next((n.name for n in reading.names_at.meeting(name) if n.span == name), None)
    age = None if match["age"] is None else int(match["age"])
    said = sentence.text[match.start("name") : match.end("name")]
    return Named(known or " ".join(said.split()), age, outcome, span)
