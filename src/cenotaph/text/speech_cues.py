"""One parsed sentence -> who says what in it, by its grammar and the lexicon of cues.

A quotation is treated as one word here: what stands between its marks is nobody else's cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.model import Span
from cenotaph.text.lexicon import lines
from cenotaph.text.reading import Sentence

_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMB = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep"})
_EDGES = " \t\n\r\xa0,;:–—-"
_RUNNING = frozenset({"say", "add", "tell", "continue", "go"})


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
    passive: bool = False  # "was quoted as saying", "is believed to": who says it may be left out
    heard_by: Span | None = None  # "told REPORTERS"
    quoted_by: Span | None = None  # "THE AGENCY quoted police as saying"


@cache
def cues() -> dict[str, Cue]:
    """Return the lexicon of cues by lemma (verbs) or "n:" and lemma (nouns)."""
    found: dict[str, Cue] = {}
    for line in lines("cues.tsv"):
        lemma, kind, frames = line.split("\t")
        words = frames.split()
        preps = frozenset(w[2:] for w in words if w.startswith("p:"))
        q, c, t, o, g, a, f = (w in words for w in "qctogaf")
        cue = Cue(kind.removeprefix("n-"), q, c, t, o, g, a, f, preps)
        found[f"n:{lemma}" if kind.startswith("n-") else lemma] = cue
    return found


def voiced(verb: str | None) -> bool:
    """Tell whether a cue's content is told in the source's voice ("said", not "condemned")."""
    cue = cues().get(verb) if verb else None
    return cue is None or cue.kind not in {"judge", "want"}


def factive(verb: str | None) -> bool:
    """Tell whether words under a cue without a source are the narrator's: "it was revealed"."""
    cue = cues().get(verb) if verb else None
    return cue is not None and cue.factive


def attributions(sentence: Sentence, quoted: Sequence[Span]) -> Iterator[Attribution]:
    """Yield what the sentence's grammar says is reported; without contents where it only may be.

    `quoted` are the quotations that touch the sentence; words in them are nobody's cue.
    """
    tokens = sentence.tokens
    masked = frozenset(
        i
        for i, t in enumerate(tokens)
        if any(q.start <= t.start and t.end <= q.end for q in quoted)
    )
    for v, token in enumerate(tokens):
        if v in masked:
            continue
        if token.text.casefold() == "according":
            yield from _according(sentence, v, masked)
        elif token.tag.startswith("VB") and token.dep not in {"amod", "compound"}:
            cue = cues().get(token.lemma.casefold())
            if cue is not None:
                yield from _verb(_Clause(sentence, v, cue, masked))
        elif token.pos == "NOUN":
            cue = cues().get(f"n:{token.lemma.casefold()}")
            if cue is not None:
                yield from _noun(sentence, v, cue)


class _Clause(NamedTuple):
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


def _verb(clause: _Clause) -> Iterator[Attribution]:
    sentence, v = clause.sentence, clause.verb
    first, last = _group(clause)
    passive = bool(clause.kids("nsubjpass", "auxpass")) or _participle(sentence, v)
    head, by = _agent(clause) if passive and not _quoted_as(clause) else _subject(clause)
    source = None if head is None else noun_phrase(sentence, head, v)
    pieces, last = _passive_content(clause, last) if passive else _content(clause, last)
    if head is None and not passive and sentence.tokens[v].tag in {"VB", "VBP"}:
        return  # "Want more news?", "to say": nobody says it
    core = [first, last] if source is None else [first, last, *source]
    near = _nearby(core, first, last, source)
    contents = _around(sentence, pieces, near)
    heard = _addressee(clause)
    yield Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(first, last),
        verb=sentence.tokens[v].lemma.casefold(),
        contents=contents,
        source=None if source is None else _source_span(sentence, source, v),
        head=head,
        passive=passive,
        heard_by=None if heard is None else _source_span(sentence, heard, v),
        quoted_by=None if by is None else _source_span(sentence, by, v),
    )


def _participle(sentence: Sentence, v: int) -> bool:
    """Tell whether a verb is a noun's passive participle: "thousands believed to be hiding"."""
    token = sentence.tokens[v]
    return (
        token.tag == "VBN"
        and token.dep == "acl"
        and not any(sentence.tokens[k].dep.startswith("aux") for k in sentence.kids[v])
    )


def _quoted_as(clause: _Clause) -> bool:
    tokens = clause.sentence.tokens
    return tokens[clause.verb].dep == "pcomp"


def _nearby(
    core: list[int], first: int, last: int, source: tuple[int, int] | None
) -> tuple[int, int]:
    """Return the stretch that source and cue take, or the cue's alone if they stand apart."""
    if source is None or max(core) - min(core) > (last - first) + (source[1] - source[0]) + 8:
        return first, last
    return min(core), max(core)


def _group(clause: _Clause) -> tuple[int, int]:
    """Return first and last token of the verb group: "has never publicly said"."""
    sentence, v = clause.sentence, clause.verb
    first = _group_start(sentence, v)
    head = sentence.tokens[v].head
    # "went on to say", "refused to comment": the chain is one cue
    if sentence.tokens[v].dep == "xcomp" and head < v:
        between = range(head + 1, first)
        if all(sentence.tokens[i].dep in {"prt", "advmod"} for i in between):
            first = _group_start(sentence, head)
    last = v
    while last + 1 < len(sentence.tokens) and (
        sentence.tokens[last + 1].dep == "prt" and sentence.tokens[last + 1].head == v
    ):
        last += 1
    return first, last


def _group_start(sentence: Sentence, v: int) -> int:
    first = v
    while first and (
        sentence.tokens[first - 1].dep in _GROUP and sentence.tokens[first - 1].head == v
    ):
        first -= 1
    return first


def _subject(clause: _Clause) -> tuple[int | None, tuple[int, int] | None]:
    """Return the head word of the source and, for "A quoted B as saying", A's noun phrase."""
    tokens = clause.sentence.tokens
    at = clause.verb
    for _ in range(6):
        subjects = [k for k in clause.kids(*_SUBJECT, of=at) if k not in clause.masked]
        if subjects and at != clause.verb and tokens[at].lemma in {"quote", "cite"}:
            return _quoted(clause, at, subjects[0])
        if subjects:
            return subjects[0], None
        if tokens[at].dep in {"acl", "relcl"}:
            return tokens[at].head, None
        if tokens[at].dep not in _CLIMB:
            return None, None
        at = tokens[at].head
    return None, None


def _quoted(clause: _Clause, at: int, subject: int) -> tuple[int, tuple[int, int] | None]:
    if clause.sentence.tokens[subject].dep == "nsubjpass":
        agents = [k for a in clause.kids("agent", of=at) for k in clause.kids("pobj", of=a)]
        by = noun_phrase(clause.sentence, agents[0], at) if agents else None
        return subject, by
    objects = clause.kids("dobj", of=at)
    if not objects:
        return subject, None
    return objects[0], noun_phrase(clause.sentence, subject, at)


def _agent(clause: _Clause) -> tuple[int | None, None]:
    for agent in clause.kids("agent"):
        for k in clause.kids("pobj", of=agent):
            return k, None
    return None, None


def noun_phrase(sentence: Sentence, head: int, verb: int) -> tuple[int, int]:
    """Return first and last token of the noun phrase around a head, on one side of the verb."""
    words = sentence.subtree(head)
    for k in sentence.kids[head]:
        # "Orlov, speaking by phone, said": the participle is no part of his name
        if sentence.tokens[k].dep == "acl" and k > head:
            edge = sentence.subtree(k)[0]
            if edge and sentence.tokens[edge - 1].text == ",":
                words = tuple(i for i in words if i < edge)
    words = tuple(i for i in words if (i < verb) == (head < verb))
    first, last = words[0], words[-1]
    while first < head and sentence.tokens[first].pos in {"CCONJ", "PUNCT", "SCONJ"}:
        first += 1
    while (
        last > head
        and sentence.tokens[last].pos == "PUNCT"
        and (sentence.tokens[last].text not in {")", "]", '"', "”"})
    ):
        last -= 1
    return first, last


def _source_span(sentence: Sentence, words: tuple[int, int], verb: int) -> Span:
    """Return the span of a noun phrase; with the comma that closes an apposition before the verb.

    "Sara Lindt, a nurse, said": the phrase runs up to and with the second comma.
    """
    first, last = words
    tokens = sentence.tokens
    closes = last + 1 < verb and tokens[last + 1].text == ","
    if closes and any(t.text == "," for t in tokens[first : last + 1]):
        last += 1
    return sentence.span_of(first, last)


def _content(clause: _Clause, last: int) -> tuple[tuple[int, int] | None, int]:
    """Return first and last token of the content, and the last of the cue."""
    cue = clause.cue
    clauses = clause.kids("ccomp")
    if clauses and (cue.clause or cue.infinitive):
        return _edges(clause.sentence, clauses), last
    infinitives = [
        k
        for k in clause.kids("xcomp", "advcl")
        if any(clause.kids("aux", of=k))
        and clause.sentence.tokens[clause.kids("aux", of=k)[0]].tag == "TO"
        and k > clause.verb
    ]
    objects = [] if cue.addressee else clause.kids("dobj", "oprd")
    if infinitives and cue.infinitive:
        return _edges(clause.sentence, [*objects, infinitives[0]]), last
    for prep in clause.kids("prep"):
        word = clause.sentence.tokens[prep].text.casefold()
        inner = clause.kids("pobj", "pcomp", of=prep)
        if word in cue.preps and prep == last + 1 and inner:
            return _edges(clause.sentence, inner), prep
    gerunds = [k for k in clause.kids("xcomp") if clause.sentence.tokens[k].tag == "VBG"]
    if gerunds and (cue.gerund or cue.object):
        return _edges(clause.sentence, [*objects, *gerunds]), last
    return _object(clause, objects, last)


def _object(clause: _Clause, objects: list[int], last: int) -> tuple[tuple[int, int] | None, int]:
    if not objects or not clause.cue.object:
        return None, last
    more = [
        k
        for k in clause.kids("prep", "xcomp")
        if clause.sentence.tokens[k].text.casefold() in {"of", "as", "for"}
        or clause.sentence.tokens[k].dep == "xcomp"
    ]
    after = [k for k in [*objects, *more] if k > clause.verb]
    return (_edges(clause.sentence, after) if after else None), last


def _passive_content(clause: _Clause, last: int) -> tuple[tuple[int, int] | None, int]:
    """Return the content of a passive: "six PEOPLE are feared DEAD", "it is believed THAT ..."."""
    complements = clause.kids("xcomp", "oprd", "ccomp")
    subjects = clause.kids("nsubjpass")
    if not subjects and _participle(clause.sentence, clause.verb):
        subjects = [clause.sentence.tokens[clause.verb].head]
        words = [i for k in complements for i in clause.sentence.subtree(k)]
        if words:
            return (clause.sentence.subtree(subjects[0])[0], max(words)), last
    if not complements or not (clause.cue.clause or clause.cue.object or clause.cue.infinitive):
        return None, last
    dummy = all(clause.sentence.tokens[s].text.casefold() == "it" for s in subjects)
    return _edges(clause.sentence, complements if dummy else [*subjects, *complements]), last


def _edges(sentence: Sentence, heads: Sequence[int]) -> tuple[int, int]:
    words = [i for h in heads for i in sentence.subtree(h)]
    return min(words), max(words)


def _around(
    sentence: Sentence, piece: tuple[int, int] | None, group: tuple[int, int]
) -> tuple[Span, ...]:
    """Return the content without source and cue: two pieces when they stand in its middle."""
    if piece is None:
        return ()
    first, last = piece
    ends = ((first, min(last, group[0] - 1)), (max(first, group[1] + 1), last))
    found = [trimmed(sentence, a, b) for a, b in ends if a <= b]
    return tuple(s for s in found if s is not None)


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


def _addressee(clause: _Clause) -> tuple[int, int] | None:
    if clause.cue.addressee:
        for k in clause.kids("dobj", "dative"):
            if k > clause.verb and k not in clause.masked:
                return noun_phrase(clause.sentence, k, clause.verb)
    return None


def _according(sentence: Sentence, at: int, masked: frozenset[int]) -> Iterator[Attribution]:
    """Yield "according to X" with the clause it speaks of."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text != "to":
        return
    objects = [k for i in (at, at + 1) for k in sentence.kids[i] if tokens[k].dep == "pobj"]
    if not objects or objects[0] in masked:
        return
    source = noun_phrase(sentence, objects[0], at)
    group = (at, max(source[1], at + 1))
    contents = _covered(sentence, group)
    yield Attribution(
        sentence=sentence.number,
        cue=sentence.span_of(at, at + 1),
        verb="according",
        contents=contents,
        source=_source_span(sentence, source, at),
        head=objects[0],
    )


def _covered(sentence: Sentence, group: tuple[int, int]) -> tuple[Span, ...]:
    """Return what an "according to" covers: the clause before it, else the clause after it."""
    first, last = group
    end = len(sentence.tokens) - 1
    before = trimmed(sentence, 0, first - 1) if first else None
    after = trimmed(sentence, last + 1, end) if last < end else None
    if before is None:
        return () if after is None else (after,)
    comma = last < end and sentence.tokens[last + 1].text == ","
    following = last + 2 <= end and sentence.tokens[last + 2].pos not in {"CCONJ", "PRON"}
    if after is not None and comma and following and sentence.tokens[first - 1].text == ",":
        return (before, after)
    return (before,)


def _noun(sentence: Sentence, at: int, cue: Cue) -> Iterator[Attribution]:
    """Yield "the ministry's claim that ...", "claims by the ministry of ..."."""
    tokens, kids = sentence.tokens, sentence.kids[at]
    owners = [k for k in kids if tokens[k].dep == "poss"]
    for prep in kids:
        if tokens[prep].text.casefold() in {"by", "from"} and not owners:
            owners = [k for k in sentence.kids[prep] if tokens[k].dep == "pobj"]
    inner = [k for k in kids if tokens[k].dep == "acl" and k > at and cue.clause]
    last = at
    for prep in kids:
        if prep == at + 1 and tokens[prep].text.casefold() in cue.preps and not inner:
            inner = [k for k in sentence.kids[prep] if tokens[k].dep in {"pobj", "pcomp"}]
            last = prep
    if not owners or not inner:
        return
    first_word, last_word = _edges(sentence, inner)
    content = trimmed(sentence, first_word, last_word)
    source = noun_phrase(sentence, owners[0], at)
    if content is not None:
        yield Attribution(
            sentence=sentence.number,
            cue=sentence.span_of(at, last),
            verb=f"n:{tokens[at].lemma.casefold()}",
            contents=(content,),
            source=_source_span(sentence, source, at),
            head=owners[0],
        )
