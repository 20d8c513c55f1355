"""Sentences -> those that are page furniture: links to other stories, captions of players."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cenotaph.model import Skipped, sayings
from cenotaph.text.fields import forms
from cenotaph.text.reading import Sentence
from cenotaph.text.roll_lines import roll_lines
from cenotaph.text.victim_lines import victim_lines

_LEAD = re.compile(
    r"\W*(?:related(?: \w+)?(?::|\b(?= [A-Z0-9]))|\d{1,2}:\d\d [A-Z]|(?:read|see|watch)(?: \w+)?:"
    r"|read (?:more|also|next)\b|(?:more|also|previous(?: coverage| story)?|photos?|video"
    r"|slideshow|gallery|continuing coverage|recommended|trending|most read): )",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\W*(?:related(?: \w+)?:|read (?:more|also|next)\b)", re.IGNORECASE)
_MARKED = re.compile(r"\s*(?:►|▶|»|>>|×)")
_ENDS = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_FINITE = re.compile(r"\b(?:was|were|is|are|be|been|has|have|had|who|which|said|says|of the)\b")
_SIGNIFICANT = re.compile(r"[a-z]{4,}|\d+")
_LONGEST = 16  # words of a headline


def furniture(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the numbers of the sentences that only lead to other stories.

    A line that says so ("Related:", "1:52 ...", an arrow), and a headline between paragraphs that
    shares no two words with the account's own. So is what stands twice in a row, as a picture's
    words and as its caption, and shares as little with it. The fields of a form and
    the rows of a table are none.
    """
    title = {w for s in sentences if s.part == "title" for w in _words(s.text)}
    lines = Counter(s.paragraph for s in sentences if s.part == "text")
    twice = _twice(sentences, title)
    told = forms(sentences) | {line.sentence.number for line in roll_lines(sentences)}
    told |= {line.sentence.number for line in victim_lines(sentences)}
    return frozenset(
        s.number
        for s in sentences
        if s.part == "text"
        and s.number not in told
        and s.row is None
        and (
            s.paragraph in twice
            or (lines[s.paragraph] == 1 and not _ENDS.search(s.text) and _is_link(s.text, title))
        )
    )


def _twice(sentences: Sequence[Sentence], title: set[str]) -> frozenset[int]:
    """Return the paragraphs that are repeated at once and are not of the title's matter."""
    texts: dict[int, str] = {}
    for s in sentences:
        if s.part == "text":
            texts[s.paragraph] = f"{texts.get(s.paragraph, '')} {s.text}"
    found = set[int]()
    for (one, said), (other, again) in pairwise(texts.items()):
        if title and said == again and len(title & _words(said)) <= 1:
            found |= {one, other}
    return frozenset(found)


def left_aside(sentences: Sequence[Sentence], numbers: frozenset[int]) -> Iterator[Skipped]:
    """Yield what is not read because it leads to another story."""
    for s in sentences:
        if s.number in numbers:
            yield Skipped(why=sayings.OTHER_STORY, start=s.span.start, end=s.span.end, part=s.part)


def _is_link(text: str, title: set[str]) -> bool:
    short = len(text.split()) <= _LONGEST
    own = len(title & _words(text)) > 1
    if short and title and _OTHER.match(text):
        return True
    if short and (_LEAD.match(text) or _MARKED.match(text)):
        return not own
    headline = text[:1].isupper() or text[:1].isdigit()
    return bool(title) and short and headline and not own and not _FINITE.search(text)


def _words(text: str) -> set[str]:
    return set(_SIGNIFICANT.findall(text.lower()))
