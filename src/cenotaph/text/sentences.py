"""A document -> its sentences, title first, with exact offsets.

A sentence never crosses a line end, except in text that was hard-wrapped to a fixed width (wire
layout): there the lines of a paragraph are one stretch, and a sentence's text keeps its line feeds.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache

from cenotaph.model import Document, Part, Span
from cenotaph.text.almanac import MONTH
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Row, Sentence
from cenotaph.text.tables import rows

LONGEST = 1000
"""Characters of a sentence before it is cut at a blank; the parser's time and memory need a cap."""

SIGNS = 4
"""Characters of pictures and blanks that a post may open with."""

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_TITLE = 20  # characters of a title that no sentence says by chance
_WIDE, _NARROW = 90, 40  # hard-wrapped text keeps its lines between these widths
_SLACK = 12  # ragged lines are this much shorter than the width and still wrapped
_INDENTED = 40  # characters within which a sentence is no more than "    2."
# An entry of a chronology opens with its day: "8 January: ", "January 8, Dover - ".
_ENTRY = re.compile(
    rf"(?:(?<=[.!?;]\s)|^)(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?"
    r"(?:, [A-Z][\w’' -]{1,30})?(?::| [–—-]) ",
    re.MULTILINE,
)
_FEWEST = 3  # entries of a chronology
_SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?"  # an arrow, a mark, a picture
_BULLET = re.compile(rf"\s*(?:(?:[-*•·▪◦>]|--|\(?\d{{1,3}}[.)]|\(?[a-zA-Z]\))\s|{_SIGN})")
# What stands before the words of a post: "🔴 Kaya: two dead", "‼️ 5 KILLED".
_SIGNS = re.compile(rf"(?:\s|[•·‼⁉]\ufe0f?|{_SIGN}|\u200d)*")
_INDENT = re.compile(r"\s{2,}\S")

# A stop, the marks that close with it, then a blank; or none, where the blank was lost
# ("was killed.The second"). Never a decimal, a web address or dotted initials.
_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"'”’»)\]]*+)(?:(?P<blank>\s+)|(?=[A-Z“][a-z]+\s))"
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]]+$")
_OMITTED = re.compile(r"\s*\[[a-z][^\]\n]{1,40}\]\s*(?=[A-Z])")  # "[passage omitted] In Gao"
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]*(?P<word>[^\s,.;:!?\"”’)]+)")
_SAID_AFTER = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}(?:said|says|asked|told|added|shouted|wrote)\b")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")
_INITIAL = re.compile(r"[A-Z]")
_CAPITAL_BEFORE = re.compile(r"(?:^|[\s(“\"])[A-Z][\w’'-]*\s+$")


def split(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the title, then those of the text, numbered through."""
    found: list[Sentence] = []
    paragraph = 0
    parts: tuple[Part, Part] = ("title", "text")
    for part in parts:
        words = document.words(part)
        table = rows(words) if part == "text" else {}
        for start, end in _parted(
            words, _stretches(words, table), document.title if part == "text" else None
        ):
            row = table.get(start)
            for first, last in _sentences(words, start, end) if row is None else [(start, end)]:
                span = Span(start=first, end=last, part=part)
                sentence = Sentence(len(found), span, paragraph, document.line(span), row=row)
                found.append(sentence)
            paragraph += 1
    return tuple(found)


def _parted(
    text: str, stretches: Iterator[tuple[int, int]], title: str | None
) -> Iterator[tuple[int, int]]:
    """Yield the stretches, cut around the title where the text says it again, without a stop."""
    again = (title or "").strip()
    if len(again) < _TITLE:
        yield from stretches
        return
    for start, end in stretches:
        said = (m.span() for m in re.finditer(re.escape(again), text[start:end]))
        cuts = [start, *(start + cut for span in said for cut in span), end]
        yield from ((a, b) for a, b in itertools.pairwise(cuts) if a < b)


def _stretches(text: str, table: Mapping[int, Row]) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that belong together: single lines, unless the text is hard-wrapped."""
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    width = _width(text, lines)
    start = 0
    for i, (_, end) in enumerate(lines):
        apart = i + 1 == len(lines) or lines[i][0] in table or lines[i + 1][0] in table
        if apart or not _wraps(text, lines[i], lines[i + 1], width):
            yield from _entries(text, lines[start][0], end)
            start = i + 1


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch, or each entry of a chronology in it: "8 January: ... 10 January: ..."."""
    heads = [m.start() for m in _ENTRY.finditer(text, start, end)]
    if len(heads) < _FEWEST:
        heads = []
    yield from itertools.pairwise((start, *(h for h in heads if h > start), end))


def _width(text: str, lines: list[tuple[int, int]]) -> int:
    """Return the width a text was wrapped to, 0 when it was not."""
    lengths = sorted(end - start for start, end in lines)
    stopped = all(text[end - 1] in ".!?:\"'”]" for _, end in lines)  # a list's, each a sentence
    if len(lengths) < 3 or lengths[-1] > _WIDE * 2 or stopped:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    pairs = [p for p in itertools.pairwise(lines) if not _blank_between(text, *p)]
    items = sum(_BULLET.match(text, start) is not None for start, _ in lines)
    if not _NARROW <= width <= _WIDE or not pairs or items * 2 > len(lines):
        return 0  # the lines of a list may be of like length
    full = sum(_fills(text, a, b, width) for a, b in pairs)
    return width if full * 2 > len(pairs) else 0


def _wraps(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    if not width or _blank_between(text, line, following):
        return False
    ahead = text[following[0] : following[0] + 8]
    if _BULLET.match(ahead):
        return False
    before = text[line[1] - 1]
    if _INDENT.match(ahead) and before in ".!?\"'”]":
        return False  # an indented line opens a paragraph
    return _fills(text, line, following, width) or before not in ".!?:\"'”]"


def _fills(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    start = following[0]
    first = re.match(r"\s*\S{1,40}", text[start : start + 60])
    room = width - _SLACK - (line[1] - line[0])
    return first is not None and len(first.group().strip()) > room


def _blank_between(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    gap = text[line[1] : following[0]].replace("\r\n", "\n")
    return len(gap.replace(" ", "").replace("\t", "")) > 1


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences between two offsets, trimmed, none longer than LONGEST."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, end, stop):
            yield from _trimmed(text, begin, stop.end("close"))
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _ends(text: str, begin: int, end: int, stop: re.Match[str]) -> bool:
    """Tell whether the full stop (or other mark) ends a sentence."""
    aside = _OMITTED.match(text, stop.end(), end)
    start = aside.end() if aside else stop.end()
    after = _WORD_AFTER.match(text, start, min(end, start + 60))
    if after is None or (stop["close"].startswith((")", "]")) and stop["stop"] == "..."):
        return after is None
    word = after["word"]
    if word[0].islower():
        return False
    if stop["stop"] != ".":
        said = stop["close"] and _SAID_AFTER.match(text, stop.end(), stop.end() + 80)
        return not said
    if stop["blank"] is None:
        return len(_before(text, begin, stop.start())) > 3
    return _full_stop(text, begin, stop.start(), word, closed=bool(stop["close"]))


def _full_stop(text: str, begin: int, at: int, word: str, *, closed: bool) -> bool:
    """Tell whether a single full stop before a capital or a figure ends the sentence."""
    before = _before(text, begin, at)
    plain = before.casefold()
    known = _abbreviations()
    if plain in known["never"]:
        return False
    opens = at - begin < _INDENTED and text[begin:at].strip("( \t") == before
    if opens and (before.isdigit() or len(before) == 1 or _HOUR.fullmatch(before)):
        return False  # "1." opens a list item, "17:05." an entry of a log
    if _INITIAL.fullmatch(before):
        lead = _CAPITAL_BEFORE.search(text, max(begin, at - 40), at - 1)
        return lead is None and word.casefold() in known["starters"] and at - begin > 3
    if plain == "no" and not word[0].isdigit():
        return True
    if plain in known["maybe"] or _DOTTED.fullmatch(before):
        name = before.isupper() and _DOTTED.fullmatch(before)
        called = text[max(begin, at - len(before) - 1)] in '"“‘('  # 'John “J.P.” Prado'
        closed = closed and not (name and called)
        starters = known["starters"] if name else known["starters"] | known["subjects"]
        return closed or word.casefold() in starters
    return True


def _before(text: str, begin: int, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(begin, at - 30) : at])
    return found.group() if found else ""


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    signs = _SIGNS.match(text, start, end)
    start = start if signs is None else signs.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = _cut(text, start)
        yield from _trimmed(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end


def _cut(text: str, start: int) -> int:
    """Return where to cut an overlong sentence: after "; ", ", " or a blank, near the cap."""
    limit = start + LONGEST
    for mark in ("; ", ", ", " ", "\n"):
        at = text.rfind(mark, start + LONGEST // 2, limit)
        if at > 0:
            return at + len(mark)
    return limit


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    groups = grouped("abbreviations.txt")
    return {name: frozenset(w.casefold() for w in words) for name, words in groups.items()}
