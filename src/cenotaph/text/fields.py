"""Lines of a form -> which sentences are its fields, and what the label of each asks for.

"Date: 3 May 2021", "Location: Tarsk", "Killed: 9", "Injured 3". A form is a run of such lines with
a figure of harm among them; a page's other lines with a colon ("Photos: ...") are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from cenotaph.text.harm_words import headings
from cenotaph.text.lexicon import grouped
from cenotaph.text.reading import Reading, Sentence

Asked = Literal["day", "place", "doer"]
"""What a label asks for."""

_KINDS: tuple[Asked, ...] = ("day", "place", "doer")

_NUMBER = r"\d{1,3}(?:,?\d{3})*(?:\s?[–-]\s?\d+)?(?![\w-]|[.:,]\d)"
_FIGURE = rf"(?:(?:(?:at least|approx\.?|about|over|some) )?{_NUMBER}|(?:nil|none|no|unknown)\b)"
_FIELD = re.compile(
    r"\W*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?(?P<label>[A-Z][\w ./()’'&-]{1,48}?)\s?[:=]\s+(?=\S)"
)
_FATE = rf"(?:{'|'.join(headings())})"
_WORDS = r"(?:[\w./’'-]{1,30}\s)"
# "Civilians killed: 3", "dead — 23"; "Wounded 31"; "17 people killed"; "Tarsk – 1 killed".
_HARM = re.compile(
    rf"\W*(?:(?:\(?\d{{1,2}}[.)]\s+)?{_WORDS}{{0,5}}?{_FATE}\b\.?(?:\s\w{{1,30}}){{0,3}}?\s?"
    rf"(?:[:=]|\s[–—-])\s{_FIGURE}"
    rf"|{_FATE}(?:\s(?:on|in|at)\s\w+)?\s{_NUMBER}\W*$"
    rf"|{_NUMBER}\s{_WORDS}{{0,2}}{_FATE}\W*$"
    rf"|{_WORDS}{{0,3}}[\w’'-]{{1,30}}\s?[:–—-]\s{_NUMBER}\s{_WORDS}{{0,2}}{_FATE}\b)",
    re.IGNORECASE,
)
_LONGEST = 24  # words of a field
_WIDEST = 240  # characters of one
_SEVERAL = 2  # forms of a page
_NEAR = 2  # sentences between two fields of one form


def forms(sentences: Sequence[Sentence]) -> set[int]:
    """Return the numbers of the sentences that are fields of a form."""
    found: set[int] = set()
    run: list[Sentence] = []
    harmed = 0
    for sentence in sentences:
        if sentence.part != "text" or len(sentence.text) > _WIDEST:
            continue
        if len(sentence.text.split()) > _LONGEST:
            continue
        harm = _HARM.match(sentence.text) is not None
        if not harm and _FIELD.match(sentence.text) is None:
            continue
        if run and sentence.number - run[-1].number > _NEAR:
            found |= _numbers(run, harmed)
            run, harmed = [], 0
        run.append(sentence)
        harmed += harm
    return found | _numbers(run, harmed)


def _numbers(run: Sequence[Sentence], harmed: int) -> set[int]:
    """Return the sentences of a run that is a form: two fields, one of them of harm."""
    return {s.number for s in run} if harmed and len(run) > 1 else set()


def opening_forms(sentences: Sequence[Sentence]) -> dict[int, bool]:
    """Return the sentences that open a form each, where a page has several, and whether of a day.

    Each has the label that the first of them begins with, and a figure of harm.
    """
    numbers = forms(sentences)
    fields = [s for s in sentences if s.number in numbers]
    heads = [s.number for s in fields if _label(s) == _label(fields[0]) != ""]
    if len(heads) < _SEVERAL:
        return {}
    of = [bisect_right(heads, s.number) - 1 for s in fields]
    harmed = {n for n, s in zip(of, fields, strict=True) if _HARM.match(s.text)}
    dated = {n for n, s in zip(of, fields, strict=True) if _asked(_label(s)) == "day"}
    return {head: n in dated for n, head in enumerate(heads)} if len(harmed) == len(heads) else {}


def _label(sentence: Sentence) -> str:
    field = _FIELD.match(sentence.text)
    return "" if field is None else field["label"]


def asked(reading: Reading, sentence: Sentence) -> Asked | None:
    """Return what the label of a form's field asks for."""
    if sentence.number not in reading.once(_forms_in):
        return None
    return _asked(_label(sentence))


def is_for_place(before: str) -> bool:
    """Tell whether the words of a line before a name are a label that asks for a place."""
    field = _FIELD.match(f"{before}x") if before.rstrip().endswith((":", "=")) else None
    alone = field is not None and field.end() == len(before)
    return field is not None and alone and _asked(field["label"]) == "place"


def _asked(label: str) -> Asked | None:
    words = set(re.findall(r"[a-z]+", label.lower()))
    for kind in _KINDS:
        group = grouped("forms.txt")[kind]
        if words & group and words <= group | grouped("forms.txt")["beside"]:
            return kind
    return None


def _forms_in(reading: Reading) -> set[int]:
    return forms(reading.sentences)
