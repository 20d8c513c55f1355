"""Accounts of several cases, one paragraph below the other -> what each sentence belongs to.

Round-ups of a weekend tell them by hour and street, logs of the police a paragraph each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cenotaph.text.almanac import WEEKDAY
from cenotaph.text.reading import Sentence
from cenotaph.text.several import is_log, tells_of_cases

BULLET = r"[-•*–·▪●■◾▶‣◦]\ufe0f?"
"""What marks a line of a list."""
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?|noon\b|midnight\b)"
_WHEN = r"(?:(?:at|around|about|near|by|just|shortly|before|after|approximately|roughly)\s+)"
# "About 2 a.m. Sunday,", "An hour earlier,", "In the most recent shooting", "The second incident"
_CASE = re.compile(
    rf"\s*(?:{BULLET}\s*)?(?:"
    rf"{_WHEN}{{0,3}}{_CLOCK}(?:,? (?:on )?(?P<day>{WEEKDAY}))?"
    rf"|(?:Early|Late|On) {WEEKDAY}\b"
    r"|(?:About |Around |Roughly |Less than )?(?:[\w-]+|half an) (?:minutes?|hours?)"
    r" (?:earlier|later|before|after)\b"
    r"|(?:In )?(?:(?:the|a)(?: \w+['’]s)? (?:first|second|third|fourth|fifth|sixth|latest"
    r"|most recent|other|last|final|earliest)|another) (?:[\w-]+ )?"
    r"(?:shooting|incident|homicide|killing|attack|case|slaying|stabbing)\b)",
    re.IGNORECASE,
)
_AT_HOUR = re.compile(rf"\b{_WHEN}{{1,3}}{_CLOCK}(?:,? (?:on )?(?P<day>{WEEKDAY}))?", re.IGNORECASE)
# "in the 900 block of Elm Street", "near Elm Street and 9th Avenue"
_BLOCK = re.compile(
    r"\b\d+ block\b|\b(?:Street|Avenue|Road|Boulevard|Drive|Lane|Place|Court|Way|Highway|Parkway"
    r"|St\.|Ave\.|Rd\.|Blvd\.|Dr\.)(?=\W|$)"
)
_LATE = re.compile(r"\b(?:pronounced|died|arrested|in custody|charged)\b", re.IGNORECASE)
_HEADING = re.compile(r"[A-Z][\w'’/-]*(?:,? [\w'’/-]+){0,5}:?")


class Entry(NamedTuple):
    """What a sentence of a list belongs to."""

    first: int  # number of the sentence that opens it
    dated: bool  # its label names a day


def cases(sentences: Sequence[Sentence]) -> Mapping[int, Entry]:
    """Return the entry of each sentence of cases that are told one by one, each from its hour on.

    "Six people were shot in three separate incidents. ... About 2 a.m. a man was hit on Fifth
    Street. ... The second shooting ...": paragraphs of an account that says that it tells of
    several; those without an hour go on with the case before.
    """
    if is_log(sentences):
        return _logged([s for s in sentences if s.part == "text"])
    if not tells_of_cases(sentences):
        return {}
    found: dict[int, Entry] = {}
    entry: Entry | None = None
    opened = 0
    paragraph = -1
    for sentence in sentences:
        if sentence.part != "text":
            continue
        opens = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        if opens and (day := _case(sentence)) is not None:
            entry = Entry(sentence.number, day["day"] is not None)
            opened += 1
        if entry is not None:
            found[sentence.number] = entry
    return found if opened > 1 else {}


def _logged(text: Sequence[Sentence]) -> dict[int, Entry]:
    """Return the entry of each sentence of a police log: a paragraph each, with its heading."""
    found: dict[int, Entry] = {}
    entry: Entry | None = None
    headed = False
    paragraph = text[0].paragraph if text else 0  # what the log is
    for sentence in text:
        opens = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        heading = opens and _HEADING.fullmatch(sentence.text.strip()) is not None
        if opens and not headed:
            entry = Entry(sentence.number, heading)
        headed = heading
        if entry is not None:
            found[sentence.number] = entry
    return found if len(set(found.values())) > 1 else {}


def _case(sentence: Sentence) -> re.Match[str] | None:
    """Return the words by which a paragraph opens a case: its hour first, or its hour and street.

    "A man was shot in the 900 block of Elm Street at 2 a.m. Sunday", but not "he died at 3 a.m.".
    """
    opened = _CASE.match(sentence.text)
    if opened is not None or not _BLOCK.search(sentence.text) or _LATE.search(sentence.text):
        return opened
    return _AT_HOUR.search(sentence.text)
