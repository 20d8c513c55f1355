"""Short forms of logs and bulletins -> the words they stand for, each with its place in the text.

"3 KIA, 2 WIA", "12 k / 27 w", "K 2 I 1", "6 pers. killed (4 M, 2 F)". The parser, and whoever reads
its words, is shown the words in full; a short form stands for them only where a figure says so, and
two letters only side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cenotaph.text.lexicon import ordered

_FIGURE = r"\d{1,3}(?:,\d{3})*|\d+"
_LEFT = r"(?<![\w.,])"  # of a figure
_ENDS = r"(?=\s*(?:[.,;:)/|&+(]|$|-\s|(?:and|in|by|at|on|from|of|when|after|incl\w*)\b))"
_CARS = re.compile(rf"\b(?i:kia)\b\s+(?=[A-Za-z]){_ENDS.replace('(?=', '(?!', 1)}")


class Short(NamedTuple):
    """A short form: where it stands, and the word it stands for."""

    start: int
    end: int
    word: str


def short_forms(text: str) -> dict[int, Short]:
    """Return the short forms of a text by where they start."""
    if not any(map(str.isdigit, text)):
        return {}
    found = {s.start: s for pattern in _patterns() for s in _standing(pattern, text)}
    if _CARS.search(text):  # "3 KIA sedans and 2 KIA"
        return {start: s for start, s in found.items() if text[start : s.end] != "KIA"}
    return found


def _standing(pattern: re.Pattern[str], text: str) -> Iterator[Short]:
    for match in pattern.finditer(text):
        for name, word in match.groupdict().items():
            if word is not None:
                yield from _words(name, word, match.start(name))


def _words(name: str, said: str, start: int) -> Iterator[Short]:
    """Yield the word that a short form stands for; each of a bracket's; a comma for a stroke."""
    if name == "beside":
        yield Short(start, start + 1, ",")
        return
    known = short(name)
    for match in re.finditer(r"[A-Za-z]+", said):
        if match[0].lower() in known:
            end = start + match.end()
            dotted = name == "counted" and said[match.end() :] == "."
            yield Short(start + match.start(), end + dotted, known[match[0].lower()])


@cache
def short(group: str) -> dict[str, str]:
    """Return the short forms of a group, in small letters, and the words they stand for."""
    words = ordered("short_forms.txt")[group]
    return {form.lower(): word for form, word in zip(words[::2], words[1::2], strict=True)}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    fate, counted = "|".join(w.upper() for w in short("fate")), "|".join(short("counted"))
    dead, hurt = "".join(short("dead")), "".join(short("hurt"))
    one, other = f"[{dead}{dead.upper()}]", f"[{hurt}{hurt.upper()}]"
    figure = f"{_LEFT}(?:{_FIGURE})"
    return (
        re.compile(rf"{figure}\s(?:x\s)?(?:(?!{fate})[\w./-]+\s){{0,2}}(?P<fate>{fate})\b{_ENDS}"),
        re.compile(rf"\b(?P<fate>{fate})(?=\s?[:=–-]?\s(?:{_FIGURE}|nil\b|none\b))"),
        re.compile(rf"(?i){figure}\s(?P<counted>(?:{counted})\b(?:\.(?=\s+[a-z(,;]|[,;)]))?)"),
        re.compile(
            rf"{figure}\s(?P<dead>{one})\s?(?P<beside>[/,;+&])\s?(?:{_FIGURE})\s(?P<hurt>{other})\b"
        ),
        re.compile(
            rf"(?<!\w)(?P<dead>{one.upper()})[:\s]\s?(?:{_FIGURE})[\s,;/]{{1,3}}"
            rf"(?P<hurt>{other.upper()})[:\s]\s?(?:{_FIGURE})\b"
        ),
        re.compile(
            rf"\((?P<sex>(?:(?:{_FIGURE})\s?[MF]\b(?:,\s|\s?[/+&]\s?|\sand\s)?){{2,3}})[),;]"
        ),
    )
