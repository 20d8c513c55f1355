"""The lexicon of cues -> which words report and what may be their content; and shared shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.model import Span
from cenotaph.text.lexicon import lines
from cenotaph.text.reading import Sentence

CITING = frozenset({"citing", "quoting"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_EDGES = " \t\n\r\xa0,;:–—-("
_SHOWING = frozenset({"show", "indicate", "prove", "reveal", "suggest", "confirm", "appear"})
_PICTURES = frozenset({
    "image", "imagery", "photo", "photograph", "picture", "video", "footage", "film", "clip",
    "recording", "screenshot", "map", "graph", "graphic", "chart", "scan", "camera",
})  # fmt: skip
_FURTHER = re.compile(r"\s(?:of|for|from|by)\s")


class Cue(NamedTuple):
    """A word that reports, and what may be its content."""

    kind: str
    quote: bool
    clause: bool
    infinitive: bool
    object: bool
    gerund: bool
    addressee: bool
    factive: bool  # without a source the narrator vouches for it: "it was revealed that"
    figure: bool  # "put the toll at nine"
    unsourced: bool  # a noun that reports without a source too: "reports of"
    preps: frozenset[str]


class Attribution(NamedTuple):
    """Somebody says something; the speaker is not looked up yet."""

    sentence: int
    cue: Span | None
    verb: str | None
    contents: tuple[Span, ...]
    source: Span | None = None
    head: int | None = None  # token index of the source's head word
    direct: bool = False
    heard_by: Span | None = None  # "told REPORTERS"
    quoted_by: Span | None = None  # "THE AGENCY quoted police as saying"
    origin: int | None = None  # head word of "the agency reported, citing POLICE"


@cache
def cues() -> dict[str, Cue]:
    """Return the lexicon of cues by lemma (verbs), "n:" (nouns) or "a:" (adjectives) and lemma."""
    found: dict[str, Cue] = {}
    for line in lines("cues.tsv"):
        lemma, kind, frames = line.split("\t")
        words = frames.split()
        preps = frozenset(w[2:] for w in words if w.startswith("p:"))
        q, c, t, o, g, a, f, n, u = (w in words for w in "qctogafnu")
        word, _, kind = kind.rpartition("-")
        cue = Cue(kind, q, c, t, o, g, a, f, n, u, preps)
        found[f"{word}:{lemma}" if word else lemma] = cue
    return found


def voiced(verb: str | None) -> bool:
    """Tell whether a cue's content is told in the source's voice ("said", not "condemned")."""
    cue = cues().get(verb) if verb else None
    return cue is None or cue.kind not in {"judge", "want"}


def is_telling(verb: str | None) -> bool:
    """Tell whether a cue is for words that are uttered: "said", "denied", not "hoped", "showed"."""
    cue = cues().get(verb) if verb else None
    told = {"say", "deny", "ask", "blame"}
    return cue is None or (cue.kind in told and ":" not in str(verb))


def knows(verb: str | None) -> bool:
    """Tell whether a cue is for knowledge ("found that"), which a teller around it passes on."""
    cue = cues().get(verb) if verb else None
    return cue is not None and cue.kind == "know"


def factive(verb: str | None) -> bool:
    """Tell whether words under a cue without a source are the narrator's: "it was revealed"."""
    cue = cues().get(verb) if verb else None
    return cue is not None and cue.factive


def is_shown(verb: str | None, source: str | None) -> bool:
    """Tell whether pictures show it: "footage showed", "satellite images of the port suggest"."""
    if verb not in _SHOWING or not source:
        return False
    head = _FURTHER.split(source.casefold(), maxsplit=1)[0].split()[-1:]
    return bool(head) and head[0].removesuffix("s") in _PICTURES


class Clause(NamedTuple):
    """A cue verb in its sentence."""

    sentence: Sentence
    verb: int
    cue: Cue
    masked: frozenset[int]

    def kids(self, *deps: str, of: int | None = None) -> list[int]:
        """Return the children of the verb (or of another word) with these labels."""
        tokens = self.sentence.tokens
        return [
            k for k in self.sentence.kids[self.verb if of is None else of] if tokens[k].dep in deps
        ]


def edges(sentence: Sentence, heads: Sequence[int]) -> tuple[int, int]:
    """Return first and last token of all that hangs on some words."""
    words = [i for h in heads for i in sentence.subtree(h)]
    return min(words), max(words)


def trimmed(sentence: Sentence, first: int, last: int) -> Span | None:
    """Return the span of some tokens without the commas and blanks around it, None if empty."""
    start = sentence.tokens[first].start - sentence.span.start
    end = sentence.tokens[last].end - sentence.span.start
    return trim(sentence.text, start, end, sentence.span)


def trim(text: str, start: int, end: int, base: Span) -> Span | None:
    """Return a stretch of a sentence's text without edges that are no words; the final stop too."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES + ".?!":
        end -= 1
    if start >= end:
        return None
    return Span(start=base.start + start, end=base.start + end, part=base.part)


def participle(sentence: Sentence, v: int) -> bool:
    """Tell whether a verb is a noun's passive participle: "thousands believed to be hiding"."""
    token = sentence.tokens[v]
    if token.tag != "VBN" or token.dep != "acl":
        return False
    below = {sentence.tokens[k].dep for k in sentence.kids[v]}
    return not below & {"aux", "auxpass"} and not is_active(sentence, v)


def is_active(sentence: Sentence, v: int) -> bool:
    """Tell whether a verb taken for a participle is none: "The mayor predicted in May that ..."."""
    token = sentence.tokens[v]
    cue = cues().get(token.lemma.casefold())
    if token.tag != "VBN" or token.dep != "acl" or cue is None or cue.addressee:
        return False
    if not cue.clause or sentence.tokens[token.head].dep != "ROOT":
        return False
    below = [sentence.tokens[i] for i in sentence.subtree(v)]
    marked = any(t.text == "that" and t.dep == "mark" for t in below)
    return marked or any(sentence.tokens[k].dep == "ccomp" for k in sentence.kids[v])


def group_start(sentence: Sentence, v: int) -> int:
    """Return the first token of a verb's group: "HAS never said"; no name: "Will said"."""
    tokens, first = sentence.tokens, v
    while first and tokens[first - 1].dep in _GROUP and tokens[first - 1].head == v:
        if is_name(sentence, first - 1, v):
            break
        first -= 1
    return first


def is_name(sentence: Sentence, index: int, verb: int) -> bool:
    """Tell whether what is parsed as a verb's auxiliary or adverb is a name: "Will urged"."""
    token = sentence.tokens[index]
    modal = token.tag == "MD" and index + 1 == verb and sentence.tokens[verb].tag in {"VBD", "VBZ"}
    inside = index > 0 and sentence.tokens[verb].text.islower()
    if token.text.endswith("ly"):
        return False
    return token.text.istitle() and (inside or modal) and sentence.tokens[index - 1].text != "”"
