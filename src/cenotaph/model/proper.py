"""Of the words with a capital near a minor's or a survivor's mention: which may be the name.

Only where names are printed on request, and the minors' and survivors' are not. There a name kept
back too many costs the reader the speakers and officials of the news; by default every word that
may be a name is kept back, whatever stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cenotaph.model.capitals import (
    PROTECTED,
    is_aged,
    is_common,
    is_given,
    is_noun,
    is_office,
    names_in,
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘‐‑-][^\W\d_]+)*")
_TOKEN = re.compile(r"\S+")
_APPOSED = re.compile(r",\s(?:an?|the|who)\s")
_REACH = 80  # characters of a sentence in which the name that opens it stands
_NEAR = 8  # words between a name and the word for a child
# Words that open a line or stand in capitals; some of them are somebody's first name somewhere.
_CLOSED = frozenset(
    w
    for words in (
        "a an and as at but by for from had has have having he her his i if in is it its my",
        "no not of on or our said says she so that the their then there they this to up was we",
        "were when where which who with you your dead mr mrs ms dr st after other",
        "others",
    )
    for w in words.split()
)
_ENDINGS = ("", "ly", "ed", "d", "ing", "al")


def proper(words: str, start: int, end: int, *, loud: bool) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a run of capitalized words that may be a private person's name.

    A run with an office in it is an official's: "Vice President Ada Brandt". Where all words have
    capitals, ordinary ones part names.
    """
    tokens = list(_WORD.finditer(words, start, end))
    before = words[max(0, start - 40) : start].split()[-2:]
    titled = any(is_office(w) and w[0].isupper() for w in before) and all(
        w[0].isupper() and w.isalpha() for w in before[-1:]
    )
    if titled or any(is_office(t[0]) for t in tokens):
        return
    alone = loud or len(tokens) == 1
    run: list[re.Match[str]] = []
    for token in tokens:
        if _is_proper(words, token, alone=alone):
            run.append(token)
        else:
            yield from _piece(words, run, loud=loud)
            run = []
    yield from _piece(words, run, loud=loud)


def told_next(words: str, at: int, known: bytearray, *, survived: bool) -> Iterator[str]:
    """Yield who is told of first in the sentence that starts there: "A girl was raped. Ada fled".

    Of whoever it opens with, as of the nearest name, it may tell who the child or the survivor is;
    "Ada, a doctor," is no child.
    """
    rest = words[at : at + _REACH]
    start = at + len(rest) - len(rest.lstrip())
    runs = names_in(words, start, min(start + _REACH, len(words)), known, offices="all")
    first, last = next(runs, (-1, -1))
    if not survived and _APPOSED.match(words, last):
        return
    if first == start and not is_noun(words, first, last, headline=False):
        for piece in proper(words, first, last, loud=False):
            yield " ".join(words[slice(*piece)].split())


def _piece(words: str, run: list[re.Match[str]], *, loud: bool) -> Iterator[tuple[int, int]]:
    """Yield where a piece stands; words that are all ordinary are no name, nor is a letter.

    Nor is a single word of a headline that is no first name and has no age behind it.
    """
    told = [t for t in run if is_given(t[0].lower()) or not _is_plain(t[0].lower())]
    lone = loud and len(run) == 1 and not is_given(run[0][0].lower())
    if lone and not is_aged(words, run[0].end()):
        return
    if told and (len(run) > 1 or len(run[0][0]) > 1):
        yield run[0].start(), run[-1].end()


def _is_proper(words: str, token: re.Match[str], *, alone: bool) -> bool:
    """Tell whether a word may be part of a name; in text all in capitals only a first name may."""
    word = token[0].lower()
    if PROTECTED.fullmatch(word) or (alone and word in _CLOSED):
        return False
    if is_aged(words, token.end()) or is_given(word):
        return True
    return not (alone and _is_plain(word))


def _is_plain(word: str) -> bool:
    """Tell whether a word is an ordinary one in some form of it: "charged", "accidentally"."""
    stems = (word.removesuffix(e) for e in _ENDINGS if word.endswith(e))
    return any(is_common(stem) or is_common(f"{stem}e") for stem in stems)


def is_near(words: str, start: int, end: int, within: tuple[int, int]) -> bool:
    """Tell whether a word for a minor or for sexual violence stands near a name."""
    before = _TOKEN.findall(words, within[0], start)[-_NEAR:]
    after = _TOKEN.findall(words, end, within[1])[:_NEAR]
    near = " ".join([*before, words[start:end], *after])
    capitals = _is_capitals(words, start, end) and near.isupper()
    first = _WORD.search(words, start, end)
    named = not capitals or (first is not None and is_given(first[0].lower()))
    return named and (PROTECTED.search(near) is not None)


def _is_capitals(words: str, start: int, end: int) -> bool:
    """Tell whether the words around a place are all in capitals, as in old wire copy."""
    around = words[max(0, start - 40) : end + 40]
    return around.isupper()
