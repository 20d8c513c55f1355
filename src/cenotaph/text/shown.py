"""A sentence's text -> the words the parser is shown, each with its place in the text.

The parser knows plain quotes and blanks best, hangs the 17 of "a 17-year-old" on the wrong noun,
and makes a dateline the root of its sentence. So it is shown other marks, one word for an age, the
word for a short form ("3 KIA"), and no dateline; the text and its offsets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

import msgspec

from cenotaph.text.almanac import MONTH
from cenotaph.text.short_forms import short_forms

_MARKS = {
    "'": "‘’‚‛′`´",
    '"': "“”„‟«»″",
    " ": "\n\r\t\v\f\x85\u2028\u2029\u00a0\u202f\u2007\u2009\u200a\u2002\u2003",
    "-": "\u2010\u2011\u2012\u00ad",
    ".": "…",
}
_LONE = {chr(code): "?" for code in range(0xD800, 0xE000)}  # half a character: no UTF-8 for it
_PLAIN = str.maketrans(_LONE | {mark: plain for plain, marks in _MARKS.items() for mark in marks})

_BETWEEN = str.maketrans(";|", "  ")

# "A 17-year-old was killed" is shown as "A teenager was killed"; before a noun as "young".
_AGE = re.compile(
    r"\b(?:\d{1,3}[- ]|[a-z]+(?:-[a-z]+)?-)(?:year|month|week|day)(?:s?-| )old(?P<plural>s?)\b",
    re.IGNORECASE,
)
_NOUN_FOLLOWS = re.compile(
    r"\s+(?!(?:and|or|but|was|were|is|are|has|had|who|whom|whose|that|in|on|at|of|from|with|by|to|"
    r"as|for|when|while|after|before|died|dies|killed|injured|wounded|shot|hit|said|told|also)\b)"
    r"[a-z]",
    re.IGNORECASE,
)

# "IS claimed the attack", "killed by IS": the parser takes the group for a verb, but knows ISIS.
_GROUP = re.compile(
    r"(?:^|[\"(,;:]\s?|\b(?:and|but|or|by|of|from|with|to|that|against|when|after|as|the|said|says"
    r"|blamed?|killed) )(?P<is>IS)(?=-[A-Z]|['’]| (?!it\b|this\b|there\b|the\b|an?\b|not\b)[a-z])"
)

# As in "KYIV, Ukraine (ZZZ) - Rain fell", "KYIV/LVIV - Rain fell", "KYIV, Sunday.--Rain fell" or
# "LVIV, 3 MAY 89 (RADIO) -- [TEXT] RAIN FELL".
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ /-]{2,40}|[A-Z][\w.'’ -]{2,40}(?=[^()]{0,42}\())"
    r"(?:\s?,?\s?\([^()]{2,60}\)|,\s?[\w .,/'’-]{1,40}){0,3}\s?(?:--|[—–-])(?:\s+|(?<=\.--))"
    r"(?:\[[^\[\]]{1,60}\]\s+)*(?=\S)"
)

# "18:40 Three people ...", "9.15am: Police ...", "0730 GMT - The ministry ...": a post's hour.
HOUR_OF_POST = re.compile(
    r"(?:[-•*–]\s)?(?:(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s)?(?P<hour>"
    r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{4}(?=\s?(?:[A-Z]{3}\b|hrs|-|–|—)))"
    r"(?:\s?(?:[A-Z]{3}|hrs|h|local time)\b)?(?:\s?[-–—:.,|])?\s+(?=[\"“]?[A-Z])"
)

UPDATE = re.compile(
    r"\b(?:UPDATE[DS]?|Update[ds]?)(?: \d\b)?"
    r"(?:[ ,(\[]+(?=[^:\n]{0,30}(?:\d|day\b))(?:[\w.,/ ]|(?<=\d):(?=\d)){1,32}[)\]]?)?:(?!\d)"
)
"""The stamp of a story that is told on: "UPDATE:", "UPDATE (Wednesday, 9 a.m.):"."""
# What an updated story sets before itself, or before the story as it was.
_STAMP = re.compile(
    rf"(?:{UPDATE.pattern}|(?:(?:(?:ORIGINAL|PREVIOUS|EARLIER)(?: (?:STORY|REPORT|VERSION))?"
    r"|PREVIOUSLY|(?:Original|Previous|Earlier) (?:story|report|version)):))(?:\s+(?=\S)|$)"
)

# Pictures and what joins or colors them: the parser takes "❗️In" for a name.
_PICTURES = re.compile(
    r"[\u25aa-\u25fe\u2600-\u27bf\U0001f000-\U0001faff\ufe0e\ufe0f\u200d\u203c\u2049]"
)
_OLD_DASH = re.compile(r"(?<=\w)\.--(?=\w)")  # the tokenizer makes one word of "28.--Two"
_DATED = re.compile(r",\s?\d{1,2}\s[A-Z]{3,9}\.?\s\d{2,4}\b")  # "TARSK, 11 JAN 90 -- THE ..."

# "27 June 2011 - 59 people were killed": an entry of a chronology.
_DAY_FIRST = re.compile(
    rf"\s*(?:[-•*·]\s*)?(?:\d{{1,2}} {MONTH}\.?|{MONTH}\.? \d{{1,2}})(?:,? \d{{4}})? [-–—](?= )"
)

_THIS_CITY = re.compile(
    r"\bthis (?:[\w’'-]+ ){0,4}(?:city|town|village|capital|port|settlement|hamlet)\b",
    re.IGNORECASE,
)


INITIALS = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
"""The initials of a name, as they stand in a bracket behind it."""


class Shown(msgspec.Struct, array_like=True, gc=False):
    """One word: what the parser sees, and where it stands in the sentence."""

    word: str
    start: int
    end: int
    blank: bool  # a blank follows
    age: bool = False
    short: bool = False  # a short form: the word stands for it, in the grammar too


class Piece(Protocol):
    """What a tokenizer yields."""

    @property
    def idx(self) -> int:
        """Return the offset of the token."""

    @property
    def text(self) -> str:
        """Return the token's own characters."""

    @property
    def is_space(self) -> bool:
        """Tell whether the token is nothing but blanks."""


def plain(text: str) -> str:
    """Return text of the same length with straight quotes, plain blanks and hyphens.

    A day that a line opens with is set off by a colon, as the parser knows it best.
    """
    line = _PICTURES.sub(" ", _OLD_DASH.sub(" - ", text.translate(_PLAIN)))
    day = _DAY_FIRST.match(line)
    return line if day is None else f"{line[: day.end() - 1]}:{line[day.end() :]}"


def in_columns(text: str) -> str:
    """Return a row of a table as plain text, blanks between its cells."""
    return plain(text).translate(_BETWEEN)


def shown(text: str, pieces: Iterable[Piece]) -> list[Shown]:
    """Return a plain text's tokens, blanks left out and each age made one word."""
    ages = {m.start(): m for m in _AGE.finditer(text)}
    shorts = short_forms(text)
    groups = {m.start("is") for m in _GROUP.finditer(text)}
    found: list[Shown] = []
    for piece in pieces:
        start, end = piece.idx, piece.idx + len(piece.text)
        if piece.is_space or (found and start < found[-1].end):
            continue
        age, short = ages.get(start), shorts.get(start)
        if age:
            end = age.end()
        elif short:
            end = max(end, short.end)
        word = _age_word(text, age) if age else short.word if short else piece.text
        word = "ISIS" if start in groups and piece.text == "IS" else word
        blank = text[end : end + 1] == " "
        found.append(Shown(word, start, end, blank, age is not None, short is not None))
    return found


def dateline(text: str) -> tuple[int, int]:
    """Return the ends of the dateline a text opens with and of its place; 0, 0 for none."""
    found = _DATELINE.match(text)
    if found is None:
        return 0, 0
    if text.isupper() and "(" not in found.group() and not _DATED.search(found.group()):
        return 0, 0  # "THE REBELS -- WHO DENIED IT -- ..."
    return found.end(), found.end("place")


def opening(text: str) -> int:
    """Return the end of what a text opens with before it tells.

    Its dateline, a post's hour, the stamp of an update.
    """
    return stamp(text)[1]


def stamp(text: str) -> tuple[int, int]:
    """Return where the stamp that an updated story opens with begins and ends: alike for none."""
    start = max(dateline(text)[0], hour_of_post(text))
    found = _STAMP.match(text, start)
    return start, start if found is None else found.end()


def is_updated(text: str) -> bool:
    """Tell whether a sentence opens a story that is told on, or the story as it was at first."""
    start, end = stamp(text)
    return start < end


def hour_of_post(text: str) -> int:
    """Return the end of the hour at which a post was written that a text opens with; 0: none."""
    hour = HOUR_OF_POST.match(text)
    return hour.end() if hour is not None else 0


def means_dateline(text: str) -> bool:
    """Tell whether a sentence means its dateline's town: "in this southern port city"."""
    return dateline(text)[0] > 0 and _THIS_CITY.search(text) is not None


def _age_word(text: str, age: re.Match[str]) -> str:
    if age["plural"]:
        return "children"
    return "young" if _NOUN_FOLLOWS.match(text, age.end()) else "teenager"
