"""A cue at a sentence's end whose source the model misread -> source and content by the commas.

In "Gunmen shot nine farmers, officials and residents said Tuesday" the model makes one list of
farmers, officials and residents; in "It took in nine bodies, a doctor there, Ivo Malenko, told
Velanews" it makes the doctor a body.
"""

from __future__ import annotations

from typing import NamedTuple

from cenotaph.model import Span
from cenotaph.text.clauses import FINITE, TENSED
from cenotaph.text.reading import Sentence
from cenotaph.text.speech_cues import Clause, group_start, trimmed

_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST = 14  # words of a source with its apposition


class Trailing(NamedTuple):
    """Source and content of a trailing cue."""

    source: Span
    head: int  # token index of the source's head word
    content: Span


def trailing(clause: Clause, first: int) -> Trailing | None:
    """Return source and content of a cue that starts at token `first`, None if it is no such."""
    sentence = clause.sentence
    tokens = sentence.tokens
    told = clause.cue.kind in {"say", "show", "think"} and clause.cue.clause
    quoted = _quoted(clause)
    first = first if quoted is None else group_start(sentence, quoted)
    if not told or (quoted is None and tokens[clause.verb].tag not in TENSED):
        return None
    if clause.kids("nsubj", "nsubjpass", "csubj", "auxpass", "expl") or _goes_on(clause):
        return None
    commas = [i for i in range(first) if tokens[i].text == "," and i not in clause.masked]
    closing = bool(commas) and commas[-1] == first - 1
    if len(commas) < (3 if closing else 1):
        return None
    start = commas[-3 if closing else -1] + 1
    words = range(start, first - closing)
    if not 0 < len(words) <= _LONGEST or not _is_source(sentence, words, start):
        return None
    head = _head(sentence, words)
    content = trimmed(sentence, 0, start - 2) if start > 1 else None
    if head is None or content is None:
        return None
    return Trailing(sentence.span_of(start, first - 1), head, content)


def _quoted(clause: Clause) -> int | None:
    """Return the verb of "was quoted as saying", which by its form has no subject of its own."""
    tokens = clause.sentence.tokens
    over = tokens[tokens[clause.verb].head].head if tokens[clause.verb].dep == "pcomp" else None
    if over is None or tokens[over].lemma != "quote" or clause.kids("nsubjpass", of=over):
        return None
    return over if clause.kids("auxpass", of=over) else None


def _goes_on(clause: Clause) -> bool:
    """Tell whether a clause follows the cue: then that is what it reports."""
    return bool(clause.kids("ccomp", "xcomp")) and any(
        k > clause.verb for k in clause.kids("ccomp", "xcomp")
    )


def _is_source(sentence: Sentence, words: range, start: int) -> bool:
    """Tell whether words are a noun phrase and a clause stands before them."""
    tokens = sentence.tokens
    if any(tokens[i].pos in {"VERB", "AUX", "ADP"} and tokens[i].text != "of" for i in words[:2]):
        return False
    plain = not any(tokens[i].tag in {"VBD", "VBZ", "VBP", "MD", "VBG"} for i in words)
    opens = tokens[start].pos not in {"CCONJ", "SCONJ", "NUM"}
    finite = any(tokens[i].tag in FINITE for i in range(start))
    return plain and opens and finite and any(tokens[i].pos in _NAMES for i in words)


def _head(sentence: Sentence, words: range) -> int | None:
    """Return the last word of the first run of nouns; of a name's where an apposition is one."""
    tokens = sentence.tokens
    runs: list[int] = []
    for i in words:
        following = i + 1 if i + 1 in words else None
        if tokens[i].pos in _NAMES and (following is None or tokens[following].pos not in _NAMES):
            runs.append(i)
    names = [i for i in runs if tokens[i].pos == "PROPN" and tokens[i].ent == "PERSON"]
    return next(iter(names or runs), None)
